"""One sitting with a sheet: mark, choose, next, back, jump, undo."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import ceil

from smcheck.pack import Pack, Question
from smcheck.session.rows import Row, rows_of
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import asked, paths_of
from smcheck.store import Conflict, Journal

REVIEW = "review"
"""The position after the last question."""


class Step(Enum):
    """What came of going on."""

    MOVED = "moved"
    NOTHING_GIVEN = "nothing given"
    """Nothing is marked, so it is not known whether “none of these” is meant."""
    END = "end"
    """There is no question after this one."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What a step of this sitting changed."""

    before: Mapping[str, str | None]
    after: Mapping[str, str | None]

    def stands_in(self, sheet: Sheet) -> bool:
        """Whether nobody has changed it since."""
        return all(sheet.answer(path) == value for path, value in self.after.items())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sitting is with certain answers; kept, as it is asked for many times with the same."""

    answers: Mapping[str, str]
    wanted: str
    """The question that was gone to last, whether it still applies or not."""
    questions: tuple[Question, ...]
    expected: tuple[Question, ...]
    position: str


class Session:
    """One sitting: answers go to the journal first and count only once they are safe there.

    Methods that answer raise :class:`smcheck.store.Conflict` where another window was first (the
    sheet is then as the other left it) and :class:`smcheck.words.fault.Fault` where nothing can be stored
    (the sheet is then as it was).
    """

    def __init__(self, pack: Pack, journal: Journal) -> None:
        self.pack = pack
        self.journal = journal
        self._undo: list[_Change] = []
        self._kept: _Place | None = None
        self._position = journal.position

    @property
    def sheet(self) -> Sheet:
        """The sheet as it is safe in the journal."""
        return self.journal.sheet

    # ── where we are ──────────────────────────────────────────────────────────────────────────

    @property
    def position(self) -> str:
        """A question that applies, or the review.

        Where a question does not apply any more, the nearest one before it that does.
        """
        return self._place.position

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that apply, given the answers so far."""
        return self._place.questions

    @property
    def expected_questions(self) -> tuple[Question, ...]:
        """The questions that apply or still may, so that the count does not grow on the way."""
        return self._place.expected

    @property
    def _place(self) -> "_Place":
        sheet = self.sheet
        if (
            self._kept is None
            or self._kept.answers is not sheet.answers
            or self._kept.wanted != self._position
        ):
            self._kept = self._found(sheet)
        return self._kept

    def _found(self, sheet: Sheet) -> "_Place":
        every = self.pack.questions
        questions = tuple(question for question in every if asked(self.pack, sheet, question))
        applying = {question.id for question in questions}
        position = REVIEW
        if self._position != REVIEW:
            order = [question.id for question in every]
            reached = order[: order.index(self._position) + 1] if self._position in order else []
            position = next((id_ for id_ in reversed(reached) if id_ in applying), questions[0].id)
        return _Place(
            answers=sheet.answers,
            wanted=self._position,
            questions=questions,
            expected=tuple(q for q in every if q.id in applying or self._may_apply(q)),
            position=position,
        )

    def _may_apply(self, question: Question) -> bool:
        gate = self.pack.question_by_id[str(question.only_if or question.each_of)]
        return not self.answered(gate)

    @property
    def question(self) -> Question:
        """The question in front of us; the last one at the review."""
        return self.pack.question_by_id.get(self.position, self.questions[-1])

    @property
    def at_review(self) -> bool:
        """Whether we are past the last question."""
        return self.position == REVIEW

    @property
    def number(self) -> int:
        """The question's number, from 1, among the expected ones."""
        return self.expected_questions.index(self.question) + 1

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the question offers."""
        return rows_of(self.pack, self.sheet, self.question)

    def answered(self, question: Question) -> bool:
        """Whether the question has all the answers that it asks for."""
        paths = paths_of(self.pack, self.sheet, question)
        return all(self.sheet.answer(path) is not None for path in paths)

    def begun(self, question: Question) -> bool:
        """Whether the question has any answer."""
        paths = paths_of(self.pack, self.sheet, question)
        return any(self.sheet.answer(path) is not None for path in paths)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that apply and lack an answer."""
        return tuple(question for question in self.questions if not self.answered(question))

    @property
    def minutes_left(self) -> int:
        """About how long the open questions take; 0 where none is open."""
        expected = self.expected_questions
        still_open = sum(not asked(self.pack, self.sheet, q) or not self.answered(q) for q in expected)
        return ceil(self.pack.file.minutes * still_open / len(self.pack.questions))

    # ── answering ─────────────────────────────────────────────────────────────────────────────

    def mark(self, row: Row) -> None:
        """What a press on a row means: mark or unmark an item, choose an option, or none of these."""
        if row.kind == "none":
            self.none_of_these()
        elif row.kind == "item":
            path = f"{self.question.id}.{row.id}"
            # Until the question is settled an unmarked item is open, not denied.
            off = "no" if self.answered(self.question) else None
            self._answer({path: off if row.state == "yes" else "yes"})
        else:
            self._answer({self.question.id: None if row.state else row.id})

    def unknown(self, row: Row) -> None:
        """“Don't know” for an item, or for the question where it has one answer; again takes it back."""
        if row.kind == "item":
            self._give(row, "unknown")
        elif row.kind in {"option", "unknown"}:
            given = self.sheet.answer(self.question.id)
            self._answer({self.question.id: None if given == "unknown" else "unknown"})

    def not_here(self, row: Row) -> bool:
        """“Does not exist here” for an item; again takes it back. Whether the item allows it."""
        if row.kind != "item" or not row.na:
            return False
        self._give(row, "na")
        return True

    def deny(self, row: Row) -> None:
        """“No” for an item; again takes it back."""
        if row.kind == "item":
            self._give(row, "no")

    def none_of_these(self) -> None:
        """“No” for every item of the question but those not known or not existing; again takes it back.

        What was given as not known or not existing stands, as it does where one goes on.
        """
        none = next((row for row in self.rows if row.kind == "none"), None)
        if none is None:
            return
        paths = paths_of(self.pack, self.sheet, self.question)
        denied = [path for path in paths if self.sheet.answer(path) in {"yes", "no", None}]
        self._answer(dict.fromkeys(denied, None if none.state else "no"))

    def note(self, text: str) -> None:
        """Put a note on the question."""
        self.journal.note(self.question.id, text)

    def undo(self) -> bool:
        """Take back the last change of answers of this sitting; whether there was one."""
        if not self.can_undo:
            return False
        self._record(self._undo[-1].before)
        self._undo.pop()
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back: one that still stands as it was made."""
        return bool(self._undo) and self._undo[-1].stands_in(self.sheet)

    def refresh(self) -> bool:
        """Read what other windows wrote; whether the sheet has changed by it."""
        changed = self.journal.refresh()
        if changed:
            self._undo.clear()  # what it would bring back is no longer what was there
        return changed

    def _give(self, row: Row, value: str) -> None:
        self._answer({f"{self.question.id}.{row.id}": None if row.state == value else value})

    def _answer(self, changes: Mapping[str, str | None]) -> None:
        before = {path: self.sheet.answer(path) for path in changes}
        real = {path: value for path, value in changes.items() if value != before[path]}
        if not real:
            return
        self._record(real)
        self._undo.append(_Change({path: before[path] for path in real}, real))

    def _record(self, changes: Mapping[str, str | None]) -> None:
        try:
            self.journal.answer(changes)
        except Conflict:
            self._undo.clear()
            raise

    # ── going about ───────────────────────────────────────────────────────────────────────────

    def next(self) -> Step:
        """Settle the question and go on: what was left unmarked beside given answers is answered no."""
        if self.at_review:
            return Step.END
        paths = paths_of(self.pack, self.sheet, self.question)
        missing = [path for path in paths if self.sheet.answer(path) is None]
        if missing and (self.question.kind == "one" or len(missing) == len(paths)):
            return Step.NOTHING_GIVEN
        self._answer(dict.fromkeys(missing, "no"))
        return self.skip()

    def skip(self) -> Step:
        """Go on and leave the question as it is."""
        if self.at_review:
            return Step.END
        order = self.questions
        place = order.index(self.question) + 1
        if place == len(order):
            self._go(REVIEW)
            return Step.END
        self._go(order[place].id)
        return Step.MOVED

    def back(self) -> bool:
        """Go to the question before; whether there is one."""
        if self.at_review:
            self._go(self.questions[-1].id)
            return True
        place = self.questions.index(self.question)
        if place == 0:
            return False
        self._go(self.questions[place - 1].id)
        return True

    def jump(self, question: str) -> bool:
        """Go to a question or to the review; whether it applies."""
        if question != REVIEW and question not in {q.id for q in self.questions}:
            return False
        self._go(question)
        return True

    def see_result(self) -> None:
        """From now on a changed answer is marked as changed after the result was seen."""
        self.journal.see_result()

    def _go(self, position: str) -> None:
        self.journal.move(position)
        self._position = position
