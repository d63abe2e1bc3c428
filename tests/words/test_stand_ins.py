"""Stand-ins for what an encoding does not have: readable, and never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.words.stand_ins import ERRORS, can_draw, register

register()


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Büro – „Ziele“ …", "iso-8859-1", 'Büro - "Ziele" ...'),
        ("Büro – „Ziele“ …", "ascii", 'Buero - "Ziele" ...'),
        ("● ja ○ nein ▼", "ascii", "* ja o nein v"),
        ("Ångström, naïve", "ascii", "Angstroem, naive"),
        ("5 × 3 ÷ 2 ↕", "ascii", "5 x 3 / 2 +-"),
        ("数", "ascii", "\\u6570"),
        ("●", "cp437", "*"),
    ],
)
def test_readable(text: str, encoding: str, expected: str) -> None:
    """What one would write by hand."""
    assert text.encode(encoding, ERRORS).decode(encoding) == expected


@given(st.text(), st.sampled_from(["ascii", "iso-8859-1", "cp437", "cp1252", "shift_jis"]))
def test_never_an_error(text: str, encoding: str) -> None:
    """Whatever is written, something comes out."""
    text.encode(encoding, ERRORS).decode(encoding)


def test_who_can_draw() -> None:
    """UTF-8 can; encodings of one byte cannot, and neither can one that nobody knows."""
    encodings = ("utf-8", "iso-8859-1", "ascii", "cp1252", "no such")
    assert [can_draw(encoding) for encoding in encodings] == [True, False, False, False, False]
