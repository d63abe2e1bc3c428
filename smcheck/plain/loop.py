"""The prompt loop of the plain mode: print the question, read a line, run its command, until the result."""

from collections.abc import Callable
from functools import partial

from smcheck.pack import Texts
from smcheck.plain import render
from smcheck.plain.answers import AnswerRecorder
from smcheck.plain.commands import (
    Answers,
    Command,
    EditNote,
    Hint,
    Jump,
    ParsedCommand,
    empty_line_usage,
    parse_command,
    usage,
)
from smcheck.plain.profile import Quit, Read, Write, ask_field, is_new, missing_fields
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
    """Run a session line by line.

    Args:
        session: the session; every answer is in its journal before the next line is read.
        texts: the pack's texts.
        read: reads a line after a prompt, as ``input`` does; :class:`EOFError` leaves the session.
        write: writes one line.
        show_result: shows the result.
        command: the command line that goes on with a stored sheet, without its id.

    Returns:
        Whether the result was shown.
    """
    return _PromptLoop(session, texts, read, write, show_result, command).run()


class _PromptLoop:
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
        self._resume_command = command
        self._recorder = AnswerRecorder(session)
        self._printed = ""
        """The position that was printed last; empty where it is to be printed again."""

    def run(self) -> bool:
        """The whole session; whether the result was shown."""
        try:
            self._write(_("One question at a time; h says what can be typed, q leaves."))
            if is_new(self._session):
                self._ask_profile()
            while not self._step():
                pass
        except Quit:
            self._print_goodbye()
            return False
        return True

    def _write(self, line: str) -> None:
        self._write_line(visible(line))

    # ── who answers ───────────────────────────────────────────────────────────────────────────

    def _ask_profile(self) -> None:
        self._write(_("First, who answers. Press Enter to skip what you do not want to say."))
        for name, label, choices in tuple(missing_fields(self._session, self._texts)):
            while True:
                value = ask_field(label, choices, self._read, self._write)
                if not value or self._attempt(partial(self._describe, name, value)):
                    break

    def _describe(self, name: str, value: str) -> bool:
        self._session.journal.describe({name: value})
        return True

    # ── a line ────────────────────────────────────────────────────────────────────────────────

    def _step(self) -> bool:
        """Print the question unless it stands there, read a line and run it; whether the result was shown."""
        self._attempt(self._refresh)
        if self._printed != self._session.position:
            self._print_position()
        try:
            line = self._read(_("Answer: "))
        except EOFError:
            raise Quit from None
        command = parse_command(line, render.context(self._session))
        if isinstance(command, Hint):
            self._write(command.text)
            return False
        return self._attempt(lambda: self._run_line(command))

    def _attempt(self, action: Callable[[], bool]) -> bool:
        """What ``action`` returns; false, with a message, where it raises a conflict or a fault."""
        try:
            return action()
        except Conflict as conflict:
            self._recorder.clear_history()
            labels = ", ".join(self._label(path) for path in conflict.paths)
            text = _("Another window answered this first, and its answer stands: {items}.")
            self._write(text.format(items=labels))
        except Fault as fault:
            self._write(str(fault))
        self._printed = ""
        return False

    def _label(self, path: str) -> str:
        if path in self._session.pack.items:
            return one_line(item_texts(self._session.pack, self._texts, path).label)
        words = self._texts.questions.get(path)
        return one_line(words.text) if words else path

    def _refresh(self) -> bool:
        """Read what other windows wrote."""
        if self._session.refresh():
            self._recorder.clear_history()
            self._printed = ""
            self._write(_("Another window has changed this sheet."))
        return True

    def _print_position(self) -> None:
        lines = render.review_lines if self._session.at_review else render.question_lines
        for line in lines(self._session, self._texts):
            self._write(line)
        if self._session.at_review:
            self._write(usage(render.context(self._session)))
        self._printed = self._session.position

    # ── commands ──────────────────────────────────────────────────────────────────────────────

    def _run_line(self, command: ParsedCommand) -> bool:
        with self._recorder.transaction():
            return self._run(command)

    def _run(self, command: ParsedCommand) -> bool:
        """Run a command; whether the result was shown."""
        if isinstance(command, Answers):
            self._answer(command)
        elif isinstance(command, EditNote):
            self._note(command.text)
        elif isinstance(command, Jump):
            self._jump(command.number)
        elif command is Command.NEXT and self._session.at_review:
            return self._finish()
        else:
            self._run_simple(command)
        return False

    def _run_simple(self, command: Command) -> None:
        if command is Command.QUIT:
            raise Quit
        if command is Command.HELP:
            for line in render.help_lines(self._session, self._texts):
                self._write(line)
            self._printed = ""
        elif command is Command.REVIEW:
            for line in render.review_lines(self._session, self._texts):
                self._write(line)
        elif command is Command.BACK:
            if not self._session.back():
                self._write(_("This is the first question."))
        elif command is Command.UNDO:
            self._undo()
        elif self._session.at_review:
            self._write(usage(render.context(self._session)))
        else:
            self._run_forward(command)

    def _run_forward(self, command: Command) -> None:
        """The commands that go to the next question: an empty line, 0, ``?`` and skip."""
        if command is Command.SKIP:
            self._session.skip()
            return
        if command is Command.NONE:
            self._recorder.answer_none()
            self._print_unchanged()
        elif command is Command.UNKNOWN:
            self._recorder.answer_unknown()
        self._next()

    def _next(self) -> None:
        if self._recorder.next() is Step.NOTHING_GIVEN:
            self._write(empty_line_usage(render.context(self._session)))

    def _answer(self, answers: Answers) -> None:
        labels = [
            row_label(self._texts, self._session.question.id, row)
            for row in render.numbered_rows(self._session)
        ]
        self._recorder.answer(answers)
        self._print_answers("yes", [labels[number - 1] for number in answers.yes])
        self._print_answers("unknown", [labels[number - 1] for number in answers.unknown])
        self._print_answers("na", [labels[number - 1] for number in answers.absent])
        if answers.yes:
            self._next()

    def _print_unchanged(self) -> None:
        """Print which rows “none of these” has left as they were."""
        rows = render.numbered_rows(self._session)
        for state in ("unknown", "na"):
            unchanged = [row for row in rows if row.state == state]
            self._print_answers(
                state, [row_label(self._texts, self._session.question.id, row) for row in unchanged]
            )

    def _print_answers(self, state: str, labels: list[str]) -> None:
        """Print which rows have the answer ``state``."""
        texts = {
            "yes": _("Yes: {items}."),
            "unknown": _("Don't know: {items}."),
            "na": _("Does not exist here: {items}."),
        }
        if labels:
            self._write(texts[state].format(items=", ".join(labels)))

    def _undo(self) -> None:
        question = self._recorder.undo()
        if question is None:
            self._write(_("There is nothing to take back."))
            return
        self._write(_("Taken back."))
        self._session.jump(question)
        self._printed = ""

    def _note(self, text: str) -> None:
        if self._session.at_review:
            self._write(usage(render.context(self._session)))
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
            self._printed = ""
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

    def _print_goodbye(self) -> None:
        journal = self._session.journal
        self._write("")
        if not journal.stored:
            self._write(_("Nothing of this is kept."))
        elif journal.sheet.id:
            text = _("Everything you answered is kept. To go on: {command}")
            self._write(text.format(command=f"{self._resume_command} {journal.sheet.id}"))
        else:
            self._write(_("Nothing was answered, so nothing is kept."))
