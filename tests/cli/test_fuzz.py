"""Any command line at all: an exit code of ours, never a traceback."""

import io
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smcheck.cli import main
from support.cli import EXAMPLE_FILE

WORDS = [
    "new", "ask", "example", "list", "show", "delete", "export", "import", "score", "report", "lint",
    "schema", "--all", "--anonymous", "--brand", "--table", "plan", "--name", "{client}", "csv", "excel",
    "completion", "--lang", "de", "en", "--lang=de", "--lang=xx", "--format", "text", "json", "jsonl",
    "markdown", "--figures", "documented", "bitkom-2012", "-o", "out.txt", "--output", "--force", "--yes",
    "--history", "--current", "-", "--", "-h", "--help", "--version", "--pack", "--store", "sheets.db", ".",
    "..", "", "~", "~nobody-here-7", "/dev/null", "/dev/full", "sheet", "result", "pack", "bash", "zsh",
    "fish", "abc", str(EXAMPLE_FILE), str(EXAMPLE_FILE.parent), str(EXAMPLE_FILE.with_name("pack.toml")),
    "\x00", "\udcff", "\x1b[31m", "[/]", "{", "{0}", "%s", "%(prog)s", "x" * 5000,
]  # fmt: skip
ARGUMENTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=6)
INPUT = st.sampled_from(["", "q\n", "\n" * 30, "1\n" * 40, "?\n\x00\n-\nq\n", "{}\n", "j\n"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples, so that what one leaves is there for the next."""
    return tmp_path_factory.mktemp("fuzz")


@given(arguments=ARGUMENTS, typed=INPUT)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_command_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    arguments: list[str],
    typed: str,
) -> None:
    """Whatever is on the command line and typed: 0, 1 or 2, and no traceback."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SMCHECK_STORE", str(folder / "store.db"))
    keyboard = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    with patch("sys.stdin", keyboard):
        code = main(arguments)
    said = capsys.readouterr()
    assert code in {0, 1, 2}
    assert "Traceback" not in said.err
    assert "\x1b" not in said.out + said.err
