"""What to bear in mind when reading a result: how old the figures are, and whom they speak of."""

from dataclasses import dataclass
from datetime import date

from smcheck.pack import FigureSet, Pack, Source
from smcheck.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Caution:
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
    on = as_of(pack, sheet)
    found: list[Caution] = []
    used = {figure.source for figure in figures.figures}
    for source in figures.sources:
        if source.id not in used:
            continue
        kinds = [
            age_word(source, on),
            _differs("sector", source.sector, sheet),
            _differs("country", source.country, sheet),
            "n_unknown" if source.n is None else "" if source.n_confirmed else "n_unconfirmed",
        ]
        found += [Caution(kind, source.id, source.year) for kind in kinds if kind]
        own = dict.fromkeys(
            figure.caution for figure in figures.figures if figure.source == source.id and figure.caution
        )
        for caution in own:
            items = tuple(figure.item for figure in figures.figures if figure.caution == caution)
            found.append(Caution(str(caution), source.id, source.year, items))
    return tuple(found)


def _differs(field: str, surveyed: str | None, sheet: Sheet) -> str:
    given = sheet.profile.get(field)
    return field if surveyed and given and given != surveyed else ""
