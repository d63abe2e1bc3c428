"""The stored sheets: start, resume, see results, rename, delete."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from smcheck.report.case import open_case
from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet, example_sheet, has_example
from smcheck.store import Absent, MemoryJournal, SheetSummary, StoredJournal, open_sheet
from smcheck.tui.errors import error_text
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.screens.page import Page
from smcheck.tui.screens.preview import preview
from smcheck.tui.text import joined, keyed, plain
from smcheck.tui.widgets.clicks import ClickableText
from smcheck.tui.widgets.field import Field
from smcheck.tui.widgets.frame import NARROW, frame_of
from smcheck.tui.widgets.invitation import Invitation
from smcheck.tui.widgets.sheet_list import SheetColumns, SheetList
from smcheck.tui.widgets.sheet_row import SheetRow, row_of
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_
from smcheck.words.visible import clip

_PAGE = 50
"""Sheets that are read at a time."""
_LONGEST = 60
"""Characters of a name in what is said about a sheet."""


class Home(Page):
    """A row for each stored sheet; an invitation where there is none."""

    HELP_TEXT = N_(
        "Your sheets, last changed first. Enter or a double click goes on with a sheet, or opens its result"
        " once it was seen."
    )
    AUTO_FOCUS = "#sheets"
    BINDINGS = [
        Binding("n", "new", N_("new"), tooltip=N_("a new sheet")),
        Binding("slash", "search", N_("search"), tooltip=N_("by organisation or respondent")),
        Binding("r", "result", N_("result"), tooltip=N_("the result of the sheet under the cursor")),
        Binding("a", "answers", N_("answers"), tooltip=N_("the answers of the sheet under the cursor")),
        Binding("m", "rename", N_("rename"), tooltip=N_("other names for the sheet under the cursor")),
        Binding("e", "hand_out", N_("hand out"), tooltip=N_("write the result or the sheet to a file")),
        Binding("d", "delete", N_("delete"), tooltip=N_("u brings it back until you leave")),
        Binding("delete", "delete", show=False),
        Binding("u", "undo", N_("undo"), tooltip=N_("bring the last deleted sheet back")),
        Binding(
            "x", "example", N_("example"), tooltip=N_("the result of an invented company; nothing is stored")
        ),
        Binding("i", "about", N_("surveys"), tooltip=N_("which surveys results are measured against")),
        Binding("q", "app.quit", N_("quit"), tooltip=N_("everything is stored")),
        Binding("escape", "clear_search", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[SheetRow] = ()
        self._more = False
        """Whether there are sheets that are not read yet."""
        self._total = 0
        self._deleted: list[tuple[str, str]] = []
        """The ids and names of the sheets that can be brought back, last deleted last."""
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
        self._read()

    def on_resize(self) -> None:
        """Set the columns anew."""
        self.call_after_layout(self._show)

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
            self._rows = [row_of(sheet, self.pack) for sheet in found[:limit]]
            self._more = len(found) > limit
        except Fault as fault:
            self._say(str(fault))
        self._show()

    def _read_again(self) -> None:
        """Read as many sheets as are shown."""
        self._read(max(len(self._rows), _PAGE))

    def _show(self) -> None:
        sheets = self.query_one(SheetColumns)
        field = self.query_one("#search", Input)
        empty = not self._rows and not field.value
        sheets.display = self._sheets.can_focus = not empty
        sheets.rows, sheets.more = self._rows, self._more
        sheets.renew()
        left = frame_of(self.size.width).left
        headings = self.query_one("#headings", Static)
        headings.display = bool(self._rows) and sheets.table.in_columns and self.size.width >= NARROW
        headings.update(joined(" " * left, sheets.table.headings()))
        self.query_one("#nothing").display = bool(field.value) and not self._rows
        find = self.query_one("#find", ClickableText)
        find.display = not field.display
        find.update(self._invitation_to_search(left) if self._total > 1 else "")
        self.query_one(Invitation).display = empty
        self._invite()
        number = n_("{n} sheet", "{n} sheets", self._total).format(n=self._total)
        self.top.show("smcheck", self.texts.title, end=number)
        if empty:
            self.set_focus(None)
        self.refresh_bindings()

    @staticmethod
    def _invitation_to_search(left: int) -> Content:
        words = joined(plain("/ ", "bold $you"), plain(_("search by organisation or respondent"), "$soft"))
        return joined(" " * left, keyed(words, "slash"))

    def _preview(self, row: SheetRow, when: str, width: int) -> Sequence[Content]:
        """What is said about a sheet beside the list."""
        try:
            opened = open_sheet(self.smcheck.store, self.pack, row.sheet.id)
            return preview(row, when, open_case(opened.pack, opened.journal.sheet), width)
        except Fault as fault:
            return [plain(error_text(fault))]

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
    def _sheets(self) -> SheetList:
        return self.query_one(SheetList)

    @property
    def _sheet(self) -> SheetSummary | None:
        """The sheet under the cursor."""
        return self._sheets.sheet

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys hold now (None: not now), and which there are."""
        if action in {"result", "answers", "rename", "hand_out", "delete"}:
            return (self.is_mounted and self._sheet is not None) or (None if self._total else False)
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

    @on(SheetList.Chosen)
    def _go_on(self) -> None:
        if self._sheet is None:
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

    def action_hand_out(self) -> None:
        """Write the result or the sheet under the cursor to a file, once the result was seen."""
        from smcheck.tui.screens.export import ExportWindow  # not before it is asked for

        session = self._open()
        if session is None:
            return
        if not session.journal.finished:
            self._say(_("See the result first: r shows it. Then it can be handed out."))
            return

        def say(path: str | None) -> None:
            if path:
                self._say(path)

        try:
            window = ExportWindow(open_case(session.pack, session.sheet), Path.cwd())
        except (Fault, OSError) as error:  # the folder was removed
            self._say(str(error))
        else:
            self.app.push_screen(window, say)

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
        row = self._sheets.row
        if row is not None and self._attempt(lambda: self.smcheck.store.delete(row.sheet.id)):
            self._deleted.append((row.sheet.id, clip(row.name, _LONGEST)))
            self._say(_("“{name}” deleted. u: undo, until you quit.").format(name=self._deleted[-1][1]))
            self.refresh_bindings()

    def action_undo(self) -> None:
        """Bring the last deleted sheet back."""
        if not self._deleted:
            return
        id_, name = self._deleted[-1]
        if self._attempt(lambda: self._restore(id_)):
            self._say(_("“{name}” is back.").format(name=name))
            self.refresh_bindings()

    def _restore(self, id_: str) -> None:
        try:
            self.smcheck.store.restore(id_)
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
            self._sheets.focus()
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
        self._sheets.focus()

    @on(Input.Changed, "#search")
    def _search_changed(self) -> None:
        self._read()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self._sheets.focus()
