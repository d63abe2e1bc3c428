"""Where a sitting leads: on, back, to any question; and how far it is."""

import pytest

from smcheck.session import Session, Step
from smcheck.session.session import REVIEW
from support.builders import PACK
from support.session import ALL, asked_now, every, full, row, sitting

# ── going on ──────────────────────────────────────────────────────────────────────────────────


def test_going_on_answers_the_unmarked_with_no(session: Session) -> None:
    """Where something is given, what was left unmarked is denied; other answers stay."""
    session.jump("departments")
    session.mark(row(session, "marketing"))
    session.answer_unknown(row(session, "pr"))
    session.answer_na(row(session, "legal"))
    assert Step.MOVED is session.next()
    expected = every("departments", "no", marketing="yes", pr="unknown", legal="na")
    assert (expected, "goals") == (session.sheet.answers, session.position)


@pytest.mark.parametrize("question", ["team", "daily", "departments", "goals", "challenges"])
def test_going_on_with_nothing_given(question: str) -> None:
    """Where nothing is given nothing is assumed: the question stays, and it is said."""
    session = sitting({}, question)
    assert Step.NOTHING_GIVEN is session.next()
    assert ({}, question) == (session.sheet.answers, session.position)


def test_all_the_way_to_the_end() -> None:
    """Going on through a filled sheet passes every question and ends at the review, where it stays."""
    session = sitting(full())
    passed = []
    while not session.at_review:
        passed.append((session.position, session.number))
        step = session.next()
    assert [(question, number) for number, question in enumerate(ALL, 1)] == passed
    assert [step, session.next(), session.skip()] == [Step.END] * 3
    assert (session.position, session.question.id, session.number) == (REVIEW, "in_hand", 7)


def test_nothing_is_answered_from_the_review() -> None:
    """Going on at the review does not settle the last question, which was left half open."""
    answers = full() | every("challenges", "yes")
    session = sitting(answers, REVIEW)
    assert Step.END is session.next()
    assert answers == session.sheet.answers


def test_skipping_leaves_the_question_open(session: Session) -> None:
    """Skipping goes on without an answer."""
    assert [session.skip(), session.skip()] == [Step.MOVED, Step.MOVED]
    assert (session.sheet.answers, session.position) == ({}, "departments")


def test_back_and_back_to_the_start() -> None:
    """Back leads from the review over every question to the first, and no further."""
    session = sitting(full(), REVIEW)
    passed = []
    while session.back():
        passed.append(session.position)
    assert list(reversed(ALL)) == passed


def test_jumping_to_what_applies() -> None:
    """Any question that applies and the review can be jumped to; others cannot."""
    session = sitting(every("goals", "no"), "goals")
    found = {place: session.jump(place) for place in (*ALL, REVIEW, "nowhere", "")}
    refused = {place for place, moved in found.items() if not moved}
    assert {"targets", "in_hand", "nowhere", ""} == refused
    assert session.position == REVIEW


def test_conditional_questions_come_and_go() -> None:
    """Follow-up questions appear with the first yes and go with the last; their answers wait for a return."""
    session = sitting(full(), "goals")
    assert asked_now(session) == ALL
    session.mark(row(session, "service"))
    assert tuple(id_ for id_ in ALL if id_ != "targets") == asked_now(session)
    session.jump("challenges")
    session.mark(row(session, "privacy"))
    assert tuple(id_ for id_ in ALL if id_ not in {"targets", "in_hand"}) == asked_now(session)
    assert (session.sheet.answer("targets"), session.sheet.answer("in_hand.privacy")) == ("some", "no")
    session.mark(row(session, "privacy"))
    session.jump("goals")
    session.mark(row(session, "awareness"))
    assert (asked_now(session), [question.id for question in session.open_questions]) == (
        ALL,
        ["targets", "in_hand"],
    )
    assert session.earlier == {"targets": "some", "in_hand.privacy": "no"}


def test_going_on_passes_over_what_does_not_apply() -> None:
    """Next and back step over follow-up questions that do not apply."""
    session = sitting(full() | every("goals", "no"), "goals")
    session.next()
    assert session.position == "challenges"
    session.back()
    assert session.position == "goals"


# ── counts ────────────────────────────────────────────────────────────────────────────────────


def test_seven_questions_are_expected_until_six_are_certain(session: Session) -> None:
    """Follow-up questions are counted as long as they may come, so the count never grows on the way."""
    counts = []
    for id_ in ("team", "goals", "challenges"):
        session.jump(id_)
        session.answer_none()
        counts.append(len(session.expected_questions))
    assert counts == [7, 6, 5]


def test_a_number_for_every_question(session: Session) -> None:
    """The number counts questions that may still come, so it does not jump later."""
    session.jump("challenges")
    assert (session.number, len(session.expected_questions)) == (6, 7)
    session.jump("goals")
    session.answer_none()
    session.next()
    assert (session.number, len(session.expected_questions)) == (5, 6)


def test_open_begun_and_answered(session: Session) -> None:
    """A question is begun with its first answer, answered with its last, and open until then."""
    team = PACK.question_by_id["team"]
    found = [(session.is_started(team), session.is_answered(team))]
    session.mark(row(session, "agency"))
    found.append((session.is_started(team), session.is_answered(team)))
    session.next()
    found.append((session.is_started(team), session.is_answered(team)))
    assert found == [(False, False), (True, False), (True, True)]
    still_open = tuple(question.id for question in session.open_questions)
    assert still_open == ("daily", "departments", "goals", "challenges")


def test_minutes_left() -> None:
    """Three minutes for seven questions, counted down by those still open, follow-ups included."""
    assert PACK.file.minutes == 3
    answers = full()
    found = [sitting({}).minutes_left]
    given: dict[str, str] = {}
    for question in ALL:
        given |= {path: value for path, value in answers.items() if path.split(".")[0] == question}
        found.append(sitting(given).minutes_left)
    # Open: 7, 6, 5, 4, 3, 2, 1, 0 of 7, times 3 minutes, rounded up.
    assert found == [3, 3, 3, 2, 2, 1, 1, 0]
    # Neither goals nor challenges: two follow-ups less, 3 of 7 open.
    assert sitting(every("goals", "no") | every("challenges", "no")).minutes_left == 2
