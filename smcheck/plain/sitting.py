"""One sitting over lines: a question is said, a line is read, and so on until the result."""

from collections.abc import Callable
from functools import partial

from smcheck.pack import Texts
from smcheck.plain import spoken
from smcheck.plain.giving import Giving
from smcheck.plain.orders import Command, Give, Jump, Message, Note, Order, nothing_given, parse, possible
from smcheck.plain.profile import Left, Read, Write, ask_field, fields, is_new
from smcheck.report.labels import item_texts, one_line, row_label
from smcheck.session import Session, Step
from smcheck.store import Conflict
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.visible import visible


def run(
    session: Session,
    texts: Texts,
    read: Read,
    write: Write,
    show_result: Callable[[], None],
    command: str = "smcheck ask",
) -> bool:
    """Hold a sitting line by line.

    Args:
        session: the sitting; every answer is in its journal before the next line is read.
        texts: the pack's texts.
        read: reads a line after a prompt, as ``input`` does; :class:`EOFError` leaves the sitting.
        write: writes one line.
        show_result: shows the result.
        command: what goes on with a stored sheet, followed by its id.

    Returns:
        Whether the result was shown.
    """
    return _Sitting(session, texts, read, write, show_result, command).hold()


class _Sitting:
    def __init__(
        self,
        session: Session,
        texts: Texts,
        read: Read,
        write: Write,
        show_result: Callable[[], None],
        command: str,
    ) -> None:
        self._session = session
        self._texts = texts
        self._read = read
        self._write_line = write
        self._show_result = show_result
        self._again = command
        self._giving = Giving(session)
        self._said = ""
        """The position whose question was said last; empty where it is to be said again."""

    def hold(self) -> bool:
        """The whole sitting; whether the result was shown."""
        try:
            self._write(_("One question at a time; h says what can be typed, q leaves."))
            if is_new(self._session):
                self._ask_profile()
            while not self._turn():
                pass
        except Left:
            self._say_goodbye()
            return False
        return True

    def _write(self, line: str) -> None:
        self._write_line(visible(line))

    # ── who answers ───────────────────────────────────────────────────────────────────────────

    def _ask_profile(self) -> None:
        self._write(_("First, who answers. Press Enter to skip what you do not want to say."))
        for name, label, choices in tuple(fields(self._session, self._texts)):
            while True:
                value = ask_field(label, choices, self._read, self._write)
                if not value or self._safely(partial(self._describe, name, value)):
                    break

    def _describe(self, name: str, value: str) -> bool:
        self._session.journal.describe({name: value})
        return True

    # ── a turn ────────────────────────────────────────────────────────────────────────────────

    def _turn(self) -> bool:
        """Say the question if it has not been said, read a line and do it; whether the result was shown."""
        self._safely(self._look_about)
        if self._said != self._session.position:
            self._say_position()
        try:
            line = self._read(_("Answer: "))
        except EOFError:
            raise Left from None
        order = parse(line, spoken.offer(self._session))
        if isinstance(order, Message):
            self._write(order.text)
            return False
        return self._safely(lambda: self._do_line(order))

    def _safely(self, action: Callable[[], bool]) -> bool:
        """What ``action`` gives; where another window was first or nothing can be stored, that is said."""
        try:
            return action()
        except Conflict as conflict:
            self._giving.forget()
            labels = ", ".join(self._label(path) for path in conflict.paths)
            text = _("Another window answered this first, and its answer stands: {items}.")
            self._write(text.format(items=labels))
        except Fault as fault:
            self._write(str(fault))
        self._said = ""
        return False

    def _label(self, path: str) -> str:
        if path in self._session.pack.items:
            return one_line(item_texts(self._session.pack, self._texts, path).label)
        words = self._texts.questions.get(path)
        return one_line(words.text) if words else path

    def _look_about(self) -> bool:
        """Take in what other windows wrote."""
        if self._session.refresh():
            self._giving.forget()
            self._said = ""
            self._write(_("Another window has changed this sheet."))
        return True

    def _say_position(self) -> None:
        lines = spoken.review_lines if self._session.at_review else spoken.question_lines
        for line in lines(self._session, self._texts):
            self._write(line)
        if self._session.at_review:
            self._write(possible(spoken.offer(self._session)))
        self._said = self._session.position

    # ── orders ────────────────────────────────────────────────────────────────────────────────

    def _do_line(self, order: Order) -> bool:
        with self._giving.line():
            return self._do(order)

    def _do(self, order: Order) -> bool:
        """Carry out an order; whether the result was shown."""
        if isinstance(order, Give):
            self._give(order)
        elif isinstance(order, Note):
            self._note(order.text)
        elif isinstance(order, Jump):
            self._jump(order.number)
        elif order is Command.KEEP and self._session.at_review:
            return self._finish()
        else:
            self._command(order)
        return False

    def _command(self, command: Command) -> None:
        if command is Command.QUIT:
            raise Left
        if command is Command.HELP:
            for line in spoken.help_lines(self._session, self._texts):
                self._write(line)
            self._said = ""
        elif command is Command.REVIEW:
            for line in spoken.review_lines(self._session, self._texts):
                self._write(line)
        elif command is Command.BACK:
            if not self._session.back():
                self._write(_("This is the first question."))
        elif command is Command.UNDO:
            self._undo()
        elif self._session.at_review:
            self._write(possible(spoken.offer(self._session)))
        else:
            self._settle(command)

    def _settle(self, command: Command) -> None:
        """The orders that go on: nothing, 0, ``?`` and skip."""
        if command is Command.SKIP:
            self._session.skip()
            return
        if command is Command.NONE:
            self._giving.none()
            self._tell_standing()
        elif command is Command.UNKNOWN:
            self._giving.unknown()
        self._go_on()

    def _go_on(self) -> None:
        if self._giving.settle() is Step.NOTHING_GIVEN:
            self._write(nothing_given(spoken.offer(self._session)))

    def _give(self, order: Give) -> None:
        labels = [
            row_label(self._texts, self._session.question.id, row) for row in spoken.numbered(self._session)
        ]
        self._giving.give(order)
        self._tell("yes", [labels[number - 1] for number in order.yes])
        self._tell("unknown", [labels[number - 1] for number in order.unknown])
        self._tell("na", [labels[number - 1] for number in order.absent])
        if order.yes:
            self._go_on()

    def _tell_standing(self) -> None:
        """Say what “none of these” has left as it was."""
        rows = spoken.numbered(self._session)
        for state in ("unknown", "na"):
            kept = [row for row in rows if row.state == state]
            self._tell(state, [row_label(self._texts, self._session.question.id, row) for row in kept])

    def _tell(self, state: str, labels: list[str]) -> None:
        """Say which rows have an answer."""
        texts = {
            "yes": _("Yes: {items}."),
            "unknown": _("Don't know: {items}."),
            "na": _("Does not exist here: {items}."),
        }
        if labels:
            self._write(texts[state].format(items=", ".join(labels)))

    def _undo(self) -> None:
        question = self._giving.undo()
        if question is None:
            self._write(_("There is nothing to take back."))
            return
        self._write(_("Taken back."))
        self._session.jump(question)
        self._said = ""

    def _note(self, text: str) -> None:
        if self._session.at_review:
            self._write(possible(spoken.offer(self._session)))
        elif not text:
            note = self._session.sheet.notes.get(self._session.question.id, "")
            self._write(_("Note: {note}").format(note=note) if note else _("No note on this question yet."))
        elif text == "-":
            self._session.note("")
            self._write(_("The note is removed."))
        else:
            self._session.note(text)
            self._write(_("The note is kept."))

    def _jump(self, number: int) -> None:
        question = self._session.expected_questions[number - 1]
        if self._session.jump(question.id):
            self._said = ""
        else:
            self._write(_("This question is not asked, given the answers so far."))

    # ── the end ───────────────────────────────────────────────────────────────────────────────

    def _finish(self) -> bool:
        # Seen before it is shown: what is on the screen when the program is killed has been seen.
        try:
            self._session.see_result()
        except Fault as fault:
            self._write(str(fault))
        self._show_result()
        return True

    def _say_goodbye(self) -> None:
        journal = self._session.journal
        self._write("")
        if not journal.stored:
            self._write(_("Nothing of this is kept."))
        elif journal.sheet.id:
            text = _("Everything you answered is kept. To go on: {command}")
            self._write(text.format(command=f"{self._again} {journal.sheet.id}"))
        else:
            self._write(_("Nothing was answered, so nothing is kept."))
