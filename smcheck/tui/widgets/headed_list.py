"""A list of lines under a head that does not scroll."""

from collections.abc import Sequence

from textual import events
from textual.strip import Strip

from smcheck.tui.widgets.line_list import Line, LineList


class HeadedList(LineList):
    """Shows lines below others that stay at the top of the window while these scroll."""

    def __init__(self, id_: str) -> None:
        super().__init__(id_)
        self._head_lines = 0

    def show_below(self, head: Sequence[Line], lines: Sequence[Line], *, fresh: bool) -> None:
        """Show lines below a head, whose own lines are no stops."""
        self._head_lines = len(head)
        self.show([*head, *lines], fresh=fresh)

    @property
    def _head_rows(self) -> int:
        return self.tops[self._head_lines] if self.tops else 0

    def render_line(self, y: int) -> Strip:
        """A row in view: one of the head in the place of the one that scrolled under it."""
        return super().render_line(y - self.scroll_offset.y if y < self._head_rows else y)

    def _span(self) -> tuple[int, int] | None:
        """The rows to bring into view; what is above them is under the head then."""
        span = super()._span()
        return span and (max(span[0] - self._head_rows, 0), span[1])

    def on_click(self, event: events.Click) -> None:
        """There is nothing to choose in the head."""
        if event.y < self._head_rows:
            event.prevent_default()
