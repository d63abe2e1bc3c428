"""Scores and counts as bands on one scale from 0 to 100, with a stroke at the surveyed companies' mean."""

from fractions import Fraction

from smcheck.report.document.model import Bands, CountBand, ScoreBand, Section
from smcheck.report.formats.powerpoint.chart import HATCHED, Bars, Series
from smcheck.report.formats.powerpoint.drawings.words import head
from smcheck.report.formats.powerpoint.grid import Grid
from smcheck.report.formats.powerpoint.spoken import block_lines
from smcheck.report.formats.powerpoint.table import Cell, Row, cell
from smcheck.report.formats.powerpoint.text import Run, Tone
from smcheck.words.language import _

Band = ScoreBand | CountBand
_WIDTHS = (88, 46, 122, 34.67)
_STROKE = 0.01


def band_grid(section: Section, block: Bands) -> Grid:
    """Label, own number, band, and the surveyed companies' number."""
    stroke = cell(Run("▎", 11), Run(block.theirs_head, 11, tone=Tone.SOFT), align="right", anchor="bottom")
    top = Row((head(block.caption), head(block.own_head, tone=Tone.BRAND, bold=True), Cell(), stroke), 8)
    lines = block_lines(block)[1 if block.caption else 0 :]

    def bars(numbers: tuple[int, ...]) -> Bars:
        rows = tuple(block.rows[number] for number in numbers)
        parts = [_parts(row) for row in rows]
        strokes = tuple(_STROKE if row.mark is not None else None for row in rows)
        return Bars(
            name=section.name,
            categories=tuple(row.label for row in rows),
            series=(
                Series(block.own_head, tuple(part[0] for part in parts), "brand"),
                Series(_("not known"), tuple(part[1] for part in parts), HATCHED),
                Series(_("up to 100"), tuple(part[2] for part in parts), "outline"),
            ),
            low=0,
            high=100,
            step=100,
            number_format="0",
            stacked=True,
            inset=0.033,
            tinted=frozenset(
                n for n, row in enumerate(rows) if isinstance(row, CountBand) and not row.judged
            ),
            marks=(
                Series(block.theirs_head, tuple(_mark(row) for row in rows), "outline"),
                Series(_("edge of the stroke"), strokes, "outline"),
                Series(_("stroke"), strokes, "outline"),
            ),
            grid=False,
        )

    rows = tuple(_row(row) for row in block.rows)
    return Grid(section.name, _WIDTHS, top, rows, tuple(lines), bars)


def _row(band: Band) -> Row:
    hint = (Run(f"  {band.hint}", 11, tone=Tone.SOFT),) if isinstance(band, ScoreBand) and band.hint else ()
    instead = band.instead if isinstance(band, ScoreBand) and band.score is None else ""
    return Row(
        (
            cell(Run(band.label, bold=isinstance(band, ScoreBand)), *hint),
            cell(Run(band.own, bold=True, tone=Tone.BRAND)) if band.own else Cell(),
            cell(Run(instead, tone=Tone.SOFT)) if instead else Cell(),
            cell(Run(band.theirs), align="right"),
        ),
        11,
    )


def _parts(band: Band) -> tuple[float | None, float | None, float | None]:
    """The certain, the not known and the rest of the scale, in percent."""
    if isinstance(band, ScoreBand):
        if band.score is None:
            return None, None, None
        low, high = band.score
    else:
        share = Fraction(100, max(len(band.states), 1))
        low = share * band.states.count("yes")
        high = low + share * band.states.count("unknown")
    # No bar at all where there is nothing: its outline would be seen.
    return float(low) or None, float(high - low) or None, float(100 - high) or None


def _mark(band: Band) -> float | None:
    if band.mark is None:
        return None
    whole = 100 if isinstance(band, ScoreBand) else len(band.states)
    return float(100 * band.mark / whole)
