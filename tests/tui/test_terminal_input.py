"""Keys, pastes and the mouse as the bytes that a terminal sends, through Textual's own parser."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.sheet_list import SheetList
from support.app import app, only_sheet, page, screen_text, store_in, store_sheet
from support.terminal_input import (
    DOWN,
    ENTER,
    ESCAPE,
    F1,
    F2,
    LEFT,
    UP,
    byte_by_byte,
    click,
    paste,
    position,
    send_bytes,
    wheel,
)

Cut = Callable[[str], list[bytes]]
"""Cuts a terminal's input into what each read gives."""


def at_once(data: str) -> list[bytes]:
    """All in one read."""
    return [data.encode()]


both = pytest.mark.parametrize("cut", [at_once, byte_by_byte])
"""A fast terminal hands over everything in one read, a slow line byte by byte."""


@both
async def test_keys_answer_questions(tmp_path: Path, cut: Cut) -> None:
    """Digits, arrows, question marks and Enter do the same in one read and byte by byte."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await send_bytes(pilot, *cut("1" + DOWN + DOWN + UP + "?" + ENTER + "2" + "3" + LEFT))
        assert "2 of 7" in screen_text(asking)
    answers = only_sheet(tmp_path).answers
    assert {path: answer for path, answer in answers.items() if answer != "no"} == {
        "team.dedicated": "yes",
        "team.cross_departmental": "unknown",
        "daily": "pr",
        "departments.sales": "yes",
    }


@pytest.mark.parametrize("down", [DOWN, "\x1bOB", "\x1b[1;1B"], ids=["normal", "application", "modified"])
async def test_arrows_of_any_terminal(tmp_path: Path, down: str) -> None:
    """However a terminal writes the arrow, the cursor goes one row down."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await send_bytes(pilot, down.encode(), b" ")
    assert dict(only_sheet(tmp_path).answers) == {"team.cross_departmental": "yes"}


@pytest.mark.parametrize("f1", [F1, "\x1b[11~", "\x1b[[A", "\x1b[P"], ids=["xterm", "vt", "linux", "kitty"])
async def test_function_keys_of_any_terminal(tmp_path: Path, f1: str) -> None:
    """However a terminal writes F1, it opens the help, and an Escape alone closes it."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await send_bytes(pilot, f1.encode())
        assert page(asking) == "HelpWindow"
        await send_bytes(pilot, ESCAPE.encode())
        assert page(asking) == "Ask"


@both
async def test_a_name_is_typed_and_pasted(tmp_path: Path, cut: Cut) -> None:
    """Letters of more than one byte arrive whole, and a paste is put where the cursor is."""
    typed = "nMüller " + paste("& Söhne [GmbH]") + "!" + ENTER + paste("Zoë 漢") + F2
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await send_bytes(pilot, *cut(typed))
        assert page(home) == "Ask"
    sheet = only_sheet(tmp_path)
    assert (sheet.organisation, sheet.respondent) == ("Müller & Söhne [GmbH]!", "Zoë 漢")


@both
async def test_a_note_is_pasted(tmp_path: Path, cut: Cut) -> None:
    """Keys within a paste are text: nothing of it answers a question; the Escape behind it keeps the note."""
    text = "q 1 2 3 [/] ? 🙂\n" * 3 + "!"
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await send_bytes(pilot, *cut("n" + paste(text) + ESCAPE))
        assert page(asking) == "Ask"
    sheet = only_sheet(tmp_path)
    assert (dict(sheet.notes), dict(sheet.answers)) == ({"team": text}, {})


@both
async def test_a_click_marks_its_row(tmp_path: Path, cut: Cut) -> None:
    """A button pressed and released on a row marks that row, and a second time unmarks it."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        column, row = position(screen_text(asking), "3 [ ]")
        await send_bytes(pilot, *cut(click(column, row)))
        assert "3 [x]" in screen_text(asking)
        assert asking.screen.query_one(AnswerList).place == 2
        assert dict(only_sheet(tmp_path).answers) == {"team.ad_hoc": "yes"}
        await send_bytes(pilot, *cut(click(column + 8, row)))
        assert "3 [ ]" in screen_text(asking)


@both
async def test_the_wheel_scrolls_and_chooses_nothing(tmp_path: Path, cut: Cut) -> None:
    """Turned down the list shows its last sheets, turned up its first; the cursor stays."""
    store = store_in(tmp_path)
    for number in range(40):
        store_sheet(store, {}, organisation=f"Firma {number:02}", days=number)
    home = app(tmp_path)
    async with home.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert ("Firma 00" in screen_text(home), "Firma 39" in screen_text(home)) == (True, False)
        await send_bytes(pilot, *cut(wheel(10, 10, 40)))
        assert ("Firma 00" in screen_text(home), "Firma 39" in screen_text(home)) == (False, True)
        assert home.screen.query_one(SheetList).cursor == 0
        await send_bytes(pilot, *cut(wheel(10, 10, -40)))
        assert ("Firma 00" in screen_text(home), "Firma 39" in screen_text(home)) == (True, False)
