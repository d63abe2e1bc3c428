"""Numbers as bars of thin lines, exact to half a cell; never without the number beside them.

``━`` is sure, ``╍`` possible, ``─`` the rest, ``╾`` where the sure part ends in mid-cell; ``╂`` is the
surveyed companies' mark, ``╋`` where it crosses a heavy part. All meet in the middle of the cell: no gap, no
hole, and they differ without colour.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from textual.content import Content

from smcheck.report.content import ScoreLine
from smcheck.scoring import Span
from smcheck.tui.text import join, plain
from smcheck.words.numbers import with_sign

_CELLS = 60
"""Cells of a bar at most."""
_HALF = Fraction(1, 2)


def scale(score: Span | None, surveyed: Fraction | None, width: int) -> Content:
    """A line of ``width`` cells from 0 to 100: the score's sure and possible part, and their mark.

    A possible part is rounded outward to whole cells; a cell shared by sure and possible is drawn sure.
    """
    low, high = (score.low, score.high) if score else (Fraction(0), Fraction(0))
    halves = floor(low * width / 50 + _HALF)
    end = ceil(high * width / 100) if high > low else 0
    mark = None if surveyed is None else min(floor(surveyed * width / 100), width - 1)
    return join(*(_cell(place, halves, end, mark) for place in range(width)))


def scale_with_ends(score: Span | None, surveyed: Fraction | None, width: int) -> Content:
    """The same between its ends 0 and 100, which take six cells more."""
    return join(plain("0 ", "$soft"), scale(score, surveyed, width), plain(" 100", "$soft"))


def _cell(place: int, halves: int, end: int, mark: int | None) -> Content:
    """One cell of a scale: the sure part has so many half cells, the possible one ends at a cell."""
    filled = halves - 2 * place
    heavy = filled > 0 or place < end
    if place == mark:
        return plain("╋" if heavy else "╂", "bold $theirs")
    if filled >= 2:
        return plain("━", "$you")
    if filled == 1:
        return plain("━" if place < end else "╾", "$you")
    return plain("╍", "$possible") if heavy else plain("─", "$track")


def score_rows(line: ScoreLine, width: int) -> tuple[Content, Content, Content]:
    """The score in a column of this width: own caption, the scale with its ends, their caption below.

    The three rows stay, empty, where there is no score.
    """
    if line.score is None:
        return Content(""), Content(""), Content("")
    cells = min(_CELLS, width - 6)
    score = line.score
    own = floor((score.low + score.high) * cells / 200)
    above = caption("▾", [line.own], min(own, cells - 1), cells, "bold $you")
    below = Content("")
    if line.surveyed is not None:
        mark = min(floor(line.surveyed * cells / 100), cells - 1)
        below = caption("▴", line.theirs, mark, cells, "$theirs")
    return join("  ", above), scale_with_ends(score, line.surveyed, cells), join("  ", below)


def caption(arrow: str, forms: Sequence[str], place: int, width: int, style: str) -> Content:
    """Words beside an arrow at a cell: right of it, else left of it, else in the next shorter form.

    Where the shortest fits on neither side, it stands at the bar's end without the arrow.

    Args:
        arrow: the arrow.
        forms: the words, longest first.
        place: the arrow's cell in the bar, from 0.
        width: cells of the bar, which words may pass by the four cells that its end takes.
        style: of words and arrow.
    """
    for form in forms:
        words = plain(form)
        if place + 2 + words.cell_length <= width + 4:
            return join(" " * place, plain(arrow, style), " ", plain(form, style))
        if words.cell_length + 1 <= place:
            return join(" " * (place - 1 - words.cell_length), plain(form, style), " ", plain(arrow, style))
    words = plain(forms[-1], style)
    return join(" " * max(width + 4 - words.cell_length, 0), words)


def share_bar(percent: Fraction, width: int) -> Content:
    """The surveyed companies' share (0..100) from the left, half a cell exact."""
    halves = floor(percent * width / 50 + _HALF)
    whole, half = divmod(halves, 2)
    sure = "━" * whole + "╾" * half
    return join(plain(sure, "$share"), plain("─" * (width - len(sure)), "$track"))


def gap_bar(gap: Span | None, half: int = 15, room: int = 5) -> Content:
    """A gap in points to the left (below) or the right (above) of a zero line.

    The signed number stands at the bar's end; a gap that nobody knows reaches to both sides with both.

    Args:
        gap: in points, −100..100; none for an item that is not compared.
        half: cells that 100 points take.
        room: further cells at each side for the number; five are enough for any.

    Returns:
        ``2 * (half + room) + 1`` cells.
    """
    side = half + room
    low, high = (gap.low, gap.high) if gap else (Fraction(0), Fraction(0))
    known = low == high
    left = _side(low, half, side, known=known, ends="╺━") if low < 0 else Content(" " * side)
    right = _side(high, half, side, known=known, ends="━╸") if high > 0 else Content(" " * side)
    if gap and low == high == 0:
        right = join(" ", plain(with_sign(0), "$soft"), " " * (side - 2))
    return join(left, plain("│", "$track"), right)


def _side(points: Fraction, half: int, side: int, *, known: bool, ends: str) -> Content:
    """A bar from the zero line to one side, and its number; a possible one is rounded outward.

    ``ends`` are the signs of a bar that ends in mid-cell, from left to right.
    """
    whole, rest = divmod(floor(abs(points) * half / 50 + _HALF), 2)
    above = points > 0
    colour = "$unknown" if not known else "$above" if above else "$below"
    if known:
        cells = "━" * whole + ends[1] * rest if above else ends[0] * rest + "━" * whole
    else:
        cells = "╍" * ceil(abs(points) * half / 100)
    bar, number = plain(cells, colour), plain(with_sign(points), f"bold {colour}")
    blank = " " * max(side - len(cells) - 1 - number.cell_length, 0)
    return join(bar, " ", number, blank) if above else join(blank, number, " ", bar)
