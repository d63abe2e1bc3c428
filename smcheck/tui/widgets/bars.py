"""Numbers as bars of characters; never without the number beside them."""

from fractions import Fraction
from math import floor

from textual.content import Content

from smcheck.scoring import ItemScore, Span
from smcheck.tui.text import joined, plain
from smcheck.words.numbers import signed

_EIGHTHS = " ▏▎▍▌▋▊▉"


def _place(value: Fraction, width: int) -> int:
    """The column of a percentage (0..100) in a bar."""
    return min(max(floor(value * (width - 1) / 100 + Fraction(1, 2)), 0), width - 1)


def scale_bar(score: Span, surveyed: Fraction, width: int) -> Content:
    """A scale 0..100 with the score's range as a block and the surveyed companies' mean as a stroke."""
    low, high, mark = (_place(value, width) for value in (score.low, score.high, surveyed))
    parts: list[Content | str] = []
    for column in range(width):
        if column == mark:
            parts.append(plain("┼", "bold"))
        elif low <= column <= high:
            parts.append(plain("█", "$primary"))
        else:
            parts.append(plain("─", "$foreground-disabled"))
    return joined(*parts)


def filled_bar(score: Span, width: int) -> Content:
    """A bar filled up to a score 0..100; what may or may not be is shaded."""
    eighths = floor(score.low * width * 8 / 100 + Fraction(1, 2))
    solid = "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
    upper = floor(score.high * width / 100 + Fraction(1, 2))
    shaded = "░" * max(upper - len(solid), 0)
    rest = "·" * max(width - len(solid) - len(shaded), 0)
    return joined(plain(solid, "$primary"), plain(shaded, "$primary"), plain(rest, "$foreground-disabled"))


def diverging_bar(item: ItemScore, width: int) -> Content:
    """What an answer adds (to the right of the stroke) or costs (to the left), 100 points to each side."""
    half = (width - 1) // 2
    if item.lead is None:
        return joined(" " * half, plain("│", "$foreground-muted"), " " * (width - half - 1))
    low, high = item.lead
    if low == high:
        left = _left(low, half, "█", "$error") if low < 0 else joined(" " * half)
        right = (
            _right(high, width - half - 1, "█", "$success") if low >= 0 else joined(" " * (width - half - 1))
        )
    else:
        left = _left(low, half, "░", "$foreground-muted")
        right = _right(high, width - half - 1, "░", "$foreground-muted")
    return joined(left, plain("│", "$foreground-muted"), right)


def _left(value: Fraction, width: int, block: str, style: str) -> Content:
    number = f"{signed(value)} "
    length = min(floor(-value * width / 100 + Fraction(1, 2)), width)
    room = width - length
    if room < len(number):  # the number takes the bar's far end
        length = width - len(number)
        room = len(number)
    return joined(" " * (room - len(number)), number, plain(block * length, style))


def _right(value: Fraction, width: int, block: str, style: str) -> Content:
    number = f" {signed(value)}"
    length = min(floor(value * width / 100 + Fraction(1, 2)), width - len(number))
    return joined(plain(block * length, style), number, " " * (width - length - len(number)))
