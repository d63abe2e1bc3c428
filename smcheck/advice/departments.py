"""Which departments to bring in: who is called for, what it would change, on what evidence."""

from dataclasses import dataclass
from fractions import Fraction

from smcheck.pack import FigureSet, Pack
from smcheck.scoring import Result, Span, assess
from smcheck.sheet import Sheet

_NO_GAIN = Fraction(0)


@dataclass(frozen=True, slots=True)
class Effect:
    """A score before and after one answer is changed; percent 0..100, none where there is no score."""

    before: Span | None
    after: Span | None

    @property
    def gain(self) -> Fraction:
        """By how much the middle of the range moves, in points; 0 where there is no score."""
        if self.before is None or self.after is None:
            return _NO_GAIN
        return (sum(self.after, Fraction(0)) - sum(self.before, Fraction(0))) / 2


@dataclass(frozen=True, slots=True)
class DepartmentAdvice:
    """One department that is not, or not known to be, involved.

    ``label`` is ``advised`` if it serves a need, ``common`` if only the survey speaks for it, ``neither`` if
    nothing does. ``evidence`` lists ``figure``, arguments such as ``B3``, and ``judgement``.
    """

    department: str
    answer: str
    label: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    fit: Effect
    benchmark: Effect
    percent: Fraction | None
    evidence: tuple[str, ...]


def advise_departments(
    pack: Pack, figures: FigureSet, sheet: Sheet, result: Result
) -> tuple[DepartmentAdvice, ...]:
    """Every department answered ``no`` or ``unknown``: by needs led, fit gained, share, order in the pack."""
    advised = [
        _advice(pack, figures, sheet, result, department)
        for department in pack.departments
        if sheet.answer(pack.department_path(department)) in {"no", "unknown"}
    ]
    # Sorting is stable, so what is equal in all three keeps the pack's order.
    return tuple(
        sorted(
            advised,
            key=lambda advice: (
                -len(advice.leads),
                -advice.fit.gain,
                -(advice.percent if advice.percent is not None else -1),
            ),
        )
    )


def _advice(
    pack: Pack, figures: FigureSet, sheet: Sheet, result: Result, department: str
) -> DepartmentAdvice:
    path = pack.department_path(department)
    after = assess(pack, figures, sheet.with_answer(path, "yes"))
    needs = [need for need in pack.needs if need.item in result.fit.needs]
    leads = tuple(need.item for need in needs if department in need.lead)
    supports = tuple(need.item for need in needs if department in need.support)
    figure = figures.by_item.get(path)
    return DepartmentAdvice(
        department=department,
        answer=str(sheet.answer(path)),
        label="advised" if leads or supports else "common" if figure else "neither",
        leads=leads,
        supports=supports,
        fit=Effect(result.fit.score, after.fit.score),
        benchmark=Effect(result.benchmark.score, after.benchmark.score),
        percent=100 * figure.share if figure else None,
        evidence=_evidence(pack, department, leads + supports, has_figure=figure is not None),
    )


def _evidence(pack: Pack, department: str, served: tuple[str, ...], *, has_figure: bool) -> tuple[str, ...]:
    rests_on = [need.arguments.get(department, "judgement") for need in pack.needs if need.item in served]
    arguments = sorted({basis for basis in rests_on if basis != "judgement"})
    return (
        *(("figure",) if has_figure else ()),
        *arguments,
        *(("judgement",) if "judgement" in rests_on else ()),
    )
