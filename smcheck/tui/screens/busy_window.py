"""A window that waits, beside the screen, until another program lets the store go."""

import asyncio
from collections.abc import Iterable
from time import monotonic

from textual import events, work
from textual.binding import Binding
from textual.widget import Widget

from smcheck.store import Busy, Store
from smcheck.tui.screens.modal import Modal
from smcheck.tui.widgets.paragraphs import Paragraphs
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _

_PAUSE = 0.25
"""Seconds between two tries."""
_UNSEEN = 0.4
"""Seconds in which nobody has read the window yet, so that what is typed was meant for the page."""


class BusyWindow(Modal[bool]):
    """Answers with true once the store can be written to again, or says at least why not.

    Args:
        store: the store that is busy.
    """

    HELP_TEXT = N_("The window closes by itself. F10 leaves; what was stored before stays stored.")
    BINDINGS = [Binding("escape", "close", N_("leave it out"))]

    def __init__(self, store: Store) -> None:
        super().__init__(_("The store is busy"))
        self._store = store
        self._opened = monotonic()
        self.typed_ahead: list[events.Key] = []
        """Keys that were meant for the page."""

    def body(self) -> Iterable[Widget]:
        """What one waits for."""
        yield Paragraphs(
            [
                _("Another program is writing to it. What you did last is not stored yet."),
                _("It is done as soon as the store is free. All that was stored before is safe."),
            ]
        )

    def on_mount(self) -> None:
        """Begin to wait."""
        self._wait()

    def on_key(self, event: events.Key) -> None:
        """Keep what was typed before one could see the window."""
        if monotonic() - self._opened < _UNSEEN and event.key not in self.active_bindings:
            event.stop()
            self.typed_ahead.append(events.Key(event.key, event.character))

    @work
    async def _wait(self) -> None:
        while True:
            await asyncio.sleep(_PAUSE)
            try:
                await asyncio.to_thread(self._try_to_write)
            except Busy:
                continue
            except Fault:  # told by what is done again
                pass
            self.close_by_itself(True)
            return

    def _try_to_write(self) -> None:
        with self._store.transaction():
            pass
