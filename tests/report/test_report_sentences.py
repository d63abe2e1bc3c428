"""Where a text can be cut, and how it is shown in the formats of a report."""

import pytest

from smcheck.report.document.model import Comment, Text
from smcheck.report.formats.readable import readable, readable_all
from smcheck.report.formats.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Am besten z. B. im Mai. Dann erst.", ["Am besten z. B. im Mai.", "Dann erst."]),
        ("Presse u. a. Gruppen.", ["Presse u. a. Gruppen."]),
        ("Er fragt: „Wer?“ Niemand antwortet.", ["Er fragt: „Wer?“", "Niemand antwortet."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("no end", ["no end"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Abbreviations end no sentence, line feeds do."""
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb", "a\nb"),
        ("\x1b[31m", "␛[31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2060b", "ab"),
        ("\ufffe", "<U+FFFE>"),
    ],
)
def test_readable(text: str, expected: str) -> None:
    """What is not seen is shown."""
    assert readable(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2–3 of 4", "2\u2060–\u20603 of 4"),
        ("Monday – Friday", "Monday – Friday"),
        ("90 %", "90\u202f%"),
    ],
)
def test_what_belongs_together(text: str, expected: str) -> None:
    """It is not parted in our own texts; what people typed is left as it is."""
    ours, theirs = readable_all((Text(text), Comment("", text, "")))
    assert (ours.text, theirs.text) == (expected, text)
