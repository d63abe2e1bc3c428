"""What was done last is taken back, whatever another window does."""

from collections.abc import Callable

import pytest

from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet
from smcheck.store import Conflict, Store, StoredJournal
from support.builders import PACK
from support.session import ALL, both_windows, every, full, row, sitting

# ── undo ──────────────────────────────────────────────────────────────────────────────────────


def test_undo_takes_back_every_kind_of_step() -> None:
    """Marking, choosing, denying, not knowing, none of these, and what going on settled are taken back."""
    session = sitting(every("challenges", "no"))
    seen = [dict(session.sheet.answers)]
    steps: list[Callable[[], object]] = [
        lambda: session.mark(row(session, "agency")),
        lambda: session.answer_unknown(row(session, "ad_hoc")),
        lambda: session.answer_no(row(session, "agency")),
        session.next,
        lambda: session.mark(row(session, "sales")),
        lambda: session.mark(row(session, "nobody")),
        session.next,
        lambda: session.answer_na(row(session, "legal")),
        session.answer_none,
        session.answer_none,
    ]
    for step in steps:
        step()
        if session.sheet.answers != seen[-1]:
            seen.append(dict(session.sheet.answers))
    assert len(seen) == 10
    undone = [dict(session.sheet.answers)]
    while session.undo():
        undone.append(dict(session.sheet.answers))
    assert list(reversed(seen)) == undone
    assert (session.can_undo, session.undo()) == (False, False)


def test_steps_that_change_nothing_are_not_undone(session: Session) -> None:
    """Moving about, notes and answers that were there already leave nothing to take back."""
    session.skip()
    session.note("x")
    session.see_result()
    session.jump("team")
    assert False is session.can_undo


def test_undo_leaves_us_at_a_question_that_applies() -> None:
    """Where undo takes away the question in front of us we stand at the one before, and can go on."""
    session = sitting(full() | every("goals", "no"), "goals")
    session.mark(row(session, "service"))
    session.next()
    assert session.position == "targets"
    assert session.undo()
    assert (session.position, session.number) == ("goals", 4)
    session.next()
    assert session.position == "challenges"


# ── two windows ───────────────────────────────────────────────────────────────────────────────


def test_a_conflict_clears_undo(stores: tuple[Store, Store]) -> None:
    """After a conflict there is nothing to take back, and the sheet is as the other left it."""
    mine, theirs = both_windows(stores, {})
    mine.mark(row(mine, "agency"))
    theirs.refresh()
    theirs.answer_no(row(theirs, "ad_hoc"))
    with pytest.raises(Conflict):
        mine.mark(row(mine, "ad_hoc"))
    assert (False, theirs.sheet) == (mine.can_undo, mine.sheet)


def test_undo_can_meet_a_conflict(stores: tuple[Store, Store]) -> None:
    """Taking back what another has changed is a conflict, which clears what could be taken back."""
    mine, theirs = both_windows(stores, {})
    mine.mark(row(mine, "agency"))
    theirs.refresh()
    theirs.answer_no(row(theirs, "agency"))
    with pytest.raises(Conflict):
        mine.undo()
    assert (mine.can_undo, mine.sheet.answer("team.agency")) == (False, "no")


def test_undo_does_not_take_back_what_another_answered(stores: tuple[Store, Store]) -> None:
    """An answer of theirs that came in with one of mine is not undone with an older one of mine."""
    mine, theirs = both_windows(stores, {})
    mine.mark(row(mine, "agency"))
    theirs.refresh()
    theirs.answer_no(row(theirs, "agency"))
    mine.mark(row(mine, "ad_hoc"))
    assert [mine.undo(), mine.undo()] == [True, False]
    assert mine.sheet.answers == {"team.agency": "no"}


def test_refresh_clears_undo_where_something_came_in(stores: tuple[Store, Store]) -> None:
    """What others wrote ends what can be taken back; refreshing without news does not."""
    mine, theirs = both_windows(stores, {})
    mine.mark(row(mine, "agency"))
    assert (mine.refresh(), mine.can_undo) == (False, True)
    theirs.refresh()
    theirs.note("x")
    assert (mine.refresh(), mine.can_undo) == (True, False)


def test_a_question_can_go_away_under_us(stores: tuple[Store, Store]) -> None:
    """Where another's answer ends a follow-up question, we stand at the one before it."""
    mine, theirs = both_windows(stores, full())
    mine.jump("targets")
    theirs.jump("goals")
    theirs.mark(row(theirs, "service"))
    assert mine.refresh()
    assert (mine.position, mine.number) == ("goals", 4)


# ── taken up again ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("position", [*ALL, REVIEW])
def test_positions_are_kept(stores: tuple[Store, Store], position: str) -> None:
    """Wherever a sitting stands, the next one goes on there."""
    mine, _theirs = both_windows(stores, full())
    mine.jump(position)
    again = StoredJournal(stores[1], PACK, Sheet(PACK.id, id=mine.sheet.id))
    assert position == Session(PACK, again).position


def test_a_position_before_the_first_answer_is_kept(stores: tuple[Store, Store]) -> None:
    """The first answer may be given anywhere; the next sitting goes on there."""
    session = Session(PACK, StoredJournal(stores[0], PACK, Sheet(PACK.id)))
    session.jump("goals")
    session.mark(row(session, "service"))
    again = StoredJournal(stores[1], PACK, Sheet(PACK.id, id=session.sheet.id))
    assert Session(PACK, again).position == "goals"


@pytest.mark.parametrize(
    ("kept", "expected"),
    [("in_hand", "challenges"), ("targets", "goals"), ("gone", "team"), ("", "team"), (REVIEW, REVIEW)],
)
def test_a_position_that_no_longer_applies(stores: tuple[Store, Store], kept: str, expected: str) -> None:
    """A sitting goes on at the nearest question before; at the first one where its question is gone."""
    id_ = stores[0].create(PACK, Sheet(PACK.id), kept)
    session = Session(PACK, StoredJournal(stores[0], PACK, Sheet(PACK.id, id=id_)))
    assert expected == session.position
