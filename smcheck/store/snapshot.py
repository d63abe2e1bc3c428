"""A store that lies where nothing can be written, read from a copy.

SQLite keeps a log beside a store, even to read it. On a read-only medium, or in somebody else's folder,
there is no room for one; and beside a file that is read-only the log would be so, too, and stay there.
"""

import os
import shutil
from errno import EBUSY
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

_TRIES = 20
_PAUSE = 0.05
"""Seconds before another try."""


def is_out_of_reach(path: Path) -> bool:
    """Whether a store is there, and nothing can be written to it or beside it."""
    return path.is_file() and not (os.access(path, os.W_OK) and is_folder_open(path))


def is_folder_open(path: Path) -> bool:
    """Whether anything can be written beside a store, or beside the file that its link leads to."""
    return os.access(Path(os.path.realpath(path)).parent, os.W_OK)


def copy_store(path: Path) -> TemporaryDirectory[str]:
    """A folder with a copy of a store's file and of its log; whoever has it cleans it up.

    Raises:
        OSError: the store cannot be read, or others write to it all the time.
    """
    folder = TemporaryDirectory(prefix="smcheck-")
    try:
        _copy_at_rest(path, Path(folder.name))
    except BaseException:
        folder.cleanup()
        raise
    return folder


def _copy_at_rest(path: Path, folder: Path) -> None:
    """Copy what nobody changes meanwhile; with retries where somebody does."""
    for _try in range(_TRIES):
        before = _state(path)
        for file in before:
            shutil.copyfile(file, folder / file.name)
        if _state(path) == before:
            return
        for file in before:
            (folder / file.name).unlink()
        sleep(_PAUSE)
    raise BlockingIOError(EBUSY, "others write to it all the time")


def _state(path: Path) -> dict[Path, tuple[int, int]]:
    """The store's file and its log as far as they are there, with when they were changed and their size."""
    target = Path(os.path.realpath(path))
    files = (file for file in (target, Path(f"{target}-wal")) if file.exists())
    return {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in files}
