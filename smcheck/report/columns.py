"""Text in the columns of a terminal: padding, wrapping, tables; Rich says how wide a character is."""

import re
from collections.abc import Sequence

from rich.cells import cell_len, chop_cells

GAP = "  "
_BREAK = re.compile(" (?!%)")  # a number keeps its percent sign


def pad(text: str, width: int, *, right: bool = False) -> str:
    """``text`` padded with spaces to ``width`` columns, on its left with ``right``."""
    fill = " " * (width - cell_len(text))
    return fill + text if right else text + fill


def wrap(text: str, width: int, first: str = "", rest: str = "", *, cut: bool = True) -> list[str]:
    """``text`` wrapped to lines of at most ``width`` columns.

    The first line begins with ``first``, the others with ``rest``. A word that is too long for a line is cut,
    or without ``cut`` left whole, as an address is to be.
    """
    room = max(width - cell_len(rest), 2)
    pieces = [
        piece
        for word in _BREAK.split(text)
        for piece in (chop_cells(word, room) if cut and cell_len(word) > room else [word])
    ]
    lines = [first + pieces[0]]
    for piece in pieces[1:]:
        line = f"{lines[-1]} {piece}"
        if cell_len(line) <= width:
            lines[-1] = line
        else:
            lines.append(rest + piece)
    return lines


def widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The width of each column of a table: that of its widest text."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
