"""The list of stored sheets as the start page shows it; what its keys do is in ``home.py``."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from smcheck.sheet import has_example
from smcheck.store import SheetSummary, open_sheet
from smcheck.tui.errors import error_text
from smcheck.tui.screens.page import Page
from smcheck.tui.text import joined, keyed, plain
from smcheck.tui.widgets.clicks import ClickableText
from smcheck.tui.widgets.field import Field
from smcheck.tui.widgets.frame import frame_of
from smcheck.tui.widgets.invitation import Invitation
from smcheck.tui.widgets.sheet_list import SheetColumns, SheetList
from smcheck.tui.widgets.sheet_row import SheetRow, row_of
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_

PAGE = 50
"""Sheets that are read at a time."""


class SheetsPage(Page):
    """Reads and shows the stored sheets, finds them by name, and says what was last done."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[SheetRow] = ()
        """The sheets that were read."""
        self._more = False
        """Whether there are sheets that are not read yet."""
        self.total = 0
        """How many sheets are stored."""
        self._notice = ""
        self._has_example = False

    def body(self) -> Iterable[Widget]:
        """Search, list, invitation, what was last done."""
        yield ClickableText(id="find")
        yield Field(placeholder=_("Search by organisation or respondent"), id="search", compact=True)
        yield Static(id="headings")
        yield Static(plain(_("Nothing found."), "$soft"), id="nothing")
        yield SheetColumns(self._preview)
        yield Invitation()
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Read the first sheets."""
        self._has_example = has_example(self.pack)
        self.query_one("#search").display = False
        self.read()

    def on_resize(self) -> None:
        """Set what stands around the list anew; the list does so by itself."""
        self._show_around()

    @property
    def missing(self) -> frozenset[str]:
        """The example, where the questionnaire has none."""
        return frozenset() if self._has_example else frozenset({"example"})

    # ── reading and showing ───────────────────────────────────────────────────────────────────

    def read(self, limit: int = PAGE) -> None:
        """Read and show so many sheets."""
        store = self.smcheck.store
        try:
            if not self.smcheck.was_home:  # what was deleted before this start is removed for good
                self.smcheck.was_home = True
                self.say(self.smcheck.settings_fault)
                store.purge()
            self.total = store.count()
            search = self.query_one("#search", Input).value
            found = store.list_answers(self.pack, limit=limit + 1, search=search)
            self.rows = [row_of(sheet, self.pack) for sheet in found[:limit]]
            self._more = len(found) > limit
        except Fault as fault:
            self.say(str(fault))
        self._show()

    def read_again(self) -> None:
        """Read as many sheets as are shown."""
        self.read(max(len(self.rows), PAGE))

    def _show(self) -> None:
        sheets = self.query_one(SheetColumns)
        field = self.query_one("#search", Input)
        empty = not self.rows and not field.value
        sheets.display = self.sheets.can_focus = not empty
        sheets.rows, sheets.more = self.rows, self._more
        sheets.renew()
        self.query_one("#nothing").display = bool(field.value) and not self.rows
        self.query_one(Invitation).display = empty
        number = n_("{n} sheet", "{n} sheets", self.total).format(n=self.total)
        self.top.show("smcheck", self.texts.title, end=number)
        self._show_around()
        if empty:
            self.set_focus(None)
        self.refresh_bindings()

    def _show_around(self) -> None:
        """How to search, the names of the columns, the invitation: as wide as the terminal."""
        width = self.app.size.width
        left = frame_of(width).left
        table = self.query_one(SheetColumns).table(width)
        headings = self.query_one("#headings", Static)
        headings.display = bool(self.rows) and table.in_columns
        headings.update(joined(" " * left, table.headings()))
        find = self.query_one("#find", ClickableText)
        find.display = bool(self.total) and not self.query_one("#search").display
        find.update(self._invitation_to_search(left) if self.total > 1 else "")
        self._invite()

    @staticmethod
    def _invitation_to_search(left: int) -> Content:
        words = joined(plain("/ ", "bold $you"), plain(_("search by organisation or respondent"), "$soft"))
        return joined(" " * left, keyed(words, "slash"))

    def _preview(self, row: SheetRow, when: str, width: int) -> Sequence[Content]:
        """What is said about a sheet beside the list."""
        from smcheck.report.case import open_case  # most starts have no room for it
        from smcheck.tui.screens.preview import preview

        try:
            opened = open_sheet(self.smcheck.store, self.pack, row.sheet.id)
            return preview(row, when, open_case(opened.pack, opened.journal.sheet), width)
        except Fault as fault:
            return [plain(error_text(fault))]

    @property
    def sheets(self) -> SheetList:
        """The list."""
        return self.query_one(SheetList)

    @property
    def sheet(self) -> SheetSummary | None:
        """The sheet under the cursor."""
        return self.sheets.sheet

    def _invite(self) -> None:
        self.query_one(Invitation).show(
            self.pack, self.app.size, example=self._has_example, notice=bool(self._notice)
        )

    def say(self, text: str) -> None:
        """Say what was done, or why not."""
        self._notice = text
        self.query_one("#notice", Static).update(plain(text))
        self._invite()

    # ── finding ───────────────────────────────────────────────────────────────────────────────

    def action_search(self) -> None:
        """Show the search field."""
        field = self.query_one("#search", Input)
        field.display = True
        field.focus()

    def action_clear_search(self) -> None:
        """All sheets again."""
        field = self.query_one("#search", Input)
        field.value = ""
        field.display = False
        self.sheets.focus()

    @on(Input.Changed, "#search")
    def _search_changed(self) -> None:
        self.read()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self.sheets.focus()
