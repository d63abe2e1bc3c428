"""The app at a real terminal: put to sleep, woken, and drawn to other sizes."""

import asyncio
import shutil
import signal
from contextlib import suppress
from types import FrameType
from typing import Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size
from textual.messages import InBandWindowResize

from smcheck.tui.key_order import KeyOrder


class AtTerminal(KeyOrder):
    """Mends what Textual makes of a terminal's signals."""

    def __init__(self) -> None:
        super().__init__()
        self._told_size = False

    def _build_driver(self, *wishes: Any, **named: Any) -> Driver:
        """The same, which from its first moment on does not start anew unless it slept."""
        if not hasattr(signal, "SIGCONT"):
            return super()._build_driver(*wishes, **named)
        # Nothing may come between the driver's handlers and ours: it would start a second time.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP, signal.SIGCONT})
        try:
            driver = super()._build_driver(*wishes, **named)
            if not self.is_headless:
                self._stay_awake()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return driver

    def _stay_awake(self) -> None:
        """Let Textual start anew only after it was put to sleep.

        It does whenever the process is told to go on, as one whose terminal closes is, too; a second start
        beside the first leaves threads that wait for each other for ever.
        """
        sleep, wake = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
        asleep = False

        def told_to_sleep() -> None:
            nonlocal asleep
            asleep = True
            if callable(sleep):
                sleep(signal.SIGTSTP, None)

        def told_to_go_on(number: int, frame: FrameType | None) -> None:
            nonlocal asleep
            if asleep and callable(wake):
                wake(number, frame)
            asleep = False
            with suppress(RuntimeError):  # all is over already
                loop.call_soon_threadsafe(self.call_later, self.refresh)

        loop = asyncio.get_running_loop()
        # In its turn: what is just being written holds a lock that going to sleep needs.
        loop.add_signal_handler(signal.SIGTSTP, told_to_sleep)
        signal.signal(signal.SIGCONT, told_to_go_on)

    def on_in_band_window_resize(self, message: InBandWindowResize) -> None:
        """This terminal tells its sizes itself, each in its turn."""
        self._told_size = message.enabled

    def on_resize(self, event: events.Resize) -> None:
        """Never stay at a size that the window had before.

        Of two signals that interrupt each other the first is told last, with the size that it found.
        """
        if not (self.is_headless or self.is_web or self._told_size):
            size = Size(*shutil.get_terminal_size((0, 0)))
            if size and size != event.size:
                self.post_message(events.Resize(size, size))
