"""The document's parts, sections and blocks as elements."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby

from smcheck.report.brand import Brand
from smcheck.report.document.model import (
    Bands,
    Block,
    Bullets,
    Comment,
    Comments,
    Differences,
    DocumentPart,
    Links,
    Matrix,
    Needs,
    Notes,
    Numbered,
    Pairs,
    Plan,
    Questions,
    Recommendations,
    Section,
    Shares,
    Sources,
    Steps,
    Text,
)
from smcheck.report.formats.word import prose
from smcheck.report.formats.word.advice import plan_elements, recommendations_elements, steps_elements
from smcheck.report.formats.word.bands import bands_table
from smcheck.report.formats.word.elements import Element, Place, Run, paragraph
from smcheck.report.formats.word.items import differences_elements, shares_elements
from smcheck.report.formats.word.matrix import matrix_elements
from smcheck.report.formats.word.needs import needs_elements
from smcheck.report.formats.word.sources import sources_elements

_WITHIN_THE_PAGE = "described"
"""The part that begins no page."""


def part_elements(part: DocumentPart, brand: Brand) -> list[Element]:
    """A part with its title."""
    heading = "smcheck Minor Heading" if part.id == _WITHIN_THE_PAGE else "heading 1"
    elements: list[Element] = [paragraph(heading, part.title)]
    if part.message:
        elements.append(paragraph("smcheck Part Message", part.message))
    for section in part.sections:
        named = section if section.name != part.title else replace(section, name="")
        elements += section_elements(named, brand, part.title)
    return elements


def section_elements(section: Section, brand: Brand, title: str = "") -> list[Element]:
    """A section with its name and message; ``title`` is what its tables are called where it has neither."""
    elements: list[Element] = []
    if section.name:
        elements.append(paragraph("heading 2", section.name))
    hint = "" if any(isinstance(block, Steps) for block in section.blocks) else section.hint
    if section.message or hint:
        space = "  " if section.message and hint else ""
        elements.append(paragraph("smcheck Message", section.message, Run(space + hint, "smcheck Hint")))
    place = Place(section.name or section.message or title, section.hint, brand)
    for kind, blocks in groupby(section.blocks, type):
        if kind is Bands:
            elements.append(bands_table([block for block in blocks if isinstance(block, Bands)], place))
        else:
            elements += [element for block in blocks for element in _DRAW[kind](block, place)]
    return elements


def summary_elements(title: str, summary: Comment | None) -> list[Element]:
    """The consultant's own words on the whole."""
    if summary is None:
        return []
    return [
        paragraph("heading 2", title),
        paragraph("smcheck Comment", summary.text, Run(f"  {summary.author}", "smcheck Hint")),
    ]


_DRAW: Mapping[type[Block], Callable[..., list[Element]]] = {
    Text: prose.text_elements,
    Pairs: prose.pairs_elements,
    Numbered: prose.numbered_elements,
    Bullets: prose.bullets_elements,
    Links: prose.links_elements,
    Questions: prose.question_elements,
    Notes: prose.notes_elements,
    Comments: prose.comments_elements,
    Differences: differences_elements,
    Shares: shares_elements,
    Needs: needs_elements,
    Matrix: matrix_elements,
    Steps: steps_elements,
    Recommendations: recommendations_elements,
    Plan: plan_elements,
    Sources: sources_elements,
}
"""How each kind of block is drawn; bands that follow each other are one table."""
