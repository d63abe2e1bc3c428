"""Sittings over lines, as they are held: scripted from the first line to the result."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.plain import run
from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet, parse_sheet
from smcheck.store import Journal, MemoryJournal, Store, StoredJournal
from smcheck.words.fault import Fault
from support.builders import EXAMPLE, PACK, all_items

TEXTS = PACK.texts("en")
WHO = ["Beispiel GmbH", "A. B.", "", "1", "1", "3"]
ANSWERS = ["1 2", "4", "1 4 ?2 -3", "1 6", "2", "2", "0"]
"""One line for each of the seven questions."""
GIVEN = {
    "team": all_items("team", "no", dedicated="yes", cross_departmental="yes"),
    "departments": all_items("departments", "no", marketing="yes", support="yes", pr="unknown", sales="na"),
    "goals": all_items("goals", "no", awareness="yes", service="yes"),
    "challenges": all_items("challenges", "no", privacy="yes"),
    "in_hand": {"privacy": "no"},
    "daily": "support",
    "targets": "some",
}


class Sitting:
    """A sitting whose lines are known beforehand; what it says is kept."""

    def __init__(self, journal: Journal, lines: Iterable[str]) -> None:
        self.session = Session(PACK, journal)
        self.said: list[str] = []
        self.results = 0
        self._lines = iter(lines)
        self.finished = run(self.session, TEXTS, self._read, self.said.append, self._show_result)
        self.left_over = list(self._lines)

    def _read(self, prompt: str) -> str:
        self.said.append(prompt)
        line = next(self._lines, None)
        if line is None:
            raise EOFError
        return line

    def _show_result(self) -> None:
        self.results += 1

    @property
    def answers(self) -> Mapping[str, str]:
        """What was answered."""
        return self.session.sheet.answers

    def after(self, line: str) -> list[str]:
        """What was said after a line was said, up to the next prompt."""
        rest = self.said[self.said.index(line) + 1 :]
        return rest[: rest.index("Answer: ")] if "Answer: " in rest else rest


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it, on one day in November."""
    store = Store(tmp_path / "sheets.db", lambda: datetime(2026, 11, 22, 14, 2, tzinfo=UTC))
    yield store
    store.close()


def nothing() -> Sheet:
    """A sheet on which nothing stands."""
    return Sheet(PACK.id)


def begun(**answers: object) -> Sheet:
    """A sheet on which something stands, so that nobody is asked who answers."""
    return parse_sheet({"format": 1, "pack": PACK.id, "answers": answers or {"daily": "unknown"}}, PACK)


def expected_sheet() -> Sheet:
    """What the lines above come to."""
    data = {**EXAMPLE, "answers": GIVEN}
    return parse_sheet(data, PACK)


def kept(store: Store) -> Sheet:
    """The one sheet in a store."""
    (entry,) = store.list_sheets()
    return store.load(entry.id, PACK).sheet


# ── a whole sitting ───────────────────────────────────────────────────────────────────────────


def test_full_sitting_in_memory() -> None:
    """From the first line to the result: who answers, seven questions, the review, the result once."""
    sitting = Sitting(MemoryJournal(nothing()), [*WHO, *ANSWERS, "", "never read"])
    assert sitting.finished
    assert sitting.results == 1
    assert sitting.session.sheet == expected_sheet()
    assert sitting.session.journal.finished
    assert sitting.left_over == ["never read"]


def test_full_sitting_in_the_store(store: Store) -> None:
    """The same sitting is in the store line by line, and its result is remembered as seen."""
    sitting = Sitting(StoredJournal(store, PACK, nothing()), [*WHO, *ANSWERS, ""])
    (entry,) = store.list_sheets()
    assert sitting.finished
    assert entry.finished
    assert kept(store).answers == expected_sheet().answers
    assert (kept(store).organisation, kept(store).respondent) == ("Beispiel GmbH", "A. B.")
    assert dict(kept(store).profile) == {"sector": "itk", "country": "de", "size": "50-249"}


def test_question_as_it_is_said() -> None:
    """Number, section, text, why, and rows with the words of their states; nothing else."""
    sitting = Sitting(MemoryJournal(begun(challenges={"privacy": "yes", "big_data": "unknown"})), ["j 6"])
    start = sitting.said.index("Question 6 of 7, Challenges.")
    assert sitting.said[start - 1 : start + 8] == [
        "",
        "Question 6 of 7, Challenges.",
        TEXTS.questions["challenges"].text,
        f"Why: {TEXTS.questions['challenges'].why}",
        "Several may apply.",
        "1. Resources: time, staff, budget.",
        "2. Data protection: yes.",
        "3. Big data: don't know.",
        "0. None of these.",
    ]


def test_nothing_is_drawn() -> None:
    """No control character, no drawing of boxes, one line at a time: a screen reader can say all of it."""
    sitting = Sitting(MemoryJournal(nothing()), [*WHO, "h", *ANSWERS, ""])
    drawn = [
        line
        for line in sitting.said
        for character in line
        if character < " " or "\u2500" <= character <= "\u25ff"
    ]
    assert drawn == []


# ── who answers ───────────────────────────────────────────────────────────────────────────────


def test_everything_about_who_answers_can_be_skipped() -> None:
    """Six empty lines lead to the first question, and nothing is kept of them."""
    sitting = Sitting(MemoryJournal(nothing()), [""] * 6)
    assert sitting.session.sheet == nothing()
    assert "Question 1 of 7, Team." in sitting.said


def test_choices_are_numbers() -> None:
    """A choice that there is not is refused with what there is, and asked again."""
    sitting = Sitting(MemoryJournal(nothing()), ["", "", "", "99", "itk", "²", "2", "", ""])
    assert sitting.said.count("Say a number from 1 to 11, or nothing to skip.") == 3
    assert dict(sitting.session.sheet.profile) == {"sector": "industry"}


def test_what_is_known_is_not_asked() -> None:
    """An organisation that was given on the command line is not asked for again."""
    sheet = Sheet(PACK.id, organisation="Beispiel GmbH", profile=MappingProxyType({"sector": "itk"}))
    sitting = Sitting(MemoryJournal(sheet), ["A. B."])
    assert "Organisation: " not in sitting.said
    assert "Sector." not in sitting.said
    assert sitting.session.sheet.respondent == "A. B."


def test_who_answers_is_asked_for_a_new_sheet_only() -> None:
    """A sheet with answers goes straight to the question."""
    sitting = Sitting(MemoryJournal(begun()), [])
    assert "Organisation: " not in sitting.said


def test_leaving_while_saying_who_answers(store: Store) -> None:
    """What was typed before leaving is kept."""
    sitting = Sitting(StoredJournal(store, PACK, nothing()), ["Beispiel GmbH", "q"])
    assert not sitting.finished
    assert kept(store).organisation == "Beispiel GmbH"


# ── answering ─────────────────────────────────────────────────────────────────────────────────


def at(question: str, lines: list[str], **answers: object) -> Sitting:
    """A sitting that begins at a question."""
    number = [q.id for q in PACK.questions].index(question) + 1
    return Sitting(MemoryJournal(begun(**answers)), [f"j {number}", *lines])


def challenges(sitting: Sitting) -> list[str | None]:
    """The answers to the three challenges."""
    return [sitting.answers.get(f"challenges.{item}") for item in ("resources", "privacy", "big_data")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1 3"], ["yes", "no", "yes"]),
        (["0"], ["no", "no", "no"]),
        (["?"], ["unknown", "unknown", "unknown"]),
        (["?2"], [None, "unknown", None]),
        (["?2", ""], ["no", "unknown", "no"]),
        (["?2", "1"], ["yes", "unknown", "no"]),
        (["?2", "?2"], [None, "unknown", None]),
        (["1 3", "b", "2"], ["no", "yes", "no"]),
        (["1 3", "b", "1 3"], ["yes", "no", "yes"]),
        (["1 3", "b", "?1"], ["unknown", "no", "yes"]),
        (["0", "b", "0"], ["no", "no", "no"]),
        (["?2", "0"], ["no", "unknown", "no"]),
        (["?2", "0", "b", "0"], ["no", "unknown", "no"]),
        (["1 ?2", "b", "0", "u"], ["yes", "unknown", "no"]),
        (["1", "b", "?", "b", "?"], ["unknown", "unknown", "unknown"]),
        ([""], [None, None, None]),
        (["s"], [None, None, None]),
        (["4", "x", "-1", "1-2"], [None, None, None]),
    ],
)
def test_marking(lines: list[str], expected: list[str | None]) -> None:
    """What is typed is what is meant, said once or twice; a wrong line changes nothing."""
    assert challenges(at("challenges", lines)) == expected


def test_none_of_these_says_what_stays() -> None:
    """After 0 one is told which answers of another kind it has left."""
    sitting = at("departments", ["?2 -3 1", "b", "0"])
    assert sitting.said.count("Don't know: Public relations.") == 2
    assert sitting.said.count("Does not exist here: Sales.") == 2
    answers = [sitting.answers[f"departments.{item}"] for item in ("marketing", "pr", "sales", "support")]
    assert answers == ["no", "unknown", "na", "no"]


def test_departments_that_do_not_exist() -> None:
    """“Does not exist here” stands until it is named otherwise."""
    sitting = at("departments", ["-3", "-3", "1"])
    assert (sitting.answers["departments.sales"], sitting.answers["departments.pr"]) == ("na", "no")
    assert "Does not exist here: Sales." in sitting.said


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2"], "pr"),
        (["10"], "team"),
        (["12"], "unknown"),
        (["?"], "unknown"),
        (["2", "b", "2"], "pr"),
        (["2", "b", "3"], "sales"),
        (["2", "b", ""], "pr"),
        (["?", "b", "?"], "unknown"),
        (["2", "b", "?"], "unknown"),
        (["0"], None),
        ([""], None),
    ],
)
def test_choosing(lines: list[str], expected: str | None) -> None:
    """A question with one answer takes one number; saying it again does not take it back."""
    sitting = at("daily", lines, team={"dedicated": "yes"})
    assert sitting.answers.get("daily") == expected


def test_nothing_given_is_asked_about() -> None:
    """An empty line where nothing is given does not go on."""
    sitting = at("challenges", ["", "s"])
    assert sitting.after("Nothing is given yet. Say 0 for none of these, or s to skip the question.") == []
    assert sitting.session.position == REVIEW


def test_an_order_is_repeated_in_words() -> None:
    """What was understood is said before the next question."""
    sitting = at("departments", ["1 4 ?2 -3"])
    assert [line for line in sitting.said if line.endswith((": Sales.", "relations.", "support."))][-3:] == [
        "Yes: Marketing, Customer support.",
        "Don't know: Public relations.",
        "Does not exist here: Sales.",
    ]


# ── going about ───────────────────────────────────────────────────────────────────────────────


def test_back() -> None:
    """Back goes to the question before and stops at the first."""
    sitting = Sitting(MemoryJournal(begun()), ["b", "1", "zurück"])
    assert "This is the first question." in sitting.said
    assert sitting.session.position == "team"
    assert "1. A dedicated team that specialises in social media: yes." in sitting.said


def test_undo_takes_back_a_whole_line() -> None:
    """One line is one step, also where it answered nine items, and leads back to its question."""
    sitting = Sitting(MemoryJournal(begun()), ["j 3", "1 4 ?2 -3", "u"])
    assert dict(sitting.answers) == {"daily": "unknown"}
    assert sitting.session.position == "departments"
    assert "Taken back." in sitting.said


def test_undo_goes_back_line_by_line() -> None:
    """Lines are taken back one after the other, until none is left."""
    sitting = Sitting(MemoryJournal(begun()), ["j 6", "1", "b", "2 3", "u", "rückgängig", "u"])
    assert dict(sitting.answers) == {"daily": "unknown"}
    assert "There is nothing to take back." in sitting.said


def test_undo_of_what_opened_a_question() -> None:
    """Taking goals back also takes the question on targets away, wherever the sitting stands."""
    sitting = Sitting(MemoryJournal(begun()), ["j 4", "1", "u", "0"])
    assert sitting.session.position == "challenges"


def test_jump_to_a_question_that_is_not_asked() -> None:
    """A question that does not apply is not jumped to."""
    sitting = Sitting(MemoryJournal(begun()), ["j 5"])
    assert "This question is not asked, given the answers so far." in sitting.said
    assert sitting.session.position == "team"


def test_review_lists_open_questions() -> None:
    """Open questions are listed with the numbers to jump with, without leaving the question."""
    sitting = Sitting(MemoryJournal(begun(team=all_items("team", "no"))), ["r"])
    listed = sitting.after("Still open:")
    assert listed[:2] == [
        f"2. {TEXTS.questions['daily'].text}",
        f"3. {TEXTS.questions['departments'].text}",
    ]
    assert sitting.session.position == "team"


def test_review_at_the_end() -> None:
    """Past the last question a number leads back, wrong orders change nothing, nothing gives the result."""
    lines = ["j 6", "s", "?", "s", "0", "n x", "6", "0", "r", "b", "s", ""]
    sitting = Sitting(MemoryJournal(begun()), lines)
    assert sitting.finished
    assert challenges(sitting) == ["no", "no", "no"]
    assert dict(sitting.session.sheet.notes) == {}


def test_review_of_a_full_sheet() -> None:
    """Where nothing is open that is said."""
    sitting = Sitting(MemoryJournal(nothing()), [*WHO, *ANSWERS])
    assert "Every question is answered." in sitting.said
    assert sitting.results == 0


def test_help_says_the_question_again() -> None:
    """Help explains question and orders, and the question follows once more."""
    sitting = Sitting(MemoryJournal(begun()), ["hilfe"])
    assert TEXTS.questions["team"].help in sitting.said
    assert sitting.said.count("Question 1 of 7, Team.") == 2


def test_notes() -> None:
    """A note is kept, read, said with its question, and removed."""
    lines = ["n", "n seit \x1b[31mMai", "note", "h", "n -", "n"]
    sitting = Sitting(MemoryJournal(begun()), lines)
    assert sitting.said.count("No note on this question yet.") == 2
    assert sitting.said.count("Note: seit ␛[31mMai") == 2
    assert dict(sitting.session.sheet.notes) == {}


# ── leaving and going on ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ending", [["q"], ["ende"], []])
def test_leaving_and_going_on(store: Store, ending: list[str]) -> None:
    """Whoever leaves, by a word or the end of the input, goes on where they were, with all they gave."""
    first = Sitting(StoredJournal(store, PACK, nothing()), [*WHO, *ANSWERS[:3], *ending])
    id_ = kept(store).id
    assert not first.finished
    assert first.said[-1] == f"Everything you answered is kept. To go on: smcheck ask {id_}"
    second = Sitting(StoredJournal(store, PACK, kept(store)), [*ANSWERS[3:], ""])
    assert second.finished
    assert "Question 4 of 7, Goals." in second.said
    assert "Question 3 of 7, Departments." not in second.said
    assert kept(store).answers == expected_sheet().answers


def test_leaving_an_example() -> None:
    """What is not stored is not promised."""
    assert Sitting(MemoryJournal(begun()), ["q"]).said[-1] == "Nothing of this is kept."


def test_leaving_before_anything_was_answered(store: Store) -> None:
    """Without an answer nothing is stored, and that is said."""
    sitting = Sitting(StoredJournal(store, PACK, nothing()), ["", "q"])
    assert sitting.said[-1] == "Nothing was answered, so nothing is kept."
    assert store.list_sheets() == []


def test_answers_after_the_result_are_marked(store: Store) -> None:
    """An answer changed in a later sitting, after the result was shown, is marked so."""
    Sitting(StoredJournal(store, PACK, nothing()), [*WHO, *ANSWERS, ""])
    Sitting(StoredJournal(store, PACK, kept(store)), ["2", "1", "q"])
    assert kept(store).after_result == ("daily",)


# ── when things go wrong ──────────────────────────────────────────────────────────────────────


def test_another_window_was_first(store: Store) -> None:
    """An answer that collides is told with its name, the other's stands, and the question is asked again."""
    sheet = store.load(store.create(PACK, begun()), PACK).sheet
    sitting = Sitting(Rushed(store, PACK, sheet), ["j 6", "1 2", "3"])
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

    sitting = Sitting(journal, lines())
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
    sitting = Sitting(Full(begun()), ["j 6", "1", "s", ""])
    assert "sheets.db: challenges.resources: the store does not answer" in sitting.said
    assert sitting.said.count("Question 6 of 7, Challenges.") == 2
    assert "sheets.db: the store does not answer" in sitting.said
    assert (sitting.results, sitting.finished) == (1, True)


def test_nothing_can_be_stored_of_who_answers() -> None:
    """A fault while saying who answers is told, and the same is asked again."""
    sitting = Sitting(Full(nothing()), ["Beispiel GmbH", "", "", "", "", "", ""])
    assert "sheets.db: organisation: the store does not answer" in sitting.said
    assert sitting.said.count("Organisation: ") == 2


class Failing(MemoryJournal):
    """A journal that takes nothing back."""

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Fail where an answer is taken back."""
        if None in changes.values():
            raise Fault("the store does not answer", file="sheets.db")
        return super().answer(changes)


def test_what_could_not_be_taken_back_can_be_later() -> None:
    """A fault while taking back is told, and the line is still there to be taken back."""
    sitting = Sitting(Failing(begun()), ["j 6", "1", "u", "u"])
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
    """Whatever is typed, the sitting ends in the result or in leaving, with answers that the pack allows."""
    sitting = Sitting(MemoryJournal(begun()), lines)
    assert sitting.finished == (sitting.results == 1)
    assert [path for path, answer in sitting.answers.items() if answer not in PACK.answers_to(path)] == []


@given(LINES)
def test_undo_brings_everything_back(lines: list[str]) -> None:
    """Taking back as often as there were lines leads back to the sheet as it was."""
    stay = [line for line in lines if line != ""]
    sitting = Sitting(MemoryJournal(begun()), [*stay, *(["u"] * len(stay))])
    assert dict(sitting.answers) == {"daily": "unknown"}
