"""A line to write on, and a choice among several, for text of any kind."""

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, Select
from textual.widgets._select import SelectOverlay

from smcheck.tui.marking import N_
from smcheck.tui.widgets.steady_list import SteadyList
from smcheck.words.language import _
from smcheck.words.visible import visible

_HIDDEN = "\ufffd"
"""Stands for a character that has no sign of its own."""
_SEEN = 20_000
"""Characters of a text that a field shows; those behind them are kept, but would make every key slow."""


class Field(Input):
    """A line to write on; what it holds is shown sign by sign, with control characters made visible."""

    @property
    def _value(self) -> Text:
        return Text(_signs(self.value[:_SEEN]), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(_signs(self.value[:_SEEN])[:position])


def typed(text: str, before: str) -> str:
    """A name as meant: without blanks around it, unless it is as it was before."""
    return text if text == before else text.strip()


@lru_cache(maxsize=4)  # asked for many times for each key
def _signs(text: str) -> str:
    """One sign for one character, so that the cursor stands where it belongs."""
    if visible(text) == text:
        return text
    signs = (visible(character) for character in text)
    return "".join(sign if len(sign) == 1 else _HIDDEN for sign in signs)


N_("Dismiss menu")  # Textual's words for Escape in an open choice


class _Overlay(SelectOverlay, SteadyList):
    """The texts, while one is chosen."""


class Choice(Select[str]):
    """One of several texts, or none of them; typing looks for one."""

    BINDINGS = [Binding("enter", "show_overlay", N_("choose"))]

    def __init__(self, options: Iterable[tuple[str, str]], value: str | None, name: str) -> None:
        super().__init__(
            # Text is never markup and can be searched, which content cannot.
            [(Text(visible(label)), option) for label, option in options],
            prompt=_("not given"),
            value=Select.NULL if value is None else value,
            id=name,
            compact=True,
        )

    def compose(self) -> ComposeResult:
        """The same, with a list of ours."""
        for widget in super().compose():
            yield _Overlay().data_bind(Select.compact) if isinstance(widget, SelectOverlay) else widget


class Choices(SteadyList):
    """A list to choose from."""

    BINDINGS = [Binding("enter", "select", N_("choose"))]
