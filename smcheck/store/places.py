"""Where the store lies."""

import os
from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "sheets.db"


def default_path(option: str | None, environ: Mapping[str, str]) -> Path:
    """The store's file: the option, else SMCHECK_STORE, else the platform's data folder."""
    given = option or environ.get("SMCHECK_STORE")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_data_path  # not needed where the place is given

    return user_data_path("smcheck", appauthor=False) / FILE_NAME


def make_private(path: Path) -> None:
    """Create the file, and the folders above it, readable by their owner only, unless they exist.

    Raises:
        OSError: the folder or the file cannot be made.
    """
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
