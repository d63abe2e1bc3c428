"""Answering by mouse: rows, the line of keys, the map of sections."""

from pathlib import Path

from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.tui.widgets.section_map import SectionMap
from support.app import app, click_line, click_text, only_sheet, page, resize, screen_text, store_in
from support.terminal_input import RIGHT, click, double_click, position, send_bytes


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
        await pilot.click(KeyLine, offset=(1, 0))
        assert page(asking) == "Ask"
        await click_text(pilot, asking.screen.query_one(KeyLine), "don't know")
        assert only_sheet(tmp_path).answers == {"team.dedicated": "unknown"}
        await click_text(pilot, asking.screen.query_one(KeyLine), "Enter")
        assert "2 of 7" in screen_text(asking)
        await click_text(pilot, asking.screen.query_one(KeyLine), "q list")
        assert page(asking) == "Home"


async def test_a_click_on_a_section_goes_there(tmp_path: Path) -> None:
    """Sections are a column of names that can be clicked on, unless it is too narrow for them."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await click_text(pilot, asking.screen.query_one(SectionMap), "Goals")
        assert "Which goals does your company pursue" in screen_text(asking)
        await pilot.click(SectionMap, offset=(3, 8))  # below the last name
        assert "4 of 7" in screen_text(asking)
        await click_text(pilot, asking.screen.query_one(SectionMap), "Set-up")
        assert "1 of 7" in screen_text(asking)
        await resize(pilot, 59, 24)
        assert "Challenges" not in screen_text(asking)


async def test_a_click_chooses_one_and_goes_on(tmp_path: Path) -> None:
    """Where there is one answer a click is enough; the second half of a double click marks nothing there."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right")
        await double_click(pilot, "4 ( )")
        assert "3 of 7" in screen_text(asking)
        assert only_sheet(tmp_path).answers == {"daily": "support"}
        await click_line(pilot, asking.screen.query_one(AnswerList), 3)
        assert only_sheet(tmp_path).answers == {"daily": "support", "departments.support": "yes"}


async def test_a_double_click_on_a_box_is_one(tmp_path: Path) -> None:
    """A double click marks, and so do three clicks: a hand that is used to them takes nothing back."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await double_click(pilot, "2 [ ]", times=3)
        assert only_sheet(tmp_path).answers == {"team.cross_departmental": "yes"}


async def test_an_answer_opened_by_a_click_and_chosen_by_one(tmp_path: Path) -> None:
    """From the answers to a question and back by double clicks, each of which is one act."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(80, 40)) as pilot:
        await pilot.press("1", "enter", "r")
        await double_click(pilot, "Who answers comments")
        assert page(asking) == "Ask"
        assert only_sheet(tmp_path).answers.get("daily") is None
        await double_click(pilot, "5 ( )")
        assert page(asking) == "Review"
        assert "Chosen: Product development" in screen_text(asking)


async def test_a_press_is_for_what_was_there(tmp_path: Path) -> None:
    """A button that went down on one question and is let go on the next one answers neither."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        down, up = click(*position(screen_text(asking), "2 [ ]")).split("M")
        await send_bytes(pilot, f"{down}M".encode(), RIGHT.encode(), up.encode())
        assert "2 of 7" in screen_text(asking)
        assert not store_in(tmp_path).list_sheets()
