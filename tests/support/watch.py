"""What a watched program did."""

import json
from pathlib import Path

from support.cli import ROOT

WATCHED = str(ROOT / "tests" / "support" / "watched.py")
"""A program that runs smcheck and writes down what it does; says so itself."""


def events(log: Path) -> list[list[str]]:
    """What was written down, oldest first: what was done and to what."""
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
