"""What marginal shares say about counts: sharp bounds, no independence assumed.

A survey that prints only the share of each item leaves open how the items go together. The share
of companies with at least k of n items is then known as a range; these are its ends.
(B. Rüger, "Das maximale Signifikanzniveau des Tests: Lehne H0 ab, wenn k unter n gegebenen Tests zur
Ablehnung führen", Metrika 25, 1978; they equal the optimum of the linear program over all joint
distributions with these marginals.)
"""

from collections.abc import Sequence
from fractions import Fraction

from smcheck.scoring.span import Span, over_one_denominator


def at_least(k: int, shares: Sequence[Fraction]) -> Span:
    """The lowest and highest share (0..1) with at least ``k`` of the items whose shares (0..1) are given."""
    numerators, common = over_one_denominator(shares)
    return Span(_lowest(k, numerators, common), _highest(k, numerators, common))


def more_than(count: Span, shares: Sequence[Fraction]) -> Span:
    """The share (0..1) with more than ``count`` of the items: the widest range over the counts possible."""
    numerators, common = over_one_denominator(shares)
    return Span(
        _lowest(int(count.high) + 1, numerators, common), _highest(int(count.low) + 1, numerators, common)
    )


def _lowest(k: int, numerators: Sequence[int], common: int) -> Fraction:
    """The complement of: at least n−k+1 of the n items are missing."""
    return 1 - _highest(len(numerators) - k + 1, [common - numerator for numerator in numerators], common)


def _highest(k: int, numerators: Sequence[int], common: int) -> Fraction:
    """min(1, min over t = 0..k−1 of the sum of the n−t smallest shares, divided by k−t)."""
    if k <= 0:
        return Fraction(1)
    if k > len(numerators):
        return Fraction(0)
    ascending = sorted(numerators)
    best, divisor = common, 1
    total = sum(ascending)
    for t in range(k):
        if total * divisor < best * (k - t):
            best, divisor = total, k - t
        total -= ascending[-1 - t]
    return Fraction(best, common * divisor)
