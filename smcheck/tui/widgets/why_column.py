"""Why: how a number came about, beside it."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from smcheck.report.tab_content import Why
from smcheck.tui.text import fill_up, hanging, plain
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.reading import Reading
from smcheck.words.language import N_, _

_LONGEST_HEAD = 12
"""Cells of a head that stands beside its text; above that it stands in a row of its own."""
_LINK = ("https://", "http://")


class WhyColumn(Reading):
    """Follows the cursor of the list beside it; Enter there moves into it, Enter or Escape here back."""

    BINDINGS = [
        Binding("enter", "leave", N_("back"), tooltip=N_("to the list")),
        Binding("escape", "leave", show=False),
    ]

    class Left(Message):
        """The list beside it is to have the keys again."""

    def __init__(self) -> None:
        super().__init__("why-column")

    def show(self, why: Why | None) -> None:
        """Show why, or nothing."""
        self.fill(why_contents(why, self.text_width) if why else [])

    def action_leave(self) -> None:
        """Back to the list."""
        self.post_message(self.Left())


def why_contents(why: Why, width: int) -> list[Content]:
    """The name of a number, then how it came about."""
    return [heading(why_title(why), width), Content(""), *why_body(why, width)]


def why_title(why: Why) -> str:
    """The name of a number, as it is asked for."""
    return _("Why? {name}").format(name=why.title)


def why_body(why: Why, width: int) -> list[Content]:
    """How a number came about, for a width in cells: in words, then the arithmetic, then each source once."""
    blocks = [[plain(why.text)] if why.text else [], pairs(why.lines, width)]
    for (name, text), *more in why.sources:
        blocks.append([heading(name, width), plain(text), *pairs(more, width, "$soft")])
    found = [row for block in blocks if block for row in (*block, Content(""))]
    return found[:-1]


def pairs(entries: Sequence[tuple[str, str]], width: int, style: str = "") -> list[Content]:
    """Heads and texts below each other; all texts begin in the same cell, in a style of the theme.

    A link, which has no blanks to be wrapped at, has the whole width instead of a head.
    """
    lengths = [0 if text.startswith(_LINK) else plain(head).cell_length for head, text in entries]
    inset = max((length for length in lengths if length <= min(_LONGEST_HEAD, width // 3)), default=0) + 2
    found = []
    for (head, text), length in zip(entries, lengths, strict=True):
        if text.startswith(_LINK):
            found.append(plain(text, style))
        elif length < inset:
            found.append(hanging(fill_up(plain(head, "$soft"), inset), plain(text, style), width))
        else:
            found += [plain(head, "$soft"), hanging(Content("  "), plain(text, style), width)]
    return found
