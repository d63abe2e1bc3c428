"""Where things stand in a web page's charts: in percent of their width, which may be any."""

from fractions import Fraction
from typing import NamedTuple

from smcheck.report.document.model import CountBand, Item, ScoreBand

DOMAIN = 118
"""How many points a difference's chart reaches to both sides: the longest label still fits beside its bar."""
_CELL_GAP = Fraction(16, 13)


class Bar(NamedTuple):
    """A rectangle from ``x`` on; ``look`` is ``solid``, ``hatched``, ``tint`` or ``outline``."""

    x: str
    width: str
    look: str


def score_bars(band: ScoreBand) -> list[Bar]:
    """The certain part of a score, then the part that is not known."""
    if band.score is None:
        return []
    low, high = band.score
    bars = [_bar(Fraction(0), low, "solid"), _bar(low, high, "hatched")]
    return [bar for bar, width in zip(bars, (low, high - low), strict=True) if width > 0]


def count_bars(band: CountBand) -> list[Bar]:
    """The cells of a count."""
    looks = {"yes": "solid" if band.judged else "tint", "unknown": "hatched", "no": "outline"}
    width, gap = _cell(len(band.states))
    return [
        _bar(index * (width + gap), index * (width + gap) + width, looks[state])
        for index, state in enumerate(band.states)
    ]


def mark(band: ScoreBand | CountBand) -> str:
    """Where the surveyed companies' mean stands; empty where there is none. On a gap it is in its middle."""
    if band.mark is None:
        return ""
    if isinstance(band, ScoreBand):
        return _percent(band.mark)
    width, gap = _cell(len(band.states))
    cells, rest = divmod(band.mark, 1)
    place = cells * (width + gap) + rest * width - (gap / 2 if cells and not rest else 0)
    return _percent(min(place, Fraction(100)))


def difference_position(points: Fraction | int) -> str:
    """Where a difference of so many points stands."""
    return _percent(_on_domain(Fraction(points)))


def difference_bar(item: Item) -> Bar | None:
    """The bar from 0 to an item's gap, or from the lowest to the highest where it is not known."""
    if item.gap is None:
        return None
    low, high = item.gap
    if low == high:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    return _bar(_on_domain(low), _on_domain(high), "solid" if item.gap.exact else "hatched")


def difference_labels(item: Item) -> list[tuple[str, str, str]]:
    """The texts at a bar's ends: where, the text, and the side of the end it stands on."""
    if item.gap is None:
        return []
    low, high = item.gap
    ends = (
        [(low, "left"), (high, "right")]
        if len(item.gap_texts) > 1
        else [(low, "left" if low < 0 else "right")]
    )
    return [
        (difference_position(end), text, side) for (end, side), text in zip(ends, item.gap_texts, strict=True)
    ]


def share_bar(item: Item) -> Bar:
    """The surveyed companies' share, from 0 to 100."""
    return _bar(Fraction(0), item.percent, "share")


def _on_domain(points: Fraction) -> Fraction:
    return (points + DOMAIN) / (2 * DOMAIN) * 100


def _cell(number: int) -> tuple[Fraction, Fraction]:
    """The width of a cell and of a gap; many cells have narrower gaps."""
    gap = min(_CELL_GAP, Fraction(20, number))
    return (100 - (number - 1) * gap) / number, gap


def _bar(start: Fraction, end: Fraction, look: str) -> Bar:
    return Bar(_percent(start), _percent(end - start), look)


def _percent(value: Fraction) -> str:
    return f"{float(value):.3f}".rstrip("0").rstrip(".") + "%"
