"""What a newer version of the questionnaire asks or scores otherwise, and whether to go over to it."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from smcheck.tui.marking import N_
from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain
from smcheck.words.language import _


class Newer(Modal[bool]):
    """Answers with yes where the sheet is to be asked and scored with the newer version from now on."""

    BINDINGS = [
        Binding(
            "y",
            "go_over",
            N_("go over to it"),
            tooltip=N_("ask and score with the newer version from now on"),
        )
    ]

    def __init__(self, notice: str, lines: Sequence[str]) -> None:
        super().__init__(_("A newer version of the questionnaire"))
        self._notice = notice
        self._lines = lines

    def body(self) -> Iterable[Widget]:
        """What is different."""
        with VerticalScroll(id="lines"):
            yield Static(plain(self._notice))
            yield Static(plain(""))
            for line in self._lines:
                yield Static(plain(f"· {line}"))

    def on_resize(self) -> None:
        """Leave room for title, keys and border."""
        self.query_one("#lines").styles.max_height = max(self.app.size.height - 8, 2)

    def action_go_over(self) -> None:
        """Go over to the newer version."""
        self.dismiss(True)
