"""A thin scroll bar: a heavy line in a light one."""

from collections.abc import Iterator
from math import ceil

from rich.console import Console, ConsoleOptions
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender


class ThinScrollBar(ScrollBarRender):
    """Draws ``┃`` for what is in view and ``│`` for the rest; used instead of Textual's by every scroll bar.

    The stylesheet gives its colours: ``scrollbar-color`` the first, ``scrollbar-background`` the second.
    """

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segments]:
        """The bar, as long as there is room."""
        size = (options.height or console.height) if self.vertical else options.max_width
        thumb, groove = ("┃", "│") if self.vertical else ("━", "─")
        first, length = self._thumb(size)
        colours = console.get_style(self.style)
        cells = []
        for place in range(size):
            here = first <= place < first + length
            action = "grab" if here else "scroll_up" if place < first else "scroll_down"
            style = Style(color=colours.color if here else colours.bgcolor, meta={"@mouse.down": action})
            cells.append(Segment(thumb if here else groove, style))
        yield Segments(cells, new_lines=self.vertical)

    def _thumb(self, size: int) -> tuple[int, int]:
        """Where the part in view begins in a bar of so many cells, and how long it is."""
        if not self.window_size or self.virtual_size <= self.window_size:
            return 0, 0
        length = max(ceil(size * self.window_size / self.virtual_size), 1)
        return round((size - length) * self.position / (self.virtual_size - self.window_size)), length
