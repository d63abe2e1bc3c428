"""Text in lines of a fixed width: cells, wrapping, aligned columns."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

GAP = "  "
_BREAK = re.compile(" (?!%)")  # a number keeps its percent sign


def cells(text: str) -> int:
    """How many columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200c\u200d\ufe0e\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int, *, right: bool = False) -> str:
    """``text`` filled up with spaces to ``width`` columns, on its left with ``right``."""
    fill = " " * (width - cells(text))
    return fill + text if right else text + fill


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """``text`` in lines of at most ``width`` columns.

    The first line begins with ``first``, the others with ``rest``. A word that is too long for a line is cut.
    """
    lines: list[str] = []
    line, bare = first, True
    for word in _BREAK.split(text):
        for piece in _pieces(word, max(width - cells(rest), 2)):
            if bare:
                line, bare = line + piece, False
            elif cells(line) + 1 + cells(piece) <= width:
                line += " " + piece
            else:
                lines.append(line)
                line = rest + piece
    return [*lines, line]


def _pieces(word: str, width: int) -> Iterator[str]:
    if cells(word) <= width:
        yield word
        return
    piece, taken = "", 0
    for character in word:
        size = _cells(character)
        if taken + size > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + character, taken + size
    yield piece


def widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns that the widest text of each column takes."""
    return [max(map(cells, column)) for column in zip(*rows, strict=True)]
