"""What the start page says where no sheet is stored: what smcheck does, and the ways to begin."""

from textual.geometry import Size
from textual.widgets import Static

from smcheck.pack import Pack
from smcheck.tui.text import hanging, plain, press_on_click, stack
from smcheck.words.language import N_, _, n_

_WAYS = (
    ("n", N_("start a new sheet")),
    ("x", N_("look at the result of an invented company")),
    ("i", N_("see which surveys results are measured against")),
)
"""The keys to begin with, and what they do."""


class Invitation(Static):
    """An invitation to begin; shorter where there is little room. A way is begun by its key or by a click."""

    def __init__(self) -> None:
        super().__init__(id="invitation")

    def show(self, pack: Pack, size: Size, *, example: bool, notice: bool) -> None:
        """Show it in a terminal of this size.

        Args:
            pack: the questionnaire.
            size: columns and rows of the terminal.
            example: whether the questionnaire has an example.
            notice: whether the page says what was last done; it has its place where there is little.
        """
        short = size.height < 20
        width = size.width - (2 if short or size.width < 60 else 8)
        promise = _("Every answer is stored on this computer at once, and nowhere else.")
        self.update(
            stack(
                plain(_("How does your company organise social media?"), "bold"),
                *(() if short else _explanation(pack.file.minutes)),
                *(
                    press_on_click(hanging(plain(f"{key}  ", "bold $you"), plain(_(text)), width), key)
                    for key, text in _WAYS
                    if key != "x" or example
                ),
                *(() if short else ("",)),
                *(() if short and notice else (plain(promise, "$soft"),)),
            )
        )


def _explanation(minutes: int) -> tuple[str, ...]:
    return (
        "",
        n_(
            "In about {n} minute you answer how the work is set up, which departments take part,"
            " what it is for and what gets in the way.",
            "In about {n} minutes you answer how the work is set up, which departments take part,"
            " what it is for and what gets in the way.",
            minutes,
        ).format(n=minutes),
        _("Then you see how you compare with documented surveys, and which departments to bring in."),
        "",
    )
