"""The consultant's own words: written on a line of the result, shown with it, kept in sheet and reports."""

from pathlib import Path

from smcheck.report.case import open_case
from smcheck.report.text import render_text
from smcheck.sheet import example_sheet
from smcheck.store import StoredJournal
from support.app import app, only_sheet, page, screen_text, store_in
from support.builders import PACK
from support.stillness import until_still
from support.terminal_input import DOWN, ESCAPE, click, paste, send_bytes


def begin(folder: Path) -> None:
    """A stored sheet whose result was seen."""
    store = store_in(folder)
    journal = StoredJournal(store, PACK, example_sheet(PACK))
    journal.note("team", "x")  # it is stored with the first entry
    journal.see_result()
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


async def test_an_example_has_no_comments(tmp_path: Path) -> None:
    """What is not stored cannot be commented on: the key does nothing."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(100, 40)) as pilot:
        await pilot.press("c")
        assert page(shown) == "ResultPage"
