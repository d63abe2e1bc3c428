"""What is written in a field is shown, never obeyed by the terminal.

Fault: ``Input`` sends control characters of its value to the terminal as they are, draws the whole of a long
value anew for each key, and keeps only the first line of a paste.

Upstream: none found.

Remove when: ``Input`` shows a sign for a control character, draws what is in view, and pastes all lines.
"""

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.widgets import Input

from smcheck.words.controls import escape_controls

_HIDDEN = "\ufffd"
"""Stands for a character that has no sign of its own."""
_SEEN = 20_000
"""Characters of a value that are drawn; those behind them are kept, but would make every key slow."""


class SafeInput(Input):
    """A field that shows one sign for each character, so that the cursor stands where it belongs."""

    @property
    def _value(self) -> Text:
        return Text(signs(self.value[:_SEEN]), no_wrap=True, overflow="ignore", end="")

    def _on_paste(self, event: events.Paste) -> None:
        # All lines of it, side by side: a field has one.
        event.prevent_default()  # the base class would paste it once more
        event.stop()
        super()._on_paste(events.Paste(" ".join(event.text.splitlines())))

    def _position_to_cell(self, position: int) -> int:
        return cell_len(signs(self.value[: min(position, _SEEN)]))


def signs(text: str) -> str:
    """``text`` with one sign for each character."""
    if escape_controls(text) == text:
        return text
    return text.translate({ord(character): _sign(character) for character in set(text)})


def _sign(character: str) -> str:
    sign = escape_controls(character)
    return sign if len(sign) == 1 else _HIDDEN
