"""Other names for a stored sheet."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Label

from smcheck.tui.screens.modal import Modal
from smcheck.tui.widgets.field import Field
from smcheck.words.language import N_, _


class RenameWindow(Modal[tuple[str, str]]):
    """Answers with organisation and respondent as typed, blanks around them left out."""

    HELP_TEXT = N_("Other names for this sheet. Answers and results stay as they are.")
    BINDINGS = [
        Binding("enter", "keep", N_("keep"), priority=True),
        Binding("tab", "app.focus_next", N_("next field")),
        Binding("escape", "close", N_("discard")),
    ]

    def __init__(self, organisation: str, respondent: str) -> None:
        super().__init__(_("Rename"))
        self._organisation = organisation
        self._respondent = respondent

    def body(self) -> Iterable[Widget]:
        """The two names."""
        yield Label(_("Organisation"), markup=False)
        yield Field(self._organisation, id="organisation")
        yield Label(_("Respondent"), markup=False)
        yield Field(self._respondent, id="respondent")

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the names back."""
        organisation = self.query_one("#organisation", Field).entered_text(self._organisation)
        respondent = self.query_one("#respondent", Field).entered_text(self._respondent)
        self.dismiss((organisation, respondent))
