"""A column of lines to walk through with the cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from smcheck.report.content import Subject
from smcheck.tui.text import rows
from smcheck.tui.widgets.reading import CURSOR_KEYS, Reading


@dataclass(frozen=True, slots=True)
class Line:
    """One or several rows of the screen that belong together.

    ``subject`` is what Enter asks about, absent where there is nothing to ask. A line that is no ``stop`` (a
    heading, a blank row) is passed over by the cursor; it stays in view with the line below it.
    """

    content: Content
    subject: Subject | None = None
    stop: bool = True


BLANK = Line(Content(""), stop=False)
"""A blank row between blocks."""


def blanks(space: int) -> tuple[list[Line], list[Line]]:
    """The blank rows between blocks and those below headings, for what ``Columns.space_out`` asks for."""
    return [BLANK] * (space > 0), [BLANK] * (space > 1)


def title(content: Content) -> Line:
    """A heading, or other rows that the cursor passes over."""
    return Line(content, stop=False)


class LineList(Reading):
    """Shows lines; the cursor is a bar two cells left of the text and, with the focus, a slight shade.

    ``lines.show([title(heading(…)), Line(content, Subject("section", "team"))], fresh=True)`` puts the cursor
    on the first stop; without ``fresh`` it keeps its place. Rows wider than ``text_width`` are wrapped. It
    posts ``Moved`` when the cursor is on another line, ``Chosen`` on Enter and on a click, ``Passed`` when a
    key leads past the first or the last line.
    """

    CLICKS = 1
    """The clicks on a line that choose it; fewer only put the cursor there."""
    BINDINGS = [*CURSOR_KEYS, Binding("enter", "choose", show=False)]

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The place of the line under the cursor."""
    marked: reactive[bool] = reactive(True)
    """Whether the cursor is to be seen."""

    @dataclass
    class Moved(Message):
        """The cursor is on another line."""

        lines: "LineList"

    class Chosen(Moved):
        """Enter was pressed on a line, or it was clicked on."""

    @dataclass
    class Passed(Moved):
        """A key led past the end of the list: −1 above the first line, 1 below the last."""

        direction: int

    def __init__(self, id_: str) -> None:
        super().__init__(id_)
        self.lines: Sequence[Line] = ()
        """All lines, headings included."""
        self.tops: list[int] = []
        """The first row of each line, and behind them the row after the last one."""
        self.stops: list[int] = []
        """The places of the lines that the cursor stops at."""
        self._owners: list[int] = []
        """The line that each row belongs to."""

    # ── what is shown ─────────────────────────────────────────────────────────────────────────

    def show(self, lines: Sequence[Line], *, fresh: bool) -> None:
        """Show lines; fresh ones from the top, others with the cursor on what it was on."""
        subject = self.line.subject if self.line and not fresh else None
        self.lines = lines
        wrapped = [rows(line.content, self.text_width) for line in lines]
        self._owners = [place for place, block in enumerate(wrapped) for _row in block]
        self.tops = [0, *accumulate(len(block) for block in wrapped)]
        self.stops = [place for place, line in enumerate(lines) if line.stop]
        self._set_rows([row for block in wrapped for row in block])
        place = None if fresh else self.cursor
        if place is None or not self.stops:
            self.cursor = next(iter(self.stops), None)
        same = [stop for stop in self.stops if subject and lines[stop].subject == subject]
        self.go_to(min(same, key=lambda stop: abs(stop - (place or 0)), default=place))
        if fresh:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.scroll_to_cursor()

    def go_to(self, place: int | None) -> None:
        """Put the cursor on a line, or on the nearest one that it can stop at."""
        if place is not None and self.stops:
            self.cursor = min(self.stops, key=lambda stop: abs(stop - place))

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        return None if self.cursor is None else self.lines[self.cursor]

    def _paint(self, place: int) -> Content:
        """A row; under the cursor with its bar."""
        if self._owners[place] != self.cursor or not self.marked:
            return super()._paint(place)
        return self._under_cursor(self._rows[place])

    def watch_cursor(self) -> None:
        """Paint the rows anew, and tell."""
        self.refresh()
        self.scroll_to_cursor()
        self.post_message(self.Moved(self))

    def on_resize(self) -> None:
        """Keep the line under the cursor in view."""
        self.scroll_to_cursor()

    # ── scrolling ─────────────────────────────────────────────────────────────────────────────

    def _span(self) -> tuple[int, int] | None:
        """The rows from the headings above the line under the cursor to its end, or to that of the list."""
        if self.cursor is None or not self.room:
            return None
        first, last = self.cursor, self.cursor
        while first > 0 and not self.lines[first - 1].stop:
            first -= 1
        if not any(line.stop for line in self.lines[last + 1 :]):
            last = len(self.lines) - 1
        return self.tops[first], self.tops[last + 1]

    def scroll_to_cursor(self) -> None:
        """Bring the line under the cursor into view, with the headings that belong to it."""
        span = self._span()
        if span:
            self.bring_into_view(*span)

    def _read_on(self, direction: int) -> bool:
        """Scroll through a line that is taller than the window; whether there was more to read."""
        span = self._span()
        if not span:
            return False
        hidden = (
            span[1] - self.scroll_offset.y - self.room if direction > 0 else self.scroll_offset.y - span[0]
        )
        if hidden <= 0:
            return False
        self.scroll_to_row(self.scroll_offset.y + direction * min(hidden, max(self.room - 1, 1)))
        return True

    # ── the cursor ────────────────────────────────────────────────────────────────────────────

    def _next(self, direction: int) -> int | None:
        """The next stop in a direction."""
        here = -1 if self.cursor is None else self.cursor
        ahead = [stop for stop in self.stops if (stop - here) * direction > 0]
        return None if not ahead else ahead[0] if direction > 0 else ahead[-1]

    def action_step(self, direction: int) -> None:
        """Read on, go to the next line, or past the end."""
        if self._read_on(direction):
            return
        place = self._next(direction)
        if place is None:
            self.post_message(self.Passed(self, direction))
        else:
            self.cursor = place

    def action_page(self, direction: int) -> None:
        """Read on, or turn the page: as many lines as can be passed without missing a row."""
        if self._read_on(direction):
            return
        if self._next(direction) is None:
            self.post_message(self.Passed(self, direction))
        start = self.scroll_offset.y
        while (place := self._next(direction)) is not None:
            before, top = self.cursor, self.scroll_offset.y
            self.cursor = place
            if abs(self.scroll_offset.y - start) >= self.room and top != start:
                self.cursor = before
                self.scroll_to_row(top)
                return

    def action_end(self, direction: int) -> None:
        """To the first or the last line."""
        if self.stops:
            self.cursor = self.stops[0 if direction < 0 else -1]

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self))

    def choose_row(self, row: int, clicks: int) -> None:
        """Put the cursor on the line that a row belongs to; choose it where these clicks do."""
        if row < len(self._owners) and self.lines[self._owners[row]].stop:
            self.cursor = self._owners[row]
            if clicks >= self.CLICKS:
                self.action_choose()
