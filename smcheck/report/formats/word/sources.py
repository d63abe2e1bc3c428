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

_LABELS = 54.0
_ABREAST = 2
"""So many stand side by side; more come below."""


def sources_elements(block: Sources, place: Place) -> list[Element]:
    """One table for every few sources, each with a row for each label."""
    return [_table(block.rows[at : at + _ABREAST], place.title) for at in range(0, len(block.rows), _ABREAST)]


def _table(sources: tuple[Source, ...], title: str) -> Table:
    width = (170.0 - _LABELS) / _ABREAST
    head = Row(
        (
            cell("smcheck Row Head", ""),
            *(cell("smcheck Source Name", _name(source)) for source in sources),
        ),
        head=True,
    )
    labels = list(dict.fromkeys(label for source in sources for label, _value in source.rows))
    rows = [
        Row((cell("smcheck Row", Run(label, "smcheck Soft")), *(_value(source, label) for source in sources)))
        for label in labels
    ]
    rows.append(Row((cell("smcheck Row", ""), *(Cell(_links(source)) for source in sources))))
    return Table("smcheck Blocks", (_LABELS, *[width] * len(sources)), (head, *rows), title)


def _name(source: Source) -> str:
    return f"{source.name} {source.marker}"


def _value(source: Source, label: str) -> Cell:
    style = "smcheck Not Published" if label in source.unpublished else ""
    return cell("smcheck Row", Run(dict(source.rows).get(label, ""), style))


def _links(source: Source) -> tuple[Paragraph, ...]:
    return tuple(paragraph("smcheck Address", link) for link in source.links) or (
        paragraph("smcheck Address"),
    )
