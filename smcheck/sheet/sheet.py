"""One respondent's answers for one organisation, once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType

from smcheck.pack import Need, Pack, Question


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answers and who gave them; never changed, only replaced.

    ``answers`` holds ``question.item`` → ``yes``, ``no``, ``unknown`` or ``na``, and ``question`` → an
    option or ``unknown`` for questions with one answer. What is not there was not asked yet.
    """

    pack: str
    organisation: str = ""
    respondent: str = ""
    profile: Mapping[str, str] = field(default_factory=_nothing)
    """``role`` as typed; ``sector``, ``country`` and ``size`` as ids of the pack."""
    answers: Mapping[str, str] = field(default_factory=_nothing)
    notes: Mapping[str, str] = field(default_factory=_nothing)
    """Notes as typed, by question."""
    id: str = ""
    """The stored sheet's id; empty for one that is not stored."""
    created: datetime | None = None
    modified: datetime | None = None
    pack_version: str = ""
    pack_hash: str = ""
    """The pack that the answers were given under, with a stored sheet."""
    after_result: tuple[str, ...] = ()
    """The answers that were changed after the result was first seen, in alphabetical order."""

    def answer(self, path: str) -> str | None:
        """The answer to an item or question, or none where it was not asked yet."""
        return self.answers.get(path)

    def with_answer(self, path: str, value: str | None) -> "Sheet":
        """The same sheet with one answer given, changed or (with none) taken back."""
        return self.with_answers({path: value})

    def with_answers(self, changes: Mapping[str, str | None]) -> "Sheet":
        """The same sheet with several answers given, changed or taken back."""
        answers = {**self.answers, **changes}
        kept = {path: value for path, value in answers.items() if value is not None}
        return replace(self, answers=MappingProxyType(kept))

    def on(self) -> date | None:
        """The day of the last change, where it is known."""
        moment = self.modified or self.created
        return moment.date() if moment else None


@dataclass(frozen=True, slots=True)
class _Reach:
    """What a question can ask for, worked out once for a pack.

    With a ``gate`` it is asked where one of the gate's paths is answered yes; with ``each`` every path is
    asked for where the one in the same position there is.
    """

    paths: tuple[str, ...]
    gate: tuple[str, ...]
    each: tuple[str, ...]


@lru_cache(maxsize=64)
def _reaches(pack: Pack) -> dict[str, _Reach]:
    return {question.id: _reach(pack, question) for question in pack.questions}


def _reach(pack: Pack, question: Question) -> _Reach:
    return _Reach(
        paths=(question.id,) if question.kind == "one" else _item_paths(pack, question.id),
        gate=_item_paths(pack, question.only_if or question.each_of),
        each=_item_paths(pack, question.each_of),
    )


def _item_paths(pack: Pack, question: str | None) -> tuple[str, ...]:
    if question is None:
        return ()
    return tuple(f"{question}.{item.id}" for item in pack.items_of(pack.question_by_id[question]))


def gate_of(pack: Pack, question: Question) -> tuple[str, ...]:
    """The items of which one must be answered yes for the question to apply; none where it always does."""
    return _reaches(pack)[question.id].gate


def asked(pack: Pack, sheet: Sheet, question: Question) -> bool:
    """Whether the question applies, given the answers so far."""
    gate = gate_of(pack, question)
    return not gate or "yes" in map(sheet.answers.get, gate)


def paths_of(pack: Pack, sheet: Sheet, question: Question) -> tuple[str, ...]:
    """The answers that the question asks for, given the answers so far; empty where it does not apply."""
    return _reached(_reaches(pack)[question.id], sheet.answers)


def all_paths(pack: Pack, sheet: Sheet) -> list[str]:
    """The answers that all questions ask for, given the answers so far."""
    answers = dict(sheet.answers)  # a plain one is asked several times faster
    return [path for reach in _reaches(pack).values() for path in _reached(reach, answers)]


def _reached(reach: _Reach, answers: Mapping[str, str]) -> tuple[str, ...]:
    if reach.gate and "yes" not in map(answers.get, reach.gate):
        return ()
    if not reach.each:
        return reach.paths
    given = map(answers.get, reach.each)
    return tuple([path for path, answer in zip(reach.paths, given, strict=True) if answer == "yes"])


def need_state(pack: Pack, sheet: Sheet, need: Need) -> str:
    """Whether a need is one: ``open`` (it is), ``possible`` (not known) or ``closed`` (it is not)."""
    in_hand = pack.in_hand.get(need.item)
    return state_of(sheet.answer(need.item), sheet.answer(in_hand) if in_hand else "no")


def state_of(answer: str | None, in_hand: str | None) -> str:
    """``open``, ``possible`` or ``closed``, from the answer to a need's item and whether it is in hand.

    A goal is a need when it is pursued, a challenge when it is faced and not in hand.
    """
    if answer in {"no", "na"} or in_hand == "yes":
        return "closed"
    return "open" if answer == "yes" and in_hand == "no" else "possible"
