"""The line at the bottom: which keys do something here."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from smcheck.tui.text import join, plain, press_on_click
from smcheck.tui.widgets.frame import frame_of
from smcheck.words.language import N_, _

_LAST = ("search", "clear_search", "home", "app.quit", "keep", "close", "app.help")
"""Actions whose keys always stay: search, the way out, then help."""
DIGITS = "1–9"
"""Stands for a key a row: it is told, but cannot be clicked on, as that would not say which row is meant."""
_NAMES = {"space": N_("Space"), "delete": N_("Del")}
_SIGNS = {
    "question_mark": "?",
    "minus": "-",
    "slash": "/",
    "plus": "+",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "backspace": "⌫",
}


def key_name(key: str) -> str:
    """A key as people call it."""
    if key in _NAMES:
        return _(_NAMES[key])
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    return _SIGNS.get(key) or (key.capitalize() if len(key) > 1 else key)


class KeyItem(NamedTuple):
    """A key, its sign, what it does, whether it does now, and whether it always stays."""

    key: str
    sign: str
    text: str
    enabled: bool
    stays: bool

    @property
    def cells(self) -> int:
        """Cells that it takes."""
        return plain(self.shown).cell_length

    @property
    def shown(self) -> str:
        """Its sign and what it does."""
        return f"{self.sign} {self.text}".rstrip()


class KeyLine(Widget):
    """The shown bindings, as many as fit whole, in the order in which they are declared.

    The focused widget's come first, then those of what it is in, then the screen's; the way out and help
    stand last and stay. A binding whose action cannot be done now (``check_action`` gives None) is soft in
    its place; one that there is never here (False) is left out.
    """

    def __init__(self) -> None:
        super().__init__(id="keys")
        self.auto_links = False
        self._shown: list[KeyItem] = []

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._update)

    def _update(self, _screen: Screen[object]) -> None:
        # Called a moment late: the page may be closing by now, with parts of it gone already.
        if self.display and self._items() != self._shown:
            self.refresh()

    def _items(self) -> list[KeyItem]:
        """All items, the ones that stay last; behind a window, those of before it opened."""
        if self._shown and not self.screen.is_active:
            return list(self._shown)  # Textual does not ask a page behind a window what can be done
        focused = self.screen.focused
        order = _order(focused.ancestors_with_self if focused else (self.screen,))
        items = [
            (
                active.binding.action,
                KeyItem(
                    key,
                    active.binding.key_display or key_name(key),
                    _(active.binding.description),
                    active.enabled,
                    active.binding.action in _LAST,
                ),
            )
            for key, active in sorted(
                self.screen.active_bindings.items(), key=lambda item: order.get(item[0], len(order))
            )
            if active.binding.show
        ]
        first = [item for _action, item in items if not item.stays]
        last = [item for action in _LAST for name, item in items if name == action]
        return first + last

    def fitting(self) -> tuple[list[KeyItem], int]:
        """What fits, and the blanks between: three, then two; then items vanish before the last ones.

        Before the first one does, help is only its sign.
        """
        items, room = self._items(), self._room
        while True:
            for gap in (3, 2):
                if sum(item.cells + gap for item in items) - gap <= room:
                    return items, gap
            others = [at for at, item in enumerate(items) if not item.stays]
            if len(others) < 2 and items and items[-1].text:
                items[-1] = items[-1]._replace(text="")
            elif others:
                del items[others[-1]]
            else:
                return items, 1

    @property
    def _place(self) -> tuple[int, int]:
        """The line's left margin and width: in a window its own, on a page that of the content."""
        return frame_of(self.size.width) if self.size.width == self.app.size.width else (0, self.size.width)

    @property
    def _room(self) -> int:
        """Cells that the keys may take: on a page as far as the terminal's edge."""
        return max(self._place[1], self.size.width - self._place[0] - 1)

    def render(self) -> Content:
        """The keys in bold, what they do beside them."""
        self._shown = self._items()
        items, gap = self.fitting()
        parts: list[Content | str] = [" " * self._place[0]]
        for item in items:
            parts += [_content(item), " " * gap]
        return join(*parts[:-1])


def _content(item: KeyItem) -> Content:
    if not item.enabled:
        return plain(item.shown, "$soft")
    shown = join(plain(item.sign, "bold $you"), item.shown[len(item.sign) :])
    return shown if item.sign == DIGITS else press_on_click(shown, item.key)


def own_bindings(nodes: Iterable[object]) -> Iterator[Binding]:
    """The bindings that smcheck itself declares for widgets, pages and the app, in order."""
    for node in nodes:
        for owner in type(node).__mro__:
            if owner.__module__.startswith("smcheck."):
                yield from owner.__dict__.get("BINDINGS", ())


def _order(nodes: Iterable[object]) -> dict[str, int]:
    """The place of each key among our own declarations; Textual's order is that of its base classes."""
    keys = (key for binding in own_bindings(nodes) for key in binding.key.split(","))
    return {key: place for place, key in enumerate(dict.fromkeys(keys))}
