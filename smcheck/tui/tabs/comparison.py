"""Comparison: every item beside the surveyed companies, section by section.

Judged sections as bars to both sides of a zero line; described ones, without better or worse, as shares.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from textual.content import Content

from smcheck.report.comparison import comparison
from smcheck.report.tab_content import ItemRow, SectionTable
from smcheck.tui.tabs.section_rows import sentence_rows, verdict
from smcheck.tui.tabs.tab import Tab
from smcheck.tui.text import cell, fill_up, join, plain, right_cell, stack
from smcheck.tui.widgets.bar import gap_bar, share_bar
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.line_list import BLANK, Line, title
from smcheck.tui.widgets.marks import dot
from smcheck.tui.widgets.tables import flow
from smcheck.words.language import N_, _
from smcheck.words.numbers import MINUS, percent, percent_span, with_sign

_NARROW = 60
"""Cells of text from which on there is room for bars."""
_LABEL = 17
"""Cells of a short name and a blank."""
_ANSWER = 13
"""Cells of an answer, its sign and a blank, at least."""
_THEIRS, _AS_YOU = 9, 8
"""Cells of the percentages of a described section."""
_ROOM = 5
"""Cells at each end of a bar of gaps for a blank and its number."""
_PERCENT = 5
"""Cells of ``100 %``."""


class ComparisonTab(Tab):
    """The sections as they stand in the pack."""

    NAME = N_("Comparison")

    def lines(self, widths: Sequence[int]) -> Sequence[Sequence[Line]]:
        """The sections."""
        return [comparison_lines(comparison(self.case), widths[0])]


class _Layout(NamedTuple):
    """Cells of the columns; the same in all sections, so that everything lines up."""

    width: int
    answer: int

    @property
    def half(self) -> int:
        """Of 100 points to a side of the zero line: 15, fewer where a number would run into an answer."""
        return min(15, (self.width - _LABEL - self.answer - 2 * _ROOM - 1 - _PERCENT) // 2)

    @property
    def share(self) -> int:
        """Of a share from 0 to 100."""
        return min(40, self.width - _LABEL - self.answer - 1 - _THEIRS - _AS_YOU)


def comparison_lines(tables: Sequence[SectionTable], width: int) -> list[Line]:
    """All sections for a width in cells, a blank row between them."""
    answers = [_answer(row).cell_length + 1 for table in tables for row in table.rows if row.state != "na"]
    layout = _Layout(width, max([_ANSWER, *answers]))
    lines: list[Line] = []
    for table in tables:
        if lines:
            lines.append(BLANK)
        lines += _narrow_section(table, width) if width < _NARROW else _section(table, layout)
    return lines


# ── in a column for bars ──────────────────────────────────────────────────────────────────────


def _section(table: SectionTable, layout: _Layout) -> Iterator[Line]:
    line = table.line
    head, named = _head(table, layout.width)
    yield Line(stack(head, *sentence_rows(line)), line.subject)
    columns, draw = (_gap_columns, _gap_row) if line.judged else (_share_columns, _share_row)
    if table.rows:
        yield title(columns(layout))
    yield from (Line(stack(draw(row, layout), *_notes(row)), row.subject) for row in table.rows)
    if not named and table.surveys:
        yield title(right_cell(table.surveys, layout.width, "$soft"))
    yield from _without_figure(table, layout.width)


def _without_figure(table: SectionTable, width: int) -> Iterator[Line]:
    """The items that the survey has no figure for, one after the other."""
    if table.without_figure:
        items = [
            join(
                dot(row.state),
                f" {row.short} ",
                plain(", ".join(filter(None, (row.answer, row.changed))), "$soft"),
            )
            for row in table.without_figure
        ]
        head = plain(_("without a figure in this survey:"), "$soft")
        yield Line(stack(head, flow(items, width)), table.line.subject)


def _head(table: SectionTable, width: int) -> tuple[Content, bool]:
    """``Departments  1–2 of 4, theirs 2.4  ▼ below ─── Pivot 2010``; whether it names the survey."""
    line = table.line
    parts = [plain(line.label, "bold")]
    if line.count:
        parts.append(join("  ", plain(line.count, "bold")))
    long, short = parts, parts
    if line.count:
        theirs = plain(_(", theirs {mean} on average").format(mean=line.theirs), "$soft")
        long = [*parts, theirs]
        short = [*parts, plain(_(", theirs {mean}").format(mean=line.theirs), "$soft")]
    for form in (long, short):
        words = join(*form, "  ", verdict(line)) if line.word else join(*form)
        if words.cell_length + 6 + plain(table.surveys).cell_length <= width:
            return heading(words, width, table.surveys), True
    return heading(words, width), False


def _answer(row: ItemRow) -> Content:
    """The sign of an answer and its word."""
    return join(dot(row.state), " ", row.answer)


def _name_and_answer(row: ItemRow, layout: _Layout) -> Content:
    """An item's short name and the answer to it; what does not exist has no bar that its words could meet."""
    answer = _answer(row)
    return join(cell(row.short, _LABEL), fill_up(answer, layout.answer))


def _notes(row: ItemRow) -> list[Content]:
    """Below an item: where “no” is favourable, and whether the result was known before the answer."""
    notes = [note for note in (row.note, row.changed) if note]
    return [plain("  " + " · ".join(notes), "$soft")] if notes else []


def _gap_columns(layout: _Layout) -> Content:
    side = layout.half + _ROOM
    below, above = plain(_("below") + " ", "$soft"), plain(" " + _("above"), "$soft")
    room = side - max(below.cell_length, above.cell_length)
    least, most = (f"{MINUS}100", "+100") if room > _ROOM + 4 else ("", "")
    return join(
        " " * _LABEL,
        cell(_("you"), layout.answer, "$soft"),
        " " * _ROOM,
        cell(least, layout.half - below.cell_length, "$soft"),
        below,
        plain("│", "$track"),
        above,
        right_cell(most, layout.half - above.cell_length, "$soft"),
        right_cell(_("theirs"), layout.width - _LABEL - layout.answer - 2 * side - 1 + _ROOM, "$soft"),
    )


def _gap_row(row: ItemRow, layout: _Layout) -> Content:
    named, bar = _name_and_answer(row, layout), gap_bar(row.gap, layout.half, _ROOM)
    if row.state == "na":  # the word takes some of the empty cells before the zero line
        bar = bar[named.cell_length - _LABEL - layout.answer :]
    room = layout.width - named.cell_length - bar.cell_length
    return join(named, bar, right_cell(percent(row.percent or 0), room, "$theirs"))


def _share_columns(layout: _Layout) -> Content:
    return join(
        " " * _LABEL,
        cell(_("you"), layout.answer + 1, "$soft"),
        cell("0", layout.share - 3, "$soft"),
        plain("100", "$soft"),
        right_cell(_("theirs"), _THEIRS, "$soft"),
        right_cell(_("as you"), _AS_YOU, "$soft"),
    )


def _share_row(row: ItemRow, layout: _Layout) -> Content:
    share = row.percent or Fraction(0)
    return join(
        _name_and_answer(row, layout),
        " ",
        share_bar(share, layout.share),
        right_cell(percent(share), _THEIRS, "$theirs"),
        right_cell(percent_span(*row.as_you) if row.as_you else "", _AS_YOU, "$you"),
    )


# ── in a narrow column: numbers without bars ──────────────────────────────────────────────────


def _narrow_section(table: SectionTable, width: int) -> Iterator[Line]:
    line = table.line
    head = join(plain(line.label, "bold"), "  ", plain(line.count, "bold"))
    yield Line(stack(_apart(head, verdict(line), width), *sentence_rows(line)), line.subject)
    if table.rows:
        own = _("gap") if line.judged else _("as you")
        theirs = right_cell(_("theirs"), 9, "$soft")
        yield title(_apart(Content(""), join(plain(own, "$soft"), theirs), width))
    for row in table.rows:
        own = _gap_words(row) if line.judged else percent_span(*row.as_you) if row.as_you else ""
        numbers = join(plain(own, "$you"), right_cell(percent(row.percent or 0), 9, "$theirs"))
        yield Line(
            stack(_apart(join(dot(row.state), " ", row.short), numbers, width), *_notes(row)), row.subject
        )
    yield from _without_figure(table, width)
    if table.surveys:
        yield title(plain(table.surveys, "$soft"))


def _gap_words(row: ItemRow) -> str:
    """The gap in points, with both ends where it is not known."""
    if row.gap is None:
        return ""
    return (
        with_sign(row.gap.low) if row.gap.exact else f"{with_sign(row.gap.low)} / {with_sign(row.gap.high)}"
    )


def _apart(left: Content, right: Content, width: int) -> Content:
    """Two texts at the ends of a row."""
    return join(left, " " * max(width - left.cell_length - right.cell_length, 1), right)
