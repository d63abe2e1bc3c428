"""A sheet that was answered under another version of the questionnaire says so at its result."""

from pathlib import Path

from smcheck.sheet import parse_sheet
from support.app import app, screen_text, store_in
from support.builders import EXAMPLE, PACK


async def test_a_version_that_is_not_kept(tmp_path: Path) -> None:
    """Both versions are told where it is measured with the current one; there is nothing to go over to."""
    given = {**EXAMPLE, "id": "old234", "pack_version": "0.9.0", "pack_hash": "0" * 64}
    store_in(tmp_path).create(PACK, parse_sheet(given, PACK), finished=True)
    shown = app(tmp_path)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        text = " ".join(screen_text(shown).split())
        assert "Answered under version 0.9.0 of the questionnaire, which is not kept" in text
        assert f"measured with version {PACK.version}." in text
        assert "v shows what differs" not in text


async def test_a_sheet_of_this_version(tmp_path: Path) -> None:
    """Nothing is said of versions."""
    store_in(tmp_path).create(PACK, parse_sheet(EXAMPLE, PACK), finished=True)
    shown = app(tmp_path)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        assert "Answered under version" not in screen_text(shown)
