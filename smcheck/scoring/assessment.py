"""A sheet assessed: benchmark, fit and completeness."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from smcheck.pack import FigureSet, Pack
from smcheck.scoring.benchmark import Benchmark, benchmark
from smcheck.scoring.fit import Fit, fit
from smcheck.scoring.section import ScoredItem, SectionScale, score_section
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import paths_of


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the answers asked for were given, “don't know” included; it never enters a score."""

    answered: int
    asked: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a sheet's answers say by themselves; what to do about it is in ``smcheck.advice``."""

    benchmark: Benchmark
    fit: Fit
    completeness: Completeness
    figures: str
    """The id of the figure set that the benchmark is measured against."""


def assess(pack: Pack, figures: FigureSet, sheet: Sheet) -> Result:
    """The result of a sheet, measured against a figure set.

    The same answers give the same result, in whatever order they were given; an absent answer
    counts like ``unknown``: 0 in the low score, 1 in the high one.
    """
    scales = _scales(pack, figures)
    scored = {
        scale.id: score_section(scale, tuple(sheet.answers.get(item.path) for item in scale.items))
        for scale in scales
    }
    sections = {id_: score for id_, score in scored.items() if score is not None}
    complete = all(
        any(path in sheet.answers for path in pack.section_items[scale.id]) for scale in scales if scale.items
    )
    weights = {scale.id: scale.weight for scale in scales}
    return Result(
        benchmark=benchmark(sections, weights, complete=complete),
        fit=fit(pack, sheet),
        completeness=completeness(pack, sheet),
        figures=figures.id,
    )


@lru_cache(maxsize=64)
def _scales(pack: Pack, figures: FigureSet) -> tuple[SectionScale, ...]:
    """What each section is scored on: its items that have both a favourable answer and a figure."""
    return tuple(
        SectionScale(
            id=section.id,
            weight=Fraction(section.weight),
            items=tuple(
                ScoredItem(path, str(pack.items[path].favourable), figure.share, figure.source)
                for path in pack.scored_items[section.id]
                if (figure := figures.by_item.get(path)) is not None
            ),
        )
        for section in pack.sections
    )


def completeness(pack: Pack, sheet: Sheet) -> Completeness:
    """How many of the answers that apply were given."""
    answers = [
        sheet.answers.get(path) for question in pack.questions for path in paths_of(pack, sheet, question)
    ]
    return Completeness(
        answered=sum(answer is not None for answer in answers),
        asked=len(answers),
        unknown=sum(answer == "unknown" for answer in answers),
    )
