"""A press belongs to the page that was there when it went down, and clicks that come together are one act.

Fault: Textual gives each click of a double click to whatever is under the pointer by then: the first one
opens a page, and the second one presses something on that page. A button that went down before a page was
shown acts on that page.

Upstream: none found; https://github.com/Textualize/textual/issues/2575 is its like for windows.

Remove when: a click tells which widget the first click of its chain was for, and when its button went down.
"""

from time import monotonic
from typing import TypeVar, cast

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

Answer = TypeVar("Answer")
_DRIFT = 1
"""Cells that a hand may move sideways between the clicks of a double click."""


class ClicksTogether(App[None]):
    """An app in which one press has one effect.

    A widget for which a double click means something says so with ``CLICKS = 2``; everything else takes the
    first click only.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown_at = 0.0
        """When what is on the screen began to be shown."""
        self._pressed_at = 0.0
        """When the button went down last."""
        self._first_clicked: Widget | None = None
        """What the first of the clicks that come together was for."""

    def begin_page(self) -> None:
        """Another page, window or question is shown from now on: presses from before are not for it."""
        self._shown_at = monotonic()

    async def on_event(self, event: events.Event) -> None:
        """Leave out presses that nobody meant for what is shown."""
        if isinstance(event, events.MouseDown) and not event.is_forwarded:
            self._pressed_at = event.time
            if event.time < self._shown_at:
                self._mouse_down_widget = None
                return
        elif isinstance(event, events.MouseUp) and not event.is_forwarded:
            self._check_click(event)
        await super().on_event(event)

    def _check_click(self, event: events.MouseUp) -> None:
        """See to it that no click comes of a button let go, where none is meant."""
        place, before = event.screen_offset, self._click_chain_last_offset
        if before and before.y == place.y and abs(before.x - place.x) <= _DRIFT:
            self._click_chain_last_offset = place
        clicks = self._chained_clicks + 1 if self._goes_on(event.time, place) else 1
        if clicks == 1:
            self._first_clicked = self._widget_at(place)
        meant = clicks <= getattr(self._first_clicked, "CLICKS", 1)
        if (
            self._pressed_at < self._shown_at
            or not meant
            or self._widget_at(place) is not self._first_clicked
        ):
            self._mouse_down_widget = None
            self._chained_clicks = clicks
            self._click_chain_last_time, self._click_chain_last_offset = event.time, place

    def _goes_on(self, time: float, place: Offset) -> bool:
        """Whether a click belongs to the one before it, as Textual sees it."""
        last = self._click_chain_last_time
        return (
            last is not None
            and time - last <= self.CLICK_CHAIN_TIME_THRESHOLD
            and self._click_chain_last_offset == place
        )

    def _widget_at(self, place: Offset) -> Widget | None:
        try:
            return self.get_widget_at(*place)[0]
        except NoWidget:
            return None


class PressedHere(Screen[Answer]):
    """A page or window of such an app."""

    def on_screen_resume(self) -> None:
        """In front from now on."""
        self.begin_page()

    def begin_page(self) -> None:
        """What was pressed before now is not for what is shown from now on."""
        cast(ClicksTogether, self.app).begin_page()
