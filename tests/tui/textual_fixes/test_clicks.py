"""A double click is one act; in plain Textual its second half acts on the page that the first one opened."""

from typing import Any, ClassVar

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from smcheck.tui.textual_fixes.clicks import ClicksTogether
from support.terminal_input import click, send_bytes

CLICK = click(5, 0).encode()


class Counter(Static):
    """A text that tells the app when it is clicked on."""

    def on_click(self, event: events.Click) -> None:
        """Tell."""
        app: Any = self.app
        app.clicked.append((self.id, event.chain))
        if self.id == "opens":
            app.push_screen(Second())


class Twice(Counter):
    """One that wants double clicks."""

    CLICKS = 2


class Second(Screen[None]):
    """What the first page opens, a text in the same place."""

    def compose(self) -> ComposeResult:
        """The text."""
        yield Counter("second page", id="second")


class First(Screen[None]):
    """The first page."""

    def compose(self) -> ComposeResult:
        """A text that opens the second one, and others."""
        yield Counter("opens a page", id="opens")
        yield Counter("once", id="once")
        yield Twice("twice", id="twice")


class PlainApp(App[None]):
    """Plain Textual."""

    CSS: ClassVar[str] = "Static { height: 1; }"
    CLICK_CHAIN_TIME_THRESHOLD: ClassVar[float] = 60.0

    def __init__(self) -> None:
        super().__init__()
        self.clicked: list[tuple[str | None, int]] = []

    def on_mount(self) -> None:
        """Show the first page."""
        self.push_screen(First())


class MendedApp(ClicksTogether, PlainApp):
    """The same with clicks that come together."""


@pytest.mark.parametrize(
    ("kind", "clicked"),
    [(PlainApp, [("opens", 1), ("second", 2)]), (MendedApp, [("opens", 1)])],
)
async def test_the_second_half_of_a_double_click(
    kind: type[PlainApp], clicked: list[tuple[str | None, int]]
) -> None:
    """It does nothing on the page that the first half has opened."""
    app = kind()
    async with app.run_test() as pilot:
        await send_bytes(pilot, CLICK, CLICK)
        assert app.clicked == clicked


async def test_each_takes_the_clicks_it_wants() -> None:
    """One that wants double clicks takes two of three, everything else the first one."""
    app = MendedApp()
    async with app.run_test() as pilot:
        await send_bytes(pilot, *[click(2, 1).encode()] * 3, *[click(2, 2).encode()] * 3)
        assert app.clicked == [("once", 1), ("twice", 1), ("twice", 2)]


async def test_clicks_that_do_not_belong_together() -> None:
    """Clicks in other places, and later ones, are new ones."""
    app = MendedApp()
    async with app.run_test() as pilot:
        await send_bytes(pilot, click(1, 1).encode(), click(3, 1).encode())
        app.CLICK_CHAIN_TIME_THRESHOLD = 0  # type: ignore[misc]  # of this app alone
        await send_bytes(pilot, click(3, 1).encode())
        assert app.clicked == [("once", 1)] * 3


async def test_a_press_from_before_a_page() -> None:
    """A button that went down before the page was shown presses nothing on it."""
    app = MendedApp()
    async with app.run_test() as pilot:
        down, up = click(2, 1).split("M")
        await send_bytes(pilot, f"{down}M".encode())
        app.begin_page()
        await send_bytes(pilot, up.encode())
        assert app.clicked == []
