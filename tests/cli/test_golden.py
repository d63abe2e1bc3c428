"""Results as other programs and people get them, compared byte by byte with files.

A change of the pack, its texts or the interface's words changes them on purpose: look at the difference
that ``pytest tests/cli/test_golden.py --golden-update`` makes before keeping it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.cli import EXAMPLE_FILE, Outcome

Run = Callable[..., Outcome]
FOLDER = Path(__file__).with_name("golden")

CASES = {
    "example.json": ("score", str(EXAMPLE_FILE), "--format", "json"),
    "example.jsonl": ("score", str(EXAMPLE_FILE), "--format", "jsonl"),
    "example.bitkom-2012.json": ("score", str(EXAMPLE_FILE), "--format", "json", "--figures", "bitkom-2012"),
    "example.de.txt": ("--lang", "de", "score", str(EXAMPLE_FILE)),
    "example.en.txt": ("--lang", "en", "score", str(EXAMPLE_FILE)),
    "example.de.md": ("--lang", "de", "score", str(EXAMPLE_FILE), "--format", "markdown"),
    "example.en.md": ("--lang", "en", "score", str(EXAMPLE_FILE), "--format", "markdown"),
}


@pytest.mark.parametrize("name", CASES)
def test_golden(run: Run, request: pytest.FixtureRequest, name: str) -> None:
    """The result of the example is the file's, byte by byte."""
    outcome = run(*CASES[name])
    assert (outcome.code, outcome.err) == (0, "")
    file = FOLDER / name
    if request.config.getoption("--golden-update"):
        file.write_bytes(outcome.out.encode())
    assert file.read_bytes().decode() == outcome.out


@pytest.mark.parametrize("name", CASES)
def test_written_to_a_file(run: Run, tmp_path: Path, name: str) -> None:
    """With ``-o`` the file has the same bytes."""
    run(*CASES[name], "-o", "result")
    assert (FOLDER / name).read_bytes() == (tmp_path / "result").read_bytes()


def test_no_golden_file_is_left_over() -> None:
    """Every file has its command."""
    assert sorted(CASES) == sorted(path.name for path in FOLDER.iterdir())
