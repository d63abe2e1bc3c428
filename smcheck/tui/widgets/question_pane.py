"""A question: its text, its rows, what they mean beside them, and what is behind the question below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from smcheck.pack import Question, Texts
from smcheck.report.labels import row_label
from smcheck.session import Row, Session
from smcheck.tui.text import hanging, plain, rows, stack
from smcheck.tui.widgets.answer_list import HEAD, AnswerList, answer_lines
from smcheck.tui.widgets.frame import NARROW, SHORT, SPACIOUS, TWO
from smcheck.tui.widgets.heading import rule
from smcheck.tui.widgets.line_list import Line
from smcheck.tui.widgets.reading import LEAD
from smcheck.tui.widgets.row_note import LEAD as NOTE_LEAD
from smcheck.tui.widgets.row_note import RowNote, note_rows
from smcheck.words.language import _

_BESIDE = 21
"""Cells of a note beside the list, below 120 columns."""
_LIST = 42
"""Cells of the text of the list, from 120 columns on."""
_WIDEST = 60
"""Cells of a note at most."""
_LEAST_LIST = 26
"""Cells under which the text of the list is too narrow for a note beside it."""
_LEAST_ROWS = 6
"""Rows of the list that are always to be seen."""
_AFTER = 3
"""Cells between the text of the list and the note: shade, scroll bar, a blank."""
_HEADS = 20
"""Cells of the heads of the texts below the list."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the parts of a question are: cells and rows."""

    text: int
    """Cells of the text of the list."""
    beside: int
    """Cells of the note beside it; 0 where it does not stand there."""
    below: int
    """Rows of the note below it and of the blank row before it; 0 where it does not stand there."""
    height: int
    """Rows of the list, and of the note beside it."""
    more: bool
    """Whether there is room for the texts below."""


class QuestionPane(Vertical):
    """Shows the question that a sitting stands at; nothing in it moves while answers change.

    Args:
        session: the sitting.
        texts: the questionnaire's.
    """

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__(id="pane")
        self._session = session
        self._texts = texts
        self._room = (0, 0)
        """Cells of the text, and rows of the pane."""

    def compose(self) -> ComposeResult:
        """The parts, from top to bottom."""
        yield Static(id="question")
        yield Static(id="hint")
        with Horizontal(id="rows"):
            yield AnswerList()
            yield RowNote(id="beside")
        yield RowNote(id="below")
        yield Static(id="why")

    @property
    def answers(self) -> AnswerList:
        """The rows."""
        return self.query_one(AnswerList)

    @property
    def question(self) -> Question:
        """The question shown."""
        return self._session.question

    def lay_out(self, width: int, height: int) -> None:
        """Make the pane so many cells of text wide and so many rows high."""
        self._room = (width, height)
        for name in ("#question", "#hint", "#below", "#why"):
            self.query_one(name).styles.width = LEAD + width
        self.show(fresh=False)

    def show(self, *, fresh: bool) -> None:
        """Show the question as it is answered now; a fresh one from the top."""
        if not self._room[0]:
            return
        texts = self._texts.questions[self.question.id]
        plan = self._plan()
        self.query_one("#question", Static).update(plain(texts.text, "bold"))
        self.query_one("#hint", Static).update(plain(self._hint(), "$soft"))
        answers = self.answers
        answers.text_width = plan.text
        answers.styles.width = LEAD + plan.text + 2 if plan.beside else "1fr"
        answers.ask(self._session.rows, self._lines(plan.text), fresh=fresh)
        self.query_one("#rows").styles.height = plan.height
        for name, shown in (("#beside", plan.beside), ("#below", plan.below)):
            self.query_one(name).display = bool(shown)
        self.query_one("#beside").styles.width = plan.beside or 1
        self.query_one("#below").styles.height = max(plan.below - self._tall, 1)
        why = self.query_one("#why", Static)
        why.display = plan.more
        why.update(stack(*self._more()))
        self._show_note()

    # ── where the parts are ───────────────────────────────────────────────────────────────────

    @property
    def _tall(self) -> bool:
        return self.app.size.height >= SHORT

    @property
    def _high(self) -> bool:
        return self.app.size.height >= SPACIOUS

    def _plan(self) -> _Plan:
        width, height = self._room
        texts = [plain(self._texts.questions[self.question.id].text, "bold")]
        texts += [plain(self._hint())] if self._tall else []
        room = height - sum(len(rows(text, width)) for text in texts) - self._tall
        text = self._list_width(width)
        beside = min(width - text - _AFTER, _WIDEST)
        if self.app.size.width >= NARROW and text < width and self._tallest_note(beside) <= room:
            # The last note begins at the last row.
            last = len(note_rows(self._note_on(self._session.rows[-1]), beside))
            below, used = 0, max(self._list_rows(text) - 1 + max(last, 1), self._tallest_note(beside))
        else:
            text, beside, used = width, 0, self._list_rows(width)
            notes = self._tallest_note(width)
            gap = int(self._tall)  # a blank row, as the stylesheet has it
            below = notes + gap if room - notes - gap >= _LEAST_ROWS else 0
        used = max(min(used, room - below), 1)
        more = self._tall and used + below + len(self._more()) + 1 <= room
        return _Plan(text, beside, below, used, more)

    def _list_width(self, width: int) -> int:
        """Cells of the text of the list; all of them where no note has room beside it. No word is broken."""
        labels = [row_label(self._texts, self.question.id, row) for row in self._session.rows]
        least = max(_longest_word(labels) + HEAD, _LEAST_LIST)
        most = width - _AFTER - _longest_word(map(self._note_on, self._session.rows)) - NOTE_LEAD
        return max(min(width - _AFTER - _BESIDE, _LIST, most), least) if least <= most else width

    def _lines(self, width: int) -> list[Line]:
        words = self.app.size.width >= TWO
        return answer_lines(
            self._session.rows, self._texts, self.question.id, width, blank=self._tall, words=words
        )

    def _list_rows(self, width: int) -> int:
        """Rows that the list takes in full."""
        return sum(len(rows(line.content, width)) for line in self._lines(width))

    def _tallest_note(self, width: int) -> int:
        return max(len(note_rows(self._note_on(row), width)) for row in self._session.rows)

    # ── texts ─────────────────────────────────────────────────────────────────────────────────

    def _hint(self) -> str:
        if any(row.earlier for row in self._session.rows):
            return _("Enter confirms what was answered before.")
        if self.question.kind == "one":
            return _("One only. A digit or a click chooses and goes on.")
        return _("Several may apply.")

    def _note_on(self, row: Row) -> str:
        """What a row means; empty where its label says it all."""
        if row.kind == "none" and row.na:
            return _("– on this row: all that is unmarked does not exist here")
        return self._texts.items[row.text_of][row.id].help if row.text_of else ""

    def _more(self) -> Sequence[Content]:
        """Why the question is asked, and what is meant by it where there is room."""
        texts, width = self._texts.questions[self.question.id], self._room[0]
        if not self._high:
            return rows(plain(_("Why we ask: {why}").format(why=texts.why), "$soft"), width)
        shown = [Content(""), rule(width)]
        for head, text in ((_("What is meant"), texts.help), (_("Why we ask"), texts.why)):
            beside = plain(head, "bold").pad_right(max(_HEADS - plain(head).cell_length, 1))
            block = hanging(beside, plain(text), width)
            shown += [Content(""), *block.split("\n")]
        return shown

    @on(AnswerList.Moved)
    def _show_note(self) -> None:
        """What the row under the cursor means; beside “none of these”, always what a key does there."""
        answers = self.answers
        if answers.row is None:  # nothing is shown yet
            return
        beside, below = self.query_one("#beside", RowNote), self.query_one("#below", RowNote)
        text = self._note_on(answers.row)
        beside.note, below.note = (text, answers.level(answers.row)), (text, 0)
        last = answers.rows[-1]
        always = self._note_on(last) if last.kind == "none" and last != answers.row else ""
        beside.standing = (always, answers.level(last))


def _longest_word(texts: Iterable[str]) -> int:
    """Cells of the longest word."""
    return max((plain(word).cell_length for text in texts for word in text.split()), default=0)
