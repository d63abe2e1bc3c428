"""How far a stored sheet is, in words: the same in the list, in ``show`` and in the app."""

from smcheck.pack import Pack
from smcheck.session import Session
from smcheck.sheet import Sheet
from smcheck.store import ListedSheet, MemoryJournal
from smcheck.words.language import _


def sheet_state(pack: Pack, sheet: Sheet, *, finished: bool) -> str:
    """Whether the result was seen (``finished``), else how many questions of how many are answered."""
    if finished:
        return _("result seen")
    session = Session(pack, MemoryJournal(sheet))
    asked, missing = session.expected_questions, session.open_questions
    answered = sum(question in session.questions and question not in missing for question in asked)
    if answered == len(asked):
        return _("answered, not seen")
    return _("answering {n} of {of}").format(n=answered, of=len(asked))


def listed_state(listed: ListedSheet, current: Pack) -> str:
    """The same of a sheet in a list, which may be of another pack than the current one, or damaged."""
    if listed.summary.pack != current.id:
        return _("other pack")
    if listed.pack is None:
        return _("damaged")
    sheet = Sheet(pack=listed.pack.id, answers=listed.answers)
    return sheet_state(listed.pack, sheet, finished=listed.summary.finished)
