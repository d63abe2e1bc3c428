"""The rows of a result to walk through with the cursor; one key asks how a number came about."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.widgets.option_list import Option

from smcheck.tui.lazy_gettext import N_
from smcheck.tui.textual_fixes.option_list import SafeOptionList
from smcheck.tui.textual_fixes.option_region import option_region


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One or several lines of the screen that belong together.

    ``why`` names the number that the row is about: its kind and its id, such as ``("section", "team")``. A
    ``heading`` cannot be stopped at; the cursor goes on to the row below it.
    """

    content: Content
    why: tuple[str, str] | None = None
    heading: bool = False


class ResultList(SafeOptionList):
    """Shows rows; keeps its place when they change."""

    BINDINGS = [
        Binding("enter", "screen.why", N_("why"), tooltip=N_("how this number came about")),
    ]

    def __init__(self) -> None:
        super().__init__(id="results")
        self._shown: Sequence[ResultRow] = ()

    def show(self, rows: Sequence[ResultRow], *, fresh: bool) -> None:
        """Show rows; fresh ones from the top."""
        if not fresh and [row.heading for row in rows] == [row.heading for row in self._shown]:
            for index, (old, new) in enumerate(zip(self._shown, rows, strict=True)):
                if not new.content.is_same(old.content):
                    self.replace_option_prompt_at_index(index, new.content)
            self._shown = rows
            self.scroll_to_highlight()  # a row can have got longer
            return
        place = None if fresh else self.highlighted
        self._shown = rows
        self.set_options([Option(row.content, disabled=row.heading) for row in rows])
        stops = [index for index, row in enumerate(rows) if not row.heading]
        if place in stops:
            self.highlighted = place
        elif stops:
            self.highlighted = stops[0] if place is None else min(stops, key=lambda stop: abs(stop - place))
        if fresh:
            self.scroll_home(animate=False)

    @property
    def row(self) -> ResultRow | None:
        """The row under the cursor."""
        if self.highlighted is None or self.highlighted >= len(self._shown):
            return None
        return self._shown[self.highlighted]

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the row into view, with the headings that belong to it."""
        block = self._block()
        if block is None:
            super().scroll_to_highlight(top)
        else:
            # A row taller than the window is entered where one comes from: at its top or at its end.
            ends = sorted((block.y, block.bottom - self.scrollable_content_region.height))
            y = block.y if top else min(max(self.scroll_offset.y, ends[0]), ends[1])
            self.scroll_to(y=y, force=True, animate=False, immediate=True)

    def _block(self) -> Region | None:
        """Where the row under the cursor is, the headings above it and, at the end, below it included."""
        place = self.highlighted
        if place is None or place >= len(self._shown) or not self.is_mounted:
            return None
        first, last = place, place
        while first > 0 and self._shown[first - 1].heading:
            first -= 1
        if all(row.heading for row in self._shown[place + 1 :]):
            last = len(self._shown) - 1
        return option_region(self, first, last)

    def _read_on(self, direction: int) -> bool:
        """Scroll through rows that are taller than the window; whether there was more to read."""
        block, room = self._block(), self.scrollable_content_region.height
        if block is None:
            return False
        above = self.scroll_offset.y - block.y
        below = block.bottom - self.scroll_offset.y - room
        rows = min(below if direction > 0 else above, max(room - 1, 1))
        if rows > 0:
            self.scroll_relative(y=direction * rows, force=True, animate=False, immediate=True)
        return rows > 0

    def action_cursor_down(self) -> None:
        """Read on, or go to the next row."""
        if not self._read_on(1):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Read back, or go to the row before."""
        if not self._read_on(-1):
            super().action_cursor_up()

    def action_page_down(self) -> None:
        """Read on, or turn the page."""
        if not self._read_on(1):
            self._turn(1)

    def action_page_up(self) -> None:
        """Read back, or turn the page."""
        if not self._read_on(-1):
            self._turn(-1)

    def _turn(self, direction: int) -> None:
        """Go as many rows as there are without scrolling past rows that were out of view."""
        start, room = self.scroll_offset.y, self.scrollable_content_region.height
        while True:
            place, top = self.highlighted, self.scroll_offset.y
            if not self._step(direction) or (top == start and self._is_past(start, room)):
                return
            if self._is_past(start, room):
                self.highlighted = place
                self.scroll_to(y=top, force=True, animate=False, immediate=True)
                return

    def _is_past(self, start: int, room: int) -> bool:
        return abs(self.scroll_offset.y - start) >= room

    def _step(self, direction: int) -> bool:
        """To the next row in a direction; whether there is one."""
        here = self.highlighted or 0
        ahead = range(here + 1, len(self._shown)) if direction > 0 else range(here - 1, -1, -1)
        place = next((place for place in ahead if not self._shown[place].heading), None)
        if place is not None:
            self.highlighted = place
        return place is not None
