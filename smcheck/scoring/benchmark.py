"""The judged sections together: the one number that belongs to no survey, and the verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from smcheck.scoring.sections import Comparison, JudgedSection
from smcheck.scoring.span import Span, mean, mean_span

Verdict = Literal["above", "below", "mixed", "open", "none"]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The mean of the comparable judged sections.

    ``score`` and ``surveyed`` are percent (0..100), ``gap`` is their difference in points; all three are
    absent, and the verdict is ``none``, with fewer than two comparable sections.
    """

    verdict: Verdict
    score: Span | None
    surveyed: Fraction | None
    gap: Span | None
    sections: Mapping[str, JudgedSection]


def benchmark(sections: Mapping[str, JudgedSection]) -> Benchmark:
    """The judged sections, by id, taken together."""
    comparisons = [section.comparison for section in sections.values() if section.comparison is not None]
    if len(comparisons) < 2:
        return Benchmark("none", None, None, None, sections)
    score = mean_span(comparison.score for comparison in comparisons)
    surveyed = mean(comparison.surveyed for comparison in comparisons)
    return Benchmark(_verdict(comparisons), score, surveyed, score.minus(surveyed), sections)


def _verdict(comparisons: list[Comparison]) -> Verdict:
    verdicts = {comparison.verdict for comparison in comparisons}
    if verdicts == {"above"}:
        return "above"
    if verdicts == {"below"}:
        return "below"
    return "open" if "open" in verdicts else "mixed"
