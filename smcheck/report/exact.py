"""Numbers inside a derivation: exact where two decimals hold them, else marked as rounded."""

from fractions import Fraction

from smcheck.scoring import Span
from smcheck.words.language import _
from smcheck.words.numbers import decimal


def exact(value: Fraction) -> str:
    """A number with up to two decimals: ``59.75``; ``≈33.33`` where that is not all of it."""
    text = decimal(value, 2)
    return text if (100 * value).denominator == 1 else f"≈{text}"


def exact_range(span: Span) -> str:
    """A range of such numbers: ``25 to 50``."""
    if span.exact:
        return exact(span.low)
    return _("{low} to {high}").format(low=exact(span.low), high=exact(span.high))
