"""Who does what: departments as rows, needs as columns."""

from dataclasses import replace

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
    ("help", "not_known"): Run("◍", 8, tone=Tone.BRAND, font=SIGN_FONT),
}
_INVOLVED, _THEIRS, _APART = 54, 22, 4
_LEAST_NAME, _MOST_NAME, _MOST_NEED = 64, 100, 34
_ROW, _CLOSE_ROW = 7.7, 6.9
_MOST_LEVEL = 5
"""Up to so many needs have their heads level; from then on they are read upwards."""


def matrix_grid(section: Section, block: Matrix) -> Grid:
    """The matrix with its heads; the last row says which needs are covered."""
    upwards = len(block.needs) > _MOST_LEVEL
    tall = _CLOSE_ROW if upwards else _ROW
    words = (cell(Run(word, 10 if upwards else 12, bold=True), align="centre") for word in block.covered)
    last = Row((cell(Run(block.covered_head, bold=True)), *words, Cell(), Cell()), tall)
    rows = tuple(
        _row(row, tall, last=number == len(block.rows)) for number, row in enumerate(block.rows, start=1)
    )
    return Grid(
        section.name, _widths(block), _heads(block, upwards=upwards), (*rows, last), tuple(block_lines(block))
    )


def _widths(block: Matrix) -> tuple[float, ...]:
    """The needs are equally wide, and the departments have what is left."""
    count = max(len(block.needs), 1)
    longest = max((width(row.label, 14, bold=True) for row in block.rows), default=0) + 4
    rest = WIDTH - _INVOLVED - _THEIRS
    each = min((rest - min(max(_LEAST_NAME, longest), _MOST_NAME)) / count, _MOST_NEED)
    return (rest - each * count, *(each for _need in block.needs), _INVOLVED, _THEIRS)


def _heads(block: Matrix, *, upwards: bool) -> Row:
    names = [short for short, _full in block.needs]
    tall = max((width(name, HEAD_POINTS) for name in names), default=0) + 3 if upwards else 8
    runs = (((Run(name, HEAD_POINTS),),) for name in names)
    turned = (Cell(run, upwards=True) if upwards else Cell(run, "centre", anchor="bottom") for run in runs)
    involved = replace(head(block.involved_head), indent=_APART)
    right = head(block.theirs_head, align="right")
    return Row((head(block.department_head), *turned, involved, right), tall, "hair")


def legend(block: Matrix) -> tuple[Run, ...]:
    """The signs that occur, each with its meaning: who takes charge, then who helps."""
    runs: list[Run] = []
    for part in sorted(block.legend, key=lambda part: part.charge != "lead"):
        sign = _SIGNS[part.charge, part.state]
        runs += [
            replace(sign, points=min(sign.points, 12)),
            Run(f"\u00a0{part.meaning}    ", HEAD_POINTS, tone=Tone.SOFT),
        ]
    return tuple(runs)


def _row(row: MatrixRow, tall: float, *, last: bool) -> Row:
    involved = row.state == "yes"
    away = row.state == "na"
    tone = Tone.SOFT if away else Tone.INK
    return Row(
        (
            cell(Run(row.label, bold=involved, tone=tone)),
            *(_sign(part) for part in row.parts),
            replace(
                cell(Run(row.answer, bold=involved, tone=Tone.BRAND if involved else Tone.SOFT)),
                indent=_APART,
            ),
            cell(Run(row.theirs, tone=Tone.SOFT), align="right"),
        ),
        tall,
        "rule" if last else "hair",
    )


def _sign(part: Part) -> Cell:
    return cell(_SIGNS[part.charge, part.state], align="centre") if part.charge else Cell()
