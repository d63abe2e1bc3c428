"""Fractions in words, rounded or exact: ``about half``, ``a third``."""

from fractions import Fraction

from smcheck.words.language import _

_UP_TO = (
    (Fraction(15), "little"),
    (Fraction(45, 2), "fifth"),
    (Fraction(175, 6), "quarter"),
    (Fraction(110, 3), "third"),
    (Fraction(45), "two fifths"),
    (Fraction(55), "half"),
    (Fraction(190, 3), "three fifths"),
    (Fraction(425, 6), "two thirds"),
    (Fraction(155, 2), "three quarters"),
    (Fraction(90), "four fifths"),
    (Fraction(100), "nearly all"),
)
"""Where each word ends, in percent: halfway to the next fraction that has a name of its own."""
_EXACT = {
    Fraction(20): "fifth",
    Fraction(25): "quarter",
    Fraction(100, 3): "third",
    Fraction(40): "two fifths",
    Fraction(50): "half",
    Fraction(60): "three fifths",
    Fraction(200, 3): "two thirds",
    Fraction(75): "three quarters",
    Fraction(80): "four fifths",
}


def about(percent: Fraction) -> str:
    """A percentage (above 0, below 100) rounded to a fraction in words."""
    return _rounded_words()[next((name for limit, name in _UP_TO if percent < limit), "nearly all")]


def part(percent: Fraction) -> str:
    """A percentage (above 0, below 100) as a fraction in words: exact where it has a name, else rounded."""
    name = _EXACT.get(percent)
    return _exact_words()[name] if name else about(percent)


def _rounded_words() -> dict[str, str]:
    return {
        "little": _("a small part"),
        "fifth": _("about a fifth"),
        "quarter": _("about a quarter"),
        "third": _("about a third"),
        "two fifths": _("about two fifths"),
        "half": _("about half"),
        "three fifths": _("about three fifths"),
        "two thirds": _("about two thirds"),
        "three quarters": _("about three quarters"),
        "four fifths": _("about four fifths"),
        "nearly all": _("nearly all"),
    }


def _exact_words() -> dict[str, str]:
    return {
        "fifth": _("a fifth"),
        "quarter": _("a quarter"),
        "third": _("a third"),
        "two fifths": _("two fifths"),
        "half": _("half"),
        "three fifths": _("three fifths"),
        "two thirds": _("two thirds"),
        "three quarters": _("three quarters"),
        "four fifths": _("four fifths"),
    }
