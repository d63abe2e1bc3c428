"""What is written in a text area is shown, never obeyed by the terminal.

Fault: the one of ``input.py``: ``TextArea`` sends control characters of its text to the terminal as they are.

Upstream: none found.

Remove when: ``TextArea`` shows a sign for a control character.
"""

from rich.text import Text
from textual import events
from textual.widgets import TextArea

from smcheck.tui.textual_fixes.input import signs


class SafeTextArea(TextArea):
    """A text area that shows one sign for each character; carriage returns of a paste are line ends."""

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown."""
        return Text(signs(self.document.get_line(line_index)), end="", no_wrap=True)

    async def _on_paste(self, event: events.Paste) -> None:
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        event.stop()
        event.prevent_default()  # the base class would paste it once more
        await super()._on_paste(events.Paste(text))
