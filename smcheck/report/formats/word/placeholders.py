"""The placeholders of Word templates: what each holds, and the context that they are filled from."""

from collections.abc import Callable, Mapping
from typing import Any

from smcheck.report.brand import Brand
from smcheck.report.document.model import Document, Recommendations
from smcheck.report.formats.word.elements import Element, paragraph
from smcheck.report.formats.word.parts import part_elements, section_elements, summary_elements

TEXTS = (
    "organisation",
    "title",
    "date",
    "headline",
    "second",
    "sources_note",
    "brand_name",
    "logo",
    "footer",
    "contact",
)
"""Placeholders of a text in a line: ``{{ headline }}``; the logo is a picture."""
PARTS = ("page_one", "where", "described", "who", "plan", "sources")
"""The parts of the report, in their order: paragraphs and tables."""
BLOCKS = ("situation", "summary", *PARTS)
"""Placeholders that a paragraph of its own is replaced by: ``{{p where }}``."""
SECTION = "section"
"""Holds each section by its id: ``{{p section.next_steps }}``."""
SECTIONS = (
    *("next_steps", "standing", "charge", "team", "departments", "goals", "challenges", "matrix"),
    *("recommendations", "plan", "second_looks", "notes", "surveys", "care", "arguments", "method"),
)
"""The ids of the sections of a report on the questionnaire that smcheck brings along."""
STEPS = "steps"
"""All recommendations, to be gone through: ``{% for step in steps %}``."""
STEP_FIELDS = ("number", "title", "situation", "text", "who", "say", "evidence", "effect")
NAMES = (*TEXTS, *BLOCKS, SECTION, STEPS)

Write = Callable[[list[Element]], object]
"""Makes elements into what a placeholder holds."""


class Sections(dict[str, object]):
    """Sections by id. One that this report does not have is empty: a company of one person has no matrix."""

    def __missing__(self, id_: str) -> str:
        return ""


def context(document: Document, brand: Brand, logo: object, write: Write) -> Mapping[str, Any]:
    """What each placeholder holds. ``write`` is only asked for a placeholder that a template uses."""
    overview = document.part("summary")
    parts: dict[str, list[Element]] = {
        part.id: part_elements(part, brand) for part in document.parts if part.id != "summary"
    }
    parts["page_one"] = [
        element
        for section in (overview.sections if overview else ())
        for element in section_elements(section, brand)
    ]
    sections = {
        section.id: write(section_elements(section, brand))
        for part in document.parts
        for section in part.sections
    }
    return {
        "organisation": document.organisation,
        "title": document.title,
        "date": document.date_words,
        "headline": document.headline,
        "second": document.second,
        "sources_note": document.sources_note,
        "brand_name": brand.name,
        "logo": logo,
        "footer": brand.footer,
        "contact": brand.contact,
        "situation": write([paragraph("smcheck Situation", line) for line in document.situation]),
        "summary": write(summary_elements(overview.title if overview else "", document.summary)),
        **{name: write(parts.get(name, [])) for name in PARTS},
        SECTION: Sections(sections),
        STEPS: [
            step
            for _section, block in document.blocks()
            if isinstance(block, Recommendations)
            for step in (*block.rows, *block.also)
        ],
    }
