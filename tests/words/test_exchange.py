"""JSON as text: every character comes back, and none of them is alive on the way."""

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.words.controls import CONTROL_CATEGORIES
from smcheck.words.exchange import json_text


def test_no_character_is_forgotten() -> None:
    """Every character that does something instead of being seen is written as a code, but for two joiners."""
    alive = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in CONTROL_CATEGORIES
    ]
    assert [character for character in alive if character in json_text(character)] == ["\u200c", "\u200d"]


@pytest.mark.parametrize("indent", [None, 2])
@given(st.dictionaries(st.text(), st.text() | st.lists(st.text())))
def test_the_data_come_back(indent: int | None, data: dict[str, object]) -> None:
    """Read again, the text gives the same data."""
    assert data == json.loads(json_text(data, indent=indent))
