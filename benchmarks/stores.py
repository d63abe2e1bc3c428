"""A store of any size, filled quickly: the example again and again under other names."""

import sqlite3
from contextlib import closing
from itertools import islice, product
from pathlib import Path

from smcheck import load_pack, load_sheet
from smcheck.store import Store

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def fill(path: Path, number: int) -> None:
    """Make a store with ``number`` sheets, all with their answers, each changed at another moment."""
    pack = load_pack()
    store = Store(path)
    example = store.create(pack, load_sheet(pack.folder / "example.json", pack), "review", finished=True)
    store.close()
    ids = ("".join(letters) for letters in product(_LETTERS, repeat=6))
    others = islice((id_ for id_ in ids if id_ != example), number - 1)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")  # it need not last
        connection.executemany(
            "INSERT INTO sheets SELECT ?, pack, pack_version, pack_hash, ?, respondent, created,"
            " '2026-01-01T00:00:00.' || ? || '+00:00', position, result_seen, deleted, revision, unread"
            " FROM sheets WHERE id = ?",
            [(id_, f"Beispiel {n}", f"{n:06d}", example) for n, id_ in enumerate(others)],
        )
        connection.execute(
            "INSERT INTO entries SELECT s.id, e.revision, e.kind, e.key, e.value, e.at, e.by, e.after_result"
            " FROM sheets s, entries e WHERE e.sheet = ?1 AND s.id != ?1 ORDER BY s.id, e.revision",
            (example,),
        )
