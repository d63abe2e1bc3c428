"""The theme that somebody chose, kept in a file of its own."""

from pathlib import Path

from smcheck.files.writing import write_file
from smcheck.store.places import make_private
from smcheck.words.fault import Fault


def read_theme(file: Path) -> str:
    """The name of the theme that was kept in a file; empty where there is none to be read."""
    try:
        return file.read_text("utf-8")[:80].strip()
    except (OSError, ValueError):
        return ""


def write_theme(file: Path, name: str) -> None:
    """Keep the name of a theme in a file, which only its owner can read.

    Raises:
        Fault: it cannot be written.
    """
    try:
        make_private(file)
    except OSError as error:
        raise Fault(str(error)) from None
    write_file(file, name + "\n", force=True)
