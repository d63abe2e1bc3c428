"""Starts another process at the same store, and talks to it."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from support.cli import environment

SCRIPT = Path(__file__).with_name("recorder.py")


class Neighbour:
    """A process of ``recorder.py``; leaving the context ends it."""

    def __init__(self, file: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(file.parent),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def tell(self, line: str) -> None:
        """Give it a line, and do not wait."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        """What it says next."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line.endswith("\n"), f"it ended after {line!r}"
        return line.rstrip("\n")

    def kill(self) -> list[str]:
        """End it at once, as ``kill -9`` does; gives the whole lines that nobody had heard yet."""
        assert self.process.stdout is not None
        self.process.kill()
        return self.process.stdout.read().split("\n")[:-1]
