"""The stored sheets: start, resume, see results, rename, delete."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from smcheck.scoring import assess
from smcheck.scoring.assessment import completeness
from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet, example_sheet, has_example
from smcheck.store import Absent, MemoryJournal, SheetSummary, StoredJournal, open_sheet
from smcheck.tui.marking import N_
from smcheck.tui.page import Page
from smcheck.tui.telling import reason
from smcheck.tui.text import cell, hanging, joined, plain, right_cell, stacked
from smcheck.tui.widgets.field import Choices, Field
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_
from smcheck.words.numbers import day
from smcheck.words.visible import clip

_PAGE = 50
"""Sheets that are read at a time."""
_VERDICT = 13
"""Columns for a verdict, in whatever language it is longest."""


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
        self._entries: list[SheetSummary] = []
        self._more = False
        """Whether there are sheets that are not read yet."""
        self._standings: dict[tuple[str, datetime], tuple[str, str]] = {}
        self._total = 0
        self._shown_size: Size | None = None
        """The size that the rows are set for."""
        self._deleted: list[str] = []
        self._said = ""
        self._has_example = False

    def body(self) -> Iterable[Widget]:
        """Search field, list, invitation."""
        yield Field(placeholder=_("Search by organisation or respondent"), id="search", compact=True)
        yield Static(id="columns")
        yield Static(plain(_("Nothing found."), "$foreground-muted"), id="nothing")
        yield Choices(id="sheets")
        yield Static(id="invitation")
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Read the first sheets."""
        self._has_example = has_example(self.pack)
        self.bar.left = " smcheck · " + self.texts.title
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
            if self._first_visit():
                store.purge()
            self._total = store.count()
            found = store.list_sheets(limit=limit + 1, search=self.query_one("#search", Input).value)
            self._entries, self._more = found[:limit], len(found) > limit
        except Fault as fault:
            self._say(str(fault))
        self._show()

    def _first_visit(self) -> bool:
        """Whether the app has just started: what was deleted before is then removed for good."""
        first = not self.smcheck.was_home
        self.smcheck.was_home = True
        return first

    def _show(self) -> None:
        self._shown_size = self.size
        rows = self.query_one(OptionList)
        place = rows.highlighted
        searching = bool(self.query_one("#search", Input).value)
        empty = not self._entries and not searching
        rows.display = rows.can_focus = not empty
        self.query_one("#columns").display = bool(self._entries) and self.size.width >= 60
        self.query_one("#columns", Static).update(self._columns())
        self.query_one("#nothing").display = searching and not self._entries
        self.query_one("#invitation").display = empty
        self.query_one("#invitation", Static).update(self._invitation())
        options = [Option(self._prompt(entry), id=entry.id) for entry in self._entries]
        if self._more:
            options.append(Option(plain(_("more …"))))
        rows.set_options(options)
        rows.highlighted = min(place or 0, len(options) - 1) if options else None
        self.bar.right = n_("{n} sheet", "{n} sheets", self._total).format(n=self._total) + " "
        if empty:
            self.set_focus(None)
        self.refresh_bindings()

    def _widths(self) -> tuple[int, int]:
        """Of organisation and respondent."""
        # Beside dates, numbers and verdict, and within padding and scrollbar.
        room = max(self.size.width - 5 - 12 - 9 - 2 - _VERDICT, 16)
        return room * 3 // 5, room - room * 3 // 5

    def _columns(self) -> Content:
        wide, narrow = self._widths()
        return joined(
            " ",
            cell(_("Organisation"), wide, "$foreground-muted"),
            cell(_("Respondent"), narrow, "$foreground-muted"),
            cell(_("Changed"), 12, "$foreground-muted"),
            right_cell(_("Answered"), 9, "$foreground-muted"),
            "  ",
            cell(_("Verdict"), _VERDICT, "$foreground-muted"),
        )

    def _prompt(self, entry: SheetSummary) -> Content:
        name = entry.organisation.strip() or _("Sheet of {day}").format(day=day(entry.created))
        progress, verdict = self._standing(entry)
        if self.size.width < 60:
            facts = " · ".join(part for part in (day(entry.modified), progress, verdict) if part)
            return stacked(
                plain(clip(name, self.size.width - 5), "bold"), plain("  " + facts, "$foreground-muted")
            )
        wide, narrow = self._widths()
        return joined(
            cell(clip(name, wide - 1), wide, "bold"),
            cell(clip(entry.respondent, narrow - 1), narrow),
            cell(day(entry.modified), 12),
            right_cell(progress, 9),
            "  ",
            cell(verdict, _VERDICT, "bold"),
        )

    def _standing(self, entry: SheetSummary) -> tuple[str, str]:
        """How many answers are given, and the verdict of a sheet whose result was seen."""
        known = (entry.id, entry.modified)  # rows are set anew at each change of size
        if known not in self._standings:
            self._standings[known] = self._assessed(entry)
        return self._standings[known]

    def _assessed(self, entry: SheetSummary) -> tuple[str, str]:
        if entry.pack != self.pack.id:
            return "", _("other pack")
        try:
            pack = self.smcheck.store.pack_of_sheet(entry.id, self.pack)
            sheet = self.smcheck.store.load(entry.id, pack).sheet
        except Fault:
            return "", _("damaged")
        done = completeness(pack, sheet)
        verdict = ""
        if entry.finished:
            from smcheck.report.labels import verdict_word

            verdict = verdict_word(assess(pack, pack.figures(), sheet).benchmark.verdict)
        return f"{done.answered}/{done.asked}", verdict

    def _invitation(self) -> Content:
        short = self.size.height < 20
        width = self.size.width - (2 if short or self.size.width < 60 else 8)
        minutes = self.pack.file.minutes
        promise = N_("Every answer is stored on this computer at once, and nowhere else.")
        explanation = (
            "",
            n_(
                "In about {n} minute you answer how the work is set up, which departments take part,"
                " what it is for and what gets in the way.",
                "In about {n} minutes you answer how the work is set up, which departments take part,"
                " what it is for and what gets in the way.",
                minutes,
            ).format(n=minutes),
            _("Then you see how you compare with documented surveys, and which departments to bring in."),
            "",
        )
        return stacked(
            plain(_("How does your company organise social media?"), "bold"),
            *(() if short else explanation),
            *(
                hanging(plain(f"{key}  ", "bold"), plain(text), width)
                for key, text in (
                    ("n", _("start a new sheet")),
                    ("x", _("look at the result of an invented company")),
                    ("i", _("see which surveys results are measured against")),
                )
                if key != "x" or self._has_example
            ),
            *(() if short else ("",)),
            # What was last done has its place where there is little.
            *(() if short and self._said else (plain(_(promise), "$foreground-muted"),)),
        )

    def _say(self, text: str) -> None:
        self._said = text
        self.query_one("#notice", Static).update(plain(text))
        self.query_one("#invitation", Static).update(self._invitation())

    # ── what can be done ──────────────────────────────────────────────────────────────────────

    @property
    def _entry(self) -> SheetSummary | None:
        """The sheet under the cursor."""
        index = self.query_one(OptionList).highlighted
        return self._entries[index] if index is not None and index < len(self._entries) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys hold now."""
        if action in {"result", "answers", "rename", "delete"}:
            return self.is_mounted and self._entry is not None
        if action == "undo":
            return bool(self._deleted)
        if action == "search":
            return self._total > 1
        return action not in self.missing

    def _session(self, entry: SheetSummary) -> Session | None:
        try:
            opened = open_sheet(self.smcheck.store, self.pack, entry.id)
            return Session(opened.pack, opened.journal)
        except Fault as fault:
            self._tell(fault)
            return None

    def _tell(self, fault: Fault) -> None:
        """Say why something was not done; a list with a sheet that is no more is read anew."""
        if isinstance(fault, Absent):
            self._read(max(len(self._entries), _PAGE))
        self._say(reason(fault))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_index == len(self._entries):
            self._read(len(self._entries) + _PAGE)
        elif self._entry is not None:
            session = self._session(self._entry)
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
        session = self._session(self._entry) if self._entry else None
        if session is not None:
            self._show_result(session)

    def _show_result(self, session: Session) -> None:
        try:
            self.smcheck.show_result(session)
        except Fault as fault:
            self._say(str(fault))

    def action_answers(self) -> None:
        """The answers of the sheet under the cursor."""
        session = self._session(self._entry) if self._entry else None
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
        from smcheck.tui.screens.names import Names

        entry = self._entry
        if entry is None:
            return

        def keep(names: tuple[str, str] | None) -> None:
            if names is None:
                return
            theirs: list[str] = []
            was = (entry.organisation, entry.respondent)
            self._attempt(lambda: theirs.extend(self.smcheck.store.rename(entry.id, *names, was=was)))
            if theirs:
                self._say(_("Another window has just renamed this sheet; its name is shown."))

        self.app.push_screen(Names(entry.organisation, entry.respondent), keep)

    def action_delete(self) -> None:
        """Take the sheet under the cursor out of the list."""
        entry = self._entry
        if entry is not None and self._attempt(lambda: self.smcheck.store.delete(entry.id)):
            self._deleted.append(entry.id)
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
        self._read(max(len(self._entries), _PAGE))
        if self._entries:
            self.query_one(OptionList).focus()
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
        self.query_one(OptionList).focus()

    @on(Input.Changed, "#search")
    def _search_changed(self) -> None:
        self._read()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self.query_one(OptionList).focus()
