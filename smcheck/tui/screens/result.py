"""The result: six tabs over one case."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from smcheck.pack import Difference, differences
from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.report.case import Case, open_case
from smcheck.report.content import Subject
from smcheck.report.labels import figure_set_label
from smcheck.report.overview import overview
from smcheck.report.versions import difference_lines, not_kept_notice, version_notice
from smcheck.report.why import why
from smcheck.session import Session
from smcheck.tui.screens.commented_page import CommentedPage
from smcheck.tui.tabs.comparison import ComparisonTab
from smcheck.tui.tabs.overview import OverviewTab
from smcheck.tui.tabs.steps import StepsTab
from smcheck.tui.tabs.surveys import SurveyList, SurveysTab
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.tabs.what_if import WhatIfTab
from smcheck.tui.tabs.who_does_what import WhoDoesWhatTab
from smcheck.tui.text import plain
from smcheck.tui.widgets.frame import NARROW
from smcheck.tui.widgets.tab_line import TabLine
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _, language

TABS: tuple[type[Tab], ...] = (OverviewTab, ComparisonTab, WhoDoesWhatTab, StepsTab, WhatIfTab, SurveysTab)
_WHAT_IF = TABS.index(WhatIfTab)


class Place(NamedTuple):
    """Where somebody was in a result: the tab, the list in it, the line in that."""

    tab: int
    column: int
    line: int | None


class ResultPage(CommentedPage):
    """Shows a sheet's result; every number answers how it came about.

    Args:
        session: a sitting with the sheet.
        place: where to begin, after the answers were changed from here.
        figures: the figure set that the sheet is measured against.
    """

    HELP_TEXT = N_(
        "The result in six tabs. Walk through the lines with ↑ and ↓; Enter says how a number came about."
    )
    AUTO_FOCUS = None  # the tab in use takes the keys
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
        Binding("a", "answers", N_("answers"), tooltip=N_("to the question that decides, or to all of them")),
        Binding("e", "export", N_("hand out"), tooltip=N_("write the result or the sheet to a file")),
        Binding("w", f"open_tab({_WHAT_IF})", N_("what if"), tooltip=N_("switch departments on and off")),
        Binding(
            "v", "newer", N_("newer"), tooltip=N_("what a newer version of the questionnaire asks otherwise")
        ),
        Binding("q", "home", N_("list"), tooltip=N_("everything is stored")),
        Binding("escape", "home", show=False),
        Binding("1", "open_tab(0)", N_("a tab by its number"), key_display=f"1–{len(TABS)}", show=False),
        *[Binding(str(number + 1), f"open_tab({number})", show=False) for number in range(1, len(TABS))],
    ]

    def __init__(self, session: Session, place: Place | None = None, figures: str = DEFAULT_FIGURES) -> None:
        super().__init__(session)
        self._case = open_case(session.pack, session.sheet, figures)
        self._open = place.tab if place else 0
        self._begin = place
        self._differences: tuple[Difference, ...] = ()
        self._said = self._aside = ""
        """What the result is measured against, where the line at the top has no room for it."""

    def body(self) -> Iterable[Widget]:
        """The names of the tabs, the tabs, what was last done."""
        yield TabLine([_(tab.NAME) for tab in TABS])
        for place, kind in enumerate(TABS):
            tab = kind(self._case)
            tab.display = place == self._open
            yield tab
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Say what is particular about the sheet, and show the first tab."""
        self.say("")
        self._differences = differences(self.pack, self.smcheck.pack)
        if self._differences:
            notice = version_notice(self.pack, self.smcheck.pack)
            self.say(notice + " " + _("v shows what differs."))
        elif not self._is_kept():
            self.say(not_kept_notice(self.session.sheet, self.pack))
        self.action_open_tab(self._open)

    def _is_kept(self) -> bool:
        """Whether the questionnaire is still there that the sheet was answered with."""
        sheet = self.session.sheet
        if not (self.session.journal.stored and sheet.id):
            return True
        try:
            return self.smcheck.store.pack_of_sheet(sheet.id, self.smcheck.pack) is not None
        except Fault:  # told where something is stored
            return True

    def on_resize(self) -> None:
        """Where it is narrow, the tabs are in the top line."""
        self._show_top()

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    @property
    def tab(self) -> Tab:
        """The tab in use."""
        return list(self.query(Tab))[self._open]

    @property
    def subject(self) -> Subject | None:
        """What the line under the cursor is about."""
        return self.tab.subject

    def show_sheet(self) -> None:
        """Show the result of the sheet as it is stored now; cursors stay where they are."""
        self._show_case(open_case(self.pack, self.session.sheet, self._case.figures.id))

    def _show_case(self, case: Case) -> None:
        self._case = case
        for tab in self.query(Tab):
            tab.show_case(case)

    def place(self) -> Place:
        """Where the cursor is now."""
        current = self.tab.current
        column = self.tab.lists.index(current) if current else 0
        return Place(self._open, column, current.cursor if current else None)

    def _show_top(self) -> None:
        found = overview(self._case)
        facts = [*found.facts]
        if not self.session.journal.stored:
            facts.insert(0, _("example, not stored"))
        narrow, against, complete = self.size.width < NARROW, self._measured_against, found.completeness
        both = f"{against} · {complete}" if against else complete
        fits = not narrow and len(both) <= self.size.width // 2
        self._aside = "" if fits else against
        end = self.query_one(TabLine).brief() if narrow else both if fits else complete
        self.top.show(found.organisation, *facts, end=end)
        self._show_notice()

    @property
    def _measured_against(self) -> str:
        """What the result is measured against, where it is another survey than usual."""
        if self._case.figures.id == DEFAULT_FIGURES:
            return ""
        label = figure_set_label(self._case.texts, self._case.figures.id)
        return _("measured against {survey}").format(survey=label)

    def say(self, text: str) -> None:
        """Say what was done, or what is particular about the sheet."""
        self._said = text
        self._show_notice()

    def _show_notice(self) -> None:
        notice, text = self.query_one("#notice", Static), self._said or self._aside
        notice.update(plain(text))
        notice.display = bool(text)

    @property
    def missing(self) -> frozenset[str]:
        """What is newer, where nothing is; and what there is never with a sheet that is not stored."""
        return super().missing | (frozenset() if self._differences else {"newer"})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys hold now."""
        if action == "open_tab" and parameters == (_WHAT_IF,):
            return None if self._open == _WHAT_IF else True
        return super().check_action(action, parameters)

    # ── from tab to tab ───────────────────────────────────────────────────────────────────────

    def action_tab(self, step: int) -> None:
        """To the next or the previous tab."""
        self.action_open_tab((self._open + step) % len(TABS))

    def action_open_tab(self, index: int) -> None:
        """To a tab."""
        self._open = index
        self.set_focus(None)  # else a list beside the one in use would get it, and with it the cursor
        self.query_one(TabLine).current = index
        for place, tab in enumerate(self.query(Tab)):
            tab.display = place == index
        self._show_top()
        self.call_after_layout(self._enter)

    def _enter(self) -> None:
        """Give the keys to the tab in use, at the place to begin with where there is one."""
        place, self._begin = self._begin, None
        if place and place.column < len(self.tab.lists):
            column = self.tab.lists[place.column]
            column.focus()
            column.go_to(place.line)
        else:
            self.tab.focus_list()
        self.refresh_bindings()

    # ── what can be done ──────────────────────────────────────────────────────────────────────

    @on(Tab.Asked)
    def _ask_why(self, message: Tab.Asked) -> None:
        from smcheck.tui.screens.text_window import WhyWindow  # not before it is asked for

        self.app.push_screen(WhyWindow(why(self._case, message.subject)))

    @on(SurveysTab.PassportAsked)
    def _show_passport(self, message: SurveysTab.PassportAsked) -> None:
        from smcheck.tui.screens.text_window import TextWindow  # not before it is asked for

        lines = partial(self.query_one(SurveysTab).known_lines, message.entry)
        self.app.push_screen(TextWindow[None](message.entry.label, [lines]))

    @on(SurveyList.Measured)
    def _measure(self, message: SurveyList.Measured) -> None:
        """Measure against another survey, from now on; nothing is stored in the sheet."""
        kept = self.smcheck.choose(figures="" if message.figures == DEFAULT_FIGURES else message.figures)
        self._show_case(open_case(self.pack, self.session.sheet, message.figures))
        self.say(kept)
        self._show_top()

    def action_answers(self) -> None:
        """The question that decides or the first that lacks an answer, else all questions at a glance."""
        question = overview(self._case).headline.question
        back = partial(self.smcheck.show_result, self.session, self.place())
        if not question:
            self.smcheck.show_review(self.session, back)
        elif self.attempt(lambda: self.session.jump(question), again=self.action_answers):
            self.smcheck.show_question(self.session, back)

    def action_export(self) -> None:
        """Write the result or the sheet to a file; the page stays as it is."""
        self.hand_out(self._case, self.tab.changes if isinstance(self.tab, WhatIfTab) else None)

    def action_newer(self) -> None:
        """Show what a newer version of the questionnaire asks otherwise, and go over to it if wanted."""
        from smcheck.tui.screens.upgrade import UpgradeWindow  # not before it is asked for

        current = self.smcheck.pack

        def answer(wanted: bool | None) -> None:
            if wanted:
                self.attempt(lambda: self.smcheck.go_over(self.session))

        lines = difference_lines(self.pack, current, self._differences, language())
        self.app.push_screen(UpgradeWindow(version_notice(self.pack, current), lines), answer)

    def show_again(self) -> None:
        """The page in another language, at the same place."""
        self.smcheck.show_result(self.session, self.place())
