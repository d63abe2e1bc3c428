"""How long programs take, until their end, a text or a repaint, and how much memory."""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 60.0
"""Seconds after which something is broken, not slow."""
_QUIET = 0.05
"""Seconds without output after which a repaint is over."""
_SETTLED = 0.5
"""Seconds without output after which a page is there, with all that it does of itself."""

# A child's peak begins with what its parent had, so that commands are run by a parent that is small.
_PARENT = """
import json, os, sys, time
stdin, out = os.open(sys.argv[1], os.O_RDONLY), os.open(os.devnull, os.O_WRONLY)
streams = [(os.POSIX_SPAWN_DUP2, file, stream) for stream, file in enumerate((stdin, out, out))]
start = time.perf_counter()
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, file_actions=streams)
_, status, used = os.wait4(child, 0)
print(json.dumps([time.perf_counter() - start, used.ru_maxrss, status]))
"""


@dataclass
class Sample:
    """Seconds, as often as they were measured, and the highest peak of memory in megabytes."""

    seconds: list[float] = field(default_factory=list)
    peak: float = 0.0

    def add(self, other: "Sample") -> None:
        """Take in what another round has measured."""
        self.seconds += other.seconds
        self.peak = max(self.peak, other.peak)


def until_ended(command: Sequence[str], environment: Mapping[str, str]) -> Sample:
    """How long a program takes from start to end; what it writes goes nowhere."""
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _PARENT, os.devnull, *command],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    seconds, kilobytes, status = json.loads(told.stdout)
    if status:
        raise RuntimeError(f"{' '.join(command)} failed")
    return Sample([seconds], kilobytes / 1024)


def until_on_screen(command: Sequence[str], environment: Mapping[str, str], text: str) -> Sample:
    """How long a program takes until it has written ``text`` to its terminal of 80 by 24."""
    start = time.perf_counter()
    with _terminal(command, environment) as (process, screen):
        _read_until(screen, text.encode())
        seconds = time.perf_counter() - start
        _drain(screen, _SETTLED)
        return Sample([seconds], _peak(process))


def from_key_to_repaint(
    command: Sequence[str],
    environment: Mapping[str, str],
    text: str,
    keys: Sequence[bytes],
    presses: int,
    first: Sequence[bytes] = (),
) -> Sample:
    """How long a program takes from each of ``presses`` key presses until it begins to repaint.

    It repaints in one piece. The keys ``first`` lead to where it is measured; the first presses, while
    things are seen for the first time, are left out.
    """
    warm_up = 2 * len(keys)
    taken = []
    with _terminal(command, environment) as (process, screen):
        _read_until(screen, text.encode())
        _drain(screen, _SETTLED)
        for key in first:
            os.write(screen, key)
            _drain(screen, _SETTLED)
        for number in range(presses + warm_up):
            start = time.perf_counter()
            os.write(screen, keys[number % len(keys)])
            if not _readable(screen, PATIENCE):
                raise RuntimeError("no repaint came")
            taken.append(time.perf_counter() - start)
            _drain(screen, _QUIET)
        return Sample(taken[warm_up:], _peak(process))


@contextmanager
def _terminal(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """A program in a pseudo-terminal: its number, and the file for its keys and its screen."""
    process, screen = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execvpe(command[0], list(command), dict(environment))
    try:
        yield process, screen
    finally:
        os.kill(process, signal.SIGKILL)
        os.close(screen)
        os.waitpid(process, 0)


def _peak(process: int) -> float:
    """The most memory that a running program has had, in megabytes; 0 where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _readable(screen: int, seconds: float) -> bool:
    return bool(select.select([screen], [], [], seconds)[0])


def _read_until(screen: int, text: bytes) -> None:
    seen = b""
    while text not in seen:
        if not _readable(screen, PATIENCE):
            raise RuntimeError(f"{text!r} did not come; seen {seen[-500:]!r}")
        seen += os.read(screen, 65536)


def _drain(screen: int, quiet: float) -> None:
    while _readable(screen, quiet):
        os.read(screen, 65536)
