"""A window to read: help, and how a number came about."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from smcheck.tui.marking import N_
from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import hanging, plain, stacked

Line = str | tuple[str, str]
"""A line to read, or a head and the text that hangs behind it."""


class Reading(Modal[None]):
    """Lines to read and scroll through; any of the keys that opened it closes it."""

    BINDINGS = [
        Binding("enter,space,f1,q,h", "close", show=False),
        Binding("up", "scroll(-1)", N_("up")),
        Binding("down", "scroll(1)", N_("down")),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__(title)
        self._lines = lines

    def body(self) -> Iterable[Widget]:
        """The lines."""
        with VerticalScroll(id="lines", can_focus=False):
            yield Static(self._laid(self.app.size.width))

    def _laid(self, width: int) -> Content:
        """The lines, wrapped to a width."""
        return stacked(
            *(
                hanging(plain(head), plain(text), width)
                for line in self._lines
                for head, text in (
                    [("", part) for part in line.split("\n")] if isinstance(line, str) else [line]
                )
            )
        )

    def _lay_out(self) -> None:
        """Wrap the lines to the window; where they need a scroll bar it has its column."""
        window = self.query_one("#lines")
        width = window.size.width - window.styles.scrollbar_size_vertical
        window.query_one(Static).update(self._laid(width))
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scrolling holds only where there is more to see that way."""
        if action not in {"scroll", "page"}:
            return True
        if not self.is_mounted:
            return False
        window = self.query_one("#lines")
        return window.scroll_y > 0 if parameters == (-1,) else window.scroll_y < window.max_scroll_y

    def on_resize(self) -> None:
        """Leave room for title, keys and border; whether scrolling holds may have changed."""
        for window in self.query("#lines"):  # none where the window is just being closed
            window.styles.max_height = max(self.app.size.height - 8, 2)
            self.call_after_refresh(self._lay_out)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#lines").scroll_relative(y=lines, force=True, animate=False, immediate=True)
        self.refresh_bindings()

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        window = self.query_one("#lines")
        window.scroll_relative(
            y=pages * max(window.size.height - 1, 1), force=True, animate=False, immediate=True
        )
        self.refresh_bindings()
