"""Native tables without a grid: rows of text, each as tall as its text needs."""

from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Mm

from smcheck.report.formats.powerpoint.measure import height
from smcheck.report.formats.powerpoint.text import Run, write_runs

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own “No Style, No Grid”, known without being in the file."""
_GAP = 3.0
"""Right of each cell's text, in millimetres."""
_ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
_LINE = (
    '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="{width}">'
    '<a:solidFill><a:schemeClr val="tx1">{change}</a:schemeClr></a:solidFill></a:lnB>'
)
_HAIR = _LINE.format(width=6350, change='<a:lumMod val="20000"/><a:lumOff val="80000"/>')
_RULE = _LINE.format(width=9525, change="")


class Rect(NamedTuple):
    """A place on a slide, in millimetres."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's paragraphs.

    ``align`` is ``left``, ``right`` or ``centre``, ``anchor`` is ``top``, ``middle`` or ``bottom``, and
    ``upwards`` turns the text. ``indent`` is free at its left, in millimetres.
    """

    paragraphs: tuple[tuple[Run, ...], ...] = ()
    align: str = "left"
    upwards: bool = False
    anchor: str = "middle"
    indent: float = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row, and the line below: ``hair``, ``rule`` or none.

    ``least`` is its least height, ``air`` what is left free above and below its text, in millimetres.
    """

    cells: tuple[Cell, ...]
    least: float = 9.6
    line: str = ""
    air: float = 0.4


def cell(*runs: Run, align: str = "left", anchor: str = "middle") -> Cell:
    """A cell of one paragraph."""
    return Cell((runs,) if runs else (), align, anchor=anchor)


def row_height(row: Row, widths: tuple[float, ...]) -> float:
    """How tall a row is in millimetres: its least height, or what its tallest cell needs."""
    tallest = max(
        (
            sum(height(runs, room - _GAP - part.indent) for runs in part.paragraphs)
            for part, room in zip(row.cells, widths, strict=True)
            if not part.upwards
        ),
        default=0.0,
    )
    return max(row.least, tallest + 2 * row.air)


def add_table(
    slide: Slide, place: Rect, widths: tuple[float, ...], rows: tuple[Row, ...], language: str, name: str
) -> GraphicFrame:
    """Draw the rows at ``place``, whose height follows from them; the first row is the head."""
    heights = [row_height(row, widths) for row in rows]
    frame = slide.shapes.add_table(
        len(rows), len(widths), Mm(place.left), Mm(place.top), Mm(sum(widths)), Mm(sum(heights))
    )
    frame.name = name
    table = frame.table
    table.horz_banding = False
    table._tbl.find(f"{qn('a:tblPr')}/{qn('a:tableStyleId')}").text = _NO_STYLE
    for number, wide in enumerate(widths):
        table.columns[number].width = Mm(wide)
    for number, (row, tall) in enumerate(zip(rows, heights, strict=True)):
        table.rows[number].height = Mm(tall)
        for target, part in zip(table.rows[number].cells, row.cells, strict=True):
            _fill(target, part, row, language)
    return frame


def _fill(target: _Cell, part: Cell, row: Row, language: str) -> None:
    target.margin_left, target.margin_right = Mm(part.indent), Mm(_GAP if part.align == "left" else 0)
    target.margin_top = target.margin_bottom = Mm(row.air)
    target.vertical_anchor = _ANCHORS[part.anchor]
    properties = target._tc.get_or_add_tcPr()
    if part.upwards:
        properties.set("vert", "vert270")
    if row.line:
        properties.append(etree.fromstring(_HAIR if row.line == "hair" else _RULE))
    aligned = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "centre": PP_ALIGN.CENTER}[part.align]
    frame = target.text_frame
    for number, runs in enumerate(part.paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = aligned
        write_runs(paragraph, runs, language)
    if not part.paragraphs:
        # An empty cell would be as tall as 18 points need.
        etree.SubElement(frame.paragraphs[0]._p, qn("a:endParaRPr"), sz="800")
