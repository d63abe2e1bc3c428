"""What each kind of block looks like on a slide: as a grid."""

from smcheck.report.document.model import (
    Bands,
    Block,
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

__all__ = ["grids", "label_width"]


def grids(section: Section, block: Block, labels: float) -> tuple[Grid, ...]:  # noqa: PLR0911 - one case a kind
    """The grids of a block; none where it belongs in the speaker notes.

    ``labels`` is the width of items' labels on the slide, in millimetres.
    """
    match block:
        case Steps():
            return (step_grid(section, block),)
        case Bands():
            return (band_grid(section, block),)
        case Differences():
            return (difference_grid(section, block, labels),)
        case Shares():
            return (share_grid(section, block, labels),)
        case Needs():
            return (need_grid(section, block),)
        case Matrix():
            return (matrix_grid(section, block),)
        case Recommendations():
            return (recommendation_grid(section, block),)
        case Plan():
            return (plan_grid(section, block),)
        case Text() | Pairs():
            return (text_grid(section, block),)
        case _:
            return ()
