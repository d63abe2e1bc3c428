"""smcheck in a real terminal: whole sittings by keyboard, and terminals that are tiny, dumb or none."""

import subprocess
import sys
from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from smcheck.store import Store
from support.builders import PACK
from support.cli import environment, program
from support.terminal import Terminal
from support.terminal_input import DOWN, ENTER, F2, F10

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


# ── sittings ──────────────────────────────────────────────────────────────────────────────────


def test_a_whole_sitting_in_german(tmp_path: Path) -> None:
    """From the empty list over profile and questions to the result, at 80 by 24, by keyboard alone."""
    with Terminal(tmp_path, "--lang", "de") as terminal:
        terminal.wait_for("einen neuen Bogen beginnen", "0 Bögen")
        terminal.press("n")
        terminal.wait_for("Wer antwortet?")
        terminal.press("Beispiel GmbH", ENTER, "A. B.")
        terminal.wait_for("A. B.")
        terminal.press(F2)
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
            if number not in {2, 5}:  # there is one answer, which goes on by itself
                terminal.wait_for("1 [x]")
                terminal.press(ENTER)
        terminal.wait_for("Alles ist beantwortet.", "Ergebnis zeigen")
        terminal.press(ENTER)
        terminal.wait_for(
            "Vor den befragten Unternehmen beim Aufbau, dahinter bei den Abteilungen.", "TEILS, TEILS"
        )
        terminal.press("q")
        terminal.wait_for("Beispiel GmbH", "↕ teils, teils")
        terminal.press("q")
        assert (terminal.wait_end(), terminal.is_restored()) == (0, True)
    outcome = program(tmp_path, "--lang", "de", "list")
    assert "Beispiel GmbH · A. B." in outcome.out


def test_resumed_where_it_was_left(tmp_path: Path) -> None:
    """Left at the second question, the next start offers the sheet and goes on there, answers kept."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for(FIRST)
        terminal.press("1", ENTER)
        terminal.wait_for(SECOND)
        terminal.press(DOWN, DOWN, " ")
        terminal.wait_for("3 (•) Sales")
        terminal.press(F10)
        assert terminal.wait_end() == 0
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("Beispiel GmbH", "answering 2 of 7")
        terminal.press(ENTER)
        terminal.wait_for(SECOND, "2 of 7", "3 (•) Sales")


def test_the_example_stores_nothing(tmp_path: Path) -> None:
    """A result to look at, a way home, and not a file in the end."""
    with Terminal(tmp_path, "example") as terminal:
        terminal.wait_for("Beispiel GmbH", "example, not stored", "BELOW")
        terminal.press("w")
        terminal.wait_for("What if")
        terminal.press(" ", "q")
        terminal.wait_for("start a new sheet")
        terminal.press("q")
        assert (terminal.wait_end(), terminal.is_restored()) == (0, True)
    assert list(tmp_path.iterdir()) == []


# ── leaving, and sizes ────────────────────────────────────────────────────────────────────────


def test_leaving_before_the_first_answer_stores_nothing(tmp_path: Path) -> None:
    """Nothing was answered, so there is nothing to keep."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for(FIRST)
        terminal.press(F10)
        assert terminal.wait_end() == 0
    assert not (tmp_path / "sheets.db").exists()


@pytest.mark.parametrize(("width", "height"), [(1, 1), (20, 6), (300, 100)])
def test_started_at_any_size(tmp_path: Path, width: int, height: int) -> None:
    """It starts, takes an answer and leaves, however small or large the window is."""
    with Terminal(tmp_path, "new", size=(width, height)) as terminal:
        terminal.press("1", F10)  # at a single cell no text tells that the question is there: it need not
        assert (terminal.wait_end(), terminal.is_restored()) == (0, True)
    assert list(answers_in(tmp_path)) == ["team.dedicated"]


# ── where it cannot draw ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("arguments", [(), ("new",), ("ask",)], ids=" ".join)
def test_a_terminal_that_can_do_little(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """With TERM=dumb the questions come line by line, without a single control sequence."""
    with Terminal(tmp_path, *arguments, variables={"TERM": "dumb"}) as terminal:
        terminal.wait_for("One question at a time")
        terminal.press(*[ENTER] * 6)
        terminal.wait_for("Question 1 of 7")
        terminal.press("1 3", ENTER)
        terminal.wait_for("Question 2 of 7")
        terminal.press("q", ENTER)
        assert terminal.wait_end() == 0
    assert b"\x1b" not in terminal.output
    assert answers_in(tmp_path)["team.ad_hoc"] == "yes"


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
        assert "\x1b[1;4m[red]Beispiel GmbH[/]" in terminal.output.decode()
    assert program(tmp_path, "score", id_).out.splitlines()[0] == "[red]Beispiel GmbH[/]"


def test_deleting_asks_in_a_terminal(tmp_path: Path) -> None:
    """``delete`` asks, and takes no for an answer."""
    store = Store(tmp_path / "sheets.db")
    id_ = store.create(PACK, Sheet(PACK.id, organisation="Beispiel GmbH"))
    store.close()
    with Terminal(tmp_path, "delete", id_) as terminal:
        terminal.wait_for("Delete this sheet for good? [y/N]")
        terminal.press("n", ENTER)
        assert terminal.wait_end() == 1
    with Terminal(tmp_path, "delete", id_) as terminal:
        terminal.wait_for("Delete this sheet for good? [y/N]")
        terminal.press("y", ENTER)
        assert terminal.wait_end() == 0
    assert program(tmp_path, "list").out == ""
