"""Leaving and going on, other windows at work, and stores that fail."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.sheet import Sheet
from smcheck.store import MemoryJournal, Store, StoredJournal
from smcheck.words.fault import Fault
from support.builders import PACK
from support.plain import (
    ANSWERS,
    WHO,
    Held,
    challenges,
    expected_sheet,
    nothing,
    sheet_with_answers,
    stored_sheet,
)

# ── leaving and going on ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ending", [["q"], ["ende"], []])
def test_leaving_and_going_on(store: Store, ending: list[str]) -> None:
    """Whoever leaves, by a word or the end of the input, goes on where they were, with all they gave."""
    first = Held(StoredJournal(store, PACK, nothing()), [*WHO, *ANSWERS[:3], *ending])
    id_ = stored_sheet(store).id
    assert not first.saw_result
    assert first.said[-1] == f"Everything you answered is kept. To go on: smcheck ask {id_}"
    second = Held(StoredJournal(store, PACK, stored_sheet(store)), [*ANSWERS[3:], ""])
    assert second.saw_result
    assert "Question 4 of 7, Goals." in second.said
    assert "Question 3 of 7, Departments." not in second.said
    assert expected_sheet().answers == stored_sheet(store).answers


@pytest.mark.parametrize(
    ("id_", "quoted"),
    [
        ("x; touch pwned", "'x; touch pwned'"),
        ("-rf", "-- -rf"),
        ("it's", "'it'\"'\"'s'"),
        ("Müller 2026", "'Müller 2026'"),
    ],
)
def test_the_command_to_go_on_is_safe_to_paste(store: Store, id_: str, quoted: str) -> None:
    """Whatever an imported id is, a shell takes it as one word and no option."""
    store.create(PACK, replace(sheet_with_answers(), id=id_))
    sitting = Held(StoredJournal(store, PACK, store.load(id_, PACK).sheet), ["q"])
    assert sitting.said[-1].endswith(f"To go on: smcheck ask {quoted}")


def test_leaving_what_was_deleted_meanwhile(tmp_path: Path) -> None:
    """A sheet that another window has deleted is not said to be kept."""
    mine, theirs = (Store(tmp_path / "sheets.db") for _window in range(2))
    id_ = mine.create(PACK, sheet_with_answers())

    def lines() -> Iterator[str]:
        yield "?"
        theirs.delete(id_)
        yield "q"

    sitting = Held(StoredJournal(mine, PACK, mine.load(id_, PACK).sheet), lines())
    mine.close()
    theirs.close()
    assert sitting.said[-1].endswith(f"no stored sheet “{id_}”")


def test_leaving_an_example() -> None:
    """What is not stored is not promised."""
    assert Held(MemoryJournal(sheet_with_answers()), ["q"]).said[-1] == "Nothing of this is kept."


def test_leaving_before_anything_was_answered(store: Store) -> None:
    """Without an answer nothing is stored, and that is said."""
    sitting = Held(StoredJournal(store, PACK, nothing()), ["", "q"])
    assert sitting.said[-1] == "Nothing was answered, so nothing is kept."
    assert store.list_sheets() == []


def test_answers_after_the_result_are_marked(store: Store) -> None:
    """After the result a sitting begins with it; an answer changed then is marked, and so is a first one."""
    Held(StoredJournal(store, PACK, nothing()), [*WHO, *ANSWERS[:-1], "s", ""])
    later = Held(
        StoredJournal(store, PACK, stored_sheet(store)), ["answers", "2", "1", "answers", "7", "0", "q"]
    )
    assert later.said[:2] == ["", "Beispiel GmbH: 26 of 27 answered, 1 don't know."]
    assert stored_sheet(store).changed_after_result == ("daily",)
    assert stored_sheet(store).answered_after_result == ("in_hand.privacy",)


# ── when things go wrong ──────────────────────────────────────────────────────────────────────


def test_another_window_was_first(store: Store) -> None:
    """An answer that collides is told with its name, the other's stands, and the question is asked again."""
    sheet = store.load(store.create(PACK, sheet_with_answers()), PACK).sheet
    sitting = Held(Rushed(store, PACK, sheet), ["j 6", "1 2", "3"])
    told = "Another window answered this first, and its answer stands: Resources: time, staff, budget."
    assert told in sitting.said
    assert sitting.said.count("Question 6 of 7, Challenges.") == 2
    assert challenges(sitting) == ["no", "no", "yes"]


class Rushed(StoredJournal):
    """A journal before whose first answer another window denies the first challenge."""

    first = True

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Answer, second."""
        if self.first:
            self.first = False
            StoredJournal(self._store, PACK, self.sheet).answer({"challenges.resources": "no"})
        return super().answer(changes)


def test_another_window_has_changed_the_sheet(tmp_path: Path) -> None:
    """What another process wrote is told and shown with the question, and is not taken back from here."""
    mine, theirs = (Store(tmp_path / "sheets.db") for _window in range(2))
    journal = StoredJournal(mine, PACK, Sheet(PACK.id, organisation="Beispiel GmbH"))
    journal.answer({"daily": "unknown"})

    def lines() -> Iterator[str]:
        yield "j 6"
        yield "?1"
        StoredJournal(theirs, PACK, journal.sheet).answer({"challenges.privacy": "yes"})
        yield "r"
        yield "u"

    sitting = Held(journal, lines())
    mine.close()
    theirs.close()
    assert "Another window has changed this sheet." in sitting.said
    assert "2. Data protection: yes." in sitting.said
    assert challenges(sitting) == ["unknown", "yes", None]


class Full(MemoryJournal):
    """A journal that can keep nothing any more."""

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Fail."""
        raise Fault("the store does not answer", file="sheets.db", place=", ".join(changes))

    def describe(self, fields: Mapping[str, str]) -> Sheet:
        """Fail."""
        raise Fault("the store does not answer", file="sheets.db", place=", ".join(fields))

    def see_result(self) -> None:
        """Fail."""
        raise Fault("the store does not answer", file="sheets.db")


def test_nothing_can_be_stored() -> None:
    """A fault is told, the question asked again, nothing pretended; the result can still be seen."""
    sitting = Held(Full(sheet_with_answers()), ["j 6", "1", "s", ""])
    assert "sheets.db: challenges.resources: the store does not answer" in sitting.said
    assert sitting.said.count("Question 6 of 7, Challenges.") == 2
    assert "sheets.db: the store does not answer" in sitting.said
    assert sitting.said[-2:] == ["", "Nothing of this is kept."]
    assert any(line.startswith("1. Overview: ") for line in sitting.said)


def test_nothing_can_be_stored_of_who_answers() -> None:
    """A fault while saying who answers is told, and the same is asked again."""
    sitting = Held(Full(nothing()), ["Beispiel GmbH", "", "", "", "", "", ""])
    assert "sheets.db: organisation: the store does not answer" in sitting.said
    assert [line[:14] for line in sitting.said].count("Organisation: ") == 2


class Failing(MemoryJournal):
    """A journal that takes nothing back."""

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Fail where an answer is taken back."""
        if None in changes.values():
            raise Fault("the store does not answer", file="sheets.db")
        return super().answer(changes)


def test_what_could_not_be_taken_back_can_be_later() -> None:
    """A fault while taking back is told, and the line is still there to be taken back."""
    sitting = Held(Failing(sheet_with_answers()), ["j 6", "1", "u", "u"])
    assert sitting.said.count("sheets.db: the store does not answer") == 2
    assert "There is nothing to take back." not in sitting.said
    assert challenges(sitting) == ["yes", "no", "no"]


LINES = st.lists(
    st.sampled_from(
        ["", "0", "?", "1", "2 3", "?1", "-1", "-2", "b", "s", "u", "h", "n x", "n", "n -", "r", "x", "9"]
        + [f"j {number}" for number in range(1, 8)]
    ),
    max_size=40,
)


@given(LINES)
def test_any_lines_at_all(lines: list[str]) -> None:
    """Whatever is typed at questions and in the menu, the sitting goes on, with answers the pack allows."""
    sitting = Held(MemoryJournal(sheet_with_answers()), lines)
    assert sitting.said[-1] == "Nothing of this is kept."
    assert [path for path, answer in sitting.answers.items() if answer not in PACK.answers_to(path)] == []


@given(LINES)
def test_undo_brings_everything_back(lines: list[str]) -> None:
    """Taking back as often as there were lines leads back to the sheet as it was."""
    stay = [line for line in lines if line != ""]
    sitting = Held(MemoryJournal(sheet_with_answers()), [*stay, *(["u"] * len(stay))])
    assert dict(sitting.answers) == {"daily": "unknown"}
