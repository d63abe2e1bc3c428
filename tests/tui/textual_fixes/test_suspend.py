"""A driver that starts anew only after it has slept; the same with Textual's own driver goes wrong."""

import signal
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from support.terminal import Terminal

SMALL_APP = Path(__file__).with_name("small_app.py")


def small_app(driver: str, fault: str, folder: Path) -> Terminal:
    """The app in a terminal, with Textual's driver (``plain``) or ours (``fixed``)."""
    return Terminal(folder, store=folder / "none", instead=[sys.executable, str(SMALL_APP), driver, fault])


def threads(terminal: Terminal) -> int:
    """How many threads the app has: its own, one that reads keys and one that writes."""
    return len(list(Path(f"/proc/{terminal.process.pid}/task").iterdir()))


@pytest.mark.parametrize(("driver", "count"), [("plain", 5), ("fixed", 3)])
def test_continued_though_it_never_slept(tmp_path: Path, driver: str, count: int) -> None:
    """SIGCONT alone starts no second set of threads."""
    with small_app(driver, "none", tmp_path) as terminal:
        terminal.wait_for("size 80x24")
        terminal.signal(signal.SIGCONT)
        end = monotonic() + 10
        while threads(terminal) != count and monotonic() < end:
            sleep(0.02)
        terminal.settle(0.5)
        assert threads(terminal) == count
        if driver == "fixed":
            terminal.press("a")
            terminal.wait_for("pressed")
            terminal.press("q")
            assert terminal.wait_end() == 0


@pytest.mark.parametrize(("driver", "sleeps"), [("plain", False), ("fixed", True)])
def test_told_to_sleep_while_it_starts(tmp_path: Path, driver: str, *, sleeps: bool) -> None:
    """SIGTSTP waits until there is a terminal to give back; Textual's own driver fails for want of one."""
    with small_app(driver, "sleep at the start", tmp_path) as terminal:
        end = monotonic() + 60
        while not (ended := terminal.process.poll() is not None or "Error" in terminal.text):
            if terminal.stopped:
                break
            assert monotonic() < end
            sleep(0.02)
        assert ended != sleeps
        if sleeps:
            terminal.signal(signal.SIGCONT)
            terminal.wait_for("size 80x24")
            terminal.press("q")
            assert terminal.wait_end() == 0


@pytest.mark.parametrize(("driver", "sleeps"), [("plain", False), ("fixed", True)])
def test_told_to_sleep_while_it_writes(tmp_path: Path, driver: str, *, sleeps: bool) -> None:
    """SIGTSTP waits until the write that it interrupts has released its lock; then it sleeps, and wakes."""
    with small_app(driver, "sleep", tmp_path) as terminal:
        terminal.wait_for("size 80x24")
        terminal.press("s")
        end = monotonic() + (60 if sleeps else 2)
        while not terminal.stopped and monotonic() < end:
            terminal.settle(0.02)  # a terminal reads all the time; what nobody reads can be lost
        assert terminal.stopped == sleeps
        if sleeps:
            terminal.signal(signal.SIGCONT)
            terminal.wait_for("written")
            terminal.press("a")
            terminal.wait_for("pressed")
            terminal.press("q")
            assert terminal.wait_end() == 0
