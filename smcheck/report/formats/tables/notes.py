"""What people wrote: notes to questions, and comments."""

from collections.abc import Iterator

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table
from smcheck.words.language import _


def notes(document: m.Document) -> Table:
    """The summary, comments on sections, and notes; comments on recommendations stand in the plan."""
    columns = (Column(_("About"), 40), Column(_("Text"), 80), Column(_("By"), 28))
    return Table("notes", _("Notes and comments"), columns, tuple(_rows(document)))


def _rows(document: m.Document) -> Iterator[Row]:
    if document.summary is not None:
        yield document.summary.about or _("Summary"), document.summary.text, document.summary.author
    for section, block in document.blocks():
        if isinstance(block, m.Comments):
            for comment in block.rows:
                yield comment.about or section.name, comment.text, comment.author
        elif isinstance(block, m.Notes):
            for question, text in block.rows:
                yield question, text, ""
