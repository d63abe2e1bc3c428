"""Files that a command writes; one that exists is replaced with ``--force`` only, which the fault says."""

from pathlib import Path

from smcheck.files.writing import ExistingFile, write_file
from smcheck.words.language import _


def write_output(path: Path, content: str | bytes, *, force: bool) -> None:
    """Write a file as ``write_file`` does.

    Raises:
        Fault: the file exists and ``force`` is not given, or it cannot be written.
    """
    try:
        write_file(path, content, force=force)
    except ExistingFile as fault:
        fault.expected = _("another name, or --force")
        raise
