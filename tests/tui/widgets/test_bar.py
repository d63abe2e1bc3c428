"""Bars: exact to half a cell, a mark on every part, captions that never leave them, gaps to both sides."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.report.content import ScoreLine
from smcheck.scoring import Span
from smcheck.tui.widgets.bar import gap_bar, scale, score_rows, share_bar
from support.builders import span


def drawn(score: Span, surveyed: str | int | None, width: int = 20) -> str:
    """A scale as text; 20 cells, so that a cell is 5 and half a cell 2.5."""
    return scale(score, None if surveyed is None else Fraction(surveyed), width).plain


@pytest.mark.parametrize(
    ("score", "surveyed", "wanted"),
    [
        (span(0), None, "────────────────────"),
        (span(100), None, "━━━━━━━━━━━━━━━━━━━━"),
        (span(50), None, "━━━━━━━━━━──────────"),
        (span("105/2"), None, "━━━━━━━━━━╾─────────"),
        (span("103/2"), None, "━━━━━━━━━━╾─────────"),
        (span("51"), None, "━━━━━━━━━━──────────"),
        (span(0, 100), None, "╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍"),
        (span(25, 50), None, "━━━━━╍╍╍╍╍──────────"),
        (span("55/2", 50), None, "━━━━━━╍╍╍╍──────────"),
        (span(25, 51), None, "━━━━━╍╍╍╍╍╍─────────"),
        (span("25/2", 25), "1393/24", "━━━╍╍──────╂────────"),
        (span(71), 58, "━━━━━━━━━━━╋━━──────"),
        (span(25, 75), 58, "━━━━━╍╍╍╍╍╍╋╍╍╍─────"),
        (span(50), 0, "╋━━━━━━━━━──────────"),
        (span(50), 100, "━━━━━━━━━━─────────╂"),
        (span(0), 0, "╂───────────────────"),
    ],
)
def test_scale(score: Span, surveyed: str | int | None, wanted: str) -> None:
    """Sure, possible and the rest meet in mid-cell; the mark crosses whichever part it stands on."""
    assert drawn(score, surveyed) == wanted


percents = st.fractions(0, 100, max_denominator=60)


@given(st.tuples(percents, percents).map(sorted), percents, st.integers(4, 60))
def test_scale_says_what_is_so(ends: list[Fraction], surveyed: Fraction, width: int) -> None:
    """It is as long as told, has one mark, and each heavy part is no further than a cell from its number."""
    text = drawn(Span(*ends), str(surveyed), width)
    assert len(text) == width
    assert sum(text.count(mark) for mark in "╂╋") == 1
    heavy = max((place + 1 for place, sign in enumerate(text) if sign in "━╍╋╾"), default=0)
    assert abs(heavy - ends[1] * width / 100) <= 1
    at = next(place for place, sign in enumerate(text) if sign in "╂╋")
    assert at <= surveyed * width / 100 <= at + 1


THEIRS = ("average of both surveys 58", "both surveys 58", "theirs 58")


def _line(score: Span, surveyed: int) -> ScoreLine:
    return ScoreLine(
        score, Fraction(surveyed), "you 13–25 of 100", tuple(t.replace("58", str(surveyed)) for t in THEIRS)
    )


def test_captions_stand_at_their_marks() -> None:
    """Own value above the middle of its range, theirs below its mark; 0 and 100 at the ends."""
    above, bar, below = (row.plain for row in score_rows(_line(span("25/2", 25), 58), 66))
    assert bar == "0 " + drawn(span("25/2", 25), 58, 60) + " 100"
    assert above.index("▾") == 2 + 11
    assert above.endswith("▾ you 13–25 of 100")
    assert bar[below.index("▴")] == "╂"
    assert below.endswith("▴ average of both surveys 58")


@pytest.mark.parametrize(
    ("surveyed", "width", "wanted"),
    [
        (58, 66, "▴ average of both surveys 58"),
        (95, 66, "average of both surveys 95 ▴"),
        (58, 37, "▴ both surveys 58"),
        (50, 26, "▴ theirs 50"),
        (70, 37, "both surveys 70 ▴"),
    ],
)
def test_captions_never_leave_the_bar(surveyed: int, width: int, wanted: str) -> None:
    """Right of the arrow, else left of it, else the next shorter form."""
    below = score_rows(_line(span(0), surveyed), width)[2].plain
    assert below.strip() == wanted
    assert len(below) <= width


@given(st.tuples(percents, percents).map(sorted), st.integers(0, 100), st.integers(30, 90))
def test_captions_are_never_wider_than_the_column(ends: list[Fraction], surveyed: int, width: int) -> None:
    """Whatever the numbers, the three rows fit, and at least the shortest caption is whole."""
    rows = [row.plain for row in score_rows(_line(Span(*ends), surveyed), width)]
    assert max(map(len, rows)) <= width
    assert "you 13–25 of 100" in rows[0]
    assert f"{surveyed}" in rows[2]


def test_without_a_score_there_are_three_empty_rows() -> None:
    """The place of the bar stays."""
    assert [row.plain for row in score_rows(ScoreLine(None, None, "", ()), 66)] == ["", "", ""]


def test_share() -> None:
    """The share from the left, the rest light; half a cell exact."""
    assert share_bar(Fraction(77), 20).plain == "━━━━━━━━━━━━━━━╾────"
    assert share_bar(Fraction(0), 20).plain == "─" * 20
    assert share_bar(Fraction(100), 20).plain == "━" * 20


@pytest.mark.parametrize(
    ("gap", "wanted"),
    [
        (span(10), "               │━ +10         "),
        (span(-64), " −64 ╺━━━━━━│               "),
        (span(-53), "     −53 ╺━━━━━│               "),
        (span(-39, 61), "      −39 ╍╍╍╍│╍╍╍╍╍╍╍ +61    "),
        (span(0), "               │ 0            "),
        (None, "               │               "),
    ],
)
def test_gap(gap: Span | None, wanted: str) -> None:
    """Below to the left, above to the right, the number at the end; not known reaches to both sides.

    Ten cells are 100 points, so that half a cell is 5.
    """
    found = gap_bar(gap, 10, 5).plain
    assert len(found) == 31
    assert found.strip() == wanted.strip()
    assert found[15] == "│"


@given(st.tuples(st.integers(-100, 100), st.integers(-100, 100)).map(sorted))
def test_gap_always_fits(ends: list[int]) -> None:
    """Any gap, its numbers included, takes the cells that it is said to take."""
    assert len(gap_bar(span(*ends)).plain) == 41
