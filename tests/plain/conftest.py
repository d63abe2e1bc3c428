"""What tests of the plain mode share: a store on one day in November, English before and after."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smcheck.store import Store
from smcheck.words.language import use


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    store = Store(tmp_path / "sheets.db", lambda: datetime(2026, 11, 22, 14, 2, tzinfo=UTC))
    yield store
    store.close()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use("en")
    yield
    use("en")
