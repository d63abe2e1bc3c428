"""What a Word report is made of: paragraphs and tables, each with the name of its style and no look."""

from dataclasses import dataclass
from typing import NamedTuple

from smcheck.report.brand import Brand
from smcheck.report.document.model import Link


@dataclass(frozen=True, slots=True)
class Run:
    """Text in a character style; without one it looks as its paragraph does. Line feeds break the line."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a line of text. Width and height are millimetres; ``description`` says what it shows."""

    content: bytes
    width: float
    height: float
    description: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A step to the next tab stop of the paragraph's style."""


Inline = Run | Picture | Tab | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in the style of this name. With ``stay`` it stays on the page of the one after it."""

    style: str
    content: tuple[Inline, ...]
    stay: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over ``span`` columns; ``upright`` is read from bottom to top."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row, at least ``height`` millimetres high.

    A ``head`` is repeated on each page; with ``split`` a page may end in the midst of the row.
    """

    cells: tuple[Cell, ...]
    head: bool = False
    height: float = 0
    split: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the style of this name.

    ``widths`` are the columns' in millimetres on a page with 170 for the text; where there is more or less,
    all but the ``fixed`` ones, which hold pictures, share the difference. ``title`` and ``description`` are
    read out to whoever cannot see it.
    """

    style: str
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    title: str
    description: str = ""
    fixed: frozenset[int] = frozenset()
    last_row: bool = False
    """Whether the last row is set apart, as a sum is."""


Element = Paragraph | Table


class Place(NamedTuple):
    """Where a block stands: its section's title and hint, and the brand that it is drawn in."""

    title: str
    hint: str
    brand: Brand


def paragraph(style: str, *content: str | Inline, stay: bool = False) -> Paragraph:
    """A paragraph; empty texts are left out."""
    runs = (Run(part) if isinstance(part, str) else part for part in content)
    return Paragraph(style, tuple(run for run in runs if not (isinstance(run, Run) and not run.text)), stay)


def cell(style: str, *content: str | Inline, span: int = 1, stay: bool = False) -> Cell:
    """A cell that holds one paragraph."""
    return Cell((paragraph(style, *content, stay=stay),), span)
