"""Where one stands: scores, counts and items beside the surveyed companies."""

from dataclasses import dataclass
from fractions import Fraction

from smcheck.scoring import Span


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """A score on the scale from 0 to 100.

    ``own`` and ``theirs`` say the numbers in columns (``13–25 of 100``, ``58``), ``hint`` what the number is.
    ``score`` and ``mark`` are absent where there is none; ``instead`` then says why in a few words.
    """

    label: str
    hint: str
    own: str
    theirs: str
    score: Span | None
    mark: Fraction | None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class CountBand:
    """A count as cells of equal width: the certain, then the not known, then the rest.

    ``states`` holds ``yes``, ``unknown`` or ``no`` for each cell, in that order; ``mark`` is the surveyed
    companies' mean in cells, absent where nothing can be compared. ``judged`` tells bars from described ones.
    """

    label: str
    own: str
    theirs: str
    states: tuple[str, ...]
    mark: Fraction | None
    judged: bool


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands under each other on one scale, with the heads of the two columns of numbers.

    ``caption`` stands above them, ``legend`` explains the hatching where something is not known.
    """

    own_head: str
    theirs_head: str
    rows: tuple[ScoreBand | CountBand, ...]
    caption: str = ""
    legend: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item beside the surveyed companies.

    ``state`` is ``yes``, ``no``, ``unknown``, ``na`` or empty, ``answer`` says it. ``theirs`` is their
    percentage as text (``51 %``), ``percent`` as number. ``gap`` is the distance in points and ``gap_texts``
    its ends (one, or two where it is a range); absent in described sections and for what does not exist.
    ``note`` says where “no” is the favourable answer, ``changed`` that it came after the result. ``path`` is
    the item's id with its section (``team.dedicated``).
    """

    path: str
    label: str
    note: str
    changed: str
    state: str
    answer: str
    percent: Fraction
    theirs: str
    gap: Span | None = None
    gap_texts: tuple[str, ...] = ()
    source: str = ""
    """The marker of the source (``1``), as in :class:`Sources`."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Items of a judged section as bars to both sides of 0, from −100 to 100."""

    own_head: str
    theirs_head: str
    left: str
    """What bars to the left mean (“← surveyed ahead”); ``right`` likewise."""
    right: str
    rows: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Items of a described section as the surveyed companies' share, from 0 to 100, beside the own answer."""

    own_head: str
    theirs_head: str
    rows: tuple[Item, ...]
