"""Measure what people wait for, each next to the least that it could cost, in one run.

``.venv/bin/python benchmarks/run.py [ROUNDS]``; see README.md beside it.
"""

import compileall
import json
import os
import platform
import random
import sqlite3
import statistics
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from itertools import count
from pathlib import Path

from formats import LIBRARIES
from measure import Sample, from_key_to_repaint, until_ended, until_on_screen
from stores import fill

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PYTHON = sys.executable
SMCHECK = [PYTHON, "-m", "smcheck"]
EXAMPLE = ROOT / "questions" / "social-media" / "example.json"
QUESTION = "organised in your"
"""A part of the first question that is on one line at 80 columns; the floor asks the same."""
INVITATION = "what it is for"
RESULT = "Overview"
SHEETS = 10_000
STORED = (1_000, 100_000)
PRESSES = 20
DOWN, UP, SPACE = b"\x1b[B", b"\x1b[A", b" "

Measured = Callable[[], Sample]


@dataclass(frozen=True)
class Comparison:
    """Something to wait for and its floor, measured in turn."""

    name: str
    ours: Measured
    floor: Measured
    goal: float | None = None
    """The ratio of the medians that is not to be exceeded."""


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    compile_everything()
    print(machine())
    print(f"{rounds} rounds, ours and its floor in turn; milliseconds, peak of memory in MB\n")
    print(row("", "ours", "", "", "floor", "", "", "ratio", "", "goal", ""))
    print(row("", "best", "median", "MB", "best", "median", "MB", "best", "median", "", ""))
    with tempfile.TemporaryDirectory() as folder:
        for comparison in comparisons(Path(folder)):
            print(compared(comparison, rounds), flush=True)
        print(bulk(Path(folder), max(rounds // 3, 1)))


def environment() -> dict[str, str]:
    """English, byte code kept, nothing of the caller's wishes."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "SMCHECK", "LC_", "TEXTUAL"))
        and name not in {"COLUMNS", "LINES", "NO_COLOR", "COLORTERM"}
    }
    none = str(Path(os.devnull, "settings.toml"))  # whoever measures may have chosen a theme
    own = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "SMCHECK_SETTINGS": none}
    return {**kept, **own}


class Pages:
    """What there is to measure in the app and in its floor; every start of smcheck has a new store."""

    def __init__(self, folder: Path) -> None:
        self._stores = (folder / f"{number}.db" for number in count())
        self._variables = environment()

    def start(self, text: str, *arguments: str, store: Path | None = None) -> Measured:
        """From the start of smcheck until a text is on the screen."""
        return lambda: until_on_screen(self._command(arguments, store), self._variables, text)

    def floor(self, page: str, text: str, *, pydantic: bool = True) -> Measured:
        """From the start of the floor until a text is on the screen."""
        return lambda: until_on_screen(_floor(page, pydantic=pydantic), self._variables, text)

    def keys(
        self, text: str, *arguments: str, keys: tuple[bytes, ...], first: tuple[bytes, ...] = ()
    ) -> Measured:
        """From a key to its repaint in smcheck."""
        return lambda: from_key_to_repaint(
            self._command(arguments, None), self._variables, text, keys, PRESSES, first
        )

    def floor_keys(self, page: str, text: str, *keys: bytes) -> Measured:
        """From a key to its repaint in the floor."""
        return lambda: from_key_to_repaint(_floor(page, pydantic=True), self._variables, text, keys, PRESSES)

    def ended(self, *command: str) -> Measured:
        """From the start of a program to its end."""
        return lambda: until_ended(command, self._variables)

    def _command(self, arguments: tuple[str, ...], store: Path | None) -> list[str]:
        return [*SMCHECK, *arguments, "--store", str(store or next(self._stores))]


def _floor(page: str, *, pydantic: bool) -> list[str]:
    return [PYTHON, str(HERE / "floor.py"), page, *(["pydantic"] if pydantic else [])]


def comparisons(folder: Path) -> list[Comparison]:
    """What is measured, most important first."""
    pages = Pages(folder)
    stores = [folder / f"with-{number}.db" for number in STORED]
    for store, number in zip(stores, STORED, strict=True):
        fill(store, number)
    some, many = stores
    new = ("new", "Beispiel GmbH")
    score = (*SMCHECK, "score", str(EXAMPLE), "--format", "json")
    moved = pages.keys(QUESTION, *new, keys=(DOWN, UP))
    stored = pages.keys(QUESTION, *new, keys=(b"1",))
    toggled = pages.keys(RESULT, "example", keys=(SPACE,), first=(b"w",))
    marked = pages.floor_keys("question", QUESTION, SPACE)
    latest = f"Beispiel {STORED[1] - 2}"
    return [
        Comparison("first question", pages.start(QUESTION, *new), pages.floor("question", QUESTION), 1.25),
        Comparison(
            "first question, floor without pydantic",
            pages.start(QUESTION, *new),
            pages.floor("question", QUESTION, pydantic=False),
        ),
        Comparison("home without sheets", pages.start(INVITATION), pages.floor("home", INVITATION)),
        Comparison(
            f"home with {STORED[0]:,} sheets",
            pages.start(f"Beispiel {STORED[0] - 2}", store=some),
            pages.floor("list", "Beispiel 0"),
        ),
        Comparison(
            f"home with {STORED[1]:,} sheets",
            pages.start(latest, store=many),
            pages.floor("list", "Beispiel 0"),
        ),
        Comparison(
            f"home with {STORED[1]:,} sheets, floor: without",
            pages.start(latest, store=many),
            pages.start(INVITATION),
            1.2,
        ),
        Comparison("result", pages.start(RESULT, "example"), pages.floor("result", RESULT)),
        Comparison("key: cursor moves", moved, pages.floor_keys("question", QUESTION, DOWN, UP), 1.2),
        Comparison("key: what-if toggle", toggled, pages.floor_keys("whatif", RESULT, SPACE), 1.2),
        Comparison("key: answer stored, floor: and a commit", stored, with_commit(marked, folder), 1.2),
        Comparison("--version", pages.ended(*SMCHECK, "--version"), pages.ended(PYTHON, "-c", "pass"), 4),
        Comparison(
            "score of one sheet", pages.ended(*score), pages.ended(PYTHON, "-c", "import pydantic"), 2.5
        ),
        *(
            Comparison(
                f"report as {ending}",
                pages.ended(
                    *SMCHECK, "report", str(EXAMPLE), "--force", "-o", str(folder / f"report.{ending}")
                ),
                pages.ended(PYTHON, "-c", f"import pydantic, {libraries}"),
            )
            for ending, libraries in LIBRARIES.items()
        ),
    ]


def with_commit(keys: Measured, folder: Path) -> Measured:
    """A key and, in each of its times, the least that keeping an answer costs: one row, safe on the disk."""

    def measured() -> Sample:
        sample = keys()
        commit = statistics.median(commits(folder / "commits.db"))
        sample.seconds = [seconds + commit for seconds in sample.seconds]
        return sample

    return measured


def commits(path: Path) -> list[float]:
    """Seconds that each of several commits takes, as safe as smcheck's."""
    taken = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS entries (key TEXT, value TEXT)")
        for number in range(PRESSES):
            start = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO entries VALUES (?, 'yes')", (f"team.{number}",))
            connection.execute("COMMIT")
            taken.append(time.perf_counter() - start)
    return taken


def compared(comparison: Comparison, rounds: int) -> str:
    """The row of a comparison: ours and its floor in turn, so that a busy machine is busy for both."""
    ours, floor = Sample(), Sample()
    for _round in range(rounds):
        floor.add(comparison.floor())
        ours.add(comparison.ours())
    best = min(ours.seconds) / min(floor.seconds)
    median = statistics.median(ours.seconds) / statistics.median(floor.seconds)
    goal = comparison.goal
    return row(
        comparison.name,
        *cells(ours),
        *cells(floor),
        f"{best:.2f}",
        f"{median:.2f}",
        f"≤ {goal:g}" if goal else "",
        ("met" if median <= goal else "missed") if goal else "",
    )


def cells(sample: Sample) -> tuple[str, str, str]:
    """Best and median in milliseconds, and the peak of memory."""
    best, median = (1000 * seconds for seconds in (min(sample.seconds), statistics.median(sample.seconds)))
    return f"{best:.1f}", f"{median:.1f}", f"{sample.peak:.0f}"


def bulk(folder: Path, rounds: int) -> str:
    """The row of many sheets scored at once, start included: milliseconds for each."""
    file = folder / "sheets.jsonl"
    file.write_text("".join(json.dumps(sheet) + "\n" for sheet in sheets()), encoding="utf-8")
    sample = Sample()
    for _round in range(rounds):
        sample.add(until_ended([*SMCHECK, "score", str(file), "--format", "jsonl"], environment()))
    best, median = (
        1000 * seconds / SHEETS for seconds in (min(sample.seconds), statistics.median(sample.seconds))
    )
    goal = 2.0
    return row(
        f"score, one of {SHEETS:,} sheets",
        f"{best:.3f}",
        f"{median:.3f}",
        f"{sample.peak:.0f}",
        *[""] * 5,
        f"≤ {goal:g} ms",
        "met" if median <= goal else "missed",
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


def row(name: str, *texts: str) -> str:
    """A line of the table."""
    return f"{name:<44}" + "".join(f"{text:>8}" for text in texts)


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
