"""Headings: words, a line to the end of the column, a tail where there is room."""

import pytest

from smcheck.tui.widgets.heading import heading


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (20, "Also ──────── 6 more"),
        (15, "Also ─── 6 more"),
        (14, "Also ─────────"),
        (8, "Also ───"),
        (7, "Also"),
        (2, "Also"),
    ],
)
def test_heading(width: int, wanted: str) -> None:
    """The tail, then the line, fall away where there is no room; the words are never cut."""
    assert heading("Also", width, "6 more").plain == wanted


def test_a_heading_shows_markup_as_it_is() -> None:
    """Text from a pack is no markup."""
    assert heading("[b]x[/]", 12).plain == "[b]x[/] ────"
