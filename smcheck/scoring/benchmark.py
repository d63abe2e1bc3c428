"""The benchmark: the sections together, and the verdict where every weighting agrees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from operator import sub

from smcheck.scoring.section import SectionScore
from smcheck.scoring.span import Span, over_one_denominator, ratio
from smcheck.scoring.weights import robust, total


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
    numerators, common = over_one_denominator(
        [value for section in sections.values() for value in (*section.score, section.surveyed)]
    )
    lows, highs, surveyed = numerators[::3], numerators[1::3], numerators[2::3]
    low, high, middle = total(lows, factors), total(highs, factors), total(surveyed, factors)
    whole = common * sum(factors)
    robust_lead = robust(list(map(sub, lows, surveyed)), list(map(sub, highs, surveyed)), common, factors)
    return Benchmark(
        score=Span(ratio(low, whole), ratio(high, whole)),
        surveyed=ratio(middle, whole),
        lead=Span(ratio(low - middle, whole), ratio(high - middle, whole)),
        robust_lead=robust_lead,
        verdict=_verdict(robust_lead) if complete else "open",
        sections=sections,
    )


class SumOfScores:
    """The weighted sum of the sections' scores, to be had again quickly where one of them is another."""

    def __init__(self, sections: Mapping[str, SectionScore], weights: Mapping[str, int], parts: int) -> None:
        """Sections and their weights; ``parts`` is a number that every number of items divides."""
        self._sections = sections
        self._weights = weights
        self._parts = parts  # a share of favourable answers is a whole number of such parts
        self._sum = self._sum_of(sections.items())

    def mean_if(self, others: Mapping[str, SectionScore | None]) -> Span | None:
        """The score of all sections with ``others`` in the place of those of their ids.

        None stands for a section that cannot be scored, and is given where none is left that has weight.
        """
        weight, low, high = self._sum
        new_weight, new_low, new_high = self._sum_of(others.items())
        old_weight, old_low, old_high = self._sum_of([(id_, self._sections.get(id_)) for id_ in others])
        whole = self._parts * (weight + new_weight - old_weight)
        if not whole:
            return None
        return Span(
            ratio(100 * (low + new_low - old_low), whole), ratio(100 * (high + new_high - old_high), whole)
        )

    def _sum_of(self, sections: Iterable[tuple[str, SectionScore | None]]) -> tuple[int, int, int]:
        """The sum of the weights, and of the weighted shares of favourable answers, in parts."""
        weight = low = high = 0
        for id_, section in sections:
            if section is not None:
                factor = self._weights[id_]
                share = factor * (self._parts // section.of)
                weight += factor
                low += share * section.count.low.numerator
                high += share * section.count.high.numerator
        return weight, low, high


def _verdict(robust_lead: Span) -> str:
    if robust_lead.low > 0:
        return "ahead"
    if robust_lead.high < 0:
        return "behind"
    return "level"
