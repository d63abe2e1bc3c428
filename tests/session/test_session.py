"""Nothing of a sitting can go wrong: a journal that fails, any steps, two windows."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.store import Conflict, Store
from smcheck.words.fault import Fault
from support.builders import PACK
from support.session import (
    ALL,
    BreakableJournal,
    asked_now,
    both_windows,
    every,
    full,
    outside,
    row,
    sitting,
)

# ── failures ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "act",
    [
        lambda session: session.mark(row(session, "sales")),
        lambda session: session.mark(row(session, "none")),
        lambda session: session.answer_unknown(row(session, "pr")),
        lambda session: session.answer_na(row(session, "legal")),
        lambda session: session.answer_no(row(session, "it")),
        lambda session: session.answer_none(),
        lambda session: session.note("x"),
        lambda session: session.undo(),
        lambda session: session.next(),
        lambda session: session.skip(),
        lambda session: session.back(),
        lambda session: session.jump("team"),
        lambda session: session.see_result(),
        lambda session: session.refresh(),
    ],
    ids=[
        "mark",
        "none-row",
        "unknown",
        "na",
        "deny",
        "none",
        "note",
        "undo",
        "next",
        "skip",
        "back",
        "jump",
        "see-result",
        "refresh",
    ],
)
def test_a_failing_journal_leaves_all_as_it_was(act: Callable[[Session], object]) -> None:
    """Where nothing can be kept, sheet, position and undo stay; once it can be, the same step works."""
    session = sitting({}, "departments")
    journal = session.journal
    assert isinstance(journal, BreakableJournal)
    session.mark(row(session, "marketing"))
    before = outside(session)
    journal.broken = True
    with pytest.raises(Fault, match="disk full"):
        act(session)
    assert before == outside(session)
    journal.broken = False
    act(session)
    while session.undo():
        pass
    assert session.sheet.answers == {}


# ── anything at all ───────────────────────────────────────────────────────────────────────────

ACTS = ("mark", "answer_unknown", "answer_na", "answer_no", "answer_none", "note", "undo", "refresh")
MOVES = ("next", "skip", "back", "jump", "see_result")
SCRIPTS = st.lists(st.tuples(st.sampled_from(ACTS + MOVES), st.integers(0, 99), st.booleans()), max_size=40)


def perform(session: Session, name: str, number: int) -> None:
    """Do one thing; the number chooses a row, a place or a text."""
    if name in {"mark", "answer_unknown", "answer_na", "answer_no"}:
        getattr(session, name)(session.rows[number % len(session.rows)])
    elif name == "jump":
        session.jump((*ALL, REVIEW, "nowhere")[number % 9])
    elif name == "note":
        session.note("x" * (number % 3))
    else:
        getattr(session, name)()


def check(session: Session) -> None:
    """What holds at any time: we stand somewhere that applies, and every answer is a valid one."""
    assert session.position in (*asked_now(session), REVIEW)
    assert 1 <= session.number <= len(session.expected_questions) <= len(ALL)
    assert session.question in session.questions
    assert 0 <= session.minutes_left <= PACK.file.minutes
    assert (session.minutes_left == 0) == (not session.open_questions)
    assert all(value in PACK.answers_to(path) for path, value in session.sheet.answers.items())


@settings(max_examples=150)
@given(script=SCRIPTS, start=st.sampled_from([{}, full(), every("goals", "no"), {"in_hand.privacy": "yes"}]))
def test_any_steps_can_be_undone_to_the_beginning(
    script: list[tuple[str, int, bool]], start: dict[str, str]
) -> None:
    """No step fails, failures change nothing, and undoing all of them gives the first answers back."""
    session = sitting(start)
    journal = session.journal
    assert isinstance(journal, BreakableJournal)
    done = 0
    for name, number, broken in script:
        journal.broken = broken
        before, answers = outside(session), session.sheet.answers
        try:
            perform(session, name, number)
        except Fault:
            assert before == outside(session)
        if name != "undo" and answers != session.sheet.answers:
            done += 1
        elif name == "undo" and answers != session.sheet.answers:
            done -= 1
        check(session)
    journal.broken = False
    while session.undo():
        done -= 1
        check(session)
    assert (0, start) == (done, session.sheet.answers)


@settings(max_examples=40)
@given(script=SCRIPTS, start=st.sampled_from([{}, full()]))
@example(script=[("mark", 0, False), ("note", 1, True), ("note", 2, False)], start={})
def test_two_windows_end_at_the_same_sheet(
    script: list[tuple[str, int, bool]], start: dict[str, str]
) -> None:
    """Whatever two windows do in turns, only conflicts come of it, and both end at what is stored."""
    with tempfile.TemporaryDirectory() as folder:
        stores = (Store(Path(folder, "sheets.db")), Store(Path(folder, "sheets.db")))
        windows = both_windows(stores, start)
        caught: list[tuple[bool, bool]] = []
        for name, number, which in script:
            session = windows[which]
            try:
                perform(session, name, number)
            except Conflict as conflict:
                caught.append((conflict.sheet == session.sheet, session.can_undo))
            check(session)
        for session in windows:
            session.refresh()
            check(session)
        assert [(True, False)] * len(caught) == caught
        kept = stores[0].load(windows[0].sheet.id, PACK).sheet
        assert [kept, kept] == [session.sheet for session in windows]
        for store in stores:
            store.close()
