"""The result: tabs, the cursor, why beside or in a window, where keys lead, back to the same place."""

import json
from pathlib import Path
from typing import cast

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from smcheck.report.overview import overview
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.result import TABS
from smcheck.tui.widgets.line_list import LineList
from smcheck.tui.widgets.tab_line import TabLine
from smcheck.words.language import _
from support.app import (
    app,
    at_result,
    click_text,
    footer,
    page,
    resize,
    result_page,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
)
from support.builders import PACK, all_items

NAMES = tuple(tab.NAME for tab in TABS)
EXAMPLE = json.loads((PACK.folder / "example.json").read_text(encoding="utf-8"))["answers"]
OPEN = {
    "team": all_items("team", "no", dedicated="yes", ad_hoc="no"),
    "daily": "marketing",
    "departments": all_items("departments", "no", marketing="yes", pr="yes", support="unknown"),
    "goals": all_items("goals", "no"),
    "challenges": all_items("challenges", "no"),
}


def _lines(shown: SmcheckApp) -> LineList:
    """The list that the cursor is in."""
    current = result_page(shown).tab.current
    assert current is not None
    return current


def _open_tab(shown: SmcheckApp) -> str:
    assert result_page(shown).tab.display
    return NAMES[shown.screen.query_one(TabLine).current]


def _stops(lines: LineList) -> list[int]:
    return [place for place, line in enumerate(lines.lines) if line.stop]


# ── tabs ──────────────────────────────────────────────────────────────────────────────────────────


async def test_tabs_by_arrow_digit_and_click(tmp_path: Path) -> None:
    """→ and ← go round, a digit opens its tab, and so does a click on its name; a heavy line is under it."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(100, 24)) as pilot:
        for name in (*NAMES[1:], NAMES[0]):
            await pilot.press("right")
            assert _open_tab(shown) == name
        await pilot.press("left")
        assert _open_tab(shown) == NAMES[-1]
        await pilot.press("3")
        assert _open_tab(shown) == NAMES[2]
        for name in reversed(NAMES):
            await click_text(pilot, shown.screen.query_one(TabLine), name)
            assert _open_tab(shown) == name
            names, line = screen_text(shown).split("\n")[1:3]
            assert line.strip("─") == "━" * (len(name) + 2)
            assert line.index("━") == names.index(name) - 1


async def test_narrow_tabs_are_in_the_top_line(tmp_path: Path) -> None:
    """Below 60 columns the tab in use stands between arrows that can be clicked."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(40, 12)) as pilot:
        assert screen_text(shown).split("\n")[0] == "  Beispiel GmbH     ← Overview 1 of 6 →"
        await pilot.click(offset=(38, 0))
        assert "← Comparison 2 of 6 →" in screen_text(shown)
        await pilot.click(offset=(screen_text(shown).index("←"), 0))
        assert "← Overview 1 of 6 →" in screen_text(shown)
        await resize(pilot, 80, 24)
        assert screen_text(shown).split("\n")[0].endswith("complete · 1 don't know")


async def test_each_tab_keeps_its_place(tmp_path: Path) -> None:
    """Going to another tab and back, the cursor is where it was."""
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("down", "down", "4", "down")
        place = _lines(shown).cursor
        await pilot.press("1")
        assert _lines(shown).cursor == _stops(_lines(shown))[2]
        await pilot.press("4")
        assert _lines(shown).cursor == place


# ── the cursor ────────────────────────────────────────────────────────────────────────────────────


async def test_the_cursor_is_a_bar_and_a_shade(tmp_path: Path) -> None:
    """On every row of the line; letters do not change, and without the focus only the bar stays."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(160, 50)) as pilot:
        bare = [row[3:69] for row in screen_text(shown).split("\n")]
        await pilot.press("down")
        rows = screen_text(shown).split("\n")
        marked = [place for place, row in enumerate(rows) if row.startswith(" ▌ ")]
        assert [rows[place][3:69] for place in marked] == [bare[place] for place in marked]
        assert [rows[place].split()[1] for place in marked] == ["Set-up", "At"]
        shade = _background(shown, 20, marked[0])
        assert shade != _background(shown, 20, marked[0] - 2)
        assert _background(shown, 69, marked[1]) == shade
        assert _background(shown, 70, marked[1]) != shade
        await pilot.press("enter")
        assert "▌" in screen_text(shown).split("\n")[marked[0]]
        assert _background(shown, 20, marked[0]) != shade


def _background(shown: SmcheckApp, x: int, y: int) -> object:
    return shown.screen.get_style_at(x, y).bgcolor


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 24)], ids=["40x12", "80x24", "120x24"])
@pytest.mark.parametrize("keys", [("down", "up"), ("pagedown", "pageup")], ids=["arrows", "pages"])
async def test_every_row_can_be_read_by_keyboard(
    tmp_path: Path, size: tuple[int, int], keys: tuple[str, str]
) -> None:
    """Down and up again, each row of each list of each tab comes into view, however tall its line is."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=size) as pilot:
        for number in range(1, len(NAMES) + 1):
            await pilot.press(str(number))
            read: dict[LineList, set[int]] = {lines: set() for lines in result_page(shown).tab.lists}
            for key in keys:
                for rows in read.values():
                    rows.clear()
                for _step in range(200):
                    before = [(lines.cursor, lines.scroll_offset.y) for lines in read]
                    for lines, rows in read.items():
                        top = lines.scroll_offset.y
                        rows |= set(range(top, top + lines.scrollable_content_region.height))
                    focus = shown.focused
                    await pilot.press(key)
                    if shown.focused is focus and before == [(li.cursor, li.scroll_offset.y) for li in read]:
                        break
                for lines, rows in read.items():
                    assert set(range(lines.row_count)) - rows == set()


async def test_the_cursor_goes_from_list_to_list(tmp_path: Path) -> None:
    """Past the end of a list the one beside it goes on; only one of them shows the cursor."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        left, right = result_page(shown).tab.lists
        await pilot.press("end", "down")
        assert shown.focused is right
        assert right.cursor == _stops(right)[0]
        assert (left.marked, right.marked) == (False, True)
        assert sum("▌" in row for row in screen_text(shown).split("\n")) == 3
        await pilot.press("up")
        assert shown.focused is left
        assert left.cursor == _stops(left)[-1]


# ── why ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("tab", ["1", "4"])
async def test_every_line_says_why(tmp_path: Path, tab: str) -> None:
    """On every line Enter opens how it came about, and Escape leads back to the place."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.press(tab)
        lines = _lines(shown)
        for place in _stops(lines):
            lines.cursor = place
            await pilot.pause()
            before = lines.scroll_offset
            await pilot.press("enter")
            assert page(shown) == "WhyWindow"
            assert "Why? " in screen_text(shown)
            await pilot.press("escape")
            assert page(shown) == "ResultPage"
            assert (lines.cursor, lines.scroll_offset) == (place, before)


async def test_a_click_on_a_line_says_why(tmp_path: Path) -> None:
    """What Enter does, a click does too; on a heading it does nothing."""
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.click(offset=(10, 6))
        assert page(shown) == "ResultPage"
        await click_text(pilot, _lines(shown), "Departments")
        assert page(shown) == "WhyWindow"
        assert "Why? Departments" in screen_words(shown)


async def test_why_stands_beside_where_there_is_room(tmp_path: Path) -> None:
    """It follows the cursor; Enter moves into it, Enter and Escape back, and neither leaves the page."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(200, 50)) as pilot:
        assert "Why? Score" in screen_words(shown)
        await pilot.press("down", "down")
        assert "Why? Departments" in screen_words(shown)
        for back in ("enter", "escape"):
            await pilot.press("enter")
            assert shown.focused is not _lines(shown)
            assert ("enter", "back") in footer(shown)
            await pilot.press(back)
            assert shown.focused is _lines(shown)
        assert page(shown) == "ResultPage"


# ── answers and back ──────────────────────────────────────────────────────────────────────────────


async def test_the_headline_leads_to_the_question_that_decides_and_back(tmp_path: Path) -> None:
    """``a``, or a click on it, opens the question; once it is answered the result is at the same place."""
    shown = at_result(tmp_path, OPEN)
    async with shown.run_test() as pilot:
        assert "OPEN" in screen_text(shown)
        await pilot.press("4", "down", "a")
        assert page(shown) == "Ask"
        assert "Which departments are actively involved" in screen_words(shown)
        await pilot.press("4", "enter")
        assert _open_tab(shown) == NAMES[3]
        assert _lines(shown).cursor == _stops(_lines(shown))[min(1, len(_stops(_lines(shown))) - 1)]
        await pilot.press("1")
        assert "OPEN" not in screen_text(shown)


async def test_a_click_on_the_key_in_the_headline(tmp_path: Path) -> None:
    """The invitation in the headline can be clicked on."""
    shown = at_result(tmp_path, OPEN)
    async with shown.run_test() as pilot:
        await click_text(pilot, _lines(shown), "leads to the question")
        assert page(shown) == "Ask"


async def test_missing_answers_are_said_and_led_to(tmp_path: Path) -> None:
    """An incomplete sheet says how much is answered; ``a`` goes to the first question without an answer."""
    shown = at_result(tmp_path, {"team": all_items("team", "no")})
    async with shown.run_test() as pilot:
        found = overview(result_page(shown).tab.case)
        assert found.completeness in screen_text(shown).split("\n")[0]
        await pilot.press("a")
        assert page(shown) == "Ask"
        assert "Who answers comments and messages" in screen_words(shown)


async def test_with_all_answered_a_leads_to_all_answers(tmp_path: Path) -> None:
    """Where nothing is open ``a`` shows all questions, and their result key leads back to the same place."""
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("4", "down", "a")
        assert page(shown) == "Review"
        await pilot.press("f2")
        assert _open_tab(shown) == NAMES[3]
        assert _lines(shown).cursor == _stops(_lines(shown))[1]


# ── the other keys ────────────────────────────────────────────────────────────────────────────────


async def test_the_line_at_the_bottom(tmp_path: Path) -> None:
    """The keys in their order; the way out and help last, and kept where there is no room for all."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(80, 24)) as pilot:
        line = "   Enter why   ←→ tab   a answers   e hand out   w what if   q list   F1 help"
        assert screen_text(shown).split("\n")[-1] == line
        await resize(pilot, 50, 24)
        assert screen_text(shown).split("\n")[-1] == "  Enter why  ←→ tab  a answers  q list  F1 help"
        await resize(pilot, 24, 24)
        assert screen_text(shown).split("\n")[-1].split() == ["Enter", "why", "q", "list", "F1"]


async def test_a_click_on_a_key_is_a_press(tmp_path: Path) -> None:
    """Each key of the line at the bottom can be clicked on."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(80, 24)) as pilot:
        for text, name in (("Enter", "WhyWindow"), ("hand out", "ExportWindow"), ("F1 help", "HelpWindow")):
            await _click_bottom(pilot, text)
            assert page(shown) == name
            await pilot.press("escape")
        await _click_bottom(pilot, "tab")
        assert _open_tab(shown) == NAMES[1]
        await _click_bottom(pilot, "what if")
        assert _open_tab(shown) == NAMES[4]


async def _click_bottom(pilot: Pilot[None], text: str) -> None:
    shown = cast("SmcheckApp", pilot.app)
    row = screen_text(shown).split("\n")[-1]
    await pilot.click(offset=Offset(row.index(text), shown.size.height - 1))


async def test_a_sheet_without_a_name_tells_its_day_once(tmp_path: Path) -> None:
    """It is called after its day, which is no fact beside it then."""
    store_sheet(store_in(tmp_path), {"daily": "pr"})
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("r")
        assert screen_text(shown).split("\n")[0].count("22 Nov 2026") == 1


@pytest.mark.parametrize("lang", ["en", "de"])
async def test_an_example_says_that_it_is_not_stored(tmp_path: Path, lang: str) -> None:
    """It is said beside its name, and nothing is stored."""
    shown = app(tmp_path, "example", lang)
    async with shown.run_test():
        assert "Beispiel GmbH · " + _("example, not stored") in screen_text(shown)
    assert not store_in(tmp_path).exists()


async def test_the_usual_result_fits_80_by_24(tmp_path: Path) -> None:
    """The example's overview is seen whole, without blank rows where its end needs them."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "a yardstick, not today's market." in screen_text(shown)
        assert "Below the surveyed companies" in screen_text(shown)
        await resize(pilot, 80, 29)
        assert screen_text(shown).split("\n")[8].strip() == ""
