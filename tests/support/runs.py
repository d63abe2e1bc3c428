"""Command lines run for hostile input: inside this process, or as a real process within limits."""

import gc
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from unittest.mock import patch

from smcheck.cli import main
from support.cli import environment, limits

CODES = {0, 1, 2}
"""What a command line may end with by itself; 130 is for those whom somebody interrupts."""
MOST_SECONDS = 10
PATIENCE = 6 * MOST_SECONDS
"""Seconds after which what has not ended waits for something that never comes."""
MOST_MEGABYTES = 200
EMPTY = 60
"""Megabytes that smcheck takes before it has read anything."""
ADDRESSES = 1024 * 1024 * 1024
"""Bytes of addresses that a process gets: so that one which wants endless memory ends soon."""


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str
    seconds: float
    """Of work, which another program that takes the machine does not add to."""
    megabytes: float = 0


def run(arguments: Sequence[str], typed: bytes = b"") -> Ran:
    """Run a command line inside this process; whatever is raised comes out here."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _stream in range(2))
    keyboard = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
    began = process_time()
    before = signal.signal(signal.SIGALRM, _ring)
    signal.alarm(PATIENCE)
    with (
        patch("sys.stdin", keyboard),
        patch("sys.stdout", out),
        patch("sys.stderr", err),
        measure_memory() as memory,
    ):
        try:
            code = main(list(arguments))
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)
    seconds = process_time() - began
    gc.unfreeze()  # the command line takes all that is there for the program's own
    return Ran(code, text_of(out), text_of(err), seconds, EMPTY + memory[0])


class Waiting(BaseException):
    """A command line that waits for something that never comes."""


def _ring(_number: int, _frame: object) -> None:
    raise Waiting


def text_of(stream: io.TextIOWrapper) -> str:
    """What was written to a stream of ours."""
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def check(ran: Ran, megabytes: float = MOST_MEGABYTES) -> None:
    """An exit code of ours, no traceback, in time and memory."""
    assert ran.code in CODES
    assert "Traceback" not in ran.err
    assert ran.seconds < MOST_SECONDS
    assert ran.megabytes < megabytes


@contextmanager
def measure_memory() -> Iterator[list[float]]:
    """Puts into the list how many megabytes this process took at most inside, beyond what it had before."""
    found: list[float] = []
    forget = Path("/proc/self/clear_refs")
    if forget.exists():
        forget.write_text("5", encoding="ascii")  # the peak is now what is taken now
    before = _status("VmRSS")
    yield found
    found.append(max(_status("VmHWM") - before, 0) / 1024)


def _status(name: str) -> int:
    """A line of what Linux says of this process, in kilobytes."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise KeyError(name)


def process(
    folder: Path,
    *arguments: str | bytes,
    stdin: bytes | int = b"",
    umask: int = -1,
    launch: Sequence[str] = (),
    program: Sequence[str] = ("-m", "smcheck"),
) -> Ran:
    """Run a command line as a process of its own, in ``folder``; ended where it takes too long.

    ``launch`` are limits as ``launch.py`` names them; ``program`` is what Python runs.
    """
    command = [*limits(launch), sys.executable, *program, *arguments]
    typed = stdin if isinstance(stdin, bytes) else None
    with subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _LIMITED, str(ADDRESSES), *command],
        stdin=subprocess.PIPE if isinstance(stdin, bytes) else stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment(folder),
        umask=umask,
    ) as child:
        try:
            out, err = child.communicate(typed, timeout=PATIENCE)
        except BaseException:
            child.kill()
            raise
    said, _mark, numbers = err.rpartition(b"\0")
    seconds, kilobytes = map(float, numbers.split())
    return Ran(
        child.returncode,
        out.decode("utf-8", "surrogateescape"),
        said.decode("utf-8", "surrogateescape"),
        seconds,
        kilobytes / 1024,
    )


# Starts the program and says at the end how long it worked, in seconds, and its most memory, in kilobytes.
_LIMITED = """
import os, resource, signal, subprocess, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
limit = int(sys.argv[1])
child = subprocess.Popen(
    sys.argv[2:],
    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
)
code = child.wait()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write("\\0%.3f %d" % (used.ru_utime + used.ru_stime, used.ru_maxrss))
sys.stderr.flush()
os._exit(code if code >= 0 else 128 - code)
"""


@contextmanager
def inside(folder: Path) -> Iterator[Path]:
    """This process runs in ``folder``, in the environment of a program under test; gives the store's file."""
    before = Path.cwd()
    store = folder / "sheets.db"
    os.chdir(folder)
    try:
        with patch.dict(os.environ, environment(folder), clear=True):
            yield store
    finally:
        os.chdir(before)
