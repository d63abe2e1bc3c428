"""Who does what: a department a row, a need a column."""

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table
from smcheck.words.language import _


def roles(document: m.Document) -> Table:
    """The departments' parts in the needs, in words; no rows where there is no need."""
    matrix = next((block for _section, block in document.blocks() if isinstance(block, m.Matrix)), None)
    title = _("Who does what")
    if matrix is None:
        return Table("roles", title, (), ())
    columns = (
        Column(matrix.department_head, 32),
        *(Column(name, 22) for _short, name in matrix.needs),
        Column(matrix.involved_head, 16),
        Column(matrix.theirs_head, 10),
    )
    rows: list[Row] = [
        (row.label, *(part.meaning for part in row.parts), row.answer, row.theirs) for row in matrix.rows
    ]
    rows.append((matrix.covered_head, *matrix.covered, "", ""))
    return Table("roles", title, columns, tuple(rows), frozenset({len(rows) - 1}))
