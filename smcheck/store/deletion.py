"""Deletion: out of every list at first, and removed without a trace later."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime


def mark_deleted(connection: sqlite3.Connection, id_: str, now: datetime) -> bool:
    """Take a sheet out of every list; whether there was such a sheet."""
    changed = connection.execute(
        "UPDATE sheets SET deleted = ? WHERE id = ? AND deleted IS NULL", (now.isoformat(), id_)
    )
    return changed.rowcount > 0


def unmark_deleted(connection: sqlite3.Connection, id_: str) -> bool:
    """Bring a deleted sheet back; whether it was still there."""
    return connection.execute("UPDATE sheets SET deleted = NULL WHERE id = ?", (id_,)).rowcount > 0


def ids_deleted_before(connection: sqlite3.Connection, time: datetime) -> list[str]:
    """The deleted sheets that were so before a time already."""
    rows = connection.execute("SELECT id FROM sheets WHERE deleted < ?", (time.isoformat(),))
    return [row["id"] for row in rows]


def remove_deleted(connection: sqlite3.Connection, ids: Sequence[str]) -> int:
    """Remove the rows of those of these sheets that are deleted, and of their entries; gives how many."""
    return connection.execute(
        "DELETE FROM sheets WHERE deleted IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    ).rowcount
