"""A list that bears keys and clicks at any moment."""

from textual import events
from textual.widgets import OptionList


class SteadyList(OptionList):
    """Lets be what comes too early or too late, where Textual's list ends the app."""

    def action_page_up(self) -> None:
        """To the row a page above; before the list is laid out it has no pages."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """To the row a page below; before the list is laid out it has no pages."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def on_click(self, event: events.Click) -> None:
        """Choose nothing by a click on a row that is gone by now."""
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default()
