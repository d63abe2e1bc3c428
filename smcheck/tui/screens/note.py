"""A note on a question."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from smcheck.tui.lazy_gettext import N_
from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Field
from smcheck.words.language import _


class NoteWindow(Modal[str]):
    """Answers with the note as typed, empty to remove it, none where it was left as it was.

    Args:
        question: the text of the question that the note is on.
        text: the note as it is.
    """

    BINDINGS = [
        Binding("enter", "keep", N_("keep"), priority=True),
        Binding("escape", "close", N_("discard")),
    ]

    def __init__(self, question: str, text: str) -> None:
        super().__init__(_("note").capitalize())
        self._question = question
        self._text = text

    def body(self) -> Iterable[Widget]:
        """The question, and one line to write on."""
        yield Static(plain(self._question), id="noted")
        yield Field(self._text, id="text", select_on_focus=False)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the note back."""
        self.dismiss(self.query_one(Input).value)

    def keep_typed(self) -> None:
        """Give back what is there, as Enter would."""
        self.action_keep()
