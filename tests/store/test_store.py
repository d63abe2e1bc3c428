"""The store keeps what it was given, tells of collisions, and forgets what it must forget."""

import os
import random
import secrets
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType

import pytest

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store import HistoryEntry, SheetSummary, Store, default_path
from smcheck.words.fault import Fault

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """A clock that goes on by a minute whenever it is read."""

    def __init__(self) -> None:
        self.now = NOON - timedelta(minutes=1)

    def __call__(self) -> datetime:
        """The next minute."""
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store will be, in a folder that does not exist yet."""
    return tmp_path / "data" / "smcheck" / "sheets.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store with nothing in it, and a clock that goes by minutes."""
    store = Store(path, Clock())
    yield store
    store.close()


@pytest.fixture
def full(pack: Pack) -> Sheet:
    """A sheet with something in every place."""
    return Sheet(
        pack=pack.id,
        organisation="Beispiel GmbH",
        respondent="A. B.",
        profile=MappingProxyType({"role": "Vertrieb", "sector": "itk", "country": "de", "size": "50-249"}),
        answers=MappingProxyType({"team.dedicated": "yes", "departments.support": "na", "daily": "nobody"}),
        notes=MappingProxyType({"team": "since spring"}),
    )


def ids(store: Store) -> list[str]:
    """The ids in the list, in order."""
    return [entry.id for entry in store.list_sheets()]


def named(store: Store, pack: Pack, organisation: str, id_: str = "") -> str:
    """A stored sheet of an organisation."""
    return store.create(pack, Sheet(pack.id, organisation=organisation, id=id_))


def held_bytes(path: Path) -> bytes:
    """All bytes of the file and of the files that SQLite keeps beside it."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


# ── creating and loading ──────────────────────────────────────────────────────────────────────


def test_a_sheet_comes_back_as_it_was_kept(store: Store, pack: Pack, full: Sheet) -> None:
    """Everything in a new sheet is loaded again, with id, dates and pack added."""
    id_ = store.create(pack, full)
    expected = replace(
        full, id=id_, created=NOON, modified=NOON, pack_version=pack.version, pack_hash=pack.hash
    )
    stored = store.load(id_, pack)
    assert expected == stored.sheet
    assert (stored.revision, stored.position, stored.finished) == (8, "", False)


def test_a_sheet_survives_closing(store: Store, path: Path, pack: Pack, full: Sheet) -> None:
    """Another opening of the file gives the same sheet."""
    id_ = store.create(pack, full)
    sheet = store.load(id_, pack).sheet
    store.close()
    again = Store(path)
    assert sheet == again.load(id_, pack).sheet
    again.close()


def test_own_id_dates_and_pack_are_kept(store: Store, pack: Pack) -> None:
    """A sheet from elsewhere keeps its id, its dates, its pack's version and its late changes."""
    created = datetime(2025, 3, 1, 9, tzinfo=timezone(timedelta(hours=2)))
    sheet = Sheet(
        pack.id,
        id="visitor",
        created=created,
        modified=created + timedelta(days=1),
        pack_version="0.9.0",
        pack_hash="abc",
        answers=MappingProxyType({"team.agency": "no", "daily": "pr"}),
        changed_after_result=("team.agency",),
        answered_after_result=("daily",),
    )
    assert store.create(pack, sheet) == "visitor"
    assert sheet == store.load("visitor", pack).sheet


def test_a_taken_id_gives_another(store: Store, pack: Pack) -> None:
    """Two sheets with the same id are both kept, the second under a new id."""
    first, second = named(store, pack, "A", "same"), named(store, pack, "B", "same")
    assert first == "same"
    assert first != second
    assert [store.load(id_, pack).sheet.organisation for id_ in (first, second)] == ["A", "B"]


def test_a_new_id_is_drawn_until_it_is_free(
    store: Store, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drawing an id that is in use already leads to another draw."""
    letters = iter("aaaaaa" * 2 + "bbbbbb")
    monkeypatch.setattr(secrets, "choice", lambda _alphabet: next(letters))
    assert [named(store, pack, name) for name in ("A", "B")] == ["aaaaaa", "bbbbbb"]


def test_a_deleted_sheets_id_is_taken(store: Store, pack: Pack) -> None:
    """A deleted sheet could come back, so its id is not given away."""
    named(store, pack, "A", "same")
    store.delete("same")
    assert named(store, pack, "B", "same") != "same"


def test_where_the_sitting_stands_is_kept_from_the_start(store: Store, pack: Pack) -> None:
    """Position and seen result can be given with the new sheet."""
    stored = store.load(store.create(pack, Sheet(pack.id), "goals", finished=True), pack)
    assert (stored.position, stored.finished) == ("goals", True)


def test_move_see_result_and_rename(store: Store, pack: Pack) -> None:
    """Position, seen result and names are kept and make no entries."""
    id_ = named(store, pack, "A")
    store.move(id_, "challenges")
    store.see_result(id_)
    store.rename(id_, ("Beispiel GmbH", "C. D."), ("A", ""))
    stored = store.load(id_, pack)
    assert (stored.position, stored.finished, stored.revision) == ("challenges", True, 0)
    assert (stored.sheet.organisation, stored.sheet.respondent) == ("Beispiel GmbH", "C. D.")


def test_another_packs_sheet_is_refused(store: Store, pack: Pack) -> None:
    """A sheet is not read with a pack that it was not answered with."""
    other = replace(pack, file=pack.file.model_copy(update={"id": "other"}))
    id_ = store.create(other, Sheet("other"))
    with pytest.raises(Fault, match="other") as caught:
        store.load(id_, pack)
    assert caught.value.expected == f"{pack.id}; or name the sheet's own pack with --pack FOLDER"


def test_an_unknown_sheet_is_a_fault(store: Store, pack: Pack) -> None:
    """Every method that needs a sheet says that there is none."""
    named(store, pack, "A")
    for act in (
        lambda: store.load("nobody", pack),
        lambda: store.record("nobody", 0, [("note", "team", "x")], ""),
        lambda: store.rename("nobody", ("A", "B"), ("", "")),
        lambda: store.delete("nobody"),
        lambda: store.restore("nobody"),
    ):
        with pytest.raises(Fault, match="no stored sheet “nobody”"):
            act()
    assert store.history("nobody") == []


# ── recording ─────────────────────────────────────────────────────────────────────────────────


def test_two_windows_on_other_keys_both_stand(store: Store, path: Path, pack: Pack) -> None:
    """Entries made from the same revision on other keys are merged."""
    id_ = named(store, pack, "A")
    other = Store(path)
    assert store.record(id_, 0, [("answer", "team.agency", "yes")], "one") == {}
    assert other.record(id_, 0, [("answer", "team.ad_hoc", "no")], "two") == {}
    other.close()
    expected = {"team.agency": "yes", "team.ad_hoc": "no"}
    assert expected == store.load(id_, pack).sheet.answers


def test_a_collision_writes_nothing_and_tells(store: Store, path: Path, pack: Pack) -> None:
    """Where one key of several collides none is written, and theirs is told."""
    id_ = named(store, pack, "A")
    other = Store(path)
    store.record(id_, 0, [("answer", "team.agency", "yes")], "one")
    before = store.history(id_)
    mine: list[tuple[str, str, str | None]] = [
        ("answer", "team.agency", "no"),
        ("answer", "team.ad_hoc", "no"),
    ]
    assert other.record(id_, 0, mine, "two") == {"team.agency": "yes"}
    other.close()
    assert before == store.history(id_)


def test_taking_back_collides_too(store: Store, pack: Pack) -> None:
    """An answer taken back elsewhere is told as none."""
    id_ = named(store, pack, "A")
    store.record(id_, 0, [("answer", "daily", "team")], "one")
    store.record(id_, 1, [("answer", "daily", None)], "one")
    assert store.record(id_, 1, [("answer", "daily", "nobody")], "two") == {"daily": None}


def test_the_same_value_is_no_collision(store: Store, pack: Pack) -> None:
    """Where both gave the same answer the first entry stands and what is new is written."""
    id_ = named(store, pack, "A")
    store.record(id_, 0, [("answer", "daily", "team")], "one")
    both: list[tuple[str, str, str | None]] = [("answer", "daily", "team"), ("note", "daily", "sure")]
    assert store.record(id_, 0, both, "two") == {}
    expected = [("daily", "team", "one"), ("daily", "sure", "two")]
    assert expected == [(entry.key, entry.value, entry.by) for entry in store.history(id_)]


def test_the_last_value_decides_about_a_collision(store: Store, pack: Pack) -> None:
    """What they gave in between is no collision where they end at the same value."""
    id_ = named(store, pack, "A")
    store.record(id_, 0, [("answer", "daily", "nobody")], "one")
    store.record(id_, 1, [("answer", "daily", "team")], "one")
    assert store.record(id_, 0, [("answer", "daily", "team")], "two") == {}
    assert store.record(id_, 0, [("answer", "daily", "hr")], "two") == {"daily": "team"}
    assert len(store.history(id_)) == 2


def test_an_answer_and_a_note_of_one_question_do_not_collide(store: Store, pack: Pack) -> None:
    """The same key means something else for answers and for notes."""
    id_ = named(store, pack, "A")
    store.record(id_, 0, [("answer", "daily", "team")], "one")
    assert store.record(id_, 0, [("note", "daily", "by turns")], "two") == {}
    assert len(store.history(id_)) == 2


def test_the_history_is_complete(store: Store, pack: Pack) -> None:
    """Every entry is there with time, person, and whether the result was seen before."""
    id_ = store.create(
        pack, Sheet(pack.id, respondent="A. B.", answers=MappingProxyType({"team.agency": "yes"}))
    )
    store.record(id_, 1, [("answer", "team.agency", "no"), ("note", "team", "ended in May")], "C. D.")
    store.see_result(id_)
    store.record(id_, 3, [("answer", "team.agency", None), ("profile", "role", "PR")], "E. F.")
    times = [NOON + timedelta(minutes=number) for number in (0, 1, 3)]
    expected = [
        HistoryEntry("answer", "team.agency", "yes", times[0], "A. B.", after_result=False),
        HistoryEntry("answer", "team.agency", "no", times[1], "C. D.", after_result=False),
        HistoryEntry("note", "team", "ended in May", times[1], "C. D.", after_result=False),
        HistoryEntry("answer", "team.agency", None, times[2], "E. F.", after_result=True),
        HistoryEntry("profile", "role", "PR", times[2], "E. F.", after_result=False),
    ]
    assert expected == store.history(id_)
    assert times[2] == store.load(id_, pack).sheet.modified


def test_late_changes_are_told_with_the_sheet(store: Store, pack: Pack) -> None:
    """The sheet names the answers given after the result, in alphabetical order, not those taken back."""
    id_ = named(store, pack, "A")
    store.record(id_, 0, [("answer", "goals.service", "yes")], "")
    store.see_result(id_)
    late: list[tuple[str, str, str | None]] = [
        ("answer", "team.agency", "yes"),
        ("answer", "daily", "team"),
        ("answer", "goals.service", None),
    ]
    store.record(id_, 1, late, "")
    sheet = store.load(id_, pack).sheet
    assert (sheet.changed_after_result, sheet.answered_after_result) == ((), ("daily", "team.agency"))


def test_the_result_is_first_seen_once(store: Store, pack: Pack) -> None:
    """Seeing it again later does not move the moment after which changes are marked."""
    id_ = named(store, pack, "A")
    store.see_result(id_)
    store.record(id_, 0, [("answer", "daily", "team")], "")
    store.see_result(id_)
    assert store.load(id_, pack).sheet.answered_after_result == ("daily",)


def test_what_a_newer_pack_does_not_know_stays_in_the_store(store: Store, pack: Pack) -> None:
    """Entries that the pack cannot read are left out of the sheet and kept in the history."""
    id_ = named(store, pack, "A")
    unknown: list[tuple[str, str, str | None]] = [
        ("answer", "team.gone", "yes"),
        ("answer", "gone", "yes"),
        ("answer", "team.agency", "na"),
        ("answer", "daily", "gone"),
        ("note", "gone", "text"),
        ("profile", "sector", "gone"),
        ("profile", "copy", "gone"),
        ("answer", "team.dedicated", "yes"),
    ]
    store.see_result(id_)
    store.record(id_, 0, unknown, "")
    sheet = store.load(id_, pack).sheet
    assert (sheet.answers, sheet.notes, sheet.profile) == ({"team.dedicated": "yes"}, {}, {})
    assert sheet.answered_after_result == ("team.dedicated",)
    assert unknown == [(entry.kind, entry.key, entry.value) for entry in store.history(id_)]
    assert sheet.unread == {}, "it is of this version, whatever a damaged pack may have asked"


# ── texts ─────────────────────────────────────────────────────────────────────────────────────

TEXTS = {
    "nul": "a\0b\0",
    "controls": "\x1b[31m\x07\r\n\t\x7f\x9b",
    "sql": "'; DROP TABLE sheets; --\"`[]?1%_\\",
    "direction": "\u202eabc\u2066",
    "not normalised": "e\u0301\ufb01\u212b",
    "beyond": "\ufeff\ufffe\uffff\U0001f468\u200d\U0001f469\U0010ffff",
    "spaces": " \u00a0\u3000 ",
    "long": "ä" * 1_000_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_texts_are_kept_to_the_character(store: Store, path: Path, pack: Pack, text: str) -> None:
    """Names, notes and roles come back as they were given, whatever is in them."""
    sheet = Sheet(
        pack.id,
        organisation=text,
        respondent=text,
        profile=MappingProxyType({"role": text}),
        notes=MappingProxyType({"team": text}),
    )
    id_ = store.create(pack, sheet)
    store.record(id_, 2, [("note", "goals", text)], text)
    store.close()
    again = Store(path)
    found = again.load(id_, pack).sheet
    history = again.history(id_)
    listed = again.list_sheets()[0]
    again.close()
    texts = [found.organisation, found.respondent, found.profile["role"], *found.notes.values()]
    texts += [history[-1].by, str(history[-1].value), listed.organisation, listed.respondent]
    assert [text] * 9 == texts


def test_half_a_character_is_a_fault(store: Store, pack: Pack) -> None:
    """A lone surrogate cannot be stored: a fault, and nothing is written, wherever it stands."""
    id_ = named(store, pack, "A")
    half = "x\ud800"
    for act in (
        lambda: named(store, pack, half),
        lambda: store.create(pack, Sheet(pack.id, respondent=half)),
        lambda: store.create(pack, Sheet(pack.id, notes=MappingProxyType({"team": half}))),
        lambda: store.create(pack, Sheet(pack.id, id=half)),
        lambda: store.record(id_, 0, [("note", "goals", "x"), ("note", "team", half)], ""),
        lambda: store.record(id_, 0, [("note", "team", "x")], half),
        lambda: store.rename(id_, (half, ""), ("A", "")),
        lambda: store.move(id_, half),
        lambda: store.delete(half),
        lambda: store.load(half, pack),
        lambda: store.history(half),
        lambda: store.find(half),
    ):
        with pytest.raises(Fault):
            act()
    assert ([id_], []) == (ids(store), store.history(id_))


# ── lists ─────────────────────────────────────────────────────────────────────────────────────


def test_an_entry_says_what_a_list_needs(store: Store, pack: Pack, full: Sheet) -> None:
    """Names, dates and whether the result was seen are in the list."""
    id_ = store.create(pack, full)
    store.see_result(id_)
    store.record(id_, 8, [("note", "goals", "x")], "")
    modified = NOON + timedelta(minutes=2)
    expected = SheetSummary(id_, pack.id, "Beispiel GmbH", "A. B.", NOON, modified, finished=True)
    assert [expected] == store.list_sheets()
    assert len(store.list_sheets()) == 1


def test_the_last_changed_comes_first(store: Store, pack: Pack) -> None:
    """A change brings a sheet to the top; sheets of the same moment follow their ids."""
    for name in ("a", "b", "c"):
        named(store, pack, name, name)
    assert ids(store) == ["c", "b", "a"]
    store.record("a", 0, [("note", "team", "x")], "")
    assert ids(store) == ["a", "c", "b"]
    later = NOON + timedelta(days=1)
    for name in ("z", "y"):
        store.create(pack, Sheet(pack.id, id=name, created=NOON, modified=later))
    assert ids(store) == ["y", "z", "a", "c", "b"]


def test_order_is_by_moment_not_by_clock_face(store: Store, pack: Pack) -> None:
    """Dates from other time zones are ordered by when they were."""
    east, west = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
    dates = {
        "first": datetime(2026, 1, 2, 1, tzinfo=east),
        "second": datetime(2026, 1, 1, 20, tzinfo=UTC),
        "third": datetime(2026, 1, 1, 19, tzinfo=west),
    }
    for name, date in dates.items():
        store.create(pack, Sheet(pack.id, id=name, created=date, modified=date))
    assert ids(store) == ["third", "second", "first"]
    assert dates == {name: store.load(name, pack).sheet.modified for name in dates}


def test_the_ends_of_the_calendar_can_be_kept(store: Store, pack: Pack) -> None:
    """A date that has no equal in UTC comes back as it was."""
    first = datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))
    store.create(pack, Sheet(pack.id, id="old", created=first, modified=first))
    assert first == store.load("old", pack).sheet.created


def test_the_list_is_read_in_part(store: Store, pack: Pack) -> None:
    """The first sheets of the list, as many as asked for."""
    for number in range(7):
        named(store, pack, str(number), f"id{number}")
    for limit in (0, 1, 7, 10):
        assert store.list_sheets(limit) == store.list_sheets()[:limit]


def test_find_by_id_and_by_its_beginning(store: Store, pack: Pack) -> None:
    """A whole id wins, even where it begins another; a beginning must be that of one only."""
    for id_ in ("abc", "abcdef", "xyz234"):
        named(store, pack, "A", id_)
    assert [store.find(name) for name in ("abc", "abcd", "x")] == ["abc", "abcdef", "xyz234"]


def test_find_says_which_are_meant(store: Store, pack: Pack) -> None:
    """A beginning of several ids is a fault that lists them; nothing begins every id."""
    for id_ in ("abc234", "abd567", "xyz234"):
        named(store, pack, "A", id_)
    with pytest.raises(Fault, match="begins several ids") as several:
        store.find("ab")
    assert {"abc234", "abd567"} == set(several.value.expected.split(", "))
    with pytest.raises(Fault, match="no stored sheet") as wrong:
        store.find("xyz243")
    assert wrong.value.nearest == "xyz234"
    with pytest.raises(Fault, match="no stored sheet"):
        store.find("")


# ── forgetting ────────────────────────────────────────────────────────────────────────────────


def test_a_deleted_sheet_is_in_no_list(store: Store, pack: Pack) -> None:
    """A deleted sheet is not listed, counted, found, loaded, or written to."""
    id_ = named(store, pack, "A")
    store.delete(id_)
    assert store.list_sheets() == []
    for act in (
        lambda: store.find(id_),
        lambda: store.load(id_, pack),
        lambda: store.record(id_, 0, [("note", "team", "x")], ""),
        lambda: store.rename(id_, ("B", ""), ("A", "")),
        lambda: store.delete(id_),
    ):
        with pytest.raises(Fault, match="no stored sheet"):
            act()


def test_a_deleted_sheet_comes_back_whole(store: Store, pack: Pack, full: Sheet) -> None:
    """Restoring gives the same sheet with the same history."""
    id_ = store.create(pack, full)
    before = (store.load(id_, pack), store.history(id_))
    store.delete(id_)
    store.restore(id_)
    assert before == (store.load(id_, pack), store.history(id_))
    assert store.purge() == 0
    assert len(store.list_sheets()) == 1


def test_a_purged_sheet_is_gone_for_good(store: Store, pack: Pack, full: Sheet) -> None:
    """After purging neither restoring nor the history brings anything back; others stay."""
    gone, kept = store.create(pack, full), store.create(pack, full)
    store.delete(gone)
    assert store.purge(gone, kept) == 1
    with pytest.raises(Fault, match="no stored sheet"):
        store.restore(gone)
    assert ([], [kept]) == (store.history(gone), ids(store))


def test_what_is_not_named_is_purged_after_a_day(path: Path, pack: Pack, full: Sheet) -> None:
    """A younger deletion may be taken back elsewhere; one that nobody has named is removed in the end."""
    now = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
    store = Store(path, clock=lambda: now)
    id_ = store.create(pack, full)
    store.delete(id_)
    now += timedelta(hours=23)
    assert (store.purge(), store.purge("nobody")) == (0, 0)
    now += timedelta(hours=2)
    assert store.purge() == 1
    store.close()


@pytest.mark.rounds(short=5, ci=30, long=300)
def test_purging_leaves_no_trace(tmp_path: Path, pack: Pack, chance: random.Random, round_: int) -> None:
    """No byte of a purged sheet's texts is left in the file or its log, however pages were rebalanced."""
    path = tmp_path / "sheets.db"
    store, other = Store(path), Store(path)
    words = {}
    for number in range(chance.randrange(2, 25)):
        word = "SECRET" if number % 2 else "public"
        words[named(store, pack, word + "x" * chance.choice([0, 10, 300, 5000]))] = word
    assert len(words) == len(other.list_sheets())
    for _change in range(chance.randrange(60)):
        id_, word = chance.choice(list(words.items()))
        text = word + "y" * chance.choice([0, 5, 100, 1000, 9000])
        note = chance.choice(["team", "daily", "goals"])
        store.record(id_, store.load(id_, pack).revision, [("note", note, text)], word)
        if chance.random() < 0.2:
            sheet = store.load(id_, pack).sheet
            was = (sheet.organisation, sheet.respondent)
            store.rename(id_, (word + "z" * chance.choice([0, 50, 2000]), word), was)
    for id_, word in words.items():
        if word == "SECRET":
            store.delete(id_)
    secret = [id_ for id_, word in words.items() if word == "SECRET"]
    assert len(secret) == store.purge(*secret)
    held = held_bytes(path)
    store.close()
    other.close()
    assert (held.count(b"SECRET"), b"public" in held) == (0, True)


# ── the file ──────────────────────────────────────────────────────────────────────────────────


def test_reading_an_absent_store_creates_nothing(store: Store, path: Path, pack: Pack) -> None:
    """Neither reading nor changing what is not there makes a file or a folder."""
    found = (store.exists(), store.list_sheets(), store.data_version(), store.purge())
    assert found == (False, [], 0, 0)
    assert store.history("abc234") == []
    for act in (
        lambda: store.find("abc234"),
        lambda: store.load("abc234", pack),
        lambda: store.record("abc234", 0, [("note", "team", "x")], ""),
        lambda: store.rename("abc234", ("A", "B"), ("", "")),
        lambda: store.move("abc234", "team"),
        lambda: store.see_result("abc234"),
        lambda: store.delete("abc234"),
        lambda: store.restore("abc234"),
    ):
        with pytest.raises(Fault, match="no stored sheet “abc234”"):
            act()
    assert list(path.parent.parent.parent.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists instead of modes")
def test_files_and_folders_are_private(store: Store, path: Path, pack: Pack) -> None:
    """With the most generous umask only the owner can read the files and enter the folders made for them."""
    before = os.umask(0)
    try:
        named(store, pack, "A")
        files = {file: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert {0o600} == set(files.values())
    assert {"sheets.db", "sheets.db-shm", "sheets.db-wal"} == {file.name for file in files}
    folders = [path.parent, path.parent.parent]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]


def test_a_name_that_means_something_to_sqlite_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Pack
) -> None:
    """A store called “:memory:” is kept in a file of that name."""
    monkeypatch.chdir(tmp_path)
    store = Store(Path(":memory:"))
    named(store, pack, "A")
    store.close()
    again = Store(Path(":memory:"))
    assert len(again.list_sheets()) == 1
    again.close()


def test_where_the_store_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The option comes before the variable, and the variable before the platform's folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert Path("a.db") == default_path("a.db", {"SMCHECK_STORE": "b.db"})
    assert tmp_path / "b.db" == default_path(None, {"SMCHECK_STORE": "~/b.db"})
    platform = default_path(None, {"SMCHECK_STORE": ""})
    assert (platform.name, platform.is_absolute()) == ("sheets.db", True)
    with pytest.raises(Fault, match="no such home folder"):
        default_path("~nobody-of-this-name/a.db", {})
    with pytest.raises(Fault, match="no name that a file can have"):
        default_path("", {"SMCHECK_STORE": "b.db"})
