"""What a page with a question shows; what its keys do is in ``ask.py``."""

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from smcheck.session import Session
from smcheck.store import Busy
from smcheck.tui.errors import error_text
from smcheck.tui.screens.page import Back, SessionPage
from smcheck.tui.text import cell, join, plain, rows, stack
from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.frame import NARROW, TWO, frame_of, rows_above
from smcheck.tui.widgets.question_pane import QuestionPane
from smcheck.tui.widgets.reading import LEAD
from smcheck.tui.widgets.section_map import SectionMap
from smcheck.words.controls import clip
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_
from smcheck.words.numbers import here

_MAP = 17
"""Cells of the map of sections at least, with the sign before a name."""
_MAP_WIDE = 22
"""The same from 120 columns on."""
_LONGEST = 400
"""Characters of what is said, or of a note, that are shown."""
_NOTE_HEAD = 12
"""Cells of what stands around a note."""
_MOST_ROWS = 5
"""Rows of what is said at most, as the stylesheet has it."""


class QuestionPage(SessionPage):
    """Shows the question that a sitting stands at, the map of sections, and what was last done.

    Args:
        session: the sitting.
        back: shows the page that the question was opened from.
        line: the line of the list that the cursor begins on; without one that of what is chosen.
    """

    def __init__(self, session: Session, back: Back | None = None, line: int | None = None) -> None:
        super().__init__(session, back)
        self._line = line
        self._shown = ""
        """The question on the screen."""
        self._saved = ""
        """When something was last stored in this sitting."""
        self._said_rows = 1
        """Rows that what was last said takes."""

    def body(self) -> Iterable[Widget]:
        """The map, the question with its rows, and what was last done."""
        with Horizontal(id="ask"):
            yield SectionMap(self.session, self.texts)
            yield QuestionPane(self.session, self.texts)
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Show the question; read the store again now and then: other windows write to it."""
        self._lay_out()
        self.show_question(fresh=True)
        self.answers.go_to(self._line)
        if self.session.journal.stored:
            self.set_interval(2.0, self._refresh_from_store)
        else:
            self.say(_("Nothing is stored of an example."))
        if self.back:
            self.say(_("Enter leads back to where you came from."))

    def on_resize(self) -> None:
        """Lay the parts out anew."""
        self._lay_out()
        self.show_top(self._progress())

    def _lay_out(self) -> None:
        """Give map and question their places."""
        width, height = self.app.size
        frame = frame_of(width)
        above = rows_above(height)
        map_ = self.query_one(SectionMap)
        map_.display = width >= NARROW
        taken = max(_MAP_WIDE if width >= TWO else _MAP, map_.least_width) if map_.display else 0
        map_.styles.width = taken
        left = frame.left - 1 if map_.display else frame.left - LEAD
        self.query_one("#ask").styles.padding = (above, 0, 0, left)
        text = frame.left + frame.width - left - taken - LEAD
        self._pane.lay_out(text, height - above - 2 - self._said_rows)  # beside top line and keys

    def _refresh_from_store(self) -> None:
        if self.waits_for_store:  # what is to be done was meant for the sheet as it is shown
            return
        try:
            changed = self.session.refresh()
        except Busy:  # it is looked at again soon
            return
        except Fault as fault:
            self.say(error_text(fault))
            return
        if changed:
            self.show_question(fresh=False)
            self.say(_("This sheet was changed in another window; shown as it is now."))

    @property
    def _pane(self) -> QuestionPane:
        return self.query_one(QuestionPane)

    @property
    def answers(self) -> AnswerList:
        """The rows of the question."""
        return self._pane.answers

    def show_question(self, *, fresh: bool) -> None:
        """Show the question as it is answered now; a fresh one from its top, with nothing said."""
        session = self.session
        # Another window can make the question go away.
        fresh = fresh or session.question.id != self._shown
        self._shown = session.question.id
        self.show_top(self._progress())
        self._pane.show(fresh=fresh)
        if fresh:
            self.begin_page()
            self.say("")
        self.query_one(SectionMap).refresh()
        self.refresh_bindings()

    def _progress(self) -> str:
        session = self.session
        number, every = session.number, len(session.expected_questions)
        if self.size.width < NARROW:
            return _("{n} of {of}").format(n=number, of=every)
        place = _("Question {n} of {of}").format(n=number, of=every)
        left = session.minutes_left
        time = n_("about {n} min left", "about {n} min left", left).format(n=left) if left else _("complete")
        return f"{place} · {time}"

    def say(self, text: str) -> None:
        """Say what was done; else the question's note, or when something was last stored.

        Beside that something was stored stands how the note begins.
        """
        note = " ".join(self.session.sheet.notes.get(self.session.question.id, "").split("\n"))
        said = text or (_("Note: {note}").format(note=note) if note else self._saved)
        if note and text and text == self._saved:  # so that a note always leaves a trace on its question
            room = frame_of(self.app.size.width).width - plain(text).cell_length - _NOTE_HEAD
            begun = cell(note, max(room, 8)).plain.rstrip()
            said = _("Note: {note}").format(note=begun) + f" · {text}"
        shown = _clip_rows(plain(clip(said, _LONGEST)), frame_of(self.app.size.width).width)
        self.query_one("#notice", Static).update(shown)
        taken = len(rows(shown, frame_of(self.app.size.width).width))
        if taken != self._said_rows:  # what needs more than its one row takes no row of the question away
            self._said_rows = taken
            self._lay_out()

    def say_saved(self) -> None:
        """Say that what was done is stored, and when."""
        modified = self.session.sheet.modified
        if self.session.journal.stored and modified:
            self._saved = _("saved {time}").format(time=f"{here(modified):%H:%M}")
            self.say(self._saved)

    def help_lines(self) -> list[str]:
        """What is meant by the question and by each of its rows."""
        question = self.session.question
        texts = self.texts.questions[question.id]
        lines = [texts.text, texts.help, texts.why]
        for row in self.session.rows:
            if row.text_of:
                item = self.texts.items[row.text_of][row.id]
                lines.append(f"· {item.label}: {item.help}")
        return lines


def _clip_rows(content: Content, width: int) -> Content:
    """Content that takes no more rows than there are for what is said, with an ellipsis where it is cut."""
    first, more = rows(content, width)[:_MOST_ROWS], rows(content, width)[_MOST_ROWS:]
    return stack(*first[:-1], join(first[-1].truncate(width - 1), "…")) if more else content
