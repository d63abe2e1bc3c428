"""The line at the bottom: which keys do something now."""

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from smcheck.tui.text import joined, plain
from smcheck.words.language import _

_GAP = "  "
_SIGNS = {
    "question_mark": "?",
    "minus": "-",
    "slash": "/",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "delete": "Del",
    "escape": "Esc",
    "backspace": "⌫",
}


def key_name(key: str) -> str:
    """A key as people call it."""
    if key == "space":
        return _("Space")
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    return _SIGNS.get(key) or (key.capitalize() if len(key) > 1 else key)


class KeyLine(Widget):
    """The shown bindings that hold now, as many as fit, in the order in which they are declared.

    The focused widget's come first, then the screen's.

    A binding whose action cannot be done is left out; help is always the last one.
    """

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._shown: list[tuple[str, str, str]] = []

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._update)

    def _update(self, _screen: Screen[object]) -> None:
        # Called a moment late: the page may be closing by now, with parts of it gone already.
        if self.display and list(self._entries()) != self._shown:
            self.refresh()

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        """Key, its sign and what it does; what does not fit is left out."""
        order = _order(self.screen.focused, self.screen)
        shown = [
            (key, active.binding.key_display or key_name(key), _(active.binding.description))
            for key, active in sorted(
                self.screen.active_bindings.items(), key=lambda item: order.get(item[0], len(order))
            )
            if active.binding.show and active.enabled
        ]
        helps = [entry for entry in shown if entry[0] == "f1"]
        room = self.size.width - 1 + len(_GAP) - sum(_length(entry) for entry in helps)
        for entry in shown:
            if entry in helps or room < _length(entry):
                continue
            room -= _length(entry)
            yield entry
        yield from helps

    def render(self) -> Content:
        """The keys in bold, what they do beside them."""
        self._shown = list(self._entries())
        parts: list[Content | str] = [" "]
        for _key, sign, text in self._shown:
            parts += [plain(sign, "bold"), f" {text}{_GAP}"]
        return joined(*parts)

    def on_click(self, event: events.Click) -> None:
        """A click on a key is a press."""
        x = 1
        for entry in self._entries():
            if x <= event.x < x + _length(entry) - len(_GAP):
                self.app.simulate_key(entry[0])
                return
            x += _length(entry)


def _order(*nodes: object) -> dict[str, int]:
    """The place of each key among our own declarations; Textual's order is that of its base classes."""
    keys = (
        key
        for node in nodes
        for owner in type(node).__mro__
        if owner.__module__.startswith("smcheck.")
        for binding in owner.__dict__.get("BINDINGS", ())
        for key in binding.key.split(",")
    )
    return {key: place for place, key in enumerate(dict.fromkeys(keys))}


def _length(entry: tuple[str, str, str]) -> int:
    _key, sign, text = entry
    return plain(f"{sign} {text}{_GAP}").cell_length
