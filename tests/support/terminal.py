"""A real pseudo-terminal with smcheck in it: keys go in, and what a person would see comes out."""

import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

from support.cli import environment

KEYS = {
    "Enter": "\r",
    "Space": " ",
    "Escape": "\x1b",
    "Tab": "\t",
    "Left": "\x1b[D",
    "Right": "\x1b[C",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "F1": "\x1bOP",
    "F2": "\x1bOQ",
    "F10": "\x1b[21~",
    "Ctrl-C": "\x03",
}
# What pyte does not know and would show as text: keyboard protocols and queries.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*\$?[py]")
_BEGUN = re.compile(rb"\x1b(?:\[[0-9;<>=?$]*)?$")


class Terminal:
    """A program in a terminal of ``width`` by ``height``; leaving the context ends it."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        width: int = 80,
        height: int = 24,
        term: str = "xterm-256color",
        program: Sequence[str] = ("-m", "smcheck"),
    ) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self.raw = b""
        """Everything that the program wrote."""
        self._child = pexpect.spawn(
            sys.executable,
            [*program, *arguments],
            cwd=str(folder),
            env=environment(folder, TERM=term, COLORTERM="", LC_ALL="C.UTF-8"),
            dimensions=(height, width),
            timeout=60,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    # ── keys ──────────────────────────────────────────────────────────────────────────────────

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by name or as the text that they type."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def resize(self, width: int, height: int) -> None:
        """Make the window another size, as a window manager does."""
        self._screen.resize(height, width)
        self._child.setwinsize(height, width)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self._child.pid, number)

    def hang_up(self, seconds: float = 60) -> None:
        """Close the window, as its cross does; waits until the program has ended."""
        os.close(self._child.child_fd)
        end = time.monotonic() + seconds
        while os.waitpid(self._child.pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > end:
                raise AssertionError("it goes on without a window")
            time.sleep(0.02)

    # ── the screen ────────────────────────────────────────────────────────────────────────────

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def read(self, seconds: float) -> bool:
        """Take in what the program writes next, for at most so long; false once it has ended."""
        try:
            data = self._child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        data = self._pending + data
        begun = _BEGUN.search(data)
        self._pending = data[begun.start() :] if begun else b""
        self._stream.feed(_UNKNOWN.sub(b"", data[: begun.start()] if begun else data))
        return True

    def wait_for(self, *texts: str, seconds: float = 60) -> str:
        """Wait until all of these are on the screen; gives the screen."""
        end = time.monotonic() + seconds
        while not all(text in self.text for text in texts):
            if time.monotonic() > end or not self.read(0.1):
                missing = [text for text in texts if text not in self.text]
                raise AssertionError(f"{missing} did not come; there is:\n{self.text}")
        return self.text

    def wait_quiet(self, seconds: float = 60) -> None:
        """Wait until the screen was drawn and nothing more came for a second."""
        end = time.monotonic() + seconds
        drawn, last = 0, time.monotonic()
        while not drawn or time.monotonic() - last < 1:
            assert time.monotonic() < end
            assert self.read(0.1), f"it has ended; there is:\n{self.text}"
            if len(self.raw) != drawn and b"\x1b[?1049h" in self.raw:
                drawn, last = len(self.raw), time.monotonic()

    def wait_end(self, seconds: float = 60) -> int:
        """Wait until the program ends; gives its exit code, or minus the signal that ended it."""
        end = time.monotonic() + seconds
        while self.read(0.1):
            if time.monotonic() > end:
                raise AssertionError(f"it goes on; there is:\n{self.text}")
        self._child.close()
        code = self._child.exitstatus
        return -int(self._child.signalstatus) if code is None else int(code)

    # ── its state ─────────────────────────────────────────────────────────────────────────────

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: normal screen, cursor visible, no mouse, no pasting mode."""
        return all(
            self._last(mode) == after
            for mode, after in ((1049, b"l"), (25, b"h"), (1000, b"l"), (1003, b"l"), (2004, b"l"))
        )

    def _last(self, mode: int) -> bytes:
        """Whether a mode was switched on (h) or off (l) last."""
        found = re.findall(rb"\x1b\[\?%d([hl])" % mode, self.raw)
        return found[-1] if found else b""
