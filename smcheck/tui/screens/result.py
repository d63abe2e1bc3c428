"""The result: six tabs over one case."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from textual import on
from textual.binding import Binding
from textual.containers import Container
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import OptionList, Static

from smcheck.pack import Difference, differences
from smcheck.report.case import Case, open_case
from smcheck.report.labels import sheet_name
from smcheck.report.sentences import completeness_sentence
from smcheck.report.versions import difference_lines, version_notice
from smcheck.session import Session
from smcheck.tui.errors import not_stored_text
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.screens.page import SessionPage
from smcheck.tui.tabs import advice, comparison, departments, figures, overview, what_if
from smcheck.tui.tabs.what_if import Trial
from smcheck.tui.tabs.why import why_lines
from smcheck.tui.text import plain
from smcheck.tui.widgets.result_list import ResultList, ResultRow
from smcheck.tui.widgets.tab_line import TabLine
from smcheck.words.fault import Fault
from smcheck.words.language import _, language

_NAMES = (
    N_("Overview"),
    N_("Comparison"),
    N_("Departments"),
    N_("Advice"),
    N_("What if"),
    N_("Figures"),
)
_WHAT_IF = 4
_TABS: dict[int, Callable[[Case, int], list[ResultRow]]] = {
    0: overview.rows,
    1: comparison.rows,
    2: departments.rows,
    3: advice.rows,
    5: figures.rows,
}


class ResultPage(SessionPage):
    """Shows a sheet's result; every number answers how it came about."""

    HELP_TEXT = N_(
        "The result in six tabs. Walk through the lines with ↑ and ↓; Enter says how a number came about."
    )
    AUTO_FOCUS = "#results"
    BINDINGS = [
        # Given before the lines get them, which would scroll sideways.
        Binding(
            "right",
            "tab(1)",
            N_("tab"),
            key_display="←→",
            tooltip=N_("the next and the previous tab"),
            priority=True,
        ),
        Binding("left", "tab(-1)", show=False, priority=True),
        Binding("enter", "switch", show=False),
        Binding("space", "switch", N_("switch"), tooltip=N_("switch the row under the cursor on or off")),
        Binding("backspace", "reset", N_("reset"), tooltip=N_("all switches back")),
        Binding("w", "open_tab(4)", N_("what if"), tooltip=N_("switch departments on and off")),
        Binding("a", "answers", N_("answers"), tooltip=N_("all questions at a glance; change any answer")),
        Binding("e", "export", N_("export"), tooltip=N_("write the result or the sheet to a file")),
        Binding(
            "v", "newer", N_("newer"), tooltip=N_("what a newer version of the questionnaire asks otherwise")
        ),
        Binding("q", "home", N_("home"), tooltip=N_("everything is stored")),
        Binding("escape", "home", show=False),
        *[Binding(str(number), f"open_tab({number - 1})", show=False) for number in range(1, 7)],
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._case: Case = open_case(session.pack, session.sheet)
        self._trial = Trial(self._case)
        self._open = 0
        self._shown_size: Size | None = None
        """The size that the rows are laid out for."""
        self._differences: tuple[Difference, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Tabs, lines, and the numbers beside the switches."""
        yield TabLine([_(name) for name in _NAMES])
        with Container(id="result"):
            yield ResultList()
            yield Static(id="side")
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Name the sheet."""
        self.bar.left = " " + sheet_name(self.session.sheet)
        self._say("")
        if not self.session.journal.stored:
            self.bar.left += " · " + _("example, not stored")
        self._differences = differences(self.pack, self.smcheck.pack)
        if self._differences:
            notice = version_notice(self.pack, self.smcheck.pack)
            self._say(notice + " " + _("v shows what differs."))
        self._show(fresh=True)

    def on_resize(self) -> None:
        """Lay the rows out again once the parts have their sizes."""
        if self.size != self._shown_size:
            self.call_after_layout(partial(self._show, fresh=False))

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    @property
    def _results(self) -> ResultList:
        return self.query_one(ResultList)

    def _show(self, *, fresh: bool) -> None:
        self._shown_size = self.size
        self.set_class(self._open == _WHAT_IF, "-what-if")
        self.query_one(TabLine).open_tab = self._open
        side = self.query_one("#side", Static)
        side.display = self._open == _WHAT_IF
        narrow = self.size.width < 60
        done = self._case.result.completeness
        self.bar.right = (f"{done.answered}/{done.asked}" if narrow else completeness_sentence(done)) + " "
        width = self.size.width - 5
        if self._open == _WHAT_IF:
            beside = 0 if narrow else min(width * 11 // 20, 48)
            side.update(what_if.brief(self._trial) if narrow else what_if.numbers(self._trial, beside - 3))
            side.styles.width = "100%" if narrow else beside
            width = width - beside
        self._results.show(self._rows(max(width, 20)), fresh=fresh)
        self.refresh_bindings()

    def _rows(self, width: int) -> list[ResultRow]:
        if self._open == _WHAT_IF:
            return what_if.rows(self._trial, width)
        return _TABS[self._open](self._case, width)

    def _say(self, text: str) -> None:
        notice = self.query_one("#notice", Static)
        notice.update(plain(text))
        notice.display = bool(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys hold now."""
        if action in {"switch", "reset"}:
            return self._open == _WHAT_IF and (action == "switch" or bool(self._trial.switched))
        if action == "newer":
            return bool(self._differences)
        if action == "why":
            row = self._results.row if self.is_mounted else None
            return self._open != _WHAT_IF and row is not None and row.why is not None
        if action == "open_tab" and parameters == (_WHAT_IF,):
            return self._open != _WHAT_IF
        return True

    # ── what can be done ──────────────────────────────────────────────────────────────────────

    def action_tab(self, step: int) -> None:
        """To the next or the previous tab."""
        self.action_open_tab((self._open + step) % len(_NAMES))

    def action_open_tab(self, index: int) -> None:
        """To a tab."""
        self._open = index
        self._show(fresh=True)
        self._results.focus()

    @on(TabLine.Chosen)
    def _open_clicked_tab(self, message: TabLine.Chosen) -> None:
        self.action_open_tab(message.index)

    @on(OptionList.OptionSelected)
    def _act_on_row(self) -> None:
        if self._open == _WHAT_IF:
            self.action_switch()
        else:
            self.action_why()

    @on(OptionList.OptionHighlighted)
    def _update_keys(self) -> None:
        self.refresh_bindings()

    def action_why(self) -> None:
        """Say how the number under the cursor came about."""
        row = self._results.row
        if row is not None and row.why is not None:
            from smcheck.tui.screens.text_window import TextWindow  # not before it is asked for

            self.app.push_screen(TextWindow(_("How this came about"), why_lines(self._case, row.why)))

    def action_switch(self) -> None:
        """Switch the row under the cursor; all numbers move at once, nothing is stored."""
        row = self._results.row
        if row is not None and row.why is not None:
            self._trial = self._trial.switch(row.why[1])
            self._show(fresh=False)

    def action_reset(self) -> None:
        """All switches back."""
        self._trial = Trial(self._case)
        self._show(fresh=False)

    def action_answers(self) -> None:
        """All questions at a glance."""
        self.smcheck.show_review(self.session)

    def action_export(self) -> None:
        """Write the result or the sheet to a file."""
        from smcheck.tui.screens.export import ExportWindow  # not before it is asked for

        def show_message(path: str | None) -> None:
            if path:
                self._say(path)

        try:
            folder = Path.cwd()
        except OSError as error:  # it was removed
            self._say(str(error))
            return
        self.app.push_screen(ExportWindow(self._case, folder), show_message)

    def action_newer(self) -> None:
        """Show what a newer version of the questionnaire asks otherwise, and go over to it if wanted."""
        from smcheck.tui.screens.upgrade import UpgradeWindow  # not before it is asked for

        current = self.smcheck.pack

        def answer(wanted: bool | None) -> None:
            if wanted:
                try:
                    self.smcheck.go_over(self.session.sheet.id)
                except Fault as fault:
                    self._say(not_stored_text(fault))

        lines = difference_lines(self.pack, current, self._differences, language())
        self.app.push_screen(UpgradeWindow(version_notice(self.pack, current), lines), answer)

    def action_home(self) -> None:
        """Leave; everything is stored."""
        self.smcheck.show_home()
