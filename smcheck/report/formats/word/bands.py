"""Scores and counts as a table: name, own number, band, surveyed number."""

from collections.abc import Sequence

from smcheck.report.brand import Brand
from smcheck.report.document.model import Bands, CountBand, ScoreBand
from smcheck.report.formats import descriptions
from smcheck.report.formats.word import pictures
from smcheck.report.formats.word.elements import (
    Picture,
    Place,
    Row,
    Run,
    Tab,
    Table,
    cell,
)

_WIDTHS = (53.0, 30.0, pictures.BAND_WIDTH + 2, 20.0)
_PICTURES = frozenset({2})


def bands_table(blocks: Sequence[Bands], place: Place) -> Table:
    """Bands that follow each other, on one scale, each group below its caption."""
    first = blocks[0]
    legend = next((bands.legend for bands in blocks if bands.legend), "")
    head = Row(
        (
            cell("smcheck Row Head", ""),
            cell("smcheck Row Head", Run(first.own_head, "smcheck Own")),
            cell("smcheck Scale", "0", Tab(), legend, Tab(), "100"),
            cell("smcheck Number Head", Run("┃ ", "smcheck Strong"), first.theirs_head),
        ),
        head=True,
    )
    rows = [head]
    for bands in blocks:
        if bands.caption:
            rows.append(
                Row((cell("smcheck Row", ""), cell("smcheck Legend", bands.caption, span=3, stay=True)))
            )
        rows += [_row(band, place.brand) for band in bands.rows]
    return Table("smcheck Rows", _WIDTHS, tuple(rows), place.title, fixed=_PICTURES)


def _row(band: ScoreBand | CountBand, brand: Brand) -> Row:
    hint = band.hint if isinstance(band, ScoreBand) else ""
    name = cell("smcheck Row", _label(band), Run(f"  {hint}" if hint else "", "smcheck Hint"), stay=True)
    if isinstance(band, ScoreBand) and band.instead:
        instead = cell("smcheck Row", Run(band.instead, "smcheck Soft"), span=2, stay=True)
        return Row((name, instead, cell("smcheck Number", band.theirs, stay=True)), height=6)
    height = pictures.row_height(band.label, hint, _WIDTHS[0])
    return Row(
        (
            name,
            cell("smcheck Row", Run(band.own, "smcheck Own"), stay=True),
            cell("smcheck Band", _picture(band, brand, height)),
            cell("smcheck Number", band.theirs, stay=True),
        )
    )


def _label(band: ScoreBand | CountBand) -> Run:
    return Run(band.label, "smcheck Strong" if isinstance(band, ScoreBand) else "")


def _picture(band: ScoreBand | CountBand, brand: Brand, height: float) -> Picture:
    if isinstance(band, ScoreBand):
        content, words = pictures.score_picture(band, brand, height), descriptions.score_description(band)
    else:
        content, words = pictures.count_picture(band, brand, height), descriptions.count_description(band)
    return Picture(content, pictures.BAND_WIDTH, height, words)
