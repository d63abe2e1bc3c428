"""The plan: everything that is advised, with reason, evidence and effect, and columns to fill in."""

from collections.abc import Iterator

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table, comment_words
from smcheck.words.language import _


def plan(document: m.Document) -> Table:
    """The next steps, then what else is advised, each once, in their order."""
    columns = (
        Column(_("No."), 5, "number"),
        Column(_("What"), 24),
        Column(_("Order"), 10),
        Column(_("Why"), 40),
        Column(_("With whom, and what to say first"), 28),
        Column(_("Evidence"), 38),
        Column(_("What changes"), 24),
        Column(_("Comment"), 20),
        Column(_("Who"), 13),
        Column(_("By when"), 10),
        Column(_("Done"), 7),
    )
    rows = tuple(_row(step, urgent=urgent) for step, urgent in _steps(document))
    return Table("plan", _("Recommendations and plan"), columns, rows)


def _steps(document: m.Document) -> Iterator[tuple[m.Step, bool]]:
    """Each step that is recommended, and whether it is one of the next."""
    for _section, block in document.blocks():
        if isinstance(block, m.Recommendations):
            yield from ((step, True) for step in block.rows)
            yield from ((step, False) for step in block.also)


def _row(step: m.Step, *, urgent: bool) -> Row:
    return (
        step.number,
        step.title,
        _("first") if urgent else _("later"),
        _lines(step.situation, step.text),
        _lines(step.who, step.say),
        _lines(*step.evidence),
        step.effect,
        comment_words(step.comment),
        "",
        "",
        "",
    )


def _lines(*texts: str) -> str:
    """Texts under each other, those that say something."""
    return "\n".join(filter(None, texts))
