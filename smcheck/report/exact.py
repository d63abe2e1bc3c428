"""Numbers inside a derivation: exact where two decimals hold them, else marked as rounded."""

from fractions import Fraction

from smcheck.scoring import Span
from smcheck.words.numbers import MINUS, decimal


def exact(value: Fraction) -> str:
    """A number with up to two decimals: ``59.75``; ``≈33.33`` where that is not all of it."""
    text = decimal(value, 2)
    return text if (100 * value).denominator == 1 else f"≈{text}"


def exact_span(span: Span) -> str:
    """A range of such numbers: ``25–50``."""
    return exact(span.low) if span.exact else f"{exact(span.low)}–{exact(span.high)}"


def signed_exact(value: Fraction) -> str:
    """A lead: ``+10``, ``−34.75``, ``≈+5.33``."""
    size = decimal(abs(value), 2)
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{size}" if (100 * value).denominator == 1 else f"≈{sign}{size}"


def signed_exact_span(span: Span) -> str:
    """A range of leads: ``−39 … +61``."""
    return signed_exact(span.low) if span.exact else f"{signed_exact(span.low)} … {signed_exact(span.high)}"
