"""What each key press on a question means."""

from dataclasses import replace

import pytest

from smcheck.session import Row, Session
from smcheck.sheet import Sheet
from smcheck.store import MemoryJournal
from support.builders import PACK
from support.session import ALL, every, full, row, sitting, states

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
    """“Don't know” is an answer that a second press takes back; on “none of these” it is for the rest."""
    session.answer_unknown(row(session, "agency"))
    assert states(session) == {"agency": "unknown"}
    session.answer_unknown(row(session, "agency"))
    session.mark(row(session, "ad_hoc"))
    session.answer_unknown(row(session, "none"))
    rest = {"dedicated", "cross_departmental", "one_person", "one_department", "agency"}
    assert states(session) == {"ad_hoc": "yes", **dict.fromkeys(rest, "unknown")}
    session.answer_unknown(row(session, "none"))
    assert states(session) == {"ad_hoc": "yes"}
    session.mark(row(session, "ad_hoc"))
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
