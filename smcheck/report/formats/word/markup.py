"""Elements as WordprocessingML, the language of ``.docx`` files: the one place that writes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE

from smcheck.report.document.model import Link
from smcheck.report.formats.word.elements import (
    Cell,
    Element,
    Inline,
    Paragraph,
    Picture,
    Row,
    Run,
    Tab,
    Table,
)

TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
EMU = 36_000
"""Units of drawings in a millimetre."""
_RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PREFIXES = (
    f'{_RELATIONS} xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture"'
)
TEXT_WIDTH = 170.0
"""Millimetres for the text that the tables are laid out for."""


@dataclass(frozen=True)
class Markup:
    """Writes elements for one document, whose part takes in their pictures and links.

    Args:
        part: the document's part, as python-docx has it.
        styles: ids of styles by name.
        width: millimetres that the page has for text.
    """

    part: Any
    styles: dict[str, str]
    width: float

    def body(self, elements: Iterable[Element]) -> str:
        """The elements under each other."""
        gap = self._paragraph(Paragraph("smcheck Gap", ()))  # tables that touch would become one
        return "".join(
            self._table(element) + gap if isinstance(element, Table) else self._paragraph(element)
            for element in elements
        )

    def _paragraph(self, paragraph: Paragraph, *, stay: bool = False) -> str:
        keep = "<w:keepNext/>" if stay or paragraph.stay else ""
        style = f'<w:pStyle w:val="{self.styles[paragraph.style]}"/>'
        content = "".join(map(self._inline, paragraph.content))
        return f"<w:p><w:pPr>{style}{keep}</w:pPr>{content}</w:p>"

    def _inline(self, part: Inline) -> str:
        if isinstance(part, Picture):
            return self._picture(part)
        if isinstance(part, Tab):
            return "<w:r><w:tab/></w:r>"
        if isinstance(part, Link):
            return self._link(part)
        return self._run(part)

    def _run(self, run: Run) -> str:
        style = f'<w:rPr><w:rStyle w:val="{self.styles[run.style]}"/></w:rPr>' if run.style else ""
        lines = (f'<w:t xml:space="preserve">{_text(line)}</w:t>' for line in run.text.split("\n"))
        return f"<w:r>{style}{'<w:br/>'.join(lines)}</w:r>"

    def _link(self, link: Link) -> str:
        id_ = self.part.relate_to(link.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return (
            f'<w:hyperlink {_RELATIONS} r:id="{id_}">{self._run(Run(link.text, "Hyperlink"))}</w:hyperlink>'
        )

    def _picture(self, picture: Picture) -> str:
        id_, _image = self.part.get_or_add_image(BytesIO(picture.content))
        size = f'cx="{round(picture.width * EMU)}" cy="{round(picture.height * EMU)}"'
        words = _attribute(picture.description)
        # docxtpl gives each drawing an id of its own.
        return (
            f'<w:r><w:drawing><wp:inline {_PREFIXES} distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="1" name="smcheck" descr={words}/>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="smcheck" descr={words}/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{id_}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def _table(self, table: Table) -> str:
        widths = [round(width * TWIPS) for width in self._widths(table)]
        head = any(row.head for row in table.rows)
        value = 0x0020 * head + 0x0040 * table.last_row + 0x0700  # the last column, and no bands
        look = f'w:firstRow="{head:d}" w:lastRow="{table.last_row:d}" w:firstColumn="0" w:lastColumn="1"'
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        # A head stays with the first two rows below it.
        stays = sum(row.head for row in table.rows) + 1
        rows = (self._row(row, widths, stay=at < stays) for at, row in enumerate(table.rows))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles[table.style]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{value:04X}" {look} w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={_attribute(table.title)}/>"
            f"<w:tblDescription w:val={_attribute(table.description)}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _widths(self, table: Table) -> list[float]:
        fixed = sum(table.widths[column] for column in table.fixed)
        free = sum(table.widths) - fixed
        factor = max(sum(table.widths) * self.width / TEXT_WIDTH - fixed, free / 2) / free
        return [width if at in table.fixed else width * factor for at, width in enumerate(table.widths)]

    def _row(self, row: Row, widths: list[int], *, stay: bool) -> str:
        # In the order that the schema wants.
        rules = "" if row.split else "<w:cantSplit/>"
        rules += f'<w:trHeight w:val="{round(row.height * TWIPS)}" w:hRule="atLeast"/>' if row.height else ""
        rules += "<w:tblHeader/>" if row.head else ""
        cells, at = "", 0
        for cell in row.cells:
            cells += self._cell(cell, sum(widths[at : at + cell.span]), stay=stay and not row.split)
            at += cell.span
        return f"<w:tr><w:trPr>{rules}</w:trPr>{cells}</w:tr>"

    def _cell(self, cell: Cell, width: int, *, stay: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        upright = '<w:textDirection w:val="btLr"/>' if cell.upright else ""
        content = "".join(self._paragraph(paragraph, stay=stay) for paragraph in cell.paragraphs)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{upright}</w:tcPr>{content}</w:tc>'


def _text(text: str) -> str:
    """Text that neither Word nor docxtpl takes for markup; the latter looks for braces such as ``{_{``."""
    return escape(text, {"{": "&#123;", "}": "&#125;"})


def _attribute(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "{": "&#123;", "}": "&#125;"})
