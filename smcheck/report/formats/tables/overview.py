"""The overview: every sentence and number of the report that is not in a table of its own, in its order."""

from collections.abc import Iterator
from typing import assert_never

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table, comment_words
from smcheck.words.language import _

_DRAWN = frozenset({"where", "described"})
"""The parts whose message explains bars, which a spreadsheet has not."""


def overview(document: m.Document) -> Table:
    """What page one says, then each section with its message and what is below it."""
    rows: list[Row] = [*_opening(document)]
    begins = {0}
    for part in document.parts:
        begins.add(len(rows))
        message = "" if part.id in _DRAWN else part.message
        rows.append((part.title, message, "", "", ""))
        for section in part.sections:
            below = [row for block in section.blocks for row in _rows(block)]
            if section.message or section.hint or below:
                rows.append((section.name, section.message, "", "", section.hint))
                rows += below
    columns = (
        Column(_("Section"), 26),
        Column(_("Statement"), 74),
        Column(_("You"), 18),
        Column(_("Surveyed"), 10),
        Column(_("Remark"), 34),
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
    yield "", document.sources_note, "", "", ""


def _rows(block: m.Block) -> Iterator[Row]:  # noqa: C901, PLR0912 - one case a kind
    """The rows of a block; none where it has a table of its own."""
    match block:
        case m.Text(text):
            yield "", text, "", "", ""
        case m.Pairs(pairs):
            yield from (("", f"{label}: {value}", "", "", "") for label, value in pairs)
        case m.Numbered(sentences):
            for number, sentence in enumerate(sentences, 1):
                yield "", f"{number}. {sentence}", "", "", ""
        case m.Bullets(sentences):
            yield from (("", sentence, "", "", "") for sentence in sentences)
        case m.Bands():
            yield from _bands(block)
        case m.Needs():
            for need in block.rows:
                remark = f"{block.heads[1]}: {need.department}" if need.department else ""
                yield "", need.label, need.today, "", remark
        case m.Questions(questions):
            yield from (("", f"{title}\n{text}", "", "", "") for title, text in questions)
        case m.Plan():
            yield "", block.review, "", "", ""
        case m.Sources():
            if block.not_published:
                yield "", f"{block.not_published_head}: {block.not_published}", "", "", ""
        case m.Steps():
            for step in block.rows:
                yield "", f"{step.number}. {step.title}", "", "", step.effect
        case m.Differences() | m.Shares() | m.Matrix() | m.Recommendations():
            return
        case m.Notes() | m.Comments() | m.Links():
            return
        case _:
            assert_never(block)


def _bands(bands: m.Bands) -> Iterator[Row]:
    if bands.caption:
        yield "", bands.caption, "", "", ""
    for row in bands.rows:
        if isinstance(row, m.ScoreBand):
            remark = " · ".join(filter(None, (row.hint, row.instead)))
            yield "", row.label, row.own, row.theirs, remark
        else:
            yield "", row.label, row.own, row.theirs, ""
