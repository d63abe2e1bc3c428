"""The app takes the size that the terminal has now.

Fault: Textual reads the size within the handler of SIGWINCH; where a second signal interrupts the first, the
newer size is sent first and the older one stays.

Upstream: none found.

Remove when: Textual handles SIGWINCH in its event loop, one signal after the other.
"""

import asyncio
import signal

from textual.drivers.linux_driver import LinuxDriver


class ResizeInOrder(LinuxDriver):
    """A driver that handles one change of size after the other."""

    def start_application_mode(self) -> None:
        """Start; from then on changes of size are handled in the event loop."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        handler = signal.getsignal(signal.SIGWINCH)
        if callable(handler):
            # A signal that came meanwhile is handled once more: the loop notes signals since ``suspend.py``.
            asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, handler, signal.SIGWINCH, None)
