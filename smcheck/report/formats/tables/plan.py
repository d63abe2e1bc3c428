"""The plan: everything that is advised, with reason, evidence and effect, and columns to fill in."""

from collections.abc import Iterator

from smcheck.report.document import model as m
from smcheck.report.formats.tables.table import Column, Row, Table, comment_words, places
from smcheck.words.language import _


def plan(document: m.Document) -> Table:
    """The next steps, then what else is advised, each once, in their order."""
    columns = (
        Column(_("No."), "number"),
        Column(_("What"), "text"),
        Column(_("When to do it"), "word"),
        Column(_("Today"), "long"),
        Column(_("Advice"), "long"),
        Column(_("With whom"), "text"),
        Column(_("To say first"), "long"),
        Column(_("Evidence"), "long"),
        Column(_("What changes"), "long"),
        Column(_("Comment"), "text"),
        Column(_("Who"), "text"),
        Column(_("By when"), "word"),
        Column(_("Done"), "word"),
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
        _("next") if urgent else _("afterwards"),
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
