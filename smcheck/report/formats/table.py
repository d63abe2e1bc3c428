"""One table as CSV, for any program: UTF-8 with a byte order mark, which Excel needs to know it by.

Excel takes the separator from the computer's language: a semicolon where numbers have a decimal comma, so
that a German file has both, and an English one comma and point.
"""

import csv
import io
from collections.abc import Iterator

from smcheck.report.brand import PLAIN, Brand
from smcheck.report.document.model import Document
from smcheck.report.formats.cells import cell_text
from smcheck.report.formats.tables import items, plan
from smcheck.report.formats.tables.notes import notes
from smcheck.report.formats.tables.table import Cell, Row, Table
from smcheck.words.fault import Fault
from smcheck.words.language import _


def render(document: Document, brand: Brand = PLAIN, table: str = "items") -> bytes:  # noqa: ARG001 - as every format
    """A table as CSV: ``items``, with notes and comments below them, or ``plan``."""
    chosen = plan(document) if table == "plan" else items(document)
    german = document.language == "de"
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";" if german else ",", lineterminator="\r\n")
    for row in _rows(document, chosen):
        writer.writerow([_text(cell, german=german) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def verify(content: bytes, document: Document) -> None:
    """Read the file back.

    Raises:
        Fault: it is not what was to be written.
    """
    text = content.decode("utf-8-sig")
    rows = list(
        csv.reader(io.StringIO(text, newline=""), delimiter=";" if document.language == "de" else ",")
    )
    if not rows or {len(row) for row in rows} != {len(rows[0])}:
        raise Fault(_("what was written could not be read back"))


def _rows(document: Document, table: Table) -> Iterator[Row]:
    """The head and the rows, each with whose they are; below the items what people wrote about them."""
    yield _("Organisation"), _("Date"), *(column.title for column in table.columns)
    whose = (document.organisation, document.date.isoformat() if document.date else "")
    for row in table.rows:
        yield *whose, *row
    if table.id != "items":
        return
    written = notes(document)
    for about, text, by in written.rows:
        yield *whose, written.title, "", about, text, by, "", "", "", ""


def _text(cell: Cell, *, german: bool) -> str:
    """A cell as CSV has it; numbers are as short as they can be with two decimals at the most."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell_text(cell)
    text = f"{float(cell):.2f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.replace(".", ",") if german else text
