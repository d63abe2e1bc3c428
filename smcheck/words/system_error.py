"""Why the operating system refused something, in the language in use."""

import errno

from smcheck.words.language import _


def system_reason(error: Exception) -> str:
    """What an error of the system says, without number and file name; the system's own words are English."""
    code = getattr(error, "errno", None) or 0
    reasons = {
        errno.EACCES: _("Permission denied"),
        errno.EBADF: _("Bad file descriptor"),
        errno.EBUSY: _("Device or resource busy"),
        errno.EDQUOT: _("Disk quota exceeded"),
        errno.EEXIST: _("File exists"),
        errno.EFBIG: _("File too large"),
        errno.EIO: _("Input/output error"),
        errno.EISDIR: _("Is a directory"),
        errno.ELOOP: _("Too many levels of symbolic links"),
        errno.EMFILE: _("Too many open files"),
        errno.ENAMETOOLONG: _("File name too long"),
        errno.ENOENT: _("No such file or directory"),
        errno.ENOSPC: _("No space left on device"),
        errno.ENOTDIR: _("Not a directory"),
        errno.EPERM: _("Operation not permitted"),
        errno.EROFS: _("Read-only file system"),
    }
    return reasons.get(code) or getattr(error, "strerror", None) or str(error) or type(error).__name__
