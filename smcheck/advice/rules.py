"""The pack's rules, held against a sheet: set-up advice and second looks.

An answer that is not known never makes a condition hold: advice is given on what is known.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from smcheck.pack import Pack, Rule
from smcheck.pack.models import Condition
from smcheck.sheet import Sheet

_Check = Callable[[Mapping[str, str]], tuple[str, ...] | None]
"""A condition held against answers: what it is about, if anything, or none where it does not hold."""


class RuleAdvice(NamedTuple):
    """The advice of a rule that holds, and the items that made it hold where its text names them."""

    rule: str
    kind: str
    about: tuple[str, ...]
    evidence: tuple[str, ...]


def advise_by_rules(pack: Pack, sheet: Sheet) -> tuple[RuleAdvice, ...]:
    """The advice of every rule that holds, in the pack's order."""
    answers = dict(sheet.answers)  # a plain one is asked several times faster
    found = []
    for rule, checks in _checks_by_rule(pack):
        about = _holds(checks, answers)
        if about is not None:
            found.append(RuleAdvice(rule.id, rule.kind, about, rule.evidence))
    return tuple(found)


def _holds(checks: tuple[_Check, ...], answers: Mapping[str, str]) -> tuple[str, ...] | None:
    """What a rule is about, or none where one of its conditions does not hold."""
    about: tuple[str, ...] = ()
    for check in checks:
        subjects = check(answers)
        if subjects is None:
            return None
        about += subjects
    return about


@lru_cache(maxsize=64)
def _checks_by_rule(pack: Pack) -> tuple[tuple[Rule, tuple[_Check, ...]], ...]:
    """The pack's rules with their conditions compiled to checks of answers."""
    return tuple(
        (rule, tuple(_FORMS[condition.form](pack, condition) for condition in rule.when))
        for rule in pack.file.rules
    )


def _paths(pack: Pack, question: str | None) -> tuple[str, ...]:
    return tuple(f"{question}.{item.id}" for item in pack.question_by_id[str(question)].items)


def _answer(pack: Pack, condition: Condition) -> _Check:
    path = str(condition.answer)
    gate = pack.gates.get(path, ())

    def check(answers: Mapping[str, str]) -> tuple[str, ...] | None:
        answer = answers.get(path)
        if answer is None or (gate and "yes" not in map(answers.get, gate)):
            return None  # not answered, or an old answer to a question that no longer applies
        if condition.is_:
            return () if answer in condition.is_ else None
        return () if answer != "unknown" and answer not in condition.is_not else None

    return check


def _count_of(pack: Pack, condition: Condition) -> _Check:
    paths = _paths(pack, condition.count_of)

    def check(answers: Mapping[str, str]) -> tuple[str, ...] | None:
        given = list(map(answers.get, paths))
        least = given.count("yes")
        most = least + given.count("unknown") + given.count(None)
        enough = condition.min is None or least >= condition.min
        return () if enough and (condition.max is None or most <= condition.max) else None

    return check


def _none_of(pack: Pack, condition: Condition) -> _Check:
    paths = _paths(pack, condition.none_of)
    return lambda answers: () if {"no"} == set(map(answers.get, paths)) else None


def _open_of(pack: Pack, condition: Condition) -> _Check:
    paths = _paths(pack, condition.open_of)
    followed = [(path, f"{condition.in_hand}.{path.partition('.')[2]}") for path in paths]

    def check(answers: Mapping[str, str]) -> tuple[str, ...] | None:
        return (
            tuple([p for p, held in followed if answers.get(p) == "yes" and answers.get(held) == "no"])
            or None
        )

    return check


def _lead_missing_of(pack: Pack, condition: Condition) -> _Check:
    paths = _paths(pack, condition.lead_missing_of)
    leads = {
        need.item: tuple(map(pack.department_path, need.lead)) for need in pack.needs if need.item in paths
    }

    def check(answers: Mapping[str, str]) -> tuple[str, ...] | None:
        return (
            tuple(
                [
                    item
                    for item, homes in leads.items()
                    if answers.get(item) == "yes" and all(answers.get(home) == "na" for home in homes)
                ]
            )
            or None
        )

    return check


_FORMS: dict[str, Callable[[Pack, Condition], _Check]] = {
    "answer": _answer,
    "count_of": _count_of,
    "none_of": _none_of,
    "open_of": _open_of,
    "lead_missing_of": _lead_missing_of,
}
