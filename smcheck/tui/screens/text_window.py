"""A window to read: help, how a number came about, what a newer questionnaire has."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.binding import Binding
from textual.widget import Widget

from smcheck.report.tab_content import Why
from smcheck.tui.screens.modal import Modal
from smcheck.tui.textual_fixes.dismiss import Answer
from smcheck.tui.widgets.paragraphs import Paragraph, Paragraphs
from smcheck.tui.widgets.why_column import why_body, why_title
from smcheck.words.language import N_


class TextWindow(Modal[Answer]):
    """Paragraphs to read and scroll through; any of the keys that opened it closes it."""

    BINDINGS = [
        Binding("enter,space,f1,q,h", "close", show=False),
        Binding("up", "scroll(-1)", N_("up")),
        Binding("down", "scroll(1)", N_("down")),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    def __init__(self, title: str, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__(title)
        self._paragraphs = paragraphs

    def body(self) -> Iterable[Widget]:
        """The paragraphs."""
        yield Paragraphs(self._paragraphs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scrolling holds only where there is more to see that way."""
        if action not in {"scroll", "page", "end"}:
            return True
        if not self.is_mounted:
            return False
        window = self.query_one(Paragraphs)
        return window.scroll_y > 0 if parameters == (-1,) else window.scroll_y < window.max_scroll_y

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(Paragraphs).scroll_relative(y=lines, force=True, animate=False, immediate=True)
        self.refresh_bindings()

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.action_scroll(pages * max(self.query_one(Paragraphs).size.height - 1, 1))

    def action_end(self, direction: int) -> None:
        """To the first or the last line."""
        self.action_scroll(direction * self.query_one(Paragraphs).max_scroll_y)


class WhyWindow(TextWindow[None]):
    """Says in words how a number came about, then the arithmetic, then each source once."""

    def __init__(self, why: Why) -> None:
        super().__init__(why_title(why), [partial(why_body, why)])
