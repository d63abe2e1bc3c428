"""How long programs take: until they end, until a text is on the screen, from a key to its repaint."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30.0
"""Seconds after which something is broken, not slow."""
_QUIET = 0.06
"""Seconds without output after which a repaint is over."""


def until_ended(command: Sequence[str], environment: Mapping[str, str], stdin: Path | None = None) -> float:
    """Seconds that a program takes from start to end; what it writes goes nowhere."""
    with (stdin or Path(os.devnull)).open("rb") as given:
        start = time.perf_counter()
        subprocess.run(command, env=environment, stdin=given, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start


def until_on_screen(command: Sequence[str], environment: Mapping[str, str], text: str) -> float:
    """Seconds from the start of a program until it has written ``text`` to its terminal of 80 by 24."""
    start = time.perf_counter()
    with _terminal(command, environment) as screen:
        _read_until(screen, text.encode())
        return time.perf_counter() - start


def from_key_to_repaint(
    command: Sequence[str], environment: Mapping[str, str], text: str, keys: Sequence[bytes], presses: int
) -> list[float]:
    """Seconds from each of ``presses`` key presses until the program begins to repaint.

    The first ones, while things are seen for the first time, are left out.
    """
    warm_up = 2 * len(keys)
    taken = []
    with _terminal(command, environment) as screen:
        _read_until(screen, text.encode())
        _drain(screen, 0.5)
        for number in range(presses + warm_up):
            start = time.perf_counter()
            os.write(screen, keys[number % len(keys)])
            if not _readable(screen, PATIENCE):
                raise RuntimeError("no repaint came")
            taken.append(time.perf_counter() - start)
            _drain(screen, _QUIET)
    return taken[warm_up:]


@contextmanager
def _terminal(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[int]:
    """A program in a pseudo-terminal: the file to write keys to and to read the screen from."""
    process, screen = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execvpe(command[0], list(command), dict(environment))
    try:
        yield screen
    finally:
        os.kill(process, signal.SIGKILL)
        os.close(screen)
        os.waitpid(process, 0)


def _readable(screen: int, seconds: float) -> bool:
    return bool(select.select([screen], [], [], seconds)[0])


def _read_until(screen: int, text: bytes) -> None:
    seen = b""
    while text not in seen:
        if not _readable(screen, PATIENCE):
            raise RuntimeError(f"{text!r} did not come")
        seen += os.read(screen, 65536)


def _drain(screen: int, quiet: float) -> None:
    while _readable(screen, quiet):
        os.read(screen, 65536)
