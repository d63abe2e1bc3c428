"""Rows whose parts line up, and parts that flow."""

from textual.content import Content

from smcheck.tui.widgets.tables import Side, flow, table

ROWS = [
    [Content("Set-up"), Content("0 of 3"), Content("below")],
    [Content("Goals"), Content("1–2 of 4"), Content("")],
]
SIDES: list[Side] = ["left", "right", "right"]


def _plain(width: int) -> list[str] | None:
    found = table(ROWS, SIDES, width)
    return None if found is None else [row.plain for row in found]


def test_table() -> None:
    """Each column is as wide as its widest cell; what stands right at the end ends with the row."""
    assert _plain(30) == ["Set-up    0 of 3         below", "Goals   1–2 of 4"]
    assert _plain(23) == ["Set-up    0 of 3  below", "Goals   1–2 of 4"]
    assert _plain(21) == ["Set-up   0 of 3 below", "Goals  1–2 of 4"]
    assert _plain(20) is None


def test_flow() -> None:
    """Parts go on in the next row whole."""
    parts = [Content("● Awareness"), Content("○ Applicants"), Content("? Service")]
    assert flow(parts, 40).plain == "● Awareness   ○ Applicants   ? Service"
    assert flow(parts, 26).plain == "● Awareness   ○ Applicants\n? Service"
    assert flow(parts, 5).plain == "● Awareness\n○ Applicants\n? Service"
    assert flow([], 5).plain == ""
