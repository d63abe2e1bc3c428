"""The list of sheets, last changed first: read, and looked up by id."""

import json
import sqlite3
from collections.abc import Sequence

from smcheck.store import values
from smcheck.store.records import SheetSummary

_SHEETS = """
    SELECT id, pack, organisation, respondent, created, modified, result_seen
    FROM sheets
    WHERE deleted IS NULL
"""
_ORDER = "ORDER BY modified DESC, id"
_OF_THESE = "AND id IN (SELECT value FROM json_each(:ids))"


def read_summaries(connection: sqlite3.Connection, limit: int) -> list[SheetSummary]:
    """The summaries of the first sheets of the list; of all with −1."""
    rows = connection.execute(f"{_SHEETS} {_ORDER} LIMIT ?", (limit,))
    return [_summary(row) for row in rows]


def read_these(connection: sqlite3.Connection, ids: Sequence[str]) -> list[SheetSummary]:
    """The summaries of the sheets with these ids."""
    rows = connection.execute(f"{_SHEETS} {_OF_THESE} {_ORDER}", {"ids": json.dumps(ids)})
    return [_summary(row) for row in rows]


def _summary(row: sqlite3.Row) -> SheetSummary:
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


def ids_from(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The first ids in alphabetical order from a text on: itself and what it begins are among them."""
    rows = connection.execute(
        "SELECT id FROM sheets WHERE +deleted IS NULL AND id >= ? ORDER BY id LIMIT 8", (beginning,)
    )
    return [values.text(row["id"]) for row in rows]
