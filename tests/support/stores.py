"""Looks into a store from outside, as another process does."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from smcheck.store import Store


@contextmanager
def reading(path: Path) -> Iterator[Store]:
    """The store as another process sees it."""
    with closing(Store(path)) as store:
        yield store


def assert_whole(path: Path) -> None:
    """SQLite finds nothing wrong with the file."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a store holds, whichever schema it has; nothing where there is none."""
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - two names
            for table in ("sheets", "entries")
        }
