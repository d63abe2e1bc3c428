"""What a sheet of another version of its pack holds and this version does not know.

Answers, notes and profile are entries like others, so that a version which knows them reads them; all else is
in the sheet's row as JSON.
"""

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from smcheck.store.entries import LastEntries
from smcheck.store.records import Change
from smcheck.store.values import Damage, text

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Sheet

_KINDS = {"profile": "profile", "answers": "answer", "notes": "note"}
"""The kinds of entries, by the sheet's keys."""


def read_unread(row: sqlite3.Row, last: LastEntries, sheet: "Sheet", pack: "Pack") -> dict[str, Any]:
    """What of a sheet's row and entries ``sheet`` does not have; nothing where it is of the pack's version.

    Raises:
        Damage: this is no JSON object.
    """
    if (row["pack_version"], row["pack_hash"]) == (pack.version, pack.hash):
        return {}
    from smcheck.sheet.unread import nest

    found = _decode(text(row["unread"]))
    for key, kind in _KINDS.items():
        known = getattr(sheet, key)
        rest = {id_: value for id_, value in last.given[kind].items() if id_ not in known}
        if rest:
            found[key] = nest(rest) if kind == "answer" else rest
    for key, paths in (("changed_after_result", last.changed), ("answered_after_result", last.answered)):
        unknown = [path for path in paths if path not in sheet.answers]
        if unknown:
            found[key] = unknown
    return found


def _decode(content: str) -> dict[str, Any]:
    try:
        found = json.loads(content or "{}")
    except (ValueError, RecursionError):
        raise Damage("malformed JSON") from None
    if not isinstance(found, dict):
        raise Damage("malformed JSON")
    return found


def unread_changes(sheet: "Sheet") -> list[Change]:
    """What becomes entries of a new sheet."""
    from smcheck.sheet.unread import flat

    return [
        (kind, id_, value)
        for key, kind in _KINDS.items()
        for id_, value in flat(sheet.unread.get(key, {})).items()
    ]


def unread_text(sheet: "Sheet") -> str:
    """What is kept in the row of a new sheet; empty where there is nothing."""
    from smcheck.sheet.format import AFTER_RESULT_KEYS

    rest = {key: value for key, value in sheet.unread.items() if key not in {*_KINDS, *AFTER_RESULT_KEYS}}
    return json.dumps(rest, ensure_ascii=False) if rest else ""
