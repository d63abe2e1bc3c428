"""Windows to read: lines wrap to the window, and what hangs behind a head stays behind it."""

from pathlib import Path

import pytest
from textual.content import Content

from smcheck.tui.text import hanging, plain
from support.app import app, screen_text


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


def test_a_number_keeps_its_percent_sign() -> None:
    """A line is never broken between a number and its percent sign, and styles stay where they are."""
    text = plain("Beteiligt sind 46 % davon", "bold")
    laid = hanging(plain("· "), text, len("· Beteiligt sind 46"))
    assert laid.plain == "· Beteiligt sind\n  46 % davon"
    bold = Content("· ") + plain("Beteiligt sind", "bold")
    assert laid.split("\n")[0].spans == bold.spans
