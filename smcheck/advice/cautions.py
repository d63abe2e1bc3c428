"""What to bear in mind when reading a result: how old the figures are, and whom they speak of."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from smcheck.pack import FigureSet, Pack, Source
from smcheck.sheet import Sheet


class Caution(NamedTuple):
    """One caution.

    ``kind`` is ``old`` (more than 3 years), ``historical`` (more than 8), ``sector`` or ``country`` (the
    survey asked others), ``n_unknown``, ``n_unconfirmed``, or the pack's own, with its text among the texts.
    """

    kind: str
    source: str
    year: int
    items: tuple[str, ...] = ()


def as_of(pack: Pack, sheet: Sheet) -> date:
    """The day for which ages count: the sheet's last change, else the pack's date.

    Not the day of reading: the same answers always give the same result.
    """
    return sheet.on() or pack.file.dated


def age_of(source: Source, on: date) -> int:
    """How many years old a survey was."""
    return on.year - source.year


def age_word(source: Source, on: date) -> str:
    """``historical`` after 8 years, ``old`` after 3, else nothing."""
    age = age_of(source, on)
    return "historical" if age > 8 else "old" if age > 3 else ""


def cautions(pack: Pack, figures: FigureSet, sheet: Sheet) -> tuple[Caution, ...]:
    """The cautions on a figure set for a sheet, source by source."""
    return _cautions(figures, as_of(pack, sheet), sheet.profile.get("sector"), sheet.profile.get("country"))


@lru_cache(maxsize=2_000)
def _cautions(figures: FigureSet, on: date, sector: str | None, country: str | None) -> tuple[Caution, ...]:
    found: list[Caution] = []
    used = {figure.source for figure in figures.figures}
    for source in figures.sources:
        if source.id not in used:
            continue
        kinds = [
            age_word(source, on),
            _differs("sector", source.sector, sector),
            _differs("country", source.country, country),
            "n_unknown" if source.n is None else "" if source.n_confirmed else "n_unconfirmed",
        ]
        found += [Caution(kind, source.id, source.year) for kind in kinds if kind]
        own: dict[str, list[str]] = {}
        for figure in figures.figures:
            if figure.source == source.id and figure.caution:
                own.setdefault(figure.caution, []).append(figure.item)
        found += [Caution(kind, source.id, source.year, tuple(items)) for kind, items in own.items()]
    return tuple(found)


def _differs(field: str, surveyed: str | None, given: str | None) -> str:
    return field if surveyed and given and given != surveyed else ""
