"""What the tabs of a result share: lists to walk through and, where there is room, why beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.message import Message

from smcheck.report.case import Case
from smcheck.report.comments import comment_words, own_comment_key
from smcheck.report.content import Subject
from smcheck.report.why import why
from smcheck.tui.text import hanging, plain
from smcheck.tui.widgets.columns import Columns
from smcheck.tui.widgets.frame import THREE, TWO, Frame, column_widths
from smcheck.tui.widgets.line_list import Line, LineList, title
from smcheck.tui.widgets.reading import Reading
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import N_


class ResultLines(LineList):
    """A list of a tab; Enter asks why."""

    BINDINGS = [
        Binding("enter", "choose", N_("why"), tooltip=N_("how this number came about")),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Why can be asked where there is a line that is about something."""
        return action != "choose" or bool(self.line and self.line.subject) or None


class Tab(Columns):
    """One tab of the result over one case.

    A subclass names itself in ``NAME``, says in ``FIXED`` how wide its lists are where there is a column
    beside them, and gives in ``lines`` what is in each list. From 120 columns on there are two columns of
    text, from 160 on as many as there are lists and why. Where why stands, it follows the cursor and Enter
    moves into it; where not, the tab posts ``Asked``.
    """

    NAME: ClassVar[str] = ""
    FIXED: ClassVar[tuple[int, ...]] = (70,)

    @dataclass
    class Asked(Message):
        """Somebody wants to know why."""

        subject: Subject

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case

    def show_case(self, case: Case) -> None:
        """Show another case of the same sheet; cursors stay where they are."""
        self.case = case
        self.renew()

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """The lines of each list that is shown, for the widths of their text."""
        raise NotImplementedError

    def columns(self) -> Iterable[Reading]:
        """The lists, then why."""
        for place in range(len(self.FIXED)):
            yield ResultLines(f"{type(self).__name__.lower()}-{place}")
        yield WhyColumn()

    def widths(self, frame: Frame, terminal: int) -> Sequence[int]:
        """One column, two, or all."""
        if terminal < TWO:
            return column_widths(frame)
        return column_widths(frame, *(self.FIXED if terminal >= THREE else self.FIXED[:1]))

    def draw(self, *, fresh: bool) -> None:
        """Fill the lists, and why."""
        lists = self.lists
        for column, lines in zip(lists, self.lines([column.text_width for column in lists]), strict=True):
            column.show(self._with_comments(lines, column.text_width), fresh=fresh)
        self._show_why()

    def _with_comments(self, lines: Sequence[Line], width: int) -> list[Line]:
        """The lines, each comment below the last line that is about what it is on."""
        comments = self.case.sheet.all_comments()
        keys = [own_comment_key(line.subject) if line.subject else "" for line in lines]
        last = {key: place for place, key in enumerate(keys) if key in comments}
        shown: list[Line] = []
        for place, line in enumerate(lines):
            shown.append(line)
            if last.get(keys[place]) == place:
                words = plain(comment_words(comments[keys[place]]), "italic $soft", lines=True)
                shown.append(title(hanging(plain("» ", "$soft"), words, width)))
        return shown

    # ── the line under the cursor ─────────────────────────────────────────────────────────────

    @property
    def current(self) -> LineList | None:
        """The list that the cursor is in."""
        return next((column for column in self.lists if column.marked), None) or next(iter(self.lists), None)

    @property
    def subject(self) -> Subject | None:
        """What the line under the cursor is about."""
        line = self.current.line if self.current else None
        return line.subject if line else None

    @on(WhyColumn.Left)
    def focus_list(self) -> None:
        """Give the keys to the list that the cursor is in."""
        if self.current:
            self.current.focus()

    @property
    def _why(self) -> WhyColumn:
        return self.query_one(WhyColumn)

    def _show_why(self) -> None:
        if self._why.display:
            subject = self.subject
            self._why.show(why(self.case, subject) if subject else None)
            self.measure()

    @on(LineList.Moved)
    def _follow(self, message: LineList.Moved) -> None:
        if type(message) is LineList.Moved and message.lines is self.current:
            self._show_why()
            self.screen.refresh_bindings()

    def list_changed(self) -> None:
        """Why is that of the list that has the focus."""
        self._show_why()

    @on(LineList.Chosen)
    def _ask_why(self, message: LineList.Chosen) -> None:
        subject = message.lines.line.subject if message.lines.line else None
        if subject is None:
            return
        if self._why.display:
            self._why.focus()
        else:
            self.post_message(self.Asked(subject))
