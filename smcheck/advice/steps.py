"""What to do next: at most three of all that is advised, and everything else under “also”."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from smcheck.advice.departments import DepartmentAdvice
from smcheck.advice.rules import RuleAdvice

MOST_STEPS = 3
_TAKES_CHARGE, _HELPS = 2, 3
"""The urgency of a department that would take charge of a need, and of one that would only help."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: a rule of the set-up, or a department to bring in."""

    kind: Literal["rule", "department"]
    id: str
    urgency: int
    evidence: tuple[str, ...]
    takes_charge: bool
    """Whether it is a department that would take charge of a need."""


def next_steps(
    rules: Sequence[RuleAdvice], departments: Sequence[DepartmentAdvice]
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The next steps, at most three, and all others.

    By urgency; at equal urgency rules in the pack's order, then departments in their order. A department that
    takes charge of a need takes the third place where none would be among the three: this is what
    smcheck is for.
    """
    steps = sorted([*map(_rule_step, rules), *_department_steps(departments)], key=lambda step: step.urgency)
    chosen = steps[:MOST_STEPS]
    if not any(step.takes_charge for step in chosen):
        first = next((step for step in steps if step.takes_charge), None)
        if first is not None:
            chosen[-1] = first
    return tuple(chosen), tuple(step for step in steps if step not in chosen)


def _rule_step(rule: RuleAdvice) -> Step:
    return Step("rule", rule.rule, rule.urgency, rule.evidence, takes_charge=False)


def _department_steps(departments: Sequence[DepartmentAdvice]) -> list[Step]:
    return [
        Step(
            "department",
            advice.department,
            _TAKES_CHARGE if advice.takes_charge else _HELPS,
            advice.evidence,
            takes_charge=bool(advice.takes_charge),
        )
        for advice in departments
        if advice.label == "advised"
    ]
