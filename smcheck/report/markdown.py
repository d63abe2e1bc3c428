"""The result as Markdown (CommonMark with tables): no HTML, and every text escaped."""

import re
from collections.abc import Iterator, Mapping

from smcheck.report.blocks import Block, Heading, Link, Listing, Pairs, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.columns import pad, widths
from smcheck.report.page import page_blocks
from smcheck.words.controls import escape_controls

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$]")
# What many readers make links of: addresses with or without a scheme, and of mail.
_AUTOLINK = re.compile(r"(?<=\bwww)\.|:(?=//)|/(?=/)|(?<=\S)@(?=\S)|(?<=\S)\.(?=[^\W\d_]{2})", re.IGNORECASE)
_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")


def render_markdown(case: Case, supposed: Mapping[str, str] | None = None) -> str:
    """The whole result as Markdown, ending with a line feed; ``supposed`` are answers of what if, by path."""
    return "\n\n".join("\n".join(_lines(block)) for block in page_blocks(case, supposed)) + "\n"


def escape(text: str) -> str:
    """``text`` escaped for Markdown, also where it begins a line."""
    shown = inline(text)
    return _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", shown)


def inline(text: str) -> str:
    """``text`` escaped for Markdown where it does not begin a line: signs that matter only there stay."""
    # Four spaces at the beginning would make code, two at the end a line break.
    shown = _MARKUP.sub(r"\\\g<0>", escape_controls(text).strip())
    return _AUTOLINK.sub(r"\\\g<0>", shown)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {inline(block.text)}"
    elif isinstance(block, Paragraph):
        yield _keep_lines(block.text)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Pairs):
        for label, value in block.pairs:
            yield f"- {escape(label)}: {_value(value)}"
    elif isinstance(block, Listing):
        yield from _listing(block)


def _keep_lines(text: str, indent: str = "") -> str:
    """Text whose line feeds stay: a backslash before each keeps the lines apart."""
    lines = (escape(line) for line in text.split("\n"))
    return f"\\\n{indent}".join(line for line in lines if line)


def _value(value: str | Link) -> str:
    if isinstance(value, str):
        return inline(value)
    # An address whose control characters were escaped can no longer be followed.
    return inline(value.address) if set("<>") & set(value.address) else f"<{value.address}>"


def _listing(listing: Listing) -> Iterator[str]:
    for number, entry in enumerate(listing.entries, listing.first):
        mark = f"{number}. " if listing.first else "- "
        yield f"{mark}**{inline(entry.text)}**" if entry.details else f"{mark}{escape(entry.text)}"
        for detail in entry.details:
            indent = " " * len(mark)
            yield f"{indent}- {_keep_lines(detail, indent + '  ')}"


def _table(table: Table) -> Iterator[str]:
    rows = [tuple(inline(text) for text in row) for row in (table.titles, *table.rows)]
    columns = [max(width, 3) for width in widths(rows)]
    rules = [
        "-" * (width - 1) + ":" if index in table.right else "-" * width
        for index, width in enumerate(columns)
    ]
    yield _row(rows[0], columns, table.right)
    yield f"| {' | '.join(rules)} |"
    for row in rows[1:]:
        yield _row(row, columns, table.right)
    if table.legend:
        yield from ("", escape(table.legend))


def _row(row: tuple[str, ...], columns: list[int], right: frozenset[int]) -> str:
    cells = [pad(text, columns[index], right=index in right) for index, text in enumerate(row)]
    return f"| {' | '.join(cells)} |"
