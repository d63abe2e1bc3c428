"""The terminal changes its size, or goes and comes back elsewhere: the sitting goes on."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from support.cli import EXAMPLE_FILE, command, environment, program
from support.mirror import states_in
from support.terminal import Terminal
from support.terminal_input import ENTER, F2, F10

SIZES = ((60, 20), (40, 12), (20, 5), (10, 2), (3, 3), (2, 1), (1, 1), (1, 24), (80, 1), (200, 60))
FEW = ((40, 12), (10, 2), (1, 1))


def through_sizes(window: Terminal, sizes: tuple[tuple[int, int], ...]) -> None:
    """Make the window all sizes and 80 by 24 again; it must look as before."""
    before = window.settle(0.4)
    for columns, rows in sizes:
        window.resize(columns, rows)
        window.settle(0.03)
        assert window.process.poll() is None, window.output[-3000:]
    window.resize(80, 24)
    window.wait_until(lambda text: text == before)


def test_every_page_at_every_size(tmp_path: Path, request: pytest.FixtureRequest, whole: bool) -> None:
    """Each page survives one column by one row, and at 80 by 24 looks as it did before."""
    sizes = SIZES if request.config.getoption("long") else FEW if whole else FEW[1:2]
    program(tmp_path, "import", str(EXAMPLE_FILE))
    with Terminal(tmp_path) as window:
        window.wait_for("Beispiel GmbH", "State")
        through_sizes(window, sizes)
        for keys, shown in (
            ("a", "Answers"),
            ("p", "Profile"),
            (F2, "Answers"),
            ("\x1b[H" + ENTER, "1 [ ]"),
            ("n", "Esc keep"),
            ("\x1b", "1–9 mark"),
            ("r", "Answers"),
            (F2, "Do next"),
            ("2", "surveyed"),
            ("4", "customer support"),
            ("5", "Space switch"),
            ("\x1bOP", "Help"),
        ):
            window.press(keys)
            window.wait_for(shown)
            through_sizes(window, sizes)
        window.press("\x1b")
        window.settle()
        window.press(F10)
        assert window.wait_end() == 0


def test_answers_given_at_any_size(tmp_path: Path) -> None:
    """Even where next to nothing can be seen, keys do what they do, and the answers are stored."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        for key, (columns, rows) in zip("123456", SIZES[2:8], strict=True):
            window.resize(columns, rows)
            window.press(key)
        window.press(ENTER)
        window.resize(80, 24)
        window.wait_for("Who answers")
        window.press(F10)
        assert window.wait_end() == 0
    (state,) = states_in(path).values()
    assert list(state.answers.values()) == ["yes"] * 6


def test_resized_while_it_starts(tmp_path: Path) -> None:
    """New sizes before the first page is there do no harm."""
    with Terminal(tmp_path, "new", size=(1, 1)) as window:
        end = monotonic() + 0.7
        while monotonic() < end:
            for columns, rows in SIZES:
                window.resize(columns, rows)
                sleep(0.01)
        window.resize(80, 24)
        window.wait_for("How is social media")
        window.press(F10)
        assert window.wait_end() == 0


# ── tmux ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def server(tmp_path: Path) -> Iterator[list[str]]:
    """The command of a tmux server of its own, without anybody's settings."""
    start = ["tmux", "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    yield start
    subprocess.run([*start, "kill-server"], check=False, capture_output=True)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="the package tmux is not installed")
def test_detached_and_attached_at_another_size(tmp_path: Path, server: list[str]) -> None:
    """A sitting in tmux goes on while nobody is attached, and fills a terminal of another size."""
    path = tmp_path / "sheets.db"
    # The server hands its own environment on to what runs in it.
    variables = environment(tmp_path)
    start = [*server, "new-session", "-d", "-x", "80", "-y", "24", *command("new", "Beispiel GmbH")]
    subprocess.run(start, env=variables, check=True)

    def keys(*pressed: str) -> None:
        subprocess.run([*server, "send-keys", *pressed], env=variables, check=True)

    def stored(wanted: set[str]) -> bool:
        end = monotonic() + 60
        while monotonic() < end:
            if any(wanted <= set(state.answers) for state in states_in(path).values()):
                return True
            sleep(0.05)
        return False

    with Terminal(tmp_path, instead=[*server, "attach"]) as window:
        window.wait_for("1 [ ]")
        keys("1")
        window.wait_for("1 [x]")
        keys("C-b", "d")
        subprocess.run([*server, "detach-client"], env=variables, check=False, capture_output=True)
        assert window.wait_end() == 0
    keys("2", "Enter", "3", "Enter")
    assert stored({"team.dedicated", "team.cross_departmental", "daily"})
    with Terminal(tmp_path, instead=[*server, "attach"], size=(120, 40)) as window:
        text = window.wait_until(lambda text: "Which departments" in text and "F1 help" in text)
        window.wait_until(lambda text: "3 of 7 · " in text and len(text.split("\n")[0].rstrip()) > 110)
        assert len(text.split("\n")) == 40
        window.resize(50, 15)
        window.wait_for("Which departments", "1 [ ]")
        keys("4")
        window.wait_for("4 [x]")
        keys("F10")
        assert window.wait_end() == 0
    assert stored({"departments.support"})


def runs(pid: int) -> bool:
    """Whether there is such a process and it has not ended."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("ascii", errors="replace")
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(shutil.which("tmux") is None, reason="the package tmux is not installed")
def test_closed_with_its_shell(tmp_path: Path, server: list[str]) -> None:
    """A tmux session that is killed takes the shell and the program in it along, and nothing is lost.

    The system tells the program to hang up and, in the same breath, to go on.
    """
    path = tmp_path / "sheets.db"

    def told(*words: str) -> str:
        return subprocess.run(
            [*server, *words], env=environment(tmp_path), check=True, capture_output=True, text=True
        ).stdout

    def eventually(what: Callable[[], bool]) -> None:
        end = monotonic() + 60
        while not what():
            assert monotonic() < end, told("capture-pane", "-p")
            sleep(0.05)

    told("new-session", "-d", "-x", "80", "-y", "24", "bash", "--norc")
    shell = told("list-panes", "-F", "#{pane_pid}").strip()
    told("send-keys", shlex.join(command("new")), "Enter")
    eventually(lambda: "1 [ ]" in told("capture-pane", "-p"))
    told("send-keys", "2")
    eventually(lambda: "2 [x]" in told("capture-pane", "-p"))
    (program,) = map(int, Path(f"/proc/{shell}/task/{shell}/children").read_text("ascii").split())
    assert runs(program)
    subprocess.run([*server, "kill-session"], check=True)
    end = monotonic() + 60
    while runs(program):
        assert monotonic() < end, "it goes on without a terminal"
        sleep(0.05)
    (state,) = states_in(path).values()
    assert state.answers == {"team.cross_departmental": "yes"}
