"""Answering by mouse: rows, the line of keys, the map of sections."""

from pathlib import Path

from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.tui.widgets.section_map import SectionMap
from support.app import app, click_line, click_text, only_sheet, page, resize, seen


async def test_a_click_on_a_row_marks_it(tmp_path: Path) -> None:
    """A click marks, a second one takes back; the cursor is where the click was."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        rows = asking.screen.query_one(AnswerList)
        await click_line(pilot, rows, 2)
        assert only_sheet(tmp_path).answers == {"team.ad_hoc": "yes"}
        assert rows.place == 2
        await click_line(pilot, rows, 2)
        assert only_sheet(tmp_path).answers == {}


async def test_a_click_on_a_key_is_a_press(tmp_path: Path) -> None:
    """Keys in the line at the bottom can be clicked on; between them nothing happens."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.click(KeyLine, offset=(78, 0))
        assert page(asking) == "Ask"
        await click_text(pilot, asking.screen.query_one(KeyLine), "don't know")
        assert only_sheet(tmp_path).answers == {"team.dedicated": "unknown"}
        await click_text(pilot, asking.screen.query_one(KeyLine), "Enter")
        assert "2 of 7" in seen(asking)
        await click_text(pilot, asking.screen.query_one(KeyLine), "q list")
        assert page(asking) == "Home"


async def test_a_click_on_a_section_goes_there(tmp_path: Path) -> None:
    """Sections are a column of names that can be clicked on, unless it is too narrow for them."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await click_text(pilot, asking.screen.query_one(SectionMap), "Goals")
        assert "Which goals does your company pursue" in seen(asking)
        await pilot.click(SectionMap, offset=(3, 8))  # below the last name
        assert "4 of 7" in seen(asking)
        await click_text(pilot, asking.screen.query_one(SectionMap), "Set-up")
        assert "1 of 7" in seen(asking)
        await resize(pilot, 59, 24)
        assert "Challenges" not in seen(asking)


async def test_a_click_chooses_one_and_goes_on(tmp_path: Path) -> None:
    """Where there is one answer a click is enough; the second half of a double click marks nothing there."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right")
        await click_line(pilot, asking.screen.query_one(AnswerList), 3, times=2)
        assert "3 of 7" in seen(asking)
        assert only_sheet(tmp_path).answers == {"daily": "support"}
        await click_line(pilot, asking.screen.query_one(AnswerList), 3)
        assert only_sheet(tmp_path).answers == {"daily": "support", "departments.support": "yes"}


async def test_two_quick_clicks_on_a_box_are_two(tmp_path: Path) -> None:
    """Where several apply, a double click marks and unmarks again."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await click_line(pilot, asking.screen.query_one(AnswerList), 1, times=2)
        assert only_sheet(tmp_path).answers == {}
        await click_line(pilot, asking.screen.query_one(AnswerList), 1, times=3)
        assert only_sheet(tmp_path).answers == {"team.cross_departmental": "yes"}


async def test_an_answer_opened_by_a_click_and_chosen_by_one(tmp_path: Path) -> None:
    """From the answers to a question and back by clicks; half a double click opens nothing else there."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(80, 40)) as pilot:
        await pilot.press("1", "enter", "r")
        await click_text(pilot, asking.screen, "Who answers comments")
        assert page(asking) == "Ask"
        await click_line(pilot, asking.screen.query_one(AnswerList), 4, times=2)
        assert page(asking) == "Review"
        assert "Chosen: Product development" in seen(asking)
