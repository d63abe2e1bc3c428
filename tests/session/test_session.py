"""A session: what each key press means, where it leads, and that nothing of it can go wrong."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smcheck.pack import Pack, load_pack
from smcheck.session import Row, Session, Step
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet
from smcheck.store import Conflict, MemoryJournal, Store, StoredJournal
from smcheck.words.fault import Fault

PACK = load_pack()
ALL = ("team", "daily", "departments", "goals", "targets", "challenges", "in_hand")


class BreakableJournal(MemoryJournal):
    """A journal that can fail, as a full disk would make it."""

    broken = False

    def _check(self) -> None:
        if self.broken:
            raise Fault("disk full")

    def answer(self, changes: Mapping[str, str | None]) -> Sheet:
        """Answer, unless broken."""
        self._check()
        return super().answer(changes)

    def note(self, question: str, text: str) -> Sheet:
        """Note, unless broken."""
        self._check()
        return super().note(question, text)

    def move(self, position: str) -> None:
        """Move, unless broken."""
        self._check()
        super().move(position)

    def see_result(self) -> None:
        """See the result, unless broken."""
        self._check()
        super().see_result()

    def refresh(self) -> bool:
        """Refresh, unless broken."""
        self._check()
        return super().refresh()


@pytest.fixture
def session(pack: Pack) -> Session:
    """A sitting with an empty sheet."""
    return sitting({})


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """The same store in two windows."""
    both = (Store(tmp_path / "sheets.db"), Store(tmp_path / "sheets.db"))
    yield both
    for store in both:
        store.close()


def sitting(answers: Mapping[str, str], at: str = "team") -> Session:
    """A sitting with these answers, at a question."""
    session = Session(PACK, BreakableJournal(Sheet(PACK.id, answers=MappingProxyType(dict(answers)))))
    assert session.jump(at)
    return session


def row(session: Session, id_: str) -> Row:
    """A row of the question by its id."""
    return next(row for row in session.rows if row.id == id_)


def states(session: Session) -> dict[str, str | None]:
    """How the question's rows stand, those without state left out."""
    return {row.id: row.state for row in session.rows if row.state}


def asked_now(session: Session) -> tuple[str, ...]:
    """The questions that apply."""
    return tuple(question.id for question in session.questions)


def every(question: str, answer: str, **others: str) -> dict[str, str]:
    """All items of a question answered the same, but for ``others``."""
    items = PACK.items_of(PACK.question_by_id[question])
    return {f"{question}.{item.id}": others.get(item.id, answer) for item in items}


def full() -> dict[str, str]:
    """Every question answered, with a goal pursued and a challenge faced."""
    return {
        **every("team", "no", dedicated="yes"),
        "daily": "team",
        **every("departments", "no", marketing="yes", legal="na"),
        **every("goals", "no", service="yes"),
        "targets": "some",
        **every("challenges", "no", privacy="yes"),
        "in_hand.privacy": "no",
    }


def outside(session: Session) -> tuple[object, ...]:
    """All that a failure must leave as it was."""
    return (session.sheet, session.position, session.can_undo, session.rows, session.journal.finished)


# ── rows ──────────────────────────────────────────────────────────────────────────────────────


def test_rows_of_a_question_with_several_answers(session: Session) -> None:
    """Each item is a row, then “none of these”; nothing is marked at first."""
    items = ("dedicated", "cross_departmental", "ad_hoc", "one_person", "one_department", "agency")
    expected = [Row("item", item, None, text_of="team") for item in items] + [Row("none", "none", None)]
    assert expected == list(session.rows)


def test_rows_of_a_question_with_one_answer() -> None:
    """The shared options come first and name where their texts are, then the own ones, then “don't know”."""
    session = sitting({"daily": "nobody"}, "daily")
    departments = [Row("option", id_, None, text_of="departments") for id_ in PACK.departments]
    own = [Row("option", "team", None), Row("option", "agency", None), Row("option", "nobody", "yes")]
    assert [*departments, *own, Row("unknown", "unknown", None)] == list(session.rows)


def test_rows_of_a_question_about_each() -> None:
    """Only the challenges that are faced are asked about, under their own names."""
    session = sitting(full() | every("challenges", "yes", privacy="no"), "in_hand")
    expected = [
        Row("item", "resources", None, text_of="challenges"),
        Row("item", "big_data", None, text_of="challenges"),
        Row("none", "none", None),
    ]
    assert expected == list(session.rows)


def test_none_of_these_stands_where_all_is_denied() -> None:
    """The last row is marked when every item is answered no, and only then."""
    session = sitting(every("goals", "no"), "goals")
    assert row(session, "none").state == "yes"
    session.answer_unknown(row(session, "service"))
    assert None is row(session, "none").state


def test_none_of_these_stands_beside_what_does_not_exist() -> None:
    """Departments that do not exist leave “none of these” true; where none exists, nothing is denied."""
    session = sitting(every("departments", "no", legal="na"), "departments")
    assert row(session, "none").state == "yes"
    session = sitting(every("departments", "na"), "departments")
    assert None is row(session, "none").state


# ── marking ───────────────────────────────────────────────────────────────────────────────────


def test_marking_before_the_question_is_settled(session: Session) -> None:
    """An item that is unmarked again is open, not denied, while others are still open."""
    session.mark(row(session, "agency"))
    assert session.sheet.answers == {"team.agency": "yes"}
    session.mark(row(session, "agency"))
    assert session.sheet.answers == {}


def test_marking_after_the_question_is_settled() -> None:
    """An item that is unmarked once all are answered is denied, and can be marked again."""
    session = sitting(full())
    session.mark(row(session, "dedicated"))
    assert session.sheet.answer("team.dedicated") == "no"
    session.mark(row(session, "dedicated"))
    assert session.sheet.answer("team.dedicated") == "yes"


@pytest.mark.parametrize("state", ["no", "unknown", "na"])
def test_marking_overrides_any_other_answer(state: str) -> None:
    """A press on a row that is not marked marks it, whatever it was."""
    session = sitting({"departments.sales": state}, "departments")
    session.mark(row(session, "sales"))
    assert session.sheet.answer("departments.sales") == "yes"


def test_choosing_one(session: Session) -> None:
    """An option replaces the one before; again takes it back; “don't know” is one of them."""
    session.jump("daily")
    found = []
    for id_ in ("support", "nobody", "unknown", "unknown", "team", "team"):
        session.mark(row(session, id_))
        found.append(session.sheet.answer("daily"))
    assert found == ["support", "nobody", "unknown", None, "team", None]


def test_none_of_these_denies_all_and_takes_back(session: Session) -> None:
    """“None of these” answers no to every item, marked ones too; again takes all back."""
    session.jump("goals")
    session.mark(row(session, "service"))
    session.mark(row(session, "none"))
    assert every("goals", "no") == session.sheet.answers
    session.answer_none()
    assert session.sheet.answers == {}


def test_none_of_these_keeps_what_is_not_known_or_not_there() -> None:
    """Marks are taken back and what is open is denied; “don't know” and “have none” stand, as with Enter."""
    given = {"departments.marketing": "yes", "departments.legal": "na", "departments.hr": "unknown"}
    session = sitting(given, "departments")
    session.mark(row(session, "none"))
    denied = every("departments", "no", legal="na", hr="unknown")
    assert denied == session.sheet.answers
    session.answer_none()
    assert denied == session.sheet.answers
    assert session.undo()
    assert given == session.sheet.answers


def test_none_of_these_is_taken_back_beside_what_does_not_exist() -> None:
    """Once more takes back what it denied, and only that."""
    session = sitting({"departments.legal": "na"}, "departments")
    session.answer_none()
    session.answer_none()
    assert session.sheet.answers == {"departments.legal": "na"}


def test_none_of_these_is_not_for_every_question() -> None:
    """Where it is not offered it does nothing."""
    session = sitting({}, "daily")
    session.answer_none()
    bare = tuple(question.model_copy(update={"none": False}) for question in PACK.questions)
    pack = replace(PACK, file=PACK.file.model_copy(update={"questions": bare}))
    other = Session(pack, MemoryJournal(Sheet(pack.id)))
    other.answer_none()
    assert (
        session.sheet.answers,
        other.sheet.answers,
        all(row.kind != "none" for row in other.rows),
    ) == ({}, {}, True)


def test_unknown_for_items_and_questions(session: Session) -> None:
    """“Don't know” is an answer that a second press takes back; “none of these” has none."""
    session.answer_unknown(row(session, "agency"))
    assert states(session) == {"agency": "unknown"}
    session.answer_unknown(row(session, "agency"))
    session.answer_unknown(row(session, "none"))
    assert session.sheet.answers == {}
    session.jump("daily")
    for id_ in ("team", "unknown"):
        session.answer_unknown(row(session, id_))
        assert session.sheet.answer("daily") == "unknown"
        session.answer_unknown(row(session, id_))
        assert None is session.sheet.answer("daily")


def test_not_here_only_where_it_can_be(session: Session) -> None:
    """Departments may not exist; nothing else can be answered so, and it is said."""
    assert False is session.answer_na(row(session, "agency"))
    assert False is session.answer_na(row(session, "none"))
    session.jump("daily")
    assert False is session.answer_na(row(session, "sales"))
    assert session.sheet.answers == {}
    session.jump("departments")
    assert True is session.answer_na(row(session, "sales"))
    assert session.sheet.answers == {"departments.sales": "na"}
    assert True is session.answer_na(row(session, "sales"))
    assert session.sheet.answers == {}


def test_not_here_on_none_of_these_is_for_all_that_is_unmarked() -> None:
    """What is open or denied does not exist here then; marks stay; once more takes all of them back."""
    given = {"departments.marketing": "yes", "departments.pr": "unknown", "departments.sales": "no"}
    session = sitting(given, "departments")
    assert True is session.answer_na(row(session, "none"))
    expected = every("departments", "na", marketing="yes", pr="unknown")
    assert expected == session.sheet.answers
    assert True is session.answer_na(row(session, "none"))
    assert session.sheet.answers == {"departments.marketing": "yes", "departments.pr": "unknown"}
    session.undo()
    session.undo()
    assert given == session.sheet.answers


def test_na_is_allowed_for_departments_only() -> None:
    """The rows say where “does not exist here” can be given."""
    allowed = {question: {row.na for row in sitting(full(), question).rows} for question in ALL}
    assert {True} == allowed["departments"]
    assert {False} == set.union(*(allowed[question] for question in ALL if question != "departments"))


def test_denying_an_item(session: Session) -> None:
    """“No” is an answer that a second press takes back; it is for items only."""
    session.answer_no(row(session, "agency"))
    session.answer_no(row(session, "none"))
    assert session.sheet.answers == {"team.agency": "no"}
    session.answer_no(row(session, "agency"))
    assert session.sheet.answers == {}


def test_notes_belong_to_the_question(session: Session) -> None:
    """A note is put on the question in front of us; an empty one removes it."""
    session.note("since spring")
    session.jump("goals")
    session.note("under review")
    assert session.sheet.notes == {"team": "since spring", "goals": "under review"}
    session.note("")
    assert session.sheet.notes == {"team": "since spring"}


def test_answers_after_the_result_are_marked() -> None:
    """What changes after the result was seen is marked so, what is first given then in its own way."""
    session = sitting({"daily": "team", "team.agency": "yes"})
    session.mark(row(session, "ad_hoc"))
    session.see_result()
    before = session.sheet.changed_after_result
    session.mark(row(session, "agency"))
    session.answer_no(row(session, "agency"))
    session.answer_no(row(session, "one_person"))
    session.jump("daily")
    session.mark(row(session, "nobody"))
    assert [before, session.sheet.changed_after_result] == [(), ("daily", "team.agency")]
    assert session.sheet.answered_after_result == ("team.one_person",)


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


def both_windows(stores: tuple[Store, Store], answers: Mapping[str, str]) -> tuple[Session, Session]:
    """Two sittings with the same stored sheet."""
    id_ = stores[0].create(PACK, Sheet(PACK.id, answers=MappingProxyType(dict(answers))))
    mine, theirs = (Session(PACK, StoredJournal(store, PACK, Sheet(PACK.id, id=id_))) for store in stores)
    return mine, theirs


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
