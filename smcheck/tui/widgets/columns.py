"""Columns of text beside each other, a thin line between them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from smcheck.tui.text import plain, rows, stack
from smcheck.tui.widgets.frame import SPACIOUS, Frame, column_widths, frame_of
from smcheck.tui.widgets.line_list import Line, LineList
from smcheck.tui.widgets.reading import LEAD, Reading

_RIGHT = 2
"""Cells right of the text of a column: one for the shade of the cursor, one for the scroll bar."""


class Divider(Widget):
    """A thin line that ends with the content beside it."""

    row_count: reactive[int] = reactive(0)

    def render(self) -> Content:
        """As many rows as the content has."""
        return stack(*[plain("│", "$rule")] * min(self.row_count, self.size.height))


class Columns(Horizontal):
    """Lays columns out and fills them again whenever the terminal's size changes.

    A subclass says three things: ``columns`` gives the column widgets (``Reading`` or ``LineList``), of which
    the first ones are shown; ``widths`` says how wide their text is in a frame, one width for each that is
    shown (``frame.column_widths`` helps), else there is one; ``draw`` fills them. ``renew`` has them drawn
    again after a change.
    The cursor goes from the end of a list to the list beside it.
    """

    _arranged: tuple[int, int] | None = None
    """The terminal's size that the columns were laid out for."""

    def columns(self) -> Iterable[Reading]:
        """The columns, from left to right."""
        raise NotImplementedError

    def widths(self, frame: Frame, terminal: int) -> Sequence[int]:  # noqa: ARG002 - subclasses need both
        """How wide the text of each column is in a terminal of this width; columns without one are hidden."""
        return column_widths(frame)

    def draw(self, *, fresh: bool) -> None:
        """Fill the columns; each has its ``text_width``. Fresh ones begin at their top."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The columns and the lines between them."""
        for place, column in enumerate(self.columns()):
            if place:
                yield Divider()
            yield column

    def space_out(self, build: Callable[[int], list[Line]], width: int) -> list[Line]:
        """Lines with as many blank rows between blocks as let all of them be seen at once.

        Args:
            build: gives the lines; 2 asks for all blank rows, 1 for none below headings, 0 for few, −1 for
                none.
            width: of the column's text.
        """
        for space in (2, 1, 0, -1) if self.app.size.height >= SPACIOUS else (0, -1):
            lines = build(space)
            if sum(len(rows(line.content, width)) for line in lines) <= self.size.height:
                return lines
        return build(0)

    @property
    def shown(self) -> list[Reading]:
        """The columns that are shown, from left to right."""
        return [column for column in self.query(Reading) if column.display]

    @property
    def lists(self) -> list[LineList]:
        """The lists that are shown, from left to right."""
        return [column for column in self.shown if isinstance(column, LineList)]

    def on_resize(self) -> None:
        """Lay the columns out when they come in view, and whenever the terminal has another size.

        Not while their page is being taken apart: some of them may be gone already.
        """
        if self.screen in self.app.screen_stack and self._arranged != tuple(self.app.size):
            self._arrange(fresh=self._arranged is None)

    def _arrange(self, *, fresh: bool) -> None:
        terminal, height = self.app.size
        self._arranged = (terminal, height)
        frame = frame_of(terminal)
        widths = self.widths(frame, terminal)
        self.styles.padding = (0, 0, 0, frame.left - LEAD)
        columns = list(self.query(Reading))
        for place, column in enumerate(columns):
            column.display = place < len(widths)
            if column.display:
                column.text_width = max(widths[place], 1)
                last = place == len(widths) - 1
                column.styles.width = "1fr" if last else LEAD + widths[place] + _RIGHT
        for place, divider in enumerate(self.query(Divider)):
            divider.display = place + 1 < len(widths)
        self.renew(fresh=fresh)

    def renew(self, *, fresh: bool = False) -> None:
        """Draw the columns again; without ``fresh`` cursors and what is in view stay where they are."""
        if self._arranged is None:  # they were not in view yet
            return
        self.draw(fresh=fresh)
        self.measure()

    def measure(self) -> None:
        """Let the lines between the columns end with what is in them; call it after filling one of them."""
        longest = max((column.row_count for column in self.shown), default=0)
        for divider in self.query(Divider):
            divider.row_count = longest

    @on(LineList.Passed)
    def _go_beside(self, message: LineList.Passed) -> None:
        """From the end of a list on to the list beside it."""
        pairs = pairwise(self.lists if message.direction > 0 else reversed(self.lists))
        beside = next((to for here, to in pairs if here is message.lines and to.line), None)
        if beside is not None:
            message.stop()
            beside.focus()
            beside.action_end(-message.direction)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Only the list that the cursor was in last shows where it is."""
        if isinstance(event.widget, LineList):
            for column in self.query(LineList):
                column.marked = column is event.widget
            self.list_changed()

    def list_changed(self) -> None:
        """What follows when the cursor goes to another list; nothing, unless a subclass says so."""
