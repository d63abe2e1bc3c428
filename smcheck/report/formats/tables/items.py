"""The items: each with its answer, beside the surveyed companies where a survey has a figure for it."""

from collections.abc import Iterator, Mapping

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table
from smcheck.words.language import _


def items(document: m.Document) -> Table:
    """All items of the sections where one stands, those without a figure among them."""
    names = {
        source.marker: source.name
        for _section, block in document.blocks()
        if isinstance(block, m.Sources)
        for source in block.rows
    }
    columns = (
        Column(_("Section"), 18),
        Column(_("Id"), 26),
        Column(_("Item"), 40),
        Column(_("Answer"), 30),
        Column(_("Remark"), 22),
        Column(_("Surveyed companies"), 13, "percent"),
        Column(_("Gap at least"), 11, "points"),
        Column(_("Gap at most"), 11, "points"),
        Column(_("Source"), 20),
    )
    rows = tuple(row for section, block in document.blocks() for row in _rows(section, block, names))
    return Table("items", _("Items"), columns, rows)


def _rows(section: m.Section, block: m.Block, sources: Mapping[str, str]) -> Iterator[Row]:
    match block:
        case m.Differences(rows=rows) | m.Shares(rows=rows):
            for item in rows:
                yield _row(section, item, sources)
        case m.Pairs():
            for path, label, answer, changed in block.answers:
                yield section.name, path, label, answer, changed, None, None, None, ""
        case _:
            pass


def _row(section: m.Section, item: m.Item, sources: Mapping[str, str]) -> Row:
    remark = " · ".join(filter(None, (item.note, item.changed)))
    low, high = (item.gap.low, item.gap.high) if item.gap else (None, None)
    source = sources.get(item.source, item.source)
    return section.name, item.path, item.label, item.answer, remark, item.percent, low, high, source
