"""Rules that can never hold, whatever is answered: decided exactly, without trying every sheet.

Every form of condition narrows the answers that an item may have, or asks for a number of items
answered yes. ``open_of``, and a question that is asked only after another, ask for at least one yes;
``lead_missing_of`` chooses among needs, and each choice narrows answers in turn. What is left to see,
for each question alone, is whether enough of its items can be yes and few enough yes or unknown.
"""

from dataclasses import dataclass, field, replace
from math import inf, prod

from smcheck.pack.models import Condition, Need, PackFile, Question, Rule

_Answers = frozenset[str]

_KNOWN = frozenset({"yes", "no", "unknown"})
_COUNTED = frozenset({"yes", "unknown"})
"""Answers that count towards ``max``: what is not known might be a yes."""
_MOST_CHOICES = 1_000
"""Choices among needs that are tried; a rule that leaves more of them is taken to hold sometimes."""


def conflict(pack: PackFile, rule: Rule) -> int | None:
    """The first condition that cannot hold together with those before it, or none.

    The references of ``rule`` itself must lead somewhere; see ``smcheck.pack.references``.
    """
    asked = _Asked(pack)
    demands = _Demands()
    choices: dict[str, tuple[Need, ...]] = {}
    for number, condition in enumerate(rule.when):
        if condition.form == "lead_missing_of":
            target = str(condition.lead_missing_of)
            choices[target] = asked.needs_of(target)
        else:
            demands = _narrow(asked, demands, condition)
        if prod(map(len, choices.values())) > _MOST_CHOICES:
            return None
        if not _possible(asked, demands, list(choices.values())):
            return number
    return None


class _Asked:
    """What can be answered in a pack, by path."""

    def __init__(self, pack: PackFile) -> None:
        self.questions = {question.id: question for question in pack.questions}
        self.answers = {
            path: _KNOWN | {"na"} if item.na else _KNOWN
            for question in self.questions.values()
            for path, item in zip(paths_of(question), question.items, strict=True)
        }
        self.departments = pack.departments
        self.needs = pack.needs

    def options(self, question: Question) -> _Answers:
        """What a question with one answer can be answered with."""
        shared = self.questions.get(question.options_of or "")
        own = (*question.options, "unknown")
        return frozenset({*own, *(item.id for item in shared.items)} if shared else own)

    def needs_of(self, question: str) -> tuple[Need, ...]:
        """The needs that items of a question are."""
        return tuple(need for need in self.needs if need.item in paths_of(self.questions[question]))


@dataclass(frozen=True, slots=True)
class _Demands:
    """What conditions ask for together.

    ``left`` are the answers left to items and to questions with one answer, by path; ``least`` and
    ``most`` how many items of a question must be yes, and may be yes or unknown.
    """

    left: dict[str, _Answers] = field(default_factory=dict)
    least: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)

    def only(self, path: str, answers: _Answers) -> "_Demands":
        """The demands, and that ``path`` is answered with one of ``answers``."""
        return replace(self, left={**self.left, path: self.left.get(path, answers) & answers})

    def count(self, question: str, least: int | None, most: int | None) -> "_Demands":
        """The demands, and limits to the number of items answered yes; none is no limit."""
        lower, upper = dict(self.least), dict(self.most)
        if least is not None:
            lower[question] = max(lower.get(question, 0), least)
        if most is not None:
            upper[question] = min(upper.get(question, most), most)
        return replace(self, least=lower, most=upper)


def paths_of(question: Question) -> tuple[str, ...]:
    """The paths of the items that a question holds itself."""
    return tuple(f"{question.id}.{item.id}" for item in question.items)


def _narrow(asked: _Asked, demands: _Demands, condition: Condition) -> _Demands:
    if condition.form == "answer":
        return _narrow_answer(asked, demands, condition)
    target = str(getattr(condition, condition.form))
    if condition.form == "count_of":
        return demands.count(target, condition.min, condition.max)
    if condition.form == "open_of":  # whether an item is in hand no other condition asks
        return demands.count(target, 1, None)
    for path in paths_of(asked.questions[target]):
        demands = demands.only(path, frozenset({"no"}))
    return demands


def _narrow_answer(asked: _Asked, demands: _Demands, condition: Condition) -> _Demands:
    path = str(condition.answer)
    if path in asked.answers:
        return demands.only(path, _matching_answers(condition, asked.answers[path]))
    question = asked.questions[path]
    gate = question.only_if or question.each_of
    if gate in asked.questions:  # an answer holds only while its question applies
        demands = demands.count(str(gate), 1, None)
    return demands.only(path, _matching_answers(condition, asked.options(question)))


def _matching_answers(condition: Condition, answers: _Answers) -> _Answers:
    """The answers that make a condition hold; ``unknown`` never holds against ``is_not``."""
    if condition.is_:
        return answers & frozenset(condition.is_)
    return answers - {"unknown", *condition.is_not}


def _possible(asked: _Asked, demands: _Demands, choices: list[tuple[Need, ...]]) -> bool:
    """Whether some sheet meets the demands and, for each choice, has one of its needs without lead."""
    if not _met(asked, demands):
        return False
    if not choices:
        return True
    for need in choices[0]:
        narrowed = demands.only(need.item, frozenset({"yes"}))
        for lead in need.lead:
            path = f"{asked.departments}.{lead}"
            if path in asked.answers:
                narrowed = narrowed.only(path, asked.answers[path] & {"na"})
        if _possible(asked, narrowed, choices[1:]):
            return True
    return False


def _met(asked: _Asked, demands: _Demands) -> bool:
    """Whether answers can be chosen for all demands: each question is free of all others by now."""
    if not all(demands.left.values()):
        return False
    for target in {*demands.least, *demands.most}:
        paths = paths_of(asked.questions[target])
        left = [demands.left.get(path, asked.answers[path]) for path in paths]
        bound = [answers for answers in left if answers <= _COUNTED]
        free = sum("yes" in answers for answers in left if not answers <= _COUNTED)
        # Bound items count in any case, so they are yes where they can be; free ones only as needed.
        added = max(0, demands.least.get(target, 0) - sum("yes" in answers for answers in bound))
        if added > free or len(bound) + added > demands.most.get(target, inf):
            return False
    return True
