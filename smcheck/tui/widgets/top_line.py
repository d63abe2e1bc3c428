"""The line at the top: what the page is about at its left end, how far it is at its right end."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from smcheck.tui.text import join, plain
from smcheck.tui.widgets.frame import frame_of
from smcheck.words.controls import clip

_GAP = 3
"""Cells between the two ends at least."""


class TopLine(Widget):
    """One line over the content, as wide as it.

    ``top.show("Beispiel GmbH", "22 Nov 2026", end="complete · 1 don't know")``: the first text is bold and
    gives way last; facts that do not fit are left out from the right, whole, but for one that would fit
    nowhere, such as a name of any length, which is cut; then the end is left out, unless it is content,
    which can be clicked on: then the name is cut.
    """

    def __init__(self) -> None:
        super().__init__(id="top")
        self.auto_links = False
        self._first = ""
        self._facts: Sequence[str] = ()
        self._end = Content("")
        self._end_stays = False

    def show(self, name: str, *facts: str, end: str | Content = "") -> None:
        """Show a name, facts behind it and, at the right end, how far it is."""
        self._first, self._facts = name, facts
        self._end = plain(end, "$soft") if isinstance(end, str) else end
        self._end_stays = isinstance(end, Content)
        self.refresh()

    def render(self) -> Content:
        """Both ends, as far apart as the content is wide."""
        left, width = frame_of(self.app.size.width)
        end = self._end
        room = width - end.cell_length - _GAP if end else width
        if not self._end_stays and room < min(plain(clip(self._first, width)).cell_length, width // 2):
            end, room = Content(""), width
        name = plain(clip(self._first, max(room, 1)), "bold")
        if name.cell_length > room:
            name = name.truncate(max(room, 1), ellipsis=True)
        for fact in self._facts:
            shown = plain(f" · {clip(fact, width)}", "$soft")
            longer = join(name, shown)
            if longer.cell_length > room:
                if shown.cell_length > width:
                    name = longer.truncate(room, ellipsis=True)
                break
            name = longer
        return join(" " * left, name, " " * max(width - name.cell_length - end.cell_length, 0), end)
