"""The report as an Excel workbook: a sheet for each table, with typed cells, filters, and ready to print."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from smcheck.report.brand import HAIR, INK, PLAIN, SOFT, Brand
from smcheck.report.document.model import Document
from smcheck.report.formats.cells import cell_text, pieces
from smcheck.report.formats.tables import Table, tables
from smcheck.report.formats.tables.table import Cell, Kind, Row
from smcheck.words.fault import Fault
from smcheck.words.language import _

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_NUMBERS: dict[Kind, str] = {"percent": "0 %", "points": "+0;\u22120;0", "number": "0"}
_A4 = 9
_LINE, _HIGHEST = 13.5, 405
"""Points that a line of text is high, and a row at the most."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""What a report without a date is dated in its file, so that the same answers give the same bytes."""


def render(document: Document, brand: Brand = PLAIN) -> bytes:
    """The workbook: an overview, the items, the plan, who does what, notes, sources."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        created = datetime.combine(document.date, time(), UTC) if document.date else _EPOCH
        workbook.set_properties(
            {
                "title": cell_text(f"{document.organisation}: {document.title}")[:250],
                "author": cell_text(brand.name)[:250],
                "created": created,
            }
        )
        styles = _Styles(workbook, brand)
        for table in tables(document):
            _write(workbook.add_worksheet(table.title[:31]), table, styles)
            _set_print(workbook.worksheets()[-1], document, brand)
    return file.getvalue()


def verify(content: bytes, document: Document) -> None:
    """Read the workbook back with another library: its sheets are there, no cell is a formula.

    Raises:
        Fault: it is not what was to be written.
    """
    import openpyxl

    workbook = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    texts = {str(cell.value) for cell in cells}
    if (
        workbook.sheetnames != [table.title[:31] for table in tables(document)]
        or cell_text(document.headline) not in texts
        or any(cell.data_type == "f" for cell in cells)
    ):
        raise Fault(_("what was written could not be read back"))


class _Styles:
    """The looks of cells, made once in a workbook."""

    def __init__(self, workbook: "Workbook", brand: Brand) -> None:
        base = {"valign": "top", "font_size": 10, "font_color": INK, "bottom": 4, "bottom_color": HAIR}
        wraps = {**base, "text_wrap": True}
        head = {**wraps, "bold": True, "font_color": SOFT, "bottom": 2, "bottom_color": brand.readable}
        self.head = workbook.add_format(head)
        self.text = workbook.add_format(wraps)
        self.begin = workbook.add_format({**wraps, "bold": True, "font_color": brand.readable})
        self.number_head = workbook.add_format({**head, "align": "right", "indent": 1})
        self.numbers = {
            kind: workbook.add_format({**base, "num_format": form, "align": "right", "indent": 1})
            for kind, form in _NUMBERS.items()
        }

    def head_of(self, kind: Kind) -> Any:
        """The look of a column's head: over numbers at the right, as they are."""
        return self.head if kind == "text" else self.number_head


def _write(sheet: "Worksheet", table: Table, styles: _Styles) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, cell_text(column.title), styles.head_of(column.kind))
    sheet.set_row(0, _height(tuple(column.title for column in table.columns), table))
    line = 0
    for number, row in enumerate(table.rows):
        text_style = styles.begin if number in table.begins else styles.text
        for cells in _lines(row):
            line += 1
            sheet.set_row(line, _height(cells, table))
            for place, cell in enumerate(cells):
                kind = table.columns[place].kind
                _write_cell(sheet, line, place, cell, styles.numbers.get(kind, text_style), kind)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, line, len(table.columns) - 1)


def _lines(row: Row) -> Iterator[Row]:
    """A row as one line of cells, or several where a text is longer than a cell may be."""
    columns = [pieces(cell) if isinstance(cell, str) else [cell] for cell in row]
    return zip_longest(*columns)


def _height(cells: Row, table: Table) -> float:
    """Points for the cell with the most lines: not every program finds out for itself."""
    lines = [
        sum(len(wrap(line, column.width * 11 // 10)) or 1 for line in cell.split("\n"))
        for cell, column in zip(cells, table.columns, strict=True)
        if isinstance(cell, str)
    ]
    return min(_LINE * max(lines, default=1) + 2, _HIGHEST)


def _write_cell(sheet: "Worksheet", line: int, place: int, cell: Cell, style: Any, kind: Kind) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(line, place, cell, style)
        else:
            sheet.write_blank(line, place, None, style)
    elif cell is None:
        sheet.write_blank(line, place, None, style)
    else:
        sheet.write_number(line, place, float(cell) / (100 if kind == "percent" else 1), style)


def _set_print(sheet: "Worksheet", document: Document, brand: Brand) -> None:
    """A4 across, all columns on a page, heads on every page; who it is about, and pages, at the foot."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    left = " · ".join(filter(None, (document.organisation[:60], brand.footer[:60])))
    # An ampersand would begin an order to the printer; two are one.
    sheet.set_footer(f"&L {cell_text(left).replace('&', '&&').replace(chr(10), ' ')}&R&P / &N")
