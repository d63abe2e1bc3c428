"""Needs under each other: who usually takes charge, and how that is today."""

from smcheck.report.document.model import Need, Needs, Section
from smcheck.report.formats.powerpoint.drawings.words import head
from smcheck.report.formats.powerpoint.grid import Grid
from smcheck.report.formats.powerpoint.spoken import block_lines
from smcheck.report.formats.powerpoint.table import Row, cell
from smcheck.report.formats.powerpoint.text import SIGN_FONT, Run, Tone

_SIGNS = {
    "covered": Run("●", 18, tone=Tone.BRAND, font=SIGN_FONT),
    "missing": Run("○", 18, bold=True, font=SIGN_FONT),
    "not_known": Run("◍", 18, tone=Tone.BRAND, font=SIGN_FONT),
    "nobody_here": Run("○", 18, bold=True, font=SIGN_FONT),
}


def need_grid(section: Section, block: Needs) -> Grid:
    """Need, sign, department, and its state in words."""
    first, second, third = block.heads
    top = Row((head(first), head(""), head(second), head(third)), 8)
    rows = tuple(_row(need) for need in block.rows)
    return Grid(section.name, (112, 11, 92, 75.67), top, rows, tuple(block_lines(block)))


def _row(need: Need) -> Row:
    involved = need.state == "covered"
    tone = Tone.BRAND if involved else Tone.INK
    sign = _SIGNS[need.state]
    return Row(
        (
            cell(Run(need.label, 18)),
            cell(sign) if need.department else cell(),
            cell(Run(need.department, 18, involved, tone)) if need.department else cell(),
            cell(Run(need.today, tone=Tone.SOFT)),
        ),
        13,
    )
