"""Measure what people wait for, each next to the least that it could cost, in one run.

``.venv/bin/python benchmarks/run.py [ROUNDS]``; see README.md beside it.
"""

import compileall
import json
import os
import platform
import random
import statistics
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]

from floor import QUESTION  # noqa: E402 - found through the line above
from measure import from_key_to_repaint, until_ended, until_on_screen  # noqa: E402

PYTHON = sys.executable
SMCHECK = [PYTHON, "-m", "smcheck"]
FLOOR = [PYTHON, str(HERE / "floor.py")]
EXAMPLE = ROOT / "questions" / "social-media" / "example.json"
FIRST = "organised in your"
"""A part of the first question that is on one line at 80 columns."""
SHEETS = 10_000
PRESSES = 30
DOWN, UP = b"\x1b[B", b"\x1b[A"


@dataclass(frozen=True)
class Comparison:
    """Something to wait for, and its floor; both give seconds, one or several a round."""

    name: str
    ours: Callable[[], list[float]]
    floor: Callable[[], list[float]]
    goal: float
    """The ratio of the medians that is not to be exceeded."""


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    compile_everything()
    print(machine())
    print(f"best and median of {rounds} rounds, ours and its floor in turn; {PRESSES} presses a round\n")
    print(row("", "ours", "", "floor", "", "ratio", "", "goal", ""))
    print(row("milliseconds", "best", "median", "best", "median", "best", "median", "", ""))
    with tempfile.TemporaryDirectory() as folder:
        for comparison in comparisons(Path(folder)):
            print(measured(comparison, rounds), flush=True)
        print(bulk(Path(folder), max(rounds // 3, 1)))


def environment(folder: Path) -> dict[str, str]:
    """English, a store of its own, byte code kept, nothing of the caller's wishes."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SMCHECK", "LC_"))
    }
    return {
        **kept,
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        "SMCHECK_STORE": str(folder / "sheets.db"),
    }


def comparisons(folder: Path) -> list[Comparison]:
    """What is measured, most important first."""
    variables = environment(folder)
    new = [*SMCHECK, "new", "Beispiel GmbH"]

    def ended(*command: str) -> Callable[[], list[float]]:
        return lambda: [until_ended(command, variables)]

    def keys(command: list[str], text: str, *pressed: bytes) -> Callable[[], list[float]]:
        return lambda: from_key_to_repaint(command, variables, text, pressed, PRESSES)

    return [
        Comparison(
            "first question on screen",
            lambda: [until_on_screen(new, variables, FIRST)],
            lambda: [until_on_screen(FLOOR, variables, QUESTION)],
            1.25,
        ),
        Comparison("smcheck --version", ended(*SMCHECK, "--version"), ended(PYTHON, "-c", "pass"), 4),
        Comparison(
            "score of one sheet, JSON",
            ended(*SMCHECK, "score", str(EXAMPLE), "--format", "json"),
            ended(PYTHON, "-c", "import pydantic"),
            2.5,
        ),
        Comparison("key: cursor moves", keys(new, FIRST, DOWN, UP), keys(FLOOR, QUESTION, DOWN, UP), 1.2),
        Comparison("key: answer stored, shown", keys(new, FIRST, b"1"), keys(FLOOR, QUESTION, DOWN, UP), 1.2),
    ]


def measured(comparison: Comparison, rounds: int) -> str:
    """The row of a comparison: ours and its floor in turn, so that a busy machine is busy for both."""
    ours: list[float] = []
    floor: list[float] = []
    for _round in range(rounds):
        floor += comparison.floor()
        ours += comparison.ours()
    best = min(ours) / min(floor)
    median = statistics.median(ours) / statistics.median(floor)
    return row(
        comparison.name,
        *(f"{1000 * seconds:.1f}" for seconds in (min(ours), statistics.median(ours))),
        *(f"{1000 * seconds:.1f}" for seconds in (min(floor), statistics.median(floor))),
        f"{best:.2f}",
        f"{median:.2f}",
        f"≤ {comparison.goal:g}",
        "met" if median <= comparison.goal else "missed",
    )


def bulk(folder: Path, rounds: int) -> str:
    """The row of many sheets scored at once, start included: milliseconds for each."""
    file = folder / "sheets.jsonl"
    file.write_text("".join(json.dumps(sheet) + "\n" for sheet in sheets()), encoding="utf-8")
    command = [*SMCHECK, "score", str(file), "--format", "jsonl"]
    taken = [until_ended(command, environment(folder)) / SHEETS for _round in range(rounds)]
    best, median = (1000 * seconds for seconds in (min(taken), statistics.median(taken)))
    name = f"one of {SHEETS:,} sheets, JSONL"
    return row(
        name, f"{best:.3f}", f"{median:.3f}", "", "", "", "", "≤ 1 ms", "met" if median <= 1 else "missed"
    )


def sheets() -> list[dict[str, object]]:
    """Sheets with other answers each, the same ones in every run."""
    chance = random.Random(1)  # noqa: S311 - the same in every run is what is wanted
    example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    made = []
    for number in range(SHEETS):
        answers = {
            question: {item: chance.choice(["yes", "no", "unknown"]) for item in given}
            if isinstance(given, dict)
            else given
            for question, given in example["answers"].items()
        }
        made.append({**example, "organisation": f"Beispiel {number} GmbH", "answers": answers})
    return made


def row(name: str, *cells: str) -> str:
    """A line of the table."""
    return f"{name:<30}" + "".join(f"{cell:>9}" for cell in cells)


def compile_everything() -> None:
    """Write all byte code first: who measures the first start measures the compiler."""
    for folder in (ROOT / "smcheck", HERE, Path(sysconfig.get_path("purelib"))):
        compileall.compile_dir(folder, quiet=2)


def machine() -> str:
    """What it was measured with; no names."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("textual", "rich", "pydantic"))
    return (
        f"Python {platform.python_version()}, {packages}; {platform.system()} {platform.machine()},"
        f" {os.cpu_count()} cores"
    )


if __name__ == "__main__":
    main()
