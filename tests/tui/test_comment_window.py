"""The consultant's own words: written on a line of the result, shown with it, kept in sheet and reports."""

import shutil
from pathlib import Path

from smcheck.pack import load_pack
from smcheck.report.case import open_case
from smcheck.report.text import render_text
from smcheck.sheet import example_sheet
from smcheck.store import StoredJournal
from smcheck.tui.app import SmcheckApp
from smcheck.tui.widgets.field import TextField
from smcheck.words.language import use
from support.app import app, journal, notice_text, only_sheet, page, screen_text, store_in
from support.builders import PACK
from support.stillness import until_still
from support.terminal_input import DOWN, ESCAPE, click, paste, send_bytes


def begin(folder: Path) -> None:
    """A stored sheet whose result was seen."""
    store = store_in(folder)
    opened = StoredJournal(store, PACK, example_sheet(PACK))
    opened.note("team", "x")  # it is stored with the first entry
    opened.see_result()
    store.close()


async def test_a_summary_is_written_shown_and_taken_back(tmp_path: Path) -> None:
    """``c`` on the headline: several lines, with a name that is asked once; ``u`` takes it back."""
    begin(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("r")
        assert page(shown) == "ResultPage"
        await pilot.press("c")
        assert page(shown) == "CommentWindow"
        pasted = paste("Erst die Zuständigkeit,\rdann der Rest [/].")
        await send_bytes(pilot, pasted.encode(), b"\t", b"C. D.", ESCAPE.encode())
        await until_still(shown)
        sheet = only_sheet(tmp_path)
        assert sheet.summary is not None
        assert (sheet.summary.text, sheet.summary.by) == (
            "Erst die Zuständigkeit,\ndann der Rest [/].",
            "C. D.",
        )
        assert "» Erst die Zuständigkeit," in screen_text(shown)
        assert "dann der Rest [/]. (C. D., " in screen_text(shown)
        assert "dann der Rest [/]." in render_text(open_case(PACK, sheet))
        assert shown.settings.name == "C. D."
        await pilot.press("u")
        assert only_sheet(tmp_path).summary is None
        assert notice_text(shown) == "Comment taken back."
        assert "» Erst" not in screen_text(shown)


async def test_a_line_has_its_own_comment(tmp_path: Path) -> None:
    """On a section's line the comment is the section's, also where it is written on one of its items."""
    begin(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("r")
        await send_bytes(pilot, DOWN.encode())
        await pilot.press("c", "x", "escape")
        await until_still(shown)
        assert [*only_sheet(tmp_path).comments] == ["sections.team"]
        await pilot.press("2")
        await until_still(shown)
        assert "» x" in screen_text(shown)
        await pilot.press("c", "y", "escape")
        await until_still(shown)
        assert only_sheet(tmp_path).comments["sections.team"].text == "xy"


async def test_a_click_beside_the_window_keeps_the_comment(tmp_path: Path) -> None:
    """Closed by the mouse, what was typed is stored as with Escape."""
    begin(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("r", "c", *"kept")
        await send_bytes(pilot, click(0, 0).encode())
        assert page(shown) == "ResultPage"
    summary = only_sheet(tmp_path).summary
    assert summary is not None
    assert summary.text == "kept"


async def test_a_comment_that_another_window_was_first_with(tmp_path: Path) -> None:
    """Theirs is shown; what was typed is offered again, and stored where it is kept once more."""
    begin(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("r", "c", *"mine")
        store = store_in(tmp_path)
        other = journal(store, store.list_sheets()[0].id)
        other.comment("summary", "theirs", "")
        await pilot.press("escape")
        assert notice_text(shown).startswith("Another window has changed this comment")
        assert notice_text(shown).endswith("Yours is still there: c shows it.")
        assert "» theirs" in screen_text(shown)
        await pilot.press("a", "left", "c")
        assert shown.screen.query_one(TextField).text == "mine"
        await pilot.press("escape")
        assert "» mine" in screen_text(shown)
        assert notice_text(shown) == ""
        store.close()
    summary = only_sheet(tmp_path).summary
    assert summary is not None
    assert summary.text == "mine"


async def test_a_comment_in_conflict_is_kept_when_one_leaves(tmp_path: Path) -> None:
    """Below the other's, with one's own name."""
    begin(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("r", "c", *"mine")
        store = store_in(tmp_path)
        journal(store, store.list_sheets()[0].id).comment("summary", "theirs", "")
        store.close()
        await pilot.press("escape", "q")
        assert page(shown) == "Home"
    summary = only_sheet(tmp_path).summary
    assert summary is not None
    assert summary.text == "theirs\nmine"


async def test_a_comment_in_conflict_is_kept_with_a_newer_questionnaire(tmp_path: Path) -> None:
    """Going over to it opens the sheet anew, with all that was typed in it."""
    begin(tmp_path)
    shutil.copytree(PACK.folder, tmp_path / "newer")
    file = tmp_path / "newer" / "pack.toml"
    text = file.read_text(encoding="utf-8")
    assert '  { id = "agency" },\n' in text
    text = text.replace('  { id = "agency" },\n', "").replace('version = "2.0.0"', 'version = "2.1.0"')
    text = text.replace('    { answer = "team.agency", is = ["yes"] },\n', "")
    file.write_text(text, encoding="utf-8")
    use("en")
    shown = SmcheckApp(load_pack(tmp_path / "newer"), store_in(tmp_path))
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("r", "c", *"mine")
        store = store_in(tmp_path)
        journal(store, store.list_sheets()[0].id).comment("summary", "theirs", "")
        store.close()
        await pilot.press("escape", "v")
        assert page(shown) == "UpgradeWindow"
        await pilot.press("y")
        await until_still(shown)
        assert "» theirs" in screen_text(shown)
    summary = only_sheet(tmp_path).summary
    assert summary is not None
    assert summary.text == "theirs\nmine"


async def test_a_comment_that_cannot_be_stored_is_offered_again(tmp_path: Path) -> None:
    """What was typed when the store was removed still stands in the window."""
    begin(tmp_path / "store")
    shown = app(tmp_path / "store")
    async with shown.run_test() as pilot:
        await pilot.press("r", "c", *"mine")
        shutil.rmtree(tmp_path / "store")
        await pilot.press("escape")
        assert "removed while it was in use" in notice_text(shown)
        await pilot.press("c")
        assert shown.screen.query_one(TextField).text == "mine"


async def test_an_example_has_no_comments(tmp_path: Path) -> None:
    """What is not stored cannot be commented on: the key does nothing."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("c")
        assert page(shown) == "ResultPage"
