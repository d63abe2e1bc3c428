"""Heads of columns, and sentences where a slide has no figure."""

from smcheck.report.document.model import Pairs, Section, Text
from smcheck.report.formats.powerpoint.grid import WIDTH, Grid
from smcheck.report.formats.powerpoint.spoken import block_lines
from smcheck.report.formats.powerpoint.table import Cell, Row, cell
from smcheck.report.formats.powerpoint.text import Run, Tone

HEAD_POINTS = 11


def head(text: str, *, align: str = "left", tone: Tone = Tone.SOFT, bold: bool = False) -> Cell:
    """The head of a column."""
    return cell(Run(text, HEAD_POINTS, bold, tone), align=align, anchor="bottom") if text else Cell()


def section_head(section: Section) -> Cell:
    """The head above the rows' labels: the section's name, and small beside it its hint."""
    name = Run(section.name, HEAD_POINTS, bold=True, tone=Tone.SOFT)
    hint = Run(f"  {section.hint}", HEAD_POINTS, tone=Tone.SOFT)
    return cell(name, hint, anchor="bottom") if section.hint else cell(name, anchor="bottom")


def text_grid(section: Section, block: Text | Pairs) -> Grid:
    """Sentences, or labels with sentences."""
    tone = Tone.SOFT if block.soft else Tone.INK
    if isinstance(block, Text):
        sentence = Row((cell(Run(block.text, 18, tone=tone)),))
        return Grid(
            section.name, (WIDTH,), Row((section_head(section),), 7), (sentence,), tuple(block_lines(block))
        )
    rows = tuple(Row((cell(Run(label, tone=tone)), cell(Run(text, tone=tone)))) for label, text in block.rows)
    return Grid(
        section.name,
        (94, WIDTH - 94),
        Row((section_head(section), Cell()), 7),
        rows,
        tuple(block_lines(block)),
    )
