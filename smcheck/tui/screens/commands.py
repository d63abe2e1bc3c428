"""The list of commands to search through."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandList, CommandPalette, Provider
from textual.widgets.option_list import Option
from textual.worker import Worker

from smcheck.tui.screens.closed_once import ClosedOnce
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Field
from smcheck.tui.widgets.steady_list import SteadyList
from smcheck.words.language import _


class _CommandField(CommandInput, Field):
    """Where the search is written."""


class _CommandRows(CommandList, SteadyList):
    """What was found."""


class Commands(CommandPalette, ClosedOnce[None]):
    """Textual's list, in our language where nothing is found.

    Its field shows control characters instead of sending them to the terminal.

    Args:
        placeholder: what stands in the empty field.
        providers: where the commands come from; the app's own where there are none.
    """

    def __init__(self, placeholder: str, providers: Sequence[type[Provider]] = ()) -> None:
        super().__init__(list(providers) or None, placeholder=placeholder)

    def compose(self) -> ComposeResult:
        """The same, with a field and a list of ours."""
        for widget in super().compose():
            if isinstance(widget, CommandInput):
                yield _CommandField(placeholder=widget.placeholder, select_on_focus=False)
            elif isinstance(widget, CommandList):
                yield _CommandRows()
            else:
                yield widget

    def on_click(self, event: events.Click) -> None:
        """Let a click be whose place is gone: the terminal has just become smaller."""
        if not self.region.contains(*event.screen_offset):
            event.prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, and stop looking for commands."""
        self._cancel_gather_commands()
        return super().dismiss(result)

    def _gather_commands(self, search_value: str) -> Worker[None]:
        """Look for commands, unless closed before."""
        looking: Worker[None] = super()._gather_commands(search_value)
        if not self.is_active:
            looking.cancel()
        return looking

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say at once, and in the language in use, that nothing is found."""
        self._stop_no_matches_countdown()
        if search_value:
            said = plain(_("Nothing found."), "$foreground-muted")
            self.query_one(CommandList).add_option(Option(said, disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)
