"""What to do next: at most three, by urgency, and one that is what smcheck is for."""

from smcheck.advice import DepartmentAdvice, Effect, RuleAdvice, Step, advise
from smcheck.advice.steps import next_steps
from smcheck.scoring import assess
from smcheck.sheet import example_sheet
from support.builders import FIGURES, PACK


def rule(id_: str, urgency: int) -> RuleAdvice:
    """A rule that holds."""
    return RuleAdvice(id_, urgency, (), ("judgement",))


def department(id_: str, *, charge: int = 0, helps: int = 0) -> DepartmentAdvice:
    """A department with so many needs that it takes charge of and helps with."""
    return DepartmentAdvice(
        department=id_,
        answer="no",
        label="advised" if charge or helps else "common",
        takes_charge=tuple(f"goals.c{number}" for number in range(charge)),
        helps=tuple(f"goals.h{number}" for number in range(helps)),
        percent=None,
        evidence=("judgement",),
        goals_covered=Effect(None, None),
    )


def ids(steps: tuple[Step, ...]) -> list[str]:
    """What the steps are."""
    return [step.id for step in steps]


def test_the_example() -> None:
    """A rule of urgency 1, then the departments that take charge; the others follow under “also”."""
    sheet = example_sheet(PACK)
    advice = advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    assert [(step.kind, step.id, step.evidence) for step in advice.next_steps] == [
        ("rule", "ad_hoc", ("A1",)),
        ("department", "support", ("figure", "B3", "judgement")),
        ("department", "hr", ("B4", "judgement")),
    ]
    assert ids(advice.also) == ["legal", "cross_departmental", "targets", "pr", "sales", "it"]


def test_rules_come_before_departments_of_the_same_urgency() -> None:
    """A department that takes charge counts as 2, one that only helps as 3."""
    first, also = next_steps(
        [rule("b", 2), rule("c", 3)], [department("x", charge=1), department("y", helps=2)]
    )
    assert (ids(first), ids(also)) == (["b", "x", "c"], ["y"])


def test_the_third_place_is_for_a_department_that_takes_charge() -> None:
    """Where three rules are more urgent, the first such department takes the place of the third."""
    rules = [rule("a", 1), rule("b", 1), rule("c", 1), rule("d", 2)]
    first, also = next_steps(rules, [department("x", charge=2), department("y", charge=1)])
    assert (ids(first), ids(also)) == (["a", "b", "x"], ["c", "d", "y"])


def test_the_third_place_is_for_nobody_who_only_helps() -> None:
    """A department that helps waits its turn, and one that is only common is no step at all."""
    rules = [rule("a", 1), rule("b", 1), rule("c", 1)]
    first, also = next_steps(rules, [department("x", helps=3), department("y")])
    assert (ids(first), ids(also)) == (["a", "b", "c"], ["x"])


def test_one_that_takes_charge_is_enough() -> None:
    """Where one is among the three by its urgency, nobody gives way."""
    first, also = next_steps(
        [rule("a", 1), rule("c", 2), rule("d", 3)], [department("x", charge=1), department("y", charge=1)]
    )
    assert (ids(first), ids(also)) == (["a", "c", "x"], ["y", "d"])


def test_fewer_than_three() -> None:
    """Two are two, none is none."""
    assert [ids(steps) for steps in next_steps([rule("a", 3)], [department("x", charge=1)])] == [
        ["x", "a"],
        [],
    ]
    assert next_steps([], []) == ((), ())
