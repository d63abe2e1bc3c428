"""The command line as tests run it: inside this process, or as people do."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import smcheck

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = Path(smcheck.__file__).resolve().parent.parent
"""Where the smcheck under test is imported from: the repository, or where it is installed."""
EXAMPLE_FILE = ROOT / "questions" / "social-media" / "example.json"


@dataclass(frozen=True)
class Outcome:
    """What a command line came to."""

    code: int
    out: str
    err: str


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Variables for a program that touches nothing outside ``folder`` and finds no wishes from outside."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SMCHECK", "LC_", "LANG", "XDG_", "PYTHON", "COV", "PYTEST"))
        and name not in {"NO_COLOR", "COLUMNS", "LINES"}
    }
    return {
        **kept,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "SMCHECK_STORE": str(folder / "sheets.db"),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONPATH": str(PACKAGES),
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
        **more,
    }


def program(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    variables: Mapping[str, str] | None = None,
) -> Outcome:
    """Run ``python -m smcheck`` in ``folder``; what it says must be UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "smcheck", *arguments],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env=environment(folder, **(variables or {})),
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
