"""How far a long command is, and how long it still takes: one line on standard error."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from time import monotonic

from smcheck.cli.streams import print_stderr
from smcheck.words.language import _, n_

_INTERVAL = 0.2
"""Seconds between two changes of the line."""
_SETTLED = 1.0
"""Seconds after which it can be said how long the rest takes."""


class Progress:
    """A line that is written over and over, on a terminal only; elsewhere nothing is written.

    Args:
        total: how many sheets there are.
        shown: whether they take long enough for a line.
        clock: gives seconds.
    """

    def __init__(self, total: int, *, shown: bool = True, clock: Callable[[], float] = monotonic) -> None:
        self._total = total
        self._clock = clock
        self._done = 0
        self._began = self._shown = clock()
        self._visible = False
        self._shows = shown and sys.stderr.isatty()
        self._shares = sys.stdout.isatty()

    def advance(self) -> None:
        """One sheet more is done."""
        self._done += 1
        now = self._clock()
        if self._shows and now - self._shown >= _INTERVAL:
            self._shown = now
            self._visible = True
            self._write(clip_line(self.line(now - self._began)))

    def line(self, elapsed: float) -> str:
        """What the line says after so many seconds."""
        total = max(self._total, self._done)
        text = _("{done} of {total} sheets").format(done=self._done, total=total)
        if elapsed < _SETTLED or not self._done:
            return text
        return f"{text} · {_time_left(elapsed / self._done * (total - self._done))}"

    def say(self, message: str) -> None:
        """A message of its own line on standard error."""
        self.clear()
        print_stderr(message)

    def make_room(self) -> None:
        """Before something is written to standard output, which may be the same terminal."""
        if self._shares:
            self.clear()

    def clear(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._visible:
            self._write("")
            self._visible = False

    def _write(self, text: str) -> None:
        with suppress(OSError):
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()


def clip_line(text: str) -> str:
    """The text, as long as the terminal is wide at most: a line that wraps cannot be written over."""
    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        width = 0
    return text[: (width or 80) - 1]


def _time_left(seconds: float) -> str:
    """So many seconds in words, rounded up."""
    if seconds > 90:
        minutes = ceil(seconds / 60)
        return n_("about {n} minute left", "about {n} minutes left", minutes).format(n=minutes)
    whole = max(1, ceil(seconds))
    return n_("about {n} second left", "about {n} seconds left", whole).format(n=whole)
