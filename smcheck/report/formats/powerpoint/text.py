"""Text as slides hold it: safe for XML, in paragraphs of runs with a size, a weight and a tone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from lxml import etree
from pptx.dml.color import ColorFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from smcheck.report.formats.readable import readable

_SENTENCE_END = re.compile(r"(?<=[.?!])(?<!\b[^\W\d]\.) (?=[A-ZÄÖÜ„“\"\d])")
"""After a stop, but not that of a single letter (“u. a.”)."""
SIGN_FONT = "Segoe UI Symbol"
"""Holds full, empty and hatched circles alike; where it is missing, another font does."""


class Tone(Enum):
    """Colours of the theme, so that a template's own take over: which, how much lighter, how opaque."""

    INK = (MSO_THEME_COLOR.TEXT_1, 0.0, 1.0)
    SOFT = (MSO_THEME_COLOR.TEXT_1, 0.3, 1.0)
    MID = (MSO_THEME_COLOR.TEXT_1, 0.0, 0.5)
    HAIR = (MSO_THEME_COLOR.TEXT_1, 0.0, 0.18)
    BRAND = (MSO_THEME_COLOR.ACCENT_1, 0.0, 1.0)
    TINT = (MSO_THEME_COLOR.ACCENT_1, 0.0, 0.3)
    PAPER = (MSO_THEME_COLOR.BACKGROUND_1, 0.0, 1.0)

    def paint(self, colour: ColorFormat) -> None:
        """Give ``colour`` this tone."""
        theme, brightness, cover = self.value
        colour.theme_color = theme
        colour.brightness = brightness
        if cover < 1:
            scheme = colour._color._xClr
            etree.SubElement(scheme, qn("a:alpha"), val=str(round(cover * 100_000)))


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; ``font`` is given for signs only."""

    text: str
    points: float = 14
    bold: bool = False
    tone: Tone = Tone.INK
    font: str | None = None


def sentences(text: str) -> list[str]:
    """The sentences of a text of ours; an abbreviation such as “u. a.” ends none."""
    return _SENTENCE_END.split(text)


def without_stop(sentence: str) -> str:
    """A sentence as a title: without its full stop."""
    return sentence.removesuffix(".")


def write_runs(paragraph: _Paragraph, runs: tuple[Run, ...], language: str) -> None:
    """Add the runs to a paragraph, each with its look and language."""
    for run in runs:
        added = paragraph.add_run()
        added.text = readable(run.text).replace("\n", " ")
        added.font.size = Pt(run.points)
        added.font.bold = run.bold
        run.tone.paint(added.font.color)
        if run.font:
            added.font.name = run.font
            _for_signs(added._r.get_or_add_rPr().find(qn("a:latin")))
        added._r.get_or_add_rPr().set("lang", language)


def _for_signs(latin: etree._Element) -> None:
    """The same font for East Asian text and symbols: PowerPoint takes circles for either."""
    for kind in ("a:sym", "a:cs", "a:ea"):
        other = etree.Element(qn(kind), typeface=latin.get("typeface"))
        latin.addnext(other)


def write_lines(frame: TextFrame, lines: Sequence[str], language: str) -> None:
    """Replace a placeholder's text by these lines, one paragraph each, in the layout's own look."""
    frame.clear()
    for number, line in enumerate(part for text in lines for part in readable(text).split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run._r.get_or_add_rPr().set("lang", language)
