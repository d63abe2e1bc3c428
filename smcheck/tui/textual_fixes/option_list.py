"""A list takes keys and clicks at any moment.

Fault: ``OptionList`` ends the app with an error where page up or page down comes before the list is laid out
(KeyError), and where a click comes on an option that was removed meanwhile (IndexError).

Upstream: none found; https://github.com/Textualize/textual/issues/3270 was its like for the mouse pointer.

Remove when: ``OptionList`` checks both.
"""

from textual import events
from textual.widgets import OptionList


class SafeOptionList(OptionList):
    """An option list that ignores what comes too early or too late."""

    def action_page_up(self) -> None:
        """To the row a page above; before the list is laid out it has no pages."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """To the row a page below; before the list is laid out it has no pages."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def on_click(self, event: events.Click) -> None:
        """Ignore a click on a row that is gone by now."""
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default()
