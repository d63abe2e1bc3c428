"""The app restarts after Ctrl+Z, and only then.

Fault: Textual starts the terminal anew at every SIGCONT, which also comes to processes that never slept (a
closing terminal sends it); the second start beside the first leaves threads that wait for each other for
ever. It also stops within the signal handler, where the lock of a write that was interrupted is never
released.

Upstream: https://github.com/Textualize/textual/issues/1582 on suspending, still open; a like deadlock after
``App.suspend`` is https://github.com/Textualize/textual/issues/6692.

Remove when: Textual's driver resumes only after it has suspended, and handles SIGTSTP in its event loop.
"""

import asyncio
import signal
from contextlib import suppress
from typing import Any

from textual.drivers.linux_driver import LinuxDriver


class ResumeOnce(LinuxDriver):
    """A driver that resumes only after it was suspended."""

    _suspended = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        # A signal that comes before both handlers are in place waits until they are.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP})
        try:
            super().__init__(*arguments, **options)
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def suspend_application_mode(self) -> None:
        """Give the terminal back, and remember that."""
        super().suspend_application_mode()
        self._suspended = True

    def resume_application_mode(self) -> None:
        """Take the terminal again if it was given back; draw the screen, which others may have written on."""
        if self._suspended:
            self._suspended = False
            super().resume_application_mode()
        with suppress(RuntimeError):  # the event loop is closed already
            self._loop.call_soon_threadsafe(self._app.call_later, self._app.refresh)
