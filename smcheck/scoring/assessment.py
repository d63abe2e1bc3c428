"""A sheet assessed: benchmark, fit and completeness."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

from smcheck.pack import FigureSet, Pack
from smcheck.scoring.benchmark import Benchmark, SumOfScores, benchmark
from smcheck.scoring.fit import Fit, fit
from smcheck.scoring.section import ScoredItem, SectionScale, SectionScore, score_section
from smcheck.scoring.span import Span
from smcheck.scoring.weights import whole_weights
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import all_paths


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
    unanswered = any(
        scale.items and sheet.answers.keys().isdisjoint(pack.section_items[scale.id]) for scale in scales
    )
    return Result(
        benchmark=benchmark(_sections(scales, sheet.answers), _weights(pack), complete=not unanswered),
        fit=fit(pack, sheet),
        completeness=completeness(pack, sheet),
        figures=figures.id,
    )


def benchmark_scores_if(
    pack: Pack, figures: FigureSet, sheet: Sheet, result: Result, changes: Iterable[Mapping[str, str]]
) -> Iterator[Span | None]:
    """The benchmark's score alone, for each of several changes to the answers of ``result``'s sheet.

    Only the sections that a change touches are scored again.
    """
    scale_of = _scale_of(pack, figures)
    scores = SumOfScores(result.benchmark.sections, _weights(pack), _parts(pack, figures))
    known = dict(sheet.answers)
    for change in changes:
        touched = {scale_of[path] for path in change if path in scale_of}
        if touched:
            answers = {**known, **change}
            yield scores.mean_if(
                {scale.id: score_section(scale, tuple(map(answers.get, scale.paths))) for scale in touched}
            )
        else:
            yield result.benchmark.score


def _sections(scales: Iterable[SectionScale], answers: Mapping[str, str]) -> dict[str, SectionScore]:
    """The sections that can be scored."""
    scored = ((scale.id, score_section(scale, tuple(map(answers.get, scale.paths)))) for scale in scales)
    return {id_: score for id_, score in scored if score is not None}


@lru_cache(maxsize=64)
def _scale_of(pack: Pack, figures: FigureSet) -> Mapping[str, SectionScale]:
    """The section that an answer is scored in, by the answer's path."""
    return {path: scale for scale in _scales(pack, figures) for path in scale.paths}


@lru_cache(maxsize=64)
def _parts(pack: Pack, figures: FigureSet) -> int:
    """A number that every number of items that a section may be scored on divides."""
    return lcm(*range(1, max(len(scale.items) for scale in _scales(pack, figures)) + 1))


@lru_cache(maxsize=64)
def _weights(pack: Pack) -> Mapping[str, int]:
    weights = whole_weights([Fraction(section.weight) for section in pack.sections])
    return {section.id: weight for section, weight in zip(pack.sections, weights, strict=True)}


@lru_cache(maxsize=64)
def _scales(pack: Pack, figures: FigureSet) -> tuple[SectionScale, ...]:
    """What each section is scored on: its items that have both a favourable answer and a figure."""
    return tuple(
        SectionScale(
            id=section.id,
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
    answers = list(map(sheet.answers.get, all_paths(pack, sheet)))
    return Completeness(
        answered=len(answers) - answers.count(None),
        asked=len(answers),
        unknown=answers.count("unknown"),
    )
