"""Needs and who usually takes charge of them."""

from smcheck.report.document.model import Need, Needs
from smcheck.report.formats.word.elements import (
    Cell,
    Element,
    Inline,
    Place,
    Row,
    Run,
    Table,
    cell,
    paragraph,
)

_MANY = 6
"""More needs than this stand in two columns, with short names."""
_HEIGHT = 5.0
_STATES = {
    "covered": ("●", "smcheck Small Symbol"),
    "missing": ("○", "smcheck Small Ring"),
    "not_known": ("◐", "smcheck Small Symbol"),
}
"""A character and its style for each state."""


def needs_elements(block: Needs, place: Place) -> list[Element]:
    """Needs with the department that usually takes charge and how that is today."""
    if len(block.rows) > _MANY:
        return _two_columns(block, place)
    head = Row(tuple(cell("smcheck Row Head", head) for head in block.heads), head=True)
    rows = (
        Row(
            (
                cell("smcheck Row", need.label),
                cell("smcheck Row", *_department(need, need.department)),
                cell("smcheck Row", Run(need.today, "smcheck Soft")),
            ),
            height=_HEIGHT,
        )
        for need in block.rows
    )
    return [Table("smcheck Rows", (58.0, 57.0, 55.0), (head, *rows), place.title)]


def _two_columns(block: Needs, place: Place) -> list[Element]:
    half = (len(block.rows) + 1) // 2
    heads = [cell("smcheck Row Head", head) for head in block.heads[:2]]
    rows = []
    for at in range(half):
        right = (
            _short(block.rows[at + half]) if at + half < len(block.rows) else [cell("smcheck Row", "")] * 2
        )
        rows.append(Row((*_short(block.rows[at]), *right), height=_HEIGHT))
    legend: list[str | Inline] = []
    for state, meaning in block.legend:
        legend += [Run(*_STATES[state]), f"\u00a0{meaning}    "]
    table = Table(
        "smcheck Rows", (30.0, 55.0, 30.0, 55.0), (Row((*heads, *heads), head=True), *rows), place.title
    )
    return [table, paragraph("smcheck Legend", *legend)]


def _short(need: Need) -> list[Cell]:
    today = _department(need, need.short_who) or (Run(need.today, "smcheck Soft"),)
    return [cell("smcheck Row", need.short), cell("smcheck Row", *today)]


def _department(need: Need, name: str) -> tuple[Inline, ...]:
    """The sign and the name; nothing where no department can be named."""
    if not name:
        return ()
    style = "smcheck Own" if need.state == "covered" else ""
    return Run(*_STATES[need.state]), Run(f" {name}", style)
