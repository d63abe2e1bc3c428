"""Paragraphs to read in a window: wrapped to its width, scrolled where they need more room than there is."""

from collections.abc import Callable, Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from smcheck.tui.text import hanging, plain, stack

Paragraph = str | tuple[str, str] | Callable[[int], Sequence[Content]]
"""A text to read, a head and the text that hangs behind it, or lines for a width in cells."""

_CHROME = 8
"""Rows of a window beside its paragraphs: border, title, keys, and the gaps between them."""


class Paragraphs(VerticalScroll):
    """As high as what is in it, or as there is room for beside title and keys."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__(id="paragraphs", can_focus=False)
        self._paragraphs = paragraphs

    def compose(self) -> Iterable[Widget]:
        """The text."""
        yield _WrappedText(self._paragraphs)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Leave room for the rest of the window."""
        height = super().get_content_height(container, viewport, width)
        return min(height, max(viewport.height - _CHROME, 2))

    def on_resize(self) -> None:
        """Whether there is more to scroll to depends on how much is seen."""
        self.screen.refresh_bindings()


class _WrappedText(Widget):
    """Knows how high it is at a width without having been shown: no window is seen at a height it loses."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._paragraphs = paragraphs
        self._wrapped = (0, Content(""))
        """The width that the paragraphs were last wrapped to, and their lines."""

    def _wrap(self, width: int) -> Content:
        if self._wrapped[0] != width:
            lines = (line for paragraph in self._paragraphs for line in _lines(paragraph, width))
            self._wrapped = (width, stack(*lines))
        return self._wrapped[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """How many rows the lines take."""
        return self._wrap(width).get_height(self.styles.get_rules(), width)

    def render(self) -> Content:
        """The lines."""
        return self._wrap(self.size.width)


def _lines(paragraph: Paragraph, width: int) -> Iterable[Content]:
    """A paragraph at a width in cells."""
    if callable(paragraph):
        return paragraph(width)
    if isinstance(paragraph, str):
        return map(plain, paragraph.split("\n"))
    head, text = paragraph
    return [hanging(plain(head), plain(text), width)]
