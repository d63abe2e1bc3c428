"""A range of exact numbers."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

ratio = lru_cache(maxsize=50_000)(Fraction)
"""A fraction from numerator and denominator; scores are made of few, and making one takes long."""


class Span(NamedTuple):
    """The lowest and the highest value that the answers allow; the same where all are known."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        """Whether only one value is possible."""
        return self.low == self.high

    def minus(self, value: Fraction) -> "Span":
        """The range, shifted down by a number."""
        return Span(self.low - value, self.high - value)


def over_one_denominator(values: Sequence[Fraction]) -> tuple[list[int], int]:
    """The numerators of ``values`` over their least common denominator, and that denominator.

    Whole numbers add and compare many times faster than fractions, and as exactly.
    """
    ratios = [value.as_integer_ratio() for value in values]
    common = lcm(*[denominator for _, denominator in ratios])
    return [numerator * (common // denominator) for numerator, denominator in ratios], common
