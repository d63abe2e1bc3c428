"""The surveys' passports: labels as rows, sources side by side, at most two on a slide."""

from smcheck.report.document.model import Section, Source, Sources
from smcheck.report.formats.powerpoint.drawings.words import HEAD_POINTS
from smcheck.report.formats.powerpoint.grid import WIDTH, Grid
from smcheck.report.formats.powerpoint.table import Cell, Row, cell
from smcheck.report.formats.powerpoint.text import Run, Tone

_LABEL, _SIDE_BY_SIDE = 58, 2
_POINTS, _ROW = 12, 6


def source_grids(section: Section, block: Sources) -> tuple[Grid, ...]:
    """A grid for each pair of sources."""
    pairs = tuple(
        block.rows[start : start + _SIDE_BY_SIDE] for start in range(0, len(block.rows), _SIDE_BY_SIDE)
    )
    return tuple(_grid(section, pair, block) for pair in pairs)


def _grid(section: Section, sources: tuple[Source, ...], block: Sources) -> Grid:
    heads = [cell(Run(source.name, 14, bold=True)) for source in sources]
    values = [dict(source.rows) for source in sources]
    labels = dict.fromkeys(label for source in sources for label, _value in source.rows)
    rows = [
        Row(
            (cell(Run(label, _POINTS, tone=Tone.SOFT)), *(_value(own.get(label, "")) for own in values)), _ROW
        )
        for label in labels
    ]
    words = [f"{label}: " + "; ".join(own.get(label, "") for own in values) for label in labels]
    if any(source.links for source in sources):
        links = (_links(source) for source in sources)
        rows.append(Row((cell(Run(block.links_head, _POINTS, tone=Tone.SOFT)), *links), _ROW))
        words.append(
            f"{block.links_head}: " + "; ".join(link.text for source in sources for link in source.links)
        )
    each = (WIDTH - _LABEL) / len(sources)
    widths = (_LABEL, *(each for _source in sources))
    return Grid(section.name, widths, Row((Cell(), *heads), 8, "rule"), tuple(rows), tuple(words))


def _value(text: str) -> Cell:
    return cell(Run(text, _POINTS)) if text else Cell()


def _links(source: Source) -> Cell:
    return Cell(
        tuple((Run(link.text, HEAD_POINTS, tone=Tone.BRAND, address=link.address),) for link in source.links)
    )
