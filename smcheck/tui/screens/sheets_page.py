"""The list of stored sheets as the start page shows it; what its keys do is in ``home.py``."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TypeVar

from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from smcheck.sheet import has_example
from smcheck.store import Busy, ReadOnly, SheetSummary, open_sheet
from smcheck.tui.errors import error_text
from smcheck.tui.screens.page import Page
from smcheck.tui.sheet_index import Column, SheetIndex
from smcheck.tui.text import join, plain, press_on_click
from smcheck.tui.widgets.field import Field
from smcheck.tui.widgets.frame import frame_of
from smcheck.tui.widgets.invitation import Invitation
from smcheck.tui.widgets.sheet_list import SheetColumns, SheetList
from smcheck.tui.widgets.sheet_row import SheetState, state_of
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_

_PAUSE = 0.25
"""Seconds before another try to read what another program holds."""
_PATIENCE = 1.0
"""Seconds that the page waits for its list before it is shown without."""
_Read = TypeVar("_Read")


class SheetsPage(Page):
    """Reads and shows the stored sheets, finds them by name, and says what was last done.

    What may take long is read beside the screen: the names of all sheets at once, what is in a sheet when it
    comes in view.

    Args:
        at: the id of the sheet that the cursor begins on; the first one without.
    """

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self._at = at
        self._index = SheetIndex()
        """All sheets; none before they were read."""
        self._notice = ""
        self._has_example = False
        self._was_read = asyncio.Event()
        """Set once the sheets were read, or cannot be."""

    def body(self) -> Iterable[Widget]:
        """Search, list, invitation, what was last done."""
        yield Static(id="find")
        yield Field(placeholder=_("Search by organisation or respondent"), id="search", compact=True)
        yield Static(id="headings")
        yield Static(plain(_("Nothing found."), "$soft"), id="nothing")
        yield SheetColumns(self.pack, self._preview)
        yield Invitation()
        yield Static(id="notice")

    async def on_mount(self) -> None:
        """Read the sheets; keys that were typed ahead wait for them, as for anything else on a page."""
        self._has_example = has_example(self.pack)
        self._columns.order = self.smcheck.order
        for name in ("#headings", "#find", "#invitation"):  # what can be clicked on has its own styles
            self.query_one(name).auto_links = False
        for name in ("#search", "#nothing", "#headings", "#find", "#invitation"):
            self.query_one(name).display = False
        self.top.show("smcheck", self.texts.title)
        self.say(self.smcheck.take_notice())
        self.read(self._at)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._was_read.wait(), _PATIENCE)

    def on_resize(self) -> None:
        """Set what stands around the list anew; the list does so by itself."""
        self._show_around()

    @property
    def missing(self) -> frozenset[str]:
        """The example, where the questionnaire has none."""
        return frozenset() if self._has_example else frozenset({"example"})

    @property
    def total(self) -> int:
        """How many sheets are stored."""
        return len(self._index)

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    @work(exclusive=True, group="sheets")
    async def read(self, at: str = "") -> None:
        """Read and show all sheets; the cursor stays where it is, unless it is to go to another one."""
        index = await self._read(self._read_index)
        if index is not None:
            fresh, self._index = not self.total, index
            self._columns.index, self._columns.at = index, at
            self.sheets.forget_states()
            self._show(fresh=fresh)
        self._was_read.set()

    def _read_index(self) -> SheetIndex:
        store = self.smcheck.store
        if not self.smcheck.was_home:  # what a window that was killed has deleted
            with suppress(Busy, ReadOnly):  # or in the next start; the list can be read all the same
                store.purge()
            self.smcheck.was_home = True
        return SheetIndex(store.list_sheets())

    @on(SheetList.Wanted)
    @work(exclusive=True, group="states")
    async def _read_states(self, message: SheetList.Wanted) -> None:
        """Read how far the sheets in view are."""

        def read() -> dict[str, SheetState]:
            listed = self.smcheck.store.list_answers(self.pack, message.ids)
            return {sheet.summary.id: state_of(sheet, self.pack) for sheet in listed}

        states = await self._read(read)
        if states is not None:
            self.sheets.show_states(states)

    async def _read(self, read: Callable[[], _Read]) -> _Read | None:
        """What the store gives, as soon as another program lets it.

        None where it cannot be read, which is told, and where the page is being closed by then.
        """
        busy = _("The store is busy: another program is writing to it. Waiting …")
        found, told = None, ""
        while self.display:
            try:
                found, told = await asyncio.to_thread(read), ""
            except Busy:
                told = busy
            except Fault as fault:
                told = str(fault)
            if self.display and (told or self._notice == busy):
                self.say(told)
            if told != busy:
                break
            await asyncio.sleep(_PAUSE)
        return found if self.display else None

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    def _show(self, *, fresh: bool) -> None:
        columns, field = self._columns, self.query_one("#search", Input)
        columns.found = self._index.find(field.value, columns.order)
        empty = not self.total and not field.value
        columns.display = self.sheets.can_focus = not empty
        columns.renew(fresh=fresh)
        self.query_one("#nothing").display = bool(field.value) and not columns.found
        self.query_one(Invitation).display = empty
        self.top.show("smcheck", self.texts.title, end=self._count(field.value))
        self._show_around()
        if empty:
            self.set_focus(None)
        self.refresh_bindings()

    def _count(self, searched: str) -> str:
        number = n_("{n} sheet", "{n} sheets", self.total).format(n=self.total)
        if not searched.strip():
            return number
        return _("{found} of {sheets}").format(found=len(self._columns.found), sheets=number)

    @on(SheetList.Moved)
    def _update_keys(self) -> None:
        """Which keys hold for the sheet under the cursor: there is none before the list is laid out."""
        self.refresh_bindings()

    def _show_around(self) -> None:
        """How to search, the names of the columns, the invitation: as wide as the terminal."""
        left = frame_of(self.app.size.width).left
        table = self._columns.table()
        headings = self.query_one("#headings", Static)
        headings.display = bool(self._columns.found) and table.in_columns
        headings.update(join(" " * left, table.headings()))
        find = self.query_one("#find", Static)
        find.display = bool(self.total) and not self.query_one("#search").display
        words = join(plain("/ ", "bold $you"), plain(_("search by organisation or respondent"), "$soft"))
        find.update(join(" " * left, press_on_click(words, "slash")))
        self._invite()

    def _preview(self, sheet: SheetSummary, width: int) -> Sequence[Content]:
        """What is said about a sheet beside the list."""
        from smcheck.report.case import open_case  # most starts have no room for it
        from smcheck.tui.screens.preview import preview

        try:
            opened = open_sheet(self.smcheck.store, self.pack, sheet.id)
            case = open_case(opened.pack, opened.journal.sheet)
        except Fault as fault:
            return [plain(error_text(fault))]
        return preview(sheet, self._index.when(sheet), self.sheets.state(sheet), case, width)

    @property
    def _columns(self) -> SheetColumns:
        return self.query_one(SheetColumns)

    @property
    def sheets(self) -> SheetList:
        """The list."""
        return self.query_one(SheetList)

    @property
    def sheet_id(self) -> str:
        """The id of the sheet under the cursor."""
        return self.sheet.id if self.sheet else ""

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

    def take_out(self, id_: str) -> None:
        """Take a sheet out of what is shown, before all are read again."""
        self._columns.found = [sheet for sheet in self._columns.found if sheet.id != id_]
        self._columns.renew()

    @on(SheetList.Walked)
    def _say_no_more(self) -> None:
        """What was said has been read; it takes no row of the list any longer."""
        self.say("")

    # ── finding and sorting ───────────────────────────────────────────────────────────────────

    def action_search(self) -> None:
        """Show the search field."""
        field = self.query_one("#search", Input)
        field.display = True
        field.focus()
        self._show_around()

    def action_clear_search(self) -> None:
        """All sheets again, the cursor where it was."""
        field, found = self.query_one("#search", Input), self.sheet
        with self.prevent(Input.Changed):
            field.value = ""
        field.display = False
        self._show(fresh=True)
        if found:
            self.sheets.go_to(found.id)
        self.sheets.focus()

    @on(Input.Submitted, "#search")
    def action_enter_list(self) -> None:
        """From the search field into the list."""
        self.sheets.focus()

    @on(Input.Changed, "#search")
    def _search_changed(self) -> None:
        self._show(fresh=True)

    @on(SheetList.Left)
    def _go_up(self) -> None:
        field = self.query_one("#search", Input)
        if field.display:
            field.focus()

    def action_sort(self, column: str = "") -> None:
        """Sort by a column, the other way round where it is so sorted; without one, by the next."""
        every = list(Column)
        present = self._columns.order.column
        wanted = Column(column) if column else every[(every.index(present) + 1) % len(every)]
        self._columns.order = self.smcheck.order = self._columns.order.by(wanted)
        self._show(fresh=True)
