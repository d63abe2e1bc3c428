"""``smcheck completion``: the scripts that were written while the wheel was built."""

import argparse
import sys
from pathlib import Path

from smcheck.words.fault import Fault
from smcheck.words.language import _, language

_FOLDER = Path(__file__).resolve().parent.parent / "completions"


def run(options: argparse.Namespace) -> int:
    """Print the script of a shell."""
    file = _FOLDER / f"{language()}.{options.shell}"
    if not file.exists():
        raise Fault(_("made while smcheck is installed, and not there"), file=str(file))
    sys.stdout.write(file.read_text(encoding="utf-8"))
    return 0
