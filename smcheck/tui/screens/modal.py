"""What small windows on top of a page share."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from smcheck.tui.text import plain
from smcheck.tui.textual_fixes.clicks import PressedHere
from smcheck.tui.textual_fixes.dismiss import Answer, DismissOnce
from smcheck.tui.widgets.frame import SHORT
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.words.language import N_


class Modal(ModalScreen[Answer | None], DismissOnce[Answer | None], PressedHere[Answer | None]):
    """A window with a title, its content and its keys.

    Escape, and a click beside the window, close it: without an answer, unless what is typed in it is kept.
    """

    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]
    HELP_TEXT: ClassVar[str] = ""
    """What the window is for, in the help overlay."""
    BINDINGS = [Binding("escape", "close", N_("close")), Binding("f1", "app.help", N_("help"))]

    def __init__(self, title: str) -> None:
        super().__init__(classes="modal")
        self._heading = title
        self._close_later: Callable[[], object] | None = None

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
        self.action_close()

    def action_close(self) -> None:
        """Close, as Escape and a click beside the window do."""
        self.dismiss(None)

    def close_by_itself(self, answer: Answer) -> None:
        """Close without being told to; where its help lies over the window, once that is closed."""
        if self.is_active:
            self.dismiss(answer)
        else:
            self._close_later = partial(self.dismiss, answer)

    def on_screen_resume(self) -> None:
        """In front again: close where that was to be done meanwhile."""
        if self._close_later:
            self._close_later()

    def on_click(self, event: events.Click) -> None:
        """A click beside the window closes it; one outside of the screen was meant for a larger terminal."""
        place = event.screen_offset
        if self.region.contains_point(place) and not self.query_one("#window").region.contains_point(place):
            self.action_close()
