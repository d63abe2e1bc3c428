"""A window: the real program on a real pseudo-terminal, and what a person would see in it."""

import errno
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Self

import pyte

from support.program import TRACEBACK, command, surroundings

PATIENCE = 60.0
"""Seconds to wait for the screen; a machine at its limits needs some of them."""
ENTER, ESCAPE, LEFT, RIGHT, UP, DOWN = "\r", "\x1b", "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B"
F2, F10, CTRL_C = "\x1bOQ", "\x1b[21~", "\x03"

# What the emulator takes for something else: the keyboard protocol, questions on modes, pointer shapes.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1b\]22;[^\x07\x1b]*\x07")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*)?$")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")


class Window:
    """The program with these arguments in a window of its own; leaving the context ends it.

    Args:
        arguments: of the program.
        store: where it keeps its sheets.
        size: columns and lines.
        launch: limits, as ``launch.py`` names them.
        instead: another program.
    """

    def __init__(
        self,
        *arguments: str,
        store: Path,
        size: tuple[int, int] = (80, 24),
        launch: Sequence[str] = (),
        instead: Sequence[str] = (),
    ) -> None:
        self._master, slave = os.openpty()
        try:
            self._set_size(size)
            self.modes = termios.tcgetattr(slave)
            self.process = subprocess.Popen(
                command(*arguments, launch=["--tty", os.ttyname(slave), *launch], instead=instead),
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=surroundings(store),
            )
        finally:
            os.close(slave)
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self.output = b""
        """Everything that was written to the terminal."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    # ── what is seen ──────────────────────────────────────────────────────────────────────────

    @property
    def lines(self) -> list[str]:
        """The rows on the screen now."""
        self._take_in(0)
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The rows as one text."""
        return "\n".join(self.lines)

    def wait_until(self, what: Callable[[str], bool], patience: float = PATIENCE) -> str:
        """The screen's text as soon as it is as wanted; fails where it does not become so."""
        end = monotonic() + patience
        while not what(text := self.text):
            assert monotonic() < end, f"not shown in {patience} s:\n{text}"
            if not self._take_in(0.05):
                assert self.process.poll() is None, f"ended with {self.process.poll()}:\n{self.text}"
        return text

    def wait_for(self, *texts: str) -> str:
        """The screen's text as soon as it contains all of these."""
        return self.wait_until(lambda shown: all(text in shown for text in texts))

    def settle(self, quiet: float = 0.15) -> str:
        """The screen's text once nothing has been written for a while."""
        while self._take_in(quiet):
            pass
        return self.text

    def _take_in(self, wait: float) -> bool:
        """Take in what was written; whether there was anything."""
        data = b""
        try:
            while select.select([self._master], [], [], 0 if data else wait)[0]:
                found = os.read(self._master, 65536)
                if not found:
                    break
                data += found
        except OSError as error:
            if error.errno != errno.EIO:  # nobody has the other end open any more
                raise
        self.output += data
        whole = self._pending + data
        cut = _UNFINISHED.search(whole[-64:])
        end = len(whole) - (len(whole[-64:]) - cut.start() if cut else 0)
        self._pending = whole[end:]
        self._stream.feed(_UNKNOWN.sub(b"", whole[:end]))
        return bool(data)

    # ── what is done ──────────────────────────────────────────────────────────────────────────

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            os.write(self._master, key.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._take_in(0)
        self._set_size((columns, rows))
        self._screen.resize(rows, columns)

    def _set_size(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def kill(self) -> None:
        """End the program at once, as ``kill -9`` does, and take in what it had still written."""
        self.process.kill()
        self.process.wait()
        while self._take_in(0):
            pass

    def tell(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    @property
    def stopped(self) -> bool:
        """Whether the program has been put to sleep."""
        status = Path(f"/proc/{self.process.pid}/stat").read_text("ascii")
        return status.rpartition(")")[2].split()[0] == "T"

    def end(self) -> int:
        """Wait until the program ends by itself; gives its exit code."""
        end = monotonic() + PATIENCE
        while self.process.poll() is None:
            assert monotonic() < end, f"does not end:\n{self.text}\n{self._where_it_is()}"
            self._take_in(0.02)
        while self._take_in(0):
            pass
        assert TRACEBACK.encode() not in self.output, self.output[-4000:]
        return self.process.returncode

    def _where_it_is(self) -> str:
        """What every thread of a program that does not end is doing; it is ended for that."""
        place = len(self.output)
        self.process.send_signal(signal.SIGABRT)
        self.process.wait()
        while self._take_in(0.1):
            pass
        return f"modes {self.modes_on()}\n" + self.output[place:].decode(errors="replace")

    def hang_up(self) -> None:
        """Close the window, whether or not the program still runs."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    # ── how it was left ───────────────────────────────────────────────────────────────────────

    def modes_now(self) -> list[Any]:
        """The terminal's modes: echo, lines, signals."""
        return termios.tcgetattr(self._master)

    def modes_on(self) -> set[int]:
        """The screen's modes that were switched on and not off again."""
        on: set[int] = set()
        for names, switch in _MODE.findall(self.output):
            for name in names.split(b";"):
                (on.add if switch == b"h" else on.discard)(int(name))
        return on
