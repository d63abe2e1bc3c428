"""A part of the list: sheets with their current answers, whatever is damaged beside them."""

import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from smcheck.pack import Pack, default_folder, load_pack
from smcheck.sheet import Sheet
from smcheck.store import ListedSheet, Store
from smcheck.store import packs as packs_module

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "sheets.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    store = Store(path)
    yield store
    store.close()


def fill(store: Store, pack: Pack, number: int, note: str = "") -> None:
    """Sheets ``s0``, ``s1`` … with an answer each that was changed, one that was taken back, and a note."""
    for count in range(number):
        given = {"daily": "pr", "team.agency": "no", "goals.service": "yes"}
        notes = MappingProxyType({"team": note.format(count) * 100} if note else {})
        sheet = Sheet(pack.id, id=f"s{count}", answers=MappingProxyType(given), notes=notes)
        store.create(pack, sheet)
        store.record(f"s{count}", 4, [("answer", "daily", "team"), ("answer", "goals.service", None)], "")


def older_pack(folder: Path, percent: int) -> Pack:
    """The pack as it was with another figure."""
    shutil.copytree(default_folder(), folder)
    figures = folder / "figures" / "documented.toml"
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text.replace("percent = 90", f"percent = {percent}", 1), encoding="utf-8")
    return load_pack(folder)


def whole(listed: ListedSheet) -> bool:
    """Whether a sheet was listed with its answers."""
    return listed.pack is not None


def all_answers(store: Store, pack: Pack) -> list[ListedSheet]:
    """All sheets of the list with their answers."""
    return store.list_answers(pack, [sheet.id for sheet in store.list_sheets()])


def test_a_part_holds_what_loading_gives(store: Store, pack: Pack) -> None:
    """Summaries are those of the list, answers those of the sheet; ids that there are not are left out."""
    fill(store, pack, 7)
    unknown: list[tuple[str, str, str | None]] = [("answer", "team.gone", "yes"), ("note", "daily", "x")]
    store.record("s3", 0, unknown, "")
    store.delete("s4")
    summaries = store.list_sheets()
    for ids in ([sheet.id for sheet in summaries], ["s5", "s3"], ["s4"], ["%", "'", "s"], []):
        listed = store.list_answers(pack, ids)
        assert [sheet for sheet in summaries if sheet.id in ids] == [sheet.summary for sheet in listed]
        for sheet in listed:
            assert (pack, store.load(sheet.summary.id, pack).sheet.answers) == (sheet.pack, sheet.answers)
    assert all_answers(store, pack)[0].answers == {"daily": "team", "team.agency": "no"}


def test_threads_share_a_store(store: Store, pack: Pack) -> None:
    """One thread writes while others read; each finds the sheets whole."""
    fill(store, pack, 20)
    ids = [f"s{count}" for count in range(20)]
    with ThreadPoolExecutor(4) as pool:
        lists = [pool.submit(store.list_answers, pack, ids) for _time in range(20)]
        for id_ in ids:
            store.record(id_, 99, [("answer", "daily", "nobody")], "")
    for found in lists:
        assert {sheet.answers["daily"] for sheet in found.result()} <= {"team", "nobody"}
        assert len(found.result()) == 20


def test_sheets_of_other_packs(
    store: Store, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sheet comes with the pack that it was answered under, another questionnaire's without any."""
    monkeypatch.setattr(packs_module, "_MOST_PACKS", 2)  # more packs than the cache holds
    packs = [older_pack(tmp_path / str(percent), percent) for percent in (10, 20, 30, 40)]
    for old in packs:
        store.create(old, Sheet(old.id, answers=MappingProxyType({"daily": "team"})))
    store.create(replace(pack, file=pack.file.model_copy(update={"id": "other"})), Sheet("other"))
    other, *listed = all_answers(store, pack)
    assert [old.hash for old in reversed(packs)] == [sheet.pack.hash for sheet in listed if sheet.pack]
    assert [sheet.answers for sheet in listed] == [{"daily": "team"}] * 4
    assert (other.summary.pack, other.pack, other.answers) == ("other", None, {})


def test_an_absent_store_has_no_page(store: Store, path: Path, pack: Pack) -> None:
    """Nothing is listed and nothing is made."""
    assert (store.list_answers(pack, ["s1"]), store.list_sheets()) == ([], [])
    assert not path.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET kind = 'wish' WHERE sheet = 's1' AND revision = 2",
        "UPDATE entries SET key = CAST(x'ff' AS TEXT) WHERE sheet = 's1' AND revision = 1",
        "UPDATE entries SET value = CAST(x'ff' AS TEXT) WHERE sheet = 's1' AND revision = 2",
        "UPDATE sheets SET pack_hash = 'x' WHERE id = 's1'",
    ],
)
def test_a_damaged_sheet_damages_no_other(store: Store, path: Path, pack: Pack, statement: str) -> None:
    """A value that nobody wrote costs its own sheet the answers, and nobody else."""
    fill(store, pack, 3)
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("INSERT INTO packs VALUES ('x', x'00')")
        connection.execute(statement)
    assert {sheet.summary.id: whole(sheet) for sheet in all_answers(store, pack)} == {
        "s0": True,
        "s1": False,
        "s2": True,
    }


def test_a_damaged_page_of_the_file(store: Store, path: Path, pack: Pack) -> None:
    """Where a place in the file cannot be read, the sheets whose entries lie elsewhere are whole."""
    fill(store, pack, 12, "note {:03} ")
    store.close()
    content = bytearray(path.read_bytes())
    start = content.index(b"note 005 " * 10) // PAGE * PAGE
    content[start : start + 8] = bytes(8)  # what tells SQLite what kind of page it is
    path.write_bytes(content)
    listed = {sheet.summary.id: whole(sheet) for sheet in all_answers(store, pack)}
    assert {f"s{count}" for count in range(12)} == set(listed)
    assert listed["s5"] is False
    assert sum(listed.values()) >= 6
