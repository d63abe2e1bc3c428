"""Text as it is searched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.words.search import fold


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("istanbul", "İstanbul A.Ş."),
        ("İSTANBUL", "istanbul"),
        ("ISTANBUL", "İstanbul"),
        ("müller", unicodedata.normalize("NFD", "MÜLLER & Söhne")),
        (unicodedata.normalize("NFD", "Müller"), "müller"),
        ("strasse", "Große Straße"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ],
)
def test_what_is_found(wanted: str, text: str) -> None:
    """Case, accents as one character or two, and the dot on a Turkish i make no difference."""
    assert fold(wanted) in fold(text)


@pytest.mark.parametrize(("wanted", "text"), [("muller", "Müller"), ("istanbul", "Ankara"), ("ı", "i")])
def test_what_is_not_found(wanted: str, text: str) -> None:
    """Another letter is another letter."""
    assert fold(wanted) not in fold(text)


@given(st.text())
def test_a_text_is_found_by_itself_in_any_form(text: str) -> None:
    """However it is encoded; and folding twice is folding once."""
    forms = {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert forms == {fold(text)} == {fold(fold(text))}
