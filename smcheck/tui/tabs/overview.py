"""Overview: the headline, the score, the sections, who takes charge, what to do next."""

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from smcheck.report.content import NeedGroup, Overview, ScoreLine, StepLine, Subject
from smcheck.report.overview import overview
from smcheck.tui.tabs.section_rows import NARROW, numbered_rows, short_rows
from smcheck.tui.tabs.steps import second_look_lines, short_steps
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.text import fill_up, hanging, join, plain, press_on_click, stack
from smcheck.tui.widgets.bar import scale_with_ends, score_rows
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.line_list import BLANK, Line, blanks, title
from smcheck.tui.widgets.marks import need_sign, verdict_sign, verdict_word
from smcheck.tui.widgets.step_title import step_title
from smcheck.tui.widgets.tables import flow
from smcheck.words.language import N_, _, n_


class OverviewTab(Tab):
    """All that one sees first."""

    NAME = N_("Overview")
    FIXED = (66, 44)

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """All in one list; or the result, and what to do next."""
        builders = (single_column,) if len(widths) == 1 else (result_column, steps_column)
        return [
            self.space_out(partial(build, overview(self.case), width), width)
            for build, width in zip(builders, widths, strict=True)
        ]


def single_column(found: Overview, width: int, space: int) -> list[Line]:
    """The whole overview in a column of this width."""
    compact = width < NARROW
    blank = [] if compact or space < 0 else [BLANK]
    more = len(found.also)
    tail = n_("{n} more", "{n} more", more).format(n=more) if more else ""
    return [
        *_top(found, width),
        *blank,
        *short_rows(found.sections, width),
        *blank,
        *_flowing_needs(found.goals, width),
        *_flowing_needs(found.challenges, width),
        *_soft_rows(found.not_known),
        *(blank if space > 0 else []),
        title(heading(_("Do next"), width, tail)),
        *short_steps(found.steps, width, next_ones=True),
        *_soft_rows(found.no_steps),
        *blank,
        *_soft_rows(found.completeness if compact else ""),
        *_soft_rows(found.yardstick),
    ]


def result_column(found: Overview, width: int, space: int) -> list[Line]:
    """The result beside what to do next."""
    blank, below = blanks(space)
    lines = [*_top(found, width, blank), BLANK]
    lines += [title(heading(_("Beside the surveyed companies"), width, _("on average")))]
    for place, line in enumerate(numbered_rows(found.sections, width)):
        lines += [*(blank if place else below), line]
    lines += [BLANK, title(heading(_("Who takes charge"), width))]
    for place, group in enumerate((found.goals, found.challenges)):
        lines += [*(blank if place else []), *_needs(group, found, width, [] if place else below)]
    return [*lines, *_soft_rows(found.not_known)]


def steps_column(found: Overview, width: int, space: int) -> list[Line]:
    """What to do next, beside the result."""
    blank, below = blanks(space)
    lines = [title(heading(_("Do next"), width))]
    for place, step in enumerate(found.steps):
        lines += [*(blank if place else below), Line(_step(step, width), step.subject)]
    lines += _soft_rows(found.no_steps)
    if found.also:
        lines += [BLANK, title(heading(_("Also"), width)), *below]
        lines += short_steps(found.also, width, brief=True)
    if found.second_looks:
        lines += [BLANK, *second_look_lines(found.second_looks, width)]
    return [*lines, BLANK, *_soft_rows(found.yardstick)]


def _soft_rows(text: str) -> list[Line]:
    return [title(plain(text, "$soft"))] if text else []


# ── headline and score ────────────────────────────────────────────────────────────────────────


def _top(found: Overview, width: int, blank: Sequence[Line] = ()) -> list[Line]:
    lines = [Line(_headline(found, width), Subject("benchmark"))]
    if found.score.score is None:
        return lines
    score = _narrow_score(found.score, width) if width < NARROW else score_rows(found.score, width)
    return [*lines, *blank, title(stack(*score))]


def _headline(found: Overview, width: int) -> Content:
    """The sentence, then the verdict and the number in plain words; how to go on where answers are open."""
    headline = found.headline
    detail = plain(headline.detail)
    more: list[Content] = []
    if headline.question:
        leads = press_on_click(join(plain("a", "bold $you"), " ", _("leads to the question")), "a")
        if headline.verdict == "open":
            detail = join(detail, "; ", leads)
        else:
            more = [join(f"{found.completeness}; ", leads)]
    if width < NARROW:
        sign = verdict_sign(headline.verdict, headline.glyph)
        return stack(join(sign, " ", plain(headline.sentence, "bold")), detail, *more)
    word = join(verdict_word(headline), " ")
    return stack(plain(headline.sentence, "bold"), _beside(word, detail, width), *more)


def _beside(word: Content, detail: Content, width: int) -> Content:
    """The number beside the verdict, or below it where it does not fit there."""
    if word.cell_length + detail.cell_length <= width:
        return join(word, detail)
    return stack(word, detail)


def _narrow_score(line: ScoreLine, width: int) -> tuple[Content, Content]:
    """Both captions in one row above the bar."""
    own = plain(line.own, "bold $you")
    forms = [join(own, plain(f" · {form}", "$theirs")) for form in line.theirs]
    caption = next((form for form in forms if form.cell_length <= width), own)
    return caption, scale_with_ends(line.score, line.surveyed, width - 6)


# ── who takes charge ──────────────────────────────────────────────────────────────────────────


def _flowing_needs(group: NeedGroup, width: int) -> Iterator[Line]:
    """The sentence on the needs, and each of them with its sign, one after the other."""
    signs = [join(need_sign(need), " ", need.short) for need in group.needs]
    sentence = plain(group.sentence)
    forms = [Content(gap).join([sentence, *signs]) for gap in ("   ", "  ")]
    beside = next((form for form in forms if form.cell_length <= width), None)
    below = [flow(signs, width)] if signs else []
    yield Line(beside or stack(sentence, *below), group.subject)


def _needs(group: NeedGroup, found: Overview, width: int, blank: Sequence[Line]) -> Iterator[Line]:
    """The sentence on the needs, and below it each of them with who takes charge."""
    yield Line(plain(group.sentence), group.subject)
    yield from blank if group.needs else ()
    names = [need.short for both in (found.goals, found.challenges) for need in both.needs]
    inset = max((plain(name).cell_length for name in names), default=0) + 5
    for need in group.needs:
        head = fill_up(join(need_sign(need), " ", need.short), inset)
        who = plain(need.who, "bold" if need.state == "covered" else "")
        yield Line(hanging(head, who, width), need.subject)


# ── what to do next ───────────────────────────────────────────────────────────────────────────


def _step(step: StepLine, width: int) -> Content:
    """A step in the rows that it takes: what, why, and what it changes."""
    rows = [step_title(step, width)]
    rows += [hanging(Content("   "), plain(step.reason, "$soft"), width)] if step.reason else []
    rows += [hanging(Content("   "), plain(step.effect), width)] if step.effect else []
    return stack(*rows)
