"""Answers recorded by line: a line is one transaction for undo, however many answers it gives."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from smcheck.plain.commands import Answers
from smcheck.plain.question import numbered_rows
from smcheck.session import Row, Session, Step


class AnswerRecorder:
    """Records answers to the current question; those of a :meth:`transaction` are undone as one.

    Every method raises what the session's methods raise: Conflict and Fault.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changes = 0
        self._history: list[tuple[str, int]] = []
        """The undo stack: for each line its question and how many changes the session made of it."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything recorded inside is undone as one, also where it ends in a fault."""
        question, self._changes = self._session.question.id, 0
        try:
            yield
        finally:
            if self._changes:
                self._history.append((question, self._changes))

    def clear_history(self) -> None:
        """Nothing can be undone any more: another window wrote in between."""
        self._history.clear()

    def answer(self, answers: Answers) -> None:
        """Record answers by row number.

        Where a ``yes`` is among them, rows that had one and are not named are answered no. An answer
        ``unknown`` or ``na`` stands until its row is named. Last, where all others are said not to exist
        here, this goes for every row that is then without an answer or answered no.
        """
        wanted = {
            **dict.fromkeys(answers.yes, "yes"),
            **dict.fromkeys(answers.unknown, "unknown"),
            **dict.fromkeys(answers.absent, "na"),
        }
        for number, row in enumerate(self._rows, 1):
            value = wanted.get(number)
            if row.kind != "item":
                if value:
                    self._choose(row)
            elif value is not None and row.state != value:
                self._change(partial(self._action(value), row))
            elif value is None and answers.yes and row.state == "yes":
                self._change(partial(self._session.answer_no, row))
        if answers.others_absent and any(row.na and row.state in {"no", None} for row in self._rows):
            none = next(row for row in self._session.rows if row.kind == "none")
            self._change(partial(self._session.answer_na, none))

    def answer_none(self) -> None:
        """“No” for every item, while ``unknown`` and ``na`` stand; the option that says nobody."""
        if self._session.question.kind == "one":
            self._choose(next(row for row in self._session.rows if row.is_nothing))
        elif any(row.state in {"yes", None} for row in self._rows):
            self._change(self._session.answer_none)

    def answer_unknown(self) -> None:
        """“Don't know” for the whole question."""
        rows = self._session.rows
        one = self._session.question.kind == "one"
        for row in [row for row in rows if row.kind == "unknown"] if one else self._rows:
            if row.state != "unknown":
                self._change(partial(self._session.answer_unknown, row))

    def next(self, *, confirm: bool) -> Step:
        """Go on: what is open beside given answers is answered no, or as before with ``confirm``."""
        steps: list[Step] = []
        self._change(lambda: steps.append(self._session.next(confirm=confirm)))
        return steps[0]

    @property
    def can_undo(self) -> bool:
        """Whether there is a line to undo, and its answers are still as it left them."""
        return bool(self._history) and self._session.can_undo

    def undo(self) -> str | None:
        """Undo the last line; the question that it answered, or none where there is nothing to undo."""
        if not self.can_undo:
            return None
        question, changes = self._history.pop()
        for done in range(changes):
            try:
                self._session.undo()
            except BaseException:
                self._history.append((question, changes - done))
                raise
        return question

    @property
    def _rows(self) -> tuple[Row, ...]:
        return numbered_rows(self._session.rows)

    def _choose(self, row: Row) -> None:
        """Choose a question's one answer, unless it is chosen already."""
        if not row.state:
            self._change(partial(self._session.mark, row))

    def _action(self, value: str) -> Callable[[Row], object]:
        """The session's method that gives this answer to a row."""
        actions: dict[str, Callable[[Row], object]] = {
            "yes": self._session.mark,
            "unknown": self._session.answer_unknown,
            "na": self._session.answer_na,
        }
        return actions[value]

    def _change(self, action: Callable[[], object]) -> None:
        """Run an action of the session and count it where it changed answers."""
        before = self._session.sheet.answers
        try:
            action()
        finally:
            self._changes += self._session.sheet.answers != before
