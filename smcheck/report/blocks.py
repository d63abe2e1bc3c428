"""Blocks: what a report's page is made of, whatever it is rendered to."""

from dataclasses import dataclass

NONE = "–"
"""What stands in a table where there is no number."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 for the page, 2 for its parts, 3 within a part."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; a line feed ends a line of what somebody typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles, every row as long as ``titles``; ``right`` are the columns of numbers.

    ``instead`` says the same in lines, for where the columns do not fit; without it each row becomes a line.
    ``legend`` explains the signs in the columns.
    """

    titles: tuple[str, ...]
    right: frozenset[int]
    rows: tuple[tuple[str, ...], ...]
    instead: tuple[str, ...] = ()
    legend: str = ""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list, and what there is to say about it; line feeds as in :class:`Paragraph`."""

    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries; where their order means something they are numbered from ``first`` on, else ``first`` is 0."""

    entries: tuple[ListEntry, ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """An address that can be followed, to be kept in one piece; never made of what people typed."""

    address: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and values."""

    pairs: tuple[tuple[str, str | Link], ...]


Block = Heading | Paragraph | Table | Listing | Pairs
