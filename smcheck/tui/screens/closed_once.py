"""Windows that close themselves, and nothing but themselves."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class ClosedOnce(Screen[Answer]):
    """A window that is no longer in front takes no second answer.

    Textual closes what is in front, whatever was told to close: the second half of a double click would
    close the page behind the window.
    """

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer, unless that was done before."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
