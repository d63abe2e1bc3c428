"""What the store gives: sheets, rows of their list, and the entries made in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Sheet

Change: TypeAlias = tuple[str, str, str | None]
"""Kind (answer, note, profile, comment), key and value of an entry to be made.

No value takes back what was given.
"""


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """Names, dates and state of a stored sheet; nothing of what was answered."""

    id: str
    pack: str
    organisation: str
    respondent: str
    created: datetime
    modified: datetime
    finished: bool
    """Whether its result was seen."""


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A stored sheet in a list, with its current answers."""

    summary: SheetSummary
    pack: "Pack | None" = None
    """What it was answered under; none where that is another questionnaire, or the sheet is damaged."""
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """A sheet with its revision (the number of entries ever made in it) and where its sitting stands."""

    sheet: "Sheet"
    revision: int
    position: str
    finished: bool
    """Whether its result was seen."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry: what was given, when, by whom, before or after the result was first seen.

    ``value`` is none where an answer was taken back, ``at`` for a comment that came in a file without a date.
    """

    kind: str
    key: str
    value: str | None
    at: datetime | None
    by: str
    after_result: bool
