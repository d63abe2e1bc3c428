"""The result: tabs, the why behind every number, the trial that stores nothing, the export."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from smcheck.pack.loading import restore_pack
from smcheck.sheet import load_sheet
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.result import ResultPage
from smcheck.tui.widgets.field import Choices
from smcheck.tui.widgets.result_list import ResultList
from smcheck.tui.widgets.tab_line import TabLine
from smcheck.words.language import _
from support.app import (
    app,
    click_row,
    click_text,
    footer,
    kept,
    only_sheet,
    page,
    resize,
    said,
    seen,
    store_in,
    words,
)
from support.builders import PACK, all_items, sheet_of
from support.stillness import until_still

NAMES = ("Overview", "Comparison", "Departments", "Advice", "What if", "Figures")
WHAT_IF = 4

EXAMPLE = json.loads((PACK.folder / "example.json").read_text(encoding="utf-8"))["answers"]
NOTHING_HERE = {
    "team": all_items("team", "no"),
    "departments": all_items("departments", "na"),
    "goals": all_items("goals", "yes"),
    "challenges": all_items("challenges", "yes"),
}


def _result(folder: Path, answers: Mapping[str, Any], lang: str = "en") -> SmcheckApp:
    """The app over one stored sheet whose result was seen; Enter opens it."""
    kept(store_in(folder), answers, organisation="Beispiel GmbH", finished=True)
    return app(folder, lang=lang)


def _open_tab(shown: SmcheckApp) -> str:
    names = shown.screen.query_one(TabLine)
    return names._names[names.open_tab]


async def test_tabs_by_arrow_digit_and_click(tmp_path: Path) -> None:
    """→ and ← go round, a digit opens its tab, and so does a click on its name or on the narrow arrows."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(100, 24)) as pilot:
        for name in (*NAMES[1:], NAMES[0]):
            await pilot.press("right")
            assert _open_tab(shown) == name
        await pilot.press("left")
        assert _open_tab(shown) == "Figures"
        await pilot.press("3")
        assert _open_tab(shown) == "Departments"
        for name in reversed(NAMES):
            await click_text(pilot, shown.screen.query_one(TabLine), name)
            assert _open_tab(shown) == name
            assert f"[{name}]" in seen(shown)
        await resize(pilot, 40, 12)
        assert "‹ Overview 1/6 ›" in seen(shown)
        await pilot.click(TabLine, offset=(1, 0))
        assert "‹ Figures 6/6 ›" in seen(shown)
        await pilot.click(TabLine, offset=(30, 0))
        assert "‹ Overview 1/6 ›" in seen(shown)


def _stops(results: ResultList) -> list[int]:
    return [index for index, line in enumerate(results._shown) if not line.heading]


async def _walk(shown: SmcheckApp) -> int:
    """Go to every line, asking why wherever that is offered; how often it was."""
    results = shown.screen.query_one(ResultList)
    asked = 0
    for place in _stops(results):
        results.highlighted = place
        line = results.row
        assert line is not None
        assert ("enter" in dict(footer(shown))) == (line.why is not None)
        if line.why is not None:
            before = results.scroll_offset
            shown.simulate_key("enter")
            await until_still(shown)
            assert page(shown) == "TextWindow"
            told = str(shown.screen.query_one("#paragraphs > *").render())
            assert len(told.split()) > 8
            shown.simulate_key("escape")
            await until_still(shown)
            assert page(shown) == "ResultPage"
            assert (results.highlighted, results.scroll_offset) == (place, before)
            asked += 1
    return asked


@pytest.mark.parametrize(
    ("answers", "least"),
    [(EXAMPLE, 50), ({}, 25), (NOTHING_HERE, 30)],
    ids=["example", "empty", "nothing-here"],
)
async def test_every_number_says_why(tmp_path: Path, answers: Mapping[str, Any], least: int) -> None:
    """On every line of every tab that has a number Enter says how it came about, and Escape goes back."""
    shown = _result(tmp_path, answers)
    asked = 0
    async with shown.run_test(size=(60, 16)) as pilot:
        await pilot.press("enter")
        for number, name in enumerate(NAMES, 1):
            await pilot.press(str(number))
            assert _open_tab(shown) == name
            if number - 1 != WHAT_IF:
                asked += await _walk(shown)
    assert asked >= least


async def test_a_click_on_a_line_says_why(tmp_path: Path) -> None:
    """What Enter does, a click does too."""
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await click_row(pilot, shown.screen.query_one(ResultList), 0)
        assert page(shown) == "TextWindow"
        assert "How this came about" in seen(shown)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=["40x12", "80x24"])
@pytest.mark.parametrize("keys", [("down", "up"), ("pagedown", "pageup")], ids=["arrows", "pages"])
async def test_every_row_can_be_read_by_keyboard(
    tmp_path: Path, size: tuple[int, int], keys: tuple[str, str]
) -> None:
    """Down and up again, each row of each tab comes into view, however tall its line is."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=size) as pilot:
        for number in range(1, 7):
            await pilot.press(str(number))
            await pilot.pause()
            results = shown.screen.query_one(ResultList)
            every = set(range(results.virtual_size.height))
            steps = {
                "down": results.action_cursor_down,
                "up": results.action_cursor_up,
                "pagedown": results.action_page_down,
                "pageup": results.action_page_up,
            }
            ends = {1: (_stops(results)[-1], results.max_scroll_y), -1: (_stops(results)[0], 0)}
            for direction, key in zip((1, -1), keys, strict=True):
                read: set[int] = set()
                for _step in range(500):
                    top = results.scroll_offset.y
                    read |= set(range(top, top + results.scrollable_content_region.height))
                    if (results.highlighted, top) == ends[direction]:
                        break
                    steps[key]()
                assert every - read == set()
                assert (results.highlighted, results.scroll_offset.y) == ends[direction]


async def test_what_if_says_what_is_open(tmp_path: Path) -> None:
    """A switch without an answer says that it is open until it is switched; a no says nothing."""
    shown = _result(tmp_path, {"departments": {"marketing": "no", "pr": "unknown"}})
    async with shown.run_test() as pilot:
        await pilot.press("enter", "w", "down", "down")
        rows = {line.split("│")[0].strip() for line in seen(shown).split("\n")}
        assert "[ ] Marketing" in rows
        assert any(row.startswith("[?] Public relations") and row.endswith("don't know") for row in rows)
        assert any(row.startswith("[ ] Sales") and row.endswith("open") for row in rows)
        await pilot.press("space")
        assert "[x] Sales changed" in words(shown)


async def test_what_if_moves_the_numbers_and_stores_nothing(tmp_path: Path) -> None:
    """Space and a click switch, ⌫ takes all back, and the stored answers are as they were."""
    shown = _result(tmp_path, EXAMPLE)
    async with shown.run_test() as pilot:
        await pilot.press("enter", "w")
        assert _open_tab(shown) == "What if"
        assert "backspace" not in dict(footer(shown))
        before = seen(shown)
        assert "FIT 20–45 20–45" in words(shown)
        await pilot.press("down", "down", "down", "space")
        results = shown.screen.query_one(ResultList)
        assert "[x] Customer support changed" in words(shown)
        assert results.highlighted == 4
        assert "FIT 20–45 45" in words(shown)
        await pilot.press("enter")
        await click_row(pilot, results, 2)
        assert "[x] Public relations changed" in words(shown)
        await pilot.press("backspace", "home")
        assert seen(shown) == before
        assert only_sheet(tmp_path).answers == load_sheet(PACK.folder / "example.json", PACK).answers


async def test_open_goals_are_not_told_as_nobody_missing(tmp_path: Path) -> None:
    """With goals and set-up open, overview, advice and what if say what is open, not that all is well."""
    shown = _result(tmp_path, {"departments": all_items("departments", "yes", hr="no", sales="no")})
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("enter")
        assert "BRING IN Nothing is known yet that calls for a department. Still open:" in words(shown)
        await pilot.press("4")
        assert "46 % of surveyed companies involve it. Whether you need it depends on what is" in words(shown)
        assert "Nothing to say about the set-up as far as it is known. Still open: Team" in words(shown)
        await pilot.press("5")
        assert "Nothing is known yet" in words(shown)
        assert "nobody" not in words(shown).lower()


async def test_needs_whose_leads_do_not_exist(tmp_path: Path) -> None:
    """Where no need can have a lead it is not said that those have one that can; each text has its number."""
    shown = _result(
        tmp_path,
        {
            "departments": all_items("departments", "na", marketing="yes"),
            "goals": all_items("goals", "no", service="yes", customers="yes"),
            "challenges": all_items("challenges", "no"),
        },
    )
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("enter", "3")
        assert "that can have a lead" not in words(shown)
        assert "Nobody here can lead: customers and" not in words(shown)
        assert "The departments do not exist." in words(shown)


@pytest.mark.parametrize("lang", ["en", "de"])
async def test_export_writes_new_files_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """Each format is written into the folder one is in, under a free name; nothing is ever overwritten."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shown = _result(tmp_path, EXAMPLE, lang)
    async with shown.run_test() as pilot:
        await pilot.press("enter")
        for steps in range(4):
            await pilot.press("e", *["down"] * steps, "enter")
            assert page(shown) == "ResultPage"
        names = sorted(path.name for path in folder.iterdir())
        assert [Path(name).suffixes for name in names] == [[".json"], [".md"], [".result", ".json"], [".txt"]]
        contents = {path: path.read_bytes() for path in folder.iterdir()}
        assert all(contents.values())
        await pilot.press("e")
        await click_row(pilot, shown.screen.query_one(Choices), 0)
        new = [path for path in folder.iterdir() if path not in contents]
        assert len(new) == 1
        assert said(shown) == _("Written: {file}").format(file=new[0].name)
        assert {path: path.read_bytes() for path in contents} == contents
        await pilot.press("e", "escape")
        assert len(list(folder.iterdir())) == 5
    assert load_sheet(folder / names[0], PACK).answers == only_sheet(tmp_path).answers
    assert json.loads((folder / names[2]).read_text(encoding="utf-8"))["figures"] == "documented"


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
        await pilot.press("enter")
        assert page(shown) == "ResultPage"
        assert said(shown) != ""


async def test_from_the_result_to_the_answers_and_home(tmp_path: Path) -> None:
    """``a`` shows all questions, ``q`` and Escape the list; the example says that it is not stored."""
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        assert "Beispiel GmbH · example, not stored" in seen(shown)
        await pilot.press("a")
        assert page(shown) == "Review"
        await pilot.press("home", "enter")
        assert said(shown) == "Nothing is stored of an example."
        await pilot.press("1", "r", "f2")
        assert isinstance(shown.screen, ResultPage)
        await pilot.press("escape")
        assert page(shown) == "Home"
    assert not store_in(tmp_path).exists()


async def test_a_sheet_of_an_older_questionnaire_goes_over_when_told_to(tmp_path: Path) -> None:
    """The result names the version it is measured with; ``v`` says what differs, ``y`` goes over to it."""
    older = PACK.contents["pack.toml"].replace(b'version = "1.0.0"', b'version = "0.9.0"')
    pack = restore_pack(
        PACK.folder, {**PACK.contents, "pack.toml": older.replace(b"weight = 1", b"weight = 2", 1)}
    )
    store = store_in(tmp_path)
    id_ = store.create(pack, sheet_of(EXAMPLE, organisation="A"), finished=True)
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("enter")
        assert "Answered under version 0.9.0" in said(shown)
        await pilot.press("v")
        assert "changed: section Team" in seen(shown)
        await pilot.press("escape")
        assert store.load(id_, PACK).sheet.pack_version == "0.9.0"
        await pilot.press("v", "y")
        assert page(shown) == "ResultPage"
        assert said(shown) == ""
        assert "v" not in dict(footer(shown))
    assert store.load(id_, PACK).sheet.pack_version == "1.0.0"
