"""About the figures: which surveys results are measured against. Their percentages wait for the result."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from smcheck.report.case import open_case
from smcheck.sheet import Sheet
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.screens.page import Page
from smcheck.tui.tabs import figures
from smcheck.tui.text import plain
from smcheck.tui.widgets.result_list import ResultList
from smcheck.words.language import _


class About(Page):
    """The passports of the documented figures' sources."""

    HELP_TEXT = N_(
        "The surveys that results are measured against. Their figures are shown with a result only."
    )
    AUTO_FOCUS = "#results"
    BINDINGS = [
        Binding("q", "home", N_("home")),
        Binding("escape", "home", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """An introduction, then the passports."""
        yield Static(
            plain(
                _(
                    "Answers first, figures after: so that nobody answers towards a number, the percentages"
                    " are shown with a result only. These are the surveys behind them."
                )
            ),
            id="lead",
        )
        yield ResultList()

    def on_mount(self) -> None:
        """Name the page."""
        self.top.show("smcheck", _("About the figures"))

    def on_resize(self) -> None:
        """Lay the rows out again."""
        case = open_case(self.pack, Sheet(pack=self.pack.id))
        self.query_one(ResultList).show(figures.passports(case, self.size.width - 5), fresh=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing behind a line here."""
        return action != "why" and super().check_action(action, parameters)

    def action_home(self) -> None:
        """Back to the sheets."""
        self.smcheck.show_home()
