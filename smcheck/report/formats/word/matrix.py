"""Who does what: departments and needs as a table of symbols, each explained in words."""

from smcheck.report.document.model import Matrix, MatrixRow, Part
from smcheck.report.formats.descriptions import matrix_description
from smcheck.report.formats.word.elements import (
    Cell,
    Element,
    Inline,
    Paragraph,
    Place,
    Row,
    Run,
    Table,
    cell,
    paragraph,
)

_LYING = 5
"""Up to so many needs their names lie; more stand upright."""
_FITS = 5
"""Letters that fit into the narrow columns of many needs."""
_UPRIGHT_HEIGHT = 26.0
_NAME, _ANSWER, _THEIRS = 44.0, 25.0, 15.0
_NEEDS = 170.0 - _NAME - _ANSWER - _THEIRS
_SYMBOLS = {
    ("lead", "involved"): ("●", "smcheck Lead Symbol"),
    ("lead", "missing"): ("○", "smcheck Missing Symbol"),
    ("lead", "not_known"): ("◐", "smcheck Lead Symbol"),
    ("lead", "covered"): ("◌", "smcheck Covered Symbol"),
    ("help", "involved"): ("●", "smcheck Help Symbol"),
    ("help", "missing"): ("○", "smcheck Absent Symbol"),
    ("help", "not_known"): ("◐", "smcheck Help Symbol"),
}
"""A character and its style for each part and state."""


def matrix_elements(matrix: Matrix, place: Place) -> list[Element]:
    """The table and its legend."""
    width = _NEEDS / max(len(matrix.needs), 1)
    upright = len(matrix.needs) > _LYING
    turned = upright and max(map(len, matrix.covered), default=0) > _FITS
    widths = (_NAME, *[width] * len(matrix.needs), _ANSWER, _THEIRS)
    head = Row(
        (
            cell("smcheck Row Head", matrix.department_head),
            *(_need_cell("smcheck Symbol Head", short, upright=upright) for short, _name in matrix.needs),
            cell("smcheck Row Head", matrix.involved_head),
            cell("smcheck Number Head", matrix.theirs_head),
        ),
        head=True,
        height=_UPRIGHT_HEIGHT if upright else 0,
    )
    covered = Row(
        (
            cell("smcheck Row", Run(matrix.covered_head, "smcheck Strong")),
            *(_need_cell("smcheck Covered", answer, upright=turned) for answer in matrix.covered),
            cell("smcheck Row", ""),
            cell("smcheck Number", ""),
        ),
        height=_UPRIGHT_HEIGHT if turned else 6.2,
    )
    rows = (head, *map(_row, matrix.rows), covered)
    description = matrix_description(matrix)
    table = Table("smcheck Matrix", widths, rows, place.title, description, last_row=True)
    return [table, _legend(matrix)] if matrix.legend else [table]


def _need_cell(style: str, text: str, *, upright: bool) -> Cell:
    """A cell of a need's narrow column, in this style unless it stands upright."""
    if upright:
        return Cell((paragraph("smcheck Upright Head", text),), upright=True)
    return cell(style, text)


def _row(row: MatrixRow) -> Row:
    name, answer = {"yes": ("smcheck Strong", "smcheck Own"), "na": ("smcheck Soft", "smcheck Soft")}.get(
        row.state, ("", "smcheck Soft")
    )
    return Row(
        (
            cell("smcheck Row", Run(row.label, name), stay=True),
            *(cell("smcheck Symbol", *_symbol(part)) for part in row.parts),
            cell("smcheck Row", Run(row.answer, answer)),
            cell("smcheck Number", Run(row.theirs, "smcheck Soft")),
        ),
        height=6.2,
    )


def _symbol(part: Part) -> tuple[Inline, ...]:
    if not part.charge:
        return ()
    return (Run(*_SYMBOLS[part.charge, part.state]),)


def _legend(matrix: Matrix) -> Paragraph:
    runs: list[str | Inline] = []
    for part in matrix.legend:
        runs += [*_symbol(part), f"\u00a0{part.meaning}    "]
    return paragraph("smcheck Legend", *runs)
