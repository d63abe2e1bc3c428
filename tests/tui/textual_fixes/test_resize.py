"""The app has the size that the terminal has now, however close its changes are."""

import sys
from pathlib import Path

import pytest

from support.window import Window

SMALL_APP = Path(__file__).with_name("small_app.py")


@pytest.mark.parametrize(("driver", "shown"), [("plain", "size 70x20"), ("fixed", "size 60x18")])
def test_a_size_that_changes_while_it_is_read(tmp_path: Path, driver: str, shown: str) -> None:
    """Changed to 70 by 20 and, before that was read, to 60 by 18; Textual's own driver stays at the first."""
    command = [sys.executable, str(SMALL_APP), driver, "resize"]
    with Window(store=tmp_path / "none", instead=command) as window:
        window.wait_for("size 80x24")
        window.resize(70, 20)
        window.wait_for(shown)
        window.settle(0.5)
        assert shown in window.text
