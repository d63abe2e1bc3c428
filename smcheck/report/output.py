"""Files written whole or not at all, never through a link, never over another file unasked."""

import os
import re
import tempfile
from pathlib import Path

from smcheck.words.fault import Fault
from smcheck.words.language import _


def write_file(path: Path, text: str, *, force: bool = False) -> None:
    """Write ``text`` as UTF-8, readable by its owner only.

    The text is complete on disk under another name before it gets its own. A link of that name is
    replaced with ``force`` and never followed.

    Raises:
        Fault: the file exists and ``force`` is not given, or it cannot be written.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".smcheck-")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", errors="surrogatepass"))
            file.flush()
            os.fsync(file.fileno())
        if force:
            Path(temporary).replace(path)
        else:
            os.link(temporary, path)
    except FileExistsError:
        raise Fault(_("the file exists"), file=str(path), expected=_("another name, or --force")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Fault(_("cannot be written ({reason})").format(reason=reason), file=str(path)) from None
    finally:
        Path(temporary).unlink(missing_ok=True) if temporary else None


def file_name(name: str, ending: str) -> str:
    """A file name for people's text: letters, digits and hyphens only, whatever the text holds."""
    kept = re.sub(r"[^\w]+", "-", name[:200]).strip("-_")[:60].lower()
    return f"smcheck-{kept}.{ending}" if kept else f"smcheck.{ending}"
