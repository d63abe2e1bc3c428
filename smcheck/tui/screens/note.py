"""A note on a question."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from smcheck.tui.marking import N_
from smcheck.tui.screens.modal import Modal
from smcheck.tui.widgets.field import Field


class Note(Modal[str]):
    """Answers with the note as typed, empty to remove it, none where it was left as it was."""

    BINDINGS = [Binding("enter", "keep", N_("keep"), priority=True)]

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def body(self) -> Iterable[Widget]:
        """One line to write on."""
        yield Field(self._text, id="text", select_on_focus=False)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the note back."""
        self.dismiss(self.query_one(Input).value)

    def keep_typed(self) -> None:
        """Give back what is there, as Enter would."""
        self.action_keep()
