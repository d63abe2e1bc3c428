"""Several processes at one store, and processes that are killed: what was acknowledged is there."""

import random
import sqlite3
from contextlib import ExitStack
from pathlib import Path
from time import sleep

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store import Store
from support.neighbour import Neighbour

PROCESSES = 20
ENTRIES = 10
KILLS = 10


def test_twenty_processes_lose_nothing(tmp_path: Path) -> None:
    """20 processes make the store, a sheet each, and ten entries each in one sheet: all are there."""
    path = tmp_path / "sheets.db"
    with ExitStack() as stack:
        others = [stack.enter_context(Neighbour(path)) for _number in range(PROCESSES)]
        assert [other.hear() for other in others] == ["ready"] * PROCESSES
        for number, other in enumerate(others):
            other.tell(f"create name{number}")
        created = {other.hear() for other in others}
        shared = min(created)
        for number, other in enumerate(others):
            other.tell(f"record {shared} name{number} {ENTRIES}")
        said = {other.hear() for other in others for _entry in range(ENTRIES)}
    store = Store(path)
    history = store.history(shared)
    listed = {entry.id: entry.organisation for entry in store.list_sheets()}
    store.close()
    expected = {f"name{number}.{entry}" for number in range(PROCESSES) for entry in range(ENTRIES)}
    assert (expected, PROCESSES * ENTRIES) == (said, len(history))
    assert expected == {entry.key for entry in history}
    assert all(entry.key.startswith(entry.by + ".") for entry in history)
    assert (created, {f"name{number}" for number in range(PROCESSES)}) == (set(listed), set(listed.values()))


def test_a_killed_process_loses_nothing_it_acknowledged(
    tmp_path: Path, pack: Pack, chance: random.Random
) -> None:
    """Killed while writing, ten times over: every acknowledged entry is there and the file is whole."""
    path = tmp_path / "sheets.db"
    store = Store(path)
    sheet = store.create(pack, Sheet(pack.id))
    store.close()
    acknowledged: list[str] = []
    for number in range(KILLS):
        with Neighbour(path) as other:
            assert other.hear() == "ready"
            other.tell(f"record {sheet} round{number} 1000000")
            acknowledged.append(other.hear())
            sleep(chance.uniform(0, 0.06))
            acknowledged += other.kill()
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        again = Store(path)
        kept = [entry.key for entry in again.history(sheet)]
        again.close()
        # At most the entry being made as the end came is kept without having been acknowledged.
        assert set() == set(acknowledged) - set(kept)
        assert len(kept) - len(acknowledged) in range(number + 2)
    assert len({key.partition(".")[0] for key in acknowledged}) == KILLS
