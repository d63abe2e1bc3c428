"""smcheck in a real terminal: sittings by keyboard, ways to leave, kills, sizes, and where it cannot draw."""

import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from smcheck.store import Store
from support.builders import PACK
from support.cli import environment, program
from support.terminal import Terminal

FIRST = "How is social media organised"
SECOND = "Who answers comments and"


def answers_in(folder: Path) -> dict[str, str]:
    """The answers of the one stored sheet; none where nothing is stored."""
    store = Store(folder / "sheets.db")
    entries = store.list_sheets()
    found = dict(store.load(entries[0].id, PACK).sheet.answers) if entries else {}
    store.close()
    assert len(entries) < 2
    return found


def begun(folder: Path) -> Terminal:
    """A sitting at its first question."""
    terminal = Terminal(folder, "new", "Beispiel GmbH")
    terminal.wait_for(FIRST)
    return terminal


# ── sittings ──────────────────────────────────────────────────────────────────────────────────


def test_a_whole_sitting_in_german(tmp_path: Path) -> None:
    """From the empty list over profile and questions to the result, at 80 by 24, by keyboard alone."""
    with Terminal(tmp_path, "--lang", "de") as terminal:
        terminal.wait_for("einen neuen Bogen beginnen", "0 Bögen")
        terminal.press("n")
        terminal.wait_for("Wer antwortet?")
        terminal.press("Beispiel GmbH", "Enter", "A. B.")
        terminal.wait_for("A. B.")
        terminal.press("F2")
        questions = [
            "organisiert",
            "im Alltag",
            "aktiv an",
            "Welche Ziele",
            "Zielwert",
            "Vor welchen",
            "zuständige",
        ]
        for number, text in enumerate(questions, 1):
            terminal.wait_for(text, f"{number} von ")
            terminal.press("1")
            terminal.wait_for("1 [x]")
            terminal.press("Enter")
        terminal.wait_for("Alles ist beantwortet.", "Ergebnis zeigen")
        terminal.press("Enter")
        terminal.wait_for("BENCHMARK", "44", "PASSUNG", "50", "ZURÜCK", "DAZUHOLEN")
        terminal.press("q")
        terminal.wait_for("Beispiel GmbH", "27/27", "ZURÜCK")
        terminal.press("q")
        assert (terminal.wait_end(), terminal.restored) == (0, True)
    outcome = program(tmp_path, "--lang", "de", "list")
    assert "Beispiel GmbH · A. B." in outcome.out


def test_resumed_where_it_was_left(tmp_path: Path) -> None:
    """Left at the second question, the next start offers the sheet and goes on there, answers kept."""
    with begun(tmp_path) as terminal:
        terminal.press("1", "Enter")
        terminal.wait_for(SECOND)
        terminal.press("3")
        terminal.wait_for("3 [x] Sales")
        terminal.press("F10")
        assert terminal.wait_end() == 0
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("Beispiel GmbH", "7/")
        terminal.press("Enter")
        terminal.wait_for(SECOND, "2 of 7", "3 [x] Sales")


def test_the_example_stores_nothing(tmp_path: Path) -> None:
    """A result to look at, a way home, and not a file in the end."""
    with Terminal(tmp_path, "example") as terminal:
        terminal.wait_for("Beispiel GmbH", "example, not stored", "BENCHMARK")
        terminal.press("w")
        terminal.wait_for("What if")
        terminal.press("Space", "q")
        terminal.wait_for("start a new sheet")
        terminal.press("q")
        assert (terminal.wait_end(), terminal.restored) == (0, True)
    assert list(tmp_path.iterdir()) == []


# ── ways to leave ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("leave", "code"),
    [("F10", 0), ("Ctrl-C", 130), (signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=str,
)
def test_leaving_at_once(tmp_path: Path, leave: str | signal.Signals, code: int) -> None:
    """By key or by signal: the answer is stored, the terminal is as it was, the exit code tells why."""
    with begun(tmp_path) as terminal:
        terminal.press("2")
        terminal.wait_for("2 [x]")
        if isinstance(leave, str):
            terminal.press(leave)
        else:
            terminal.signal(leave)
        assert (terminal.wait_end(), terminal.restored) == (code, True)
    assert answers_in(tmp_path) == {"team.cross_departmental": "yes"}
    assert b"Traceback" not in terminal.raw


def test_leaving_before_the_first_answer_stores_nothing(tmp_path: Path) -> None:
    """Nothing was answered, so there is nothing to keep."""
    with begun(tmp_path) as terminal:
        terminal.press("F10")
        assert terminal.wait_end() == 0
    assert not (tmp_path / "sheets.db").exists()


def test_the_terminal_vanishes(tmp_path: Path) -> None:
    """A window that is closed ends the program, and what was answered is stored."""
    terminal = begun(tmp_path)
    terminal.press("2")
    terminal.wait_for("2 [x]")
    terminal.hang_up()
    assert answers_in(tmp_path) == {"team.cross_departmental": "yes"}


def test_killed_at_any_moment(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """What was on the screen as given is stored after ``kill -9``, and the next start goes on with it."""
    for turn in range(100 if request.config.getoption("--long") else 3):
        folder = tmp_path / str(turn)
        folder.mkdir()
        with begun(folder) as terminal:
            end = time.monotonic() + random.uniform(0.05, 1.0)  # noqa: S311 - a moment, not a secret
            keys = iter(["1", "3", "5", "Enter", "2", "Enter", *["1", "2", "?"] * 99])
            while time.monotonic() < end:
                terminal.press(next(keys))
                terminal.read(0.05)
            terminal.signal(signal.SIGKILL)
            terminal.wait_end()
            shown = terminal.text
        stored = answers_in(folder)
        if FIRST in shown:  # items by number; on the other questions the rows depend on the answers
            items = [item.id for item in PACK.question_by_id["team"].items]
            given = [items[int(number) - 1] for number in re.findall(r"([1-6]) \[x\]", shown)]
            assert [item for item in given if stored.get(f"team.{item}") != "yes"] == []
        if not stored:
            continue
        with Terminal(folder) as terminal:
            terminal.wait_for("Beispiel GmbH", f"{len(stored)}/")
            terminal.press("Enter")
            terminal.wait_for(" of 7")
            terminal.press("F10")
            assert (terminal.wait_end(), terminal.restored) == (0, True)
        assert answers_in(folder) == stored


# ── sizes ─────────────────────────────────────────────────────────────────────────────────────


def test_sizes(tmp_path: Path) -> None:
    """Smaller and smaller down to a single cell and back, in the middle of a sitting."""
    with begun(tmp_path) as terminal:
        terminal.press("1")
        terminal.wait_for("1 [x]")
        terminal.resize(40, 12)
        terminal.wait_for("1 [x]", "organised")
        terminal.press("2")
        terminal.wait_for("2 [x]")
        terminal.resize(1, 1)
        terminal.read(0.3)
        terminal.press("3")  # nobody sees it, and it is an answer all the same
        terminal.read(0.3)
        terminal.resize(80, 24)
        terminal.wait_for(FIRST, "1 [x]", "2 [x]", "3 [x]", "F1 help")
        terminal.press("F10")
        assert (terminal.wait_end(), terminal.restored) == (0, True)
    assert set(answers_in(tmp_path).values()) == {"yes"}


@pytest.mark.parametrize(("width", "height"), [(1, 1), (20, 6), (300, 100)])
def test_started_at_any_size(tmp_path: Path, width: int, height: int) -> None:
    """It starts, takes an answer and leaves, however small or large the window is."""
    with Terminal(tmp_path, "new", width=width, height=height) as terminal:
        terminal.wait_quiet()  # at a single cell no text tells that the question is there
        terminal.press("1")
        terminal.wait_quiet()
        terminal.press("F10")
        assert (terminal.wait_end(), terminal.restored) == (0, True)
    assert list(answers_in(tmp_path)) == ["team.dedicated"]


# ── where it cannot draw ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("arguments", [(), ("new",), ("ask",)], ids=" ".join)
def test_a_terminal_that_can_do_little(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """With TERM=dumb the questions come line by line, without a single control sequence."""
    with Terminal(tmp_path, *arguments, term="dumb") as terminal:
        terminal.wait_for("One question at a time")
        terminal.press(*["Enter"] * 6)
        terminal.wait_for("Question 1 of 7")
        terminal.press("1 3", "Enter")
        terminal.wait_for("Question 2 of 7")
        terminal.press("q", "Enter")
        assert terminal.wait_end() == 0
    assert b"\x1b" not in terminal.raw
    assert answers_in(tmp_path)["team.ad_hoc"] == "yes"


def test_interrupted_in_line_mode(tmp_path: Path) -> None:
    """Ctrl-C between two lines: exit code 130, and how to go on."""
    with Terminal(tmp_path, "ask", term="dumb") as terminal:
        terminal.wait_for("One question at a time")
        terminal.press(*["Enter"] * 6)
        terminal.wait_for("Question 1 of 7")
        terminal.press("1", "Enter")
        terminal.wait_for("Question 2 of 7")
        terminal.press("Ctrl-C")
        assert terminal.wait_end() == 130
    assert "Everything is stored." in terminal.raw.decode()
    assert answers_in(tmp_path)["team.dedicated"] == "yes"


def test_output_that_is_no_terminal(tmp_path: Path) -> None:
    """Into a pipe the questions come line by line too, though the keyboard is a terminal."""
    script = (
        "import os, pty, subprocess, sys\n"
        "ours, theirs = pty.openpty()\n"
        "os.write(ours, b'q\\n')\n"
        "done = subprocess.run([sys.executable, '-m', 'smcheck', 'new'], stdin=theirs, capture_output=True)\n"
        "sys.stdout.buffer.write(done.stdout); sys.stderr.buffer.write(done.stderr)\n"
        "raise SystemExit(done.returncode)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(tmp_path, TERM="xterm-256color"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout[:22]) == (0, "", "One question at a time")
    assert "\x1b" not in done.stdout


def test_a_result_in_a_terminal(tmp_path: Path) -> None:
    """In a terminal the headings of ``score`` stand out; under NO_COLOR the text is plain."""
    store = Store(tmp_path / "sheets.db")
    id_ = store.create(PACK, Sheet(PACK.id, organisation="[red]Beispiel GmbH[/]"))
    store.close()
    with Terminal(tmp_path, "score", id_) as terminal:
        assert terminal.wait_end() == 0
        assert "\x1b[1;4m[red]Beispiel GmbH[/]" in terminal.raw.decode()
    assert program(tmp_path, "score", id_).out.splitlines()[0] == "[red]Beispiel GmbH[/]"


def test_deleting_asks_in_a_terminal(tmp_path: Path) -> None:
    """``delete`` asks, and takes no for an answer."""
    store = Store(tmp_path / "sheets.db")
    id_ = store.create(PACK, Sheet(PACK.id, organisation="Beispiel GmbH"))
    store.close()
    with Terminal(tmp_path, "delete", id_) as terminal:
        terminal.wait_for("Delete this sheet for good? [y/N]")
        terminal.press("n", "Enter")
        assert terminal.wait_end() == 1
    with Terminal(tmp_path, "delete", id_) as terminal:
        terminal.wait_for("Delete this sheet for good? [y/N]")
        terminal.press("y", "Enter")
        assert terminal.wait_end() == 0
    assert program(tmp_path, "list").out == ""
