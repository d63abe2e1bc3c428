"""A window that is told to close twice closes itself alone; Textual's own closes the page behind it."""

import pytest
from textual.app import App
from textual.screen import Screen

from smcheck.tui.textual_fixes.dismiss import DismissOnce


@pytest.mark.parametrize(("window", "pages"), [(Screen, 1), (DismissOnce, 2)])
async def test_dismissed_twice(window: type[Screen[None]], pages: int) -> None:
    """The page stays, below it Textual's blank one."""
    app = App[None]()
    async with app.run_test() as pilot:
        app.push_screen(Screen())
        front = window()
        app.push_screen(front, lambda _answer: None)
        await pilot.pause()
        front.dismiss()
        front.dismiss()
        await pilot.pause()
        assert len(app.screen_stack) == pages
