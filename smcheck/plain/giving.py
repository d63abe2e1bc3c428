"""Answers given by line: one line is one change, and one step to take back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from smcheck.plain.orders import Give
from smcheck.session import Row, Session, Step


class Giving:
    """Answers to the question in front of us; what is given inside a :meth:`line` is taken back as a whole.

    Every method raises what the session's methods raise: Conflict and Fault.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changes = 0
        self._lines: list[tuple[str, int]] = []
        """For each line that changed answers its question and how many changes the session made of it."""

    @contextmanager
    def line(self) -> Iterator[None]:
        """Everything given inside belongs to one line, also where it ends in a fault."""
        question, self._changes = self._session.question.id, 0
        try:
            yield
        finally:
            if self._changes:
                self._lines.append((question, self._changes))

    def forget(self) -> None:
        """Nothing can be taken back any more: another window wrote in between."""
        self._lines.clear()

    def give(self, order: Give) -> None:
        """Give answers by row number.

        Where a ``yes`` is among them, rows that had one and are not named are denied. What was given as
        not known or not existing stands until it is named.
        """
        wanted = {
            **dict.fromkeys(order.yes, "yes"),
            **dict.fromkeys(order.unknown, "unknown"),
            **dict.fromkeys(order.absent, "na"),
        }
        for number, row in enumerate(self._rows, 1):
            value = wanted.get(number)
            if row.kind != "item":
                if value and not row.state:
                    self._change(partial(self._session.mark, row))
            elif value is not None and row.state != value:
                self._change(partial(self._way(value), row))
            elif value is None and order.yes and row.state == "yes":
                self._change(partial(self._session.deny, row))

    def none(self) -> None:
        """“No” for every item; what was given as not known or not existing stands."""
        if any(row.state in {"yes", None} for row in self._rows):
            self._change(self._session.none_of_these)

    def unknown(self) -> None:
        """“Don't know” for the whole question."""
        rows = self._rows[-1:] if self._session.question.kind == "one" else self._rows
        for row in rows:
            if row.state != "unknown":
                self._change(partial(self._session.unknown, row))

    def settle(self) -> Step:
        """Go on: what was left unmarked beside given answers is answered no."""
        steps: list[Step] = []
        self._change(lambda: steps.append(self._session.next()))
        return steps[0]

    def undo(self) -> str | None:
        """Take back what the last line gave; the question that it answered, or none where there is none."""
        if not self._lines or not self._session.can_undo:
            return None
        question, changes = self._lines.pop()
        for done in range(changes):
            try:
                self._session.undo()
            except BaseException:
                self._lines.append((question, changes - done))
                raise
        return question

    @property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self._session.rows if row.kind != "none")

    def _way(self, value: str) -> Callable[[Row], object]:
        ways: dict[str, Callable[[Row], object]] = {
            "yes": self._session.mark,
            "unknown": self._session.unknown,
            "na": self._session.not_here,
        }
        return ways[value]

    def _change(self, action: Callable[[], object]) -> None:
        before = self._session.sheet.answers
        try:
            action()
        finally:
            self._changes += self._session.sheet.answers != before
