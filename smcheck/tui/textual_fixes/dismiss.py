"""A window closes itself, and nothing but itself.

Fault: ``Screen.dismiss`` closes whatever is in front, so that the second half of a double click closes the
page behind the window.

Upstream: https://github.com/Textualize/textual/issues/2575, closed by a check that
https://github.com/Textualize/textual/pull/4621 changed; Textual 8.2 has none.

Remove when: ``dismiss`` does nothing for a screen that is not active.
"""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class DismissOnce(Screen[Answer]):
    """A screen that is no longer in front ignores ``dismiss``."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer, unless that was done before."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
