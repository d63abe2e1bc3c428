"""How a number came about, as a window where there is no room for it beside the lines."""

from smcheck.report.tab_content import Why
from smcheck.tui.screens.text_window import TextWindow
from smcheck.tui.text import stack
from smcheck.tui.widgets.why_column import why_body, why_title


class WhyWindow(TextWindow[None]):
    """Says in words how a number came about, then the arithmetic, then each source once."""

    def __init__(self, why: Why) -> None:
        super().__init__(why_title(why), [lambda width: stack(*why_body(why, width))])
