"""What if: switch departments and set-up on and off, and see every number move; nothing is stored."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from textual import on
from textual.binding import Binding
from textual.content import Content

from smcheck.report.case import Case
from smcheck.report.content import Subject
from smcheck.report.tab_content import Switch, WhatIf
from smcheck.report.what_if import switch_answers, switches, what_if
from smcheck.report.who_does_what import absent_sentence
from smcheck.tui.tabs.now_and_then import brief_rows, result_rows, sentence_rows
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.text import join, plain, press_on_click, right_cell
from smcheck.tui.widgets.frame import GAP, SHORT, SPACIOUS, TWO, Frame, column_widths
from smcheck.tui.widgets.headed_list import HeadedList
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.line_list import BLANK, Line, LineList, title
from smcheck.tui.widgets.reading import Reading
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import N_, _, n_

_SWITCHES, _RESULT = 40, 69
"""Cells of the two columns of text."""
_BOXES = {
    "yes": ("[x]", "bold $you"),
    "unknown": ("[?]", "bold $unknown"),
}


class SwitchList(HeadedList):
    """The switches; choosing one switches it."""

    class Switched(LineList.Moved):
        """A switch is to be switched."""

    def action_choose(self) -> None:
        """Switch the line under the cursor."""
        self.post_message(self.Switched(self))


class WhatIfTab(Tab):
    """Switches at the left, the result now and then at the right; below each other where it is narrow."""

    NAME = N_("What if")
    BINDINGS = [
        Binding("space", "switch", N_("switch"), tooltip=N_("switch the line under the cursor on or off")),
        Binding("plus", "advised", N_("all advised"), tooltip=N_("switch all that is advised")),
        Binding("backspace", "reset", N_("reset"), tooltip=N_("back to the answers")),
    ]

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.changes: Mapping[str, str] = {}
        """The answers that are supposed, by path; never stored."""

    def columns(self) -> Iterable[Reading]:
        """The switches and the result; there is no why here."""
        yield SwitchList("switches")
        yield Reading("then")
        why = WhyColumn()
        why.can_focus = False
        yield why

    def widths(self, frame: Frame, terminal: int) -> Sequence[int]:
        """One column or two."""
        if terminal < TWO:
            return column_widths(frame)
        return (_SWITCHES, min(_RESULT, frame.width - _SWITCHES - GAP))

    @property
    def found(self) -> WhatIf:
        """The result with the supposed answers."""
        return what_if(self.case, self.changes)

    def draw(self, *, fresh: bool) -> None:
        """Fill the columns."""
        found, shown = self.found, self.shown
        spacious = self.app.size.height >= SPACIOUS
        lines = switch_lines(self.case, self.changes, shown[0].text_width, spacious=spacious)
        column = self.query_one(SwitchList)
        if len(shown) > 1:
            column.show_below([], lines, fresh=fresh)
            sentence = sentence_rows(found, shown[1].text_width)
            result = result_rows(found, shown[1].text_width, spacious=spacious)
            shown[1].fill([*sentence, Content(""), *result])
            return
        width = shown[0].text_width
        head = brief_rows(found, width, short=self.app.size.height < SHORT)
        result = result_rows(found, width, spacious=False)
        column.show_below([*map(title, head)], [*lines, BLANK, *map(title, result)], fresh=fresh)

    # ── switching ─────────────────────────────────────────────────────────────────────────────

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys hold now."""
        if action == "reset":
            return bool(self.changes) or None
        if action == "advised":
            return self.changes != self._all_advised or None
        return True

    @property
    def _all_advised(self) -> Mapping[str, str]:
        return {switch.path: switch.advised for switch in switches(self.case) if switch.advised}

    def _suppose(self, changes: Mapping[str, str]) -> None:
        """Show the result with these answers."""
        self.changes = changes
        self.renew()
        self.screen.refresh_bindings()

    @on(SwitchList.Switched)
    def action_switch(self) -> None:
        """Switch the line under the cursor; all numbers move at once."""
        subject = self.subject
        if subject is not None:
            switch = next(switch for switch in switches(self.case) if switch.path == subject.id)
            self._suppose(switch_answers(switch, self.changes))

    def action_advised(self) -> None:
        """Suppose all that is advised, and nothing else."""
        self._suppose(self._all_advised)

    def action_reset(self) -> None:
        """Back to the answers."""
        self._suppose({})


def switch_lines(case: Case, changes: Mapping[str, str], width: int, *, spacious: bool) -> list[Line]:
    """The switches for a width in cells, the departments first, and what can be done with all of them."""
    tail = n_("{n} changed", "{n} changed", len(changes)).format(n=len(changes)) if changes else ""
    blank = [BLANK] if spacious else []
    lines = [title(heading(_("Suppose"), width, tail))]
    for _question, group in groupby(switches(case), key=lambda switch: switch.path.partition(".")[0]):
        lines += [*blank, *(_switch_line(switch, changes.get(switch.path), width) for switch in group)]
    advised = join(plain("+  ", "bold $you"), _("switch all that is advised"))
    reset = join(plain("⌫  ", "bold $you"), _("back to the answers"))
    absent = absent_sentence(case)
    return [
        *lines,
        *([*blank, title(plain(absent, "$soft"))] if absent else []),
        *blank,
        title(press_on_click(advised, "plus")),
        title(press_on_click(reset, "backspace")),
    ]


def _switch_line(switch: Switch, supposed: str | None, width: int) -> Line:
    """A box, the name and, where the answer is another one now, what it was; the short name where need be."""
    sign, style = _BOXES.get(supposed or switch.state, ("[ ]", "$soft"))
    was = _("was “{answer}”").format(answer=switch.answer)
    room = width - 4 - plain(was).cell_length - 2
    name = switch.label if plain(switch.label).cell_length <= room else switch.short
    row = join(plain(sign, style), " ", plain(name, "bold" if supposed else ""))
    if supposed is not None:
        row = join(row, right_cell(was, max(width - row.cell_length, 0), "$soft"))
    return Line(row, Subject("item", switch.path))
