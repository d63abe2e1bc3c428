"""Questions line by line: what is said, what an order does, and what is said back."""

import pytest

from smcheck.session.session import REVIEW
from smcheck.store import MemoryJournal
from support.builders import PACK, all_items
from support.plain import ANSWERS, WHO, Held, challenges, nothing, sheet_with_answers

TEXTS = PACK.texts("en")


def test_question_as_it_is_said() -> None:
    """Number, section, text, why, and rows with the words of their states; nothing else."""
    sitting = Held(
        MemoryJournal(sheet_with_answers(challenges={"privacy": "yes", "big_data": "unknown"})), ["j 6"]
    )
    start = sitting.said.index("Question 6 of 7, Challenges.")
    expected = [
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
    assert expected == sitting.said[start - 1 :][: len(expected)]


# ── answering ─────────────────────────────────────────────────────────────────────────────────


def at(question: str, lines: list[str], **answers: object) -> Held:
    """A sitting that begins at a question."""
    number = [q.id for q in PACK.questions].index(question) + 1
    return Held(MemoryJournal(sheet_with_answers(**answers)), [f"j {number}", *lines])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1 3"], ["yes", "no", "yes"]),
        (["1-2"], ["yes", "yes", "no"]),
        (["0"], ["no", "no", "no"]),
        (["?"], ["unknown", "unknown", "unknown"]),
        (["?2"], [None, "unknown", None]),
        (["?2-3"], [None, "unknown", "unknown"]),
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
        (["4", "x", "-1", "-0", "3-1"], [None, None, None]),
    ],
)
def test_marking(lines: list[str], expected: list[str | None]) -> None:
    """What is typed is what is meant, said once or twice; a wrong line changes nothing."""
    assert expected == challenges(at("challenges", lines))


def departments(sitting: Held) -> list[str | None]:
    """The answers to the first five departments."""
    names = ("marketing", "pr", "sales", "support", "product_development")
    return [sitting.answers.get(f"departments.{name}") for name in names]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["-3"], [None, None, "na", None, None]),
        (["-3", "-3", "1"], ["yes", "no", "na", "no", "no"]),
        (["-3", "3"], ["no", "no", "yes", "no", "no"]),
        (["-2-4", "0"], ["no", "na", "na", "na", "no"]),
        (["-0"], ["na", "na", "na", "na", "na"]),
        (["1 ?2 -0"], ["yes", "unknown", "na", "na", "na"]),
        (["1 3", "b", "1 -0"], ["yes", "na", "na", "na", "na"]),
        (["1 -0", "b", "-0"], ["yes", "na", "na", "na", "na"]),
        (["1 -0", "u"], [None, None, None, None, None]),
    ],
)
def test_what_does_not_exist(lines: list[str], expected: list[str | None]) -> None:
    """“Does not exist here” stands until it is named otherwise; ``-0`` gives it to all that are left."""
    assert expected == departments(at("departments", lines))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2"], "pr"),
        (["10"], "team"),
        (["12"], None),
        (["?"], "unknown"),
        (["2", "b", "2"], "pr"),
        (["2", "b", "3"], "sales"),
        (["2", "b", ""], "pr"),
        (["?", "b", "?"], "unknown"),
        (["2", "b", "?"], "unknown"),
        (["0"], "nobody"),
        (["0", "b", "0"], "nobody"),
        ([""], None),
        (["1-2"], None),
    ],
)
def test_choosing(lines: list[str], expected: str | None) -> None:
    """A question with one answer takes one number, or 0 for nobody; saying it again does not take it back."""
    sitting = at("daily", lines, team={"dedicated": "yes"})
    assert expected == sitting.answers.get("daily")


# ── what is said back ─────────────────────────────────────────────────────────────────────────


def test_every_kind_of_answer_is_said_back() -> None:
    """What was understood is said before the next question, also what became “no” by it."""
    sitting = at("departments", ["1 4 ?2 -3 -5-8"])
    assert sitting.after("Answer: 1 4 ?2 -3 -5-8")[:4] == [
        "Yes: marketing and customer support.",
        "No: legal.",
        "Don't know: public relations.",
        "Do not exist here: sales, product development, human resources, management and IT.",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2"], ["Yes: data protection.", "No: resources and big data."]),
        (["1-3"], ["Yes: resources, data protection and big data."]),
        (["?2"], ["Don't know: data protection."]),
        (["?2", ""], ["No: resources and big data."]),
        (["?"], ["Don't know: resources, data protection and big data."]),
        (["?2", "0"], ["None of these.", "Don't know: data protection."]),
        (["1 2", "b", "1"], ["Yes: resources.", "No: data protection."]),
        (["1 2", "b", "1 2"], ["Yes: resources and data protection."]),
        (["1 2", "b", ""], []),
        (["s"], []),
    ],
)
def test_answers_said_back(lines: list[str], expected: list[str]) -> None:
    """What the last line named, and what it changed; not what stood already."""
    sitting = at("challenges", lines)
    last = max(place for place, line in enumerate(sitting.said) if line == f"Answer: {lines[-1]}")
    said = sitting.said[last + 1 :]
    assert expected == said[: len(expected)]
    assert said[len(expected)] in {"", "Still open:"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [("10", "Chosen: the social media team."), ("2", "Chosen: Public relations."), ("?", "Don't know.")],
)
def test_a_choice_said_back(line: str, expected: str) -> None:
    """One choice is said back as its row is called."""
    sitting = at("daily", [line], team={"dedicated": "yes"})
    assert expected == sitting.after(f"Answer: {line}")[0]


def test_nothing_given_is_asked_about() -> None:
    """An empty line where nothing is given does not go on."""
    sitting = at("challenges", ["", "s"])
    said = "Nothing is given yet. Say 0 for none of these, or s to skip the question."
    assert [said] == sitting.after("Answer: ")
    assert sitting.session.position == REVIEW


# ── going about ───────────────────────────────────────────────────────────────────────────────


def test_back() -> None:
    """Back goes to the question before and stops at the first."""
    sitting = Held(MemoryJournal(sheet_with_answers()), ["b", "1", "zurück"])
    assert "This is the first question." in sitting.said
    assert sitting.session.position == "team"
    assert "1. A dedicated team that specialises in social media: yes." in sitting.said


def test_undo_takes_back_a_whole_line() -> None:
    """One line is one step, also where it answered nine items, and leads back to its question."""
    sitting = Held(MemoryJournal(sheet_with_answers()), ["j 3", "1 4 ?2 -3", "u"])
    assert dict(sitting.answers) == {"daily": "unknown"}
    assert sitting.session.position == "departments"
    assert "Taken back." in sitting.said


def test_undo_goes_back_line_by_line() -> None:
    """Lines are taken back one after the other, until none is left."""
    sitting = Held(MemoryJournal(sheet_with_answers()), ["j 6", "1", "b", "2 3", "u", "rückgängig", "u"])
    assert dict(sitting.answers) == {"daily": "unknown"}
    assert "There is nothing to take back." in sitting.said


def test_undo_of_what_opened_a_question() -> None:
    """Taking goals back also takes the question on targets away, wherever the sitting stands."""
    sitting = Held(MemoryJournal(sheet_with_answers()), ["j 4", "1", "u", "0"])
    assert sitting.session.position == "challenges"


def test_jump_to_a_question_that_is_not_asked() -> None:
    """A question that does not apply is not jumped to."""
    sitting = Held(MemoryJournal(sheet_with_answers()), ["j 5"])
    assert sitting.said.count("This question is not asked, given the answers so far.") == 1
    assert sitting.session.position == "team"


def test_answers_at_a_question() -> None:
    """All answers are read by question, with notes, without leaving the question; no figure is among them."""
    departments = all_items("departments", "no", marketing="yes", sales="na")
    del departments["legal"]
    team = all_items("team", "no", agency="yes", ad_hoc="unknown")
    given = {"team": team, "daily": "agency", "departments": departments}
    sitting = Held(MemoryJournal(sheet_with_answers(**given)), ["n seit Mai", "antworten", "b"])
    assert sitting.after("Answer: antworten") == [
        f"1. {TEXTS.questions['team'].text}",
        "An agency; don't know: whoever feels like it.",
        "Note: seit Mai",
        f"2. {TEXTS.questions['daily'].text}",
        "Chosen: an agency.",
        f"3. {TEXTS.questions['departments'].text}",
        "Marketing; does not exist here: sales; not answered: legal.",
        f"4. {TEXTS.questions['goals'].text}",
        "Not answered.",
        f"5. {TEXTS.questions['targets'].text}",
        "Not asked so far.",
        f"6. {TEXTS.questions['challenges'].text}",
        "Not answered.",
        f"7. {TEXTS.questions['in_hand'].text}",
        "Not asked so far.",
    ]
    assert sitting.session.position == "team"


def test_review_at_the_end() -> None:
    """Past the last question a number leads back, wrong orders change nothing, nothing gives the result."""
    lines = ["j 6", "s", "?", "s", "0", "n x", "6", "0", "r", "h", "b", "s", ""]
    sitting = Held(MemoryJournal(sheet_with_answers()), lines)
    assert sitting.saw_result
    assert challenges(sitting) == ["no", "no", "no"]
    assert dict(sitting.sheet.notes) == {}


def test_review_lists_open_questions() -> None:
    """Open questions are listed with the numbers to go there with."""
    sitting = Held(MemoryJournal(sheet_with_answers(team=all_items("team", "no"))), ["j 6", "0"])
    listed = sitting.said[sitting.said.index("Still open:") + 1 :]
    assert listed[:3] == [
        f"2. {TEXTS.questions['daily'].text}",
        f"3. {TEXTS.questions['departments'].text}",
        f"4. {TEXTS.questions['goals'].text}",
    ]


def test_review_of_a_full_sheet() -> None:
    """Where nothing is open that is said, and the result is not shown unasked."""
    sitting = Held(MemoryJournal(nothing()), [*WHO, *ANSWERS])
    assert "Every question is answered." in sitting.said
    assert not sitting.saw_result


def test_a_note_of_several_lines() -> None:
    """``n+`` adds a line, also to a note that there is not yet; each line is said as one."""
    sitting = Held(
        MemoryJournal(sheet_with_answers()), ["n+ seit \x1b[31mMai", "notiz+ zweite Zeile", "n+", "n"]
    )
    assert dict(sitting.sheet.notes) == {"team": "seit \x1b[31mMai\nzweite Zeile"}
    place = sitting.said.index("Note: seit ␛[31mMai")
    assert sitting.said[place + 1] == "zweite Zeile"
    assert sitting.said.count("The note is kept.") == 2


@pytest.mark.parametrize(
    "line", ["\x1b[?1u", "\x1b]11;rgb:1e1e/1e1e/2e2e\x07", "1\x1b[0m", "\x1b[A", "1\x00", "\udcff1", "\x1bq"]
)
def test_what_a_terminal_says_in_a_line_is_no_order(line: str) -> None:
    """A report, an arrow, a byte of another encoding: nothing is answered, and the question stays."""
    sitting = at("team", [line])
    assert sitting.sheet.answers == sheet_with_answers().answers
    assert not any("\x1b" in said for said in sitting.said if not said.endswith(line))


def test_notes() -> None:
    """A note is kept, read, said with its question, and removed."""
    lines = ["n", "n seit \x1b[31mMai", "note", "s", "b", "n -", "n"]
    sitting = Held(MemoryJournal(sheet_with_answers()), lines)
    assert sitting.said.count("No note on this question yet.") == 2
    assert sitting.said.count("Note: seit ␛[31mMai") == 2
    assert dict(sitting.sheet.notes) == {}
