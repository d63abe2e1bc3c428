"""All answers at a glance: to a question and back to its row, by key and by click; what is missing."""

from pathlib import Path

import pytest

from smcheck.sheet import load_sheet
from smcheck.tui.screens.review import AnswerRows
from support.app import (
    app,
    click_text,
    footer,
    notice_text,
    only_sheet,
    page,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
)
from support.builders import PACK

SOME = {"team": {"dedicated": "yes"}, "daily": "pr", "goals": {"service": "yes"}}


def _under_cursor(text: str) -> str:
    """The first row of the line under the cursor."""
    return next(line for line in text.split("\n") if "▌" in line).replace("▌", "").strip()


async def test_enter_opens_and_leads_back_to_the_same_row(tmp_path: Path) -> None:
    """From the answers to a question, changed or not, and with Enter back to the row that it has."""
    store = store_in(tmp_path)
    store.create(PACK, load_sheet(PACK.folder / "example.json", PACK), "review")
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("a", "home", "down", "down", "enter")
        assert page(shown) == "Ask"
        assert "Which departments are actively involved" in screen_text(shown)
        assert "Enter leads back to where you came from." in screen_text(shown)
        await pilot.press("2", "enter")
        assert page(shown) == "Review"
        assert _under_cursor(screen_text(shown)).startswith("3 ● Which departments")
        assert "Marketing, public relations and management" in screen_words(shown).replace("▌ ", "")
        await pilot.press("down", "down", "enter", "2")  # where one is chosen, a digit is enough
        assert page(shown) == "Review"
        assert _under_cursor(screen_text(shown)).startswith("5 ● How many of these goals")
    assert only_sheet(tmp_path).answer("departments.pr") == "yes"


async def test_going_about_ends_the_way_back(tmp_path: Path) -> None:
    """Who goes on with → answers one question after the other from there."""
    store_sheet(store_in(tmp_path), SOME, position="review")
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("enter", "2", "enter", "right", "1", "enter")
        assert page(shown) == "Ask"
        assert "4 of 7" in screen_text(shown)


async def test_digits_lead_to_a_question_by_its_number(tmp_path: Path) -> None:
    """The number is the one beside the question; why one that is not asked leads nowhere is said."""
    store_sheet(store_in(tmp_path), {"team": {"agency": "no"}}, position="review")
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("enter")
        for digit in "1", "2", "3", "4", "6":
            await pilot.press(digit)
            assert _under_cursor(screen_text(shown)).startswith(f"{digit} ")
        for digit, said in ("5", "This question is not asked, given"), ("8", "The questions are 1 to 7."):
            await pilot.press(digit)
            assert notice_text(shown).startswith(said)
            assert _under_cursor(screen_text(shown)).startswith("6 ○ Which challenges")
        await pilot.press("2")
        assert notice_text(shown) == ""
        assert dict(footer(shown))["1"] == "to a question"


async def test_what_is_missing_is_said_with_its_number(tmp_path: Path) -> None:
    """One or several, the cursor on the first; where nothing is missing, the cursor is on the result."""
    store_sheet(store_in(tmp_path), SOME, position="review")
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("enter")
        assert "Questions 1, 3, 4, 5 and 6 are open." in screen_words(shown)
        assert _under_cursor(screen_text(shown)).startswith("1 ◐ How is social media organised")
        for number in "1345":
            await pilot.press(number, "enter", "2")
            await pilot.press(*(["enter"] if page(shown) == "Ask" else []))
        assert "Question 6 is open." in screen_words(shown)
        await pilot.press("6", "enter", "0", "enter")
        assert "Everything is answered." in screen_words(shown)
        await pilot.press("q", "enter")
        assert _under_cursor(screen_text(shown)) == "→ Show the result"
        await pilot.press("enter")
        assert page(shown) == "ResultPage"


async def test_answers_from_the_result_and_back(tmp_path: Path) -> None:
    """``a`` in a complete result, a change, F2: the result again, with the change said among the answers."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        assert page(shown) == "Review"
        await pilot.press("2", "enter", "4")
        assert page(shown) == "Review"
        assert "Chosen: Customer support · changed after the result" in screen_words(shown).replace("▌ ", "")
        await pilot.press("f2")
        assert page(shown) == "ResultPage"


async def test_back_leads_to_where_the_answers_were_opened(tmp_path: Path) -> None:
    """``←``: from the result to the result, from a question to that question."""
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("right", "a", "left")
        assert page(shown) == "ResultPage"
        await pilot.press("a", "2", "enter")
        assert page(shown) == "Ask"
        await pilot.press("right", "r", "left")
        assert page(shown) == "Ask"
        assert "3 of 7" in screen_text(shown)
        await pilot.press("r", "ctrl+p", *"lang", "enter", "enter")  # the same one again
        await pilot.press("left")
        assert "3 of 7" in screen_text(shown)


@pytest.mark.parametrize("width", [40, 80, 120])
async def test_a_note_that_is_too_long_ends_with_an_ellipsis(tmp_path: Path, width: int) -> None:
    """On its question and among the answers, where there is no room for all of it."""
    store_sheet(store_in(tmp_path), SOME, position="team", notes={"team": "long words " * 60 + "end"})
    shown = app(tmp_path)
    async with shown.run_test(size=(width, 40)) as pilot:
        await pilot.press("enter")
        assert "…" in screen_text(shown)
        await pilot.press("r", "1")
        assert "…" in screen_text(shown)


async def test_a_click_opens_a_question(tmp_path: Path) -> None:
    """A click on any row of a line opens its question."""
    store_sheet(store_in(tmp_path), SOME, position="review", notes={"daily": "seit Mai"})
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("enter")
        await click_text(pilot, shown.screen.query_one(AnswerRows), "Note: seit Mai")
        assert page(shown) == "Ask"
        assert "Who answers comments and messages" in screen_text(shown)
