"""The list of sheets, last changed first: read page by page, counted, and looked up by id."""

import sqlite3

from smcheck.store import values
from smcheck.store.records import SheetSummary

_PAGE = """
    SELECT id, pack, pack_hash, organisation, respondent, created, modified, result_seen
    FROM sheets
    WHERE deleted IS NULL
        AND (:search = '' OR contains(organisation, :search) OR contains(respondent, :search))
    ORDER BY modified DESC, id
    LIMIT :limit OFFSET :offset
"""
# SQLite gives the columns beside max() from the row that has the maximum. Notes can be long and are left out.
_PAGE_WITH_ENTRIES = f"""
    SELECT page.*, (
        SELECT json_group_array(json_array(kind, key, iif(kind = 'answer', value, NULL)))
        FROM (SELECT kind, key, value, max(revision) FROM entries WHERE sheet = page.id GROUP BY kind, key)
    ) AS last_entries
    FROM ({_PAGE}) AS page
    ORDER BY modified DESC, id
"""  # noqa: S608 - the query above


def read_page(connection: sqlite3.Connection, limit: int, offset: int, search: str) -> list[SheetSummary]:
    """The summaries of a page of the list."""
    return [summary_from(row) for row in connection.execute(_PAGE, _parameters(limit, offset, search))]


def read_page_with_entries(
    connection: sqlite3.Connection, limit: int, offset: int, search: str
) -> list[sqlite3.Row]:
    """The rows of a page of the list.

    Beside what a summary needs each has the ``pack_hash`` and the ``last_entries``: kind, key and value of
    the last entry of each key, in a list as JSON.
    """
    return connection.execute(_PAGE_WITH_ENTRIES, _parameters(limit, offset, search)).fetchall()


def _parameters(limit: int, offset: int, search: str) -> dict[str, str | int]:
    return {"limit": limit, "offset": offset, "search": search.casefold()}


def summary_from(row: sqlite3.Row) -> SheetSummary:
    """The summary in a row of a page.

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
