"""The result as Markdown (CommonMark with tables): no HTML, and no text that is markup by accident."""

import re
from collections.abc import Iterator

from smcheck.report.blocks import Block, Heading, Link, Listing, Pairs, Paragraph, Table
from smcheck.report.case import Case
from smcheck.report.columns import pad, widths
from smcheck.report.page import page
from smcheck.words.visible import visible

_ALIVE = re.compile(r"[\\`*_\[\]<>#!|~&$]")
# What eager readers make links of by themselves: addresses with or without a scheme, and of mail.
_LINKS_ITSELF = re.compile(
    r"(?<=\bwww)\.|:(?=//)|/(?=/)|(?<=\S)@(?=\S)|(?<=\S)\.(?=[^\W\d_]{2})", re.IGNORECASE
)
_STARTS = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")


def render_markdown(case: Case) -> str:
    """The whole result as Markdown, ending with a line feed."""
    return "\n\n".join("\n".join(_lines(block)) for block in page(case)) + "\n"


def escape(text: str) -> str:
    """``text`` on one line such that Markdown shows it as it is, wherever on a line it stands."""
    shown = inline(text)
    return _STARTS.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", shown)


def inline(text: str) -> str:
    """The same for a text that begins no line: signs that matter only there are left alone."""
    # Four spaces at the beginning would make code, two at the end a line break.
    shown = _ALIVE.sub(r"\\\g<0>", visible(text).strip())
    return _LINKS_ITSELF.sub(r"\\\g<0>", shown)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {inline(block.text)}"
    elif isinstance(block, Paragraph):
        yield escape(block.text)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Pairs):
        for label, value in block.pairs:
            yield f"- {escape(label)}: {_value(value)}"
    elif isinstance(block, Listing):
        yield from _listing(block)


def _value(value: str | Link) -> str:
    if isinstance(value, str):
        return inline(value)
    # An address in which control characters were made visible can no longer be followed.
    return inline(value.address) if set("<>") & set(value.address) else f"<{value.address}>"


def _listing(listing: Listing) -> Iterator[str]:
    for number, entry in enumerate(listing.entries, 1):
        mark = f"{number}. " if listing.numbered else "- "
        yield f"{mark}**{inline(entry.text)}**" if entry.details else f"{mark}{escape(entry.text)}"
        for detail in entry.details:
            yield f"{' ' * len(mark)}- {escape(detail)}"


def _table(table: Table) -> Iterator[str]:
    rows = [tuple(inline(text) for text in row) for row in (table.titles, *table.rows)]
    columns = [max(width, 3) for width in widths(rows)]
    ruled = [
        "-" * (width - 1) + ":" if index in table.right else "-" * width
        for index, width in enumerate(columns)
    ]
    yield _row(rows[0], columns, table.right)
    yield f"| {' | '.join(ruled)} |"
    for row in rows[1:]:
        yield _row(row, columns, table.right)


def _row(row: tuple[str, ...], columns: list[int], right: frozenset[int]) -> str:
    cells = [pad(text, columns[index], right=index in right) for index, text in enumerate(row)]
    return f"| {' | '.join(cells)} |"
