"""A range of exact numbers."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple


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


class Count(NamedTuple):
    """How many of ``of`` things are so: a range of whole numbers, one number where all is known."""

    low: int
    high: int
    of: int

    @property
    def exact(self) -> bool:
        """Whether only one number is possible."""
        return self.low == self.high


def mean(values: Iterable[Fraction]) -> Fraction:
    """The arithmetic mean of at least one number."""
    numbers = list(values)
    return sum(numbers, Fraction(0)) / len(numbers)


def mean_span(spans: Iterable[Span]) -> Span:
    """The mean of the lower ends to the mean of the upper ends of at least one range."""
    lows, highs = zip(*spans, strict=True)
    return Span(mean(lows), mean(highs))
