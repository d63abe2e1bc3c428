"""Which departments to bring in: who is called for, what it would change, on what evidence."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from smcheck.pack import FigureSet, Need, Pack
from smcheck.scoring import Result, Span, benchmark_scores_if, fit_scores_if
from smcheck.scoring.span import over_one_denominator
from smcheck.sheet import Sheet

_NO_GAIN = Fraction(0)
_NO_SCORE = Span(_NO_GAIN, _NO_GAIN)


class Effect(NamedTuple):
    """A score before and after one answer is changed; percent 0..100, none where there is no score."""

    before: Span | None
    after: Span | None

    @property
    def gain(self) -> Fraction:
        """By how much the middle of the range moves, in points; 0 where there is no score."""
        if self.before is None or self.after is None:
            return _NO_GAIN
        return (self.after.low + self.after.high - self.before.low - self.before.high) / 2


class DepartmentAdvice(NamedTuple):
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


class _Grounds(NamedTuple):
    """What speaks for a department."""

    label: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    percent: Fraction | None
    evidence: tuple[str, ...]


def advise_departments(
    pack: Pack, figures: FigureSet, sheet: Sheet, result: Result
) -> tuple[DepartmentAdvice, ...]:
    """Every department answered ``no`` or ``unknown``: by needs led, fit gained, share, order in the pack."""
    answers = map(dict(sheet.answers).get, _paths(pack))
    missing = [
        (department, answer)
        for department, answer in zip(pack.departments, answers, strict=True)
        if answer in {"no", "unknown"}
    ]
    changes = [{pack.department_path(department): "yes"} for department, _ in missing]
    fits = fit_scores_if(pack, result.fit, changes)
    benchmarks = benchmark_scores_if(pack, figures, sheet, result, changes)
    serves, needs = _serves(pack), result.fit.needs
    advised = []
    for (department, answer), fit, benchmark in zip(missing, fits, benchmarks, strict=True):
        served = tuple([item for item in serves[department] if item in needs])
        label, leads, supports, percent, evidence = _grounds(pack, figures, department, served)
        effects = Effect(result.fit.score, fit), Effect(result.benchmark.score, benchmark)
        advised.append(
            DepartmentAdvice(department, answer, label, leads, supports, *effects, percent, evidence)
        )
    return _most_urgent_first(advised)


def _most_urgent_first(advised: Sequence[DepartmentAdvice]) -> tuple[DepartmentAdvice, ...]:
    """By needs led, fit gained (the fit before is the same for all, so the one after tells), share."""
    ends, _ = over_one_denominator([end for entry in advised for end in entry.fit.after or _NO_SCORE])
    urgency = [
        (len(entry.leads), low + high, entry.percent if entry.percent is not None else -1)
        for entry, low, high in zip(advised, ends[::2], ends[1::2], strict=True)
    ]
    # Sorting is stable, reversed too: what is equal in all three keeps the pack's order.
    order = sorted(range(len(advised)), key=urgency.__getitem__, reverse=True)
    return tuple([advised[position] for position in order])


@lru_cache(maxsize=64)
def _paths(pack: Pack) -> tuple[str, ...]:
    return tuple(map(pack.department_path, pack.departments))


@lru_cache(maxsize=64)
def _serves(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """The needs that each department leads or supports."""
    return {
        department: tuple(need.item for need in pack.needs if department in need.departments)
        for department in pack.departments
    }


@lru_cache(maxsize=2_000)
def _grounds(pack: Pack, figures: FigureSet, department: str, needs: tuple[str, ...]) -> _Grounds:
    """What speaks for a department, given the needs there are that it serves."""
    served = [need for need in pack.needs if need.item in needs]
    share = figures.share(pack.department_path(department))
    return _Grounds(
        label="advised" if served else "common" if share is not None else "neither",
        leads=tuple(need.item for need in served if department in need.lead),
        supports=tuple(need.item for need in served if department in need.support),
        percent=100 * share if share is not None else None,
        evidence=_evidence(department, served, has_figure=share is not None),
    )


def _evidence(department: str, served: Sequence[Need], *, has_figure: bool) -> tuple[str, ...]:
    rests_on = {need.arguments.get(department, "judgement") for need in served}
    return (
        *(("figure",) if has_figure else ()),
        *sorted(rests_on - {"judgement"}),
        *(("judgement",) if "judgement" in rests_on else ()),
    )
