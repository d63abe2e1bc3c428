"""What marginal shares say about counts: sharp bounds, no independence assumed.

A survey that prints only the share of each item leaves open how the items go together. The share
of companies with at least k of n items is then known as a range; these are its ends.
(B. Rüger, "Das maximale Signifikanzniveau des Tests: Lehne H0 ab, wenn k unter n gegebenen Tests zur
Ablehnung führen", Metrika 25, 1978; they equal the optimum of the linear program over all joint
distributions with these marginals.)
"""

from collections.abc import Sequence
from fractions import Fraction

from smcheck.scoring.span import Span


def at_least(k: int, shares: Sequence[Fraction]) -> Span:
    """The lowest and highest share (0..1) with at least ``k`` of the items whose shares (0..1) are given."""
    n = len(shares)
    if k <= 0:
        return Span(Fraction(1), Fraction(1))
    if k > n:
        return Span(Fraction(0), Fraction(0))
    complements = [1 - share for share in shares]
    return Span(1 - _upper(n - k + 1, complements), _upper(k, shares))


def _upper(k: int, shares: Sequence[Fraction]) -> Fraction:
    """min(1, min over t = 0..k−1 of the sum of the n−t smallest shares, divided by k−t)."""
    ascending = sorted(shares)
    best = Fraction(1)
    total = sum(ascending, Fraction(0))
    for t in range(k):
        best = min(best, total / (k - t))
        total -= ascending[len(ascending) - 1 - t]
    return best


def more_than(count: Span, shares: Sequence[Fraction]) -> Span:
    """The share (0..1) with more than ``count`` of the items: the widest range over the counts possible."""
    lowest = at_least(int(count.high) + 1, shares).low
    highest = at_least(int(count.low) + 1, shares).high
    return Span(lowest, highest)
