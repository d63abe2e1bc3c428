"""What the common options say: the pack, the store, the streams."""

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from smcheck.pack import Pack, load_pack

if TYPE_CHECKING:
    from smcheck.store import Store


def pack_of(options: argparse.Namespace, *, starting: bool = False) -> Pack:
    """The pack that --pack names, else social-media; ``starting`` says that more is to be loaded."""
    pack = load_pack(getattr(options, "pack", None))
    if not starting:
        started()
    return pack


def started() -> None:
    """Everything is loaded: collect rubbish from now on, but nothing that is here already."""
    gc.freeze()
    gc.enable()


def store_of(options: argparse.Namespace) -> "Store":
    """The store that --store or SMCHECK_STORE names, else the platform's."""
    from smcheck.store import Store, default_path  # not needed to score files

    return Store(default_path(getattr(options, "store", None), os.environ))


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``."""
    from smcheck.pack.files import read_bytes
    from smcheck.sheet.file import MAX_FILE_BYTES
    from smcheck.words.fault import Fault
    from smcheck.words.language import _

    if name != "-":
        return read_bytes(Path(name), MAX_FILE_BYTES)
    try:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        text = _("cannot be read ({reason})").format(reason=error.strerror)
        raise Fault(text, file=_("standard input")) from None
