"""What is wrong with the rules of ``pack.toml`` beyond references that lead nowhere."""

from collections.abc import Iterator

from smcheck.pack.checks.conflict import Conflicts
from smcheck.pack.checks.finding import Finding, around, error, stray
from smcheck.pack.models import Condition, PackFile, Rule
from smcheck.pack.references import rule_faults
from smcheck.words.language import _

_KEYS_OF_FORM = {"answer": {"is_"}, "profile": {"is_"}, "chosen": {"is_"}, "count_of": {"min", "max"}}
_KEYS_BESIDE_FORM = ("is_", "min", "max")
_KEYS_OF_ADVICE = ("urgency", "evidence", "changes")


def rule_findings(pack: PackFile) -> Iterator[Finding]:
    """Every finding on rules; what they refer to is looked at elsewhere."""
    for index, rule in enumerate(pack.rules):
        place = f"rules[{index}]"
        if rule.kind == "second_look":
            given = [key for key in _KEYS_OF_ADVICE if getattr(rule, key)]
            yield from (stray(f"{place}.{key}", key, 'kind = "second_look"') for key in given)
        for at, condition in _conditions(rule, place):
            for key in _stray_keys(condition):
                yield stray(f"{at}.{key.rstrip('_')}", key.rstrip("_"), condition.form)
        yield from _change_findings(rule, place)


def _conditions(rule: Rule, place: str) -> Iterator[tuple[str, Condition]]:
    """All conditions of a rule with their places, those inside others included."""
    waiting = [
        (f"{place}.{key}[{number}]", condition)
        for key, conditions in (("when", rule.when), ("unless", rule.unless))
        for number, condition in enumerate(conditions)
    ]
    while waiting:
        at, condition = waiting.pop()
        yield at, condition
        inner = enumerate(condition.any_of)
        waiting += [(f"{at}.any_of[{number}]", each) for number, each in inner]


def _stray_keys(condition: Condition) -> list[str]:
    """The keys that a condition's form does not look at."""
    if not condition.form:
        return []
    given = [key for key in _KEYS_BESIDE_FORM if getattr(condition, key) not in {None, ()}]
    return [key for key in given if key not in _KEYS_OF_FORM.get(condition.form, set())]


def _change_findings(rule: Rule, place: str) -> Iterator[Finding]:
    """Advice that is to change an answer to one that it is given for."""
    for path, answer in rule.changes.items():
        if any(condition.answer == path and answer in condition.is_ for condition in rule.when):
            yield error(
                f"{place}.changes.{path}",
                "changes-nothing",
                _("“{answer}” is what the rule asks for, so it changes nothing").format(answer=answer),
                _("Name the answer that following the advice leads to."),
            )


def conflict_findings(pack: PackFile) -> Iterator[Finding]:
    """Every rule that can never hold. Asked apart: it may be that departments had to be guessed."""
    broken = {place for fault in rule_faults(pack) for place in around(fault.place)}
    conflicts = Conflicts(pack)
    for index, rule in enumerate(pack.rules):
        place = f"rules[{index}]"
        found = "" if place in broken else conflicts.conflict(rule)
        if found.startswith("when"):
            yield error(
                f"{place}.{found}",
                "rule-never-holds",
                _("rule “{id}” can never hold: no answers meet this and what stands before it").format(
                    id=rule.id
                ),
                _("Change or take out this condition, or one that it contradicts."),
            )
        elif found:
            yield error(
                f"{place}.{found}",
                "rule-never-holds",
                _("rule “{id}” can never hold: this exception holds wherever its conditions do").format(
                    id=rule.id
                ),
                _("Change or take out this exception, or a condition."),
            )
