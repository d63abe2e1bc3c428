"""Files written atomically: whole or not at all, never through a link, never over another file unasked."""

import os
import re
from contextlib import suppress
from pathlib import Path

from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.system_error import system_reason

_LONGEST = 180
"""Bytes that a name may take in a file's name."""


class ExistingFile(Fault):
    """A file of that name exists, and may not be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(_("the file exists"), file=str(path), expected=_("another name"))


def write_file(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write bytes, or a text as UTF-8, readable by its owner only.

    The content goes into a temporary file, which is renamed once it is on the disk. A link of that name is
    replaced with ``force`` and never followed; folders, devices and pipes are never replaced.

    Raises:
        ExistingFile: the file exists and ``force`` is not given.
        Fault: it cannot be written.
    """
    import tempfile  # slow to import, and most results are printed

    temporary = ""
    try:
        _check_place(path, force=force)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".smcheck-")
        with os.fdopen(handle, "wb") as file:
            file.write(content if isinstance(content, bytes) else encode(content))
            file.flush()
            os.fsync(file.fileno())
        if not force:
            _rename(Path(temporary), path)
        else:
            Path(temporary).replace(path)
    except FileExistsError:
        raise ExistingFile(path) from None
    except (OSError, ValueError) as error:
        raise _write_fault(error, path) from None
    finally:
        if temporary:
            with suppress(OSError):  # a disk that fails; what went wrong first is what is told
                Path(temporary).unlink()


def _write_fault(error: Exception, path: Path) -> Fault:
    return Fault(_("cannot be written ({reason})").format(reason=system_reason(error)), file=str(path))


def encode(text: str) -> bytes:
    """A text as UTF-8; half a character, which JSON can hold and UTF-8 cannot, is escaped as in JSON."""
    return text.encode("utf-8", errors="backslashreplace")


def append_line(path: Path, line: str) -> None:
    """Add a line to a file, readable by its owner only, made where it is not there; never through a link.

    Raises:
        Fault: it cannot be written.
    """
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            # A line that was cut off before is ended first.
            file.write(b"\n" + encode(line) + b"\n")
    except OSError as error:
        raise _write_fault(error, path) from None


def make_private_folder(folder: Path) -> None:
    """Create a folder and those above it, readable by their owner only, unless they exist.

    Raises:
        Fault: it cannot be made.
    """
    try:
        make_folder(folder)
    except (OSError, ValueError) as error:
        raise _write_fault(error, folder) from None


def make_folder(folder: Path) -> None:
    """The same, where whoever asks for it tells the error.

    Raises:
        OSError: it cannot be made.
    """
    # One by one: the mode given to mkdir holds for the last folder only.
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def _check_place(path: Path, *, force: bool) -> None:
    """Raise a fault where something stands that may not be replaced."""
    if not force and (path.exists() or path.is_symlink()):
        raise ExistingFile(path)
    if path.exists() and not path.is_file():
        raise Fault(_("not a file that can be replaced"), file=str(path))


def _rename(temporary: Path, path: Path) -> None:
    """Rename the temporary file; raises FileExistsError where a file of that name exists by now."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Memory sticks and some network drives know no links; as a fallback an empty file reserves the name.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink()
            raise


def file_name(name: str, ending: str) -> str:
    """A file name made of people's text: normalised to letters, digits and hyphens."""
    slug = re.sub(r"[^\w]+", "-", name[:200]).strip("-_")[:60].lower()
    # File systems count bytes, of which a character can take four.
    slug = slug.encode()[:_LONGEST].decode(errors="ignore")
    return f"smcheck-{slug}.{ending}" if slug else f"smcheck.{ending}"
