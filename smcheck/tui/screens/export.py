"""The result or the sheet as a file in the folder that smcheck was started in."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smcheck.files.writing import file_name, write_file
from smcheck.report.case import Case
from smcheck.tui.screens.modal import Modal
from smcheck.tui.text import plain
from smcheck.tui.widgets.field import Choices
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.visible import visible

_LIMIT = 1000
"""Names that are tried before giving up."""
_TITLE = 2
"""Lines that the title has at the most."""
_AROUND = 5
"""Lines for the border, for the keys and for the gaps."""


class ExportWindow(Modal[str]):
    """Asks for a format, writes a new file and answers with what to say about it."""

    def __init__(self, case: Case, folder: Path) -> None:
        super().__init__("")
        self._case = case
        self._folder = folder

    def body(self) -> Iterable[Widget]:
        """The formats."""
        yield Choices(
            Option(_("The result as text"), id="txt"),
            Option(_("The result as Markdown"), id="md"),
            Option(_("The result as JSON, for other programs"), id="result.json"),
            Option(_("The sheet as JSON, to import elsewhere"), id="json"),
            id="formats",
            markup=False,
        )

    def on_resize(self) -> None:
        """Title, formats and keys all have a place; where it is narrow, the folder's end is what is shown."""
        width, height = self.app.size
        title = _("Write to a file in {folder}").format(
            folder=_end(visible(str(self._folder)), width * 9 // 10 - 4)
        )
        heading = self.query_one("#heading", Static)
        heading.update(plain(title, "bold"))
        heading.styles.max_height = _TITLE
        self.query_one("#formats").styles.max_height = max(height - _AROUND - _TITLE, 1)

    @on(OptionList.OptionSelected)
    def _write_selected(self, event: OptionList.OptionSelected) -> None:
        ending = str(event.option_id)
        try:
            path = self._write(ending)
        except (Fault, OSError) as reason:
            self.dismiss(str(reason))
            return
        self.dismiss(_("Written: {file}").format(file=visible(path.name)))

    def _write(self, ending: str) -> Path:
        """Write under the first name that is free."""
        text = self._text(ending)
        for number in range(1, _LIMIT):
            suffix = ending if number == 1 else f"{number}.{ending}"
            path = self._folder / file_name(self._case.sheet.organisation, suffix)
            if not path.exists() and not path.is_symlink():
                write_file(path, text)
                return path
        raise Fault(_("the file exists"), file=str(path))

    def _text(self, ending: str) -> str:
        case = self._case
        if ending == "txt":
            from smcheck.report.text import render_text

            return render_text(case)
        if ending == "md":
            from smcheck.report.markdown import render_markdown

            return render_markdown(case)
        if ending == "json":
            from smcheck.sheet import dump_sheet

            return json_text(dump_sheet(case.sheet, case.pack), indent=2) + "\n"
        from smcheck.report.data import dump_result

        return json_text(dump_result(case), indent=2) + "\n"


def _end(path: str, width: int) -> str:
    """A path, or an ellipsis and its end where it is longer than a width."""
    return path if len(path) <= width else "…" + path[len(path) - max(width - 1, 0) :]
