"""The result: tabs, the cursor, why beside or in a window, where keys lead, back to the same place."""

import json
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from smcheck.report.hand_out import formats, hand_out
from smcheck.report.overview import overview
from smcheck.sheet import Sheet, load_sheet
from smcheck.store import StoredJournal
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.result import TABS, ResultPage
from smcheck.tui.widgets.field import Choices
from smcheck.tui.widgets.line_list import LineList
from smcheck.tui.widgets.tab_line import TabLine
from smcheck.words.language import _, use
from support.app import (
    answering,
    app,
    click_row,
    click_text,
    footer,
    format_keys,
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
from support.result import case_of

NAMES = tuple(tab.NAME for tab in TABS)
EXAMPLE = json.loads((PACK.folder / "example.json").read_text(encoding="utf-8"))["answers"]
OPEN = {
    "team": all_items("team", "no", dedicated="yes", ad_hoc="no"),
    "daily": "marketing",
    "departments": all_items("departments", "no", marketing="yes", pr="yes", support="unknown"),
    "goals": all_items("goals", "no"),
    "challenges": all_items("challenges", "no"),
}


def _result(folder: Path, answers: Mapping[str, Any], lang: str = "en") -> SmcheckApp:
    """The app at the result of a stored sheet."""
    store = store_in(folder)
    id_ = store_sheet(store, answers, organisation="Muster AG", finished=True)
    shown = answering(folder, StoredJournal(store, PACK, Sheet(PACK.id, id=id_)))
    use(lang)
    return shown


def _result_page(shown: SmcheckApp) -> ResultPage:
    assert isinstance(shown.screen, ResultPage), page(shown)
    return shown.screen


def _lines(shown: SmcheckApp) -> LineList:
    """The list that the cursor is in."""
    current = _result_page(shown).tab.current
    assert current is not None
    return current


def _open_tab(shown: SmcheckApp) -> str:
    assert _result_page(shown).tab.display
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
            read: dict[LineList, set[int]] = {lines: set() for lines in _result_page(shown).tab.lists}
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
        left, right = _result_page(shown).tab.lists
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
    shown = _result(tmp_path, OPEN)
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
    shown = _result(tmp_path, OPEN)
    async with shown.run_test() as pilot:
        await click_text(pilot, _lines(shown), "leads to the question")
        assert page(shown) == "Ask"


async def test_missing_answers_are_said_and_led_to(tmp_path: Path) -> None:
    """An incomplete sheet says how much is answered; ``a`` goes to the first question without an answer."""
    shown = _result(tmp_path, {"team": all_items("team", "no")})
    async with shown.run_test() as pilot:
        found = overview(_result_page(shown).tab.case)
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


@pytest.mark.sample(1)
@pytest.mark.parametrize("lang", ["en", "de"])
async def test_hand_out_writes_new_files_only_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """Each format goes into the folder one is in, under a free name; the page stays at its place."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shown = _result(tmp_path, EXAMPLE, lang)
    async with shown.run_test() as pilot:
        await pilot.press("4", "down")
        place = _result_page(shown).place()
        for ending in formats():
            await pilot.press("e", *format_keys(ending), "enter")
            assert _result_page(shown).place() == place
        names = sorted(path.name for path in folder.iterdir())
        assert names == sorted(f"smcheck-muster-ag.{ending}" for ending in formats())
        contents = {path: path.read_bytes() for path in folder.iterdir()}
        assert all(contents.values())
        await pilot.press("e")
        await click_row(pilot, shown.screen.query_one(Choices), 0)
        new = [path for path in folder.iterdir() if path not in contents]
        assert len(new) == 1
        assert new[0].name in notice_text(shown)
        assert {path: path.read_bytes() for path in contents} == contents
    assert load_sheet(folder / "smcheck-muster-ag.json", PACK).answers == case_of("example").sheet.answers


async def test_help_over_the_window_while_a_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file is there before its help is closed, the window closes after it and says where."""
    monkeypatch.chdir(tmp_path)
    read, made = Event(), Event()

    def make_later(*given: Any) -> None:
        read.wait(10)
        hand_out(*given)
        made.set()

    monkeypatch.setattr("smcheck.tui.screens.export.hand_out", make_later)
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("e", *format_keys("json"))
        shown.simulate_key("enter")
        await until(lambda: "Being made" in screen_words(shown))
        shown.simulate_key("f1")
        await until(lambda: page(shown) == "HelpWindow")
        read.set()
        await until(made.is_set)
        await pilot.pause()
        shown.simulate_key("escape")
        await until(lambda: page(shown) == "ResultPage")
        await pilot.pause()
        assert "Saved: " in notice_text(shown)


async def test_a_folder_that_cannot_be_written_to_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no file can be made the page says why and nothing else happens."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("e")
        folder.rmdir()
        await pilot.press("end", "enter")
        assert "No such file or directory" in screen_words(shown)
        assert page(shown) == "ExportWindow"
        await pilot.press("escape")
        assert page(shown) == "ResultPage"


async def test_a_name_that_is_taken_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays, and what is said names nothing that only a command has."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.docx").write_text("mine", encoding="utf-8")
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("e", "tab", "ctrl+u", *"mine", "enter")
        words = screen_words(shown)
        assert "the file exists; expected: another name" in words
        assert "--force" not in words
        assert page(shown) == "ExportWindow"
        await pilot.press("2")
        assert "the file exists" not in screen_words(shown)
        await pilot.press("backspace", "enter", "shift+tab", "down")
        assert "the file exists" not in screen_words(shown)
    assert (tmp_path / "mine.docx").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mine.docx", "mine.txt"),
        ("mine.htm", "mine.txt"),
        ("v2.1", "v2.1.txt"),
        ("mine.TXT", "mine.TXT"),
        ("mine.text", "mine.text"),
    ],
)
async def test_another_formats_ending_gives_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str
) -> None:
    """The file has the ending of the format that is chosen, and the whole path is said."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(200, 24)) as pilot:
        await pilot.press("e", *format_keys("txt"), "tab", "ctrl+u", *typed)
        assert ("enter", "write the file") in footer(shown)
        await pilot.press("enter")
        await pilot.pause()
        assert notice_text(shown) == f"Saved: {folder / name}"
    assert [path.name for path in folder.iterdir()] == [name]


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
