"""The consultant's own words on a result, or on a part of it."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Label, Static

from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Field, TextField
from smcheck.words.language import N_, _


class Written(NamedTuple):
    """A comment as typed, empty to remove it, and the name of who says it."""

    text: str
    name: str


class CommentWindow(Modal[Written]):
    """Answers with the comment and the name as typed.

    Args:
        subject: what the comment is on.
        text: the comment as it is.
        name: of who writes, where it is known.
    """

    HELP_TEXT = N_("Your own words on this part of the result. They stand with it here and in every report.")
    BINDINGS = [
        Binding("tab", "app.focus_next", N_("next field")),
        Binding("escape", "close", N_("keep and close")),
    ]

    def __init__(self, subject: str, text: str, name: str) -> None:
        super().__init__(_("Comment"))
        self._subject = subject
        self._text = text
        self._name_before = name

    def body(self) -> Iterable[Widget]:
        """What it is on, lines to write on, and whose words they are."""
        yield Static(plain(self._subject), id="noted")
        yield TextField(self._text)
        yield Label(_("Your name (kept for the next comment)"), markup=False)
        yield Field(self._name_before, id="name")

    def action_close(self) -> None:
        """Give both back, whichever way the window is closed."""
        name = self.query_one("#name", Field).entered_text(self._name_before)
        self.dismiss(Written(self.query_one(TextField).entered_text(), name))
