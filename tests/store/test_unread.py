"""What a sheet of another version of its pack holds besides stays in the store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest

from smcheck.pack import Pack
from smcheck.sheet import Sheet, dump_sheet, parse_sheet
from smcheck.store import Store
from smcheck.words.fault import Fault


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    store = Store(tmp_path / "sheets.db")
    yield store
    store.close()


OF_ANOTHER_VERSION = Sheet(
    "social-media",
    pack_version="9.1.0",
    pack_hash="abc",
    profile=MappingProxyType({"role": "PR"}),
    answers=MappingProxyType({"daily": "marketing", "team.dedicated": "yes"}),
    unread=MappingProxyType(
        {
            "profile": {"sector": "space", "founded": "1999"},
            "answers": {"team": {"robot": "no"}, "budget": "small", "daily": "robot"},
            "notes": {"budget": "tight"},
            "changed_after_result": ["team.robot"],
            "answered_after_result": ["budget"],
            "remarks": {"by": ["A. B."], "text": "[/]"},
        }
    ),
)


def test_what_another_version_asked_stays_with_the_sheet(store: Store, pack: Pack) -> None:
    """It comes back as it was, but for an answer that was given since; it is in no answer."""
    id_ = store.create(pack, OF_ANOTHER_VERSION)
    sheet = store.load(id_, pack).sheet
    assert sheet.answers == {"daily": "marketing", "team.dedicated": "yes"}
    answers = {"team": {"robot": "no"}, "budget": "small"}
    assert {**OF_ANOTHER_VERSION.unread, "answers": answers} == sheet.unread
    assert (sheet.changed_after_result, sheet.answered_after_result) == ((), ())


def test_what_another_version_asked_is_left_once_the_sheet_goes_over(store: Store, pack: Pack) -> None:
    """Then it stands in the history only: a sheet of this version has what this version asks."""
    id_ = store.create(pack, OF_ANOTHER_VERSION)
    store.change_pack(id_, pack)
    sheet = store.load(id_, pack).sheet
    assert sheet.unread == {}
    assert ("answer", "budget", "small") in [
        (entry.kind, entry.key, entry.value) for entry in store.history(id_)
    ]
    assert sheet == parse_sheet(dump_sheet(sheet, pack), pack)


@pytest.mark.parametrize("content", ["{", "[]", "3", "[" * 100_000])
def test_a_damaged_rest(store: Store, pack: Pack, tmp_path: Path, content: str) -> None:
    """What no smcheck can have written is told as damage."""
    id_ = store.create(pack, OF_ANOTHER_VERSION)
    store.close()
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE sheets SET unread = ?", (content,))
    with pytest.raises(Fault, match="damaged"):
        Store(tmp_path / "sheets.db").load(id_, pack)
