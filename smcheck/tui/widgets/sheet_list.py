"""The list of stored sheets and, where there is room, what is in the one under the cursor."""

from collections.abc import Callable, Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.content import Content

from smcheck.store import SheetSummary
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.text import plain
from smcheck.tui.widgets.columns import Columns
from smcheck.tui.widgets.frame import NARROW, TWO, Frame, column_widths, frame_of
from smcheck.tui.widgets.line_list import Line, LineList
from smcheck.tui.widgets.reading import Reading
from smcheck.tui.widgets.sheet_row import SheetRow, SheetTable
from smcheck.words.language import _

_LIST = 76
"""Cells of the list, where there is something beside it."""


class SheetList(LineList):
    """A row for each sheet, and one that asks for more where there are more; a double click opens."""

    CLICKS = 2
    BINDINGS = [Binding("enter", "choose", N_("open it"), tooltip=N_("go on, or see the result again"))]

    def __init__(self) -> None:
        super().__init__("sheets")
        self._sheet_rows: Sequence[SheetRow] = ()

    def fill_with(self, rows: Sequence[SheetRow], table: SheetTable, *, more: bool, fresh: bool) -> None:
        """Show sheets.

        Args:
            rows: the sheets.
            table: their columns.
            more: whether there are more sheets than these.
            fresh: whether the cursor is to be on the first one.
        """
        self._sheet_rows = rows
        lines = [Line(table.content(row)) for row in rows]
        if more:
            lines.append(Line(plain(_("more …"))))
        self.show(lines, fresh=fresh)

    @property
    def row(self) -> SheetRow | None:
        """The row under the cursor; none on the one that asks for more."""
        place = self.cursor
        return self._sheet_rows[place] if place is not None and place < len(self._sheet_rows) else None

    @property
    def sheet(self) -> SheetSummary | None:
        """The sheet under the cursor."""
        return self.row.sheet if self.row else None


class SheetColumns(Columns):
    """The list and, from 120 columns on, a preview of the sheet under the cursor.

    Args:
        preview: what is said about a sheet, in a column of this width; takes the row and when it was changed.
    """

    def __init__(self, preview: Callable[[SheetRow, str, int], Sequence[Content]]) -> None:
        super().__init__(id="list")
        self._preview = preview
        self.rows: Sequence[SheetRow] = ()
        self.more = False

    def columns(self) -> Iterable[Reading]:
        """List and preview."""
        yield SheetList()
        yield Reading("preview")

    def widths(self, frame: Frame, terminal: int) -> Sequence[int]:
        """One column, or two."""
        return column_widths(frame, _LIST) if terminal >= TWO else column_widths(frame)

    def table(self, terminal: int) -> SheetTable:
        """The columns of the list in a terminal of this width."""
        return SheetTable(self.rows, self.widths(frame_of(terminal), terminal)[0], narrow=terminal < NARROW)

    def draw(self, *, fresh: bool) -> None:
        """Fill the list, and the preview."""
        table = self.table(self.app.size.width)
        self.query_one(SheetList).fill_with(self.rows, table, more=self.more, fresh=fresh)
        self.show_preview()

    @on(SheetList.Moved)
    def show_preview(self) -> None:
        """Say what is in the sheet under the cursor."""
        beside = self.query_one("#preview", Reading)
        if beside.display:
            row = self.query_one(SheetList).row
            when = self.table(self.app.size.width).when
            beside.fill(self._preview(row, when(row), beside.text_width) if row else [])
            self.measure()
