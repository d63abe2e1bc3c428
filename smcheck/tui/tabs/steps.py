"""Next steps: three large, everything else in a row each, contradictions last and as questions."""

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from smcheck.report.content import Overview, QuestionLine, StepLine
from smcheck.report.overview import overview
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.text import hanging, join, plain, stack
from smcheck.tui.widgets.frame import TWO
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.line_list import BLANK, Line, blanks, title
from smcheck.tui.widgets.step_title import step_title
from smcheck.words.fault import quote
from smcheck.words.language import N_, _


class StepsTab(Tab):
    """What to do, in order."""

    NAME = N_("Next steps")

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """One list."""
        build = partial(step_list, overview(self.case), widths[0], self.app.size.width >= TWO)
        return [self.space_out(build, widths[0])]


def step_list(found: Overview, width: int, headed: bool, space: int) -> list[Line]:
    """All that is advised, in a column of this width; ``headed`` says whether it begins with a heading."""
    _blank, below = blanks(space)
    lines = [title(heading(_("Do next"), width, _("by urgency"))), *below] if headed else []
    for place, step in enumerate(found.steps):
        lines += [*([BLANK] if place else []), Line(_large(step, width), step.subject)]
    if found.no_steps:
        lines.append(title(plain(found.no_steps)))
    if found.also:
        tail = _("{n} in this order").format(n=len(found.also)) if len(found.also) > 1 else ""
        lines += [BLANK, title(heading(_("Also"), width, tail)), *below]
        lines += short_steps(found.also, width)
    if found.second_looks:
        lines += [BLANK, *second_look_lines(found.second_looks, width)]
    return lines


def _large(step: StepLine, width: int) -> Content:
    """What and who, what to say first, why, and what it changes."""
    head = join(plain(f"{step.number}  ", "bold $you"), plain(step.title, "bold"))
    who = join(plain(_("who") + " ", "$soft"), plain(step.who))
    room = width - head.cell_length - who.cell_length
    beside = bool(step.who) and room >= 2
    rows = [join(head, " " * room, who)] if beside else [step_title(step, width)]
    parts = [
        (_("who"), "" if beside else step.who, ""),
        (_("say"), quote(step.say) if step.say else "", ""),
        (_("why"), step.reason, "$soft"),
        (_("then"), step.effect, ""),
    ]
    inset = max(plain(name).cell_length for name, _text, _style in parts) + 2
    for name, text, style in parts:
        if text:
            rows.append(hanging(plain("   " + name.ljust(inset), "$soft"), plain(text, style), width))
    return stack(*rows)


def short_steps(
    steps: Sequence[StepLine], width: int, *, brief: bool = False, next_ones: bool = False
) -> Iterator[Line]:
    """Number, what and why: in one row where that fits, else in two.

    Args:
        steps: what is advised.
        width: cells of a row.
        brief: leave out why.
        next_ones: whether they are the next steps, which are bold, or stand under “also”.
    """
    of_number, of_title = ("bold $you", "bold") if next_ones else ("$soft", "")
    digits = max((len(str(step.number)) for step in steps), default=1)
    lengths = [(plain(step.title).cell_length, plain(step.reason).cell_length) for step in steps]
    room = width - digits - 2
    inset = max((length for length, reason in lengths if length + 2 + reason <= room), default=0) + 2
    for step, (length, reason) in zip(steps, lengths, strict=True):
        number = plain(f"{step.number:>{digits}}  ", of_number)
        row = hanging(number, plain(step.title, of_title), width)
        if brief or not step.reason:
            yield Line(row, step.subject)
        elif max(inset, length + 2) + reason <= room:
            gap = " " * max(inset - length, 2)
            yield Line(join(row, gap, plain(step.reason, "$soft")), step.subject)
        else:
            below = hanging(Content(" " * (digits + 2)), plain(step.reason, "$soft"), width)
            yield Line(stack(row, below), step.subject)


def second_look_lines(questions: Sequence[QuestionLine], width: int) -> list[Line]:
    """What contradicts itself, put as questions under a heading of its own."""
    return [
        title(heading(_("Look twice"), width)),
        *(Line(stack(plain(line.title), plain(line.text, "$soft")), line.subject) for line in questions),
    ]
