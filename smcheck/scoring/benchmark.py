"""The benchmark: the sections together, and the verdict where every weighting agrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from smcheck.scoring.section import SectionScore
from smcheck.scoring.span import Span
from smcheck.scoring.weights import mean, robust


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The mean of the sections' scores beside that of the surveyed companies; percent 0..100.

    All four numbers are absent where no section can be scored. ``verdict`` is ``ahead``, ``behind``,
    ``level`` or ``open``.
    """

    score: Span | None
    surveyed: Fraction | None
    lead: Span | None
    robust_lead: Span | None
    verdict: str
    sections: Mapping[str, SectionScore]


def benchmark(
    sections: Mapping[str, SectionScore], weights: Mapping[str, Fraction], *, complete: bool
) -> Benchmark:
    """The benchmark of scored sections.

    Args:
        sections: the sections that have a score.
        weights: the weight of each section.
        complete: whether every section has an answer; without, the verdict is ``open``.

    """
    weighing = tuple((section, weights[id_]) for id_, section in sections.items() if weights[id_])
    if not weighing:
        return Benchmark(None, None, None, None, "open", sections)
    factors = tuple(weight for _, weight in weighing)
    score, surveyed, robust_lead = _combined(
        tuple(section.score for section, _ in weighing),
        tuple(section.surveyed for section, _ in weighing),
        factors,
    )
    verdict = _verdict(robust_lead) if complete else "open"
    return Benchmark(score, surveyed, score.minus(surveyed), robust_lead, verdict, sections)


@lru_cache(maxsize=100_000)
def _combined(
    scores: tuple[Span, ...], surveyed: tuple[Fraction, ...], weights: tuple[Fraction, ...]
) -> tuple[Span, Fraction, Span]:
    """Score, surveyed and robust lead of sections given in the same order."""
    leads = [score.minus(value) for score, value in zip(scores, surveyed, strict=True)]
    score = Span(
        mean([score.low for score in scores], weights), mean([score.high for score in scores], weights)
    )
    return score, mean(surveyed, weights), robust(leads, weights)


def _verdict(robust_lead: Span) -> str:
    if robust_lead.low > 0:
        return "ahead"
    if robust_lead.high < 0:
        return "behind"
    return "level"
