"""Dates that lie in the future."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from smcheck.sheet import Sheet
from smcheck.store import Store, StoredJournal
from support.builders import PACK

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it, on one day in November."""
    store = Store(tmp_path / "sheets.db", lambda: NOW)
    yield store
    store.close()


def test_dates_in_the_future_end_with_the_next_change(store: Store) -> None:
    """A wrong clock, or a file: with any entry the sheet was changed now, and not begun or seen later."""
    ahead = NOW + timedelta(days=900)
    old = Sheet(PACK.id, organisation="Heute")
    future = Sheet(
        PACK.id,
        answers=MappingProxyType({"daily": "pr"}),
        created=ahead,
        modified=ahead,
        result_seen=ahead,
    )
    id_ = store.create(PACK, future)
    store.create(PACK, old)
    journal = StoredJournal(store, PACK, Sheet(PACK.id, id=id_))
    assert journal.sheet.modified == ahead, "nothing is changed by reading"
    sheet = journal.note("team", "x")
    assert (sheet.created, sheet.modified, sheet.result_seen) == (NOW, NOW, NOW)


def test_dates_in_the_past_stand(store: Store) -> None:
    """Only the last change moves on."""
    begun = NOW - timedelta(days=9)
    id_ = store.create(PACK, Sheet(PACK.id, created=begun, modified=begun, result_seen=begun))
    sheet = StoredJournal(store, PACK, Sheet(PACK.id, id=id_)).answer({"daily": "team"})
    assert (sheet.created, sheet.modified, sheet.result_seen) == (begun, NOW, begun)
