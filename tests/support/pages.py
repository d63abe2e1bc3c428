"""How tests reach each page and window of the app, in any language."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from smcheck.session import Session
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.page import Page
from support.app import journal, store_in, store_sheet
from support.builders import PACK

ANSWERS = {"departments": {"marketing": "yes", "pr": "no"}, "goals": {"awareness": "yes"}}

Reach = Callable[[Pilot[None], Session], Awaitable[None]]
"""Shows a page with a session's sheet."""


def _app(pilot: Pilot[None]) -> SmcheckApp:
    return cast("SmcheckApp", pilot.app)


async def _home(pilot: Pilot[None], _session: Session) -> None:
    _app(pilot).show_home()
    await pilot.press("d", "u")  # something is said, and the session's sheet is there


async def _about(pilot: Pilot[None], _session: Session) -> None:
    _app(pilot).show_about()


async def _profile(pilot: Pilot[None], session: Session) -> None:
    _app(pilot).show_profile(session)


async def _ask(pilot: Pilot[None], session: Session) -> None:
    session.jump("departments")
    _app(pilot).show_question(session)
    await pilot.press("4")


async def _review(pilot: Pilot[None], session: Session) -> None:
    _app(pilot).show_review(session)


async def _result(pilot: Pilot[None], session: Session) -> None:
    _app(pilot).show_result(session)


async def _what_if(pilot: Pilot[None], session: Session) -> None:
    _app(pilot).show_result(session)
    await pilot.press("w", "space")


async def _note(pilot: Pilot[None], session: Session) -> None:
    await _ask(pilot, session)
    await pilot.press("n")


async def _names(pilot: Pilot[None], session: Session) -> None:
    await _home(pilot, session)
    await pilot.press("m")


async def _export(pilot: Pilot[None], session: Session) -> None:
    await _result(pilot, session)
    await pilot.press("e")


async def _why(pilot: Pilot[None], session: Session) -> None:
    await _result(pilot, session)
    await pilot.press("enter")


async def _help(pilot: Pilot[None], session: Session) -> None:
    await _ask(pilot, session)
    await pilot.press("f1", "down")


PAGES = {
    "home": _home,
    "about": _about,
    "profile": _profile,
    "ask": _ask,
    "review": _review,
    "result": _result,
    "what-if": _what_if,
    "note": _note,
    "names": _names,
    "export": _export,
    "why": _why,
    "help": _help,
}


def many_sheets(folder: Path) -> Session:
    """The sitting with the last changed one of 21 stored sheets."""
    store = store_in(folder)
    for number in range(20):
        store_sheet(store, {}, organisation=f"Z{number}", days=number + 1)
    return Session(PACK, journal(store, store_sheet(store, ANSWERS, organisation="A")))


async def close_windows(pilot: Pilot[None]) -> None:
    """Close what is in front of the page."""
    while not isinstance(pilot.app.screen, Page):
        pilot.app.pop_screen()
        await pilot.pause()
