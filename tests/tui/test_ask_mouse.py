"""Answering by mouse: rows, the line of keys, the map of sections."""

from pathlib import Path

from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.tui.widgets.section_map import SectionMap
from support.app import app, click_row, click_text, only_sheet, page, resize, seen


async def test_a_click_on_a_row_marks_it(tmp_path: Path) -> None:
    """A click marks, a second one takes back; the cursor is where the click was."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        rows = asking.screen.query_one(AnswerList)
        await click_row(pilot, rows, 2)
        assert only_sheet(tmp_path).answers == {"team.ad_hoc": "yes"}
        assert rows.highlighted == 2
        await click_row(pilot, rows, 2)
        assert only_sheet(tmp_path).answers == {}


async def test_a_click_on_a_key_is_a_press(tmp_path: Path) -> None:
    """Keys in the line at the bottom can be clicked on; between them nothing happens."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.click(KeyLine, offset=(11, 0))
        assert page(asking) == "Ask"
        await click_text(pilot, asking.screen.query_one(KeyLine), "don't know")
        assert only_sheet(tmp_path).answers == {"team.dedicated": "unknown"}
        await click_text(pilot, asking.screen.query_one(KeyLine), "Enter")
        assert "2 of 7" in seen(asking)
        await click_text(pilot, asking.screen.query_one(KeyLine), "review")
        assert page(asking) == "Review"


async def test_a_click_on_a_section_goes_there(tmp_path: Path) -> None:
    """Wide, sections are a column of names; narrow, a row of dots. Both can be clicked on."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await click_text(pilot, asking.screen.query_one(SectionMap), "Goals")
        assert "Which goals does your company pursue" in seen(asking)
        await pilot.click(SectionMap, offset=(3, 8))  # below the last name
        assert "4 of 7" in seen(asking)
        await resize(pilot, 40, 12)
        assert "▸Goals ○○" in seen(asking)
        await click_text(pilot, asking.screen.query_one(SectionMap), "○○")
        assert "1 of 7" in seen(asking)
