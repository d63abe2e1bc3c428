"""A store that is damaged, cut off, of another kind, or newer: a fault in one line, or it can be read."""

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest

from smcheck.sheet import Sheet, parse_sheet
from smcheck.store import Store
from support.builders import EXAMPLE, PACK
from support.cli import ROOT, environment, program
from support.damage import COMMANDS, PAGE, damage
from support.terminal import Terminal
from support.terminal_input import ENTER, F2, F10

SCRIPT = ROOT / "tests" / "support" / "damage.py"
DAMAGES = 20
"""Damaged stores of each round."""


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of many pages: 30 sheets, half of them with long notes, the first with a history."""
    path = tmp_path_factory.mktemp("stores") / "sheets.db"
    store = Store(path)
    for number in range(30):
        sheet = Sheet(
            PACK.id,
            id="first" if number == 0 else f"sheet{number}",
            organisation=f"Beispiel {number} GmbH",
            answers=parse_sheet(EXAMPLE, PACK).answers,
            notes=MappingProxyType({"team": "note " * 300} if number % 2 else {}),
        )
        store.create(PACK, sheet)
    store.see_result("first")
    for number in range(40):
        store.record("first", 10_000, [("answer", "daily", "team" if number % 2 else "nobody")], "A. B.")
    store.close()
    assert path.stat().st_size > 20 * PAGE
    return path


@pytest.mark.rounds(short=1, ci=3, long=100)
def test_a_damaged_page_never_gives_a_traceback(round_: int, chance: random.Random, filled: Path) -> None:
    """One page of noise, of zeros or of another place: every command ends with 0, or with 1 and why."""
    seed = str(chance.random())
    print(f"damage.py … {seed}")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(filled), seed, "0", str(DAMAGES)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=environment(filled.parent),
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == DAMAGES
    for line in found:
        assert line["raised"] == "", line
        assert len(COMMANDS) == len(line["codes"])
        assert set(line["codes"]) <= {0, 1}, line
        for code, said in zip(line["codes"], line["said"], strict=True):
            if code:
                assert "smcheck: " in said, line


@pytest.mark.rounds(short=1, ci=3, long=100)
def test_the_app_on_a_damaged_store(round_: int, chance: random.Random, filled: Path, tmp_path: Path) -> None:
    """Whatever page is damaged, every page of the app opens or says why not, and the app ends in order."""
    path = tmp_path / "sheets.db"
    damage(filled, path, str(chance.random()))
    with Terminal(tmp_path) as window:
        window.wait_for("F1 help")
        for keys in (ENTER, "1", ENTER, "r", "q", "r", "2", "q", "a", F2, "q", "d", "u", "n", F2, "1", "q"):
            window.press(keys)
            window.settle(0.05)
        window.press(F10)
        assert window.wait_end() == 0, window.text


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE sheets (id TEXT)")
    connection.close()


def _text(path: Path) -> None:
    path.write_text("no store\n" * 1000)


def _half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _header(path: Path) -> None:
    os.truncate(path, 100)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_newer, "written by a newer smcheck"),
        (_foreign, "a database, but not a store of smcheck"),
        (_text, "not a store of smcheck"),
        (_half, "damaged"),
        (_header, ""),
        (_folder, ""),
    ],
)
def test_a_store_that_is_none(filled: Path, tmp_path: Path, spoil: Callable[[Path], None], said: str) -> None:
    """Every command ends with 1 and names file and reason; the app says it too; nothing is changed."""
    path = tmp_path / "sheets.db"
    path.write_bytes(filled.read_bytes())
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    for command in (("list",), ("score", "first"), ("import", COMMANDS[4][1]), ("delete", "--yes", "first")):
        done = program(tmp_path, *command)
        assert (done.code, done.out) == (1, ""), done
        assert done.err.startswith(f"smcheck: {path}") or "first" in done.err, done.err
        assert done.err.count("\n") == 1
        assert said in done.err or spoil is _half
    with Terminal(tmp_path) as window:
        window.wait_for("F1 help")
        # Where its lines end depends on how long the file's name is.
        window.wait_until(lambda text: said in " ".join(text.split()))
        window.press("n", "Beispiel GmbH", ENTER)
        window.wait_for("Not stored:")
        window.press(F10)
        assert window.wait_end() == 0
    assert before == (path.read_bytes() if path.is_file() else None)


def test_an_empty_file_is_an_empty_store(tmp_path: Path) -> None:
    """A file of no bytes, as an interrupted start leaves it, becomes a store with the first answer."""
    path = tmp_path / "sheets.db"
    path.touch()
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        window.press("1")
        window.wait_for("1 [x]", "saved ")
    assert "result not seen" in program(tmp_path, "list").out
