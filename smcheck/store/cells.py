"""Values as the store's file gives them back: a damaged file can hold anything anywhere."""

import json
import sqlite3
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime

_LARGEST = 4 * 1024 * 1024
"""Bytes that a pack's files may have together as JSON: 2 MB, where a line's end or a quote takes two."""


class Damage(sqlite3.DatabaseError):
    """A value that no smcheck can have written."""


def text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise Damage("malformed text")
    return value


def number(value: object) -> int:
    """A whole number, not negative."""
    if not isinstance(value, int) or value < 0:
        raise Damage("malformed number")
    return value


def moment(value: object) -> datetime:
    """A time with its time zone."""
    try:
        found = datetime.fromisoformat(text(value))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Damage("malformed time")
    return found


def stamp(value: datetime) -> str:
    """A time as it is stored where times are compared: in UTC, so that they sort as texts."""
    try:
        return value.astimezone(UTC).isoformat()
    except OverflowError:  # the first or the last day of the calendar
        return value.isoformat()


def packed(files: Mapping[str, bytes]) -> bytes:
    """Files by name, small enough to keep with the sheets."""
    # Neither names nor files that nobody has asked for need be UTF-8: half characters stand for such bytes.
    texts = {name: content.decode("utf-8", "surrogateescape") for name, content in files.items()}
    return zlib.compress(
        json.dumps(texts, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    )


def files(value: object) -> dict[str, bytes]:
    """The files that :func:`packed` made small."""
    if not isinstance(value, bytes):
        raise Damage("malformed pack")
    try:
        content = zlib.decompressobj().decompress(value, _LARGEST)
        texts = json.loads(content.decode("utf-8", "surrogatepass"))
        if not isinstance(texts, dict) or not all(isinstance(entry, str) for entry in texts.values()):
            raise Damage("malformed pack")
        if "pack.toml" not in texts:
            raise Damage("malformed pack")
        return {name: entry.encode("utf-8", "surrogateescape") for name, entry in texts.items()}
    except (zlib.error, ValueError, RecursionError):
        raise Damage("malformed pack") from None
