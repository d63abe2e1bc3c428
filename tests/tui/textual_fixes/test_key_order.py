"""Keys take effect in the order in which they were pressed; in plain Textual some overtake others."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from smcheck.tui.textual_fixes.key_order import KeyOrder
from support.stillness import until_still


class Form(Screen[None]):
    """A page with a field, which takes a moment to be made."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "send", priority=True)]

    def compose(self) -> Iterable[Widget]:
        """The field."""
        yield Input()

    async def on_load(self) -> None:
        """Take a moment."""
        await asyncio.sleep(0.05)

    def action_send(self) -> None:
        """Remember what is in the field now."""
        self.app.sent = self.query_one(Input).value  # type: ignore[attr-defined]  # both apps have it


class PlainApp(App[None]):
    """An app that opens the page by a key."""

    BINDINGS: ClassVar[list[BindingType]] = [("n", "open")]
    sent = ""

    def compose(self) -> ComposeResult:
        """Nothing on the first page."""
        return ()

    def action_open(self) -> None:
        """Open the page."""
        self.push_screen(Form())


class OrderedApp(KeyOrder, PlainApp):
    """The same in order."""


APPS = [(PlainApp, ""), (OrderedApp, "abc")]


@pytest.mark.parametrize(("kind", "sent"), APPS)
async def test_enter_behind_letters(kind: type[PlainApp], sent: str) -> None:
    """Enter that comes with a text sends all of the text."""
    app = kind()
    async with app.run_test() as pilot:
        await pilot.press("n")
        for key in ("a", "b", "c", "enter"):
            app.simulate_key(key)
        await until_still(app)
        assert app.sent == sent


@pytest.mark.parametrize(("kind", "sent"), APPS)
async def test_typed_ahead(kind: type[PlainApp], sent: str) -> None:
    """What is typed for a page that is still being made is in its field."""
    app = kind()
    async with app.run_test():
        for key in ("n", "a", "b", "c"):
            app.simulate_key(key)
        await until_still(app)
        assert app.screen.query_one(Input).value == sent
