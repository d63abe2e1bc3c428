"""The sources: a survey or article a row, with all that its passport says."""

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table, places
from smcheck.words.language import _


def sources(document: m.Document) -> Table:
    """Each source with its values under their labels, and its addresses as text."""
    rows = [
        source
        for place in places(document)
        if isinstance(place.block, m.Sources)
        for source in place.block.rows
    ]
    labels = list(dict.fromkeys(label for source in rows for label, _value in source.rows))
    columns = (
        Column(_("No."), "word"),
        Column(_("Source")),
        *(Column(label) for label in labels),
        Column(_("Addresses"), "long"),
    )
    return Table("sources", _("Sources"), columns, tuple(_row(source, labels) for source in rows))


def _row(source: m.Source, labels: list[str]) -> Row:
    values = dict(source.rows)
    addresses = "\n".join(dict.fromkeys(link.address for link in source.links))
    return source.marker, source.name, *(values.get(label, "") for label in labels), addresses
