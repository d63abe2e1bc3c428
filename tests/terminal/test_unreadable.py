"""A terminal that cannot be read any more: what was being typed is stored, and why the app left is told."""

import sys
from pathlib import Path

import pytest

from support.mirror import only
from support.terminal import Terminal

BREAKING = """
import os, sys
from smcheck.tui.textual_fixes import input_thread

read = os.read

def read_until_broken(descriptor, most):
    data = read(descriptor, most)
    if b"!" not in data:
        return data
    if {end}:
        return b""
    raise {error}

input_thread.os.read = read_until_broken
from smcheck.cli import main
sys.exit(main(["new", "Beispiel GmbH", "--lang", "en"]))
"""


@pytest.mark.parametrize(
    ("error", "end", "reason"),
    [
        ("OSError(5, 'Input/output error')", False, "Input/output error"),
        ("OSError", True, "Input/output error"),
        ("ValueError('out of order')", False, "out of order"),
    ],
    ids=["an error", "the end", "a fault"],
)
def test_a_terminal_that_cannot_be_read(tmp_path: Path, error: str, end: bool, reason: str) -> None:
    """One sentence, exit code 1, the terminal as it was, and the note stored as far as it was typed."""
    program = BREAKING.format(error=error, end=end)
    with Terminal(tmp_path, instead=[sys.executable, "-c", program]) as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press("nfrag mal")
        terminal.wait_for("frag mal")
        terminal.press("!")
        assert (terminal.wait_end(), terminal.is_restored()) == (1, True)
        said = f"smcheck: the terminal cannot be read ({reason}); everything is stored"
        assert said in terminal.output.decode().replace("\r\n", " ")
    assert only(tmp_path / "sheets.db").notes == {"team": "frag mal"}
