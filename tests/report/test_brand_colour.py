"""A brand's colour made readable: in lightness only, on both grounds, whatever the colour."""

import colorsys
from math import atan2, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.report import brand_colour
from smcheck.report.brand import OWN_COLOUR, PLAIN
from smcheck.report.brand_colour import DARK_PAPER, PAPER, contrast, readable_on, tint_of

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
GROUNDS = [PAPER, DARK_PAPER]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        (OWN_COLOUR, PAPER, 8.3),
        ("#767676", PAPER, 4.54),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """Known values, in either order."""
    assert contrast(one, other) == pytest.approx(expected, abs=0.05)
    assert contrast(one, other) == contrast(other, one)


@given(colour=COLOURS, ground=st.sampled_from(GROUNDS))
def test_any_colour_can_be_read(colour: str, ground: str) -> None:
    """Enough contrast afterwards; what has it already is not touched."""
    readable = readable_on(colour, ground)
    assert contrast(readable, ground) >= 4.5
    assert readable == colour or contrast(colour, ground) < 4.5


@given(colour=COLOURS, ground=st.sampled_from(GROUNDS))
def test_no_further_than_need_be(colour: str, ground: str) -> None:
    """A colour that is changed has hardly more contrast than text needs."""
    readable = readable_on(colour, ground)
    assert readable == colour or contrast(readable, ground) < 4.7


@pytest.mark.parametrize("colour", ["#FFCC00", "#7FDBFF", "#FF4136", "#FF6EC7", "#2ECC40", "#F5A9B8"])
def test_hue_stays(colour: str) -> None:
    """A yellow stays a yellow: the hue as people see it differs by less than two degrees."""
    readable = readable_on(colour, PAPER)
    was, now = brand_colour._oklch(colour)[2], brand_colour._oklch(readable)[2]
    assert abs((now - was + pi) % (2 * pi) - pi) < 2 * pi / 180
    assert readable != colour


def test_chroma_stays_where_a_screen_can_show_it() -> None:
    """A pale colour keeps its chroma; a bright yellow cannot be as yellow when it is dark."""
    for colour, least in (("#C8B8A8", 0.97), ("#FFCC00", 0.5)):
        was, now = brand_colour._oklch(colour)[1], brand_colour._oklch(readable_on(colour, PAPER))[1]
        assert least * was <= now <= 1.02 * was


@pytest.mark.parametrize("grey", ["#000000", "#777777", "#CCCCCC", "#FFFFFF"])
def test_grey_stays_grey(grey: str) -> None:
    """No hue comes from nowhere."""
    for ground in GROUNDS:
        readable = readable_on(grey, ground)
        _hue, saturation, _value = colorsys.rgb_to_hsv(
            *(int(readable[place : place + 2], 16) for place in (1, 3, 5))
        )
        assert saturation < 0.02


@given(colour=COLOURS)
def test_there_and_back(colour: str) -> None:
    """A colour taken apart and put together is the same."""
    assert brand_colour._hex(*brand_colour._oklch(colour)) == colour


def test_oklch_of_known_colours() -> None:
    """Ottosson's own values: red has lightness 0.628, a 0.225 and b 0.126."""
    lightness, chroma, hue = brand_colour._oklch("#FF0000")
    assert (lightness, chroma) == pytest.approx((0.628, hypot(0.2249, 0.1258)), abs=0.001)
    assert hue == pytest.approx(atan2(0.1258, 0.2249), abs=0.001)


def test_the_tint_of_reports_without_a_brand() -> None:
    """30 % of our own colour on white is the tint that stands in the design."""
    assert tint_of(OWN_COLOUR, PAPER) == PLAIN.tint
    assert readable_on(OWN_COLOUR, PAPER) == PLAIN.readable
