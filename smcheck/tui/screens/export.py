"""The result or the sheet as a file in the folder that smcheck was started in."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smcheck.report.case import Case
from smcheck.report.hand_out import formats, hand_out
from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Choices
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.visible import visible

_TITLE = 2
"""Lines that the title has at the most."""
_WIDEST = 94
"""Columns of a window at most."""
_AROUND = 5
"""Lines for the border, for the keys and for the gaps."""


class ExportWindow(Modal[str]):
    """Asks for a format, writes a new file and answers with what to say about it.

    Args:
        case: what is handed out.
        folder: where to write.
        supposed: answers of what if, by path, which the result for people tells as well.
    """

    def __init__(self, case: Case, folder: Path, supposed: Mapping[str, str] | None = None) -> None:
        super().__init__("")
        self._case = case
        self._folder = folder
        self._supposed = supposed

    def body(self) -> Iterable[Widget]:
        """The formats."""
        choices = formats(supposed=bool(self._supposed))
        yield Choices(
            *(Option(text, id=ending) for ending, text in choices.items()), id="formats", markup=False
        )

    def on_resize(self) -> None:
        """Title, formats and keys all have a place; where it is narrow, the folder's end is what is shown."""
        width, height = self.app.size
        title = _("Write to a file in {folder}").format(
            folder=_end(visible(str(self._folder)), min(width, _WIDEST) - 4)
        )
        heading = self.query_one("#heading", Static)
        heading.update(plain(title, "bold"))
        heading.styles.max_height = _TITLE
        self.query_one("#formats").styles.max_height = max(height - _AROUND - _TITLE, 1)

    @on(OptionList.OptionSelected)
    def _write_selected(self, event: OptionList.OptionSelected) -> None:
        try:
            path = hand_out(self._case, str(event.option_id), self._folder, self._supposed)
        except (Fault, OSError) as reason:
            self.dismiss(str(reason))
            return
        self.dismiss(_("Saved: {file}").format(file=visible(path.name)))


def _end(path: str, width: int) -> str:
    """A path, or an ellipsis and its end where it is longer than a width."""
    return path if len(path) <= width else "…" + path[len(path) - max(width - 1, 0) :]
