"""The comments of a sitting: written, changed, removed, undone; two windows never overwrite each other."""

import pytest

from smcheck.session import Session
from smcheck.sheet import SUMMARY, Sheet
from smcheck.store import Conflict, Journal, MemoryJournal, Store, StoredJournal
from support.builders import PACK


@pytest.fixture(params=["stored", "in memory"])
def journal(request: pytest.FixtureRequest, stores: tuple[Store, Store]) -> Journal:
    """A journal of a sheet with one answer."""
    sheet = Sheet(PACK.id, respondent="A. B.")
    found = StoredJournal(stores[0], PACK, sheet) if request.param == "stored" else MemoryJournal(sheet)
    found.answer({"daily": "team"})
    return found


def text_of(session: Session, key: str) -> str:
    """What the comment with this key says."""
    comment = session.comments.comment(key)
    return comment.text if comment else ""


def test_a_comment_is_written_changed_removed_and_undone(journal: Journal) -> None:
    """Each undo takes back one change; by whom a comment was is as it was before."""
    session = Session(PACK, journal)
    session.comments.write(SUMMARY, " Gut.\nWeiter so.\n", "C. D.")
    session.comments.write("rules.ad_hoc", "Zuerst.", "C. D.")
    session.comments.write("rules.ad_hoc", "Später.", "")
    session.comments.write("rules.ad_hoc", "", "")
    assert (text_of(session, SUMMARY), text_of(session, "rules.ad_hoc")) == ("Gut.\nWeiter so.", "")

    assert session.comments.undo() == "rules.ad_hoc"
    assert session.sheet.comments["rules.ad_hoc"].by == ""
    assert session.comments.undo() == "rules.ad_hoc"
    first = session.sheet.comments["rules.ad_hoc"]
    assert (first.text, first.by, first.at is None) == ("Zuerst.", "C. D.", False)
    assert [session.comments.undo(), session.comments.undo()] == ["rules.ad_hoc", SUMMARY]
    assert (session.sheet.all_comments(), session.comments.can_undo) == ({}, False)
    assert session.comments.undo() is None


def test_undo_of_answers_leaves_comments(journal: Journal) -> None:
    """The two have nothing to do with each other."""
    session = Session(PACK, journal)
    session.mark(session.rows[0])
    session.comments.write(SUMMARY, "Gut.", "C. D.")
    assert session.undo()
    assert text_of(session, SUMMARY) == "Gut."


def test_what_says_the_same_makes_no_entry(stores: tuple[Store, Store]) -> None:
    """Neither does a removal of what is not there."""
    session = Session(PACK, StoredJournal(stores[0], PACK, Sheet(PACK.id)))
    session.comments.write(SUMMARY, "", "")
    assert not stores[0].exists()
    session.comments.write(SUMMARY, "Gut.", "C. D.")
    session.comments.write(SUMMARY, "Gut. ", "E. F.")
    entries = stores[0].history(session.sheet.id)
    assert [(e.kind, e.key, e.value, e.by) for e in entries] == [("comment", SUMMARY, "Gut.", "C. D.")]


def test_two_windows_comment(stores: tuple[Store, Store]) -> None:
    """Different keys stand beside each other; of the same key the first stands, and the other is told."""
    first = Session(PACK, StoredJournal(stores[0], PACK, Sheet(PACK.id)))
    first.comments.write(SUMMARY, "Gut.", "C. D.")
    id_ = first.sheet.id
    second = Session(PACK, StoredJournal(stores[1], PACK, Sheet(PACK.id, id=id_)))
    first.comments.write("rules.ad_hoc", "Zuerst.", "C. D.")
    second.comments.write("sections.team", "Zu zweit.", "E. F.")
    assert {"rules.ad_hoc", "sections.team"} == set(second.sheet.comments)

    first.comments.write(SUMMARY, "Sehr gut.", "C. D.")
    with pytest.raises(Conflict) as caught:
        second.comments.write(SUMMARY, "Schlecht.", "E. F.")
    assert caught.value.paths == (SUMMARY,)
    assert (text_of(second, SUMMARY), second.comments.can_undo) == ("Sehr gut.", False)


def test_undo_does_not_take_back_what_another_window_wrote(stores: tuple[Store, Store]) -> None:
    """Once another window has changed the comment there is nothing of ours to undo."""
    first = Session(PACK, StoredJournal(stores[0], PACK, Sheet(PACK.id)))
    first.comments.write(SUMMARY, "Gut.", "C. D.")
    second = Session(PACK, StoredJournal(stores[1], PACK, Sheet(PACK.id, id=first.sheet.id)))
    second.comments.write(SUMMARY, "Schlecht.", "E. F.")
    with pytest.raises(Conflict):
        first.comments.undo()
    assert text_of(first, SUMMARY) == "Schlecht."
    assert first.comments.undo() is None


def test_a_comment_stays_when_its_recommendation_falls_away(journal: Journal) -> None:
    """Whatever is answered, the words stand."""
    session = Session(PACK, journal)
    session.comments.write("rules.ad_hoc", "Zuerst.", "C. D.")
    journal.answer({"team.ad_hoc": "no"})
    assert text_of(session, "rules.ad_hoc") == "Zuerst."


def test_that_another_window_saw_the_result_is_no_change(stores: tuple[Store, Store]) -> None:
    """Nobody is told that the sheet was changed, since nothing in it was."""
    first = Session(PACK, StoredJournal(stores[0], PACK, Sheet(PACK.id)))
    first.mark(first.rows[0])
    second = Session(PACK, StoredJournal(stores[1], PACK, Sheet(PACK.id, id=first.sheet.id)))
    second.see_result()
    assert second.sheet.result_seen is not None
    assert (first.refresh(), first.can_undo) == (False, True)
    assert first.sheet.result_seen == second.sheet.result_seen
