"""A column to read: rows of text, scrolled where they need more room than there is."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from smcheck.tui.text import fill_up, join, plain, rows

LEAD = 2
"""Cells to the left of the text, for the bar of the cursor and a blank."""
CURSOR_KEYS = [
    Binding("up", "step(-1)", show=False),
    Binding("down", "step(1)", show=False),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown", "page(1)", show=False),
    Binding("home", "end(-1)", show=False),
    Binding("end", "end(1)", show=False),
]
"""The keys that move the cursor of a list, by its actions ``step``, ``page`` and ``end``."""


class Reading(ScrollView, can_focus=True):
    """Shows content; what is wider than the column is wrapped at blanks.

    ``Columns`` gives a column its ``text_width``, then it can be filled: ``column.fill(contents)``. Text made
    with ``press_on_click`` is a key to click on. Arrows and page keys scroll while the column has the focus.
    """

    ALLOW_SELECT = False

    def __init__(self, id_: str) -> None:
        super().__init__(id=id_, classes="column")
        self.auto_links = False
        self.text_width = 1
        """Cells that a row of text may have."""
        self._rows: list[Content] = []

    def fill(self, contents: Iterable[Content]) -> None:
        """Show contents, one below the other, from the top."""
        self._set_rows([row for content in contents for row in rows(content, self.text_width)])
        self.scroll_to(y=0, animate=False, immediate=True)

    def _set_rows(self, shown: list[Content]) -> None:
        self._rows = shown
        self.virtual_size = Size(LEAD + self.text_width, len(shown))
        self.refresh()

    @property
    def row_count(self) -> int:
        """Rows that there are, in view or not."""
        return len(self._rows)

    @property
    def room(self) -> int:
        """Rows that can be seen at once."""
        return self.scrollable_content_region.height

    def scroll_to_row(self, y: int) -> None:
        """Let a row be the first in view, at once."""
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def bring_into_view(self, top: int, end: int) -> None:
        """Scroll as little as lets rows be seen; where they are too many, to the end that is nearest."""
        low, high = sorted((top, end - self.room))
        self.scroll_to_row(min(max(self.scroll_offset.y, low), high))

    def render_line(self, y: int) -> Strip:
        """A row in view."""
        place = self.scroll_offset.y + y
        width, style = self.scrollable_content_region.width, self.visual_style
        if place >= self.row_count or not width:
            return Strip.blank(width, style.rich_style)
        strips = Visual.to_strips(self, self._paint(place), width, 1, style)
        return strips[0].extend_cell_length(width, style.rich_style).crop(0, width)

    def _paint(self, place: int) -> Content:
        """A row with what stands to its left."""
        return join(" " * LEAD, self._rows[place])

    def _under_cursor(self, row: Content) -> Content:
        """A row with the cursor's bar and, with the focus, shaded to one cell right of the text."""
        row = join(plain("▌", "$you"), " ", row)
        if not self.has_focus:
            return row
        return fill_up(row, LEAD + self.text_width + 1).stylize_before("on $cursor")

    def on_click(self, event: events.Click) -> None:
        """A click on a row; one on what stands for a key is a press, and nothing else."""
        if "@click" not in event.style.meta:
            self.choose_row(self.scroll_offset.y + event.y, event.chain)

    def choose_row(self, row: int, clicks: int) -> None:
        """What clicks on a row do; nothing, where there is only something to read."""
