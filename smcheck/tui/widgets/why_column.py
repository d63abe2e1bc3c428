"""Why: how a number came about, beside it."""

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from smcheck.report.content import Why
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.text import hanging, plain
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.reading import Reading
from smcheck.words.language import _


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
    """Its name and words, then the arithmetic, then each source once."""
    contents = [heading(_("Why: {name}").format(name=why.title), width), Content(""), plain(why.text)]
    if why.lines:
        contents += [Content(""), *_pairs(why.lines, width)]
    for number, source in enumerate(why.sources):
        contents += [Content(""), heading(_("Source"), width)] if not number else [Content("")]
        contents += [plain(text, "$soft" if place else "") for place, (_head, text) in enumerate(source)]
    return contents


def _pairs(pairs: tuple[tuple[str, str], ...], width: int) -> list[Content]:
    inset = max((plain(head).cell_length for head, _text in pairs), default=0) + 2
    return [hanging(plain(head.ljust(inset), "$soft"), plain(text), width) for head, text in pairs]
