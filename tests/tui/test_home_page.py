"""The list of sheets: start, resume, results, search, order, and what cannot be read."""

import re
import shutil
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from smcheck.pack import load_pack
from smcheck.report.case import open_case
from smcheck.report.content import StepLine
from smcheck.report.overview import overview
from smcheck.sheet import load_sheet
from smcheck.tui.app import SmcheckApp
from smcheck.tui.widgets.sheet_list import SheetList
from smcheck.tui.widgets.sheet_row import NOT_READ
from support.app import (
    NOW,
    app,
    click_sheet,
    click_text,
    footer,
    notice_text,
    page,
    resize,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
    until,
)
from support.builders import PACK, all_items
from support.terminal_input import DOWN, ESCAPE, UP, double_click, send_bytes


async def test_an_empty_store_invites(tmp_path: Path) -> None:
    """With no sheet there is an invitation, and only keys that do something; no file is made."""
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "How does your company organise social media?" in screen_text(home)
        assert [key for key, _text in footer(home)] == ["n", "x", "i", "q", "f1"]
        await pilot.press("slash", "r", "a", "m", "e", "d", "u", "enter")
        assert page(home) == "Home"
        await pilot.press("i")
        assert page(home) == "About"
        await pilot.press("q", "x")
        assert page(home) == "ResultPage"
        await pilot.press("q", "n")
        assert page(home) == "ProfilePage"
        await pilot.press("escape")
        assert page(home) == "Home"
    assert not store_in(tmp_path).exists()


async def test_the_invitation_fits_a_small_terminal(tmp_path: Path) -> None:
    """At 40 by 12 the three ways to begin are on the page."""
    home = app(tmp_path)
    async with home.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        for way in ("n  start a new sheet", "x  look at the result", "i  see which surveys"):
            assert way in screen_text(home)


async def test_a_sitting_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """Enter and a double click open what a sheet was left at: question, answers, result; a click marks."""
    store = store_in(tmp_path)
    store_sheet(store, {}, position="goals", organisation="Q")
    store_sheet(store, {}, position="review", organisation="R", days=1)
    store_sheet(store, {}, position="review", organisation="S", days=2, finished=True)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert screen_text(home).split("\n")[0].endswith("3 sheets")
        assert [line[3] for line in screen_text(home).split("\n")[4:7]] == ["Q", "R", "S"]
        await pilot.press("enter")
        assert "Which goals does your company pursue" in screen_text(home)
        await pilot.press("q", "down", "enter")
        assert page(home) == "Review"
        await pilot.press("q", "down", "enter")
        assert page(home) == "ResultPage"
        await pilot.press("q")
        await click_sheet(pilot, home.screen.query_one(SheetList), 1)
        assert (page(home), home.screen.query_one(SheetList).cursor) == ("Home", 1)
        await double_click(pilot, " R ")
        assert page(home) == "Review"


async def test_result_and_answers_of_the_sheet_under_the_cursor(tmp_path: Path) -> None:
    """``r`` shows the result, from then on the verdict stands in the list; ``a`` shows the answers."""
    store = store_in(tmp_path)
    store_sheet(store, {"challenges": {"privacy": "no"}}, organisation="A")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "still open" not in screen_text(home)
        assert "answering 0 of 7" in screen_text(home)
        await pilot.press("r")
        assert page(home) == "ResultPage"
        await pilot.press("q")
        assert "… still open" in screen_text(home)
        await pilot.press("a")
        assert page(home) == "Review"


async def test_the_result_is_that_of_the_sheet_as_it_is_now(tmp_path: Path) -> None:
    """A result that was seen is made anew after another window has changed an answer."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {"departments": {"marketing": "yes"}}, organisation="A", finished=True)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("enter", "2")
        assert re.search(r"Marketing +● yes", screen_text(home))
        await pilot.press("q")
        store.record(id_, 1, [("answer", "departments.marketing", "no")], "")
        await pilot.press("enter", "2")
        assert re.search(r"Marketing +○ no", screen_text(home))


@pytest.mark.parametrize("keys", [("x", "q"), ("i", "q"), ("n", "escape")])
async def test_the_cursor_comes_back(tmp_path: Path, keys: tuple[str, str]) -> None:
    """From a page about no stored sheet the cursor is again where it was in the list."""
    store = store_in(tmp_path)
    for days, name in enumerate("ABC"):
        store_sheet(store, {}, organisation=name, days=days)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("down", keys[0])
        assert page(home) != "Home"
        await pilot.press(keys[1])
        found = home.screen.query_one(SheetList).sheet
        assert found is not None
        assert found.organisation == "B"


async def test_nothing_found_cannot_be_opened(tmp_path: Path) -> None:
    """The line at the bottom does not offer it."""
    store_sheet(store_in(tmp_path), {}, organisation="A")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "enter" in dict(footer(home))
        await pilot.press("slash", *"zz", "enter")
        assert "Nothing found." in screen_text(home)
        assert "enter" not in dict(footer(home))


async def test_the_cursor_is_on_the_sheet_that_one_comes_from(tmp_path: Path) -> None:
    """Back from a page with a sheet, and after it was brought back, the cursor is on its row."""
    store = store_in(tmp_path)
    for number, name in enumerate("ABCD"):
        store_sheet(store, {}, organisation=name, days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("down", "down", "a", "q")
        assert home.screen.query_one(SheetList).cursor == 2
        await pilot.press("d", "up", "u")
        assert home.screen.query_one(SheetList).cursor == 2


async def test_a_questionnaire_without_an_example(tmp_path: Path) -> None:
    """Where the pack has no example none is offered, in the list of keys, on the page or by its key."""
    folder = tmp_path / "pack"
    shutil.copytree(PACK.folder, folder, ignore=shutil.ignore_patterns("example.json"))
    home = SmcheckApp(load_pack(folder), store_in(tmp_path))
    async with home.run_test() as pilot:
        assert "x" not in dict(footer(home))
        assert "invented company" not in screen_text(home)
        await pilot.press("x")
        assert page(home) == "Home"
        await pilot.press("f1")
        assert "invented company" not in screen_words(home)
        await pilot.press("escape", "ctrl+p", *"invented")
        await until(lambda: "Nothing found." in screen_text(home))


async def test_search_by_organisation_or_respondent(tmp_path: Path) -> None:
    """``/`` searches while one types, in any case; Escape shows all sheets again."""
    store = store_in(tmp_path)
    for organisation, respondent in (("Bäcker", "Q"), ("Müller", "BÄRBEL"), ("Meyer", "")):
        store_sheet(store, {}, organisation=organisation, respondent=respondent)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("slash", "b", "ä")
        rows = home.screen.query_one(SheetList)
        await pilot.pause()
        assert len(rows.sheets) == 2
        await pilot.press("enter")
        assert home.focused is rows
        await pilot.press("escape")
        assert len(rows.sheets) == 3
        await pilot.press("slash", "z", "z")
        await pilot.pause()
        assert len(rows.sheets) == 0
        assert "Nothing found." in screen_text(home)
        assert page(home) == "Home"
        await pilot.press("enter", "r", "a", "m", "e", "d")
        assert page(home) == "Home"
        assert home.screen.query_one("#search", Input).value == "zz"
        await pilot.press("escape")
        assert len(rows.sheets) == 3
        assert "Nothing found." not in screen_text(home)


async def test_the_whole_list_scrolls(tmp_path: Path) -> None:
    """To its end and back by keys, with the states of the sheets that come in view, and of no others."""
    store = store_in(tmp_path)
    for number in range(104):
        store_sheet(store, {}, organisation=f"N{number:03}", days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        rows = home.screen.query_one(SheetList)
        assert (len(rows.sheets), "104 sheets" in screen_text(home)) == (104, True)
        assert rows.state(rows.sheets[50]) == NOT_READ
        await pilot.press("end")
        assert (rows.cursor, "N103" in screen_text(home), "N050" in screen_text(home)) == (103, True, False)
        assert "answering 0 of 7" in next(line for line in screen_text(home).split("\n") if "N103" in line)
        assert rows.state(rows.sheets[50]) == NOT_READ
        await pilot.press("up", "d")
        assert ("N102" in screen_words(home).replace(notice_text(home), ""), rows.cursor) == (False, 102)
        assert len(store.list_sheets()) == 103
        await pilot.press("pageup")
        assert rows.cursor == 102 - rows.size.height
        await pilot.press("home")
        assert (rows.cursor, "N000" in screen_text(home)) == (0, True)


async def test_sheets_that_cannot_be_read_stand_in_the_list(tmp_path: Path) -> None:
    """A damaged sheet and one of another pack are named as such; opening one says why it does not open."""
    store = store_in(tmp_path)
    good = store_sheet(store, {}, organisation="Good")
    damaged = store_sheet(store, {"daily": "pr"}, organisation="Damaged", days=1)
    other = store_sheet(store, {}, organisation="Other", days=2)
    store.close()
    with sqlite3.connect(tmp_path / "sheets.db") as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE sheets SET pack = 'another' WHERE id = ?", (other,))
        connection.execute("UPDATE entries SET kind = 'neither' WHERE sheet = ?", (damaged,))
    connection.close()
    home = app(tmp_path)
    async with home.run_test(size=(100, 24)) as pilot:
        text = {line[5:].split()[0]: line for line in screen_text(home).split("\n") if line[5:].strip()}
        assert text["Good"].endswith("answering 0 of 7")
        assert text["Damaged"].endswith("damaged")
        assert text["Other"].endswith("other pack")
        for steps in (1, 2):
            for key in ("enter", "r", "a"):
                await pilot.press("home", *["down"] * steps, key)
                assert page(home) == "Home"
                assert "sheets.db" in notice_text(home)
        await pilot.press("d")
        assert [entry.id for entry in store_in(tmp_path).list_sheets()] == [good, damaged]


async def test_the_state_of_each_sheet_in_words(tmp_path: Path) -> None:
    """How many questions are answered, whether all are, and the verdict once it was seen."""
    store = store_in(tmp_path)
    example = load_sheet(PACK.folder / "example.json", PACK)
    store.create(PACK, replace(example, organisation="Seen", modified=NOW), "review", finished=True)
    store.create(PACK, replace(example, organisation="Whole", modified=NOW), "review")
    store_sheet(store, {"team": all_items("team", "no"), "daily": "pr"}, organisation="Begun")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        states = {line[3:].split()[0]: line for line in screen_text(home).split("\n")[4:7]}
        assert states["Seen"].endswith("▼ below the surveyed")
        assert states["Whole"].endswith("answered, not seen")
        assert states["Begun"].endswith("answering 2 of 7")
        await resize(pilot, 40, 12)
        assert "▼ below the surveyed" in screen_words(home).replace("▌ ", "")


async def test_the_time_of_day_tells_sheets_of_one_day_apart(tmp_path: Path) -> None:
    """Sheets of one day have the time beside it, others the year; the year stands where it is another one."""
    store = store_in(tmp_path)
    example = load_sheet(PACK.folder / "example.json", PACK)
    moments = {"A": NOW, "B": NOW - timedelta(hours=3), "C": NOW - timedelta(days=9)}
    moments |= {"D": NOW - timedelta(days=366), "E": NOW - timedelta(days=366, hours=1)}
    for name, moment in moments.items():
        store.create(PACK, replace(example, organisation=name, created=moment, modified=moment))
    home = app(tmp_path)
    async with home.run_test():
        assert [re.split("  +", line[3:])[1] for line in screen_text(home).split("\n")[4:9]] == [
            "22 Nov, 14:02",
            "22 Nov, 11:02",
            "13 Nov 2026",
            "21 Nov 2025, 14:02",
            "21 Nov 2025, 13:02",
        ]


async def test_a_preview_beside_the_list(tmp_path: Path) -> None:
    """From 120 columns on the headline, the counts and the next steps of the sheet under the cursor."""
    store = store_in(tmp_path)
    example = load_sheet(PACK.folder / "example.json", PACK)
    store.create(PACK, example, "review", finished=True)
    home = app(tmp_path)
    async with home.run_test(size=(119, 50)) as pilot:
        assert "Below the surveyed companies" not in screen_words(home)
        await resize(pilot, 120, 50)
        found = overview(open_case(PACK, example))
        text = " ".join("".join(line.partition("│")[2] for line in screen_text(home).split("\n")).split())
        for part in (
            found.headline.sentence,
            found.headline.word,
            found.goals.sentence,
            *map(_title, found.steps),
        ):
            assert part in text, part
        assert all(re.search(rf"{s.label} +{s.count} +{s.theirs}", text) for s in found.sections)


async def test_nothing_is_said_of_a_result_that_was_not_seen(tmp_path: Path) -> None:
    """Beside the list, in it, and by handing it out: first the result is to be seen."""
    store = store_in(tmp_path)
    store.create(PACK, load_sheet(PACK.folder / "example.json", PACK), "review")
    home = app(tmp_path)
    async with home.run_test(size=(160, 50)) as pilot:
        assert not re.search(r"surveyed|below|score|theirs|advised|Do next|\d of (3|4)\b", screen_words(home))
        assert all(text in screen_text(home) for text in ("│  Enter go on\n", "│  r see the result\n"))
        await pilot.press("e")
        assert page(home) == "Home"
        assert notice_text(home) == "See the result first: r shows it. Then it can be handed out."
        await pilot.press("r", "q")
        assert "Do next" in screen_text(home)


async def test_handing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``e`` writes the result under the cursor to a file, and the page says so where it is."""
    monkeypatch.chdir(tmp_path)
    store = store_in(tmp_path)
    store.create(PACK, load_sheet(PACK.folder / "example.json", PACK), "review", finished=True)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("e", "end", "enter")
        assert page(home) == "Home"
        (written,) = tmp_path.glob("*.json")
        assert written.name in notice_text(home)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("start a new sheet", "ProfilePage"),
        ("look at the result", "ResultPage"),
        ("see which surveys", "About"),
    ],
)
async def test_the_invitation_can_be_clicked_on(tmp_path: Path, text: str, expected: str) -> None:
    """Each way to begin is begun by a click on its line."""
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.pause()
        await click_text(pilot, home.screen, text)
        assert page(home) == expected


async def test_the_search_is_begun_by_a_click(tmp_path: Path) -> None:
    """The line above the list says how to search and begins it."""
    store = store_in(tmp_path)
    store_sheet(store, {}, organisation="A")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await click_text(pilot, home.screen, "search by organisation")
        await pilot.press("b")
        assert home.screen.query_one("#search", Input).value == "b"


async def test_how_many_were_found(tmp_path: Path) -> None:
    """While one searches, the top line counts what was found; ↓ leads into it, ↑ from its first row back."""
    store = store_in(tmp_path)
    for number, name in enumerate(("Alpha", "Beta", "Alpine")):
        store_sheet(store, {}, organisation=name, days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await send_bytes(pilot, b"/alp")
        assert [key for key, _text in footer(home)] == ["down", "escape", "f1"]
        assert screen_text(home).split("\n")[0].endswith("2 of 3 sheets")
        await send_bytes(pilot, DOWN.encode())
        assert (home.focused, home.screen.query_one(SheetList).cursor) == (
            home.screen.query_one(SheetList),
            0,
        )
        await send_bytes(pilot, DOWN.encode(), UP.encode(), UP.encode())
        assert home.focused is home.screen.query_one("#search")
        await send_bytes(pilot, b"i", DOWN.encode(), b"\r")
        assert (page(home), "Alpine" in screen_text(home).split("\n")[0]) == ("Ask", True)
        await pilot.press("q", "home")
        await send_bytes(pilot, b"/bet", DOWN.encode(), ESCAPE.encode())
        sheets = home.screen.query_one(SheetList)
        assert (len(sheets.sheets), sheets.sheet and sheets.sheet.organisation) == (3, "Beta")


@pytest.mark.parametrize("width", [80, 160])
async def test_sorted_by_a_column(tmp_path: Path, width: int) -> None:
    """A click on its name sorts by a column, another one the other way round; ``s`` takes the next column."""
    store = store_in(tmp_path)
    for number, (name, respondent) in enumerate((("beta", "X"), ("Alpha", "Z"), ("", "Y"), ("Gamma", ""))):
        store_sheet(store, {}, organisation=name, respondent=respondent, days=number, finished=number == 1)
    home = app(tmp_path)

    def order() -> str:
        return "".join(sheet.organisation[:1] or "-" for sheet in home.screen.query_one(SheetList).sheets)

    async with home.run_test(size=(width, 24)) as pilot:
        assert (order(), "Changed ↓" in screen_text(home)) == ("bA-G", True)
        await click_text(pilot, home.screen, "Organisation")
        assert (order(), "Organisation ↑" in screen_text(home), "Changed ↓" in screen_text(home)) == (
            "AbG-",
            True,
            False,
        )
        await click_text(pilot, home.screen, "Organisation ↑")
        assert (order(), "Organisation ↓" in screen_text(home)) == ("-GbA", True)
        await send_bytes(pilot, b"s")
        assert (order(), "Respondent ↑" in screen_text(home)) == ("b-AG", True)
        await click_text(pilot, home.screen, "State")
        assert (order(), "State ↑" in screen_text(home)) == ("b-GA", True)
        await pilot.press("x", "q")
        assert (order(), "State ↑" in screen_text(home)) == ("b-GA", True)


def _title(step: StepLine) -> str:
    return step.title
