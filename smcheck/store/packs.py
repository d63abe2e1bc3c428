"""The packs that sheets were answered under, compressed and kept beside them, one row each."""

import json
import sqlite3
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from smcheck.store.values import Damage

if TYPE_CHECKING:
    from smcheck.pack import Pack

_LARGEST = 4 * 1024 * 1024
"""Bytes of JSON that a row is decompressed to at most, so that a small row cannot fill the memory.

The files of a pack have at most 2 MB, in which quotes and line ends take two bytes as JSON. Only files of
control characters, which nobody could read, take more.
"""
_MOST_PACKS = 16
"""Packs that the cache of a store holds."""


class PackCache:
    """Packs that were kept with sheets, or were not, by their hash and that of the current pack."""

    def __init__(self) -> None:
        self._packs: dict[tuple[str, str], Pack | None] = {}

    def find(self, connection: sqlite3.Connection, pack_hash: str, current: "Pack") -> "Pack | None":
        """The pack with this hash, or ``current``, or none: see :func:`read_pack`."""
        if pack_hash == current.hash:
            return current
        known = (pack_hash, current.hash)
        if known not in self._packs:
            kept = read_pack(connection, pack_hash, current)
            if len(self._packs) == _MOST_PACKS:
                self._packs.clear()
            self._packs[known] = kept
        return self._packs[known]


def insert_pack(connection: sqlite3.Connection, pack: "Pack") -> None:
    """Keep a pack's files, once for all sheets answered under it; none that could not be read again."""
    if connection.execute("SELECT 1 FROM packs WHERE hash = ?", (pack.hash,)).fetchone() is None:
        content = dump_files(pack.contents)
        if len(content) <= _LARGEST:
            connection.execute("INSERT INTO packs VALUES (?, ?)", (pack.hash, zlib.compress(content)))


def read_pack(connection: sqlite3.Connection, pack_hash: str, current: "Pack") -> "Pack | None":
    """A kept pack, or none where it was not kept; ``current`` where the two differ in texts only.

    One of a format that is not read any more counts as not kept.

    Raises:
        Damage: the row cannot be decompressed.
        Fault: what was kept is no pack.
    """
    from smcheck.files.toml import parse_toml
    from smcheck.pack import differences, restore_pack  # a list of sheets needs no pack

    row = connection.execute("SELECT contents FROM packs WHERE hash = ?", (pack_hash,)).fetchone()
    if row is None:
        return None
    files = decompress_files(row["contents"])
    if parse_toml(files["pack.toml"], str(current.folder)).get("format") != current.file.format:
        return None
    kept = restore_pack(current.folder, files)
    return kept if differences(kept, current) else current


def dump_files(files: Mapping[str, bytes]) -> bytes:
    """Files by name as JSON."""
    # Neither names nor files that nobody has asked for need be UTF-8: half characters stand for such bytes.
    texts = {name: content.decode("utf-8", "surrogateescape") for name, content in files.items()}
    return json.dumps(texts, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def decompress_files(value: object) -> dict[str, bytes]:
    """The files that :func:`dump_files` was given, compressed.

    Raises:
        Damage: this is something else.
    """
    if not isinstance(value, bytes):
        raise Damage("malformed pack")
    try:
        content = zlib.decompressobj().decompress(value, _LARGEST)
        texts = json.loads(content.decode("utf-8", "surrogatepass"))
    except (zlib.error, ValueError, RecursionError):
        raise Damage("malformed pack") from None
    if not isinstance(texts, dict) or "pack.toml" not in texts:
        raise Damage("malformed pack")
    if not all(isinstance(file, str) for file in texts.values()):
        raise Damage("malformed pack")
    return {name: file.encode("utf-8", "surrogateescape") for name, file in texts.items()}
