"""Sections beside the surveyed companies, as rows of an overview."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from smcheck.report.content import SectionLine
from smcheck.tui.text import fill_up, hanging, join, plain, stack
from smcheck.tui.widgets.line_list import Line
from smcheck.tui.widgets.marks import dots, verdict_sign
from smcheck.tui.widgets.tables import table
from smcheck.words.language import _

NARROW = 54
"""Cells of text below which names are short and there is no filled word."""
_WIDE = 72
"""Cells of text from which on a section of a single column is one row."""


def _theirs(section: SectionLine, *, average: bool) -> Content:
    if not section.theirs:
        return Content("")
    words = join(plain(_("theirs") + " ", "$soft"), plain(section.theirs, "$theirs"))
    return join(words, plain(" " + _("on average"), "$soft")) if average else words


def verdict(section: SectionLine) -> Content:
    """The sign and the word of a section's verdict, where it has one."""
    return (
        join(verdict_sign(section.verdict, section.glyph), " ", section.word) if section.word else Content("")
    )


def short_rows(sections: Sequence[SectionLine], width: int) -> Iterator[Line]:
    """Each section in one row where there is room, in a single column."""
    wide = _wide_rows(sections, width) if width >= _WIDE else None
    rows = wide or _number_rows(sections, width, words=width >= NARROW)
    for section, row in zip(sections, _with_reasons(sections, rows, width), strict=True):
        yield Line(_with_likeness(row, section, width) if wide else row, section.subject)


def _wide_rows(sections: Sequence[SectionLine], width: int) -> list[Content] | None:
    """Everything on each section in one row; none where that does not fit."""
    return table(
        [
            [
                plain(section.label),
                plain(section.count, "bold"),
                _theirs(section, average=section.judged),
                dots(section.states) if section.judged else Content(""),
                verdict(section),
            ]
            for section in sections
        ],
        ["left", "right", "left", "left", "left"],
        width,
    )


def _with_reasons(sections: Sequence[SectionLine], rows: Sequence[Content], width: int) -> Iterator[Content]:
    """The rows of numbers; where the survey has none for a section, its name and that it is so."""
    names = [plain(section.label) for section in sections]
    inset = max(name.cell_length for name in names) + 2
    for section, name, row in zip(sections, names, rows, strict=True):
        yield row if section.count else hanging(fill_up(name, inset), plain(section.sentence, "$soft"), width)


def _with_likeness(row: Content, section: SectionLine, width: int) -> Content:
    """A section's numbers and, behind them, or below where they do not fit, how many answer alike."""
    if not section.alike:
        return row
    whole = join(row, plain(f" · {section.alike}", "$soft"))
    if whole.cell_length <= width:
        return whole
    return stack(row, hanging(Content(" " * (width // 3)), plain(section.alike, "$soft"), width))


def numbered_rows(sections: Sequence[SectionLine], width: int) -> Iterator[Line]:
    """Each section as a row of numbers, and the sentence on it."""
    for section, row in zip(sections, _number_rows(sections, width, words=True), strict=True):
        yield Line(stack(row, *sentence_rows(section)), section.subject)


def sentence_rows(section: SectionLine) -> list[Content]:
    """The rank, the likeness with what is possible, or why there is no comparison; it may say nothing."""
    possible = f" ({section.possible})" if section.possible else ""
    text = f"{section.likeness}{possible}." if section.likeness else section.sentence
    return [plain(text, "$soft")] if text else []


def _number_rows(sections: Sequence[SectionLine], width: int, *, words: bool) -> list[Content]:
    """Name, count, dots, theirs and verdict in columns; the dots, then more, give way for want of room."""

    def cells(section: SectionLine, *, dotted: bool) -> list[Content]:
        end = verdict(section) if words else verdict_sign(section.verdict, section.glyph or " ")
        name = plain(section.label, "bold" if words else "")
        shown = [name, plain(section.count, "bold"), _theirs(section, average=False), end]
        return [*shown[:2], dots(section.states), *shown[2:]] if dotted else shown

    full = table(
        [cells(line, dotted=True) for line in sections], ["left", "right", "left", "left", "right"], width
    )
    short = table([cells(line, dotted=False) for line in sections], ["left", "right", "left", "right"], width)
    found = (full if words else None) or short
    if found is not None:
        return found
    return _two_rows(sections, width, words=words)


def _two_rows(sections: Sequence[SectionLine], width: int, *, words: bool) -> list[Content]:
    """Name, count and the verdict's sign; below theirs, and the verdict in a word where there is room."""
    cells = [
        [plain(line.label), plain(line.count, "bold"), verdict_sign(line.verdict, line.glyph)]
        for line in sections
    ]
    firsts = table(cells, ["left", "right", "left"], width) or [Content(" ").join(row) for row in cells]
    ends = [
        join("  ", _theirs(line, average=False), "  ", line.word if words else "").rstrip()
        for line in sections
    ]
    return [stack(first, end) for first, end in zip(firsts, ends, strict=True)]
