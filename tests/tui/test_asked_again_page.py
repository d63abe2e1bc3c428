"""A question that is asked again: the page shows what was answered before, and Enter confirms it."""

from pathlib import Path

import pytest

from support.app import app, only_sheet, screen_text


@pytest.mark.parametrize("size", [(80, 24), (44, 16)])
async def test_an_earlier_answer_is_shown_and_confirmed(tmp_path: Path, size: tuple[int, int]) -> None:
    """It counts for nothing until then, at any size."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=size) as pilot:
        await pilot.press(*["right"] * 3, "6", "enter", "2", "left", "left")
        assert only_sheet(tmp_path).answers["targets"] == "some"
        await pilot.press("0", "1", "enter")
        assert "targets" not in only_sheet(tmp_path).answers
        shown = " ".join(screen_text(asking).split())
        assert "chosen before; please confirm" in shown
        await pilot.press("enter")
        assert only_sheet(tmp_path).answers["targets"] == "some"
