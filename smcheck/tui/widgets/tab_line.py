"""The names of the tabs, the open one in brackets."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from smcheck.tui.text import joined, plain


class TabLine(Widget):
    """All names where there is room, else the open one between arrows."""

    open_tab: reactive[int] = reactive(0)

    class Chosen(Message):
        """A tab was clicked on."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(id="tabs")
        self._names = names

    def _texts(self) -> list[str]:
        return [
            f"[{name}]" if index == self.open_tab else f" {name} " for index, name in enumerate(self._names)
        ]

    def _gap(self) -> int:
        """Spaces between names, or −1 where they do not fit."""
        free = self.size.width - 1 - sum(len(text) for text in self._texts())
        return min(free // max(len(self._names) - 1, 1), 2) if free >= 0 else -1

    def render(self) -> Content:
        """The line."""
        gap = self._gap()
        if gap < 0:
            name = self._names[self.open_tab]
            return joined(" ‹ ", plain(name, "bold"), f" {self.open_tab + 1}/{len(self._names)} ›")
        parts: list[Content | str] = [" "]
        for index, text in enumerate(self._texts()):
            parts += [plain(text, "bold" if index == self.open_tab else "$foreground-muted"), " " * gap]
        return joined(*parts)

    def on_click(self, event: events.Click) -> None:
        """A click on a name opens it; on the arrows, the tab before or after."""
        gap = self._gap()
        if gap < 0:
            step = -1 if event.x < self.size.width // 3 else 1
            self.post_message(self.Chosen((self.open_tab + step) % len(self._names)))
            return
        x = 1
        for index, text in enumerate(self._texts()):
            if x <= event.x < x + len(text) + gap:
                self.post_message(self.Chosen(index))
                return
            x += len(text) + gap
