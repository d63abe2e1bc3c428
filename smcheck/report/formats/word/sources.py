"""The passports of the sources, side by side."""

from smcheck.report.document.model import Source, Sources
from smcheck.report.formats.word.elements import (
    Cell,
    Element,
    Paragraph,
    Place,
    Row,
    Run,
    Table,
    cell,
    paragraph,
)
from smcheck.report.formats.word.prose import link_paragraphs

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABELS = 54.0
_ABREAST = 2
"""So many stand side by side; more come below."""


def sources_elements(block: Sources, place: Place) -> list[Element]:
    """One table for every few sources, each with a row for each label, and what none of them publishes."""
    tables: list[Element] = [
        _table(block, block.rows[at : at + _ABREAST], place.title)
        for at in range(0, len(block.rows), _ABREAST)
    ]
    return tables


def _table(block: Sources, sources: tuple[Source, ...], title: str) -> Table:
    width = (170.0 - _LABELS) / _ABREAST
    names = (cell("smcheck Source Name", _name(source)) for source in sources)
    head = Row((cell("smcheck Row Head", ""), *names), head=True)
    labels = list(dict.fromkeys(label for source in sources for label, _value in source.rows))
    rows = [Row((_label(label), *(_value(source, label) for source in sources))) for label in labels]
    if any(source.links for source in sources):
        rows.append(Row((_label(block.links_head), *(Cell(_links(source)) for source in sources))))
    if block.not_published:
        text = cell("smcheck Row", block.not_published, span=len(sources))
        rows.append(Row((_label(block.not_published_head), text)))
    return Table("smcheck Blocks", (_LABELS, *[width] * len(sources)), (head, *rows), title)


def _label(text: str) -> Cell:
    return cell("smcheck Row", Run(text, "smcheck Soft"))


def _name(source: Source) -> str:
    return f"{source.name} {source.marker.translate(_RAISED)}"


def _value(source: Source, label: str) -> Cell:
    style = "smcheck Not Published" if label in source.unpublished else ""
    return cell("smcheck Row", Run(dict(source.rows).get(label, ""), style))


def _links(source: Source) -> tuple[Paragraph, ...]:
    lines = tuple(line for link in source.links for line in link_paragraphs(link))
    return lines or (paragraph("smcheck Address"),)
