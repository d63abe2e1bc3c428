"""The list of sheets, last changed first: read, counted, and looked up by id."""

import json
import sqlite3
from collections.abc import Sequence

from smcheck.store import values
from smcheck.store.records import SheetSummary

_SHEETS = """
    SELECT id, pack, pack_hash, organisation, respondent, created, modified, result_seen
    FROM sheets
    WHERE deleted IS NULL
"""
_ORDER = "ORDER BY modified DESC, id"
_OF_THESE = "AND id IN (SELECT value FROM json_each(:ids))"
# SQLite gives the columns beside max() from the row that has the maximum. Notes can be long and are left out.
_WITH_ENTRIES = f"""
    SELECT these.*, (
        SELECT json_group_array(json_array(kind, key, iif(kind = 'answer', value, NULL)))
        FROM (SELECT kind, key, value, max(revision) FROM entries WHERE sheet = these.id GROUP BY kind, key)
    ) AS last_entries
    FROM ({_SHEETS} {_OF_THESE}) AS these
    {_ORDER}
"""  # noqa: S608 - the queries above


def read_summaries(connection: sqlite3.Connection, limit: int) -> list[SheetSummary]:
    """The summaries of the first sheets of the list; of all with −1."""
    rows = connection.execute(f"{_SHEETS} {_ORDER} LIMIT ?", (limit,))
    return [summary_from(row) for row in rows]


def read_these(connection: sqlite3.Connection, ids: Sequence[str]) -> list[SheetSummary]:
    """The summaries of the sheets with these ids."""
    rows = connection.execute(f"{_SHEETS} {_OF_THESE} {_ORDER}", {"ids": json.dumps(ids)})
    return [summary_from(row) for row in rows]


def read_these_with_entries(connection: sqlite3.Connection, ids: Sequence[str]) -> list[sqlite3.Row]:
    """The rows of the sheets with these ids.

    Beside what a summary needs each has the ``pack_hash`` and the ``last_entries``: kind, key and value of
    the last entry of each key, in a list as JSON.
    """
    return connection.execute(_WITH_ENTRIES, {"ids": json.dumps(ids)}).fetchall()


def summary_from(row: sqlite3.Row) -> SheetSummary:
    """The summary in a row of the list.

    Raises:
        Damage: a value that no smcheck can have written.
    """
    return SheetSummary(
        id=values.text(row["id"]),
        pack=values.text(row["pack"]),
        organisation=values.text(row["organisation"]),
        respondent=values.text(row["respondent"]),
        created=values.time(row["created"]),
        modified=values.time(row["modified"]),
        finished=row["result_seen"] is not None,
    )


def count_sheets(connection: sqlite3.Connection) -> int:
    """How many sheets there are that are not deleted."""
    # All of them are counted without a look at each, and the deleted ones are few.
    row = connection.execute(
        "SELECT (SELECT count(*) FROM sheets) - (SELECT count(*) FROM sheets WHERE deleted IS NOT NULL)"
    ).fetchone()
    return int(row[0])


def ids_from(connection: sqlite3.Connection, beginning: str, limit: int = 8) -> list[str]:
    """The first ids in alphabetical order from a text on: itself and what it begins are among them."""
    rows = connection.execute(
        "SELECT id FROM sheets WHERE +deleted IS NULL AND id >= ? ORDER BY id LIMIT ?", (beginning, limit)
    )
    return [values.text(row["id"]) for row in rows]
