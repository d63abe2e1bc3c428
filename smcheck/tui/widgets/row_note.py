"""What the row under the cursor means, level with it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from smcheck.tui.text import join, plain, rows, stack

LEAD = 2
"""Cells for the line beside the text, and a blank."""


def note_rows(text: str, width: int) -> list[Content]:
    """A note in rows of so many cells, a line beside each; nothing where there is no text."""
    return [join(plain("┃ ", "$you"), row) for row in rows(plain(text), width - LEAD)] if text else []


class RowNote(Widget):
    """A note level with its row, higher where it would not fit, and a soft one that stands there always.

    ``note`` and ``standing`` are a text and the rows from the top to the row that it belongs to; the standing
    one gives way where both do not fit.
    """

    note: reactive[tuple[str, int]] = reactive(("", 0))
    standing: reactive[tuple[str, int]] = reactive(("", 0))

    def render(self) -> Content:
        """The notes at their places."""
        width, height = self.size
        shown = [Content("")] * height
        text, level = self.note
        note = note_rows(text, width)
        top = max(min(level, height - len(note)), 0)
        shown[top : top + len(note)] = note
        text, level = self.standing
        soft = [join(" " * LEAD, plain(row.plain, "$soft")) for row in rows(plain(text), width - LEAD)]
        place = max(min(level, height - len(soft)), 0)
        if text and (not note or top + len(note) < place):
            shown[place : place + len(soft)] = soft
        return stack(*shown[:height])
