"""A note on a question."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import TextField
from smcheck.words.language import N_, _


class NoteWindow(Modal[str]):
    """Answers with the note as typed, empty to remove it.

    Args:
        question: the text of the question that the note is on.
        text: the note as it is.
    """

    BINDINGS = [Binding("escape", "close", N_("keep and close"))]

    HELP_TEXT = N_("A note on this question, for whoever reads the answers; it stands in reports, too.")

    def __init__(self, question: str, text: str) -> None:
        super().__init__(_("note").capitalize())
        self._question = question
        self._text = text

    def body(self) -> Iterable[Widget]:
        """The question, and lines to write on."""
        yield Static(plain(self._question), id="noted")
        yield TextField(self._text)

    def action_close(self) -> None:
        """Give the note back, whichever way the window is closed."""
        self.dismiss(self.query_one(TextField).entered_text())
