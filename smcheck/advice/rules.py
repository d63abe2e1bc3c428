"""The pack's rules held against a sheet: advice on the set-up, and second looks.

An answer that is not known makes a condition hold only where that is what it asks for, as a second look
may: advice is given on what is known. So an exception to a rule (``unless``) holds only where the answer
that it asks for is known, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from smcheck.pack import Pack, Question, Rule
from smcheck.pack.models import Condition
from smcheck.scoring import Result
from smcheck.scoring.needs import candidates_of, coverage
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import applies


@dataclass(frozen=True, slots=True)
class RuleAdvice:
    """A rule that holds, and the items that make it hold where its text names them."""

    rule: str
    urgency: int
    about: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What conditions are held against."""

    pack: Pack
    sheet: Sheet
    result: Result

    def answer(self, path: str) -> str | None:
        """The answer to an item or a question; none where the question does not apply any more."""
        question = self.pack.question_by_id[path.partition(".")[0]]
        return self.sheet.answer(path) if applies(self.pack, self.sheet, question) else None

    def answers(self, question: str) -> list[str | None]:
        """The answers to all items of a question."""
        items = self.pack.question_by_id[question].items
        return [self.answer(f"{question}.{item.id}") for item in items]


About = tuple[str, ...]
"""The items that make a condition hold; empty where it holds without naming any."""


def find_rules(pack: Pack, sheet: Sheet, result: Result, kind: str) -> tuple[RuleAdvice, ...]:
    """Every rule of a kind, ``setup`` or ``second_look``, that holds: most urgent first, then pack order."""
    facts = _Facts(pack, sheet, result)
    found = []
    for rule in pack.file.rules:
        about = _about(facts, rule) if rule.kind == kind else None
        if about is not None:
            found.append(RuleAdvice(rule.id, rule.urgency or 0, about, rule.evidence))
    return tuple(sorted(found, key=lambda advice: advice.urgency))


def _about(facts: _Facts, rule: Rule) -> About | None:
    """The items that a rule is about; none where it does not hold."""
    if any(_holds(facts, condition) is not None for condition in rule.unless):
        return None
    about = [_holds(facts, condition) for condition in rule.when]
    if None in about:
        return None
    return tuple(item for items in about if items for item in items)


def _holds(facts: _Facts, condition: Condition) -> About | None:
    """The items that make a condition hold; none where it does not hold. See :class:`Condition`."""
    match condition.form:
        case "answer":
            return _if(facts.answer(str(condition.answer)) in condition.is_)
        case "profile":
            return _if(facts.sheet.profile.get(str(condition.profile)) in condition.is_)
        case "chosen":
            return _chosen(facts, condition)
        case "count_of":
            return _if(_count_fits(facts.answers(str(condition.count_of)), condition))
        case "known_of":
            return _if(not {"unknown", None} & set(facts.answers(str(condition.known_of))))
        case "none_of":
            return _if(set(facts.answers(str(condition.none_of))) == {"no"})
        case "solo":
            return _if(facts.result.needs.solo == condition.solo)
        case "any_of":  # about what the first of them that holds is about
            found = (_holds(facts, inner) for inner in condition.any_of)
            return next((about for about in found if about is not None), None)
        case _:
            return tuple(_needs(facts, str(condition.needs))) or None


def _if(holds: bool) -> About | None:
    return () if holds else None


def _chosen(facts: _Facts, condition: Condition) -> About | None:
    """The item that was chosen in a question with one answer, where it has one of the answers."""
    question: Question = facts.pack.question_by_id[str(condition.chosen)]
    path = f"{question.options_of}.{facts.answer(question.id)}"
    return (path,) if path in facts.pack.items and facts.answer(path) in condition.is_ else None


def _count_fits(answers: list[str | None], condition: Condition) -> bool:
    """Whether at least ``min`` and at most ``max`` of the answers are yes, whatever is unknown."""
    least = answers.count("yes")
    most = least + answers.count("unknown") + answers.count(None)
    return (condition.min is None or least >= condition.min) and (
        condition.max is None or most <= condition.max
    )


def _needs(facts: _Facts, state: str) -> Iterator[str]:
    """The needs in a state."""
    if state == "nobody_here":  # neither lead nor stand-in exists
        yield from facts.result.needs.nobody_here
    elif state == "not_in_hand_though_covered":  # a department that usually takes charge is on board
        needs = facts.result.needs.open.values()
        yield from (need.item for need in needs if need.item in facts.pack.in_hand and need.covered == "yes")
    else:
        yield from _in_hand_without_lead(facts)


def _in_hand_without_lead(facts: _Facts) -> Iterator[str]:
    """Challenges in hand although every department that could take charge is answered no."""
    for need in facts.pack.needs:
        in_hand = facts.pack.in_hand.get(need.item)
        if in_hand is None or facts.answer(need.item) != "yes" or facts.answer(in_hand) != "yes":
            continue
        candidates = candidates_of(facts.pack, facts.sheet, need)
        if candidates and coverage(facts.pack, facts.sheet, candidates) == "no":
            yield need.item
