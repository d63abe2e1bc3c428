"""The stored sheets: start, resume, see results, rename, delete."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.binding import Binding

from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet, example_sheet
from smcheck.store import Absent, Busy, MemoryJournal, SheetSummary, StoredJournal, open_sheet
from smcheck.tui.errors import error_text
from smcheck.tui.list_change import ListChange
from smcheck.tui.screens.sheets_page import SheetsPage
from smcheck.tui.widgets.sheet_list import SheetList
from smcheck.tui.widgets.sheet_row import sheet_name
from smcheck.words.controls import clip
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _

_LONGEST = 60
"""Characters of a name in what is said about a sheet."""


class Home(SheetsPage):
    """A row for each stored sheet; an invitation where there is none."""

    HELP_TEXT = N_(
        "Your sheets, last changed first. Enter or a double click goes on with a sheet, or opens its result"
        " once it was seen."
    )
    AUTO_FOCUS = "#sheets"
    BINDINGS = [
        Binding("n", "new", N_("new"), tooltip=N_("a new sheet")),
        Binding("slash", "search", N_("search"), tooltip=N_("by organisation or respondent")),
        Binding(
            "s", "sort", N_("sort"), tooltip=N_("by the next column; a click on a column's name, by that")
        ),
        Binding("r", "result", N_("result"), tooltip=N_("the result of the sheet under the cursor")),
        Binding("a", "answers", N_("answers"), tooltip=N_("the answers of the sheet under the cursor")),
        Binding("m", "rename", N_("rename"), tooltip=N_("other names for the sheet under the cursor")),
        Binding("e", "hand_out", N_("hand out"), tooltip=N_("write the result or the sheet to a file")),
        Binding("d", "delete", N_("delete"), tooltip=N_("u brings it back until you leave")),
        Binding("delete", "delete", show=False),
        Binding("u", "undo", N_("undo"), tooltip=N_("take the last deletion or renaming back")),
        Binding(
            "x", "example", N_("example"), tooltip=N_("the result of an invented company; nothing is stored")
        ),
        Binding("i", "about", N_("surveys"), tooltip=N_("which surveys results are measured against")),
        Binding("q", "app.quit", N_("quit"), tooltip=N_("everything is stored")),
        Binding("escape", "clear_search", N_("all sheets")),
        # Given before the field gets it, which would scroll.
        Binding("down", "enter_list", N_("to the list"), priority=True),
    ]

    @property
    def _changes(self) -> list[ListChange]:
        """What can be taken back; kept by the app, as this page is made anew each time."""
        return self.smcheck.list_changes

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys hold now (None: not now), and which there are."""
        if action in {"result", "answers", "rename", "hand_out", "delete"}:
            return (self.is_mounted and self.sheet is not None) or (None if self.total else False)
        if action == "undo":
            return bool(self._changes) or (None if self.total else False)
        if action == "sort":
            return self.total > 0
        if action == "search":
            return self.total > 0 and not self._is_searching
        if action == "clear_search":
            return self.is_mounted and self.query_one("#search").display
        if action == "enter_list":
            return self._is_searching
        return action not in self.missing

    @property
    def _is_searching(self) -> bool:
        """Whether keys go to the search field."""
        return self.is_mounted and self.query_one("#search").has_focus

    def _open(self) -> Session | None:
        """A sitting with the sheet under the cursor; none where there is none, or it cannot be opened."""
        if self.sheet is None:
            return None
        try:
            opened = open_sheet(self.smcheck.store, self.pack, self.sheet.id)
            return Session(opened.pack, opened.journal)
        except Fault as fault:
            self._tell(fault)
            return None

    def _tell(self, fault: Fault) -> None:
        """Say why something was not done; a list with a sheet that is no more is read anew."""
        if isinstance(fault, Absent):
            self.read()
        self.say(error_text(fault))

    @on(SheetList.Chosen)
    def _go_on(self) -> None:
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
        except Busy as fault:
            self.tell_not_stored(fault, partial(self._show_result, session))
        except Fault as fault:
            self.say(str(fault))

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
            self.say(str(fault))
            return
        self.smcheck.show_result(Session(self.pack, MemoryJournal(sheet)))

    def show_again(self) -> None:
        """The page in another language."""
        self.smcheck.show_home()

    def action_about(self) -> None:
        """The surveys."""
        self.smcheck.show_about()

    def action_hand_out(self) -> None:
        """Write the result or the sheet under the cursor to a file, once the result was seen."""
        from smcheck.report.case import open_case  # not before it is asked for

        session = self._open()
        if session is None:
            return
        if not session.journal.finished:
            self.say(_("See the result first: r shows it. Then it can be handed out."))
            return
        try:
            case = open_case(session.pack, session.sheet)
        except Fault as fault:
            self.say(str(fault))
        else:
            self.hand_out(case)

    def action_rename(self) -> None:
        """Other names for the sheet under the cursor."""
        from smcheck.tui.screens.rename import RenameWindow

        sheet = self.sheet
        if sheet is None:
            return

        def keep(names: tuple[str, str] | None) -> None:
            if names is not None and names != was:
                self._rename(sheet, names)

        was = (sheet.organisation, sheet.respondent)
        self.app.push_screen(RenameWindow(*was), keep)

    def _rename(self, sheet: SheetSummary, names: tuple[str, str]) -> None:
        was, store = (sheet.organisation, sheet.respondent), self.smcheck.store
        theirs: list[str] = []

        def then() -> None:
            if theirs:
                self.say(_renamed_text())
                return
            told = _("“{name}” is called so again.").format(name=_short_name(sheet))
            self._changes.append(ListChange(sheet.id, lambda: store.rename(sheet.id, was, names), told))
            self._tell_undo(_("Renamed."))

        self._change(lambda: theirs.extend(store.rename(sheet.id, names, was)), then)

    def action_delete(self) -> None:
        """Take the sheet under the cursor out of the list."""
        sheet, store = self.sheet, self.smcheck.store
        if sheet is None:
            return

        def then() -> None:
            self.take_out(sheet.id)
            told = _("“{name}” is back.").format(name=_short_name(sheet))
            self._changes.append(
                ListChange(sheet.id, lambda: store.restore(sheet.id), told, is_deletion=True)
            )
            self._tell_undo(_("“{name}” deleted.").format(name=_short_name(sheet)))

        self._change(lambda: store.delete(sheet.id), then)

    def _tell_undo(self, text: str) -> None:
        self.say(text + " " + _("u: undo, until you quit."))
        self.refresh_bindings()

    def action_undo(self) -> None:
        """Take the last deletion or renaming back."""
        if not self._changes:
            return
        change = self._changes[-1]
        theirs: list[object] = []

        def undo() -> None:
            try:
                theirs.append(change.undo())
            except Absent:  # another window has removed it for good
                self._changes.remove(change)
                raise
            self._changes.remove(change)

        def then() -> None:
            self.say(_renamed_text() if any(theirs) else change.told)
            self.refresh_bindings()

        self._change(undo, then, at=change.id)

    def _change(self, act: Callable[[], object], then: Callable[[], object], at: str = "") -> None:
        """Change something in the store, and read it again.

        Args:
            act: changes it.
            then: what follows, once that is stored.
            at: the id of the sheet that the cursor goes to; else it stays.
        """
        try:
            act()
        except Busy as fault:
            self.tell_not_stored(fault, partial(self._change, act, then, at))
        except Fault as fault:
            self._tell(fault)
        else:
            self.read(at)
            self.sheets.focus()
            then()


def _short_name(sheet: SheetSummary) -> str:
    return clip(sheet_name(sheet), _LONGEST)


def _renamed_text() -> str:
    return _("Another window has just renamed this sheet; its name is shown.")
