"""About the surveys: which of them results are measured against. Their percentages wait for the result."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from smcheck.report.case import open_case
from smcheck.report.surveys import survey_sets
from smcheck.sheet import Sheet
from smcheck.tui.screens.page import Page
from smcheck.tui.tabs.survey_lines import set_line
from smcheck.tui.tabs.surveys import PassportTab
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.text import plain
from smcheck.tui.widgets.line_list import BLANK, Line, LineList, title
from smcheck.tui.widgets.reading import Reading
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import N_, _


class _SurveyList(LineList):
    """The surveys; Enter reads the passport of one."""

    BINDINGS = [
        Binding("enter", "choose", N_("passport"), tooltip=N_("what is known of this survey")),
    ]


class _Passports(PassportTab):
    """The surveys, and what is known of the one under the cursor; no percentages."""

    def columns(self) -> Iterable[Reading]:
        """The list, then what is known."""
        yield _SurveyList("surveys")
        yield WhyColumn()

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """An introduction, then the surveys."""
        text = _(
            "Answers first, figures after: so that nobody answers towards a number, the percentages"
            " are shown with a result only. These are the surveys behind them."
        )
        sets = [set_line(entry, widths[0]) for entry in survey_sets(self.case.pack)]
        return [[title(plain(text)), BLANK, *sets]]


class About(Page):
    """The passports of all surveys; Enter reads one."""

    HELP_TEXT = N_(
        "The surveys that results are measured against. Their figures are shown with a result only."
    )
    AUTO_FOCUS = "LineList"
    BINDINGS = [
        Binding("q", "home", N_("list")),
        Binding("escape", "home", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """The surveys."""
        yield _Passports(open_case(self.pack, Sheet(pack=self.pack.id)))

    def on_mount(self) -> None:
        """Name the page."""
        self.top.show("smcheck", _("Surveys"))

    @on(Tab.Asked)
    def _open_passport(self) -> None:
        from smcheck.tui.screens.text_window import TextWindow  # not before it is asked for

        passports = self.query_one(_Passports)
        entry = passports.entry
        if entry:
            self.app.push_screen(TextWindow[None](entry.label, [partial(passports.known_lines, entry)]))

    def show_again(self) -> None:
        """The page in another language."""
        self.smcheck.show_about()
