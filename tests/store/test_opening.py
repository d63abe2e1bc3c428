"""A stored sheet stays with its pack; a store that an old version wrote is read for ever."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smcheck import load_sheet
from smcheck.pack import Difference, Pack, default_folder, load_pack
from smcheck.report.case import open_case
from smcheck.report.data import dump_result
from smcheck.report.versions import opened_notice
from smcheck.sheet import Sheet, dump_sheet
from smcheck.store import Store, StoredJournal, open_sheet
from smcheck.store.migrations import VERSION
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault

STORES = Path(__file__).parent / "stores"


@pytest.fixture
def newer(tmp_path: Path) -> Pack:
    """The pack's next version: another figure, an item less."""
    folder = tmp_path / "pack"
    shutil.copytree(default_folder(), folder)
    for file, old, new in (
        ("figures/documented.toml", "percent = 90", "percent = 80"),
        ("pack.toml", '  { id = "agency" },\n', ""),
        ("pack.toml", '    { answer = "team.agency", is = ["yes"] },\n', ""),
        ("pack.toml", 'version = "2.0.0"', 'version = "2.1.0"'),
    ):
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_pack(folder)


def answered(store: Store, pack: Pack) -> str:
    """A stored copy of the example."""
    return store.create(pack, load_sheet(pack.folder / "example.json", pack))


def result_of(store: Store, current: Pack, id_: str) -> str:
    """The result of a stored sheet as JSON."""
    opened = open_sheet(store, current, id_)
    return json_text(dump_result(open_case(opened.pack, opened.journal.sheet)))


def test_a_pack_with_files_that_take_much_more_room_as_json(tmp_path: Path) -> None:
    """One that could not be read again is not kept: the sheet can be opened, and that is told."""
    folder = tmp_path / "pack"
    shutil.copytree(default_folder(), folder)
    for number in range(7):  # read by nobody, of the largest size, and without a line that is too long
        (folder / "figures" / f"x{number}.toml").write_bytes((b"\x01" * 9_999 + b"\n") * 26)
    kept = load_pack(folder)
    store = Store(tmp_path / "s.db")
    id_ = answered(store, kept)
    file = folder / "pack.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("minutes = 3", "minutes = 4"), encoding="utf-8")
    opened = open_sheet(store, load_pack(folder), id_)
    assert (opened.kept, opened.journal.sheet.organisation) == (False, "Beispiel GmbH")
    store.close()


def test_a_newer_pack_changes_no_result(tmp_path: Path, pack: Pack, newer: Pack) -> None:
    """Byte for byte the same result, measured with the pack that the store kept; the difference is told."""
    store = Store(tmp_path / "s.db")
    id_ = answered(store, pack)
    before = result_of(store, pack, id_)

    opened = open_sheet(store, newer, id_)

    assert before == result_of(store, newer, id_)
    assert opened.pack.hash == pack.hash
    assert opened.differences == (
        Difference("removed", "item", "team.agency"),
        Difference("changed", "rule", "agency"),
        Difference("changed", "figure", "departments.marketing"),
    )


def test_gone_over_to_the_newer_pack(tmp_path: Path, pack: Pack, newer: Pack) -> None:
    """Only then the sheet is asked and scored with it; its old answers stay in the history."""
    store = Store(tmp_path / "s.db")
    id_ = answered(store, pack)

    store.change_pack(id_, newer)
    opened = open_sheet(store, newer, id_)

    assert opened.pack is newer
    assert opened.differences == ()
    assert opened.journal.sheet.pack_version == "2.1.0"
    assert opened.journal.sheet.answer("team.agency") is None
    assert ("team.agency", "no") in [(entry.key, entry.value) for entry in store.history(id_)]


def test_other_texts_are_no_other_pack(tmp_path: Path, pack: Pack) -> None:
    """A mended text shows at once, as nothing is asked or scored otherwise."""
    folder = tmp_path / "pack"
    shutil.copytree(default_folder(), folder)
    path = folder / "en.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Whoever feels", "Anybody who feels"), encoding="utf-8"
    )
    structure = (folder / "pack.toml").read_text(encoding="utf-8")
    raised = structure.replace('version = "2.0.0"', 'version = "2.0.1"')
    (folder / "pack.toml").write_text(raised, encoding="utf-8")
    mended = load_pack(folder)
    store = Store(tmp_path / "s.db")
    id_ = answered(store, pack)

    opened = open_sheet(store, mended, id_)
    assert opened.pack is mended
    assert (opened.kept, opened.differences, opened_notice(opened, mended)) == (True, (), "")


def test_a_pack_that_was_not_kept(tmp_path: Path, pack: Pack, newer: Pack) -> None:
    """A sheet from elsewhere, whose pack is not known here, is measured with the current one."""
    store = Store(tmp_path / "s.db")
    id_ = store.create(pack, Sheet(pack=pack.id, organisation="A", pack_version="0.9.0", pack_hash="0" * 64))

    opened = open_sheet(store, newer, id_)
    assert opened.pack is newer
    assert not opened.kept
    assert opened_notice(opened, newer) == (
        "Answered under version 0.9.0 of the questionnaire, which is not kept,"
        " and measured with version 2.1.0."
    )


def test_a_pack_of_a_format_that_is_not_read_any_more(tmp_path: Path, pack: Pack, newer: Pack) -> None:
    """It counts as not kept: the sheet is measured with the current one, it is told, and nothing is lost."""
    store = Store(tmp_path / "s.db")
    text = pack.contents["pack.toml"].replace(b"format = 2", b"format = 1")
    older = Pack(pack.folder, pack.file, {**pack.contents, "pack.toml": text})
    id_ = answered(store, older)
    before = store.history(id_)

    opened = open_sheet(store, newer, id_)

    assert (opened.pack, opened.kept, opened.differences) == (newer, False, ())
    assert "version 2.0.0 of the questionnaire, which is not kept" in opened_notice(opened, newer)
    assert opened.journal.sheet.answers == store.list_answers(newer, [opened.journal.sheet.id])[0].answers
    assert before == store.history(id_)
    assert dump_sheet(opened.journal.sheet, newer)["answers"]["team"]["agency"] == "no"
    opened.journal.answer({"departments.legal": "yes"})
    assert before == store.history(id_)[:-1]


@pytest.mark.parametrize("contents", [b"", b"\x00", b"not zlib"])
def test_a_damaged_pack(tmp_path: Path, pack: Pack, newer: Pack, contents: bytes) -> None:
    """A fault, no traceback."""
    store = Store(tmp_path / "s.db")
    id_ = answered(store, pack)
    store.close()
    with closing(sqlite3.connect(tmp_path / "s.db")) as connection, connection:
        connection.execute("UPDATE packs SET contents = ?", (contents,))

    with pytest.raises(Fault, match="damaged"):
        open_sheet(Store(tmp_path / "s.db"), newer, id_)


def test_a_store_of_schema_1(tmp_path: Path, pack: Pack) -> None:
    """Sheets, names, notes, flags and history are what version 1 wrote; its schema is current then."""
    path = tmp_path / "s.db"
    shutil.copy(STORES / "schema-1.db", path)
    store = Store(path)

    entries = store.list_sheets()
    finished = store.load("beisp2", pack)
    under_way = store.load("halb23", pack)

    assert [(entry.id, entry.organisation, entry.respondent, entry.finished) for entry in entries] == [
        ("halb23", "Halb & Halb [EUR]", "", False),
        ("beisp2", "Beispiel GmbH", "A. B.", True),
    ]
    assert finished.sheet.profile == {"role": "Marketing", "sector": "industry"}
    assert finished.sheet.answer("departments.sales") == "yes"
    assert finished.sheet.changed_after_result == ("departments.sales",)
    assert finished.sheet.answered_after_result == ()
    assert finished.sheet.notes == {"goals": "bis Jahresende [/]"}
    assert [entry.value for entry in store.history("beisp2") if entry.key == "departments.sales"] == [
        "no",
        "yes",
    ]
    assert under_way.position == "departments"
    assert under_way.sheet.answer("daily") == "unknown"
    with pytest.raises(Fault, match="no stored sheet"):
        store.load("weg234", pack)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_a_store_of_schema_1_can_be_written(tmp_path: Path, pack: Pack) -> None:
    """What an old store holds can be answered further."""
    shutil.copy(STORES / "schema-1.db", tmp_path / "s.db")
    store = Store(tmp_path / "s.db")
    opened = open_sheet(store, pack, "halb23")

    opened.journal.answer({"departments.pr": "yes"})
    StoredJournal(store, pack, Sheet(pack=pack.id)).answer({"daily": "team"})

    assert store.load("halb23", pack).sheet.answer("departments.pr") == "yes"
    assert len(store.list_sheets()) == 3
    assert json.loads(result_of(store, pack, "halb23"))["benchmark"]["verdict"] == "open"


def test_late_answers_that_came_with_a_sheet(tmp_path: Path, pack: Pack) -> None:
    """Of sheets that an older store was given it was only known that answers were changed: they are still."""
    path = tmp_path / "s.db"
    shutil.copy(STORES / "schema-2.db", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entries SET after_result = 1 WHERE sheet = 'halb23' AND key = 'daily'")
        connection.execute(
            "INSERT INTO entries SELECT 'beisp2', 33, kind, 'in_hand.big_data', 'no',"
            " '2026-11-22T09:02:00+00:00', by, 1 FROM entries WHERE sheet = 'beisp2' AND revision = 32"
        )
        connection.execute("UPDATE sheets SET revision = 33 WHERE id = 'beisp2'")
    store = Store(path)

    given, seen = (store.load(id_, pack).sheet for id_ in ("halb23", "beisp2"))

    assert (given.changed_after_result, given.answered_after_result) == (("daily",), ())
    assert seen.changed_after_result == ("departments.sales",)
    assert seen.answered_after_result == ("in_hand.big_data",)
