"""The line at the top: where we are on the left, how far on the right."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from smcheck.tui.text import joined, plain
from smcheck.words.visible import clip


class Bar(Widget):
    """One line with a left and a right end; the left end gives way."""

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Both ends, as far apart as the line is wide."""
        width = self.size.width
        right = plain(self.right)
        room = max(width - right.cell_length - 1, 0)
        left = plain(clip(self.left, room), "bold")
        if left.cell_length > room:
            left = left.truncate(room, ellipsis=True)
        return joined(left, " " * max(width - left.cell_length - right.cell_length, 0), right)
