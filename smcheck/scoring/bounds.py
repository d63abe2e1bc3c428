"""What single percentages say about counts: sharp bounds, no independence assumed.

A survey that prints only the share of each item leaves open how the items go together. The share of
companies with at least k of n items is then known as a range; these are its ends.
(B. Rüger, "Das maximale Signifikanzniveau des Tests: Lehne H0 ab, wenn k unter n gegebenen Tests zur
Ablehnung führen", Metrika 25, 1978; they equal the optimum of the linear program over all joint
distributions with these marginals.)
"""

from collections.abc import Sequence
from fractions import Fraction

from smcheck.scoring.span import Span


def at_least(k: int, shares: Sequence[Fraction]) -> Span:
    """The lowest and highest share (0..1) with at least ``k`` of the items whose shares (0..1) are given."""
    missing = [1 - share for share in shares]
    # Fewer than k items are there exactly where at least n − k + 1 are missing.
    return Span(1 - _highest(len(shares) - k + 1, missing), _highest(k, shares))


def more_than(low: int, high: int, shares: Sequence[Fraction]) -> Span:
    """The share (0..1) with more items than a count between ``low`` and ``high``: the widest range."""
    return Span(at_least(high + 1, shares).low, at_least(low + 1, shares).high)


def _highest(k: int, shares: Sequence[Fraction]) -> Fraction:
    """min(1, min over t = 0..k−1 of the sum of the n−t smallest shares, divided by k−t)."""
    if k <= 0:
        return Fraction(1)
    if k > len(shares):
        return Fraction(0)
    ascending = sorted(shares)
    sums = (sum(ascending[: len(ascending) - t], Fraction(0)) / (k - t) for t in range(k))
    return min(Fraction(1), *sums)
