"""What to bear in mind when reading a result: how old the figures are, and whom they speak of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smcheck.pack import FigureSet, Pack, Source
from smcheck.sheet import Sheet

OLD, HISTORICAL = 3, 8
"""Years after which a survey is called old, and historical."""


@dataclass(frozen=True, slots=True)
class Caution:
    """One caution on one source.

    ``kind`` is ``old``, ``historical``, ``sector``, ``country`` or ``size`` (the survey asked others:
    ``given`` is what the respondent is, ``surveyed`` what was asked), ``n_unknown``, ``n_unconfirmed``,
    ``self_selected``, ``users_only``, or the pack's own, with its text among the texts and its ``items``.
    """

    kind: str
    source: str
    year: int
    items: tuple[str, ...] = ()
    given: str = ""
    surveyed: tuple[str, ...] = ()


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
    return "historical" if age > HISTORICAL else "old" if age > OLD else ""


def cautions(pack: Pack, figures: FigureSet, sheet: Sheet) -> tuple[Caution, ...]:
    """The cautions on a figure set for a sheet, source by source; only sources that a figure is from."""
    used = {figure.source for figure in figures.figures}
    sources = [source for source in figures.sources if source.id in used]
    return tuple(caution for source in sources for caution in _on_source(pack, figures, sheet, source))


def _on_source(pack: Pack, figures: FigureSet, sheet: Sheet, source: Source) -> Iterator[Caution]:
    kinds = [age_word(source, as_of(pack, sheet)), *_base_kinds(source)]
    yield from (Caution(kind, source.id, source.year) for kind in kinds if kind)
    for field, surveyed in (("sector", source.sector), ("country", source.country), ("size", source.size)):
        given = sheet.profile.get(field, "")
        if surveyed and given and given not in surveyed:
            yield Caution(field, source.id, source.year, given=given, surveyed=surveyed)
    worded = [figure for figure in figures.figures if figure.source == source.id and figure.caution]
    for kind in dict.fromkeys(str(figure.caution) for figure in worded):
        items = tuple(figure.item for figure in worded if figure.caution == kind)
        yield Caution(kind, source.id, source.year, items)


def _base_kinds(source: Source) -> Iterator[str]:
    """What is to be said about the companies that the percentages are shares of."""
    if source.n is None:
        yield "n_unknown"
    elif not source.n_confirmed:
        yield "n_unconfirmed"
    if source.self_selected:
        yield "self_selected"
    if source.users_only:
        yield "users_only"
