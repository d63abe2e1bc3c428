"""All stored sheets as the list knows them: found by name, put in order, and how wide what they show is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from unicodedata import combining, normalize

from smcheck.store import SheetSummary
from smcheck.tui.text import plain
from smcheck.words.numbers import day, day_of_year, here
from smcheck.words.search import fold

_LONGEST_RESPONDENT = 40
"""Characters of a respondent's name that the width of its column is measured by."""


class Column(StrEnum):
    """A column of the list."""

    ORGANISATION = "organisation"
    RESPONDENT = "respondent"
    CHANGED = "changed"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Order:
    """By which column the list is sorted, and whether the other way round."""

    column: Column = Column.CHANGED
    reverse: bool = False

    def by(self, column: Column) -> "Order":
        """The order once somebody asks for this column: the other way round where it is the present one."""
        return Order(column, reverse=column is self.column and not self.reverse)

    @property
    def sign(self) -> str:
        """The sign beside the column's name: whether what is below it is later in the alphabet, or newer."""
        falls = (self.column is Column.CHANGED) is not self.reverse
        return "↓" if falls else "↑"


class SheetIndex:
    """All stored sheets.

    Args:
        sheets: last changed first.
    """

    def __init__(self, sheets: Sequence[SheetSummary] = ()) -> None:
        self._sheets = sheets
        days = Counter(here(sheet.modified).date() for sheet in sheets)
        self._crowded = {date_ for date_, number in days.items() if number > 1}
        """The days of which there are several sheets: there the time tells them apart."""
        self._year = max((date_.year for date_ in days), default=0)
        """The year of the sheet that was changed last."""
        self.when_width = max((len(self._day_text(date_)) for date_ in days), default=0)
        """Cells that the time of change needs."""
        self.respondent_width = _widest({sheet.respondent.strip()[:_LONGEST_RESPONDENT] for sheet in sheets})
        """Cells that the respondents' names need, unless they are very long."""

    def __len__(self) -> int:
        return len(self._sheets)

    def find(self, text: str, order: Order) -> list[SheetSummary]:
        """The sheets whose organisation or respondent contains a text, in any case, in an order."""
        wanted = fold(text.strip())
        found = [sheet for sheet in self._sheets if wanted in _names(sheet)] if wanted else [*self._sheets]
        if order.column is Column.ORGANISATION:
            found.sort(key=lambda sheet: _alphabetical(sheet.organisation))
        elif order.column is Column.RESPONDENT:
            found.sort(key=lambda sheet: _alphabetical(sheet.respondent))
        elif order.column is Column.STATE:  # what is still to be done comes first
            found.sort(key=lambda sheet: sheet.finished)
        return found[::-1] if order.reverse else found

    def when(self, sheet: SheetSummary) -> str:
        """When a sheet was last changed, with the time of day where there are several of that day."""
        moment = here(sheet.modified)
        text = self._day_text(moment.date())
        return text[: -len(_TIME)] + f"{moment:%H:%M}" if moment.date() in self._crowded else text

    def _day_text(self, date_: date) -> str:
        if date_ not in self._crowded:
            return day(date_)
        return f"{day_of_year(date_) if date_.year == self._year else day(date_)}, {_TIME}"


_TIME = "00:00"
"""Stands for any time of day."""


def _names(sheet: SheetSummary) -> str:
    return fold(f"{sheet.organisation}\n{sheet.respondent}")


def _alphabetical(name: str) -> tuple[bool, str]:
    """Names in alphabetical order, in any case, Ä beside A; those that were not given come last."""
    folded = fold(name.strip())
    if not folded.isascii():
        folded = "".join(part for part in normalize("NFKD", folded) if not combining(part))
    return not folded, folded


def _widest(texts: set[str]) -> int:
    return max((plain(text).cell_length for text in texts), default=0)
