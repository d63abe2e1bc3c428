"""Lines to write on, a choice that opens where it stands, and a list to choose from."""

from collections.abc import Iterable

from rich.text import Text
from textual.binding import Binding
from textual.widgets import Select

from smcheck.tui.textual_fixes.input import SafeInput
from smcheck.tui.textual_fixes.option_list import SafeOptionList
from smcheck.tui.textual_fixes.select import SafeSelect
from smcheck.tui.textual_fixes.text_area import SafeTextArea
from smcheck.words.controls import escape_controls
from smcheck.words.language import N_, _


class Field(SafeInput):
    """A line to write on; the cursor begins at its end, and no key replaces the whole text."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name for it
        compact: bool = False,
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id, compact=compact, select_on_focus=False)

    def entered_text(self, before: str) -> str:
        """The text as meant: without blanks around it, unless it is as it was before."""
        return self.value if self.value == before else self.value.strip()


class TextField(SafeTextArea):
    """Lines to write on: Enter begins another one."""

    BINDINGS = [Binding("enter", "begin_line", N_("new line"))]

    def __init__(self, text: str) -> None:
        super().__init__(text, id="text", compact=True, highlight_cursor_line=False)
        self._given = text
        self._shown = self.text
        self.move_cursor(self.document.end)

    def entered_text(self) -> str:
        """The text; as it was given where nothing was changed, whatever kinds of line ends it has."""
        return self._given if self.text == self._shown else self.text.rstrip()

    def action_begin_line(self) -> None:
        """Begin another line."""
        self.insert("\n")


class Dropdown(SafeSelect):
    """One of several texts, or none of them; typing looks for one."""

    BINDINGS = [Binding("space", "show_overlay", N_("open it"))]

    def __init__(self, options: Iterable[tuple[str, str]], value: str, name: str) -> None:
        super().__init__(
            # Text is never markup and can be searched, which content cannot.
            [(Text(escape_controls(label)), option) for label, option in options],
            prompt=_("not given"),
            value=value or Select.NULL,
            id=name,
            compact=True,
        )


class Choices(SafeOptionList):
    """A list to choose from."""

    BINDINGS = [Binding("enter", "select", N_("choose"))]
