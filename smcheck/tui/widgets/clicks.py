"""Clicks on text that stands for a key."""

from textual import events
from textual.app import App


def press_clicked(app: App[object], event: events.Click) -> bool:
    """Press the key that the text under a click stands for (``text.keyed``); whether there was one."""
    key = event.style.meta.get("key")
    if key is None:
        return False
    app.simulate_key(key)
    return True
