"""The stored sheets: start, resume, see results, rename, delete."""

from collections.abc import Callable, Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet, example_sheet, has_example
from smcheck.store import Absent, MemoryJournal, SheetSummary, StoredJournal, open_sheet
from smcheck.tui.errors import error_text
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.screens.page import Page
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Field
from smcheck.tui.widgets.invitation import Invitation
from smcheck.tui.widgets.sheet_list import SheetList
from smcheck.tui.widgets.sheet_row import NARROW, SheetRow, column_headings, score_row
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_

_PAGE = 50
"""Sheets that are read at a time."""


class Home(Page):
    """A row for each stored sheet; an invitation where there is none."""

    HELP_TEXT = N_(
        "Your sheets, last changed first. Enter goes on with a sheet, or opens its result once it was seen."
    )
    AUTO_FOCUS = "#sheets"
    BINDINGS = [
        Binding("n", "new", N_("new"), tooltip=N_("a new sheet")),
        Binding("r", "result", N_("result"), tooltip=N_("the result of the sheet under the cursor")),
        Binding("a", "answers", N_("answers"), tooltip=N_("the answers of the sheet under the cursor")),
        Binding("e", "rename", N_("rename")),
        Binding("d", "delete", N_("delete"), tooltip=N_("u brings it back until you leave")),
        Binding("delete", "delete", show=False),
        Binding("u", "undo", N_("undo"), tooltip=N_("bring the last deleted sheet back")),
        Binding("q", "app.quit", N_("quit"), tooltip=N_("everything is stored")),
        Binding("slash", "search", N_("search"), tooltip=N_("by organisation or respondent")),
        Binding(
            "x", "example", N_("example"), tooltip=N_("the result of an invented company; nothing is stored")
        ),
        Binding("i", "about", N_("surveys"), tooltip=N_("which surveys results are measured against")),
        Binding("escape", "clear_search", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[SheetRow] = ()
        self._more = False
        """Whether there are sheets that are not read yet."""
        self._total = 0
        self._shown_size: Size | None = None
        """The size that the rows are set for."""
        self._deleted: list[str] = []
        """The ids of the sheets that can be brought back, last deleted last."""
        self._notice = ""
        self._has_example = False

    def body(self) -> Iterable[Widget]:
        """Search field, list, invitation."""
        yield Field(placeholder=_("Search by organisation or respondent"), id="search", compact=True)
        yield Static(id="columns")
        yield Static(plain(_("Nothing found."), "$foreground-muted"), id="nothing")
        yield SheetList()
        yield Invitation()
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Read the first sheets."""
        self._has_example = has_example(self.pack)
        self.query_one("#search").display = False
        self._read()

    def on_resize(self) -> None:
        """Set the columns anew."""
        if self.size != self._shown_size:
            self._show()

    @property
    def missing(self) -> frozenset[str]:
        """The example, where the questionnaire has none."""
        return frozenset() if self._has_example else frozenset({"example"})

    # ── reading and showing ───────────────────────────────────────────────────────────────────

    def _read(self, limit: int = _PAGE) -> None:
        store = self.smcheck.store
        try:
            if not self.smcheck.was_home:  # what was deleted before this start is removed for good
                self.smcheck.was_home = True
                store.purge()
            self._total = store.count()
            search = self.query_one("#search", Input).value
            found = store.list_answers(self.pack, limit=limit + 1, search=search)
            self._rows = [score_row(sheet, self.pack) for sheet in found[:limit]]
            self._more = len(found) > limit
        except Fault as fault:
            self._say(str(fault))
        self._show()

    def _read_again(self) -> None:
        """Read as many sheets as are shown."""
        self._read(max(len(self._rows), _PAGE))

    def _show(self) -> None:
        self._shown_size = self.size
        sheets = self.query_one(SheetList)
        searching = bool(self.query_one("#search", Input).value)
        empty = not self._rows and not searching
        sheets.display = sheets.can_focus = not empty
        columns = self.query_one("#columns", Static)
        columns.display = bool(self._rows) and self.size.width >= NARROW
        columns.update(column_headings(self.size.width))
        self.query_one("#nothing").display = searching and not self._rows
        self.query_one(Invitation).display = empty
        self._invite()
        sheets.show(self._rows, self.size.width, more=self._more)
        count = n_("{n} sheet", "{n} sheets", self._total).format(n=self._total)
        self.top.show("smcheck", self.texts.title, end=count)
        if empty:
            self.set_focus(None)
        self.refresh_bindings()

    def _invite(self) -> None:
        self.query_one(Invitation).show(
            self.pack, self.size, example=self._has_example, notice=bool(self._notice)
        )

    def _say(self, text: str) -> None:
        self._notice = text
        self.query_one("#notice", Static).update(plain(text))
        self._invite()

    # ── what can be done ──────────────────────────────────────────────────────────────────────

    @property
    def _sheet(self) -> SheetSummary | None:
        """The sheet under the cursor."""
        return self.query_one(SheetList).sheet

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys hold now."""
        if action in {"result", "answers", "rename", "delete"}:
            return self.is_mounted and self._sheet is not None
        if action == "undo":
            return bool(self._deleted)
        if action == "search":
            return self._total > 1
        return action not in self.missing

    def _open(self) -> Session | None:
        """A sitting with the sheet under the cursor; none where there is none, or it cannot be opened."""
        if self._sheet is None:
            return None
        try:
            opened = open_sheet(self.smcheck.store, self.pack, self._sheet.id)
            return Session(opened.pack, opened.journal)
        except Fault as fault:
            self._tell(fault)
            return None

    def _tell(self, fault: Fault) -> None:
        """Say why something was not done; a list with a sheet that is no more is read anew."""
        if isinstance(fault, Absent):
            self._read_again()
        self._say(error_text(fault))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_index == len(self._rows):
            self._read(len(self._rows) + _PAGE)
            return
        session = self._open()
        if session is None:
            return
        if session.journal.finished:
            self._show_result(session)
        elif session.position == REVIEW:
            self.smcheck.show_review(session)
        else:
            self.smcheck.show_question(session)

    def action_new(self) -> None:
        """A new sheet, its profile first."""
        journal = StoredJournal(self.smcheck.store, self.pack, Sheet(pack=self.pack.id))
        self.smcheck.show_profile(Session(self.pack, journal))

    def action_result(self) -> None:
        """The result of the sheet under the cursor."""
        session = self._open()
        if session is not None:
            self._show_result(session)

    def _show_result(self, session: Session) -> None:
        try:
            self.smcheck.show_result(session)
        except Fault as fault:
            self._say(str(fault))

    def action_answers(self) -> None:
        """The answers of the sheet under the cursor."""
        session = self._open()
        if session is not None:
            self.smcheck.show_review(session)

    def action_example(self) -> None:
        """The result of an invented company."""
        try:
            sheet = example_sheet(self.pack)
        except Fault as fault:
            self._say(str(fault))
            return
        self.smcheck.show_result(Session(self.pack, MemoryJournal(sheet)))

    def action_about(self) -> None:
        """The surveys."""
        self.smcheck.show_about()

    def action_rename(self) -> None:
        """Other names for the sheet under the cursor."""
        from smcheck.tui.screens.rename import RenameWindow

        sheet = self._sheet
        if sheet is None:
            return

        def keep(names: tuple[str, str] | None) -> None:
            if names is None:
                return
            theirs: list[str] = []
            was = (sheet.organisation, sheet.respondent)
            self._attempt(lambda: theirs.extend(self.smcheck.store.rename(sheet.id, *names, was=was)))
            if theirs:
                self._say(_("Another window has just renamed this sheet; its name is shown."))

        self.app.push_screen(RenameWindow(sheet.organisation, sheet.respondent), keep)

    def action_delete(self) -> None:
        """Take the sheet under the cursor out of the list."""
        sheet = self._sheet
        if sheet is not None and self._attempt(lambda: self.smcheck.store.delete(sheet.id)):
            self._deleted.append(sheet.id)
            self._say(_("Deleted. u brings it back; it is gone for good when you leave."))
            self.refresh_bindings()

    def action_undo(self) -> None:
        """Bring the last deleted sheet back."""
        if self._deleted and self._attempt(self._restore):
            self._say(_("Brought back."))
            self.refresh_bindings()

    def _restore(self) -> None:
        try:
            self.smcheck.store.restore(self._deleted[-1])
        except Absent:  # another window has removed it for good
            self._deleted.pop()
            raise
        self._deleted.pop()

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Fault as fault:
            self._tell(fault)
            return False
        self._read_again()
        if self._rows:
            self.query_one(SheetList).focus()
        return True

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
        self.query_one(SheetList).focus()

    @on(Input.Changed, "#search")
    def _search_changed(self) -> None:
        self._read()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self.query_one(SheetList).focus()
