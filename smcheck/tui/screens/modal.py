"""What small windows on top of a page share."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from smcheck.tui.lazy_gettext import N_
from smcheck.tui.text import plain
from smcheck.tui.textual_fixes.dismiss import Answer, DismissOnce
from smcheck.tui.widgets.key_line import KeyLine


class Modal(ModalScreen[Answer | None], DismissOnce[Answer | None]):
    """A window with a title, its content and its keys; Escape closes it without an answer."""

    BINDINGS = [Binding("escape", "close", N_("close"))]

    def __init__(self, title: str) -> None:
        super().__init__(classes="modal")
        self._heading = title

    def compose(self) -> ComposeResult:
        """The window."""
        with Vertical(id="window"):
            yield Static(plain(self._heading, "bold"), id="heading")
            yield from self.body()
            yield KeyLine()

    def body(self) -> Iterable[Widget]:
        """What is between title and keys."""
        raise NotImplementedError

    def keep_typed(self) -> None:
        """Close before the page behind changes or the app ends; a window with a field keeps its text."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
