"""Windows to read: lines wrap to the window, and what hangs behind a head stays behind it."""

from pathlib import Path

import pytest
from textual.content import Content

from smcheck.tui.text import hanging, plain
from support.app import app, footer, screen_text


@pytest.mark.parametrize("size", [(40, 30), (60, 30), (100, 40)])
async def test_keys_hang_behind_their_names(tmp_path: Path, size: tuple[int, int]) -> None:
    """In the help a key's text that takes several lines begins each in the same column."""
    asking = app(tmp_path, "example")
    async with asking.run_test(size=size) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        lines = [line.partition("│")[2].rpartition("│")[0] for line in screen_text(asking).splitlines()]
        lines = [line.rstrip("│┃ ") for line in lines]  # the scroll bar
        keys = lines[next(place for place, line in enumerate(lines) if line.strip() == "Keys") + 1 :]
        keys = [line for line in keys[:12] if line.strip()]
        assert len(keys) > 6
        column = keys[0].index("move")
        assert all(line[column - 1] == " " != line[column] for line in keys)
        assert any(not line[:column].strip() for line in keys) == (size[0] < 100)


async def test_home_and_end_lead_to_the_ends(tmp_path: Path) -> None:
    """In a window to read, as in every list."""
    home = app(tmp_path)
    async with home.run_test(size=(60, 16)) as pilot:
        await pilot.press("f1")
        top = screen_text(home)
        await pilot.press("end")
        assert "down" not in dict(footer(home))
        await pilot.press("home")
        assert screen_text(home) == top


async def test_a_text_keeps_off_its_scroll_bar(tmp_path: Path) -> None:
    """A blank stands between the longest line and the bar."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(60, 16)) as pilot:
        await pilot.press("f1")
        bars = [line for line in screen_text(shown).split("\n") if line.endswith(("┃ │", "│ │"))]
        assert bars
        assert all(line[-4] == " " for line in bars)


def test_a_number_keeps_its_percent_sign() -> None:
    """A line is never broken between a number and its percent sign, and styles stay where they are."""
    text = plain("Beteiligt sind 46 % davon", "bold")
    laid = hanging(plain("· "), text, len("· Beteiligt sind 46"))
    assert laid.plain == "· Beteiligt sind\n  46 % davon"
    bold = Content("· ") + plain("Beteiligt sind", "bold")
    assert laid.split("\n")[0].spans == bold.spans
