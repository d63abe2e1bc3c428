"""The keys: what the line at the bottom shows can be done, help names all of it, commands reach it."""

from pathlib import Path

import pytest

from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.page import Page
from smcheck.tui.widgets.field import Choices
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.words.language import _
from support.app import app, click_text, footer, page, screen_text, store_in, until
from support.pages import PAGES, Reach, close_windows, many_sheets


def _state(shown: SmcheckApp) -> tuple[object, ...]:
    """What can be seen: the page, its text, and where the cursor is."""
    rows = shown.screen.query(Choices)
    focused = shown.focused
    return page(shown), screen_text(shown), focused and focused.id, rows and rows.first().highlighted


@pytest.mark.sample(1)
@pytest.mark.parametrize("reach", PAGES.values(), ids=PAGES.keys())
async def test_every_key_shown_does_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reach: Reach
) -> None:
    """Each key at the bottom of each page can be pressed and changes what one sees."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(200, 24)) as pilot:
        await reach(pilot, session)
        await pilot.pause()
        keys = footer(shown)
        assert keys != []
        for key, _text in keys:
            await close_windows(pilot)
            await reach(pilot, session)
            await pilot.pause()
            active = shown.screen.active_bindings[key]
            assert active.enabled
            if active.binding.action == "app.quit":  # seen in a test of its own
                continue
            before = _state(shown)
            await pilot.press(key)
            assert _state(shown) != before


async def test_all_keys_that_hold_are_shown_where_there_is_room(tmp_path: Path) -> None:
    """Nothing that can be done with a named key is left out of a long line; help stands last."""
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(200, 24)) as pilot:
        for reach in PAGES.values():
            await reach(pilot, session)
            await pilot.pause()
            holding = {
                key
                for key, active in shown.screen.active_bindings.items()
                if active.binding.show and active.enabled
            }
            assert {key for key, _text in footer(shown)} == holding
            if isinstance(shown.screen, Page):
                assert footer(shown)[-1][0] == "f1"
            await close_windows(pilot)


async def test_keys_that_do_not_fit_are_left_out_whole(tmp_path: Path) -> None:
    """A short line of keys is never cut within a key; the way out and help stay."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(44, 12)):
        line = screen_text(asking).split("\n")[-1]
        assert line == "  Enter next  ? don't know  q list  F1 help"


@pytest.mark.parametrize("lang", ["en", "de"])
async def test_the_keys_that_everybody_needs_fit_80_columns(tmp_path: Path, lang: str) -> None:
    """On a question with departments: next, don't know, does not exist here, the result, the list, help."""
    asking = app(tmp_path, "new", lang=lang)
    async with asking.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "enter", "1")
        assert {"enter", "question_mark", "minus", "f2", "q", "f1"} <= set(dict(_all_keys(asking)))


def _all_keys(shown: SmcheckApp) -> list[tuple[str, str]]:
    """The keys that the line shows, whether they hold now or not."""
    items, _gap = shown.screen.query_one(KeyLine).fitting()
    return [(item.key, item.text) for item in items]


async def test_a_window_changes_no_key_of_the_page_behind(tmp_path: Path) -> None:
    """The line at the bottom stays as it was while a window is in front of the page."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(200, 24)) as pilot:
        await pilot.press("1")
        before = screen_text(asking).split("\n")[-1]
        await pilot.press("n")
        asking.screen_stack[-2].refresh_bindings()
        asking.screen_stack[-2].query_one(KeyLine).refresh()
        await pilot.pause()
        strips = asking.screen_stack[-2]._compositor.render_strips()
        assert strips[-1].text.rstrip() == before


async def test_help_is_only_its_sign_before_the_first_key_goes(tmp_path: Path) -> None:
    """At 40 columns Enter, search and the way out have a place in the list of sheets."""
    session = many_sheets(tmp_path)
    assert session.sheet.organisation == "A"
    home = app(tmp_path, lang="de")
    async with home.run_test(size=(40, 12)):
        assert screen_text(home).split("\n")[-1] == "  Enter öffnen  / suchen  q beenden  F1"


@pytest.mark.sample(1)
@pytest.mark.parametrize("lang", ["en", "de"])
async def test_help_on_every_page(tmp_path: Path, lang: str) -> None:
    """F1 says what the page is for, scrolls to the last of its keys, and names each that the page shows."""
    session = many_sheets(tmp_path)
    shown = app(tmp_path, lang=lang)
    async with shown.run_test(size=(60, 16)) as pilot:
        for name in ("home", "about", "profile", "ask", "review", "result"):
            await PAGES[name](pilot, session)
            await pilot.pause()
            assert isinstance(shown.screen, Page)
            wanted = [_(shown.screen.HELP_TEXT).split()[0], *(text for _key, text in footer(shown))]
            await pilot.press("f1")
            read = ""
            while "down" in dict(footer(shown)):
                read += screen_text(shown)
                await pilot.press("pagedown")
            read += screen_text(shown)
            assert [word for word in wanted if word not in read] == []
            await pilot.press("escape")


async def test_help_on_an_example(tmp_path: Path) -> None:
    """It names no key for what is not stored, and does not say that anything is."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(80, 50)) as pilot:
        await pilot.press("f1")
        text = screen_text(shown)
        assert "q/Esc" in text
        assert "nothing is stored of an example" in text
        for told in ("your own words on this line", "newer", "everything is stored"):
            assert told not in text


async def test_help_says_each_thing_once(tmp_path: Path) -> None:
    """One line for Escape in a note and for leaving; keys are called as on a German keyboard."""
    shown = app(tmp_path, "new", "de")
    async with shown.run_test(size=(80, 50)) as pilot:
        await pilot.press("n", "f1")
        text = screen_text(shown)
        assert (text.count("  Esc "), text.count("beenden")) == (1, 1)
        await pilot.press("escape", "escape", "q", "f1")
        assert "Entf" in screen_text(shown)


async def test_the_way_out_of_a_note_is_shown_where_it_is_small(tmp_path: Path) -> None:
    """At 40 columns Esc, which keeps what was written, stays; Enter gives way."""
    asking = app(tmp_path, "new", "de")
    async with asking.run_test(size=(40, 12)) as pilot:
        await pilot.press("1", "n")
        assert [key for key, _text in footer(asking)] == ["escape", "f1"]


async def test_commands_that_there_are_not(tmp_path: Path) -> None:
    """A search without a hit says so at once, in the language in use, and finds again what there is."""
    asking = app(tmp_path, "new", "de")
    async with asking.run_test() as pilot:
        await pilot.press("ctrl+p", *"zzz")
        await until(lambda: "Nichts gefunden." in screen_text(asking))
        await pilot.press("enter")
        assert page(asking) == "CommandPalette"
        await pilot.press(*["backspace"] * 3, *"Liste")
        await until(lambda: "Nichts gefunden." not in screen_text(asking) and "Liste" in screen_text(asking))


async def test_commands(tmp_path: Path) -> None:
    """Ctrl+P finds what the page's keys do, by their names, and does it; themes can be chosen."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert page(asking) == "CommandPalette"
        await pilot.press(*"answers")
        await until(lambda: "all questions at a glance" in screen_text(asking))
        await pilot.press("down", "enter")
        await until(lambda: page(asking) == "Review")
        await pilot.press("ctrl+p", *"xyz")
        await until(lambda: "Nothing found." in screen_text(asking))
        assert {"enter", "up", "down"} & dict(footer(asking)).keys() == set()
        await pilot.press("escape")
        assert page(asking) == "Review"
        await pilot.press("ctrl+p", *"theme")
        await until(lambda: "light, dark and others" in screen_text(asking))
        await pilot.press("down", "enter")
        await pilot.press(*"smcheck-light")
        await until(lambda: "smcheck-light" in screen_text(asking).split("\n", 4)[-1])
        await pilot.press("down", "enter")
        await until(lambda: asking.theme == "smcheck-light")


async def test_the_digits_stand_for_no_single_row(tmp_path: Path) -> None:
    """They are shown at the bottom; a click there marks nothing, and no command of the list does."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(100, 24)) as pilot:
        await pilot.press("down", "down")
        before = screen_text(asking)
        await click_text(pilot, asking.screen.query_one(KeyLine), "1–9 mark")
        assert screen_text(asking) == before
        assert "Mark" not in [command.title for command in asking.get_system_commands(asking.screen)]
    assert len(store_in(tmp_path).list_sheets()) == 0


@pytest.mark.parametrize(("key", "code"), [("f10", 0), ("ctrl+q", 0), ("ctrl+c", 130)])
async def test_leaving(tmp_path: Path, key: str, code: int) -> None:
    """F10 and Ctrl+Q leave from anywhere, also while a note is written; Ctrl+C counts as interrupted."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("1", "n", key)
    assert asking.return_code == code
