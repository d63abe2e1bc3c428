"""Text in cells of a table that another program opens: never a formula, no character that it cannot hold."""

import re

from smcheck.report.formats.readable import escape_noncharacters
from smcheck.words.controls import escape_controls

_FORMULA = re.compile(r"^([ \t]*[=+\-@＝＋－＠]|[\t\r])", re.MULTILINE)
"""What a spreadsheet may take for the beginning of a formula, wide signs and lines within a text included."""
LONGEST = 16_000
"""Characters that a cell is given at the most; Excel counts some of them twice, and takes 32,767."""


def cell_text(text: str) -> str:
    """``text`` with its control characters escaped, and an apostrophe before what looks like a formula.

    The apostrophe stays when the table is saved as CSV and opened again, where nothing else would help.
    """
    return escape_noncharacters(escape_controls(_guard(text.replace("\r\n", "\n")), lines=True))


def pieces(text: str) -> list[str]:
    """The text for cells under each other, each as long as a cell may be; mostly there is one."""
    shown = cell_text(text)
    return [_guard(shown[start : start + LONGEST]) for start in range(0, len(shown), LONGEST)] or [""]


def _guard(text: str) -> str:
    return _FORMULA.sub(r"'\g<0>", text)
