"""Where the store lies."""

import os
from collections.abc import Mapping
from pathlib import Path

from smcheck.files.platform import platform_folder
from smcheck.files.writing import make_folder
from smcheck.words.fault import Fault
from smcheck.words.language import _

FILE_NAME = "sheets.db"


def default_path(option: str | None, environ: Mapping[str, str]) -> Path:
    """The store's file: the option, else SMCHECK_STORE, else the platform's data folder.

    Raises:
        Fault: the option is empty, the place begins with the home of a user that does not exist, or no home
            folder is known.
    """
    if option == "":  # an unset variable in a script, most likely: no other store than the one that is meant
        raise Fault(_("no name that a file can have"), file="--store")
    given = option or environ.get("SMCHECK_STORE")
    if given:
        if "\0" in given:
            raise Fault(_("no name that a file can have"), file=given)
        try:
            return Path(given).expanduser()
        except RuntimeError:
            raise Fault(_("no such home folder"), file=given) from None
    return platform_folder("data", _("--store FILE, or SMCHECK_STORE")) / FILE_NAME


def make_private(path: Path) -> None:
    """Create the file, and the folders above it, readable by their owner only, unless they exist.

    Raises:
        OSError: the folder or the file cannot be made.
    """
    make_folder(path.parent)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
