"""Where the content of a page stands: margins, and how wide columns of text are at each width of terminal."""

from typing import NamedTuple

NARROW = 60
"""Below so many columns a page has one column and short names."""
TWO = 120
"""From so many columns on a page has two columns of text."""
THREE = 160
"""From so many columns on it has three."""
SHORT = 20
"""Below so many rows every row counts: no line under the tabs, no blank rows."""
SPACIOUS = 30
"""From so many rows on there are blank rows between blocks."""

GAP = 5
"""Cells between two columns of text: two blanks, a thin line, two blanks."""
_MOST = 176
"""Cells that all columns and the gaps between them take at most."""
_ONE = 90
"""Cells of a single column of text at most: longer lines are hard to read."""
_LAST = 60
"""Cells of the last of several columns at most."""


class Frame(NamedTuple):
    """The content's place in a row: blank cells to its left, and its width."""

    left: int
    width: int


def frame_of(terminal: int) -> Frame:
    """Where content stands in a terminal with so many columns; top line, tabs and keys stand there too."""
    if terminal < NARROW:
        return Frame(2, max(terminal - 3, 1))
    width = min(terminal - 6, _MOST if terminal >= TWO else _ONE)
    return Frame((terminal - width) // 2, width)


def rows_above(height: int) -> int:
    """Blank rows above a question or a form in a terminal with so many rows."""
    return 0 if height < SHORT else 1 if height < SPACIOUS else 2


def column_widths(frame: Frame, *fixed: int) -> tuple[int, ...]:
    """The widths of columns of text: the first ones as given, the last one what is left.

    Without a given width there is one column, over the whole frame where that is no wider than it reads.
    """
    if not fixed:
        return (min(frame.width, _ONE),)
    return (*fixed, min(frame.width - sum(fixed) - GAP * len(fixed), _LAST))
