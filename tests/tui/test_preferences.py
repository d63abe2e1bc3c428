"""Language and survey, chosen in the app: they hold at once, lose nothing, and hold in the next start."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from smcheck.session import Session
from smcheck.settings import change_settings, read_settings
from smcheck.tui.app import SmcheckApp
from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.sheet_list import SheetList
from smcheck.words.language import language, use
from support.app import footer, only_sheet, page, screen_text, screen_words, store_in
from support.builders import PACK
from support.pages import PAGES, many_sheets


def _app(folder: Path) -> SmcheckApp:
    use("en")
    return SmcheckApp(PACK, store_in(folder), folder / "settings.toml")


async def _choose_german(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+p", *"sprache", "enter")
    await pilot.pause()
    await pilot.press(*"deut", "enter")
    await pilot.pause()


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", ["home", "about", "profile", "ask", "review", "result", "what-if"])
async def test_another_language_holds_at_once(tmp_path: Path, name: str) -> None:
    """Each page is shown again in German, and the choice is kept."""
    shown = _app(tmp_path)
    reach: Callable[[Pilot[None], Session], Awaitable[None]] = PAGES[name]
    async with shown.run_test() as pilot:
        await reach(pilot, many_sheets(tmp_path))
        await pilot.pause()
        before = page(shown)
        await _choose_german(pilot)
        assert (page(shown), language()) == (before, "de")
        assert {"Hilfe"} <= {text for _key, text in footer(shown)}
        assert read_settings(tmp_path / "settings.toml").language == "de"


async def test_what_was_being_typed_is_not_lost(tmp_path: Path) -> None:
    """A name in the profile's field is stored before the page is shown again."""
    shown = _app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("n", *"Example")
        await _choose_german(pilot)
        assert "Wer antwortet?" in screen_text(shown)
        assert "Example" in screen_text(shown)
    assert only_sheet(tmp_path).organisation == "Example"


async def test_an_answer_is_where_it_was(tmp_path: Path) -> None:
    """The question stays, with its marks."""
    shown = _app(tmp_path)
    shown.start_new()
    async with shown.run_test() as pilot:
        await pilot.press("1", "enter")
        before = screen_text(shown).split("\n")[0]
        assert "Question 2 of 7" in before
        await _choose_german(pilot)
        assert "Frage 2 von 7" in screen_text(shown).split("\n")[0]


async def test_the_cursor_is_where_it_was(tmp_path: Path) -> None:
    """On a question it stays on its row, in the list of sheets on its sheet."""
    shown = _app(tmp_path)
    async with shown.run_test() as pilot:
        await PAGES["ask"](pilot, many_sheets(tmp_path))
        await pilot.press("down", "down")
        await _choose_german(pilot)
        assert shown.screen.query_one(AnswerList).place == 5
        await pilot.press("q", "end")
        before = shown.screen.query_one(SheetList).sheet
        await pilot.press("ctrl+p", *"sprache", "enter")
        await pilot.pause()
        await pilot.press(*"eng", "enter")
        await pilot.pause()
        after = shown.screen.query_one(SheetList).sheet
        assert before is not None
        assert after is not None
        assert after.id == before.id


async def test_the_survey_is_chosen_for_all_results(tmp_path: Path) -> None:
    """A result measured against another survey is so in the next start; documented figures take it back."""
    name = next(id_ for id_ in PACK.figure_sets if id_ != "documented")
    change_settings(tmp_path / "settings.toml", figures=name)
    shown = _app(tmp_path)
    shown.start_example()
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "measured against" in screen_words(shown)
        await pilot.press("6", "home", "enter")
        await pilot.pause()
        assert "measured against" not in screen_words(shown)
        assert read_settings(tmp_path / "settings.toml").figures == ""
        await pilot.press("down", "enter")
        chosen = read_settings(tmp_path / "settings.toml").figures
        assert chosen in PACK.figure_sets
        await pilot.press("q", "x")
        assert "measured against" in screen_words(shown)


async def test_a_survey_that_this_questionnaire_does_not_have(tmp_path: Path) -> None:
    """It was chosen with another questionnaire: the documented figures hold, and the choice stays."""
    change_settings(tmp_path / "settings.toml", figures="of-another-pack")
    shown = _app(tmp_path)
    shown.start_example()
    async with shown.run_test() as pilot:
        await pilot.pause()
        assert "measured against" not in screen_words(shown)
    assert read_settings(tmp_path / "settings.toml").figures == "of-another-pack"
