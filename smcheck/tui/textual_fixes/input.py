"""What is written in a field is shown, never obeyed by the terminal.

Fault: ``Input`` sends control characters of its value to the terminal as they are, and draws the whole of a
long value anew for each key.

Upstream: none found.

Remove when: ``Input`` shows a sign for a control character, and draws what is in view.
"""

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import Input

from smcheck.words.visible import visible

_HIDDEN = "\ufffd"
"""Stands for a character that has no sign of its own."""
_SEEN = 20_000
"""Characters of a value that are drawn; those behind them are kept, but would make every key slow."""


class SafeInput(Input):
    """A field that shows one sign for each character, so that the cursor stands where it belongs."""

    @property
    def _value(self) -> Text:
        return Text(_signs(self.value[:_SEEN]), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(_signs(self.value[: min(position, _SEEN)]))


def _signs(text: str) -> str:
    if visible(text) == text:
        return text
    signs = (visible(character) for character in text)
    return "".join(sign if len(sign) == 1 else _HIDDEN for sign in signs)
