"""The list of sheets: start, resume, results, names, deletion, search, and what cannot be read."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from textual.widgets import Input

from smcheck.pack import load_pack
from smcheck.tui.app import SmcheckApp
from smcheck.tui.widgets.field import Choices
from support.app import app, click_row, footer, kept, page, said, seen, store_in, until, words
from support.builders import PACK, all_items


async def test_an_empty_store_invites(tmp_path: Path) -> None:
    """With no sheet there is an invitation, and only keys that do something; no file is made."""
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "How does your company organise social media?" in seen(home)
        assert [key for key, _text in footer(home)] == ["n", "q", "x", "i", "f1"]
        await pilot.press("slash", "r", "a", "e", "d", "u")
        assert page(home) == "Home"
        await pilot.press("i")
        assert page(home) == "About"
        await pilot.press("q", "x")
        assert page(home) == "ResultPage"
        await pilot.press("q", "n")
        assert page(home) == "ProfilePage"
        await pilot.press("escape")
        assert page(home) == "Home"
    assert not store_in(tmp_path).exists()


async def test_the_invitation_fits_a_small_terminal(tmp_path: Path) -> None:
    """At 40 by 12 the three ways to begin are on the page."""
    home = app(tmp_path)
    async with home.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        for words in ("n  start a new sheet", "x  look at the result", "i  see which surveys"):
            assert words in seen(home)


async def test_a_sitting_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """Enter opens the question, the review or the result that a sheet was left at."""
    store = store_in(tmp_path)
    kept(store, {}, position="goals", organisation="Q")
    kept(store, {}, position="review", organisation="R", days=1)
    kept(store, {}, position="review", organisation="S", days=2, finished=True)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert seen(home).split("\n")[0].endswith("3 sheets")
        assert [line.split()[0] for line in seen(home).split("\n")[3:6]] == ["Q", "R", "S"]
        await pilot.press("enter")
        assert "Which goals does your company pursue" in seen(home)
        await pilot.press("q", "down", "enter")
        assert page(home) == "Review"
        await pilot.press("q", "down", "down", "enter")
        assert page(home) == "ResultPage"
        await pilot.press("q")
        await click_row(pilot, home.screen.query_one(Choices), 1)
        assert page(home) == "Review"


async def test_result_and_answers_of_the_sheet_under_the_cursor(tmp_path: Path) -> None:
    """``r`` shows the result, from then on the verdict stands in the list; ``a`` shows the answers."""
    store = store_in(tmp_path)
    kept(store, {"challenges": {"privacy": "no"}}, organisation="A")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "OPEN" not in seen(home)
        assert "1/25" in seen(home)
        await pilot.press("r")
        assert page(home) == "ResultPage"
        await pilot.press("q")
        assert "OPEN" in seen(home)
        await pilot.press("a")
        assert page(home) == "Review"


async def test_the_result_is_that_of_the_sheet_as_it_is_now(tmp_path: Path) -> None:
    """A result that was seen is made anew after another window has changed an answer."""
    store = store_in(tmp_path)
    id_ = kept(store, {"departments": {"marketing": "yes"}}, organisation="A", finished=True)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("enter", "2")
        assert "Marketing         yes " in seen(home)
        await pilot.press("q")
        store.record(id_, 1, [("answer", "departments.marketing", "no")], "")
        await pilot.press("enter", "2")
        assert "Marketing         no *" in seen(home)


async def test_other_names(tmp_path: Path) -> None:
    """``e`` gives other names, Enter keeps them and Escape does not."""
    store = store_in(tmp_path)
    id_ = kept(store, {}, organisation="A", respondent="B")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("e", "end", "C", "tab", "end", "D", "enter")
        assert "AC" in seen(home)
        await pilot.press("e", "X", "escape")
    sheet = store.load(id_, PACK).sheet
    assert (sheet.organisation, sheet.respondent) == ("AC", "BD")


async def test_blanks_around_other_names(tmp_path: Path) -> None:
    """They are left out of what is typed; a name of blanks is none, and the sheet is called by its date."""
    store = store_in(tmp_path)
    id_ = kept(store, {}, organisation="A", respondent=" B")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("e", "space", "C", "space", "enter")
        sheet = store.load(id_, PACK).sheet
        assert (sheet.organisation, sheet.respondent) == ("C", " B")
        await pilot.press("e", "space", "space", "enter")
        assert store.load(id_, PACK).sheet.organisation == ""
        assert "Sheet of 2026-11-22" in seen(home)
        await pilot.press("r")
        assert seen(home).split("\n")[0].startswith(" Sheet of 2026-11-22 ")


@pytest.mark.parametrize("keys", [("enter",), ("r",), ("a",), ("d",), ("e", "X", "enter")], ids="".join)
async def test_a_sheet_that_another_window_has_deleted(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """Whatever is done with its row says so, without the store's name, and the list is read anew."""
    store = store_in(tmp_path)
    kept(store, {}, organisation="Alpha")
    id_ = kept(store, {}, organisation="Beta", days=1)
    kept(store, {}, organisation="Gamma", days=2)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("down")
        store.delete(id_)
        await pilot.press(*keys)
        assert page(home) == "Home"
        assert said(home) == "This sheet was deleted in another window."
        assert "Beta" not in seen(home)
        assert seen(home).split("\n")[0].endswith("2 sheets")
        await pilot.press("enter")
        assert page(home) == "Ask"


async def test_what_another_window_removed_for_good_is_not_offered_again(tmp_path: Path) -> None:
    """``u`` says so once; the sheet deleted before it can then be brought back."""
    store = store_in(tmp_path)
    for number, name in enumerate("ABC"):
        kept(store, {}, organisation=name, days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("d")
        (first,) = home.screen._deleted  # type: ignore[attr-defined]
        await pilot.press("d")
        store.restore(first)
        store.purge()
        store.delete(first)
        await pilot.press("u")
        assert said(home) == "This sheet was deleted in another window."
        await pilot.press("u")
        assert said(home) == "Brought back."
        assert [entry.organisation for entry in store.list_sheets()] == ["A", "C"]


async def test_a_questionnaire_without_an_example(tmp_path: Path) -> None:
    """Where the pack has no example none is offered, in the list of keys, on the page or by its key."""
    folder = tmp_path / "pack"
    shutil.copytree(PACK.folder, folder, ignore=shutil.ignore_patterns("example.json"))
    home = SmcheckApp(load_pack(folder), store_in(tmp_path))
    async with home.run_test() as pilot:
        assert "x" not in dict(footer(home))
        assert "invented company" not in seen(home)
        await pilot.press("x")
        assert page(home) == "Home"
        await pilot.press("f1")
        assert "invented company" not in words(home)
        await pilot.press("escape", "ctrl+p", *"invented")
        await until(lambda: "Nothing found." in seen(home))


async def test_delete_and_bring_back(tmp_path: Path) -> None:
    """``d`` deletes without asking because ``u`` brings back, several in turn; a new start is for good."""
    store = store_in(tmp_path)
    for number, name in enumerate("ABC"):
        kept(store, {}, organisation=name, days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        assert "u" not in dict(footer(home))
        await pilot.press("d", "d")
        assert [entry.organisation for entry in store.list_sheets()] == ["C"]
        assert said(home) == "Deleted. u brings it back; it is gone for good when you leave."
        await pilot.press("u")
        assert [entry.organisation for entry in store.list_sheets()] == ["B", "C"]
        assert said(home) == "Brought back."
        await pilot.press("u", "d", "d", "delete")
        assert "How does your company organise social media?" in seen(home)
        await pilot.press("u")
        assert "2 sheets" not in seen(home)
        assert [entry.organisation for entry in store.list_sheets()] == ["C"]
    async with app(tmp_path).run_test():
        assert [entry.organisation for entry in store.list_sheets()] == ["C"]
        assert store.purge() == 0


async def test_search_by_organisation_or_respondent(tmp_path: Path) -> None:
    """``/`` searches while one types, in any case; Escape shows all sheets again."""
    store = store_in(tmp_path)
    for organisation, respondent in (("Bäcker", "Q"), ("Müller", "BÄRBEL"), ("Meyer", "")):
        kept(store, {}, organisation=organisation, respondent=respondent)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("slash", "b", "ä")
        rows = home.screen.query_one(Choices)
        await pilot.pause()
        assert rows.option_count == 2
        await pilot.press("enter")
        assert home.focused is rows
        await pilot.press("escape")
        assert rows.option_count == 3
        await pilot.press("slash", "z", "z")
        await pilot.pause()
        assert rows.option_count == 0
        assert "Nothing found." in seen(home)
        assert page(home) == "Home"
        await pilot.press("enter", "r", "a", "e", "d")
        assert page(home) == "Home"
        assert home.screen.query_one("#search", Input).value == "zz"
        await pilot.press("escape")
        assert rows.option_count == 3
        assert "Nothing found." not in seen(home)


async def test_more_sheets_than_are_read_at_once(tmp_path: Path) -> None:
    """Fifty sheets are shown at a time, the rest on demand; the cursor stays where it was."""
    store = store_in(tmp_path)
    for number in range(104):
        kept(store, {}, organisation=f"N{number:03}", days=number)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        rows = home.screen.query_one(Choices)
        assert (rows.option_count, "104 sheets" in seen(home)) == (51, True)
        await pilot.press("end", "enter")
        assert (rows.option_count, rows.highlighted) == (101, 50)
        assert "N050" in seen(home)
        await pilot.press("end", "enter")
        assert rows.option_count == 104
        await pilot.press("d")
        assert rows.option_count == 103
        assert len(store.list_sheets()) == 103


async def test_a_search_that_finds_fifty_has_no_more(tmp_path: Path) -> None:
    """“more …” stands there only where there is more of what is searched for."""
    store = store_in(tmp_path)
    for number in range(52):
        kept(store, {}, organisation="A" if number < 50 else "B")
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await pilot.press("slash", "a")
        await pilot.pause()
        assert home.screen.query_one(Choices).option_count == 50


@pytest.mark.parametrize(
    ("lang", "verdict", "ahead"), [("en", "LEVEL", "AHEAD"), ("de", "UNENTSCHIEDEN", "VORAUS")]
)
async def test_the_longest_verdict_is_whole(tmp_path: Path, lang: str, verdict: str, ahead: str) -> None:
    """Neither the column of the list nor the trial cuts a verdict, in either language."""
    answers = {
        "team": all_items("team", "yes", ad_hoc="no"),
        "departments": all_items("departments", "no"),
        "goals": all_items("goals", "yes"),
        "challenges": all_items("challenges", "no"),
    }
    kept(store_in(tmp_path), answers, organisation="Beispiel GmbH", finished=True)
    home = app(tmp_path, lang=lang)
    async with home.run_test(size=(80, 24)) as pilot:
        assert verdict in words(home)
        await pilot.press("enter", "w")
        assert words(home).count(verdict) == 1
        await pilot.press("space", "down", "space", "down", "space")
        assert any(line.rstrip().endswith(f"{verdict} → {ahead}") for line in seen(home).splitlines())


async def test_sheets_that_cannot_be_read_stand_in_the_list(tmp_path: Path) -> None:
    """A damaged sheet and one of another pack are named as such; opening one says why it does not open."""
    store = store_in(tmp_path)
    good = kept(store, {}, organisation="Good")
    damaged = kept(store, {"daily": "pr"}, organisation="Damaged", days=1)
    other = kept(store, {}, organisation="Other", days=2)
    store.close()
    with sqlite3.connect(tmp_path / "sheets.db") as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE sheets SET pack = 'another' WHERE id = ?", (other,))
        connection.execute("UPDATE entries SET kind = 'neither' WHERE sheet = ?", (damaged,))
    connection.close()
    home = app(tmp_path)
    async with home.run_test(size=(100, 24)) as pilot:
        text = {line.split()[0]: line for line in seen(home).split("\n") if line.strip()}
        assert "0/25" in text["Good"]
        assert text["Damaged"].endswith("damaged")
        assert text["Other"].endswith("other pack")
        for steps in (1, 2):
            for key in ("enter", "r", "a"):
                await pilot.press("home", *["down"] * steps, key)
                assert page(home) == "Home"
                assert "sheets.db" in said(home)
        await pilot.press("d")
        assert [entry.id for entry in store_in(tmp_path).list_sheets()] == [good, damaged]
