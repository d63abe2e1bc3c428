"""Deletion: out of every list at first, and removed without a trace later."""

import sqlite3
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


def any_deleted(connection: sqlite3.Connection) -> bool:
    """Whether there is a deleted sheet."""
    row = connection.execute("SELECT 1 FROM sheets WHERE deleted IS NOT NULL LIMIT 1").fetchone()
    return row is not None


def remove_deleted(connection: sqlite3.Connection) -> int:
    """Remove the rows of deleted sheets and of their entries; gives how many sheets."""
    return connection.execute("DELETE FROM sheets WHERE deleted IS NOT NULL").rowcount
