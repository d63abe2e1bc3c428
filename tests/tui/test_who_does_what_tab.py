"""Who does what in the app: the head stays in view, every department says why."""

from pathlib import Path

import pytest

from smcheck.tui.widgets.headed_list import HeadedList
from support.app import app, click_text, page, screen_text, screen_words

_TEXT = 72
"""Cells before the scroll bar and what stands beside the matrix."""


@pytest.mark.sample(1)
@pytest.mark.parametrize(("width", "height"), [(80, 12), (80, 19), (80, 24), (120, 14)])
async def test_the_head_does_not_scroll(tmp_path: Path, width: int, height: int) -> None:
    """Whatever is scrolled to, the names of the columns and the row under the cursor are in view."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(width, height)) as pilot:
        await pilot.press("3")
        rows = screen_text(shown).split("\n")
        head = next(y for y, row in enumerate(rows) if "Awareness" in row)
        lines = shown.screen.query(HeadedList).first()
        for key in ["down"] * 12 + ["up"] * 12 + ["end", "home", "pagedown", "pageup"]:
            await pilot.press(key)
            now = screen_text(shown).split("\n")
            for y in (head, head + 1):
                assert now[y][:_TEXT] == rows[y][:_TEXT], key
            if key in {"up", "home"}:
                assert any("▌" in row for row in now[head + 2 :]), key
        await pilot.press("end", *["down"] * 12)
        assert lines.scroll_offset.y == lines.max_scroll_y
        assert "could help, not known" in screen_words(shown)


async def test_a_click_on_the_head_does_nothing(tmp_path: Path) -> None:
    """Also where a department has scrolled below it; a click on a department says why."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(80, 12)) as pilot:
        await pilot.press("3", "end")
        lines = shown.screen.query(HeadedList).first()
        cursor = lines.cursor
        await click_text(pilot, lines, "Awareness")
        assert (page(shown), lines.cursor) == ("ResultPage", cursor)
        await click_text(pilot, lines, "Legal")
        assert page(shown) == "WhyWindow"
        assert "Why? Legal" in screen_words(shown)


async def test_in_words_where_columns_do_not_fit(tmp_path: Path) -> None:
    """At 40 columns each need is a sentence; Enter says why."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(40, 12)) as pilot:
        await pilot.press("3")
        assert "Awareness – Marketing" in screen_words(shown)
        await pilot.press("down", "enter")
        assert page(shown) == "WhyWindow"
        assert "Win applicants" in screen_words(shown)
