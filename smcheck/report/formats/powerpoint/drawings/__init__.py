"""What each kind of block looks like on a slide: as a grid."""

from smcheck.report.document.model import (
    Bands,
    Differences,
    Matrix,
    Needs,
    Pairs,
    Plan,
    Recommendations,
    Section,
    Shares,
    Steps,
    Text,
)
from smcheck.report.formats.powerpoint.drawings.advice import plan_grid, recommendation_grid, step_grid
from smcheck.report.formats.powerpoint.drawings.bands import band_grid
from smcheck.report.formats.powerpoint.drawings.items import difference_grid, label_width, share_grid
from smcheck.report.formats.powerpoint.drawings.matrix import matrix_grid
from smcheck.report.formats.powerpoint.drawings.needs import need_grid
from smcheck.report.formats.powerpoint.drawings.words import text_grid
from smcheck.report.formats.powerpoint.grid import Grid

__all__ = ["Figure", "Words", "block_grid", "label_width"]

Figure = Steps | Bands | Differences | Shares | Needs | Matrix | Recommendations | Plan
Words = Text | Pairs
"""What slides show, figures first; all other kinds of blocks belong in the speaker notes."""


def block_grid(section: Section, block: Figure | Words, labels: float) -> Grid:
    """The grid of a block; ``labels`` is the width of items' labels on the slide, in millimetres."""
    match block:
        case Steps():
            return step_grid(section, block)
        case Bands():
            return band_grid(section, block)
        case Differences():
            return difference_grid(section, block, labels)
        case Shares():
            return share_grid(section, block, labels)
        case Needs():
            return need_grid(section, block)
        case Matrix():
            return matrix_grid(section, block)
        case Recommendations():
            return recommendation_grid(section, block)
        case Plan():
            return plan_grid(section, block)
        case Text() | Pairs():
            return text_grid(section, block)
