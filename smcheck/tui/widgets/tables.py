"""Rows whose parts line up."""

from collections.abc import Sequence
from typing import Literal

from textual.content import Content

from smcheck.tui.text import join

Side = Literal["left", "right"]


def table(rows: Sequence[Sequence[Content]], sides: Sequence[Side], width: int) -> list[Content] | None:
    """Rows of equal columns, each as wide as its widest cell; none where that does not fit.

    Between columns are three blanks where there is room, else two. Before a column of numbers, which is as
    wide as its widest, are two, or one.

    Args:
        rows: the cells of each row.
        sides: where the cells of each column stand; one that stands right at the end of a row ends with it.
        width: cells that a row may have.
    """
    widths = [max((cell.cell_length for cell in column), default=0) for column in zip(*rows, strict=True)]
    free = width - sum(widths)
    gaps = _gaps(sides, free)
    if gaps is None:
        return None
    if sides[-1] == "right" and len(sides) > 1:
        gaps[-1] += free - sum(gaps)
    return [_row(row, widths, sides, gaps) for row in rows]


def _gaps(sides: Sequence[Side], free: int) -> list[int] | None:
    """The blanks before each column."""
    for gap, before_number in ((3, 2), (2, 2), (2, 1)):
        gaps = [0, *(before_number if side == "right" else gap for side in sides[1:])]
        if sum(gaps) <= free:
            return gaps
    return None


def _row(
    cells: Sequence[Content], widths: Sequence[int], sides: Sequence[Side], gaps: Sequence[int]
) -> Content:
    parts: list[Content | str] = []
    for cell, width, side, gap in zip(cells, widths, sides, gaps, strict=True):
        pad = " " * (width - cell.cell_length)
        parts += [" " * gap, pad, cell] if side == "right" else [" " * gap, cell, pad]
    return join(*parts).rstrip()


def flow(parts: Sequence[Content], width: int, gap: int = 3) -> Content:
    """Parts one after the other, in as many rows as they need; none is broken."""
    rows: list[list[Content]] = [[]]
    used = 0
    for part in parts:
        if rows[-1] and used + gap + part.cell_length > width:
            rows.append([])
            used = 0
        used += part.cell_length + (gap if rows[-1] else 0)
        rows[-1].append(part)
    blank = Content(" " * gap)
    return Content("\n").join([blank.join(row) for row in rows])
