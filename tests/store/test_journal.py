"""Journals: written first, read after; the one that keeps nothing behaves like the one that keeps all."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.pack import Pack, load_pack
from smcheck.sheet import SUMMARY, Sheet
from smcheck.sheet.format import MAX_TEXT_LENGTH
from smcheck.store import Conflict, Journal, MemoryJournal, Store, StoredJournal
from smcheck.words.fault import Fault
from support.neighbour import Neighbour

PACK = load_pack()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store will be."""
    return tmp_path / "sheets.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    store = Store(path)
    yield store
    store.close()


@pytest.fixture
def rival(path: Path) -> Iterator[Store]:
    """The same store in another window."""
    store = Store(path)
    yield store
    store.close()


def begun(store: Store, pack: Pack) -> StoredJournal:
    """A journal with a stored sheet that has one answer."""
    journal = StoredJournal(store, pack, Sheet(pack.id, organisation="Beispiel GmbH"))
    journal.answer({"team.agency": "no"})
    return journal


def beside(rival: Store, pack: Pack, journal: Journal) -> StoredJournal:
    """A journal of another window at the same sheet."""
    return StoredJournal(rival, pack, Sheet(pack.id, id=journal.sheet.id))


# ── the first entry ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("enter", "expected"),
    [
        (lambda journal: journal.answer({"daily": "team"}), [("answer", "daily", "team")]),
        (lambda journal: journal.note("team", "x"), [("note", "team", "x")]),
        (lambda journal: journal.comment("rules.ad_hoc", "x", "A. B."), [("comment", "rules.ad_hoc", "x")]),
        (lambda journal: journal.describe({"role": "PR", "size": ""}), [("profile", "role", "PR")]),
        (lambda journal: journal.describe({"organisation": "Beispiel GmbH"}), []),
    ],
    ids=["answer", "note", "comment", "profile", "name"],
)
def test_the_first_entry_creates_the_sheet(
    store: Store,
    pack: Pack,
    enter: Callable[[Journal], Sheet],
    expected: list[tuple[str, str, str]],
) -> None:
    """Any first entry stores the sheet, and the journal has its id from then on."""
    journal = StoredJournal(store, pack, Sheet(pack.id, respondent="A. B."))
    sheet = enter(journal)
    assert [sheet.id] == [entry.id for entry in store.list_sheets()]
    assert (sheet, sheet) == (journal.sheet, store.load(sheet.id, pack).sheet)
    history = store.history(sheet.id)
    assert expected == [(entry.kind, entry.key, entry.value) for entry in history]
    assert {"A. B."} >= {entry.by for entry in history}


def test_nothing_entered_is_nothing_stored(store: Store, path: Path, pack: Pack) -> None:
    """Moving, looking, and leaving everything blank do not make a sheet, nor a file."""
    journal = StoredJournal(store, pack, Sheet(pack.id, organisation="Beispiel GmbH"))
    journal.move("goals")
    journal.see_result()
    journal.note("team", "")
    journal.describe({"organisation": "Beispiel GmbH", "respondent": "", "role": "", "sector": ""})
    journal.answer({"team.agency": None})
    assert False is journal.refresh()
    assert (journal.sheet.id, path.exists()) == ("", False)


def test_what_came_before_the_first_entry_is_kept_with_it(store: Store, pack: Pack) -> None:
    """Position and seen result, given before anything was stored, are stored with the first entry."""
    journal = StoredJournal(store, pack, Sheet(pack.id))
    journal.move("challenges")
    journal.see_result()
    sheet = journal.answer({"challenges.privacy": "yes"})
    stored = store.load(sheet.id, pack)
    assert (stored.position, stored.finished) == ("challenges", True)
    assert sheet.answered_after_result == ("challenges.privacy",)


def test_a_filled_sheet_is_stored_whole(store: Store, pack: Pack) -> None:
    """A sheet that was filled elsewhere is stored with all its answers and the first change."""
    answers = MappingProxyType({"team.agency": "yes", "daily": "team"})
    journal = StoredJournal(store, pack, Sheet(pack.id, answers=answers))
    journal.answer({"daily": None, "team.ad_hoc": "no"})
    expected = {"team.agency": "yes", "team.ad_hoc": "no"}
    assert expected == store.load(journal.sheet.id, pack).sheet.answers


def test_a_first_entry_that_fails_leaves_nothing(store: Store, pack: Pack) -> None:
    """Where the first entry cannot be stored no empty sheet is left behind, and the next one can be."""
    journal = StoredJournal(store, pack, Sheet(pack.id))
    with pytest.raises(Fault):
        journal.note("team", "half \ud800")
    assert (journal.sheet.id, len(store.list_sheets())) == ("", 0)
    journal.note("team", "whole")
    assert len(store.list_sheets()) == 1


# ── going on ──────────────────────────────────────────────────────────────────────────────────


def test_a_sheet_is_taken_up_where_it_was_left(store: Store, rival: Store, pack: Pack) -> None:
    """Opening a stored sheet gives its answers, position, and whether its result was seen."""
    journal = begun(store, pack)
    journal.move("goals")
    journal.see_result()
    again = beside(rival, pack, journal)
    assert (journal.sheet, "goals", True, True) == (again.sheet, again.position, again.finished, again.stored)


def test_entries_are_made_in_the_respondents_name(store: Store, pack: Pack) -> None:
    """Whoever is named as respondent made the entries that follow."""
    journal = begun(store, pack)
    journal.describe({"respondent": "A. B."})
    journal.note("team", "x")
    assert [entry.by for entry in store.history(journal.sheet.id)] == ["", "A. B."]


def test_describing_writes_what_changed(store: Store, pack: Pack) -> None:
    """Unchanged fields make no entries; an emptied one is removed."""
    journal = begun(store, pack)
    journal.describe({"organisation": "Beispiel AG", "role": "PR", "sector": "itk", "size": ""})
    sheet = journal.describe({"role": "PR", "sector": "", "country": "de"})
    assert (sheet.organisation, sheet.profile) == ("Beispiel AG", {"role": "PR", "country": "de"})
    expected = [("role", "PR"), ("sector", "itk"), ("sector", None), ("country", "de")]
    history = [entry for entry in store.history(sheet.id) if entry.kind == "profile"]
    assert expected == [(entry.key, entry.value) for entry in history]


def test_an_unchanged_note_makes_no_entry(store: Store, pack: Pack) -> None:
    """Leaving a note as it is writes nothing; emptying it removes it."""
    journal = begun(store, pack)
    journal.note("team", "x")
    journal.note("team", "x")
    assert journal.note("team", "").notes == {}
    assert [entry.value for entry in store.history(journal.sheet.id)] == ["no", "x", None]


# ── two windows ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "write",
    [
        lambda journal, text: journal.note("team", text),
        lambda journal, text: journal.comment(SUMMARY, text, ""),
        lambda journal, text: journal.comment("sections.team", "text", text),
        lambda journal, text: journal.describe({"role": text}),
        lambda journal, text: journal.describe({"organisation": text}),
    ],
)
def test_a_text_that_no_file_could_hold(
    store: Store, pack: Pack, write: Callable[[Journal, str], object]
) -> None:
    """It is refused, in a new sheet and a stored one, and what was there before stays."""
    journal = StoredJournal(store, pack, Sheet(pack=pack.id))
    with pytest.raises(Fault, match="too long"):
        write(journal, "x" * (MAX_TEXT_LENGTH + 1))
    assert len(store.list_sheets()) == 0
    write(journal, "x" * MAX_TEXT_LENGTH)
    before = journal.sheet
    with pytest.raises(Fault, match="too long"):
        write(journal, "x" * (MAX_TEXT_LENGTH + 1))
    assert before == journal.sheet == store.load(before.id, pack).sheet


def test_a_conflict_carries_the_sheet_as_it_is_now(store: Store, rival: Store, pack: Pack) -> None:
    """Who comes second gets the other's answers and the names of what collided; nothing was written."""
    mine = begun(store, pack)
    theirs = beside(rival, pack, mine)
    theirs.answer({"daily": "team", "team.ad_hoc": "yes"})
    with pytest.raises(Conflict) as caught:
        mine.answer({"daily": "nobody", "team.one_person": "yes"})
    assert caught.value.paths == ("daily",)
    assert str(caught.value) == "daily"
    assert theirs.sheet == caught.value.sheet == mine.sheet
    assert len(store.history(mine.sheet.id)) == 3
    assert mine.answer({"daily": "nobody"}).answer("daily") == "nobody"


def test_notes_and_profile_collide_too(store: Store, rival: Store, pack: Pack) -> None:
    """A note and a field of the profile are answers in this respect; names given with it stand."""
    mine = begun(store, pack)
    theirs = beside(rival, pack, mine)
    theirs.note("team", "theirs")
    theirs.describe({"role": "PR"})
    with pytest.raises(Conflict, match="team"):
        mine.note("team", "mine")
    theirs.describe({"role": "HR"})
    with pytest.raises(Conflict, match="role"):
        mine.describe({"role": "IT", "respondent": "A. B."})
    assert (mine.sheet.notes["team"], mine.sheet.profile["role"]) == ("theirs", "HR")
    assert mine.sheet.respondent == "A. B."


def test_other_keys_are_merged_on_writing(store: Store, rival: Store, pack: Pack) -> None:
    """Writing brings in what others answered meanwhile."""
    mine = begun(store, pack)
    beside(rival, pack, mine).answer({"daily": "team"})
    sheet = mine.answer({"team.ad_hoc": "yes"})
    expected = {"team.agency": "no", "daily": "team", "team.ad_hoc": "yes"}
    assert expected == sheet.answers


def test_refresh_notices_another_process(store: Store, path: Path, pack: Pack) -> None:
    """What another process wrote is there after refreshing, once."""
    journal = begun(store, pack)
    assert False is journal.refresh()
    with Neighbour(path) as other:
        assert other.hear() == "ready"
        other.tell(f"record {journal.sheet.id} other 1")
        assert other.hear() == "other.0"
    before = journal.sheet
    assert True is journal.refresh()
    assert before.modified != journal.sheet.modified
    assert False is journal.refresh()


def test_refresh_tells_changes_of_the_sheet_only(store: Store, rival: Store, pack: Pack) -> None:
    """A rival's move or other sheet is no change; a rival's answer and new name are."""
    mine = begun(store, pack)
    theirs = beside(rival, pack, mine)
    found = []
    for act in (
        lambda: theirs.move("goals"),
        lambda: rival.create(pack, Sheet(pack.id)),
        lambda: theirs.answer({"daily": "team"}),
        lambda: theirs.describe({"organisation": "Beispiel AG"}),
        theirs.see_result,
    ):
        act()
        found.append(mine.refresh())
    assert found == [False, False, True, True, False]
    assert (theirs.sheet, "goals", True) == (mine.sheet, mine.position, mine.finished)


def test_a_sheet_deleted_elsewhere_is_a_fault(store: Store, rival: Store, pack: Pack) -> None:
    """Writing to and refreshing a deleted sheet say so and leave what is on the screen."""
    mine = begun(store, pack)
    before = mine.sheet
    rival.delete(mine.sheet.id)
    for act in (mine.refresh, mine.refresh, lambda: mine.answer({"daily": "team"})):
        with pytest.raises(Fault, match="no stored sheet"):
            act()
    assert before == mine.sheet


# ── in memory ─────────────────────────────────────────────────────────────────────────────────


def test_memory_keeps_nothing(pack: Pack) -> None:
    """The example's journal has no position, no others, and says that it stores nothing."""
    journal = MemoryJournal(Sheet(pack.id))
    journal.move("goals")
    assert (journal.position, journal.stored, journal.refresh()) == ("", False, False)


PATHS = [*PACK.items, "daily", "targets"]
CALLS = st.one_of(
    st.tuples(
        st.just("answer"),
        st.dictionaries(st.sampled_from(PATHS), st.integers(0, 99), min_size=1, max_size=4),
    ),
    st.tuples(
        st.just("note"),
        st.sampled_from([question.id for question in PACK.questions]),
        st.text(max_size=4),
    ),
    st.tuples(
        st.just("comment"),
        st.sampled_from([SUMMARY, "sections.team", "rules.ad_hoc"]),
        st.text(max_size=4),
        st.sampled_from(["", "C. D."]),
    ),
    st.tuples(
        st.just("describe"),
        st.fixed_dictionaries(
            {},
            optional={
                "organisation": st.text(max_size=4),
                "respondent": st.text(max_size=4),
                "role": st.text(max_size=4),
                "sector": st.sampled_from(["", "itk", "trade"]),
                "country": st.sampled_from(["", "de", "at"]),
            },
        ),
    ),
    st.tuples(st.just("move"), st.sampled_from(["team", "review"])),
    st.tuples(st.just("see_result")),
    st.tuples(st.just("refresh")),
)


def call(journal: Journal, name: str, arguments: tuple[Any, ...]) -> None:
    """Make one call; numbers stand for one of the answers that a path can have, or none."""
    if name == "answer":
        chosen = {path: [None, *PACK.answers_to(path)] for path in arguments[0]}
        values = {path: chosen[path][number % len(chosen[path])] for path, number in arguments[0].items()}
        journal.answer(values)
    else:
        getattr(journal, name)(*arguments)


def bare(sheet: Sheet) -> Sheet:
    """A sheet without what storing adds, and without the times of its comments."""
    untimed = replace(
        sheet, id="", created=None, modified=None, pack_version="", pack_hash="", result_seen=None
    )
    for key, comment in sheet.all_comments().items():
        untimed = untimed.with_comment(key, replace(comment, at=None))
    return untimed


@settings(max_examples=60)
@given(script=st.lists(CALLS, max_size=12))
def test_memory_and_store_agree(script: list[tuple[Any, ...]]) -> None:
    """After the same calls both hold the same sheet, but for what storing adds."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder, "sheets.db"))
        stored = StoredJournal(store, PACK, Sheet(PACK.id))
        memory = MemoryJournal(Sheet(PACK.id))
        for name, *arguments in script:
            call(stored, name, tuple(arguments))
            call(memory, name, tuple(arguments))
            assert (bare(memory.sheet), memory.finished) == (bare(stored.sheet), stored.finished)
        if stored.sheet.id:
            assert stored.sheet == store.load(stored.sheet.id, PACK).sheet
        store.close()
