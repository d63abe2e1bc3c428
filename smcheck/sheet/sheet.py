"""One respondent's answers for one organisation, once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
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


def asked(pack: Pack, sheet: Sheet, question: Question) -> bool:
    """Whether the question applies, given the answers so far."""
    gate = question.only_if or question.each_of
    return gate is None or any(
        sheet.answer(f"{gate}.{item.id}") == "yes" for item in pack.question_by_id[gate].items
    )


def paths_of(pack: Pack, sheet: Sheet, question: Question) -> tuple[str, ...]:
    """The answers that the question asks for, given the answers so far; empty where it does not apply."""
    if not asked(pack, sheet, question):
        return ()
    if question.kind == "one":
        return (question.id,)
    if question.each_of:
        return tuple(
            f"{question.id}.{item.id}"
            for item in pack.question_by_id[question.each_of].items
            if sheet.answer(f"{question.each_of}.{item.id}") == "yes"
        )
    return tuple(f"{question.id}.{item.id}" for item in question.items)


def need_state(pack: Pack, sheet: Sheet, need: Need) -> str:
    """Whether a need is one: ``open`` (it is), ``possible`` (not known) or ``closed`` (it is not).

    A goal is a need when it is pursued, a challenge when it is faced and not in hand.
    """
    answer = sheet.answer(need.item)
    in_hand = pack.in_hand.get(need.item)
    held = sheet.answer(in_hand) if in_hand else "no"
    if answer in {"no", "na"} or held == "yes":
        return "closed"
    return "open" if answer == "yes" and held == "no" else "possible"
