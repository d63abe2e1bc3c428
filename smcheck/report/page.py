"""The whole result as plain blocks, which text and Markdown render; with what if, where it is wanted."""

from collections.abc import Iterator, Mapping

from smcheck.report.blocks import NONE, Block, Heading, ListEntry, Listing, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.document.build import build_document
from smcheck.report.document.flat import flatten
from smcheck.report.labels import capital
from smcheck.report.tab_content import WhatIf
from smcheck.report.what_if import what_if
from smcheck.words.language import _
from smcheck.words.numbers import range_words


def page_blocks(case: Case, supposed: Mapping[str, str] | None = None) -> Iterator[Block]:
    """The blocks of the document; what if stands at the end, where answers, by path, are ``supposed``."""
    yield from flatten(build_document(case))
    if supposed:
        yield from _what_if_blocks(what_if(case, supposed))


def _what_if_blocks(found: WhatIf) -> Iterator[Block]:
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
