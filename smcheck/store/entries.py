"""The entries made in a sheet: the only record of what was answered, never changed, only added to."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from smcheck.store import values
from smcheck.store.records import Change, HistoryEntry
from smcheck.store.values import Damage

if TYPE_CHECKING:
    from smcheck.pack import Pack

KINDS = ("answer", "note", "profile", "comment")
AFTER_RESULT, CHANGED_ELSEWHERE = 1, 2
"""What an answer's entry has for ``after_result``, else 0: it was given after the result was seen; and it
came with its sheet, which was changed after the result was seen where its earlier entries are not known."""


def read_history(connection: sqlite3.Connection, id_: str) -> list[HistoryEntry]:
    """Every entry ever made in a sheet, oldest first."""
    return [
        HistoryEntry(
            kind=values.text(row["kind"]),
            key=values.text(row["key"]),
            value=None if row["value"] is None else values.text(row["value"]),
            at=(values.time_of_comment if row["kind"] == "comment" else values.time)(row["at"]),
            by=values.text(row["by"]),
            after_result=bool(row["after_result"]),
        )
        for row in _read_rows(connection, id_)
    ]


def _read_rows(connection: sqlite3.Connection, id_: str) -> list[sqlite3.Row]:
    return connection.execute(
        "SELECT kind, key, value, at, by, after_result FROM entries WHERE sheet = ? ORDER BY revision", (id_,)
    ).fetchall()


class LastEntries:
    """The entries made in a sheet, of which the last one of each key stands.

    ``given`` is by kind and key, ``signatures`` by whom and when each comment was made; ``changed`` and
    ``answered`` are the answers that were, after the result was seen.

    Raises:
        Damage: an entry that no smcheck can have written.
    """

    def __init__(self, connection: sqlite3.Connection, id_: str) -> None:
        rows = _read_rows(connection, id_)
        self.given: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
        self.signatures: dict[str, tuple[str, datetime | None]] = {}
        for row in rows:
            kind, key = row["kind"], values.text(row["key"])
            if kind not in KINDS:
                raise Damage("malformed kind")
            self.given[kind].pop(key, None)
            if row["value"] is not None:
                self.given[kind][key] = values.text(row["value"])
            if kind == "comment":
                self.signatures[key] = (values.text(row["by"]), values.time_of_comment(row["at"]))
        answers = (row for row in rows if row["kind"] == "answer")
        self.changed, self.answered = late_answers(answers, self.given["answer"])


def late_answers(
    rows: Iterable[sqlite3.Row], answers: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The answers changed, and those first given, after the result was seen; each in alphabetical order.

    Args:
        rows: key, value and ``after_result`` of every entry of the kind ``answer``, oldest first.
        answers: the answers that stand.
    """
    seen: dict[str, str | None] = {}  # what stood when the result was seen
    late: set[str] = set()
    changed: set[str] = set()
    for row in rows:
        key = row["key"]
        if row["after_result"]:
            late.add(key)
        elif key not in late:
            seen[key] = row["value"]
        if row["after_result"] == CHANGED_ELSEWHERE:
            changed.add(key)
    late &= answers.keys()
    changed |= {key for key in late if seen.get(key) not in {None, answers[key]}}
    answered = {key for key in late if seen.get(key) is None}
    return tuple(sorted(changed & late)), tuple(sorted(answered - changed))


def valid_answers(answers: Mapping[str, str], pack: "Pack") -> dict[str, str]:
    """The answers that the pack, which may be another version by now, can read."""
    return {path: value for path, value in answers.items() if value in pack.answers_to(path)}


def record_changes(
    connection: sqlite3.Connection,
    sheet: sqlite3.Row,
    since: int,
    changes: Sequence[Change],
    by: str,
    now: datetime,
) -> dict[str, str | None]:
    """Make entries in a sheet; none where another window has given one of the keys another value.

    Gives those keys and values.

    Args:
        connection: with an open write transaction.
        sheet: the sheet's row, read in this transaction.
        since: the revision that the changes were made at.
        changes: what the entries say.
        by: the respondent.
        now: when they are made.
    """
    id_, revision = values.text(sheet["id"]), values.whole_number(sheet["revision"])
    theirs = _values_since(connection, id_, since)
    conflicts = {
        key: theirs[kind, key]
        for kind, key, value in changes
        if (kind, key) in theirs and theirs[kind, key] != value
    }
    new = [change for change in changes if change[:2] not in theirs]
    if conflicts or not new:
        return conflicts
    late = dict.fromkeys((key for _kind, key, _value in new), AFTER_RESULT)
    append_entries(
        connection,
        id_,
        revision,
        new,
        at=values.time_text(now),
        by=by,
        late={} if sheet["result_seen"] is None else late,
    )
    _set_dates(connection, sheet, now)
    return {}


def _values_since(connection: sqlite3.Connection, id_: str, since: int) -> dict[tuple[str, str], str | None]:
    """By kind and key, the last value that was given after a revision."""
    rows = connection.execute(
        "SELECT kind, key, value FROM entries WHERE sheet = ? AND revision > ? ORDER BY revision",
        (id_, since),
    )
    return {(row["kind"], row["key"]): row["value"] for row in rows}


def append_entries(
    connection: sqlite3.Connection,
    id_: str,
    revision: int,
    changes: Sequence[Change],
    *,
    at: str,
    by: str,
    late: Mapping[str, int],
) -> int:
    """Write entries and the sheet's new revision, which is given back.

    Args:
        connection: with an open write transaction.
        id_: the sheet.
        revision: its revision so far.
        changes: what the entries say.
        at: the time, as it is stored; empty for a comment that came without one.
        by: the respondent.
        late: by path, what the answers given after the result was seen have for ``after_result``.
    """
    rows = [
        (id_, revision + number, kind, key, value, at, by, late.get(key, 0) if kind == "answer" else 0)
        for number, (kind, key, value) in enumerate(changes, 1)
    ]
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    last = revision + len(rows)
    connection.execute("UPDATE sheets SET revision = ? WHERE id = ?", (last, id_))
    return last


def _set_dates(connection: sqlite3.Connection, sheet: sqlite3.Row, now: datetime) -> None:
    """The sheet was changed now; where a wrong clock or a file has its dates in the future, they end."""
    dates = [None if sheet[key] is None else values.time(sheet[key]) for key in ("created", "result_seen")]
    created, seen = (date and min(date, now).isoformat() for date in dates)
    connection.execute(
        "UPDATE sheets SET modified = ?, created = ?, result_seen = ? WHERE id = ?",
        (values.time_text(now), created, seen, sheet["id"]),
    )
