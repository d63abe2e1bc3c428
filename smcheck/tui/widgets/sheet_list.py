"""The list of stored sheets."""

from collections.abc import Sequence

from textual.widgets.option_list import Option

from smcheck.store import SheetSummary
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Choices
from smcheck.tui.widgets.sheet_row import SheetRow
from smcheck.words.language import _


class SheetList(Choices):
    """A row for each sheet, and one that asks for more where there are more; keeps its place."""

    def __init__(self) -> None:
        super().__init__(id="sheets")
        self._rows: Sequence[SheetRow] = ()

    def show(self, rows: Sequence[SheetRow], width: int, *, more: bool) -> None:
        """Show rows.

        Args:
            rows: the sheets.
            width: columns of the terminal.
            more: whether there are more sheets than these.
        """
        place = self.highlighted or 0
        self._rows = rows
        options = [Option(row.content(width), id=row.sheet.id) for row in rows]
        if more:
            options.append(Option(plain(_("more …"))))
        self.set_options(options)
        self.highlighted = min(place, len(options) - 1) if options else None

    @property
    def sheet(self) -> SheetSummary | None:
        """The sheet under the cursor."""
        index = self.highlighted
        return self._rows[index].sheet if index is not None and index < len(self._rows) else None
