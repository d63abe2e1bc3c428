"""Which departments to bring in: what they would take charge of or help with, and on what evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from smcheck.pack import FigureSet, Pack
from smcheck.scoring import Count, NeedResult, Result
from smcheck.scoring.needs import coverage, goals_covered
from smcheck.sheet import Sheet

COMMON = Fraction(1, 2)
"""The share (0..1) of surveyed companies from which on a department is called common."""


@dataclass(frozen=True, slots=True)
class Effect:
    """How many goals are covered before and after one answer is changed; absent without a goal to cover."""

    before: Count | None
    after: Count | None


@dataclass(frozen=True, slots=True)
class DepartmentAdvice:
    """One department that is not, or not known to be, involved.

    ``takes_charge`` are the needs that it would take charge of, ``helps`` those that it would help with, by
    item. ``label`` is ``advised`` if it serves a need, ``common`` if only a survey speaks for it (50 percent
    or more), else ``neither``. ``percent`` is the documented percentage (0..100). ``evidence`` lists
    ``figure``, arguments such as ``B3``, and ``judgement``.
    """

    department: str
    answer: str
    label: Literal["advised", "common", "neither"]
    takes_charge: tuple[str, ...]
    helps: tuple[str, ...]
    percent: Fraction | None
    evidence: tuple[str, ...]
    goals_covered: Effect


def advise_departments(
    pack: Pack, figures: FigureSet, sheet: Sheet, result: Result
) -> tuple[DepartmentAdvice, ...]:
    """Every department answered ``no`` or ``unknown``, most needed first; none where there is nobody else.

    By needs taken charge of, needs helped, share of surveyed companies, and order in the pack.
    """
    if result.needs.solo:
        return ()
    advice = [
        _advise(pack, figures, sheet, result, department)
        for department in pack.departments
        if sheet.answer(pack.department_path(department)) in {"no", "unknown"}
    ]
    return tuple(sorted(advice, key=_urgency))  # sorting is stable: equals keep the pack's order


def missing_leads(pack: Pack, result: Result) -> tuple[str, ...]:
    """The departments to bring in for all needs that are not covered for certain, in the pack's order."""
    if result.needs.solo:
        return ()
    wanted = {need.bring_in for need in result.needs.open.values() if need.covered != "yes"}
    return tuple(department for department in pack.departments if department in wanted)


def _urgency(advice: DepartmentAdvice) -> tuple[int, int, Fraction]:
    percent = advice.percent if advice.percent is not None else Fraction(-1)
    return -len(advice.takes_charge), -len(advice.helps), -percent


def _advise(
    pack: Pack, figures: FigureSet, sheet: Sheet, result: Result, department: str
) -> DepartmentAdvice:
    needs = result.needs.open.values()
    takes_charge = tuple(n.item for n in needs if n.covered != "yes" and n.bring_in == department)
    helps = tuple(n.item for n in needs if department in n.supports and n.item not in takes_charge)
    path = pack.department_path(department)
    share = figures.share(path)
    common = share is not None and share >= COMMON
    return DepartmentAdvice(
        department=department,
        answer=str(sheet.answer(path)),
        label="advised" if takes_charge or helps else "common" if common else "neither",
        takes_charge=takes_charge,
        helps=helps,
        percent=None if share is None else 100 * share,
        evidence=_evidence(pack, department, (*takes_charge, *helps), has_figure=share is not None),
        goals_covered=Effect(
            result.needs.goals_covered,
            _goals_covered_with(pack, sheet.with_answers({path: "yes"}), tuple(needs)),
        ),
    )


def _goals_covered_with(pack: Pack, sheet: Sheet, needs: Sequence[NeedResult]) -> Count | None:
    """How many goals are covered on a sheet that differs in one department."""
    changed = (replace(need, covered=coverage(pack, sheet, need.candidates)) for need in needs)
    return goals_covered(pack, changed)


def _evidence(pack: Pack, department: str, items: Sequence[str], *, has_figure: bool) -> tuple[str, ...]:
    """What speaks for a department: the survey first, then arguments by their ids, our judgement last."""
    found = {
        evidence
        for need in pack.needs
        if need.item in items
        for evidence in need.evidence.get(department, ("judgement",))
    }
    arguments = sorted(found - {"judgement"})
    figure = ["figure"] if has_figure else []
    judgement = ["judgement"] if "judgement" in found else []
    return (*figure, *arguments, *judgement)
