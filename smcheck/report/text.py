"""The result as plain text: aligned, wrapped, and to be read aloud line by line."""

from collections.abc import Iterator, Mapping

from rich.cells import cell_len

from smcheck.report.blocks import NONE, Block, Heading, Link, ListEntry, Listing, Pairs, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.columns import GAP, pad, widths, wrap
from smcheck.report.page import page_blocks

_INDENT = "  "
_NARROWEST = 20
_LABELS = 28
"""Columns that the labels of pairs may take."""


def render_text(case: Case, width: int = 80, supposed: Mapping[str, str] | None = None) -> str:
    """The whole result as text, ending with a line feed; only links are longer than ``width`` columns.

    ``supposed`` are answers of what if, by path.
    """
    return "".join(f"{line}\n" for line, _level in lines(case, width, supposed))


def lines(
    case: Case, width: int = 80, supposed: Mapping[str, str] | None = None
) -> Iterator[tuple[str, int]]:
    """The lines of the text, each with its heading's level, 0 for what is no heading."""
    width = max(width, _NARROWEST)
    for number, block in enumerate(page_blocks(case, supposed)):
        if number:
            yield "", 0
        if isinstance(block, Heading):
            indent = _INDENT if block.level > 2 else ""
            for line in wrap(block.text, width, indent, indent):
                yield line, block.level
        else:
            for line in _body(block, width):
                yield line.rstrip(), 0


def _body(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        for line in block.text.split("\n"):
            yield from wrap(line, width, _INDENT, _INDENT)
    elif isinstance(block, Table):
        yield from _table(block, width)
    elif isinstance(block, Pairs):
        labels = min(_LABELS, max((cell_len(label) for label, _value in block.pairs), default=0))
        for label, value in block.pairs:
            yield from _pair(label, value, labels, width)
    elif isinstance(block, Listing):
        for number, entry in enumerate(block.entries, block.first):
            yield from _entry(entry, f"{number}. " if block.first else "- ", width)


def _table(table: Table, width: int) -> Iterator[str]:
    rows = (table.titles, *table.rows)
    columns = widths(rows)
    if len(_INDENT) + sum(columns) + len(GAP) * (len(columns) - 1) > width:
        for line in table.instead:
            yield from wrap(line, width, _INDENT, _INDENT * 2)
        for row in () if table.instead else table.rows:
            yield from _row_as_sentence(table.titles, row, width)
        return
    for row in rows:
        yield _INDENT + GAP.join(
            pad(text, columns[index], right=index in table.right) for index, text in enumerate(row)
        )
    if table.legend:
        yield from ("", *wrap(table.legend, width, _INDENT, _INDENT))


def _row_as_sentence(titles: tuple[str, ...], row: tuple[str, ...], width: int) -> Iterator[str]:
    """The fallback for a row of a table that is too wide: every value there is, with its title."""
    cells_of = zip(titles[1:], row[1:], strict=True)
    values = [f"{title} {text}".strip() for title, text in cells_of if text not in {"", NONE}]
    yield from wrap(f"{row[0]}: {', '.join(values)}", width, _INDENT, _INDENT * 2)


def _pair(label: str, value: str | Link, labels: int, width: int) -> Iterator[str]:
    if isinstance(value, Link):
        yield f"{_INDENT}{pad(label, labels)}{GAP}{value.address}"
    elif cell_len(label) > labels or width < 2 * labels:
        yield from wrap(f"{label}: {value}", width, _INDENT, _INDENT * 2)
    else:
        first = f"{_INDENT}{pad(label, labels)}{GAP}"
        yield from wrap(value, width, first, " " * cell_len(first))


def _entry(entry: ListEntry, mark: str, width: int) -> Iterator[str]:
    indent = _INDENT + " " * len(mark)
    yield from wrap(entry.text, width, _INDENT + mark, indent)
    for detail in entry.details:
        first, *others = detail.split("\n")
        yield from wrap(first, width, indent, indent + _INDENT)
        for line in others:
            yield from wrap(line, width, indent + _INDENT, indent + _INDENT)
