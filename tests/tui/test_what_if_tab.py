"""What if in the app: by key and by mouse, everything moves at once, nothing is stored."""

from dataclasses import replace
from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from smcheck.store import StoredJournal
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.result import ResultPage
from smcheck.tui.tabs.what_if import SwitchList, WhatIfTab
from support.app import (
    answering,
    app,
    click_text,
    footer,
    format_keys,
    notice_text,
    only_sheet,
    page,
    resize,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
)
from support.builders import PACK
from support.result import COMPANIES

SIZES = [(40, 12), (80, 24), (120, 40), (200, 50)]


def _tab(shown: SmcheckApp) -> WhatIfTab:
    assert isinstance(shown.screen, ResultPage), page(shown)
    return shown.screen.query_one(WhatIfTab)


def _switches(shown: SmcheckApp) -> SwitchList:
    return shown.screen.query_one(SwitchList)


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_key_switches_the_line_under_the_cursor(
    tmp_path: Path, size: tuple[int, int], key: str
) -> None:
    """Support comes in: 3 of 4 goals, score 25, and its box says so; twice more and all is as it was."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=size) as pilot:
        await pilot.press("w", "down", "down", "down")
        before = screen_text(shown)
        await pilot.press(key)
        assert _tab(shown).changes == {"departments.support": "yes"}
        assert "was “don't know”" in screen_words(shown)
        assert "[x] " in screen_text(shown).split("\n")[_row_of_cursor(shown)]
        assert "3 of 4" in screen_words(shown)
        await pilot.press(key, key)
        assert _tab(shown).changes == {}
        assert screen_text(shown) == before


def _row_of_cursor(shown: SmcheckApp) -> int:
    return next(y for y, row in enumerate(screen_text(shown).split("\n")) if "▌" in row)


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_switches(tmp_path: Path, size: tuple[int, int]) -> None:
    """A click on a switch does what Space does; one above them, on what stays in view, does nothing."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=size) as pilot:
        await pilot.press("5")
        await click_text(pilot, _switches(shown), "Sales")
        assert _tab(shown).changes == {"departments.sales": "yes"}
        await click_text(pilot, _switches(shown), "Sales")
        await click_text(pilot, _tab(shown), "Goals covered")
        assert _tab(shown).changes == {}


async def test_all_that_is_advised_and_back(tmp_path: Path) -> None:
    """Plus switches departments and set-up as advised, Backspace goes back; so do clicks on them."""
    shown = app(tmp_path, "example")
    advised = {f"departments.{name}": "yes" for name in ("pr", "sales", "support", "hr", "it", "legal")}
    advised |= {"team.cross_departmental": "yes", "team.ad_hoc": "no"}
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        before = screen_text(shown)
        await pilot.press("plus")
        assert _tab(shown).changes == advised
        assert "8 changed" in screen_words(shown)
        assert "then ▲ above the surveyed" in screen_words(shown)
        await pilot.press("backspace")
        assert screen_text(shown) == before
        await click_text(pilot, _switches(shown), "switch all that is advised")
        assert _tab(shown).changes == advised
        await click_text(pilot, _switches(shown), "back to the answers")
        assert _tab(shown).changes == {}


async def test_the_line_at_the_bottom_tells_which_keys_hold(tmp_path: Path) -> None:
    """Switching always; reset once something is switched, all advised until it is."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        assert ("space", "switch") in footer(shown)
        assert _tab(shown).check_action("reset", ()) is None
        await pilot.press("plus")
        assert _tab(shown).check_action("reset", ()) is True
        assert _tab(shown).check_action("advised", ()) is None


async def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    """Other tabs tell the real result; the switches are still as they were, at another size, too."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        overview = screen_text(shown)
        await pilot.press("5", "down", "space")
        changes, line = _tab(shown).changes, _switches(shown).line
        assert line is not None
        await pilot.press("1")
        assert screen_text(shown) == overview
        await pilot.press("w")
        assert (_tab(shown).changes, _switches(shown).line) == (changes, line)
        await resize(pilot, 80, 24)
        assert "1 changed" in screen_words(shown)
        again = _switches(shown).line
        assert again is not None
        assert again.subject == line.subject


@pytest.mark.sample(2)
@pytest.mark.parametrize("company", [*COMPANIES])
async def test_nothing_is_stored(tmp_path: Path, company: str) -> None:
    """Whatever is switched and wherever one leaves to, the stored sheet is as it was."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, COMPANIES[company], organisation="Muster AG", finished=True)
    shown = answering(tmp_path, StoredJournal(store, PACK, Sheet(PACK.id, id=id_)))
    async with shown.run_test(size=(120, 40)) as pilot:
        before = only_sheet(tmp_path)
        await pilot.press("5", "plus", "space", "down", "space", "end", "space", "2", "5", "backspace")
        await pilot.press("plus", "a", "escape")
        await pilot.press("q")
        assert page(shown) == "Home"
    assert replace(only_sheet(tmp_path), modified=before.modified) == before


async def test_it_can_be_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The result as text then tells what was supposed; from another tab it tells the result alone."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "down", "down", "down", "space", "e", *format_keys("txt"), "enter")
        assert ".txt" in notice_text(shown)
        with_it = next(folder.iterdir())
        assert "Customer support: yes, was “don't know”" in with_it.read_text(encoding="utf-8")
        await pilot.press("1", "e", *format_keys("txt"), "enter")
        alone = next(path for path in folder.iterdir() if path != with_it)
        assert "What if" not in alone.read_text(encoding="utf-8")


async def test_what_is_measured_against_another_survey(tmp_path: Path) -> None:
    """Switches stay when another survey is chosen; the numbers are those of that survey."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "down", "space", "6", "down", "enter", "5")
        assert _tab(shown).changes == {"departments.pr": "yes"}
        assert "1–2 of 6" in screen_words(shown)
        assert "2–3 of 6" in screen_words(shown)
