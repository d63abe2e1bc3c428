"""The plan: everything that is advised, with reason, evidence and effect, and columns to fill in."""

from collections.abc import Iterator

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table, comment_words, places
from smcheck.words.language import _


def plan(document: m.Document) -> Table:
    """The next steps, then what else is advised, each once, in their order."""
    columns = (
        Column(_("No."), 5, "number"),
        Column(_("What"), 26),
        Column(_("Order"), 10),
        Column(_("Today"), 26),
        Column(_("Advice"), 38),
        Column(_("With whom"), 16),
        Column(_("To say first"), 28),
        Column(_("Evidence"), 38),
        Column(_("What changes"), 26),
        Column(_("Comment"), 24),
        Column(_("Who"), 16),
        Column(_("By when"), 12),
        Column(_("Done"), 8),
    )
    rows = tuple(_row(step, urgent=urgent) for step, urgent in _steps(document))
    return Table("plan", _("Recommendations and plan"), columns, rows)


def _steps(document: m.Document) -> Iterator[tuple[m.Step, bool]]:
    """Each step, and whether it is one of the next; as the recommendations tell it, where they do."""
    blocks = [place.block for place in places(document)]
    told = [block for block in blocks if isinstance(block, m.Recommendations)]
    for block in told:
        yield from ((step, True) for step in block.rows)
        yield from ((step, False) for step in block.also)
    if not told:
        yield from ((step, True) for block in blocks if isinstance(block, m.Steps) for step in block.rows)


def _row(step: m.Step, *, urgent: bool) -> Row:
    return (
        step.number or None,
        step.title,
        _("first") if urgent else _("later"),
        step.situation,
        step.text,
        step.who,
        step.say,
        "\n".join(step.evidence),
        step.effect,
        comment_words(step.comment),
        "",
        "",
        "",
    )
