"""The benchmark: the sections together, and the verdict where every weighting agrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from smcheck.scoring.section import SectionScore
from smcheck.scoring.span import Span
from smcheck.scoring.weights import mean, mean_span, robust


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
    sections: Mapping[str, SectionScore], weights: Mapping[str, int], *, complete: bool
) -> Benchmark:
    """The benchmark of scored sections.

    Args:
        sections: the sections that have a score.
        weights: the weight of each section; only their proportions matter.
        complete: whether every section has an answer; without, the verdict is ``open``.

    """
    factors = [weights[id_] for id_ in sections]
    if not any(factors):
        return Benchmark(None, None, None, None, "open", sections)
    score = mean_span([section.score for section in sections.values()], factors)
    surveyed = mean([section.surveyed for section in sections.values()], factors)
    robust_lead = robust([section.lead for section in sections.values()], factors)
    return Benchmark(
        score=score,
        surveyed=surveyed,
        lead=score.minus(surveyed),
        robust_lead=robust_lead,
        verdict=_verdict(robust_lead) if complete else "open",
        sections=sections,
    )


def mean_score(sections: Mapping[str, SectionScore], weights: Mapping[str, int]) -> Span | None:
    """The score of scored sections together, or none where none of them has weight."""
    factors = [weights[id_] for id_ in sections]
    return mean_span([section.score for section in sections.values()], factors) if any(factors) else None


def _verdict(robust_lead: Span) -> str:
    if robust_lead.low > 0:
        return "ahead"
    if robust_lead.high < 0:
        return "behind"
    return "level"
