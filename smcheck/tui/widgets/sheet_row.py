"""What the row of a stored sheet shows: names, day, how much is answered, and the verdict."""

from dataclasses import dataclass

from textual.content import Content

from smcheck.pack import Pack
from smcheck.scoring import assess
from smcheck.scoring.assessment import completeness
from smcheck.sheet import Sheet
from smcheck.store import ListedSheet, SheetSummary
from smcheck.tui.text import cell, joined, plain, right_cell, stacked
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.numbers import day
from smcheck.words.visible import clip

_DAY = 12
_ANSWERED = 9
_VERDICT = 13
"""Columns for a verdict, in whatever language it is longest."""
NARROW = 60
"""Columns of the terminal under which a row is two lines."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A stored sheet, scored; the row can then be drawn at any width."""

    sheet: SheetSummary
    answered: str
    """How many answers are given of how many: ``12/25``; empty where that is not known."""
    verdict: str
    """The verdict in one word, or why there is none; empty where the result was not seen yet."""

    def content(self, width: int) -> Content:
        """The row in a terminal of ``width`` columns."""
        sheet = self.sheet
        name = sheet.organisation.strip() or _("Sheet of {day}").format(day=day(sheet.created))
        if width < NARROW:
            facts = " · ".join(part for part in (day(sheet.modified), self.answered, self.verdict) if part)
            return stacked(plain(clip(name, width - 5), "bold"), plain("  " + facts, "$foreground-muted"))
        wide, narrow = _name_widths(width)
        return joined(
            cell(clip(name, wide - 1), wide, "bold"),
            cell(clip(sheet.respondent, narrow - 1), narrow),
            cell(day(sheet.modified), _DAY),
            right_cell(self.answered, _ANSWERED),
            "  ",
            cell(self.verdict, _VERDICT, "bold"),
        )


def score_row(listed: ListedSheet, current: Pack) -> SheetRow:
    """The row of a sheet; a damaged one, and one of another pack than the current one, are named as such."""
    summary, pack = listed.summary, listed.pack
    if summary.pack != current.id:
        return SheetRow(summary, "", _("other pack"))
    if pack is None:
        return SheetRow(summary, "", _("damaged"))
    sheet = Sheet(pack=pack.id, answers=listed.answers)
    done = completeness(pack, sheet)
    try:
        verdict = _verdict(pack, sheet) if summary.finished else ""
    except Fault:  # a kept pack whose figures cannot be read
        verdict = _("damaged")
    return SheetRow(summary, f"{done.answered}/{done.asked}", verdict)


def _verdict(pack: Pack, sheet: Sheet) -> str:
    from smcheck.report.labels import verdict_word  # most starts show no verdict

    return verdict_word(assess(pack, pack.figures(), sheet).benchmark.verdict)


def column_headings(width: int) -> Content:
    """What stands above the rows in a terminal of ``width`` columns."""
    wide, narrow = _name_widths(width)
    return joined(
        " ",
        cell(_("Organisation"), wide, "$foreground-muted"),
        cell(_("Respondent"), narrow, "$foreground-muted"),
        cell(_("Changed"), _DAY, "$foreground-muted"),
        right_cell(_("Answered"), _ANSWERED, "$foreground-muted"),
        "  ",
        cell(_("Verdict"), _VERDICT, "$foreground-muted"),
    )


def _name_widths(width: int) -> tuple[int, int]:
    """Columns of organisation and respondent."""
    # Beside day, number and verdict, and within padding and scrollbar.
    room = max(width - 5 - _DAY - _ANSWERED - 2 - _VERDICT, 16)
    return room * 3 // 5, room - room * 3 // 5
