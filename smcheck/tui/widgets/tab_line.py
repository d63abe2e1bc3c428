"""The names of the tabs, a heavy line under the one in use."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from smcheck.tui.text import join, plain, press_on_click, stack
from smcheck.tui.widgets.frame import frame_of
from smcheck.words.language import _


class TabLine(Widget):
    """All names where there is room, else the one in use between arrows. A click presses the tab's digit."""

    current: reactive[int] = reactive(0)
    """The place of the tab in use, from 0."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(id="tabs")
        self.auto_links = False
        self._names = names

    def brief(self) -> Content:
        """The tab in use between arrows: ``← Overview 1 of 6 →``."""
        place = _("{n} of {of}").format(n=self.current + 1, of=len(self._names))
        return join(
            press_on_click(plain("← ", "$you"), "left"),
            plain(self._names[self.current], "bold"),
            plain(f" {place}", "$soft"),
            press_on_click(plain(" →", "$you"), "right"),
        )

    def render(self) -> Content:
        """The names, and a line below them where there is a row for it."""
        left, width = frame_of(self.app.size.width)
        gap = next((gap for gap in (3, 2) if self._length(gap) <= width), 0)
        start, length = left, self.brief().cell_length
        parts: list[Content | str] = [" " * left]
        if not gap:
            parts.append(self.brief())
        else:
            for index, name in enumerate(self._names):
                here = index == self.current
                parts += [press_on_click(plain(name, "bold" if here else "$soft"), str(index + 1)), " " * gap]
            start += sum(plain(name).cell_length + gap for name in self._names[: self.current])
            length = plain(self._names[self.current]).cell_length
        names = join(*parts)
        if self.size.height < 2:
            return names
        under = plain("━" * (length + 2), "$you")
        before, after = start - 1, self.size.width - start - length - 1
        return stack(names, join(plain("─" * before, "$rule"), under, plain("─" * after, "$rule")))

    def _length(self, gap: int) -> int:
        """Cells that all names take."""
        return sum(plain(name).cell_length + gap for name in self._names) - gap
