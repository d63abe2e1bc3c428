"""One question at a time."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.binding import Binding

from smcheck.pack import Question
from smcheck.session import Row, Step
from smcheck.store import Conflict
from smcheck.tui.screens.question_page import QuestionPage
from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.key_line import DIGITS
from smcheck.tui.widgets.section_map import SectionMap
from smcheck.words.controls import clip
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _

_LONGEST_THEIRS = 120
"""Characters that are quoted of a note which another window has written."""


class Ask(QuestionPage):
    """Asks the questions of a sitting; every answer is safe before it is shown.

    Args:
        session: the sitting.
        back: shows the page that the question was opened from; Enter leads there, not to the next question.
        line: the line of the list that the cursor begins on; without one that of what is chosen.
    """

    HELP_TEXT = N_(
        "Answer one question after the other. Every answer is stored at once; leave whenever you like."
    )
    AUTO_FOCUS = "#answers"
    BINDINGS = [
        Binding("f2", "result", N_("result"), tooltip=N_("from then on changed answers are marked as such")),
        Binding(
            "1",
            "key('1')",
            N_("mark"),
            key_display=DIGITS,
            tooltip=N_("mark or unmark a row; where there is one answer: choose it and go on"),
        ),
        *[Binding(key, f"key('{key}')", show=False) for key in "23456789b"],
        Binding("0", "key('0')", N_("none of these, or nobody"), show=False),
        Binding("a", "key('a')", N_("the tenth and the eleventh row"), key_display="a b", show=False),
        # Given before the list gets them, which would scroll sideways.
        Binding("left", "back", N_("back"), tooltip=N_("to the question before"), priority=True),
        Binding("backspace", "back", show=False),
        Binding("r", "review", N_("answers"), tooltip=N_("all questions at a glance; jump to any")),
        Binding("n", "note", N_("note"), tooltip=N_("write a note on this question")),
        Binding("u", "undo", N_("undo"), tooltip=N_("take back the last answer; notes stay")),
        Binding("right", "skip", N_("skip"), tooltip=N_("go on and leave the question open"), priority=True),
        Binding("q", "home", N_("list"), tooltip=N_("everything is stored")),
        Binding("escape", "home", show=False),
        Binding("h", "app.help", show=False),
    ]

    def show_again(self) -> None:
        """The page in another language, the cursor on the same row."""
        self.smcheck.show_question(self.session, self.back, self.answers.cursor)

    # ── answering ─────────────────────────────────────────────────────────────────────────────

    @on(AnswerList.Chosen)
    def _take_clicked(self) -> None:
        row = self.answers.row
        if row is not None:
            self._take(row)

    def action_key(self, key: str) -> None:
        """Mark or choose the row with this key."""
        row = self.answers.row_at(key)
        if row is not None:
            self._take(row)

    def _take(self, row: Row) -> None:
        """Mark or unmark a row; where there is one answer, choose it and go on."""
        if row.kind in {"item", "none"}:
            self._mark(row)
        elif row.state or self._record(lambda: self.session.mark(row), again=partial(self._take, row)):
            self.action_next()

    def action_mark(self) -> None:
        """Mark or unmark the row under the cursor."""
        row = self.answers.row
        if row is not None:
            self._mark(row)

    def _mark(self, row: Row) -> None:
        kept = {other.state for other in self.session.rows} & {"unknown", "na"}
        if self._record(lambda: self.session.mark(row)) and row.kind == "none" and not row.state and kept:
            self.say(_("What is marked ? or – stays; the rest is a no."))

    def action_unknown(self) -> None:
        """Nobody knows; where there is one answer, the cursor goes to the row that says so."""
        row = self.answers.row
        if row is not None and self._record(lambda: self.session.answer_unknown(row)):
            self.answers.show_choice()

    def action_not_here(self) -> None:
        """Does not exist here."""
        row = self.answers.row
        if row is not None:
            self._record(lambda: self.session.answer_na(row))

    def action_undo(self) -> None:
        """Take back the last answer of this sitting, and show the question that it answered."""
        before = self.session.sheet.answers
        if not self._record(self.session.undo, again=self.action_undo):
            return
        after = self.session.sheet.answers
        changed = next((path for path in {**before, **after} if before.get(path) != after.get(path)), "")
        if changed and self._go(lambda: self.session.jump(changed.partition(".")[0])):
            self.say(_("Answer taken back."))

    def _record(
        self,
        act: Callable[[], object],
        again: Callable[[], object] | None = None,
        theirs: Callable[[], str] | None = None,
    ) -> bool:
        """Do what may fail to be stored; tells why, and shows the sheet as it is stored.

        Args:
            act: what is to be done.
            again: what is done once a store that was busy is free; ``act`` alone without.
            theirs: what is said where another window was first; that it has answered without.
        """
        try:
            act()
        except Conflict:
            self.show_question(fresh=False)
            self.say((theirs or _answered_text)())
            return False
        except Fault as fault:
            self.show_question(fresh=False)
            self.tell_not_stored(fault, again or partial(self._record, act))
            return False
        self.show_question(fresh=False)
        self.say_saved()
        return True

    @on(AnswerList.Moved)
    def _update_keys(self) -> None:
        self.refresh_bindings()

    # ── going about ───────────────────────────────────────────────────────────────────────────

    def action_next(self) -> None:
        """Settle the question and go on, or back to where it was opened from."""
        step: list[Step] = []
        if not self._record(lambda: step.append(self.session.next()), again=self.action_next):
            return
        if step[0] is Step.NOTHING_GIVEN:
            self.say(self._nothing_given_text())
        elif self.back:
            self.attempt(self.back)
        else:
            self._show_step(step[0])

    def action_skip(self) -> None:
        """Go on and leave the question as it is."""
        self._walk(self.session.skip)

    def action_back(self) -> None:
        """Go to the question before."""
        self._walk(self.session.back)

    def _walk(self, act: Callable[[], Step | bool]) -> None:
        """Go to the question beside this one, from where Enter leads on instead of back."""

        def step() -> Step | bool:
            done = act()
            self.back = None
            return done

        self._go(step)

    def action_result(self) -> None:
        """Show the result, once it is stored that it was seen."""
        self.attempt(lambda: self.smcheck.show_result(self.session))

    def _nothing_given_text(self) -> str:
        question = self.session.question
        if question.kind == "one":
            return _("Nothing is chosen. Space or a digit chooses, ? is “don't know”, → skips.")
        if question.none:
            return _("Nothing is marked. 0 says none of these, → skips.")
        return _("Nothing is marked. → skips.")

    def _go(self, act: Callable[[], Step | bool]) -> bool:
        """Go where an act leads, if anywhere; whether the place could be remembered."""
        try:
            step = act()
        except Fault as fault:
            self.tell_not_stored(fault, partial(self._go, act))
            return False
        if step:
            self._show_step(step)
        return True

    def action_review(self) -> None:
        """All questions at a glance."""
        self.smcheck.show_review(self.session)

    def action_note(self) -> None:
        """Write a note on the question."""
        from smcheck.tui.screens.note import NoteWindow  # not before it is asked for

        question = self.session.question
        written = self._note_on(question)

        def write(text: str) -> None:
            if self._note_on(question) not in {written, text}:  # the page has read it behind the window
                raise Conflict(self.session.sheet, (question.id,))
            # Another window can have made another question of the one in front of us.
            self.session.note(text, question.id)

        def keep(text: str | None) -> None:
            self.session.unsaved.notes.pop(question.id, None)
            if text is None or text == written:
                return
            if not self._record(partial(write, text), partial(keep, text), partial(self._theirs, question)):
                self.session.unsaved.notes[question.id] = text

        text = self.session.unsaved.notes.get(question.id, written)
        self.app.push_screen(NoteWindow(self.texts.questions[question.id].text, text), keep)

    def _note_on(self, question: Question) -> str:
        return self.session.sheet.notes.get(question.id, "")

    def _theirs(self, question: Question) -> str:
        """What another window has made of a note, while one was written here."""
        note = clip(" ".join(self._note_on(question).split()), _LONGEST_THEIRS)
        said = _("Another window has just removed the note here.")
        if note:
            said = _("Another window has just written a note here: “{note}”.").format(note=note)
        return said + " " + _("Yours is still there: n shows it.")

    @on(SectionMap.Chosen)
    def _open_section(self, message: SectionMap.Chosen) -> None:
        self._go(lambda: self.session.jump(message.question))

    def _show_step(self, step: Step | bool) -> None:
        if step is Step.END:
            self.smcheck.show_review(self.session)
            return
        self.show_question(fresh=False)
        self.answers.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys hold now (None: not now), and which there are for this question."""
        row = self.answers.row if self.is_mounted else None
        if action == "undo":
            return self.session.can_undo or None
        if action == "back":
            return self.session.question != self.session.questions[0] or None
        if action == "unknown":
            return row is not None or None
        if action == "not_here":
            return any(other.na for other in self.session.rows) and ((row is not None and row.na) or None)
        return True


def _answered_text() -> str:
    return _("Another window has just answered this. Its answer is shown; press again to change it.")
