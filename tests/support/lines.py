"""What lines of a result say at a width, and that no row of them is too long."""

from collections.abc import Iterable

from textual.content import Content

from smcheck.tui.text import rows
from smcheck.tui.widgets.line_list import Line
from support.live_text import without_spaces


def shown_rows(contents: Iterable[Content], width: int) -> list[str]:
    """The rows of contents at a width; each fits."""
    shown = [row for content in contents for row in rows(content, width)]
    assert [row.plain for row in shown if row.cell_length > width] == []
    return [row.plain.rstrip() for row in shown]


def rows_of(lines: Iterable[Line], width: int) -> list[str]:
    """The rows of lines at a width; each fits."""
    return shown_rows((line.content for line in lines), width)


def missing(texts: Iterable[str], shown: Iterable[str]) -> list[str]:
    """Which of some texts are not there whole, wherever their rows end."""
    told = without_spaces("".join(shown))
    return [text for text in texts if without_spaces(text) not in told]
