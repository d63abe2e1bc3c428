"""Who does what: departments as rows, needs as columns."""

from smcheck.report.document.model import Matrix, MatrixRow, Part, Section
from smcheck.report.formats.powerpoint.drawings.words import HEAD_POINTS, head
from smcheck.report.formats.powerpoint.grid import WIDTH, Grid
from smcheck.report.formats.powerpoint.measure import width
from smcheck.report.formats.powerpoint.spoken import block_lines
from smcheck.report.formats.powerpoint.table import Cell, Row, cell
from smcheck.report.formats.powerpoint.text import SIGN_FONT, Run, Tone

_SIGNS = {
    ("lead", "involved"): Run("●", 14, tone=Tone.BRAND, font=SIGN_FONT),
    ("lead", "missing"): Run("○", 14, bold=True, font=SIGN_FONT),
    ("lead", "not_known"): Run("◍", 14, tone=Tone.BRAND, font=SIGN_FONT),
    ("lead", "covered"): Run("○", 14, tone=Tone.MID, font=SIGN_FONT),
    ("help", "involved"): Run("●", 8, tone=Tone.BRAND, font=SIGN_FONT),
    ("help", "missing"): Run("○", 8, font=SIGN_FONT),
    ("help", "covered"): Run("○", 8, font=SIGN_FONT),
    ("help", "not_known"): Run("◍", 8, tone=Tone.BRAND, font=SIGN_FONT),
}
_NAME, _INVOLVED, _THEIRS = 92, 42, 24
_ROW, _CLOSE_ROW = 7.7, 6.9
_MOST_LEVEL = 5
"""Up to so many needs have their heads level; from then on they are read upwards."""


def matrix_grid(section: Section, block: Matrix) -> Grid:
    """The matrix with its heads; the last row says which needs are covered."""
    count = len(block.needs)
    each = (WIDTH - _NAME - _INVOLVED - _THEIRS) / max(count, 1)
    upwards = count > _MOST_LEVEL
    tall_row = _CLOSE_ROW if upwards else _ROW
    names = [short for short, _full in block.needs]
    tall = max((width(name, HEAD_POINTS) for name in names), default=0) + 3 if upwards else 8
    heads = [
        Cell(
            ((Run(name, HEAD_POINTS),),),
            "left" if upwards else "centre",
            upwards,
            "middle" if upwards else "bottom",
        )
        for name in names
    ]
    top = Row(
        (
            head(block.department_head),
            *heads,
            head(block.involved_head),
            head(block.theirs_head, align="right"),
        ),
        tall,
        "hair",
    )
    last = Row(
        (
            cell(Run(block.covered_head, bold=True)),
            *(cell(Run(word, 10 if upwards else 12, bold=True), align="centre") for word in block.covered),
            Cell(),
            Cell(),
        ),
        tall_row,
    )
    rows = tuple(
        _row(row, tall_row, last=number == len(block.rows)) for number, row in enumerate(block.rows, start=1)
    )
    widths = (_NAME, *(each for _need in block.needs), _INVOLVED, _THEIRS)
    return Grid(section.name, widths, top, (*rows, last), tuple(block_lines(block)))


def legend_line(block: Matrix) -> str:
    """The signs that occur, each with its meaning."""
    parts = []
    for part in block.legend:
        sign = _SIGNS[part.charge, part.state].text
        parts.append(f"{sign if part.charge == 'lead' else small(sign)} {part.meaning}")
    return "   ".join(parts)


def small(sign: str) -> str:
    """The sign of a helper in running text, where one size is all there is."""
    return {"●": "•", "○": "◦", "◍": "◍"}[sign]


def _row(row: MatrixRow, tall: float, *, last: bool) -> Row:
    involved = row.state == "yes"
    away = row.state == "na"
    tone = Tone.SOFT if away else Tone.INK
    return Row(
        (
            cell(Run(row.label, bold=involved, tone=tone)),
            *(_sign(part) for part in row.parts),
            cell(Run(row.answer, bold=involved, tone=Tone.BRAND if involved else Tone.SOFT)),
            cell(Run(row.theirs, tone=Tone.SOFT), align="right"),
        ),
        tall,
        "rule" if last else "hair",
    )


def _sign(part: Part) -> Cell:
    return cell(_SIGNS[part.charge, part.state], align="centre") if part.charge else Cell()
