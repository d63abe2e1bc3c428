"""A store that fails, and two windows at once: it is said, and nothing is shown as given that is not."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from smcheck.store import Store, StoredJournal
from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.words.fault import Fault
from support.app import (
    app,
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


def _full(*_given: object, **_named: object) -> NoReturn:
    raise Fault("disk full", file="sheets.db")


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes every writing to the store fail from then on."""

    def fail() -> None:
        for name in ("create", "record", "rename", "move", "see_result", "delete", "restore"):
            monkeypatch.setattr(Store, name, _full)

    return fail


NOT_STORED = "Not stored: sheets.db: disk full"


async def test_an_answer_that_cannot_be_stored_is_not_shown_as_given(
    tmp_path: Path, fill: Callable[[], None]
) -> None:
    """Each way to answer says that nothing was stored; the rows stay as they are stored."""
    store_sheet(store_in(tmp_path), {"team": {"dedicated": "yes"}}, position="team")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "2")
        before = asking.screen.query_one(AnswerList)._rows
        fill()
        for key in ("1", "3", "space", "?", "0", "u", "enter"):
            await pilot.press(key)
            assert notice_text(asking) == NOT_STORED
            assert asking.screen.query_one(AnswerList)._rows == before
            assert "[x] A team across departments" in screen_text(asking)
        await pilot.press("n", "x", "escape")
        assert notice_text(asking) == NOT_STORED
    assert only_sheet(tmp_path).answers == {"team.dedicated": "yes", "team.cross_departmental": "yes"}
    assert only_sheet(tmp_path).notes == {}


async def test_the_first_answer_of_a_new_sheet_that_cannot_be_stored(tmp_path: Path) -> None:
    """It is not shown as given, and counts once the store answers again."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Store, "create", _full)
            await pilot.press("1")
            assert notice_text(asking) == NOT_STORED
            assert "1 [ ]" in screen_text(asking)
        await pilot.press("1")
        assert notice_text(asking) == "saved 14:02"
    assert only_sheet(tmp_path).answers == {"team.dedicated": "yes"}


async def test_going_about_with_a_store_that_fails(tmp_path: Path, fill: Callable[[], None]) -> None:
    """Where the place cannot be stored one is told and stays; the result waits until it is stored as seen."""
    store_sheet(store_in(tmp_path), {}, position="daily", organisation="A")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        fill()
        for key in ("right", "left"):
            await pilot.press(key)
            assert notice_text(asking) == NOT_STORED
            assert "2 of 7" in screen_text(asking)
        await pilot.click("#map", offset=(2, 2))
        assert notice_text(asking) == NOT_STORED
        await pilot.press("r")
        assert page(asking) == "Review"
        for key in ("enter", "left", "f2"):
            await pilot.press(key)
            assert page(asking) == "Review"
            assert notice_text(asking) == NOT_STORED
        await pilot.press("q")
        assert page(asking) == "Home"
        for key in ("r", "d"):
            await pilot.press(key)
            assert page(asking) == "Home"
            assert notice_text(asking) == "sheets.db: disk full"
        await pilot.press("m", "X", "enter")
        assert notice_text(asking) == "sheets.db: disk full"
        assert [entry.organisation for entry in store_in(tmp_path).list_sheets()] == ["A"]


async def test_a_profile_that_cannot_be_stored(tmp_path: Path, fill: Callable[[], None]) -> None:
    """The page says so, keeps what was typed and stays; the title keeps the stored name."""
    store_sheet(store_in(tmp_path), {}, organisation="A")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("a", "p")
        fill()
        await pilot.press("end", "B", "tab")
        assert notice_text(asking) == NOT_STORED
        assert "smcheck · A " in screen_text(asking)
        assert "AB" in screen_text(asking)
        await pilot.press("f2")
        assert page(asking) == "ProfilePage"
        assert notice_text(asking) == f"{NOT_STORED} · once more: leave without it"
        await pilot.press("C", "escape")
        assert page(asking) == "ProfilePage"
        await pilot.press("escape")
        assert page(asking) == "Home"


async def test_a_store_that_is_gone(tmp_path: Path) -> None:
    """A store that was removed while one answers is told by the next answer and by looking around."""
    folder = tmp_path / "store"
    asking = app(folder, "new")
    async with asking.run_test() as pilot:
        await pilot.press("1")
        shutil.rmtree(folder)
        await pilot.press("2")
        assert "removed while it was in use" in notice_text(asking)
        assert "2 [ ]" in screen_text(asking)
        asking.screen._refresh_from_store()  # type: ignore[attr-defined]  # what its timer does
        assert "removed while it was in use" in notice_text(asking)
        await pilot.press("q")
        assert page(asking) == "Home"
        assert "removed while it was in use" in notice_text(asking)


async def test_no_store_at_all(tmp_path: Path) -> None:
    """A file that is no store is named; the rest of the app works."""
    (tmp_path / "sheets.db").write_text("no database " * 100, encoding="utf-8")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "not a store of smcheck" in notice_text(home)
        await pilot.press("x")
        assert page(home) == "ResultPage"
        await pilot.press("q", "n", "A", "tab")
        assert "not a store of smcheck" in notice_text(home)


async def test_another_window_is_noticed(tmp_path: Path) -> None:
    """What one window stores the other shows within seconds, and says why."""
    store_sheet(store_in(tmp_path), {}, position="team")
    first, second = app(tmp_path), app(tmp_path)
    async with first.run_test() as one:
        await one.press("enter")
        async with second.run_test() as two:
            await two.press("enter", "2")
        await until(lambda: "2 [x]" in screen_text(first))
        assert notice_text(first) == "This sheet was changed in another window; shown as it is now."
        await one.press("1", "2")
    assert only_sheet(tmp_path).answers == {"team.dedicated": "yes"}


async def test_both_windows_answer_the_same(tmp_path: Path) -> None:
    """The second one to answer is told, sees the first one's answer, and decides again."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, position="daily")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        store.record(id_, 0, [("answer", "daily", "pr")], "")
        await pilot.press("3")
        assert notice_text(asking).startswith("Another window has just answered this. Its answer is shown")
        assert "2 (•) Public relations" in screen_text(asking)
        assert only_sheet(tmp_path).answers == {"daily": "pr"}
        await pilot.press("3")
        assert only_sheet(tmp_path).answers == {"daily": "sales"}


async def test_another_window_takes_the_question_away(tmp_path: Path) -> None:
    """Where a question does not apply any more the one before it is shown, with its own text."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {"goals": {"awareness": "yes"}}, position="targets")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        assert "How many of these goals" in screen_text(asking)
        store.record(id_, 1, [("answer", "goals.awareness", None)], "")
        asking.screen._refresh_from_store()  # type: ignore[attr-defined]  # what its timer does
        await pilot.pause()
        assert "Which goals does your company pursue" in screen_text(asking)
        assert "1 [ ]" in screen_text(asking)
        assert PACK.texts("en").items["goals"]["service"].label in screen_words(asking)


async def test_another_window_deletes_the_sheet(tmp_path: Path) -> None:
    """An answer to a sheet that is gone says so; the list is there to go on."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, position="team")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        store.delete(id_)
        await pilot.press("1")
        assert notice_text(asking) == "Not stored: this sheet was deleted in another window."
        assert "1 [ ]" in screen_text(asking)
        asking.screen._refresh_from_store()  # type: ignore[attr-defined]  # what its timer does
        assert notice_text(asking) == "This sheet was deleted in another window."
        await pilot.press("q")
        assert "How does your company organise social media?" in screen_text(asking)


async def test_a_note_that_another_window_was_first_with(tmp_path: Path) -> None:
    """The other's note is quoted, one's own is still there, and nothing of before is undone any more."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {"team": {"dedicated": "yes"}}, position="team")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "2", "n", "x")
        journal(store, id_).note("team", "theirs")
        await pilot.press("escape")
        assert notice_text(asking) == (
            "Another window has just written a note here: “theirs”. Yours is still there: n shows it."
        )
        await pilot.press("u")
        assert "[x] A team across departments" in screen_text(asking)
        assert only_sheet(tmp_path).notes == {"team": "theirs"}
        await pilot.press("n", "y", "escape")
    assert only_sheet(tmp_path).notes == {"team": "xy"}


async def test_a_note_that_was_read_behind_the_window(tmp_path: Path) -> None:
    """The other's note does not vanish where the page has shown it before one's own is kept."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, position="team")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "n", "x")
        journal(store, id_).note("team", "theirs")
        asking.screen_stack[-2]._refresh_from_store()  # type: ignore[attr-defined]  # what its timer does
        await pilot.press("escape")
        assert "“theirs”. Yours is still there" in notice_text(asking)
        assert only_sheet(tmp_path).notes == {"team": "theirs"}
        await pilot.press("r", "left", "n", "y", "escape")
    assert only_sheet(tmp_path).notes == {"team": "xy"}


@pytest.mark.parametrize("leave", [("q",), ("f10",), ("r", "q"), ("r", "p", "escape")])
async def test_a_note_in_conflict_is_kept_when_one_leaves(tmp_path: Path, leave: tuple[str, ...]) -> None:
    """Below the other's, whichever way the sheet is left."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, position="team")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "n", "x")
        journal(store, id_).note("team", "theirs")
        await pilot.press("escape", *leave)
    assert only_sheet(tmp_path).notes == {"team": "theirs\nx"}


async def test_what_cannot_be_stored_is_left_by_a_second_press(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first says what would be lost; nobody is kept in a sheet."""
    store_sheet(store_in(tmp_path), {}, position="team")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "n", "x")
        monkeypatch.setattr(StoredJournal, "note", raise_full)
        await pilot.press("escape", "q")
        assert notice_text(asking) == "Not stored: the disk is full · once more: leave without it"
        await pilot.press("q")
        assert page(asking) == "Home"


def raise_full(*_arguments: object) -> NoReturn:
    """As if nothing could be written."""
    raise Fault("the disk is full")
