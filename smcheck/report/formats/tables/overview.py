"""The overview: every sentence and number of the report that is not in a table of its own, in its order."""

from collections.abc import Iterator

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table, comment_words
from smcheck.words.language import _


def overview(document: m.Document) -> Table:
    """What page one says, then each section with its message and what is below it."""
    rows: list[Row] = [*_opening(document)]
    begins = {0}
    for part in document.parts:
        begins.add(len(rows))
        rows.append((part.title, part.message, "", "", ""))
        for section in part.sections:
            below = [row for block in section.blocks for row in _rows(part, block)]
            if section.message or section.hint or below:
                rows.append((section.name, section.message, "", "", section.hint))
                rows += below
    columns = (
        Column(_("Section")),
        Column(_("Statement"), "long"),
        Column(_("You"), "text"),
        Column(_("Surveyed"), "word"),
        Column(_("Remark"), "text"),
    )
    return Table("overview", _("Overview"), columns, tuple(rows), frozenset(begins))


def _opening(document: m.Document) -> Iterator[Row]:
    """Whose report it is, and the sentences of page one."""
    yield document.organisation, document.headline, "", "", document.date_words
    yield document.title, document.second, "", "", ""
    for line in document.situation:
        yield "", line, "", "", ""
    if document.summary is not None:
        yield "", comment_words(document.summary), "", "", ""
    if document.sources_note:
        yield "", document.sources_note, "", "", ""


def _rows(part: m.DocumentPart, block: m.Block) -> Iterator[Row]:
    """The rows of a block; none where it has a table of its own."""
    match block:
        case m.Text(text):
            yield "", text, "", "", ""
        case m.Pairs(pairs) if part.id not in {"where", "described"}:
            for label, value in pairs:
                yield "", f"{label}: {value}", "", "", ""
        case m.Numbered(sentences):
            for number, sentence in enumerate(sentences, 1):
                yield "", f"{number}. {sentence}", "", "", ""
        case m.Bands():
            yield from _bands(block)
        case m.Needs():
            for need in block.rows:
                yield "", need.label, need.today, "", f"{block.heads[1]}: {need.department}"
        case m.Questions(questions):
            for title, text in questions:
                yield "", f"{title}\n{text}", "", "", ""
        case m.Plan() if block.review:
            yield "", block.review, "", "", ""
        case _:
            pass


def _bands(bands: m.Bands) -> Iterator[Row]:
    if bands.caption:
        yield "", bands.caption, "", "", ""
    for row in bands.rows:
        if isinstance(row, m.ScoreBand):
            yield "", row.label, row.own or row.instead, row.theirs, row.hint
        else:
            yield "", row.label, row.own, row.theirs, ""
