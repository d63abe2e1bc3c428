"""The questions line by line: say the question, take a line, do what it says, until the result is wanted."""

from collections.abc import Callable
from functools import partial

from smcheck.pack import Question
from smcheck.plain import question as lines
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
from smcheck.plain.sitting import Sitting
from smcheck.report.labels import item_texts, one_line, row_label
from smcheck.session import Row, Step, rows_of
from smcheck.session.session import REVIEW
from smcheck.store import Conflict
from smcheck.words.fault import Fault
from smcheck.words.language import _


class Questions:
    """The loop over the questions of a sitting."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self.session = self._session = sitting.session
        self._talk = sitting.talk
        self._texts = sitting.texts
        self._recorder = AnswerRecorder(sitting.session)
        self._said = ""
        """The position that was said last; empty where it is to be said again."""
        self._from_result = False
        """Whether the result is gone back to after an answer that leaves nothing open behind it."""

    def run(self, *, from_result: bool = False) -> None:
        """Go through the questions until the result is wanted.

        Args:
            from_result: an answer is to be changed; afterwards the result is wanted again.

        Raises:
            Quit: the sitting is left.
        """
        self._from_result = from_result
        self._said = ""
        while not self._step():
            pass

    def describe(self, name: str, value: str) -> bool:
        """Give a field of the profile its value; whether it was kept."""

        def write() -> bool:
            self._session.describe({name: value})
            return True

        return self._attempt(write)

    # ── a line ────────────────────────────────────────────────────────────────────────────────

    def _step(self) -> bool:
        """Say the question unless it was said, take a line and do it; whether the result is wanted."""
        self._attempt(self._refresh)
        if self._said != self._session.position:
            self._say_position()
        command = parse_command(self._talk.ask(_("Answer: ")), lines.context(self._session))
        if isinstance(command, Hint):
            self._talk.refuse(command.text)
            return False
        return self._attempt(partial(self._run_line, command))

    def _attempt(self, action: Callable[[], bool]) -> bool:
        """What ``action`` returns; false, and it is told, where it raises a conflict or a fault."""
        try:
            return action()
        except Conflict as conflict:
            self._recorder.clear_history()
            labels = ", ".join(self._label(path) for path in conflict.paths)
            text = _("Another window answered this first, and its answer stands: {items}.")
            self._talk.refuse(text.format(items=labels))
        except Fault as fault:
            self._talk.refuse(str(fault))
        self._said = ""
        return False

    def _label(self, path: str) -> str:
        if path in self._session.pack.items:
            return one_line(item_texts(self._session.pack, self._texts, path).label)
        words = self._texts.questions.get(path)
        return one_line(words.text) if words else path

    def _refresh(self) -> bool:
        if self._sitting.refresh():
            self._recorder.clear_history()
            self._said = ""
        return True

    def _say_position(self) -> None:
        if self._session.at_review:
            self._talk.say(*lines.open_lines(self._session, self._texts))
            self._talk.say(usage(lines.context(self._session)))
        else:
            self._talk.say(*lines.question_lines(self._session, self._texts))
        self._said = self._session.position

    # ── commands ──────────────────────────────────────────────────────────────────────────────

    def _run_line(self, command: ParsedCommand) -> bool:
        with self._recorder.transaction():
            return self._run(command)

    def _run(self, command: ParsedCommand) -> bool:
        """Do what a command says; whether the result is wanted."""
        if isinstance(command, Answers):
            return self._answer(command)
        if isinstance(command, EditNote):
            self._note(command)
        elif isinstance(command, Jump):
            self._jump(command.number)
        elif command is Command.RESULT or (command is Command.NEXT and self._session.at_review):
            self._session.jump(REVIEW)
            return True
        elif command in {Command.NEXT, Command.NONE, Command.UNKNOWN, Command.SKIP}:
            return self._go_on(command)
        else:
            self._go_about(command)
        return False

    def _go_about(self, command: Command) -> None:
        """The commands that answer nothing: help, all answers, back and undo."""
        if command is Command.HELP:
            undo = self._recorder.can_undo
            self._talk.say(*lines.help_lines(self._session, self._texts, can_undo=undo))
        elif command is Command.ANSWERS:
            self._talk.say(*lines.all_answer_lines(self._session, self._texts))
        elif command is Command.BACK:
            if not self._session.back():
                self._talk.refuse(_("This is the first question."))
        else:
            self._undo()

    def _go_on(self, command: Command) -> bool:
        """The commands that lead to the next question; whether the result is wanted."""
        if self._session.at_review:
            self._talk.refuse(usage(lines.context(self._session)))
            return False
        if command is Command.SKIP:
            self._session.skip()
            return self._is_back()
        question, before = self._session.question, self._session.rows
        if command is Command.NONE:
            self._recorder.answer_none()
            if question.kind == "several":
                none = next(row for row in before if row.is_nothing)
                self._talk.say(f"{row_label(self._texts, question.id, none)}.")
        elif command is Command.UNKNOWN:
            self._recorder.answer_unknown()
        step = self._recorder.next(confirm=command is Command.NEXT)
        self._say_answers(question, self._rows_to_say(question, before, command))
        return self._after(step)

    def _answer(self, answers: Answers) -> bool:
        """Answer rows by number, and go on where some are marked; whether the result is wanted."""
        question, before = self._session.question, self._session.rows
        self._recorder.answer(answers)
        goes_on = bool(answers.yes or answers.others_absent)
        # Numbers say all that is meant: an earlier answer that they do not name is not confirmed by them.
        step = self._recorder.next(confirm=False) if goes_on else None
        named = {*answers.yes, *answers.unknown, *answers.absent}
        ids = {row.id for number, row in enumerate(lines.numbered_rows(before), 1) if number in named}
        self._say_answers(question, self._changed_rows(question, before, ids))
        return step is not None and self._after(step)

    def _after(self, step: Step) -> bool:
        """Say what is missing where it could not be gone on; whether the result is wanted."""
        if step is Step.NOTHING_GIVEN:
            self._talk.refuse(empty_line_usage(lines.context(self._session)))
            return False
        still_open = not self._session.at_review and not self._session.is_answered(self._session.question)
        return not still_open and self._is_back()

    def _is_back(self) -> bool:
        """Whether the result was come from; then it is gone back to."""
        if self._from_result:
            self._session.jump(REVIEW)
        return self._from_result

    # ── what was understood ───────────────────────────────────────────────────────────────────

    def _rows_to_say(self, question: Question, before: tuple[Row, ...], command: Command) -> tuple[Row, ...]:
        """What to say back: after “none of these” what it has left, else what has changed."""
        if command is Command.NONE and question.kind == "several":
            rows = rows_of(self._session.pack, self._session.sheet, question)
            return tuple(row for row in rows if row.state in {"unknown", "na"})
        return self._changed_rows(question, before, set())

    def _changed_rows(self, question: Question, before: tuple[Row, ...], named: set[str]) -> tuple[Row, ...]:
        """The rows that have another answer than before, and those that were named."""
        was = {row.id: row.state for row in before}
        rows = rows_of(self._session.pack, self._session.sheet, question)
        return tuple(row for row in rows if row.state and (row.state != was.get(row.id) or row.id in named))

    def _say_answers(self, question: Question, rows: tuple[Row, ...]) -> None:
        if rows:
            self._talk.say(*lines.answer_lines(self._session.pack, self._texts, question, rows))

    # ── undo, notes, jumps ────────────────────────────────────────────────────────────────────

    def _undo(self) -> None:
        question = self._recorder.undo()
        if question is None:
            self._talk.refuse(_("There is nothing to take back."))
            return
        self._talk.say(_("Taken back."))
        self._session.jump(question)
        self._said = ""

    def _note(self, command: EditNote) -> None:
        if self._session.at_review:
            self._talk.refuse(usage(lines.context(self._session)))
            return
        note, text = self._session.sheet.notes.get(self._session.question.id, ""), command.text
        if not text:
            self._talk.say(*(lines.note_lines(note) or [_("No note on this question yet.")]))
        elif text == "-" and not command.more:
            self._session.note("")
            self._talk.say(_("The note is removed."))
        else:
            self._session.note(f"{note}\n{text}" if command.more and note else text)
            self._talk.say(_("The note is kept."))

    def _jump(self, number: int) -> None:
        question = self._session.expected_questions[number - 1]
        if self._session.jump(question.id):
            self._said = ""
        else:
            self._talk.refuse(_("This question is not asked, given the answers so far."))
