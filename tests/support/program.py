"""Runs the real program: how it is started, in which surroundings, and what became of its store."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from smcheck.store import Store
from support.cli import PACKAGES

LAUNCH = Path(__file__).with_name("launch.py")
TRACEBACK = "Traceback (most recent call last)"


def surroundings(store: Path, **more: str) -> dict[str, str]:
    """The environment of a program that keeps its sheets in ``store``: English, nothing of our own."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(store.parent),
        "PYTHONPATH": str(PACKAGES),
        "LANG": "C.UTF-8",
        "SMCHECK_LANG": "en",
        "SMCHECK_STORE": str(store),
        "TERM": "xterm-256color",
        "TZ": "UTC",
        "PYTHONFAULTHANDLER": "1",
        **more,
    }


def command(*arguments: str, launch: Sequence[str] = (), instead: Sequence[str] = ()) -> list[str]:
    """The command line of the program, or of another ``instead``, under the limits that ``launch`` names."""
    program = [*instead] or [sys.executable, "-m", "smcheck", *arguments]
    return [sys.executable, "-I", "-S", str(LAUNCH), *launch, "--", *program] if launch else program


def run(
    *arguments: str, store: Path, given: str = "", launch: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run the program without a terminal until it ends, ``given`` on its standard input."""
    done = subprocess.run(
        command(*arguments, launch=launch),
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env=surroundings(store),
    )
    assert TRACEBACK not in done.stderr, done.stderr
    return done


@contextmanager
def reading(path: Path) -> Iterator[Store]:
    """The store as another process sees it."""
    store = Store(path)
    try:
        yield store
    finally:
        store.close()


def assert_whole(path: Path) -> None:
    """SQLite finds nothing wrong with the file."""
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()
