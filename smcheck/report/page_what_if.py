"""What if, as blocks to hand out: what was supposed, and what would be so then."""

from collections.abc import Iterator

from smcheck.report.blocks import NONE, Block, Heading, ListEntry, Listing, Paragraph, Table
from smcheck.report.labels import capital
from smcheck.report.tab_content import WhatIf
from smcheck.words.language import _
from smcheck.words.numbers import range_words


def what_if_blocks(found: WhatIf) -> Iterator[Block]:
    """The sentence, what was supposed, each count now and then, who takes charge then, what is next then."""
    yield Heading(2, _("What if"))
    yield Paragraph(found.sentence)
    yield Listing(tuple(map(ListEntry, found.changes)))
    rows = [(count.label, count.now or NONE, count.then or NONE) for count in found.counts]
    now, then = found.now.score.score, found.then.score.score
    if now and then:
        rows.append((_("Score"), range_words(*now), range_words(*then)))
    yield Table(("", _("now"), _("then")), frozenset({1, 2}), tuple(rows))
    words = found.then.headline
    detail = f" {capital(words.detail)}." if words.detail else ""
    heading = _("Then:")
    yield Paragraph(f"{heading} {words.sentence}{detail}")
    if found.needs:
        yield Heading(3, _("Who takes charge then"))
        text = _("{need} – {who}")
        entries = (f"{need.glyph} {text.format(need=need.label, who=need.who)}" for need in found.needs)
        yield Listing(tuple(map(ListEntry, entries)))
    yield Heading(3, _("Next then"))
    if found.then.no_steps:
        yield Paragraph(found.then.no_steps)
    else:
        yield Listing(tuple(ListEntry(step.title) for step in found.then.steps), first=1)
