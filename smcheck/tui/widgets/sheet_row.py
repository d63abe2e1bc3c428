"""What the row of a stored sheet shows: names, when it was last changed, and how far it is, in words."""

from dataclasses import dataclass

from textual.content import Content

from smcheck.pack import Pack
from smcheck.report.state import listed_state
from smcheck.sheet import Sheet
from smcheck.store import ListedSheet, SheetSummary
from smcheck.tui.sheet_index import Column, Order, SheetIndex
from smcheck.tui.text import cell, clickable, fill_up, join, plain
from smcheck.tui.widgets.marks import verdict_sign
from smcheck.words.controls import clip
from smcheck.words.fault import Fault
from smcheck.words.language import N_, _
from smcheck.words.numbers import day

_GAP = 2
_LEAST_NAMES = 24
"""Cells under which organisation and respondent do not stand beside the other columns."""
_LONGEST = 200
"""Characters of a name that are looked at."""
_NAMES = {
    Column.ORGANISATION: N_("Organisation"),
    Column.RESPONDENT: N_("Respondent"),
    Column.CHANGED: N_("Changed"),
    Column.STATE: N_("State"),
}
"""What the columns are called."""


def sheet_name(sheet: SheetSummary) -> str:
    """What a sheet is called: its organisation, else the day on which it was begun."""
    return sheet.organisation.strip()[:_LONGEST] or _("Sheet of {day}").format(day=day(sheet.created))


@dataclass(frozen=True, slots=True)
class SheetState:
    """How far a stored sheet is."""

    text: str
    """How many questions are answered, the verdict in small letters, or what is wrong."""
    verdict: str = ""
    """The verdict, where the result was seen."""
    glyph: str = ""
    """Its sign."""

    @property
    def content(self) -> Content:
        """The text, behind the verdict's sign where there is one."""
        if not self.glyph:
            return plain(self.text, "$soft")
        return join(verdict_sign(self.verdict, self.glyph), " ", self.text)


NOT_READ = SheetState("…")
"""The state of a sheet whose answers are still being read."""


def state_of(listed: ListedSheet, current: Pack) -> SheetState:
    """How far a sheet is; a damaged one, and one of another pack than the current one, are named as such."""
    summary, pack = listed.summary, listed.pack
    if summary.pack != current.id or pack is None or not summary.finished:
        return SheetState(listed_state(listed, current))
    sheet = Sheet(pack=pack.id, answers=listed.answers)
    try:
        return _verdict(pack, sheet)
    except Fault:  # a kept pack whose figures cannot be read
        return SheetState(_("damaged"))


def _verdict(pack: Pack, sheet: Sheet) -> SheetState:
    from smcheck.report.labels import verdict_glyph, verdict_phrase  # most starts show no verdict
    from smcheck.scoring import assess

    verdict = assess(pack, pack.figures(), sheet).benchmark.verdict
    return SheetState(verdict_phrase(verdict), verdict, verdict_glyph(verdict))


def _state_width(pack: Pack) -> int:
    """Cells that any state needs, so that nothing moves when one is read."""
    from smcheck.report.labels import verdict_phrase

    number = len(pack.questions)
    verdicts = (f"▲ {verdict_phrase(name)}" for name in ("above", "below", "mixed", "open", "none"))
    others = (_("other pack"), _("damaged"), _("answered, not seen"))
    progress = _("answering {n} of {of}").format(n=number, of=number)
    return max(plain(text).cell_length for text in (*verdicts, *others, progress))


class SheetTable:
    """The columns of the list: as wide as what is in them may need, the organisation takes the rest.

    Args:
        index: the sheets.
        order: how they are sorted.
        pack: the current questionnaire.
        width: cells of a row.
        narrow: whether there is no room for columns, however short they are.
    """

    def __init__(self, index: SheetIndex, order: Order, pack: Pack, width: int, *, narrow: bool) -> None:
        self._index = index
        self._order = order
        self._width = width
        self._when = max(index.when_width, self._heading(Column.CHANGED).cell_length)
        self._state = max(_state_width(pack), self._heading(Column.STATE).cell_length)
        names = width - self._when - self._state - 3 * _GAP
        self.in_columns = names >= _LEAST_NAMES and not narrow
        """Whether there is room for columns; else a sheet has two rows."""
        respondent = min(index.respondent_width, names * 9 // 20)
        self._respondent = max(self._heading(Column.RESPONDENT).cell_length, respondent)
        self._organisation = names - self._respondent

    @property
    def height(self) -> int:
        """Rows of each sheet."""
        return 1 if self.in_columns else 2

    def headings(self) -> Content:
        """What stands above the columns; a click on one sorts by it."""
        return self._join(*(self._heading(column) for column in Column))

    def _heading(self, column: Column) -> Content:
        name = plain(_(_NAMES[column]), "$soft")
        if column is self._order.column:
            name = join(plain(_(_NAMES[column]), "bold"), plain(f" {self._order.sign}", "bold $you"))
        return clickable(name, f"screen.sort('{column}')")

    def content(self, sheet: SheetSummary, state: SheetState) -> list[Content]:
        """The rows of a sheet, ``height`` of them."""
        name, respondent = clip(sheet_name(sheet), _LONGEST), clip(sheet.respondent.strip(), _LONGEST)
        when = plain(self._index.when(sheet), "$soft")
        if self.in_columns:
            names = cell(name, self._organisation, "bold"), cell(respondent, self._respondent)
            return [self._join(*names, when, state.content)]
        room = max(self._width - when.cell_length - _GAP, 1)
        second = join("  ", state.content)
        left = self._width - second.cell_length - 3
        if respondent and left > 0:
            second = join(second, plain(" · ", "$soft"), cell(respondent, left, "$soft").rstrip())
        return [join(cell(name, room, "bold"), " " * _GAP, when), second.truncate(max(self._width, 1))]

    def _join(self, *cells: Content) -> Content:
        widths = (self._organisation, self._respondent, self._when, self._state)
        filled = (fill_up(part, width) for part, width in zip(cells, widths, strict=True))
        return Content(" " * _GAP).join(filled).rstrip()
