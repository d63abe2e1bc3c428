"""What was typed and not stored: another window was first, or nothing could be written."""

from typing import TYPE_CHECKING

from smcheck.sheet import Comment
from smcheck.store import Conflict

if TYPE_CHECKING:
    from smcheck.session.session import Session


class Unsaved:
    """Notes by question and comments by key; they are offered again, and stored when the sheet is left."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self.comments: dict[str, Comment] = {}

    def store(self, session: "Session") -> None:
        """Store all of it, below what another window has written in the same place.

        Raises:
            Fault: it cannot be stored; what is not stored yet stays here.
        """
        while True:
            try:
                self._store(session)
            except Conflict:  # another window has written at this very moment; that is read by now
                continue
            return

    def _store(self, session: "Session") -> None:
        for question, text in [*self.notes.items()]:
            session.note(_below(session.sheet.notes.get(question, ""), text), question)
            del self.notes[question]
        for key, ours in [*self.comments.items()]:
            theirs = session.comments.comment(key)
            session.comments.write(key, _below(theirs.text if theirs else "", ours.text), ours.by)
            del self.comments[key]


def _below(theirs: str, ours: str) -> str:
    return theirs if theirs == ours else "\n".join(filter(None, (theirs, ours)))
