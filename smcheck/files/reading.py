"""Files read within limits: regular ones only, and no larger than expected."""

import stat
from pathlib import Path

from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.system_error import system_reason


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file; devices and pipes, which may never end, are not read.

    Raises:
        Fault: it is missing, no regular file, cannot be read, or is larger than ``limit``.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise unreadable(_("not a regular file"), str(path))
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise unreadable(system_reason(error), str(path)) from None
    if len(content) > limit:
        raise too_large(_("too large"), path, _("at most {n} bytes").format(n=limit))
    return content


def unreadable(reason: str, file: str) -> Fault:
    """The fault that a file cannot be read."""
    return Fault(_("cannot be read ({reason})").format(reason=reason), file=file, rule="unreadable-file")


def too_large(found: str, path: Path, expected: str) -> Fault:
    """The fault that there is more in a place than is read."""
    return Fault(found, file=str(path), expected=expected, rule="large-file")
