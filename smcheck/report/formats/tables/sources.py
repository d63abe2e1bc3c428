"""The sources side by side: each survey's passport, and the articles that arguments are from."""

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table
from smcheck.words.language import _


def sources(document: m.Document) -> Table:
    """What is known of a survey in a column each, its addresses as text; then articles."""
    rows: list[Row] = []
    columns = [Column(_("Sources"), 26)]
    for section, block in document.blocks():
        if isinstance(block, m.Sources):
            columns += [Column(f"{source.marker} {source.name}", 52) for source in block.rows]
            rows += _passports(block)
        elif isinstance(block, m.Links):
            rows += [(section.name, f"{link.text}\n{link.address}") for link in block.rows]
    width = max(2, len(columns))
    columns += [Column("", 52)] * (width - len(columns))
    padded = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return Table("sources", _("Sources"), tuple(columns), padded)


def _passports(block: m.Sources) -> list[Row]:
    labels = dict.fromkeys(label for source in block.rows for label, _value in source.rows)
    values = [dict(source.rows) for source in block.rows]
    rows: list[Row] = [(label, *(known.get(label, "") for known in values)) for label in labels]
    addresses = ("\n".join(link.address for link in source.links) for source in block.rows)
    return [*rows, (block.links_head, *addresses)]
