"""The rows of a question, each with its digit, its state as a character, and its label."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from smcheck.pack import Texts
from smcheck.report.labels import answer_word, row_label
from smcheck.session import Row
from smcheck.tui.lazy_gettext import N_
from smcheck.tui.text import hanging, joined, plain
from smcheck.tui.textual_fixes.option_list import SafeOptionList
from smcheck.words.language import _

MARKS = {None: "[ ]", "yes": "[x]", "no": "[ ]", "unknown": "[?]", "na": "[-]"}
"""How a state is shown; “no” and “not given” differ by the word behind the label."""


def state_word(row: Row, *, settled: bool) -> str:
    """What stands behind the label, where the mark does not say it all."""
    if row.kind != "item":
        return ""
    if row.state == "no":
        # Beside “none of these” and in settled questions, an empty box means no.
        return _("no") if not settled else ""
    return answer_word(row.state) if row.state in {"unknown", "na"} else ""


class AnswerList(SafeOptionList):
    """Keeps its place and its cursor while answers change."""

    BINDINGS = [
        Binding("space", "select", N_("mark"), tooltip=N_("mark or unmark the row under the cursor")),
        Binding(
            "enter", "screen.next", N_("next"), tooltip=N_("go on; what is unmarked beside marks is a no")
        ),
    ]

    def __init__(self) -> None:
        super().__init__(id="answers")
        self._rows: tuple[Row, ...] = ()
        self._texts: Texts | None = None
        self._question = ""

    def show(self, rows: tuple[Row, ...], texts: Texts, question: str, *, fresh: bool) -> None:
        """Show rows; a fresh question puts the cursor on its first mark, or at the top."""
        self._texts, self._question = texts, question
        if not fresh and len(rows) == len(self._rows):
            all_anew = self._settled(self._rows) != self._settled(rows)
            pairs = enumerate(zip(self._rows, rows, strict=True))
            changed = [index for index, (old, new) in pairs if all_anew or old != new]
            for index, prompt in zip(changed, self._prompts(rows, texts, question, changed), strict=True):
                self.replace_option_prompt_at_index(index, prompt)
        else:
            prompts = self._prompts(rows, texts, question, range(len(rows)))
            self.set_options([Option(prompt) for prompt in prompts])
            self.scroll_home(animate=False, immediate=True)
            chosen = _chosen(rows)
            self.highlighted = 0 if chosen is None else chosen
        self._rows = rows
        # A word behind a label can make it longer by a line.
        self.call_after_refresh(self.scroll_to_highlight)

    def on_resize(self) -> None:
        """Wrap the labels anew."""
        if self._texts is not None:
            every = range(len(self._rows))
            for index, prompt in enumerate(self._prompts(self._rows, self._texts, self._question, every)):
                self.replace_option_prompt_at_index(index, prompt)
            self.call_after_refresh(self.scroll_to_highlight)

    def show_marked(self) -> None:
        """Put the cursor on the choice, where there is one: it may be out of view."""
        chosen = _chosen(self._rows)
        if chosen is not None:
            self.highlighted = chosen

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.highlighted] if self.highlighted is not None and self._rows else None

    def row_at(self, digit: int) -> Row | None:
        """The row with this digit, the cursor put on it; 0 is “none of these”."""
        for index, row in enumerate(self._rows):
            if _digit(row, index) == str(digit):
                self.highlighted = index
                return row
        return None

    @staticmethod
    def _settled(rows: tuple[Row, ...]) -> bool:
        return all(row.state is not None for row in rows if row.kind == "item")

    def _prompts(
        self, rows: tuple[Row, ...], texts: Texts, question: str, wanted: Iterable[int]
    ) -> list[Content]:
        """What the rows at the wanted places show."""
        labels = [row_label(texts, question, row) for row in rows]
        widest = min(max((plain(label).cell_length for label in labels), default=0), 34)
        settled = self._settled(rows)
        width = self.content_size.width - 3  # beside a scroll bar, within padding
        return [
            _prompt(rows[index], index, labels[index], widest, width, settled=settled) for index in wanted
        ]


def _chosen(rows: tuple[Row, ...]) -> int | None:
    """The place of the choice in a question with one answer."""
    marked = (index for index, row in enumerate(rows) if row.state and row.kind in {"option", "unknown"})
    return next(marked, None)


def _digit(row: Row, index: int) -> str:
    if row.kind == "none":
        return "0"
    if row.kind == "unknown":
        return "?"
    return str(index + 1) if index < 9 else " "


def _prompt(row: Row, index: int, label: str, widest: int, width: int, *, settled: bool) -> Content:
    mark = MARKS[row.state]
    if row.kind == "unknown":
        mark = "[x]" if row.state else "[ ]"
    style = "bold" if row.state in {"yes", "unknown", "na"} else ""
    word = state_word(row, settled=settled)
    text = plain(label, style)
    if word:
        gap = max(widest - text.cell_length, 0) + 2
        fits = 6 + text.cell_length + gap + plain(word).cell_length <= width
        text = joined(text, " " * gap if fits else " · ", plain(word, "$foreground-muted"))
    head = joined(plain(f"{_digit(row, index)} ", "$foreground-muted"), plain(f"{mark} ", style))
    return hanging(head, text, width)
