"""What a sheet of another version of the pack holds and this version does not know: kept as it is in JSON."""

import json
import re
from collections.abc import Mapping
from typing import Any

from smcheck.sheet.format import AFTER_RESULT_KEYS
from smcheck.words.fault import Fault

TABLE_KEYS = ("answers", "profile", "notes")
"""The keys of a sheet under which every version of a pack has its own."""
_ID = re.compile(r"[a-z0-9][a-z0-9_+-]{0,59}")
"""What every version has for ids."""


class Unread:
    """Collects what the pack does not know while a sheet is read.

    ``kept`` has the shape of the sheet's JSON. Where ``keep`` is false, because the sheet names no other
    version, all that is unknown is a fault.
    """

    def __init__(self, *, keep: bool) -> None:
        self._keep = keep
        self.kept: dict[str, Any] = {}

    def add(self, keys: tuple[str, ...], value: object, fault: Fault) -> None:
        """Keep a value under its keys, or raise the fault that it is.

        Below the first key only what some version of the pack could have asked for is kept: texts under ids.
        """
        if not self._keep or not all(_ID.fullmatch(key) for key in keys[1:]) or not _is_storable(value):
            raise fault
        if len(keys) > 1 and not isinstance(value, str):
            raise fault
        table = self.kept
        for key in keys[:-1]:
            table = table.setdefault(key, {})
        table[keys[-1]] = value

    def add_path(self, key: str, path: object, fault: Fault) -> None:
        """Keep one of the paths in a list of answers, or raise the fault that it is."""
        if not self._keep or not isinstance(path, str) or not all(map(_ID.fullmatch, path.split(".", 1))):
            raise fault
        self.kept.setdefault(key, []).append(path)


def _is_storable(value: object) -> bool:
    """Whether a file can hold this: JSON can have half a character, UTF-8 cannot."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        return False
    return True


def merge(data: dict[str, Any], unread: Mapping[str, Any]) -> dict[str, Any]:
    """A sheet's JSON with what was kept of it; where both have a value, that of ``data`` stands."""
    for key, value in unread.items():
        own = data.get(key)
        if isinstance(own, dict) and isinstance(value, dict):
            merge(own, value)
        elif isinstance(own, list) and isinstance(value, list):
            data[key] = sorted({*own, *value})
        elif own is None:
            data[key] = value
    return data


def places_of(unread: Mapping[str, Any]) -> list[str]:
    """Where the parts of what was kept stand: ``answers.team.gone``, ``profile.sector``, ``summary``."""
    found: list[str] = []
    for key, value in unread.items():
        if key in TABLE_KEYS:
            found += [f"{key}.{place}" for place in flat(value)]
        elif key not in AFTER_RESULT_KEYS:  # its answers are named already
            found.append(key)
    return found


def flat(table: Mapping[str, Any]) -> dict[str, str]:
    """The texts of a table by their paths: ``team.gone`` for a text in a table ``team``."""
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= (
            {f"{key}.{item}": text for item, text in value.items()}
            if isinstance(value, dict)
            else {key: value}
        )
    return found


def nest(texts: Mapping[str, str]) -> dict[str, Any]:
    """The table that :func:`flat` was given; of ``a`` and ``a.b`` it can have the first only."""
    table: dict[str, Any] = {}
    for path, text in texts.items():
        key, dot, item = path.partition(".")
        if not dot:
            table[key] = text
        elif isinstance(table.setdefault(key, {}), dict):
            table[key][item] = text
    return table
