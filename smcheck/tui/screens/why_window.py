"""Why, in a window: how a number came about, where there is no room for it beside the number."""

from textual.binding import Binding

from smcheck.report.content import Why
from smcheck.tui.screens.text_window import TextWindow
from smcheck.tui.widgets.paragraphs import Paragraph
from smcheck.words.language import _


class WhyWindow(TextWindow[None]):
    """The words first, then the arithmetic, then each source once."""

    BINDINGS = [Binding("left,right", "close", show=False)]

    def __init__(self, why: Why) -> None:
        paragraphs: list[Paragraph] = [why.text, ""]
        inset = max((len(head) for head, _text in why.lines), default=0) + 2
        paragraphs += [(head.ljust(inset), text) for head, text in why.lines]
        for source in why.sources:
            paragraphs += ["", *(text for _head, text in source)]
        super().__init__(_("Why: {name}").format(name=why.title), paragraphs)
