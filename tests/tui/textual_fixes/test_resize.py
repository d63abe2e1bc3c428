"""The app has the size that the terminal has now, however close its changes are."""

import sys
from pathlib import Path

import pytest

from support.terminal import Terminal

SMALL_APP = Path(__file__).with_name("small_app.py")


def small_app(driver: str, fault: str, folder: Path) -> Terminal:
    """The app in a terminal, with Textual's driver (``plain``) or ours (``fixed``)."""
    return Terminal(folder, store=folder / "none", instead=[sys.executable, str(SMALL_APP), driver, fault])


@pytest.mark.parametrize(("driver", "shown"), [("plain", "size 70x20"), ("fixed", "size 60x18")])
def test_a_size_that_changes_while_it_is_read(tmp_path: Path, driver: str, shown: str) -> None:
    """Changed to 70 by 20 and, before that is used, to 60 by 18; Textual's own driver stays at the first."""
    with small_app(driver, "resize", tmp_path) as terminal:
        terminal.wait_for("size 80x24")
        terminal.resize(70, 20)
        terminal.wait_for(shown)
        terminal.settle(0.5)
        assert shown in terminal.text


@pytest.mark.parametrize(("driver", "shown"), [("plain", "size 80x24"), ("fixed", "size 60x18")])
def test_a_size_that_changes_while_the_first_one_is_read(tmp_path: Path, driver: str, shown: str) -> None:
    """Started at 80 by 24 and, before that is used, changed to 60 by 18."""
    with small_app(driver, "resize at the start", tmp_path) as terminal:
        terminal.wait_for(shown)
        terminal.settle(0.5)
        assert shown in terminal.text
