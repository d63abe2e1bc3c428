"""Keys take effect in the order in which they were pressed; in plain Textual some overtake others."""

import asyncio
import random
from collections.abc import Iterable
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from smcheck.tui.textual_fixes.key_order import KeyOrder
from support.lateness import come_late
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


class Notes(Screen[None]):
    """A page with its field some levels down."""

    def compose(self) -> Iterable[Widget]:
        """The field, in a group in a group."""
        yield Vertical(Vertical(Input()))


async def test_a_page_that_goes_while_a_key_is_on_its_way(
    monkeypatch: pytest.MonkeyPatch, chance: random.Random, whole: bool
) -> None:
    """Wherever a key is when its page is taken away: no other one waits for ever, each is for one page."""
    app = OrderedApp()
    async with app.run_test():
        app.push_screen(Form())
        await until_still(app)
        come_late(monkeypatch, chance, share=0.5, longest=0.01, who=(OrderedApp, Notes))
        for _time in range(30 if whole else 10):
            app.switch_screen(Notes())
            await until_still(app)
            left = app.screen.query_one(Input)
            for key in ("a", "b", "c"):
                app.simulate_key(key)
            await asyncio.sleep(chance.random() * 0.02)
            app.switch_screen(Form())
            await until_still(app)
            assert left.value + app.screen.query_one(Input).value == "abc"
