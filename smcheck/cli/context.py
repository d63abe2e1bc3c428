"""What the common options name: the pack, the store, an input file."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.store import Store


def pack_from(options: argparse.Namespace) -> "Pack":
    """The pack that --pack names, else social-media."""
    from smcheck.pack import load_pack  # not needed to list sheets

    return load_pack(options.pack)


def store_from(options: argparse.Namespace, timeout: float = 5.0) -> "Store":
    """The store that --store or SMCHECK_STORE names, else the platform's.

    Args:
        options: of the command line.
        timeout: seconds to wait for another program that is writing to it.
    """
    from smcheck.store import Store, default_path  # not needed to score files

    return Store(default_path(options.store, os.environ), timeout=timeout)


def tell_nothing_stored(store: "Store") -> None:
    """Say on standard error that the store is empty, or not there yet, and where it was looked for."""
    from smcheck.cli.streams import print_stderr
    from smcheck.words.controls import escape_controls
    from smcheck.words.language import _

    text = _(
        "No sheet is stored in {file}. “smcheck new” starts one, “smcheck example” shows what comes of it."
    )
    print_stderr(text.format(file=escape_controls(str(store.path))))


def warn_of_sharing(store: "Store") -> None:
    """Say on standard error, once a run, that the store lies where other computers write to it as well."""
    from smcheck.cli.streams import print_stderr
    from smcheck.store.shared_folders import find_sharing  # not needed for what only reads
    from smcheck.words.controls import escape_controls
    from smcheck.words.language import _

    service = find_sharing(store.path)
    if service:
        text = _(
            "{file} lies in a folder that other computers can write to as well ({service}): two that write at"
            " once can damage it. Better keep it on this computer alone, with --store FILE, and share sheets"
            " with “smcheck export”."
        )
        print_stderr(text.format(file=escape_controls(str(store.path)), service=service))


def brand_file_from(options: argparse.Namespace) -> Path | None:
    """The brand's file that --brand names, else the settings, if they do."""
    from smcheck.settings import brand_file, read_settings, settings_path

    if getattr(options, "brand", None):
        return Path(options.brand)
    path = settings_path(os.environ)
    return brand_file(read_settings(path), path)


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``."""
    from smcheck.files.reading import read_bytes, unreadable
    from smcheck.sheet.file import MAX_FILE_BYTES
    from smcheck.words.language import _
    from smcheck.words.system_error import system_reason

    if name != "-":
        return read_bytes(Path(name), MAX_FILE_BYTES)
    try:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise unreadable(system_reason(error), _("standard input")) from None
