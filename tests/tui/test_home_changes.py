"""What is changed in the list of sheets: names, deletion, and taking both back."""

from pathlib import Path

import pytest

from smcheck.store import Absent
from support.app import app, footer, notice_text, page, screen_text, store_in, store_sheet
from support.builders import PACK
from support.terminal_input import send_bytes


async def test_other_names(tmp_path: Path) -> None:
    """``m`` gives other names, Enter keeps them and Escape does not."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, organisation="A", respondent="B")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("m", "end", "C", "tab", "end", "D", "enter")
        assert "AC" in screen_text(home)
        await pilot.press("m", "X", "escape")
    sheet = store.load(id_, PACK).sheet
    assert (sheet.organisation, sheet.respondent) == ("AC", "BD")


async def test_blanks_around_other_names(tmp_path: Path) -> None:
    """They are left out of what is typed; a name of blanks is none, and the sheet is called by its date."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, organisation="A", respondent=" B")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("m", "backspace", "space", "C", "space", "enter")
        sheet = store.load(id_, PACK).sheet
        assert (sheet.organisation, sheet.respondent) == ("C", " B")
        await pilot.press("m", "backspace", "space", "space", "enter")
        assert store.load(id_, PACK).sheet.organisation == ""
        assert "Sheet of 22 Nov 2026" in screen_text(home)
        await pilot.press("r")
        assert screen_text(home).split("\n")[0].startswith("   Sheet of 22 Nov 2026 ")


async def test_a_name_is_written_on_at_its_end(tmp_path: Path) -> None:
    """No key replaces the whole name; ``u`` takes the renaming back, and after it what was done before."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, organisation="Alpha", respondent="B")
    store_sheet(store, {}, organisation="Beta", days=1)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await send_bytes(pilot, b"d")
        assert notice_text(home) == "“Alpha” deleted. u: undo, until you quit."
        await send_bytes(pilot, b"u")
        await send_bytes(pilot, b"m", b" AG", b"\r")
        assert notice_text(home) == "Renamed. u: undo, until you quit."
        assert store.load(id_, PACK).sheet.organisation == "Alpha AG"
        await send_bytes(pilot, b"j", b"d")
        await send_bytes(pilot, b"u", b"u")
        assert notice_text(home) == "“Alpha” is called so again."
        assert "Alpha AG" not in screen_text(home)
        assert [sheet.organisation for sheet in store.list_sheets()] == ["Alpha", "Beta"]
        assert "u" not in dict(footer(home))


async def test_a_renaming_is_not_taken_back_over_anothers(tmp_path: Path) -> None:
    """Where another window has renamed the sheet since, its name stays, and that is said."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, organisation="Alpha")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("m", "X", "enter")
        store.rename(id_, ("Theirs", ""), (store.load(id_, PACK).sheet.organisation, ""))
        await pilot.press("u")
        assert store.load(id_, PACK).sheet.organisation == "Theirs"
        assert "Theirs" in screen_text(home)
        assert "Another window" in notice_text(home)


@pytest.mark.parametrize("keys", [("enter",), ("r",), ("a",), ("d",), ("m", "X", "enter")], ids="".join)
async def test_a_sheet_that_another_window_has_deleted(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """Whatever is done with its row says so, without the store's name, and the list is read anew."""
    store = store_in(tmp_path)
    store_sheet(store, {}, organisation="Alpha")
    id_ = store_sheet(store, {}, organisation="Beta", days=1)
    store_sheet(store, {}, organisation="Gamma", days=2)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("down")
        store.delete(id_)
        await pilot.press(*keys)
        assert page(home) == "Home"
        assert notice_text(home) == "This sheet was deleted in another window."
        assert "Beta" not in screen_text(home)
        assert screen_text(home).split("\n")[0].endswith("2 sheets")
        await pilot.press("enter")
        assert page(home) == "Ask"


async def test_what_another_window_removed_for_good_is_not_offered_again(tmp_path: Path) -> None:
    """``u`` says so once; the sheet deleted before it can then be brought back."""
    store = store_in(tmp_path)
    for number, name in enumerate("ABC"):
        store_sheet(store, {}, organisation=name, days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("d")
        first = home.list_changes[-1].id
        await pilot.press("d")
        store.restore(first)
        store.purge(home.list_changes[-1].id)
        store.delete(first)
        await pilot.press("u")
        assert notice_text(home) == "This sheet was deleted in another window."
        await pilot.press("u")
        assert notice_text(home) == "“A” is back."
        assert [entry.organisation for entry in store.list_sheets()] == ["A", "C"]


async def test_delete_and_bring_back(tmp_path: Path) -> None:
    """``d`` deletes without asking because ``u`` brings back, several in turn; a new start is for good."""
    store = store_in(tmp_path)
    for number, name in enumerate("ABC"):
        store_sheet(store, {}, organisation=name, days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "u" not in dict(footer(home))
        await pilot.press("d", "d")
        assert [entry.organisation for entry in store.list_sheets()] == ["C"]
        assert notice_text(home) == "“B” deleted. u: undo, until you quit."
        await pilot.press("u")
        assert [entry.organisation for entry in store.list_sheets()] == ["B", "C"]
        assert notice_text(home) == "“B” is back."
        await pilot.press("u", "d", "d", "delete")
        assert "How does your company organise social media?" in screen_text(home)
        await pilot.press("u")
        assert "2 sheets" not in screen_text(home)
        assert [entry.organisation for entry in store.list_sheets()] == ["C"]
    async with app(tmp_path).run_test():
        assert [entry.organisation for entry in store.list_sheets()] == ["C"]


async def test_quitting_removes_for_good_what_was_deleted(tmp_path: Path) -> None:
    """Nothing is left of it then; what another window has deleted can still be brought back there."""
    store = store_in(tmp_path)
    mine = store_sheet(store, {}, organisation="Mine")
    renamed = store_sheet(store, {}, organisation="Renamed", days=1)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("d", "m", "X", "enter")
        store.delete(renamed)
    with pytest.raises(Absent):
        store.restore(mine)
    store.restore(renamed)
    assert len(store.list_sheets()) == 1


async def test_another_start_leaves_what_can_be_taken_back(tmp_path: Path) -> None:
    """A second window and the command that deletes remove nothing that ``u`` is still to bring back."""
    store = store_in(tmp_path)
    store_sheet(store, {}, organisation="A")
    other = store_sheet(store, {}, organisation="B", days=1)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("d")
        async with app(tmp_path).run_test():
            pass
        store.delete(other)
        store.purge(other)
        await pilot.press("u")
        assert notice_text(home) == "“A” is back."
    assert [entry.organisation for entry in store.list_sheets()] == ["A"]


@pytest.mark.parametrize("keys", [("x", "q"), ("i", "q"), ("n", "escape")], ids=["example", "surveys", "new"])
async def test_a_deleted_sheet_comes_back_after_other_pages(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """``u`` is promised until one quits, so it holds wherever one has been since."""
    store = store_in(tmp_path)
    store_sheet(store, {}, organisation="A")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("d")
        assert store.list_sheets() == []
        await pilot.press(*keys)
        assert page(home) == "Home"
        assert "u" in dict(footer(home))
        await pilot.press("u")
        assert [entry.organisation for entry in store.list_sheets()] == ["A"]
