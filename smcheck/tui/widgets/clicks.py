"""Clicks on text that stands for a key."""

from textual import events
from textual.app import App
from textual.widgets import Static


def press_clicked(app: App[object], event: events.Click) -> bool:
    """Press the key that the text under a click stands for (``press_on_click``); whether there was one."""
    key = event.style.meta.get("key")
    if key is None:
        return False
    app.simulate_key(key)
    return True


class ClickableText(Static):
    """Text in which what stands for a key can be clicked on."""

    def on_click(self, event: events.Click) -> None:
        """A click on what stands for a key is a press."""
        press_clicked(self.app, event)
