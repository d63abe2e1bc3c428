"""Another program holds the store's lock: nothing freezes, nothing is lost, and one can leave."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import sleep
from typing import NoReturn, cast

import pytest
from textual.pilot import Pilot

from smcheck.sheet import load_sheet
from smcheck.store import Busy, SheetSummary, Store
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens import busy_window
from smcheck.tui.screens.ask import Ask
from smcheck.tui.screens.busy_window import BusyWindow
from smcheck.tui.widgets.sheet_list import SheetList
from smcheck.words.language import use
from support.app import (
    NOW,
    journal,
    notice_text,
    only_sheet,
    page,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
    until,
)
from support.builders import PACK
from support.stillness import until_still


@pytest.fixture
def other(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program with the store open; ``BEGIN IMMEDIATE`` locks it, ``ROLLBACK`` lets it go."""
    store_sheet(store_in(tmp_path), {"team": {"dedicated": "yes"}}, position="team", organisation="A")
    connection = sqlite3.connect(tmp_path / "sheets.db", isolation_level=None)
    yield connection
    connection.close()


def _app(folder: Path) -> SmcheckApp:
    """The app with a store that waits for nobody."""
    use("en")
    return SmcheckApp(PACK, Store(folder / "sheets.db", clock=lambda: NOW, timeout=0))


def _ask(shown: SmcheckApp) -> Ask:
    """The page with the question, behind the window that waits."""
    (found,) = [screen for screen in shown.screen_stack if isinstance(screen, Ask)]
    return found


def _window(shown: SmcheckApp) -> busy_window.BusyWindow:
    """The window that waits."""
    return cast("busy_window.BusyWindow", shown.screen)


async def _mark_while_busy(pilot: Pilot[None], shown: SmcheckApp, other: sqlite3.Connection) -> None:
    """Open the sheet and mark a row, which has to wait for the other program."""
    await pilot.press("enter")
    other.execute("BEGIN IMMEDIATE")
    shown.simulate_key("2")
    await until(lambda: _waits(shown))


def _waits(shown: SmcheckApp) -> bool:
    return page(shown) == "BusyWindow" and "Another program is writing" in screen_words(shown)


async def test_an_answer_is_given_once_the_store_is_free(tmp_path: Path, other: sqlite3.Connection) -> None:
    """A window says so and closes by itself; then the answer is stored and shown."""
    asking = _app(tmp_path)
    async with asking.run_test() as pilot:
        await _mark_while_busy(pilot, asking, other)
        assert only_sheet(tmp_path).answers == {"team.dedicated": "yes"}
        other.execute("ROLLBACK")
        await until(lambda: page(asking) == "Ask")
        await pilot.pause()
        assert "[x] A team across departments" in screen_text(asking)
    assert only_sheet(tmp_path).answer("team.cross_departmental") == "yes"


async def test_what_was_typed_before_one_could_see_the_window(
    tmp_path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys right behind the one that waits are for the page, too; later ones are not."""
    asking = _app(tmp_path)
    monkeypatch.setattr(busy_window, "_UNSEEN", 60)
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        other.execute("BEGIN IMMEDIATE")
        for key in "2", "3":
            asking.simulate_key(key)
        await until(lambda: _waits(asking) and len(_window(asking).typed_ahead) == 1)
        monkeypatch.setattr(busy_window, "_UNSEEN", 0)
        asking.simulate_key("4")
        await asyncio.sleep(0.1)
        other.execute("ROLLBACK")
        await until(lambda: only_sheet(tmp_path).answer("team.ad_hoc") == "yes")
        await until_still(asking)
    assert [*only_sheet(tmp_path).answers] == ["team.dedicated", "team.cross_departmental", "team.ad_hoc"]


async def test_what_waits_is_for_the_question_that_was_shown(
    tmp_path: Path, other: sqlite3.Connection
) -> None:
    """Another window's answers, which make the question go away, take no mark that was meant for it."""
    given = {"resources": "yes", "privacy": "no", "big_data": "no"}
    sheet = store_sheet(store_in(tmp_path), {"challenges": given}, position="in_hand", days=1)
    asking = _app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("end", "enter")
        assert "Question 7 of 7" in screen_text(asking)
        other.execute("BEGIN IMMEDIATE")
        asking.simulate_key("1")
        await until(lambda: _waits(asking))
        other.execute("ROLLBACK")
        store = store_in(tmp_path)
        journal(store, sheet).answer({"challenges.resources": "no"})
        store.close()
        _ask(asking)._refresh_from_store()
        await until(lambda: page(asking) == "Ask")
        await until_still(asking)
    store = store_in(tmp_path)
    assert journal(store, sheet).sheet.answer("challenges.resources") == "no"
    store.close()


async def test_what_is_taken_back_waits_too(tmp_path: Path, other: sqlite3.Connection) -> None:
    """Where another window has answered meanwhile, its answer stands and is shown."""
    asking = _app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "2")
        other.execute("BEGIN IMMEDIATE")
        asking.simulate_key("u")
        await until(lambda: _waits(asking))
        other.execute("ROLLBACK")
        store = store_in(tmp_path)
        journal(store, only_sheet(tmp_path).id).answer({"team.cross_departmental": "no"})
        store.close()
        _ask(asking)._refresh_from_store()
        await until(lambda: page(asking) == "Ask")
        await until_still(asking)
        assert "Another window has just answered this." in notice_text(asking)
    assert only_sheet(tmp_path).answer("team.cross_departmental") == "no"


async def test_help_over_the_window_keeps_nothing_back(
    tmp_path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the store gets free while its help is read, the answer is given once the help is closed."""
    free = Event()
    try_to_write = BusyWindow._try_to_write

    def try_and_tell(window: BusyWindow) -> None:
        try_to_write(window)
        free.set()

    monkeypatch.setattr(BusyWindow, "_try_to_write", try_and_tell)
    asking = _app(tmp_path)
    async with asking.run_test() as pilot:
        await _mark_while_busy(pilot, asking, other)
        asking.simulate_key("f1")
        await until(lambda: page(asking) == "HelpWindow")
        other.execute("ROLLBACK")
        await until(free.is_set)
        await pilot.pause()
        asking.simulate_key("escape")
        await until(lambda: page(asking) == "Ask")
        await until_still(asking)
    assert only_sheet(tmp_path).answer("team.cross_departmental") == "yes"


async def test_one_can_leave_it_out(tmp_path: Path, other: sqlite3.Connection) -> None:
    """Escape closes the window: it is said that nothing was stored, and nothing is shown as given."""
    asking = _app(tmp_path)
    async with asking.run_test() as pilot:
        await _mark_while_busy(pilot, asking, other)
        asking.simulate_key("escape")
        await until(lambda: page(asking) == "Ask")
        await pilot.pause()
        assert notice_text(asking).startswith("Not stored: ")
        assert "the store is busy" in notice_text(asking)
        assert "[ ] A team across departments" in screen_text(asking)
        other.execute("ROLLBACK")
    assert only_sheet(tmp_path).answers == {"team.dedicated": "yes"}


async def test_one_can_quit_while_the_store_is_busy(tmp_path: Path, other: sqlite3.Connection) -> None:
    """F10 leaves at once; what was stored stays."""
    asking = _app(tmp_path)
    async with asking.run_test() as pilot:
        await _mark_while_busy(pilot, asking, other)
        asking.simulate_key("f10")
        await until(lambda: not asking.is_running)
    assert asking.return_code == 0
    other.execute("ROLLBACK")
    assert only_sheet(tmp_path).answers == {"team.dedicated": "yes"}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("d", "How does your company organise"),
        ("r", "Overview"),
        ("a", "Everything is answered"),
    ],
)
async def test_what_the_list_does_waits_too(
    tmp_path: Path, other: sqlite3.Connection, keys: str, expected: str
) -> None:
    """Deleting, seeing a result, opening the answers: done once the store is free."""
    store = store_in(tmp_path)
    for sheet in store.list_sheets():
        store.delete(sheet.id)
        store.purge(sheet.id)
    store.create(PACK, load_sheet(PACK.folder / "example.json", PACK))
    home = _app(tmp_path)
    async with home.run_test() as pilot:
        other.execute("BEGIN IMMEDIATE")
        home.simulate_key(keys)
        await until(lambda: _waits(home))
        other.execute("ROLLBACK")
        await until(lambda: page(home) != "BusyWindow")
        await pilot.pause()
        assert expected in screen_text(home)


async def test_the_list_waits_for_a_store_that_cannot_be_read(
    tmp_path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that lets nobody read either: the list says so and comes as soon as it can."""
    home = _app(tmp_path)
    async with home.run_test():
        with monkeypatch.context() as patch:
            patch.setattr(Store, "list_sheets", _busy)
            home.show_home()
            await until(lambda: "The store is busy" in screen_words(home))
            assert home.screen.query_one(SheetList).sheets == ()
        await until(lambda: len(home.screen.query_one(SheetList).sheets) == 1)
        await until(lambda: notice_text(home) == "")


def _busy(*_arguments: object) -> NoReturn:
    raise Busy("the store is busy")


async def test_a_store_that_can_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is listed, results and answers are shown; whatever would change something says why not."""
    store = store_in(tmp_path)
    store.create(PACK, load_sheet(PACK.folder / "example.json", PACK))
    store_sheet(store, {}, organisation="Deleted", days=1)
    store.delete(store.list_sheets()[-1].id)
    store.close()
    monkeypatch.setattr("smcheck.store.file.is_out_of_reach", lambda path: path.exists())
    home = _app(tmp_path)
    async with home.run_test(size=(120, 40)) as pilot:
        assert ("Beispiel GmbH" in screen_text(home), "Deleted" in screen_text(home)) == (True, False)
        await pilot.press("r")
        assert (page(home), "Next steps" in screen_text(home)) == ("ResultPage", True)
        await pilot.press("q", "a")
        assert page(home) == "Review"
        await pilot.press("home", "enter")
        assert "read-only" in screen_words(home)
        await pilot.press("q", "d")
        assert ("read-only" in notice_text(home), "Beispiel GmbH" in screen_text(home)) == (True, True)
        await pilot.press("m", "X", "enter")
        assert ("read-only" in notice_text(home), "Beispiel GmbHX" in screen_text(home)) == (True, False)


async def test_keys_wait_for_a_list_that_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow disk: what is typed ahead on the start page is about the sheet that the list begins with."""
    store_sheet(store_in(tmp_path), {"team": {"dedicated": "yes"}}, position="team", organisation="A")
    list_sheets = Store.list_sheets

    def slowly(store: Store) -> list[SheetSummary]:
        sleep(0.2)
        return list_sheets(store)

    monkeypatch.setattr(Store, "list_sheets", slowly)
    shown = _app(tmp_path)
    async with shown.run_test():
        shown.show_about()
        for key in ("escape", "enter", "2"):
            shown.simulate_key(key)
        await until(lambda: page(shown) == "Ask")
        await until_still(shown)
    assert only_sheet(tmp_path).answer("team.cross_departmental") == "yes"


async def test_the_start_page_is_there_though_the_list_cannot_be_read_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that does not answer: one can still begin a sheet, or leave."""
    free = Event()
    free.set()

    def once_free(_store: Store) -> list[SheetSummary]:
        free.wait()
        return []

    monkeypatch.setattr(Store, "list_sheets", once_free)
    monkeypatch.setattr("smcheck.tui.screens.sheets_page._PATIENCE", 0.05)
    shown = _app(tmp_path)
    async with shown.run_test():
        free.clear()
        try:
            shown.show_about()
            shown.simulate_key("escape")
            await until(lambda: page(shown) == "Home")
            shown.simulate_key("n")
            await until(lambda: page(shown) == "ProfilePage")
        finally:
            free.set()
        await until_still(shown)
