"""A real program on a real pseudo-terminal: bytes go in, and what a person would see comes out."""

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

from support.cli import TRACEBACK, command, environment

TIMEOUT = 60.0
"""Seconds to wait for the screen; a machine at its limits needs some of them."""

# What the emulator takes for something else: the keyboard protocol, queries, pointer shapes.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*\$?[py]|\x1b\]22;[^\x07\x1b]*\x07"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*)?$")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_ALWAYS_ON = {7, 25}
"""The modes that are on in a terminal that nobody draws on: lines wrap, the cursor is seen."""


class Terminal:
    """smcheck in a terminal of its own; leaving the context ends it.

    Args:
        folder: where the program runs, and its home.
        arguments: of the program.
        store: where it keeps its sheets; ``sheets.db`` in ``folder`` without.
        size: columns and lines.
        launch: limits, as ``launch.py`` names them.
        instead: the command line of another program.
        variables: further environment variables.
    """

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        store: Path | None = None,
        size: tuple[int, int] = (80, 24),
        launch: Sequence[str] = (),
        instead: Sequence[str] = (),
        variables: dict[str, str] | None = None,
    ) -> None:
        # The other end stays open here: with nobody at it, reading fails at once instead of waiting.
        self._master, self._slave = os.openpty()
        self._set_size(size)
        self._modes_before = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            command(*arguments, launch=["--tty", os.ttyname(self._slave), *launch], instead=instead),
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            env=environment(folder, store, PYTHONFAULTHANDLER="1", **(variables or {})),
        )
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self._closed = False
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

    # ── the screen ────────────────────────────────────────────────────────────────────────────

    @property
    def lines(self) -> list[str]:
        """The rows on the screen now."""
        self._read(0)
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The rows as one text."""
        return "\n".join(self.lines)

    def wait_until(self, condition: Callable[[str], bool], timeout: float = TIMEOUT) -> str:
        """The screen's text as soon as it is as wanted; fails where it does not become so."""
        end = monotonic() + timeout
        while not condition(text := self.text):
            assert monotonic() < end, f"not shown in {timeout} s:\n{text}"
            if not self._read(0.05):
                assert self.process.poll() is None, f"ended with {self.process.poll()}:\n{self.text}"
        return text

    def wait_for(self, *texts: str) -> str:
        """The screen's text as soon as it contains all of these."""
        return self.wait_until(lambda shown: all(text in shown for text in texts))

    def settle(self, quiet: float = 0.15) -> str:
        """The screen's text once the program has slept and written nothing for so many seconds.

        On a busy machine a program that is kept waiting writes nothing, but it does not sleep.
        """
        last = monotonic()
        while monotonic() - last < quiet:
            if self._read(0.01) or self._state() == "R":
                last = monotonic()
        return self.text

    def _read(self, wait: float) -> bool:
        """Take in what was written, waiting so many seconds for it; whether there was anything."""
        data = b""
        while select.select([self._master], [], [], 0 if data else wait)[0]:
            data += os.read(self._master, 65536)
        self.output += data
        whole = self._pending + data
        cut = _UNFINISHED.search(whole[-64:])
        end = len(whole) - (len(whole[-64:]) - cut.start() if cut else 0)
        self._pending = whole[end:]
        self._stream.feed(_UNKNOWN.sub(b"", whole[:end]))
        return bool(data)

    # ── the keyboard and the window ───────────────────────────────────────────────────────────

    def press(self, *keys: str) -> None:
        """Send keys, texts, pastes or clicks, each in a write of its own."""
        self.write(*(key.encode() for key in keys))

    def write(self, *pieces: bytes) -> None:
        """Send bytes, each piece in a write of its own."""
        for piece in pieces:
            os.write(self._master, piece)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._read(0)
        self._set_size((columns, rows))
        self._screen.resize(rows, columns)

    def _set_size(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def hang_up(self) -> None:
        """Close the window, whether or not the program still runs."""
        if not self._closed:
            self._closed = True
            os.close(self._master)
            os.close(self._slave)

    # ── the process ───────────────────────────────────────────────────────────────────────────

    def kill(self) -> None:
        """End the program at once, as ``kill -9`` does, and take in what it had still written."""
        self.process.kill()
        self.process.wait()
        while self._read(0):
            pass

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    @property
    def stopped(self) -> bool:
        """Whether the program has been put to sleep."""
        return self._state() == "T"

    def _state(self) -> str:
        """The state of its main thread: R where it runs or could, S where it sleeps, T where stopped."""
        status = Path(f"/proc/{self.process.pid}/stat").read_text("ascii")
        return status.rpartition(")")[2].split()[0]

    def wait_end(self) -> int:
        """Wait until the program ends by itself; gives its exit code, or minus the signal that ended it."""
        end = monotonic() + TIMEOUT
        while self.process.poll() is None:
            assert monotonic() < end, f"does not end:\n{self.text}\n{self._stacks()}"
            self._read(0.02)
        while self._read(0):
            pass
        assert TRACEBACK.encode() not in self.output, self.output[-4000:]
        return self.process.returncode

    def _stacks(self) -> str:
        """What every thread of a program that does not end is doing; it is ended for that."""
        place = len(self.output)
        self.process.send_signal(signal.SIGABRT)
        self.process.wait()
        while self._read(0.1):
            pass
        return f"modes {self._modes_on()}\n" + self.output[place:].decode(errors="replace")

    # ── the terminal afterwards ───────────────────────────────────────────────────────────────

    def is_restored(self) -> bool:
        """Whether the terminal shows text and takes keys as before the program."""
        return self._modes_on() <= _ALWAYS_ON and self._modes_now() == self._modes_before

    def _modes_now(self) -> list[Any]:
        """The modes of the line: echo, whole lines, signals."""
        return termios.tcgetattr(self._master)

    def _modes_on(self) -> set[int]:
        """The modes of the screen that were switched on and not off again."""
        on: set[int] = set()
        for names, switch in _MODE.findall(self.output):
            for name in names.split(b";"):
                (on.add if switch == b"h" else on.discard)(int(name))
        return on
