"""What the row of a stored sheet shows: names, when it was last changed, and how far it is, in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from smcheck.pack import Pack
from smcheck.session import Session
from smcheck.sheet import Sheet
from smcheck.store import ListedSheet, MemoryJournal, SheetSummary
from smcheck.tui.text import cell, hanging, joined, plain, stacked
from smcheck.tui.textual_fixes.no_break_space import NO_BREAK_SPACE
from smcheck.tui.widgets.marks import verdict_sign
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.numbers import day, day_of_year, here
from smcheck.words.visible import clip

_GAP = 2
_LEAST_NAMES = 30
"""Cells under which organisation and respondent do not stand beside the other columns."""
_LONGEST = 200
"""Characters of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A stored sheet, scored; the row can then be drawn at any width."""

    sheet: SheetSummary
    state: str
    """How far it is: how many questions are answered, the verdict in small letters, or what is wrong."""
    verdict: str = ""
    """The verdict, where the result was seen."""
    glyph: str = ""
    """Its sign."""

    @property
    def name(self) -> str:
        """The organisation, or the day on which the sheet was begun."""
        sheet = self.sheet
        return sheet.organisation.strip()[:_LONGEST] or _("Sheet of {day}").format(day=day(sheet.created))

    def marked_state(self, space: str = " ") -> Content:
        """The state, behind the verdict's sign and a space where there is one."""
        if not self.glyph:
            return plain(self.state, "$soft")
        return joined(verdict_sign(self.verdict, self.glyph), space, self.state)


def row_of(listed: ListedSheet, current: Pack) -> SheetRow:
    """The row of a sheet; a damaged one, and one of another pack than the current one, are named as such."""
    summary, pack = listed.summary, listed.pack
    if summary.pack != current.id:
        return SheetRow(summary, _("other pack"))
    if pack is None:
        return SheetRow(summary, _("damaged"))
    sheet = Sheet(pack=pack.id, answers=listed.answers)
    if not summary.finished:
        return SheetRow(summary, _progress(pack, sheet))
    try:
        return _with_verdict(summary, pack, sheet)
    except Fault:  # a kept pack whose figures cannot be read
        return SheetRow(summary, _("damaged"))


def _progress(pack: Pack, sheet: Sheet) -> str:
    session = Session(pack, MemoryJournal(sheet))
    asked, missing = session.expected_questions, session.open_questions
    answered = sum(question in session.questions and question not in missing for question in asked)
    if answered == len(asked):
        return _("answered, not seen")
    return _("answering {n} of {of}").format(n=answered, of=len(asked))


def _with_verdict(summary: SheetSummary, pack: Pack, sheet: Sheet) -> SheetRow:
    from smcheck.report.labels import verdict_glyph, verdict_phrase  # most starts show no verdict
    from smcheck.scoring import assess

    verdict = assess(pack, pack.figures(), sheet).benchmark.verdict
    return SheetRow(summary, verdict_phrase(verdict), verdict, verdict_glyph(verdict))


class SheetTable:
    """The columns of the list: as wide as what is in them needs, the organisation takes the rest.

    Args:
        rows: the sheets.
        width: cells of a row.
        narrow: whether there is no room for columns, however short they are.
    """

    def __init__(self, rows: Sequence[SheetRow], width: int, *, narrow: bool) -> None:
        self._width = width
        days = Counter(here(row.sheet.modified).date() for row in rows)
        self._crowded = {date for date, sheets in days.items() if sheets > 1}
        """The days of which there are several sheets: there the time tells them apart."""
        self._year = max((date.year for date in days), default=0)
        """The year of the sheet that was changed last."""
        self._when = self._widest([_("Changed"), *(self.when(row) for row in rows)])
        self._state = self._widest([_("State"), *(row.marked_state().plain for row in rows)])
        names = width - self._when - self._state - 3 * _GAP
        self.in_columns = names >= _LEAST_NAMES and not narrow
        """Whether there is room for columns; else a sheet has two rows."""
        heading = self._widest([_("Respondent")])
        respondents = self._widest([row.sheet.respondent.strip()[:_LONGEST] for row in rows])
        self._respondent = max(heading, min(respondents, names * 2 // 5))
        self._organisation = names - self._respondent

    @staticmethod
    def _widest(texts: Sequence[str]) -> int:
        return max((plain(text).cell_length for text in texts), default=0)

    def when(self, row: SheetRow) -> str:
        """When a sheet was last changed."""
        moment = here(row.sheet.modified)
        if moment.date() not in self._crowded:
            return day(moment)
        date = day_of_year(moment) if moment.year == self._year else day(moment)
        return f"{date}, {moment:%H:%M}"

    def headings(self) -> Content:
        """What stands above the columns."""
        texts = (_("Organisation"), _("Respondent"), _("Changed"), _("State"))
        return self._joined(*(plain(text, "$soft") for text in texts))

    def content(self, row: SheetRow) -> Content:
        """The row of a sheet."""
        name, respondent = clip(row.name, _LONGEST), clip(row.sheet.respondent.strip(), _LONGEST)
        when = plain(self.when(row), "$soft")
        if self.in_columns:
            return self._joined(
                cell(name, self._organisation, "bold"),
                cell(respondent, self._respondent),
                when,
                row.marked_state(),
            )
        facts = [when, row.marked_state(NO_BREAK_SPACE)]
        if respondent:
            facts.insert(0, plain(clip(respondent, self._width // 2), "$soft"))
        return stacked(
            cell(name, self._width, "bold").rstrip(),
            hanging(Content("  "), Content(" · ").join(facts), self._width),
        )

    def _joined(self, *cells: Content) -> Content:
        widths = (self._organisation, self._respondent, self._when, self._state)
        filled = (part.pad_right(width - part.cell_length) for part, width in zip(cells, widths, strict=True))
        return Content(" " * _GAP).join(filled).rstrip()
