"""The pack's rules held against a sheet: advice on the set-up, and second looks.

An answer that is not known makes a condition hold only where that is what it asks for, as a second look
may: advice is given on what is known. So an exception to a rule (``unless``) holds only where the answer
that it asks for is known, too.
"""

from collections.abc import Callable, Iterable
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
        return [self.answer(path) for path in self.paths(question)]

    def paths(self, question: str) -> list[str]:
        """The items of a question."""
        return [f"{question}.{item.id}" for item in self.pack.question_by_id[question].items]


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
    """The items that make a condition hold; none where it does not hold."""
    return _FORMS[condition.form](facts, condition)


def _if(holds: bool) -> About | None:
    return () if holds else None


def _answer(facts: _Facts, condition: Condition) -> About | None:
    """``answer``: an item or a question has one of the answers."""
    return _if(facts.answer(str(condition.answer)) in condition.is_)


def _profile(facts: _Facts, condition: Condition) -> About | None:
    """``profile``: a field of the profile has one of the values."""
    return _if(facts.sheet.profile.get(str(condition.profile)) in condition.is_)


def _chosen(facts: _Facts, condition: Condition) -> About | None:
    """``chosen``: the item that was chosen in a question with one answer has one of the answers."""
    question: Question = facts.pack.question_by_id[str(condition.chosen)]
    path = f"{question.options_of}.{facts.answer(question.id)}"
    return (path,) if path in facts.pack.items and facts.answer(path) in condition.is_ else None


def _count_of(facts: _Facts, condition: Condition) -> About | None:
    """``count_of``: at least ``min`` and at most ``max`` items of a question are yes, whatever is unknown."""
    answers = facts.answers(str(condition.count_of))
    least = answers.count("yes")
    most = least + answers.count("unknown") + answers.count(None)
    return _if(
        (condition.min is None or least >= condition.min) and (condition.max is None or most <= condition.max)
    )


def _known_of(facts: _Facts, condition: Condition) -> About | None:
    """``known_of``: every item of a question is yes, no or na."""
    return _if(not {"unknown", None} & set(facts.answers(str(condition.known_of))))


def _none_of(facts: _Facts, condition: Condition) -> About | None:
    """``none_of``: every item of a question is no."""
    return _if(set(facts.answers(str(condition.none_of))) == {"no"})


def _solo(facts: _Facts, condition: Condition) -> About | None:
    """``solo``: whether at most one department exists."""
    return _if(facts.result.needs.solo == condition.solo)


def _any_of(facts: _Facts, condition: Condition) -> About | None:
    """``any_of``: at least one of several conditions holds; about what the first of them is about."""
    found = (_holds(facts, inner) for inner in condition.any_of)
    return next((about for about in found if about is not None), None)


def _needs(facts: _Facts, condition: Condition) -> About | None:
    """``needs``: there are needs in this state."""
    return tuple(_NEEDS[str(condition.needs)](facts)) or None


def _nobody_here(facts: _Facts) -> Iterable[str]:
    """Needs for which neither lead nor stand-in exists."""
    return facts.result.needs.nobody_here


def _not_in_hand_though_covered(facts: _Facts) -> Iterable[str]:
    """Challenges that are not in hand although a department that usually takes charge is on board."""
    needs = facts.result.needs.open.values()
    return (need.item for need in needs if need.item in facts.pack.in_hand and need.covered == "yes")


def _in_hand_without_lead(facts: _Facts) -> Iterable[str]:
    """Challenges in hand although every department that could take charge is answered no."""
    for need in facts.pack.needs:
        in_hand = facts.pack.in_hand.get(need.item)
        if in_hand is None or facts.answer(need.item) != "yes" or facts.answer(in_hand) != "yes":
            continue
        candidates = candidates_of(facts.pack, facts.sheet, need)
        if candidates and coverage(facts.pack, facts.sheet, candidates) == "no":
            yield need.item


_NEEDS: dict[str, Callable[[_Facts], Iterable[str]]] = {
    "nobody_here": _nobody_here,
    "not_in_hand_though_covered": _not_in_hand_though_covered,
    "in_hand_without_lead": _in_hand_without_lead,
}
_FORMS: dict[str, Callable[[_Facts, Condition], About | None]] = {
    "answer": _answer,
    "profile": _profile,
    "chosen": _chosen,
    "count_of": _count_of,
    "known_of": _known_of,
    "none_of": _none_of,
    "solo": _solo,
    "any_of": _any_of,
    "needs": _needs,
}
