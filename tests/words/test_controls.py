"""The one door for text: nothing that passes it is alive, and nothing else is touched."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.words.controls import CONTROL_CATEGORIES, clip, escape_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Beispiel GmbH", "Beispiel GmbH"),
        ("Bäckerei „Süß“ – 北京", "Bäckerei „Süß“ – 北京"),
        ("[/] Cost [EUR]?", "[/] Cost [EUR]?"),  # markup is for the screen to leave alone, not to hide
        ("\x1b[31mred", "␛[31mred"),
        ("a\tb\nc\r\x00", "a␉b␊c␍␀"),
        ("\x7f", "␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("abc\u202ecba", "abc<U+202E>cba"),
        ("\u200f\u2066\u2069", "<U+200F><U+2066><U+2069>"),
        ("a\u2028b\u2029", "a<U+2028>b<U+2029>"),
        ("\ufeffa\u00adb", "<U+FEFF>a<U+00AD>b"),
        ("\udc80", "<U+DC80>"),  # a byte of a command line that was no text
        ("\U000e0041", "<U+E0041>"),
        ("👩\u200d💻 \u0646\u200c\u0647", "👩\u200d💻 \u0646\u200c\u0647"),  # joiners make one sign of two
    ],
)
def test_controls(text: str, shown: str) -> None:
    """Controls become signs for them; all other text stays as it is."""
    assert shown == escape_controls(text)


def test_lines_are_kept_on_request() -> None:
    """A note keeps its lines and nothing else that is alive."""
    assert escape_controls("a\nb\r\x1b", lines=True) == "a\nb␍␛"


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lu"])))
def test_nothing_alive_passes(text: str) -> None:
    """No control, format character, separator of lines or lone surrogate is left, but for the joiners."""
    for character in escape_controls(text):
        assert character in "\u200c\u200d" or unicodedata.category(character) not in {
            "Cc",
            "Cf",
            "Cs",
            "Zl",
            "Zp",
        }


@given(st.text())
def test_shown_once_is_shown_for_good(text: str) -> None:
    """Text whose control characters were escaped stays as it is, and can be written as UTF-8."""
    shown = escape_controls(text)
    assert shown == escape_controls(shown)
    assert shown == shown.encode().decode()


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Beispiel", 8, "Beispiel"),
        ("Beispiele", 8, "Beispie…"),
        ("\x1b\x1b", 2, "␛␛"),
        ("\u202eab", 5, "<U+2…"),
        ("ab", 1, "…"),
        ("", 0, ""),
    ],
)
def test_clip(text: str, width: int, shown: str) -> None:
    """Text is cut to its width after being escaped, with a sign for the cut."""
    assert shown == clip(text, width)


@given(st.text(), st.integers(1, 40))
def test_clip_never_exceeds(text: str, width: int) -> None:
    """What is cut is never longer than asked for."""
    assert len(clip(text, width)) <= width


def test_no_character_is_forgotten() -> None:
    """Every character that does something instead of being seen is escaped, but for the two joiners."""
    alive = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in CONTROL_CATEGORIES
    ]

    assert [character for character in alive if escape_controls(character) == character] == [
        "\u200c",
        "\u200d",
    ]
