"""A range of exact numbers."""

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
