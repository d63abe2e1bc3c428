"""About the surveys: which of them results are measured against. Their percentages wait for the result."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from smcheck.report.case import open_case
from smcheck.report.content import Subject, SurveySet
from smcheck.report.surveys import survey_sets
from smcheck.sheet import Sheet
from smcheck.tui.screens.page import Page
from smcheck.tui.tabs.survey_lines import set_contents, set_line
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.text import plain, stack
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.line_list import BLANK, Line, LineList, title
from smcheck.tui.widgets.reading import Reading
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import N_, _


class _SurveyList(LineList):
    """The surveys; Enter reads the passport of one."""

    BINDINGS = [
        Binding("enter", "choose", N_("passport"), tooltip=N_("what is known of this survey")),
    ]


class _Passports(Tab):
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

    @property
    def entry(self) -> SurveySet:
        """The survey under the cursor."""
        sets = {Subject("survey", entry.id): entry for entry in survey_sets(self.case.pack)}
        return sets[self.subject] if self.subject else next(iter(sets.values()))

    def known_lines(self, width: int) -> list[Content]:
        """What is known of the survey under the cursor."""
        return set_contents(self.case.pack, self.entry, width, self.case.pack.file.dated)

    def _show_why(self) -> None:
        """What is known of the survey under the cursor."""
        if self._why.display:
            width = self._why.text_width
            self._why.fill([heading(self.entry.label, width), Content(""), *self.known_lines(width)])
            self.measure()


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
        window = TextWindow[None](passports.entry.label, [lambda width: stack(*passports.known_lines(width))])
        self.app.push_screen(window)

    def show_again(self) -> None:
        """The page in another language."""
        self.smcheck.show_about()
