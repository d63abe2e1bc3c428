"""The files of a pack read from its folder, within limits that keep the parser quick."""

from pathlib import Path

from smcheck.files.reading import read_bytes, too_large, unreadable
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.system_error import system_reason

LARGEST = 256 * 1024
"""Bytes that one file may have; a questionnaire is text, not data."""
LARGEST_PACK = 2 * 1024 * 1024
"""Bytes that all files may have together."""
LONGEST_LINE = 10_000
"""Characters that a line may have."""
MOST_FILES = 200
"""Files that a pack may have."""


def is_folder(path: Path) -> bool:
    """Whether this is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_pack(root: Path) -> dict[str, bytes | Fault]:
    """The bytes of the TOML files of the pack in ``root``, by their names below it, sorted.

    A file that cannot be read, or is too large for a file of a pack, has its fault in place of its bytes.

    Raises:
        Fault: the folder is closed, there are too many files, or too much in all of them.
    """
    try:
        next(root.iterdir(), None)  # what matches in a closed folder would be nothing
    except OSError as error:
        raise unreadable(system_reason(error), str(root)) from None
    paths = sorted([*root.glob("*.toml"), *root.glob("figures/*.toml")])
    if len(paths) > MOST_FILES:
        raise too_large(_("too many files"), root, _("at most {n}").format(n=MOST_FILES))
    contents = {path.relative_to(root).as_posix(): _read_file(path) for path in paths}
    if sum(len(content) for content in contents.values() if isinstance(content, bytes)) > LARGEST_PACK:
        raise too_large(_("too large"), root, _("at most {n} bytes").format(n=LARGEST_PACK))
    return contents


def _read_file(path: Path) -> bytes | Fault:
    try:
        content = read_bytes(path, LARGEST)
        _check_lines(content, str(path))
    except Fault as fault:
        return fault
    return content


def _check_lines(content: bytes, file: str) -> None:
    for number, line in enumerate(content.decode(errors="replace").split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise Fault(
                _("a line that is too long"),
                file=file,
                place=_("line {n}").format(n=number),
                expected=_("at most {n} characters").format(n=LONGEST_LINE),
                rule="long-line",
            )
