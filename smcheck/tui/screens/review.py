"""All questions at a glance, what is open first to be seen; from here to any of them, or to the result."""

from collections.abc import Callable, Iterable
from functools import partial

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smcheck.pack import Question
from smcheck.report.labels import answer_word, row_label, sheet_heading
from smcheck.session.session import REVIEW
from smcheck.tui.errors import not_stored_text
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.screens.page import SessionPage
from smcheck.tui.text import hanging, plain, stacked
from smcheck.tui.widgets.field import Choices
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_


class Review(SessionPage):
    """One row for each question that applies, and one for the result."""

    HELP_TEXT = N_(
        "All questions at a glance. Enter opens the one under the cursor, and the result from its row."
    )
    AUTO_FOCUS = "#review"
    BINDINGS = [
        Binding("f2", "result", N_("result"), tooltip=N_("from then on changed answers are marked as such")),
        # Given before the list gets it, which would scroll sideways.
        Binding("left", "back", N_("back"), tooltip=N_("to the last question"), priority=True),
        Binding("backspace", "back", show=False),
        Binding("p", "profile", N_("profile"), tooltip=N_("who answers")),
        Binding("q", "home", N_("home"), tooltip=N_("everything is stored")),
        Binding("escape", "home", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """The rows."""
        yield Static(id="lead")
        yield Choices(id="review")
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Put the cursor on what is to be done next."""
        session = self.session
        self._say("")
        self._attempt(lambda: session.jump(REVIEW))
        self.top.show("smcheck", sheet_heading(session.sheet), end=_("Review"))
        number = len(session.open_questions)
        self.query_one("#lead", Static).update(
            plain(
                n_("{n} question is open.", "{n} questions are open.", number).format(n=number)
                + " "
                + _("An open answer widens the result to a range.")
                if number
                else _("Everything is answered.")
            )
        )
        self._fill()

    def on_resize(self) -> None:
        """Wrap the rows anew."""
        self._fill()

    def _fill(self) -> None:
        rows = self.query_one(OptionList)
        place = rows.highlighted
        questions = self.session.questions
        rows.set_options(
            [
                *(Option(self._prompt(question), id=question.id) for question in questions),
                Option(plain(_("→ Show the result"), "bold"), id=REVIEW),
            ]
        )
        first_open = next(
            (i for i, q in enumerate(questions) if not self.session.is_answered(q)), len(questions)
        )
        rows.highlighted = first_open if place is None else place

    def _prompt(self, question: Question) -> Content:
        session = self.session
        mark = "●" if session.is_answered(question) else "◐" if session.is_started(question) else "○"
        texts = self.texts.questions[question.id]
        width = self.size.width - 5  # beside a scroll bar, within padding
        note = session.sheet.notes.get(question.id)
        lines = [
            hanging(plain(f"{mark} "), plain(texts.text, "bold"), width),
            hanging(plain("  "), plain(self._answer_text(question), "$foreground-muted"), width),
        ]
        if note:
            lines.append(hanging(plain("  "), plain(_("Note: {note}").format(note=note[:400])), width))
        return stacked(*lines)

    def _answer_text(self, question: Question) -> str:
        """The answers in words."""
        from smcheck.session import rows_of

        rows = rows_of(self.pack, self.session.sheet, question)
        changed = set(self.session.sheet.after_result)
        words = []
        for row in rows:
            label = row_label(self.texts, question.id, row)
            if row.text_of and question.kind == "several":
                label = self.texts.items[row.text_of][row.id].short
            if row.state in {"unknown", "na"} and row.kind == "item":
                label += f" ({answer_word(row.state)})"
            path = f"{question.id}.{row.id}" if question.kind == "several" else question.id
            if row.state in {"yes", "unknown", "na"}:
                words.append(label + (" *" if path in changed else ""))
        if not any(row.state for row in rows):
            return _("open")
        text = " · ".join(words) or _("nothing marked")
        if any(path.partition(".")[0] == question.id for path in changed):
            text += " " + _("(* changed after the result was seen)")
        return text

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        question = event.option_id
        if question == REVIEW:
            self.action_result()
        elif question and self._attempt(lambda: self.session.jump(question)):
            self.smcheck.show_question(
                self.session, partial(self.smcheck.show_review, self.session, self.back)
            )

    def _attempt(self, act: Callable[[], object]) -> bool:
        """Do what may fail to be stored; whether it was done, and why not."""
        try:
            return act() is not False
        except Fault as fault:
            self._say(not_stored_text(fault))
            return False

    def _say(self, text: str) -> None:
        notice = self.query_one("#notice", Static)
        notice.update(plain(text))
        notice.display = bool(text)

    def action_result(self) -> None:
        """Show the result, once it is stored that it was seen."""
        self._attempt(self.back or partial(self.smcheck.show_result, self.session))

    def action_back(self) -> None:
        """To the last question."""
        if self._attempt(self.session.back):
            self.smcheck.show_question(self.session)

    def action_profile(self) -> None:
        """Who answers."""
        self.smcheck.show_profile(self.session)

    def action_home(self) -> None:
        """Leave; everything is stored."""
        self.smcheck.show_home()
