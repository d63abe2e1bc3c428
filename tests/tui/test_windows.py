"""Windows in front of pages: each closes itself alone, and what is written in one is never lost."""

import asyncio
import random
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.geometry import Size
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.ask import Ask
from smcheck.tui.screens.command_palette import CommandPalette
from smcheck.tui.screens.home import Home
from smcheck.tui.screens.modal import Modal
from smcheck.tui.screens.page import Page
from smcheck.tui.screens.text_window import TextWindow
from smcheck.tui.widgets.field import Dropdown
from smcheck.tui.widgets.line_list import LineList
from smcheck.tui.widgets.sheet_list import SheetColumns, SheetList
from support.app import app, only_sheet, page, screen_words, store_in, store_sheet, until
from support.lateness import come_late
from support.pages import PAGES, close_windows, many_sheets
from support.stillness import until_still
from support.terminal_input import ESCAPE, F1, click, send_bytes


async def _commands(pilot: Pilot[None], typed: str) -> OptionList:
    """What the list of commands has found."""
    await pilot.press("ctrl+p", *typed)
    found = pilot.app.screen.query_one("#commands", OptionList)
    await until(lambda: found.option_count and found.scrollable_content_region)
    return found


async def test_a_double_click_on_a_command_closes_the_list_alone(tmp_path: Path) -> None:
    """The second click finds the list gone; the page behind it stays."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        pages = list(asking.screen_stack)
        found = await _commands(pilot, "note")
        for _time in range(2):
            found.post_message(OptionList.OptionSelected(found, found.get_option_at_index(0), 0))
        await until(lambda: page(asking) == "NoteWindow")
        assert asking.screen_stack[:-1] == pages


async def test_a_window_takes_one_answer(tmp_path: Path) -> None:
    """Closed twice, a window leaves its page alone; the first answer counts."""
    store_sheet(store_in(tmp_path), {}, organisation="A")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        answers: list[str | None] = []
        reading = TextWindow[None]("A", ["B"])
        home.push_screen(reading, lambda _nothing: answers.append("closed"))
        await pilot.pause()
        reading.action_close()
        reading.action_close()
        await pilot.pause()
        assert page(home) == "Home"
        assert answers == ["closed"]


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", PAGES)
async def test_what_comes_while_a_page_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, name: str
) -> None:
    """A size, keys and what they have changed, told to a page that is on its way out: all is let be."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        for width in (80, 79, 78):
            await PAGES[name](pilot, session)
            await pilot.pause()
            with monkeypatch.context() as late:
                come_late(late, chance, share=0.5)
                shown.post_message(events.Resize(Size(width, 24), Size(width, 24)))
                await asyncio.sleep(chance.random() * 0.02)
                shown.screen.refresh_bindings()
                shown.simulate_key("down")
                shown.simulate_key(chance.choice(("enter", "escape", "space")))
                shown.show_home()
                await until_still(shown)
            await close_windows(pilot)
            assert shown.is_running


@pytest.mark.sample(1)
@pytest.mark.parametrize("late", [SmcheckApp, Home, SheetList, Ask])
async def test_keys_for_a_page_that_is_just_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, late: type[MessagePump]
) -> None:
    """Typed ahead, keys wait for the page that a row opens: none is lost, and none fails in its absence."""
    store_sheet(store_in(tmp_path), {"team": {"dedicated": "yes"}}, position="team")
    home = app(tmp_path)
    async with home.run_test():
        come_late(monkeypatch, chance, share=0.7, who=late)
        for key in ("enter", "2", "right", "left", "3"):
            home.simulate_key(key)
        await until_still(home)
    assert only_sheet(tmp_path).answers == {
        f"team.{item}": "yes" for item in ("dedicated", "cross_departmental", "ad_hoc")
    }


async def test_a_click_that_overtakes_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random
) -> None:
    """A key that arrives when a click has changed the page waits for the new one to be whole."""
    store_sheet(store_in(tmp_path), {}, position="team")
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        for _time in range(5):
            rows = shown.screen.query_one(SheetList)
            with monkeypatch.context() as late:
                come_late(late, chance, share=0.8, who=(SmcheckApp, Ask))
                shown.simulate_key("2")
                await asyncio.sleep(0.01)
                rows.action_choose()
                await until_still(shown)
            assert page(shown) == "Ask"
            shown.show_home()
            await pilot.pause()


async def test_pages_opened_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random
) -> None:
    """A page that comes while another one is being made takes its place when that one is whole."""
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test():
        come_late(monkeypatch, chance, share=0.5, who=Page)
        for _time in range(3):
            shown.show_question(session)
            shown.show_review(session)
            shown.show_about()
            await until_still(shown)
            assert [type(screen).__name__ for screen in shown.screen_stack][1:] == ["About"]


@pytest.mark.parametrize("key", ["2", "right", "f1", "enter", "q"])
async def test_what_comes_while_the_app_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, key: str
) -> None:
    """Keys that come when one has left do nothing, and fail in nothing."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("1")
        come_late(monkeypatch, chance, share=0.5)
        asking.exit()
        for _time in range(5):
            asking.simulate_key(key)
            await asyncio.sleep(0.002)
    assert asking.return_code == 0


async def test_a_note_is_kept_when_one_is_taken_elsewhere(tmp_path: Path) -> None:
    """A command that takes one home while a note is being written: it is stored, and no page stays behind."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("1", "n", *"later")
        asking.show_home()
        await until(lambda: page(asking) == "Home")
        await pilot.pause()
        assert [type(screen).__name__ for screen in asking.screen_stack] == ["Screen", "Home"]
    assert only_sheet(tmp_path).notes == {"team": "later"}


async def test_the_list_of_commands_opens_while_the_last_one_closes(tmp_path: Path) -> None:
    """Opened, closed and opened again before Textual has taken the first one away."""
    home = app(tmp_path)
    async with home.run_test() as pilot:
        for _time in range(3):
            home.action_command_palette()
            cast("CommandPalette", home.screen).dismiss()
        home.search_themes()
        await until(lambda: home.screen.query("#commands"))
        await _commands(pilot, "")
        assert page(home) == "CommandPalette"


@pytest.mark.parametrize(("place", "left"), [((0, 0), "Home"), ((79, 23), "CommandPalette")])
async def test_a_click_on_a_place_that_is_gone(tmp_path: Path, place: tuple[int, int], left: str) -> None:
    """A click beside the list of commands closes it; one outside of a window now smaller does nothing."""
    home = app(tmp_path)
    async with home.run_test(size=(40, 12)) as pilot:
        await pilot.press("ctrl+p")
        home.screen.post_message(events.Click(home.screen, *place, 0, 0, 1, False, False, False, *place))
        await pilot.pause()
        assert page(home) == left


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", ["names", "note", "export", "why", "help", "commands"])
async def test_a_click_beside_a_window_closes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whatever the window is for; a click into it does not, and the page behind stays."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(80, 40)) as pilot:
        await PAGES[name if name in PAGES else "home"](pilot, session)
        if name == "commands":
            await pilot.press("ctrl+p")
        await pilot.pause()
        before, window = shown.screen, shown.screen.query_one("#window").region
        assert isinstance(before, Modal)
        await send_bytes(pilot, click(window.x + 2, window.y + 1).encode())
        assert shown.screen is before
        await send_bytes(pilot, click(window.x, window.y - 1).encode())
        assert shown.screen is not before
        assert isinstance(shown.screen, Page)


async def test_a_click_beside_a_note_keeps_it(tmp_path: Path) -> None:
    """Closed by the mouse, what was typed is stored as with Escape."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("1", "n", *"kept")
        await send_bytes(pilot, click(0, 0).encode())
        assert page(asking) == "Ask"
    assert only_sheet(tmp_path).notes == {"team": "kept"}


@pytest.mark.parametrize("name", ["names", "note", "export", "commands"])
async def test_help_in_a_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """F1 says what a window is for and which keys it has; it closes to where one was."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await PAGES[name if name in PAGES else "home"](pilot, session)
        if name == "commands":
            await pilot.press("ctrl+p")
        await pilot.pause()
        before = shown.screen
        assert isinstance(before, Modal)
        await send_bytes(pilot, F1.encode())
        assert before.HELP_TEXT[:30] in screen_words(shown)
        assert "Esc" in screen_words(shown)
        await send_bytes(pilot, ESCAPE.encode())
        assert shown.screen is before


def _has_no_place(rows: OptionList | LineList) -> bool:
    return not rows.scrollable_content_region


@pytest.mark.sample(2)
@pytest.mark.parametrize("where", ["home", "review", "ask", "what-if", "profile", "commands"])
async def test_a_list_that_has_no_place_yet_has_no_pages(tmp_path: Path, where: str) -> None:
    """Page up and down may come before a list is laid out: they do nothing then."""
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await PAGES[where if where in PAGES else "home"](pilot, many_sheets(tmp_path))
        if where == "commands":
            await pilot.press("ctrl+p")
        await pilot.pause()
        for rows in shown.screen.query(OptionList):
            rows.display = False
            await until(partial(_has_no_place, rows))
            rows.set_options([Option("one"), Option("two")])
            rows.action_page_down()  # type: ignore[no-untyped-call]
            rows.action_page_up()  # type: ignore[no-untyped-call]
        for lines in shown.screen.query(LineList):
            lines.display = False
            await until(partial(_has_no_place, lines))
            for direction in (1, -1):
                lines.action_page(direction)
                lines.action_step(direction)
                lines.action_end(direction)
            assert lines.cursor is None or lines.lines[lines.cursor].stop
        assert shown.is_running


async def test_pages_of_a_choice_can_be_turned_at_once(tmp_path: Path) -> None:
    """A choice that has just been opened bears any key."""
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await PAGES["profile"](pilot, many_sheets(tmp_path))
        await pilot.pause()
        choice = shown.screen.query(Dropdown).first()
        choice.focus()
        await pilot.press("space", "pagedown", "pageup", "pagedown", "enter")
        assert choice.value == choice._options[-1][1]


async def test_a_click_on_a_row_that_is_gone_chooses_nothing(tmp_path: Path) -> None:
    """The list has become shorter between the click and its arrival."""
    store_sheet(store_in(tmp_path), {}, organisation="A")
    store_sheet(store_in(tmp_path), {}, organisation="B")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.pause()
        rows = home.screen.query_one(SheetList)
        assert rows.row_count == 2
        rows.show(rows.sheets[:1], home.screen.query_one(SheetColumns).table(), fresh=False)
        for clicks in (1, 2):
            rows.post_message(events.Click(rows, 5, 1, 0, 0, 1, False, False, False, chain=clicks))
            await pilot.pause()
        assert page(home) == "Home"
        rows.post_message(events.Click(rows, 5, 0, 0, 0, 1, False, False, False, chain=2))
        await pilot.pause()
        assert page(home) == "Ask"


@pytest.mark.sample(3)
@pytest.mark.parametrize("name", PAGES)
async def test_a_size_at_every_step_of_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A page is taken apart in steps; between any two of them its parts may be told of a new size."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    sizes = cycle((Size(40, 12), Size(200, 50), Size(80, 24)))
    async with shown.run_test() as pilot:
        await PAGES[name](pilot, session)
        await pilot.pause()
        monkeypatch.setattr(SmcheckApp, "size", property(lambda _app: next(sizes)))
        parts = [part for screen in shown.screen_stack for part in screen.walk_children()]
        shown.show_home()
        told = 0
        while any(part.is_running for part in parts):
            for part in parts:
                size = next(sizes)
                told += part.post_message(events.Resize(size, size))
            await asyncio.sleep(0)
        assert told
        await until_still(shown)
        assert shown.is_running
