"""What a newer version of the questionnaire asks or scores otherwise, and whether to go over to it."""

from collections.abc import Sequence

from textual.binding import Binding

from smcheck.tui.screens.text_window import TextWindow
from smcheck.words.language import N_, _


class UpgradeWindow(TextWindow[bool]):
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
        super().__init__(
            _("A newer version of the questionnaire"), [notice, "", *(("· ", line) for line in lines)]
        )

    def action_go_over(self) -> None:
        """Go over to the newer version."""
        self.dismiss(True)
