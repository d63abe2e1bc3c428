"""A program on a pseudo-terminal, watched by its bytes: when a text appears, when a key is answered."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_PATIENCE = 30.0


class Terminal:
    """A program on a terminal of 80×24."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self._started = time.perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.execvpe(command[0], list(command), dict(environ))
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def wait_for(self, text: str) -> float:
        """Seconds from the start until the text was written."""
        wanted, seen = text.encode(), b""
        while wanted not in seen:
            seen += self._read(_PATIENCE)
        return time.perf_counter() - self._started

    def settle(self) -> None:
        """Read until nothing more comes."""
        while self._readable(0.3):
            self._read(0)

    def press(self, key: bytes) -> float:
        """Seconds from a key until the first byte that answers it."""
        start = time.perf_counter()
        os.write(self._file, key)
        self._read(_PATIENCE)
        answered = time.perf_counter() - start
        while self._readable(0.02):
            self._read(0)
        return answered

    def end(self) -> int:
        """End the program; gives its peak memory in KiB, or 0 where the system does not tell."""
        memory = _peak(self._pid)
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
        os.close(self._file)
        return memory

    def _readable(self, seconds: float) -> bool:
        return bool(select.select([self._file], [], [], seconds)[0])

    def _read(self, seconds: float) -> bytes:
        if seconds and not self._readable(seconds):
            raise TimeoutError("the program does not answer")
        return os.read(self._file, 1 << 16)


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def run(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """Seconds that a command takes; its output is thrown away."""
    start = time.perf_counter()
    subprocess.run(command, env=dict(environ), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def peak_of(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """The peak memory of a command in KiB, measured by a small parent, as a child begins with its parent's."""
    parent = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        " print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-S", "-c", parent, *command], env=dict(environ), stdout=subprocess.PIPE, check=True
    )
    return int(told.stdout)
