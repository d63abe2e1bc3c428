"""The document that every format draws: parts, sections, and the kinds of blocks that stand in them.

Every text is a finished sentence or name in the report's language, and what people typed is in it as they
typed it: each format makes it safe. Numbers stand twice where they are drawn, as text and as exact value:
percentages from 0 to 100, gaps in points from −100 to 100. Empty text means that there is nothing to say.
"""

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
from smcheck.report.document.model.document import Block, Document, DocumentPart, Section
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
