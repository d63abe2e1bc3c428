"""Answers to questions that went away: shown when the question is asked again, and counted once confirmed."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.report.labels import earlier_words
from smcheck.session import Session, Step, rows_of
from smcheck.sheet.example import example_sheet
from smcheck.sheet.sheet import all_paths
from smcheck.store import MemoryJournal
from smcheck.words.language import use
from support.builders import PACK
from support.plain import Held, sheet_with_answers
from support.session import row

FILLED = example_sheet(PACK)
YES = [path for path, answer in FILLED.answers.items() if path.startswith("goals.") and answer == "yes"]


def filled_sitting(at: str) -> Session:
    """A sitting with every answer given, at a question."""
    session = Session(PACK, MemoryJournal(FILLED))
    session.jump(at)
    return session


def drop_and_take_up_goals(session: Session) -> None:
    """Deny every goal, so that nobody is asked for targets, then pursue one again."""
    session.jump("goals")
    session.answer_none()
    session.mark(row(session, "service"))


def test_an_answer_is_shown_and_does_not_count() -> None:
    """The question is open again; Enter confirms the answer as it stands there."""
    session = filled_sitting("goals")
    before = session.sheet.answer("targets")
    drop_and_take_up_goals(session)
    assert session.sheet.answer("targets") is None
    assert [question.id for question in session.open_questions] == ["targets"]
    session.jump("targets")
    assert {found.id: found.earlier for found in session.rows if found.earlier} == {before: "yes"}
    assert session.next() is Step.MOVED
    assert (session.sheet.answer("targets"), session.earlier) == (before, {})


def test_another_answer_takes_its_place() -> None:
    """What is marked counts, and nothing is left to confirm."""
    session = filled_sitting("goals")
    drop_and_take_up_goals(session)
    session.jump("targets")
    session.mark(row(session, "none"))
    assert (session.sheet.answer("targets"), session.earlier) == ("none", {})
    session.mark(row(session, "none"))
    assert (session.sheet.answer("targets"), session.earlier) == (None, {})


def test_only_what_went_away_is_to_be_confirmed() -> None:
    """A challenge that was faced all along keeps its answer; beside it, the other shows its earlier one."""
    session = filled_sitting("challenges")
    faced = [found.id for found in session.rows if found.state == "yes"]
    assert len(faced) > 1
    kept, away = faced[:2]
    answers = {item: session.sheet.answer(f"in_hand.{item}") for item in (kept, away)}
    session.mark(row(session, away))
    session.mark(row(session, away))
    session.jump("in_hand")
    shown = {found.id: (found.state, found.earlier) for found in session.rows if found.kind == "item"}
    assert (shown[kept], shown[away]) == ((answers[kept], None), (None, answers[away]))
    session.next()
    assert session.sheet.answer(f"in_hand.{away}") == answers[away]


def test_undo_brings_all_of_it_back() -> None:
    """Each step back is as before it: to be confirmed, away, and counted without a question."""
    session = filled_sitting("goals")
    drop_and_take_up_goals(session)
    session.jump("targets")
    session.next()
    assert session.undo()
    assert (session.sheet.answer("targets"), dict(session.earlier)) == (
        None,
        {"targets": FILLED.answer("targets")},
    )
    while session.undo():
        pass
    assert (session.sheet, dict(session.earlier)) == (FILLED, {})


@given(st.data())
def test_nothing_counts_that_was_not_given_while_it_was_asked(data: st.DataObject) -> None:
    """Whatever is pressed: an answer counts only if it was given since it was asked last."""
    session = filled_sitting("team")
    counted = {path: session.sheet.answer(path) for path in all_paths(PACK, session.sheet)}
    for _press in range(data.draw(st.integers(1, 12))):
        session.jump(data.draw(st.sampled_from([question.id for question in session.questions])))
        session.mark(data.draw(st.sampled_from([found for found in session.rows if found.kind != "none"])))
        asked = all_paths(PACK, session.sheet)
        for path in asked:
            if path not in counted and path.partition(".")[0] != session.question.id:
                assert session.sheet.answer(path) is None, path
        counted = {path: session.sheet.answer(path) for path in asked}


# ── shown ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("earlier", "language", "words"),
    [
        ({"in_hand.privacy": "no"}, "en", "before: no; please confirm"),
        ({"in_hand.privacy": "unknown"}, "de", "vorher: weiß nicht; bitte bestätigen"),
        ({"targets": "some"}, "en", "chosen before; please confirm"),
        ({"targets": "unknown"}, "de", "vorher gewählt; bitte bestätigen"),
    ],
)
def test_what_is_said_of_an_earlier_answer(earlier: Mapping[str, str], language: str, words: str) -> None:
    """On its row, in words, as long as the row has no answer."""
    (path, value), *_ = earlier.items()
    question = PACK.question_by_id[path.partition(".")[0]]
    use(language)
    said = [
        earlier_words(found) for found in rows_of(PACK, FILLED.with_answer(path, None), question, earlier)
    ]
    answered = [
        earlier_words(found) for found in rows_of(PACK, FILLED.with_answer(path, value), question, earlier)
    ]
    use("en")
    assert [text for text in said if text] == [words]
    assert not any(answered)


def test_line_by_line() -> None:
    """The question says what was answered before; an empty line confirms it."""
    use("en")
    sheet = sheet_with_answers(goals={"service": "yes"}, targets="some")
    lines = ["j 4", "0", "j 4", "6", "", "q"]
    held = Held(MemoryJournal(sheet), lines)
    said = held.said
    assert "2. Some of them: chosen before; please confirm." in said
    assert "An empty line confirms what was answered before." in said
    assert held.answers["targets"] == "some"


@pytest.mark.parametrize(("line", "privacy"), [("1", "no"), ("1 2", "yes"), ("", "yes"), ("0", "no")])
def test_numbers_confirm_only_what_they_name(line: str, privacy: str) -> None:
    """Line by line, numbers are the whole answer: an earlier one that they leave out is a no."""
    sheet = sheet_with_answers(
        challenges={"resources": "yes", "privacy": "yes"}, in_hand={"resources": "no", "privacy": "yes"}
    )
    held = Held(MemoryJournal(sheet), ["j 6", "1", "j 6", "1 2", line, "q"])
    assert held.answers["in_hand.privacy"] == privacy
