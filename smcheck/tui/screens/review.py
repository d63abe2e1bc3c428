"""All questions at a glance, what is open first to be seen; from here to any of them, or to the result."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from smcheck.pack import Question
from smcheck.report.answers import answer_phrases
from smcheck.report.content import Subject
from smcheck.report.labels import join_words, one_line
from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.tui.screens.page import Back, SessionPage
from smcheck.tui.text import hanging, join, plain, stack
from smcheck.tui.widgets.columns import Columns
from smcheck.tui.widgets.frame import SPACIOUS
from smcheck.tui.widgets.key_line import DIGITS
from smcheck.tui.widgets.line_list import BLANK, Line, LineList, title
from smcheck.tui.widgets.reading import Reading
from smcheck.words.controls import clip
from smcheck.words.language import N_, _, language, n_

_LONGEST_NOTE = 400
"""Characters of a note that are shown."""


class AnswerRows(LineList):
    """A line for each question, and one for the result."""

    BINDINGS = [
        Binding(
            "enter", "choose", N_("open it"), tooltip=N_("the question under the cursor; Enter leads back")
        )
    ]


class ReviewColumn(Columns):
    """The questions that apply with their answers in words, in one column.

    Args:
        session: the sitting.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def columns(self) -> Iterable[Reading]:
        """The one column."""
        yield AnswerRows("review")

    @property
    def list(self) -> LineList:
        """The column."""
        return self.query_one(LineList)

    def draw(self, *, fresh: bool) -> None:
        """Fill it; the cursor stays on its question."""
        width = self.list.text_width
        lines = [title(plain(self._lead(), "$soft"))]
        for question in self._session.questions:
            if self.app.size.height >= SPACIOUS:
                lines.append(BLANK)
            lines.append(Line(self._content(question, width), Subject("question", question.id)))
        lines += [BLANK, Line(plain(_("→ Show the result"), "bold"), Subject("result", REVIEW))]
        self.list.show(lines, fresh=fresh)

    def go_to(self, place: str) -> None:
        """Put the cursor on a question, or on the result."""
        for number, line in enumerate(self.list.lines):
            if line.subject and line.subject.id == place:
                self.list.cursor = number

    @property
    def place(self) -> str:
        """What the line under the cursor leads to: the id of a question, or the review for the result."""
        line = self.list.line
        return line.subject.id if line and line.subject else ""

    def _lead(self) -> str:
        """Which questions are open, by their numbers."""
        missing = [str(self._session.number_of(question)) for question in self._session.open_questions]
        if not missing:
            return _("Everything is answered.")
        text = n_("Question {numbers} is open.", "Questions {numbers} are open.", len(missing))
        said = text.format(numbers=join_words(missing))
        return said + " " + _("What is open makes the result a range.")

    def _content(self, question: Question, width: int) -> Content:
        session = self._session
        answered = session.is_answered(question)
        mark = "●" if answered else "◐" if session.is_started(question) else "○"
        head = join(
            plain(f"{session.number_of(question)} ", "$soft"),
            plain(mark, "$you" if answered else "$soft"),
            " ",
        )
        texts = session.pack.texts(language())
        phrases = answer_phrases(session.pack, texts, session.sheet, question)
        inset = plain(" " * head.cell_length)
        lines = [
            hanging(head, plain(one_line(texts.questions[question.id].text), "bold"), width),
            hanging(inset, plain(" · ".join(phrases)), width),
        ]
        note = session.sheet.notes.get(question.id)
        if note:
            said = _("Note: {note}").format(note=clip(" ".join(note.split("\n")), _LONGEST_NOTE))
            lines.append(hanging(inset, plain(said, "$soft"), width))
        return stack(*lines)


class Review(SessionPage):
    """All questions that apply with their answers.

    Args:
        session: the sitting.
        back: shows the result that the page was opened from, at its place.
        question: the one that the cursor is on; else what is to be done next.
        came_from: the question that the page was opened from; else the one that the session stands at.
    """

    HELP_TEXT = N_(
        "All questions at a glance. Enter opens the one under the cursor and, once it is answered, leads"
        " back; digits lead to a question by its number."
    )
    AUTO_FOCUS = "#review"
    BINDINGS = [
        Binding("1", "go_to(1)", N_("to a question"), key_display=DIGITS, tooltip=N_("by its number")),
        *[Binding(str(number), f"go_to({number})", show=False) for number in range(2, 10)],
        Binding("f2", "result", N_("result"), tooltip=N_("from then on changed answers are marked as such")),
        # Given before the list gets it, which would scroll sideways.
        Binding("left", "back", N_("back"), tooltip=N_("to where you came from"), priority=True),
        Binding("backspace", "back", show=False),
        Binding("p", "profile", N_("profile"), tooltip=N_("who answers")),
        Binding("q", "home", N_("list"), tooltip=N_("everything is stored")),
        Binding("escape", "home", show=False),
    ]

    def __init__(
        self, session: Session, back: Back | None = None, question: str = "", came_from: str = ""
    ) -> None:
        super().__init__(session, back)
        self._question = question
        self._came_from = came_from or session.position

    def body(self) -> Iterable[Widget]:
        """The rows."""
        yield ReviewColumn(self.session)
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Put the cursor on what is to be done next."""
        self.attempt(lambda: self.session.jump(REVIEW))
        self.show_top(_("Answers"))
        self.call_after_layout(self._begin)

    def _begin(self) -> None:
        first = next((question.id for question in self.session.open_questions), REVIEW)
        applies = self._question in {question.id for question in self.session.questions}
        self._column.go_to(self._question if applies else first)

    @property
    def _column(self) -> ReviewColumn:
        return self.query_one(ReviewColumn)

    @on(LineList.Chosen)
    def _open_chosen(self) -> None:
        place = self._column.place
        if place == REVIEW:
            self.action_result()
        elif self.attempt(lambda: self.session.jump(place), again=self._open_chosen):
            back = partial(self.smcheck.show_review, self.session, self.back, place)
            self.smcheck.show_question(self.session, back)

    def action_go_to(self, number: int) -> None:
        """Put the cursor on the question with this number, or say why there is none."""
        numbered = self.session.expected_questions
        if number > len(numbered):
            self.say(_("The questions are 1 to {n}.").format(n=len(numbered)))
        elif numbered[number - 1] not in self.session.questions:
            self.say(_("This question is not asked, given the answers so far."))
        else:
            self.say("")
            self._column.go_to(numbered[number - 1].id)

    def show_again(self) -> None:
        """The page in another language, at the same question."""
        self.smcheck.show_review(self.session, self.back, self._column.place, self._came_from)

    def action_result(self) -> None:
        """Show the result, once it is stored that it was seen."""
        self.attempt(self.back or partial(self.smcheck.show_result, self.session))

    def action_back(self) -> None:
        """To where the page was opened from: the result, or a question; else to the last question."""
        if self.back:
            self.attempt(self.back)
        elif self.attempt(self._go_back, again=self.action_back):
            self.smcheck.show_question(self.session)

    def _go_back(self) -> bool:
        place = self._came_from
        return (place != REVIEW and self.session.jump(place)) or self.session.back()

    def action_profile(self) -> None:
        """Who answers."""
        self.smcheck.show_profile(self.session)
