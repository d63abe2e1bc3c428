"""Surveys as lines to choose from, as passports, and as values over the years."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from textual.content import Content

from smcheck.pack import FigureSet, Pack
from smcheck.report.content import FigureRow, Subject, SurveySet, YearValue
from smcheck.report.labels import capital, survey
from smcheck.report.passport import passport
from smcheck.report.surveys import figure_rows
from smcheck.tui.text import cell, hanging, join, plain, right_cell, stack
from smcheck.tui.widgets.heading import heading
from smcheck.tui.widgets.line_list import Line
from smcheck.tui.widgets.tables import flow
from smcheck.tui.widgets.why_column import pairs
from smcheck.words.language import _
from smcheck.words.numbers import percent

_LABEL = 17
"""Cells of a short name and a blank."""
_HEIGHTS = "▁▂▃▄▅▆▇█"
_VALUES = 20
"""Cells that are enough for values beside the small line."""
_PERCENT = 7
"""Cells of a percentage at the end of a row."""


def set_line(entry: SurveySet, width: int, chosen: str = "") -> Line:
    """A survey, or several, to be measured against; with a box where one is ``chosen``, its id."""
    box = _box(chosen=entry.id == chosen) if chosen else Content("")
    name = plain(entry.label, "bold" if entry.id == chosen else "")
    row, tail = hanging(box, name, width), plain(entry.compares, "$soft")
    room = width - row.cell_length - tail.cell_length
    below = stack(row, hanging(Content("    " if box else "  "), tail, width))
    return Line(join(row, " " * room, tail) if room >= 2 else below, Subject("survey", entry.id))


def _box(*, chosen: bool) -> Content:
    return join(plain("(•)", "bold $you") if chosen else plain("( )", "$soft"), " ")


def set_contents(
    pack: Pack, entry: SurveySet, width: int, on: date, cautions: Sequence[str] = ()
) -> list[Content]:
    """What is known and not known of the surveys of a set, without their percentages.

    Args:
        pack: the pack that the set belongs to.
        entry: the set.
        width: cells of a row.
        on: the day for which ages count.
        cautions: what to bear in mind, in sentences.
    """
    figures = pack.figures(entry.id)
    found = [plain(entry.note)] if entry.note else []
    found.append(plain(capital(f"{entry.compares}."), "$soft"))
    found += [hanging(plain("! ", "bold $unknown"), plain(text), width) for text in cautions]
    for source in figures.sources:
        found += [
            Content(""),
            heading(survey(source), width),
            *pairs(passport(pack, figures, source.id, on), width),
        ]
    return found


def figure_contents(pack: Pack, figures: FigureSet, width: int) -> list[Content]:
    """All percentages of a set: those of our items and how exact they are, then those of others."""
    rows = figure_rows(pack, figures)
    ours, others = [row for row in rows if row.path], [row for row in rows if not row.path]
    found: list[Content] = []
    if ours:
        found += [Content(""), heading(_("Compared"), width), *_figures(ours, width), *_exactness(ours)]
    if others:
        found += [Content(""), heading(_("Compared with nothing"), width), *_figures(others, width)]
    return found


def _figures(rows: Iterable[FigureRow], width: int) -> Iterable[Content]:
    for row in rows:
        name = hanging(Content(""), plain(row.label), width - _PERCENT)
        *most, last = name.split("\n", allow_blank=True)
        number = right_cell(percent(row.percent), width - last.cell_length, "$theirs")
        yield stack(*most, join(last, number))


def _exactness(rows: Sequence[FigureRow]) -> list[Content]:
    """How exact the percentages are, once where it is the same for all of them."""
    said = dict.fromkeys(row.interval for row in rows)
    if len(said) == 1:
        return [plain(capital(f"{next(iter(said))}."), "$soft")]
    return [plain(f"{row.label}: {row.interval}", "$soft") for row in rows]


# ── the same question over the years ──────────────────────────────────────────────────────────


def year_line(path: str, short: str, values: Sequence[YearValue], years: range, width: int) -> Line:
    """An item's percentages as a small line, one cell for each year, and in words."""
    words = [
        join(plain(f"{year} ", "$soft"), plain(percent(value), "$theirs")) for year, value, *_set in values
    ]
    head = join(cell(short, _LABEL), small_line(values, years), "  ")
    room = width - head.cell_length
    if room >= _VALUES:
        first, *more = flow(words, room).split("\n")
        blank = " " * head.cell_length
        content = stack(join(head, first), *(join(blank, row) for row in more))
    else:
        content = stack(head, flow(words, width))
    return Line(content, Subject("item", path))


def small_line(values: Sequence[YearValue], years: range) -> Content:
    """A cell for each year: a block as high as the percentage, a dot where nobody asked."""
    by_year = {value.year: value.percent for value in values}
    return join(
        *(
            plain(_block(by_year[year]), "$share") if year in by_year else plain("·", "$track")
            for year in years
        )
    )


def _block(value: Fraction) -> str:
    """One of eight heights for a percentage (0..100)."""
    return _HEIGHTS[min(int(value * 8 / 100), 7)]


def year_contents(label: str, values: Sequence[YearValue], width: int) -> list[Content]:
    """An item's percentages, each with its survey."""
    rows = [
        hanging(
            join(plain(f"{value.year}", "$soft"), right_cell(percent(value.percent), _PERCENT), "  "),
            plain(value.label, "$soft"),
            width,
        )
        for value in values
    ]
    return [heading(label, width), Content(""), *rows]
