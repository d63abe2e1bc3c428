"""Where a text can be cut, and how it is shown in the formats of a report."""

import pytest

from smcheck.report.formats.readable import readable
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
        ("2–3 of 4", "2\u2060–\u20603 of 4"),
        ("Monday – Friday", "Monday – Friday"),
        ("90 %", "90\u202f%"),
        ("a\r\nb", "a\nb"),
        ("\x1b[31m", "␛[31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2060b", "ab"),
        ("\ufffe", "<U+FFFE>"),
    ],
)
def test_readable(text: str, expected: str) -> None:
    """What belongs together is not parted, what is not seen is shown."""
    assert readable(text) == expected
