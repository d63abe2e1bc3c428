"""The comments of a sitting: write, change and remove what is said about a result; undo by the comment."""

from dataclasses import dataclass

from smcheck.sheet import Comment
from smcheck.store import Conflict, Journal


@dataclass(frozen=True, slots=True)
class _Change:
    """An entry of the undo stack; a comment that is not there has no text."""

    key: str
    before: Comment
    after: str


class Comments:
    """The consultant's words about the whole, ``summary``, and its parts, ``sections.team`` and the like.

    They go to the journal. Methods that write raise :class:`smcheck.store.Conflict` where another window was
    first (the sheet is then as the other left it) and :class:`smcheck.words.fault.Fault` where nothing can be
    stored. Undo is by the comment, and leaves answers alone.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._undo_stack: list[_Change] = []

    def comment(self, key: str) -> Comment | None:
        """The comment on a part of the result, or on the whole."""
        return self._journal.sheet.all_comments().get(key)

    def write(self, key: str, text: str, by: str) -> None:
        """Write or change a comment; blanks around the text are left out, and without text it is removed.

        Args:
            key: ``summary`` for the whole, else one of :func:`smcheck.sheet.comment_keys`.
            text: may have several lines.
            by: who says it; may be empty.
        """
        before = self.comment(key) or Comment("")
        text = text.strip()
        if text != before.text:
            self._record(key, text, by)
            self._undo_stack.append(_Change(key, before, text))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo, and the comment is still as it left it."""
        if not self._undo_stack:
            return False
        last = self._undo_stack[-1]
        return (self.comment(last.key) or Comment("")).text == last.after

    def undo(self) -> str | None:
        """Undo the last change of a comment in this sitting; its key, or none where there was none."""
        if not self.can_undo:
            return None
        last = self._undo_stack[-1]
        self._record(last.key, last.before.text, last.before.by)
        self._undo_stack.pop()
        return last.key

    def _record(self, key: str, text: str, by: str) -> None:
        try:
            self._journal.comment(key, text, by)
        except Conflict:
            self._undo_stack.clear()
            raise
