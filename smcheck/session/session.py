"""A session: one respondent at work on a sheet, as a state machine: mark, next, back, jump, undo."""

from collections.abc import Callable, Iterable, Mapping
from math import ceil
from types import MappingProxyType

from smcheck.pack import Pack, Question
from smcheck.session.change import Change, answers_asked_again
from smcheck.session.comments import Comments
from smcheck.session.rows import NOTHING, Row, rows_of
from smcheck.session.step import Step
from smcheck.session.unsaved import Unsaved
from smcheck.sheet import Sheet
from smcheck.sheet.format import PROFILE_KEYS
from smcheck.sheet.sheet import applies, paths_of
from smcheck.store import Conflict, Journal

REVIEW = "review"
"""The position after the last question."""


class Session:
    """Position, answers and undo stack of one session; knows no screen.

    Answers go to the journal first and count only once they are safe there. Methods that answer raise
    :class:`smcheck.store.Conflict` where another window was first (the sheet is then as the other left it)
    and :class:`smcheck.words.fault.Fault` where nothing can be stored (the sheet is then as it was).
    """

    def __init__(self, pack: Pack, journal: Journal) -> None:
        self.pack = pack
        self.journal = journal
        self.comments = Comments(journal)
        self.unsaved = Unsaved()
        self._undo_stack: list[Change] = []
        self._earlier: Mapping[str, str] = NOTHING
        """Answers by path that stood when their question went away, and wait to be confirmed."""
        self._position = journal.position
        """The question that was gone to last, whether it still applies or not; or the review."""

    @property
    def sheet(self) -> Sheet:
        """The sheet as it is safe in the journal."""
        return self.journal.sheet

    # ── position ──────────────────────────────────────────────────────────────────────────────

    @property
    def position(self) -> str:
        """The id of a question that applies, or the review.

        Where a question does not apply any more, the nearest one before it that does.
        """
        if self._position == REVIEW:
            return REVIEW
        order = {question.id: number for number, question in enumerate(self.pack.questions)}
        last = order.get(self._position, 0)
        # The first question has no gate, so there is always one.
        return [question.id for question in self.questions if order[question.id] <= last][-1]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that apply, given the answers so far."""
        return tuple(q for q in self.pack.questions if applies(self.pack, self.sheet, q))

    @property
    def expected_questions(self) -> tuple[Question, ...]:
        """The questions that apply or still may, so that their number does not grow during the session."""
        every = self.pack.questions
        return tuple(q for q in every if applies(self.pack, self.sheet, q) or self._may_apply(q))

    def _may_apply(self, question: Question) -> bool:
        gate = self.pack.question_by_id[str(question.only_if or question.each_of)]
        return not self.is_answered(gate)

    @property
    def question(self) -> Question:
        """The current question; the last one at the review."""
        return self.pack.question_by_id.get(self.position, self.questions[-1])

    @property
    def at_review(self) -> bool:
        """Whether the position is the review."""
        return self.position == REVIEW

    @property
    def number(self) -> int:
        """The current question's number, from 1, among the expected ones."""
        return self.number_of(self.question)

    def number_of(self, question: Question) -> int:
        """The number of a question that applies, from 1, among the expected ones."""
        return self.expected_questions.index(question) + 1

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the current question."""
        return rows_of(self.pack, self.sheet, self.question, self.earlier)

    @property
    def earlier(self) -> Mapping[str, str]:
        """Answers by path to questions that went away and are asked again: they count once confirmed."""
        return {path: value for path, value in self._earlier.items() if self.sheet.answer(path) is None}

    # ── progress ──────────────────────────────────────────────────────────────────────────────

    def is_answered(self, question: Question) -> bool:
        """Whether the question has all the answers that it asks for."""
        paths = paths_of(self.pack, self.sheet, question)
        return all(self.sheet.answer(path) is not None for path in paths)

    def is_started(self, question: Question) -> bool:
        """Whether the question has any answer."""
        paths = paths_of(self.pack, self.sheet, question)
        return any(self.sheet.answer(path) is not None for path in paths)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that apply and lack an answer."""
        return tuple(question for question in self.questions if not self.is_answered(question))

    @property
    def minutes_left(self) -> int:
        """About how many minutes the open questions take, rounded up; 0 where none is open."""
        expected = self.expected_questions
        still_open = sum(not applies(self.pack, self.sheet, q) or not self.is_answered(q) for q in expected)
        return ceil(self.pack.file.minutes * still_open / len(self.pack.questions))

    # ── answers ───────────────────────────────────────────────────────────────────────────────

    def mark(self, row: Row) -> None:
        """What a press on a row means: mark or unmark an item, choose an option, or none of these."""
        if row.kind == "none":
            self.answer_none()
        elif row.kind == "item":
            path = f"{self.question.id}.{row.id}"
            # Until every item has an answer an unmarked one is open, not denied.
            off = "no" if self.is_answered(self.question) else None
            self._answer({path: off if row.state == "yes" else "yes"})
        else:
            self._answer({self.question.id: None if row.state else row.id})

    def answer_unknown(self, row: Row) -> None:
        """“Don't know” for an item or a single answer, on “none of these” for the rest; a toggle."""
        if row.kind == "item":
            self._toggle(row, "unknown")
        elif row.kind == "none":
            self._answer_unmarked("unknown", self.rows)
        elif row.kind in {"option", "unknown"}:
            answer = self.sheet.answer(self.question.id)
            self._answer({self.question.id: None if answer == "unknown" else "unknown"})

    def answer_na(self, row: Row) -> bool:
        """“Does not exist here” for an item, a toggle; on “none of these” for all that is unmarked.

        Whether the row allows it. Once more on “none of these” takes all of them back.
        """
        if not row.na:
            return False
        if row.kind == "none":
            self._answer_unmarked("na", [row for row in self.rows if row.na])
        else:
            self._toggle(row, "na")
        return True

    def _answer_unmarked(self, value: str, rows: Iterable[Row]) -> None:
        items = {f"{self.question.id}.{row.id}": row.state for row in rows if row.kind == "item"}
        unmarked = [path for path, state in items.items() if state in {None, "no"}]
        given = [path for path, state in items.items() if state == value]
        self._answer(dict.fromkeys(unmarked, value) if unmarked else dict.fromkeys(given))

    def answer_no(self, row: Row) -> None:
        """“No” for an item; a toggle."""
        if row.kind == "item":
            self._toggle(row, "no")

    def answer_none(self) -> None:
        """“None of these”: “no” for every item that is not answered unknown or na; a toggle.

        What was given as unknown or na stands, as it does with :meth:`next`.
        """
        none = next((row for row in self.rows if row.kind == "none"), None)
        if none is None:
            return
        paths = paths_of(self.pack, self.sheet, self.question)
        changed = [path for path in paths if self.sheet.answer(path) in {"yes", "no", None}]
        self._answer(dict.fromkeys(changed, None if none.state else "no"))

    def note(self, text: str, question: str = "") -> None:
        """Write the note of a question, without one that of the current; an empty one removes it."""
        self._write(lambda: self.journal.note(question or self.question.id, text))

    @property
    def profile_fields(self) -> dict[str, str]:
        """The fields of the profile by name, in the order in which they are asked; empty where not given."""
        sheet = self.sheet
        profile = {name: sheet.profile.get(name, "") for name in PROFILE_KEYS}
        return {"organisation": sheet.organisation, "respondent": sheet.respondent, **profile}

    def describe(self, fields: Mapping[str, str]) -> None:
        """Give fields of the profile their values, by name; an empty one is removed."""
        self._write(lambda: self.journal.describe(fields))

    def see_result(self) -> None:
        """From now on a changed answer is marked as changed after the result was seen."""
        self.journal.see_result()

    def _toggle(self, row: Row, value: str) -> None:
        self._answer({f"{self.question.id}.{row.id}": None if row.state == value else value})

    def _answer(self, changes: Mapping[str, str | None]) -> None:
        sheet = self.sheet
        real = {path: value for path, value in changes.items() if value != sheet.answer(path)}
        if not real:
            return
        earlier = answers_asked_again(self.pack, sheet, real)
        after = {**real, **dict.fromkeys(earlier)}
        self._write(lambda: self.journal.answer(after))
        self._undo_stack.append(Change({path: sheet.answer(path) for path in after}, after, self._earlier))
        waiting = {path: value for path, value in self._earlier.items() if path not in real}
        self._earlier = MappingProxyType({**waiting, **earlier})

    def _write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except Conflict:
            self._undo_stack.clear()  # the sheet is as the other window left it
            raise

    # ── undo ──────────────────────────────────────────────────────────────────────────────────

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo, and the answers are still as it left them."""
        return bool(self._undo_stack) and self._undo_stack[-1].is_current(self.sheet)

    def undo(self) -> bool:
        """Undo the last change of answers in this session; whether there was one."""
        if not self.can_undo:
            return False
        self._write(lambda: self.journal.answer(self._undo_stack[-1].before))
        self._earlier = self._undo_stack.pop().earlier
        return True

    def refresh(self) -> bool:
        """Read what other windows wrote; whether the sheet has changed by it."""
        changed = self.journal.refresh()
        if changed:
            self._undo_stack.clear()  # what it would bring back is no longer what was there
        return changed

    # ── navigation ────────────────────────────────────────────────────────────────────────────

    def next(self, *, confirm: bool = True) -> Step:
        """Complete the question and go on: what is open beside given answers is answered no.

        Earlier answers that are shown to be confirmed are confirmed by it, unless ``confirm`` is false.
        """
        if self.at_review:
            return Step.END
        paths = paths_of(self.pack, self.sheet, self.question)
        missing = [path for path in paths if self.sheet.answer(path) is None]
        earlier = {path: value for path, value in self.earlier.items() if confirm and path in missing}
        if missing and not earlier and (self.question.kind == "one" or len(missing) == len(paths)):
            return Step.NOTHING_GIVEN
        self._answer({**dict.fromkeys(missing, "no"), **earlier})
        return self.skip()

    def skip(self) -> Step:
        """Go on and leave the question as it is."""
        if self.at_review:
            return Step.END
        questions = self.questions
        following = questions[questions.index(self.question) + 1 :]
        if not following:
            self._go(REVIEW)
            return Step.END
        self._go(following[0].id)
        return Step.MOVED

    def back(self) -> bool:
        """Go to the question before; whether there is one."""
        questions = self.questions
        before = questions if self.at_review else questions[: questions.index(self.question)]
        if before:
            self._go(before[-1].id)
        return bool(before)

    def jump(self, question: str) -> bool:
        """Go to a question or to the review; whether it applies."""
        if question != REVIEW and question not in {q.id for q in self.questions}:
            return False
        self._go(question)
        return True

    def _go(self, position: str) -> None:
        self.journal.move(position)
        self._position = position
