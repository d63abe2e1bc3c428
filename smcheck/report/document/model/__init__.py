"""The document that every format draws: parts, sections, and the kinds of blocks that stand in them.

Every text is a finished sentence or name in the report's language, and what people typed is in it as they
typed it: each format makes it safe. Numbers stand twice where they are drawn, as text and as exact value:
percentages from 0 to 100, gaps in points from −100 to 100. Empty text means that there is nothing to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smcheck.report.document.model.advice import (
    Comment,
    Comments,
    Notes,
    Plan,
    Questions,
    Recommendations,
    Step,
    Steps,
)
from smcheck.report.document.model.needs import Matrix, MatrixRow, Need, Needs
from smcheck.report.document.model.sources import Source, Sources
from smcheck.report.document.model.standing import Bands, CountBand, Differences, Item, ScoreBand, Shares
from smcheck.report.document.model.text import Answer, Bullets, Link, Links, Numbered, Pairs, Text
from smcheck.report.tab_content import Part

__all__ = [
    "Answer",
    "Bands",
    "Block",
    "Bullets",
    "Comment",
    "Comments",
    "CountBand",
    "Differences",
    "Document",
    "DocumentPart",
    "Item",
    "Link",
    "Links",
    "Matrix",
    "MatrixRow",
    "Need",
    "Needs",
    "Notes",
    "Numbered",
    "Pairs",
    "Part",
    "Plan",
    "Questions",
    "Recommendations",
    "ScoreBand",
    "Section",
    "Shares",
    "Source",
    "Sources",
    "Step",
    "Steps",
    "Text",
]

Block = (
    Text
    | Pairs
    | Numbered
    | Bullets
    | Links
    | Bands
    | Differences
    | Shares
    | Needs
    | Matrix
    | Steps
    | Recommendations
    | Plan
    | Questions
    | Notes
    | Comments
    | Sources
)


@dataclass(frozen=True, slots=True)
class Section:
    """A name at the left and its message at the right, blocks below.

    ``id`` is fixed and no word of the language (``next_steps``, ``team``); ``hint`` stands small beside or
    under the name.
    """

    id: str
    name: str
    message: str
    blocks: tuple[Block, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A part with a title of its own.

    ``id`` is ``summary``, ``where``, ``described``, ``who``, ``plan`` or ``sources``, in this order.
    ``message`` stands beside the title. All but ``described`` begin a page. ``claim`` says the result of the
    whole part in one sentence of at most 110 characters without a full stop, for a slide's title; empty
    where none is so short.
    """

    id: str
    title: str
    message: str
    sections: tuple[Section, ...]
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report.

    ``organisation`` is never empty: it says so where nobody is named; ``title`` is the questionnaire's.
    ``headline`` and ``second`` are the two sentences of page one, ``situation`` the soft lines below.
    ``summary`` is the consultant's. ``sources_note`` stands at the foot of page one, ``sources_short`` says
    it in fewer words where there is little room.
    """

    language: str
    """An ISO 639 code."""
    organisation: str
    title: str
    date: date | None
    date_words: str
    headline: str
    second: str
    situation: tuple[str, ...]
    summary: Comment | None
    sources_note: str
    parts: tuple[DocumentPart, ...]
    sources_short: str = ""

    @property
    def locale(self) -> str:
        """The language as Office programs name it: ``de-DE``."""
        return {"de": "de-DE", "en": "en-GB"}.get(self.language, self.language)

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Every block with the section that it stands in, in their order."""
        for part in self.parts:
            for section in part.sections:
                for block in section.blocks:
                    yield section, block

    def part(self, id_: str) -> DocumentPart | None:
        """The part of this id, if the document has it."""
        return next((part for part in self.parts if part.id == id_), None)

    def section(self, id_: str) -> Section | None:
        """The section of this id, if the document has it."""
        return next((section for part in self.parts for section in part.sections if section.id == id_), None)
