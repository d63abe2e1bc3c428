"""The result of what if: now and then, beside or below the switches."""

from collections.abc import Iterator

from textual.content import Content

from smcheck.report.content import Overview
from smcheck.report.labels import verdict_phrase
from smcheck.report.tab_content import NowThen, WhatIf
from smcheck.tui.text import cell, fill_up, hanging, join, plain, rows, stack
from smcheck.tui.widgets.bar import caption, scale_with_ends
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.marks import dots, need_sign, verdict_sign
from smcheck.tui.widgets.step_title import step_title
from smcheck.tui.widgets.tables import table
from smcheck.words.language import _
from smcheck.words.numbers import count_column, span

_SENTENCE = 2
"""Rows that the sentence has at least, so that nothing below it moves."""
_CELLS = 50
"""Cells of a bar at most."""
_ENDS = 6
"""Cells of the ends of a bar: ``0`` and ``100``."""


def sentence_rows(found: WhatIf, width: int) -> list[Content]:
    """What can be said and handed out, in at least two rows."""
    shown = rows(plain(found.sentence, "bold"), width)
    return [*shown, *[Content("")] * (_SENTENCE - len(shown))]


def brief_rows(found: WhatIf, width: int, *, short: bool) -> list[Content]:
    """What stays in view above the switches: the sentence, where there is room for it, and two numbers."""
    numbers = [_brief_count(count) for count in found.counts[:1]]
    if found.then.score.score and found.now.score.score:
        then, now = span(*found.then.score.score), span(*found.now.score.score)
        score = _brief(_("Score"), then, now)
        signs = (_verdict(found.then), verdict_sign(found.then.headline.verdict, found.then.headline.glyph))
        forms = [join(score, "  ", sign) for sign in signs]
        numbers.append(next((form for form in forms if form.cell_length <= width), score))
    sentence = [] if short else sentence_rows(found, width)
    return [*sentence, *numbers]


def _brief_count(count: NowThen) -> Content:
    return _brief(count.label, count.then or "–", count.now or "–")


def _brief(label: str, then: str, now: str) -> Content:
    """``Goals covered 4 of 4, now 2–3 of 4``."""
    text = join(f"{label} ", plain(then, "bold $you"))
    return text if then == now else join(text, plain(_(", now {n}").format(n=now), "$soft"))


def _verdict(of: Overview) -> Content:
    words = of.headline
    return join(verdict_sign(words.verdict, words.glyph), " ", verdict_phrase(words.verdict))


def result_rows(found: WhatIf, width: int, *, spacious: bool) -> list[Content]:
    """Counts, score, who takes charge and what comes next then, for a width in cells."""
    blank = [Content("")] if spacious else []
    blocks = (_counts(found, width), _score(found, width), _needs(found, width), _steps(found, width))
    return [row for place, block in enumerate(blocks) for row in ([*blank] if place else []) + [*block]]


def _counts(found: WhatIf, width: int) -> Iterator[Content]:
    """Each count now and then; the dots give way for want of room."""
    yield heading(_("Now and then"), width)
    full = [_heads(dotted=True), *(_count(count, dotted=True) for count in found.counts)]
    short = [_heads(dotted=False), *(_count(count, dotted=False) for count in found.counts)]
    yield from (
        table(full, ["left"] * 6, width)
        or table(short, ["left"] * 3, width)
        or [_brief_count(count) for count in found.counts]
    )


def _heads(*, dotted: bool) -> list[Content]:
    now, then, none = plain(_("now"), "$soft"), plain(_("then"), "$soft"), Content("")
    return [none, now, none, then, none, none] if dotted else [none, now, then]


def _count(count: NowThen, *, dotted: bool) -> list[Content]:
    same = count.now == count.then
    of = len(count.now_states)
    widest = plain(count_column(0, of, of)).cell_length  # the columns stay where they are
    name, now = plain(count.label), cell(count.now, widest, "$soft" if same else "")
    then = cell(count.then, widest, "$soft" if same else "bold")
    if not dotted:
        return [name, now, then]
    end = plain(_("same") if same else "", "$soft")
    return [name, now, dots(count.now_states), then, dots(count.then_states), end]


def _score(found: WhatIf, width: int) -> Iterator[Content]:
    """Both scores as bars above each other, the surveyed companies' mark below; what it means then."""
    now, then = found.now, found.then
    before = (_verdict(now), verdict_sign(now.headline.verdict, now.headline.glyph))
    heads = [_score_head(words, _verdict(then)) for words in before]
    yield heading(
        next((head for head in heads if head.cell_length <= width), plain(_("Score"), "bold")), width
    )
    inset = max(plain(_("now")).cell_length, plain(_("then")).cell_length) + 2
    cells = min(_CELLS, width - inset - _ENDS)
    for label, of in ((_("now"), now), (_("then"), then)):
        yield from _score_rows(label, of, inset, cells)
    if then.score.surveyed is not None:
        mark = min(int(then.score.surveyed * cells / 100), cells - 1)
        yield join(" " * (inset + 2), caption("▴", then.score.theirs[1:], mark, cells, "$theirs"))
    yield plain(then.headline.sentence, "$soft")
    yield plain(then.headline.detail, "$soft")


def _score_head(now: Content, then: Content) -> Content:
    """``Score  now ▼ below, then ▼ below``."""
    name = plain(_("Score"), "bold")
    return join(name, "  ", plain(_("now") + " ", "$soft"), now, plain(_(", then") + " ", "$soft"), then)


def _score_rows(label: str, of: Overview, inset: int, cells: int) -> Iterator[Content]:
    """A caption and a bar; both rows are there, empty, where there is no score."""
    score, name = of.score.score, cell(label, inset, "$soft")
    if score is None:
        yield Content("")
        yield join(name, _verdict(of))
        return
    own = min(int((score.low + score.high) * cells / 200), cells - 1)
    yield join(" " * (inset + 2), caption("▾", [span(*score)], own, cells, "bold $you"))
    yield join(name, scale_with_ends(score, of.score.surveyed, cells))


def _needs(found: WhatIf, width: int) -> Iterator[Content]:
    """Who takes charge of each need then, and where that is new."""
    if not found.needs:
        return
    yield heading(_("Who takes charge then"), width)
    names = [join(need_sign(need), " ", need.short) for need in found.needs]
    inset = max(name.cell_length for name in names) + 3
    widest = max(plain(need.who).cell_length for need in found.needs)
    new = join("   ", plain(_("new"), "bold $you"))
    beside = inset + widest + new.cell_length <= width
    for name, need in zip(names, found.needs, strict=True):
        who = plain(need.who, "bold" if need.subject in found.new else "")
        end = new if need.subject in found.new else Content("")
        if beside:
            row = join(fill_up(name, inset), who)
            yield join(fill_up(row, inset + widest), end) if end else row
        else:
            yield stack(join(name, end), hanging(Content("  "), who, width))


def _steps(found: WhatIf, width: int) -> Iterator[Content]:
    """What would be next."""
    yield heading(_("Next then"), width)
    for step in found.then.steps:
        yield step_title(step, width, "")
    if found.then.no_steps:
        yield plain(found.then.no_steps, "$soft")
