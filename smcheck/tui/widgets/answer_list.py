"""The rows of a question, each with its key, its state as a character, and its label."""

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.content import Content

from smcheck.pack import Texts
from smcheck.report.labels import answer_word, earlier_words, row_label
from smcheck.session import Row
from smcheck.tui.text import hanging, join, plain
from smcheck.tui.widgets.line_list import BLANK, Line, LineList
from smcheck.words.language import N_, _

HEAD = 6
"""Cells of a row before its label: key, mark, blanks."""
_KEYS = "123456789ab"
_BOXES = {None: "[ ]", "yes": "[x]", "no": "[ ]", "unknown": "[?]", "na": "[–]"}
_CIRCLES = {None: "( )", "yes": "(•)", "unknown": "(?)"}
_STYLES = {"yes": "bold $you", "unknown": "bold $unknown", "na": "bold $soft"}


def keys_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The key of each row: 1 to 9, a, b; 0 for none and nobody, ? for “don't know”; else a blank."""
    free = iter(_KEYS)
    return tuple(_key(row, free) for row in rows)


def _key(row: Row, free: Iterator[str]) -> str:
    if row.is_nothing:
        return "0"
    return "?" if row.kind == "unknown" else next(free, " ")


def mark(row: Row) -> str:
    """The state of a row as a character in a box, or in a circle where only one can be chosen."""
    return (_BOXES if row.kind in {"item", "none"} else _CIRCLES)[row.state]


def state_word(row: Row) -> str:
    """What the mark in the box of an item means, where it is neither a cross nor a blank."""
    if row.kind != "item":
        return ""
    return {"unknown": answer_word("unknown"), "na": _("not here")}.get(row.state or "", "")


def answer_lines(
    rows: Sequence[Row], texts: Texts, question: str, width: int, *, blank: bool, words: bool
) -> list[Line]:
    """The rows of a question as lines.

    Args:
        rows: the rows.
        texts: the questionnaire's.
        question: its id.
        width: cells of the text.
        blank: whether there is room for a blank row before “none of these”.
        words: whether there is room for words beside marks.
    """
    lines: list[Line] = []
    for row, key in zip(rows, keys_of(rows), strict=True):
        if row.kind == "none" and blank:
            lines.append(BLANK)
        label = " · ".join(filter(None, (row_label(texts, question, row), earlier_words(row))))
        lines.append(Line(_prompt(row, key, label, width, words=words)))
    return lines


class AnswerList(LineList):
    """Keeps its place and its cursor while answers change; a click marks or chooses."""

    BINDINGS = [
        Binding(
            "enter", "screen.next", N_("next"), tooltip=N_("go on; what is unmarked beside marks is a no")
        ),
        Binding("question_mark", "screen.unknown", N_("don't know"), tooltip=N_("nobody knows")),
        Binding(
            "minus",
            "screen.not_here",
            N_("have none"),
            key_display="–",
            tooltip=N_("does not exist in this company; on “none of these”: all that is unmarked"),
        ),
        Binding(
            "space",
            "screen.mark",
            N_("mark here"),
            tooltip=N_("mark or unmark the row under the cursor"),
            show=False,
        ),
    ]

    def __init__(self) -> None:
        super().__init__("answers")
        self.rows: Sequence[Row] = ()
        """The rows that are shown."""

    def ask(self, rows: Sequence[Row], lines: Sequence[Line], *, fresh: bool) -> None:
        """Show rows as their lines; a fresh question puts the cursor on its choice, or at the top."""
        here = None if fresh else self.place
        self.rows = rows
        self.show(lines, fresh=fresh)
        place = _choice(rows) if here is None else here
        if place is not None and place < len(rows):
            self.cursor = self.stops[place]

    @property
    def place(self) -> int | None:
        """The place of the row under the cursor."""
        return None if self.cursor is None else self.stops.index(self.cursor)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return None if self.place is None else self.rows[self.place]

    def level(self, row: Row) -> int:
        """Rows of the screen from the top of the list to a row of it, as it is scrolled now."""
        return self.tops[self.stops[self.rows.index(row)]] - self.scroll_offset.y

    def show_choice(self) -> None:
        """Put the cursor on the choice, where there is one: it may be out of view."""
        place = _choice(self.rows)
        if place is not None:
            self.cursor = self.stops[place]

    def row_at(self, key: str) -> Row | None:
        """The row with this key, the cursor put on it."""
        keys = keys_of(self.rows)
        if key not in keys:
            return None
        self.cursor = self.stops[keys.index(key)]
        return self.rows[keys.index(key)]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What stands beside the row under the cursor moves with it."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved(self))


def _choice(rows: Sequence[Row]) -> int | None:
    """The place of the choice in a question with one answer."""
    chosen = (place for place, row in enumerate(rows) if row.state and row.kind in {"option", "unknown"})
    return next(chosen, None)


def _prompt(row: Row, key: str, label: str, width: int, *, words: bool) -> Content:
    style = _STYLES.get(row.state or "", "$soft")
    head = join(plain(f"{key} ", "$soft"), plain(mark(row), style), " ")
    text = hanging(head, plain(label, "bold" if row.state == "yes" else ""), width)
    word = plain(state_word(row) if words else "", "$soft")
    room = width - text.split("\n")[-1].cell_length - word.cell_length
    return join(text, " " * room, word) if word and room >= 2 else text
