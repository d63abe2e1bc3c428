"""Whatever the terminal sends, the app goes on; where it cannot be read any more, the app leaves in order.

Fault: one byte that is no UTF-8, and every error while the terminal is read, ends the app with a traceback
and exit code 0; what was being typed is lost.

Upstream: https://github.com/Textualize/textual/issues/6456

Remove when: Textual's driver reads malformed UTF-8 as replacement characters, and lets the app handle errors.
"""

import errno
import os
from codecs import getincrementaldecoder
from collections.abc import Iterable
from select import select
from typing import Protocol, cast

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from smcheck.tui.textual_fixes.terminal_parser import TerminalParser
from smcheck.words.system_error import system_reason

_MOST_BYTES = 4096
_TICK = 0.1
"""Seconds between two looks whether the app is to end, or a sequence has no end."""


class TerminalApp(Protocol):
    """An app that can be told that its terminal cannot be read any more."""

    def leave_terminal(self, reason: str) -> None:
        """Leave in order, and say why."""
        ...


class GuardedInput(LinuxDriver):
    """A driver that reads any bytes, with ``terminal_parser.py``."""

    def run_input_thread(self) -> None:
        """Read until the app ends.

        Raises:
            OSError: the terminal cannot be read, or has nothing more to say.
        """
        parser = TerminalParser(self._debug)
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        while not self.exit_event.is_set():
            if select([self.fileno], [], [], _TICK)[0]:
                data = os.read(self.fileno, _MOST_BYTES)
                if not data:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                text = decoder.decode(data)
                self._process(parser.feed(text) if text else ())
            self._process(parser.tick())

    def _process(self, found: Iterable[Message]) -> None:
        for message in found:
            self.process_message(message)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - whatever it is, the terminal is given back
            app = cast(TerminalApp, self._app)
            reason = system_reason(error)
            self._app.call_later(app.leave_terminal, reason)
