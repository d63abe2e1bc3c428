"""Runs smcheck as a program: in which environment, under which limits, and with which outcome."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import smcheck

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = Path(smcheck.__file__).resolve().parent.parent
"""Where the smcheck under test is imported from: the repository, or where it is installed."""
EXAMPLE_FILE = ROOT / "questions" / "social-media" / "example.json"
LAUNCH = Path(__file__).with_name("launch.py")
TRACEBACK = "Traceback (most recent call last)"
_INHERITED = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT")


@dataclass(frozen=True)
class Outcome:
    """The exit code of a command line and what it wrote."""

    code: int
    out: str
    err: str


def environment(folder: Path, store: Path | None = None, **more: str) -> dict[str, str]:
    """The environment variables of a program under test: English, UTC, none of the caller's settings.

    Args:
        folder: its home; it touches nothing outside.
        store: where it keeps its sheets; ``sheets.db`` in ``folder`` without.
        more: further variables, or other values.
    """
    return {
        **{name: os.environ[name] for name in _INHERITED if name in os.environ},
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "SMCHECK_STORE": str(store or folder / "sheets.db"),
        "SMCHECK_SETTINGS": str(folder / "settings.toml"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": "UTC",
        "PYTHONPATH": str(PACKAGES),
        **more,
    }


def limits(launch: Sequence[str]) -> list[str]:
    """What comes before a command line to put it under limits, as ``launch.py`` names them."""
    return [sys.executable, "-I", "-S", str(LAUNCH), *launch, "--"] if launch else []


def command(*arguments: str, launch: Sequence[str] = (), instead: Sequence[str] = ()) -> list[str]:
    """The command line of smcheck, or of another program ``instead``, under the limits ``launch`` names."""
    return [*limits(launch), *(instead or (sys.executable, "-m", "smcheck", *arguments))]


def program(
    folder: Path,
    *arguments: str,
    store: Path | None = None,
    stdin: bytes = b"",
    launch: Sequence[str] = (),
    variables: dict[str, str] | None = None,
) -> Outcome:
    """Run smcheck in ``folder`` until it ends; what it writes must be UTF-8 and hold no traceback.

    Args:
        folder: where it runs, and its home.
        arguments: of the program.
        store: where it keeps its sheets; ``sheets.db`` in ``folder`` without.
        stdin: its standard input.
        launch: limits, as ``launch.py`` names them.
        variables: further environment variables.
    """
    done = subprocess.run(
        command(*arguments, launch=launch),
        input=stdin,
        capture_output=True,
        cwd=folder,
        env=environment(folder, store, **(variables or {})),
        timeout=120,
        check=False,
    )
    outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert TRACEBACK not in outcome.err, outcome.err
    return outcome
