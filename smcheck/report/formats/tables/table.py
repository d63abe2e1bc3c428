"""A table with typed cells."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from smcheck.report.document.model import Comment

Kind = Literal["text", "percent", "points", "number"]
"""What a column holds: text, percentages from 0 to 100, signed points, or whole numbers."""
Cell = str | int | Fraction | None
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column: its head, how many characters wide it is where there are widths, and what is in it."""

    title: str
    width: int
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads, every row as long as ``columns``.

    ``id`` is fixed and no word of the language; ``begins`` are the rows that begin something.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    begins: frozenset[int] = frozenset()


def comment_words(comment: Comment | None) -> str:
    """A comment, then who made it, on a line of its own."""
    return "\n".join(filter(None, (comment.text, comment.author))) if comment else ""
