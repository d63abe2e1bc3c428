"""The completion scripts at work: each shell, at a real terminal, completes what is there."""

import os
import re
import sys
from pathlib import Path

import pytest

from support.cli import EXAMPLE_FILE, command, program
from support.terminal import Terminal
from support.terminal_input import TAB

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the shells and a terminal of POSIX")

SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
FILES = {"bash": "smcheck.bash", "zsh": "_smcheck", "fish": "smcheck.fish"}
START = {
    "bash": "source smcheck.bash; PS1='ready> '",
    "zsh": "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u; PS1='ready> '",
    "fish": "source smcheck.fish; function fish_prompt; echo 'ready> '; end",
}
"""What makes a shell complete smcheck, as its script says, and how it asks from then on."""


def shell_in(folder: Path, shell: str) -> Terminal:
    """A shell that completes smcheck, in a folder with a file for it."""
    (folder / FILES[shell]).write_text(program(folder, "completion", shell).out, encoding="utf-8")
    (folder / "bin").mkdir()
    smcheck = folder / "bin" / "smcheck"
    smcheck.write_text(f'#!/bin/sh\nexec {" ".join(command())} "$@"\n', encoding="utf-8")
    smcheck.chmod(0o755)
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    return Terminal(folder, size=(120, 30), instead=SHELLS[shell], variables={"PATH": path})


@pytest.mark.parametrize("shell", list(SHELLS))
def test_shells_complete(tmp_path: Path, shell: str) -> None:
    """Files, folders, stored ids and figure sets are completed where the command line takes them."""
    stored = program(tmp_path, "import", str(EXAMPLE_FILE)).out.strip()
    (tmp_path / "acme-sheets.json").write_text("{}", encoding="utf-8")
    (tmp_path / "acme-pack").mkdir()
    expected = {
        "smcheck import acme-s": "smcheck import acme-sheets.json",
        "smcheck score acme-s": "smcheck score acme-sheets.json",
        f"smcheck score {stored[:6]}": f"smcheck score {stored}",
        f"smcheck show {stored[:6]}": f"smcheck show {stored}",
        "smcheck list --store acme-s": "smcheck list --store acme-sheets.json",
        "smcheck export 1 -o acme-s": "smcheck export 1 -o acme-sheets.json",
        "smcheck list --pack acme-p": "smcheck list --pack acme-pack",
        "smcheck score --figures berufs": "smcheck score --figures berufsziel-2020",
    }
    with shell_in(tmp_path, shell) as window:
        window.settle()
        window.press(START[shell] + "\r")
        window.wait_until(lambda text: re.search(r"^ready> ?", text, re.MULTILINE) is not None)
        for typed, completed in expected.items():
            window.press(typed)
            window.wait_for(typed)
            window.press(TAB)
            window.wait_for(completed)
            window.press("\x15")  # clears the line
            window.wait_until(lambda text: "smcheck" not in text.rpartition("ready>")[2])
