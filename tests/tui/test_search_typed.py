"""What is typed in one go arrives whole in the search, and keys of the list are letters there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from support.app import app, page, screen_text, store_in, store_sheet
from support.terminal_input import byte_by_byte, send_bytes


@pytest.mark.parametrize("cut", [lambda text: [text.encode()], byte_by_byte], ids=["at once", "byte by byte"])
async def test_a_search_in_one_go(tmp_path: Path, cut: Callable[[str], list[bytes]]) -> None:
    """The key that opens the search and the word are one write: all of its letters are in the field."""
    for name in ("Koch & Söhne", "Muster AG", "Probe"):
        store_sheet(store_in(tmp_path), {}, organisation=name)
    home = app(tmp_path)
    async with home.run_test() as pilot:
        await send_bytes(pilot, *cut("/koch"))
        assert home.screen.query_one("#search", Input).value == "koch"
        assert page(home) == "Home"
        assert ("Koch" in screen_text(home), "Muster" in screen_text(home)) == (True, False)
