"""The list of stored sheets and, where there is room, what is in the one under the cursor."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from smcheck.pack import Pack
from smcheck.store import SheetSummary
from smcheck.tui.sheet_index import Order, SheetIndex
from smcheck.tui.text import join
from smcheck.tui.widgets.columns import Columns
from smcheck.tui.widgets.frame import NARROW, TWO, Frame, column_widths, frame_of
from smcheck.tui.widgets.reading import CURSOR_KEYS, LEAD, Reading
from smcheck.tui.widgets.sheet_row import NOT_READ, SheetState, SheetTable
from smcheck.words.language import N_

_LIST = 76
"""Cells of the list, where there is something beside it."""


class SheetList(Reading):
    """Rows of any number of sheets: those in view are made when they are painted.

    A click puts the cursor on a sheet; Enter and a double click choose it. It posts ``Moved`` when the cursor
    is on another sheet, ``Chosen``, ``Left`` when ↑ leads past the first one, and ``Wanted`` for sheets in
    view whose state is not known yet; ``show_states`` answers that.
    """

    BINDINGS = [
        Binding("enter", "choose", N_("open it"), tooltip=N_("go on, or see the result again")),
        *CURSOR_KEYS,
    ]
    CLICKS = 2
    """A second click that comes at once means something here: it opens the sheet."""
    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The place of the sheet under the cursor."""

    class Moved(Message):
        """The cursor is on another sheet."""

    class Walked(Message):
        """Somebody has moved the cursor."""

    class Chosen(Message):
        """A sheet is to be opened."""

    class Left(Message):
        """The cursor went up from the first sheet."""

    @dataclass
    class Wanted(Message):
        """Sheets are in view whose state is not known."""

        ids: Sequence[str]

    def __init__(self) -> None:
        super().__init__("sheets")
        self.sheets: Sequence[SheetSummary] = ()
        """All that can be scrolled to."""
        self._states: dict[str, SheetState] = {}
        """What is known of sheets that were in view."""
        self._table: SheetTable | None = None

    # ── what is shown ─────────────────────────────────────────────────────────────────────────

    def show(self, sheets: Sequence[SheetSummary], table: SheetTable, *, fresh: bool) -> None:
        """Show sheets: fresh ones from the first, others with the cursor on what it was on."""
        before = None if fresh else self.sheet
        place = 0 if fresh else self.cursor or 0
        self.cursor = None
        self.sheets, self._table = sheets, table
        self.virtual_size = Size(LEAD + self.text_width, self.row_count)
        if sheets:
            self.cursor = min(place, len(sheets) - 1)
        if before:
            self.go_to(before.id)
        if fresh:
            self.scroll_to_row(0)
        self.scroll_to_cursor()
        self.refresh()
        self.want_states()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is nothing to open where nothing was found."""
        return action != "choose" or self.sheet is not None or None

    def go_to(self, id_: str) -> None:
        """Put the cursor on a sheet, where it is among those that are shown."""
        self.cursor = next((at for at, sheet in enumerate(self.sheets) if sheet.id == id_), self.cursor)

    def forget_states(self) -> None:
        """What was known of the sheets may not be so any more."""
        self._states = {}

    def show_states(self, states: Mapping[str, SheetState]) -> None:
        """Show how far some sheets are."""
        self._states.update(states)
        self.refresh()
        if self.sheet and self.sheet.id in states:
            self.post_message(self.Moved())

    @property
    def sheet(self) -> SheetSummary | None:
        """The sheet under the cursor."""
        place = self.cursor
        return self.sheets[place] if place is not None and place < len(self.sheets) else None

    def state(self, sheet: SheetSummary) -> SheetState:
        """How far a sheet is, as far as that was read."""
        return self._states.get(sheet.id, NOT_READ)

    @property
    def height_of_one(self) -> int:
        """Rows of each sheet."""
        return self._table.height if self._table else 1

    @property
    def row_count(self) -> int:
        """Rows that there are, in view or not."""
        return len(self.sheets) * self.height_of_one

    def _paint(self, place: int) -> Content:
        at, part = divmod(place, self.height_of_one)
        sheet = self.sheets[at]
        row = self._table.content(sheet, self.state(sheet))[part] if self._table else Content("")
        return self._under_cursor(row) if at == self.cursor else join(" " * LEAD, row)

    def want_states(self) -> None:
        """Ask for the states of the sheets in view."""
        first = self.scroll_offset.y // self.height_of_one
        last = (self.scroll_offset.y + self.room) // self.height_of_one
        ids = [sheet.id for sheet in self.sheets[first : last + 1] if sheet.id not in self._states]
        if ids and self.room:
            self.post_message(self.Wanted(ids))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other sheets come in view."""
        super().watch_scroll_y(old_value, new_value)
        self.want_states()

    def on_resize(self) -> None:
        """Keep the cursor in view; more sheets may be."""
        self.scroll_to_cursor()
        self.want_states()

    # ── the cursor ────────────────────────────────────────────────────────────────────────────

    def scroll_to_cursor(self) -> None:
        """Bring the sheet under the cursor into view."""
        if self.cursor is not None and self.room:
            top = self.cursor * self.height_of_one
            self.bring_into_view(top, top + self.height_of_one)

    def watch_cursor(self) -> None:
        """Paint the rows anew, and tell."""
        self.refresh()
        self.scroll_to_cursor()
        self.post_message(self.Moved())

    def _go_by(self, sheets: int) -> None:
        if self.cursor is not None:
            self.cursor = min(max(self.cursor + sheets, 0), len(self.sheets) - 1)
            self.post_message(self.Walked())

    def action_step(self, direction: int) -> None:
        """To the next sheet, or up from the first one."""
        if direction < 0 and not self.cursor:
            self.post_message(self.Left())
        self._go_by(direction)

    def action_page(self, direction: int) -> None:
        """As many sheets further as can be seen at once."""
        self._go_by(direction * max(self.room // self.height_of_one, 1))

    def action_end(self, direction: int) -> None:
        """To the first or the last sheet."""
        self._go_by(direction * len(self.sheets))

    def action_choose(self) -> None:
        """Choose the sheet under the cursor."""
        if self.sheet:
            self.post_message(self.Chosen())

    def choose_row(self, row: int, clicks: int) -> None:
        """Put the cursor on the sheet that a row belongs to; a double click chooses it."""
        place = row // self.height_of_one
        if place < len(self.sheets):
            self.cursor = place
            if clicks > 1:
                self.action_choose()


class SheetColumns(Columns):
    """The list and, from 120 columns on, a preview of the sheet under the cursor.

    Args:
        pack: the current questionnaire.
        preview: what is said about a sheet, in a column of this width.
    """

    def __init__(self, pack: Pack, preview: Callable[[SheetSummary, int], Sequence[Content]]) -> None:
        super().__init__(id="list")
        self._pack = pack
        self._preview = preview
        self.index = SheetIndex()
        self.order = Order()
        self.found: Sequence[SheetSummary] = ()
        """The sheets that are shown."""
        self.at = ""
        """The id of the sheet that the cursor goes to once the list is drawn; empty where it stays."""

    def columns(self) -> Iterable[Reading]:
        """List and preview."""
        yield SheetList()
        yield Reading("preview")

    def widths(self, frame: Frame, terminal: int) -> Sequence[int]:
        """One column, or two."""
        return column_widths(frame, _LIST) if terminal >= TWO else column_widths(frame)

    def table(self) -> SheetTable:
        """The columns of the list in a terminal of this width."""
        terminal = self.app.size.width
        width = self.widths(frame_of(terminal), terminal)[0]
        return SheetTable(self.index, self.order, self._pack, width, narrow=terminal < NARROW)

    def draw(self, *, fresh: bool) -> None:
        """Fill the list, and the preview."""
        sheets = self.query_one(SheetList)
        sheets.show(self.found, self.table(), fresh=fresh)
        if self.at:
            sheets.go_to(self.at)
            self.at = ""
        self.show_preview()

    @on(SheetList.Moved)
    def show_preview(self) -> None:
        """Say what is in the sheet under the cursor."""
        beside = self.query_one("#preview", Reading)
        if beside.display:
            sheet = self.query_one(SheetList).sheet
            beside.fill(self._preview(sheet, beside.text_width) if sheet else [])
            self.measure()
