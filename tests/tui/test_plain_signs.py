"""Stand-ins for signs: where the terminal needs them, one cell each, and none in escape sequences."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

import pytest
from rich.cells import cell_len
from textual.drivers.headless_driver import HeadlessDriver

from smcheck.tui.plain_signs import needs_stand_ins, with_stand_ins
from support.app import app, screen_text

WRITTEN: list[str] = []


class _Recorder(HeadlessDriver):
    def __init__(self) -> None:
        """No app: nothing but ``write`` is called."""

    def write(self, data: str) -> None:
        """Remember what would reach the terminal."""
        WRITTEN.append(data)


def _written(text: str, environ: Mapping[str, str]) -> str:
    WRITTEN.clear()
    driver = cast("Callable[[], _Recorder]", with_stand_ins(_Recorder, environ))()
    driver.write(text)
    return "".join(WRITTEN)


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"TERM": "linux"}, True),
        ({"TERM": "xterm-256color", "LANG": "ja_JP.UTF-8"}, True),
        ({"TERM": "xterm-256color", "LANG": "ja_JP.UTF-8", "LC_ALL": "de_DE.UTF-8"}, False),
        ({"TERM": "xterm-256color", "LANG": "de_DE.UTF-8"}, False),
        ({}, False),
    ],
)
def test_where_they_are_needed(environ: dict[str, str], wanted: bool) -> None:
    """On a Linux console, and in languages whose terminals show such signs two cells wide."""
    assert needs_stand_ins(environ) is wanted
    assert (_written("●", environ) == "*") is wanted


def test_a_bar_can_still_be_read() -> None:
    """Sure, possible, the rest and the mark stay four different signs; escape sequences stay as they are."""
    bar = "\x1b[1;36m0 ━━━╍╍──╂── 100\x1b[0m"
    assert _written(bar, {"TERM": "linux"}) == "\x1b[1;36m0 ===~~--+-- 100\x1b[0m"


async def test_every_sign_of_the_result_has_one(tmp_path: Path) -> None:
    """What is left on each tab beyond letters are signs that any font has; nothing changes its width."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(160, 50)) as pilot:
        for tab in "123456":
            await pilot.press(tab)
            await pilot.pause()
            text = screen_text(shown)
            plain = _written(text, {"TERM": "linux"})
            assert cell_len(plain) == cell_len(text)
            assert {sign for sign in plain if ord(sign) > 255} <= set("–−“”…≈")
