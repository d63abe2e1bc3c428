"""A store that nobody closed, and the thread that collects it."""

import gc
from pathlib import Path
from threading import Thread

import pytest

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store import Store


def test_another_thread_may_collect_a_store(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is closed without a word: a report is made in a thread, and garbage is collected in any."""
    said: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", said.append)
    stores = [Store(tmp_path / "sheets.db")]
    stores[0].create(pack, Sheet(pack.id))

    def collect() -> None:
        stores.clear()
        gc.collect()

    thread = Thread(target=collect)
    thread.start()
    thread.join()
    assert said == []
    assert not (tmp_path / "sheets.db-wal").exists()
