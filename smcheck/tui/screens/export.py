"""The result or the sheet as a file: in which format, where, and under which name."""

import asyncio
from collections.abc import Iterable, Mapping
from pathlib import Path

from textual import on, work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from smcheck.report.case import Case
from smcheck.report.formats.registry import format_of
from smcheck.report.hand_out import formats, free_path, hand_out
from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Choices, Field
from smcheck.tui.widgets.frame import SHORT, frame_of
from smcheck.words.controls import escape_controls
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _
from smcheck.words.system_error import system_reason

_TITLE = 2
"""Lines that the title has at the most."""
_WIDEST = 94
"""Columns of a window at most."""
_AROUND = 8
"""Lines for the border, the file and its label, the keys, and for the gaps."""
_GAPS = 2
"""Those for gaps, which there are none of where it is low."""


class _FileField(Field):
    """Where the file's name is typed; Enter writes the file."""

    BINDINGS = [Binding("enter", "submit", N_("write the file"))]


class ExportWindow(Modal[str]):
    """Asks for a format and a file, writes it beside the app, and answers with where it lies.

    What cannot be written is said in the window, which stays.

    Args:
        case: what is handed out.
        folder: where to write, unless another place is typed.
        supposed: answers of what if, by path, which the result for people tells as well.
        brand_file: the brand that a report is made in.
    """

    BINDINGS = [Binding("tab", "app.focus_next", N_("next field"))]
    HELP_TEXT = N_(
        "Enter on a format writes a new file, into the folder above or to the place that is typed;"
        " no file is ever replaced."
    )

    def __init__(
        self,
        case: Case,
        folder: Path,
        supposed: Mapping[str, str] | None = None,
        brand_file: Path | None = None,
    ) -> None:
        super().__init__("")
        self._case = case
        self._folder = folder
        self._supposed = supposed
        self._brand_file = brand_file
        self._proposed = ""
        self._making = False

    def body(self) -> Iterable[Widget]:
        """The formats, the file, and a line for what is said."""
        choices = formats(supposed=bool(self._supposed))
        yield Choices(
            *(Option(text, id=ending) for ending, text in choices.items()), id="formats", markup=False
        )
        yield Label(_("Name, or another place"), markup=False)
        yield _FileField(id="file")
        yield Static(id="notice")

    def on_resize(self) -> None:
        """All has its place, the formats what is left; where it is narrow, the folder's end is shown."""
        width, height = self.app.size
        room = min(width, _WIDEST) - 4
        title = _("Write to a file in {folder}").format(folder=_end(escape_controls(str(self._folder)), room))
        heading = self.query_one("#heading", Static)
        heading.update(plain(title, "bold"))
        heading.styles.max_height = _TITLE
        around = _AROUND if height >= SHORT else _AROUND - _GAPS
        self.query_one("#formats").styles.max_height = max(height - around - _TITLE, 1)

    @on(OptionList.OptionHighlighted)
    def _propose_name(self, event: OptionList.OptionHighlighted) -> None:
        """A free name with the format's ending, unless somebody has typed another."""
        if not self._making:
            self._say("")
        field = self.query_one("#file", Field)
        if field.value != self._proposed or not event.option_id:
            return
        try:
            self._proposed, reason = free_path(self._case, event.option_id, self._folder).name, ""
        except Fault as fault:
            self._proposed, reason = "", str(fault)
        field.value = self._proposed
        field.cursor_position = len(self._proposed)
        self._say(reason)

    @on(Input.Changed)
    def _forget_error(self, event: Input.Changed) -> None:
        """What was said of another name holds no more."""
        if event.value and not self._making:
            self._say("")

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _write(self) -> None:
        option = self.query_one("#formats", Choices).highlighted_option
        if option is None or option.id is None or self._making:
            return
        try:
            path = self._path(option.id)
        except Fault as fault:
            self._say(str(fault))
            return
        except (OSError, RuntimeError) as error:  # a closed folder, or a home folder that there is not
            self._say(system_reason(error))
            return
        self._making = True
        self._say(_("Being made: {file}").format(file=escape_controls(path.name)))
        self._make(option.id, path)

    def _path(self, ending: str) -> Path:
        """The file that is meant: with the format's ending, and with a free name where a folder is typed.

        Another format's ending gives way; what else stands behind a full stop is part of the name.
        """
        path = self._folder / Path(self.query_one("#file", Field).value.strip()).expanduser()
        if path.is_dir():
            return free_path(self._case, ending, path)
        last = "." + ending.rpartition(".")[2]
        typed = format_of(path.name)
        if typed is None:
            return path.with_name(path.name + last)
        return path if typed == format_of(f"name{last}") else path.with_name(path.stem + last)

    @work
    async def _make(self, ending: str, path: Path) -> None:
        """Make the file beside the app, which can be drawn meanwhile, and close."""
        try:
            await asyncio.to_thread(hand_out, self._case, ending, path, self._supposed, self._brand_file)
        except Fault as fault:
            self._making = False
            self._say(str(fault))
            return
        said = _("Saved: {file}")
        room = frame_of(self.app.size.width).width - len(said.format(file=""))
        self.close_by_itself(said.format(file=_end(escape_controls(str(path)), room)))

    def _say(self, text: str) -> None:
        self.query_one("#notice", Static).update(plain(text))

    def keep_typed(self) -> None:
        """Close, also while a file is being made."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Close, unless a file is being made: it will be said where it lies."""
        if not self._making:
            self.dismiss(None)


def _end(path: str, width: int) -> str:
    """A path, or an ellipsis and its end where it is longer than a width."""
    return path if len(path) <= width else "…" + path[len(path) - max(width - 1, 0) :]
