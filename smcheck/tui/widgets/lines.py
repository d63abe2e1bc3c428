"""Lines to read in a window: wrapped to its width, scrolled where they need more room than there is."""

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from smcheck.tui.text import hanging, plain, stacked

Line = str | tuple[str, str]
"""A line to read, or a head and the text that hangs behind it."""

_AROUND = 8
"""Rows of a window that its lines have not: border, title, keys, and what is between them."""


class Lines(VerticalScroll):
    """As high as what is in it, or as there is room for beside title and keys."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(id="lines", can_focus=False)
        self._lines = lines

    def compose(self) -> Iterable[Widget]:
        """The text."""
        yield _Text(self._lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Leave room for the rest of the window."""
        height = super().get_content_height(container, viewport, width)
        return min(height, max(viewport.height - _AROUND, 2))

    def on_resize(self) -> None:
        """Whether there is more to scroll to depends on how much is seen."""
        self.screen.refresh_bindings()


class _Text(Widget):
    """Knows how high it is at a width without having been shown: no window is seen at a height it loses."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self._lines = lines
        self._laid = (0, Content(""))
        """The width that the lines were last wrapped to, and the lines."""

    def _at(self, width: int) -> Content:
        if self._laid[0] != width:
            lines = (
                hanging(plain(head), plain(text), width)
                for line in self._lines
                for head, text in (
                    [("", part) for part in line.split("\n")] if isinstance(line, str) else [line]
                )
            )
            self._laid = (width, stacked(*lines))
        return self._laid[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """How many rows the lines take."""
        return self._at(width).get_height(self.styles.get_rules(), width)

    def render(self) -> Content:
        """The lines, wrapped."""
        return self._at(self.size.width)
