"""What the tests of sittings share: one with an empty sheet, and a store in two windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smcheck.pack import Pack
from smcheck.session import Session
from smcheck.store import Store
from support.session import sitting


@pytest.fixture
def session(pack: Pack) -> Session:
    """A sitting with an empty sheet."""
    return sitting({})


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """The same store in two windows."""
    both = (Store(tmp_path / "sheets.db"), Store(tmp_path / "sheets.db"))
    yield both
    for store in both:
        store.close()
