"""One question at a time."""

from collections.abc import Callable, Iterable

from textual import on
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static

from smcheck.report.labels import sheet_heading
from smcheck.session import Row, Session, Step
from smcheck.store import Conflict
from smcheck.tui.errors import error_text, not_stored_text
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.screens.page import Back, SessionPage
from smcheck.tui.text import plain
from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.section_map import SectionMap
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_
from smcheck.words.numbers import here


class Ask(SessionPage):
    """Asks the questions of a session; every answer is safe before it is shown."""

    HELP_TEXT = N_(
        "Answer one question after the other. Every answer is stored at once; leave whenever you like."
    )
    AUTO_FOCUS = "#answers"
    BINDINGS = [
        Binding("question_mark", "unknown", N_("don't know"), tooltip=N_("nobody knows")),
        Binding("minus", "not_here", N_("have none"), tooltip=N_("does not exist in this company")),
        # Given before the list gets them, which would scroll sideways.
        Binding("left", "back", N_("back"), tooltip=N_("to the question before"), priority=True),
        Binding("backspace", "back", show=False),
        Binding("r", "review", N_("review"), tooltip=N_("all questions at a glance; jump to any")),
        Binding("u", "undo", N_("undo"), tooltip=N_("take back the last change")),
        Binding("right", "skip", N_("skip"), tooltip=N_("go on and leave the question open"), priority=True),
        Binding("n", "note", N_("note"), tooltip=N_("write a note on this question")),
        Binding("q", "home", N_("home"), tooltip=N_("everything is stored")),
        Binding("escape", "home", show=False),
        Binding("h", "help", show=False),
        *[Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)],
    ]

    def __init__(self, session: Session, back: Back | None = None) -> None:
        super().__init__(session, back)
        self._shown = ""
        """The question on the screen."""
        self._unsaved_notes: dict[str, str] = {}
        """Notes that could not be stored, by question, to be offered again."""

    def body(self) -> Iterable[Widget]:
        """The map, the question with its rows, and what was last done."""
        with Container(id="ask"):
            yield SectionMap(self.session, self.texts)
            with Vertical(id="pane"):
                yield Static(id="question")
                yield Static(id="hint")
                yield AnswerList()
                yield Static(id="why")
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Show the question; read the store again now and then: other windows write to it."""
        self._show(fresh=True)
        if self.session.journal.stored:
            self.set_interval(2.0, self._refresh_from_store)
        else:
            self._say(_("Nothing is stored of an example."))

    # ── answering ─────────────────────────────────────────────────────────────────────────────

    @on(OptionList.OptionSelected, "#answers")
    def _mark_selected(self) -> None:
        self.action_mark()

    def action_mark(self) -> None:
        """Mark or unmark the row under the cursor."""
        row = self._answers.row
        if row is not None:
            self._mark(row)

    def action_digit(self, digit: int) -> None:
        """Mark or unmark the row with this digit."""
        row = self._answers.row_at(digit)
        if row is not None:
            self._mark(row)

    def _mark(self, row: Row) -> None:
        kept = {other.state for other in self.session.rows} & {"unknown", "na"}
        if self._attempt(lambda: self.session.mark(row)) and row.kind == "none" and not row.state and kept:
            self._say(_("What is marked ? or - stays; the rest is a no."))

    def action_unknown(self) -> None:
        """Nobody knows; where there is one answer, the cursor goes to the row that says so."""
        row = self._answers.row
        if row is not None and self._attempt(lambda: self.session.answer_unknown(row)):
            self._answers.show_marked()

    def action_not_here(self) -> None:
        """Does not exist here."""
        self._with_row(self.session.answer_na)

    def action_undo(self) -> None:
        """Take back the last change of this sitting, and show the question that it answered."""
        before = self.session.sheet.answers
        if not self._attempt(self.session.undo):
            return
        after = self.session.sheet.answers
        changed = next(path for path in {**before, **after} if before.get(path) != after.get(path))
        if self._go(lambda: self.session.jump(changed.partition(".")[0])):
            self._say(_("Taken back."))

    def _with_row(self, act: Callable[[Row], object]) -> None:
        row = self._answers.row
        if row is not None:
            self._attempt(lambda: act(row))

    def _attempt(self, act: Callable[[], object]) -> bool:
        """Do what may fail to be stored; tells why, and shows the sheet as it is stored."""
        try:
            act()
        except Conflict:
            self._show(fresh=False)
            self._say(
                _("Another window has just answered this. Its answer is shown; press again to change it.")
            )
            return False
        except Fault as fault:
            self._show(fresh=False)
            self._say(not_stored_text(fault))
            return False
        self._show(fresh=False)
        self._say_stored()
        return True

    def _refresh_from_store(self) -> None:
        try:
            changed = self.session.refresh()
        except Fault as fault:
            self._say(error_text(fault))
            return
        if changed:
            self._show(fresh=False)
            self._say(_("This sheet was changed in another window; shown as it is now."))

    @on(OptionList.OptionHighlighted, "#answers")
    def _update_keys(self) -> None:
        self.refresh_bindings()

    # ── going about ───────────────────────────────────────────────────────────────────────────

    def action_next(self) -> None:
        """Settle the question and go on."""
        step: list[Step] = []
        if not self._attempt(lambda: step.append(self.session.next())):
            return
        if step[0] is Step.NOTHING_GIVEN:
            self._say(self._nothing_given())
        elif self.back:
            self.back()
        else:
            self._show_step(step[0])

    def action_skip(self) -> None:
        """Go on and leave the question as it is."""
        self._go(self.session.skip)

    def action_back(self) -> None:
        """Go to the question before."""
        self._go(self.session.back)

    def _go(self, act: Callable[[], Step | bool]) -> bool:
        """Go where an act leads, if anywhere; whether the place could be remembered."""
        try:
            step = act()
        except Fault as fault:
            self._say(not_stored_text(fault))
            return False
        if step:
            self._show_step(step)
        return True

    def action_review(self) -> None:
        """All questions at a glance."""
        self.smcheck.show_review(self.session)

    def action_home(self) -> None:
        """Leave; everything is stored."""
        self.smcheck.show_home()

    def action_note(self) -> None:
        """Write a note on the question."""
        from smcheck.tui.screens.note import NoteWindow  # not before it is asked for

        question = self.session.question
        written = self.session.sheet.notes.get(question.id, "")

        def keep(text: str | None) -> None:
            self._unsaved_notes.pop(question.id, None)
            # Another window can have made another question of the one in front of us.
            if text is None or text == written:
                return
            if not self._attempt(lambda: self.session.journal.note(question.id, text)):
                self._unsaved_notes[question.id] = text

        text = self._unsaved_notes.get(question.id, written)
        self.app.push_screen(NoteWindow(self.texts.questions[question.id].text, text), keep)

    @on(SectionMap.Chosen)
    def _open_section(self, message: SectionMap.Chosen) -> None:
        self._go(lambda: self.session.jump(message.question))

    def _show_step(self, step: Step | bool) -> None:
        if step is Step.END:
            self.smcheck.show_review(self.session)
            return
        self._show(fresh=True)
        self._answers.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys hold now."""
        if action == "undo":
            return self.session.can_undo
        if action == "back":
            return self.session.question != self.session.questions[0]
        if action in {"not_here", "unknown"}:
            row = self._answers.row if self.is_mounted else None
            return row is not None and (row.na if action == "not_here" else row.kind != "none")
        return True

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    @property
    def _answers(self) -> AnswerList:
        return self.query_one(AnswerList)

    def _nothing_given(self) -> str:
        question = self.session.question
        if question.kind == "one":
            return _("Nothing is chosen. Space or a digit chooses, ? is “don't know”, → skips.")
        if question.none:
            return _("Nothing is marked. 0 says none of these, → skips.")
        return _("Nothing is marked. → skips.")

    def _show(self, *, fresh: bool) -> None:
        session = self.session
        question = session.question
        texts = self.texts.questions[question.id]
        # Another window can make the question go away.
        fresh = fresh or question.id != self._shown
        self._shown = question.id
        self.top.show("smcheck", sheet_heading(session.sheet), end=self._progress())
        self._answers.show(session.rows, self.texts, question.id, fresh=fresh)
        if fresh:
            self.query_one("#question", Static).update(plain(texts.text, "bold"))
            hint = _("Choose one.") if question.kind == "one" else _("Several may apply.")
            self.query_one("#hint", Static).update(plain(hint, "$foreground-muted"))
            self.query_one("#why", Static).update(
                plain(_("Why: {why}").format(why=texts.why), "$foreground-muted")
            )
            self._say("")
        self.query_one(SectionMap).renew()
        self.refresh_bindings()

    def _progress(self) -> str:
        session = self.session
        place = _("{n} of {of}").format(n=session.number, of=len(session.expected_questions))
        left = session.minutes_left
        time = n_("about {n} min", "about {n} min", left).format(n=left) if left else _("all answered")
        return f"{place} · {time}"

    def _say(self, text: str) -> None:
        note = self.session.sheet.notes.get(self.session.question.id)
        said = text or (_("Note: {note}").format(note=note) if note else "")
        self.query_one("#notice", Static).update(plain(said[:400]))

    def _say_stored(self) -> None:
        modified = self.session.sheet.modified
        if self.session.journal.stored and modified:
            self._say(_("stored {time}").format(time=f"{here(modified):%H:%M}"))

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
