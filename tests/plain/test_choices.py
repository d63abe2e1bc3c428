"""What a typed line chooses: a number, first letters, or nothing that there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.plain.choices import Choice, choose, find, rows
from smcheck.plain.talk import Quit, Talk
from support.builders import PACK


def choices_of(field: str, language: str) -> list[Choice]:
    """The choices of a field of the profile."""
    return [Choice(name, id_) for id_, name in PACK.texts(language).profile[field].options.items()]


@pytest.mark.parametrize(
    ("field", "language", "typed", "expected"),
    [
        ("country", "de", "1", ["de"]),
        ("country", "de", "18", ["other"]),
        ("country", "de", "de", ["de"]),
        ("country", "de", "DEUT", ["de"]),
        ("country", "de", "Ö", ["at"]),
        ("country", "de", "oster", ["at"]),
        ("country", "de", "oesterreich", ["at"]),
        ("country", "de", "at", ["at"]),
        ("country", "de", "dän", ["dk"]),
        ("country", "de", "daen", ["dk"]),
        ("country", "de", "schwe", ["ch", "se"]),
        ("country", "de", "schwed", ["se"]),
        ("country", "de", "staaten", ["us"]),
        ("country", "de", "ver", ["gb", "us"]),
        ("country", "en", "ger", ["de"]),
        ("country", "en", "de", ["de", "dk"]),
        ("country", "en", "den", ["dk"]),
        ("country", "en", "united  k", ["gb"]),
        ("country", "en", "kingdom", ["gb"]),
        ("country", "en", "x", []),
        ("country", "en", "0", []),
        ("country", "en", "19", []),
        ("country", "en", "²", []),
        ("country", "en", ".", []),
        ("country", "en", "1" * 5000, []),
        ("sector", "de", "it", ["itk"]),
        ("sector", "de", "oef", ["public"]),
        ("sector", "de", "tele", ["itk"]),
        ("size", "de", "1", ["1-9"]),
        ("size", "de", "10", ["10-49"]),
        ("size", "de", "50", ["50-249"]),
        ("size", "de", "50-249", ["50-249"]),
        ("size", "de", "1000", ["1000+"]),
        ("size", "en", "1,000", ["1000+"]),
    ],
)
def test_find(field: str, language: str, typed: str, expected: list[str]) -> None:
    """Numbers, ids, first letters with and without umlauts, first letters of any word."""
    choices = choices_of(field, language)
    assert expected == [choices[place].id for place in find(typed, choices)]


def test_whole_name_before_longer_ones() -> None:
    """A name or a first word that is typed as a whole is meant, though others begin with it."""
    assert find("it", [Choice("IT and data"), Choice("IT"), Choice("Italy")]) == (1,)
    assert find("it", [Choice("Italy"), Choice("IT and data"), Choice("Data and IT")]) == (1,)


@pytest.mark.parametrize("field", ["sector", "country", "size"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_choice_can_be_said(field: str, language: str) -> None:
    """Each choice is found by its number and by its name."""
    choices = choices_of(field, language)
    for place, choice in enumerate(choices):
        assert (place,) == find(str(place + 1), choices)
        assert (place,) == find(choice.name, choices)


@given(st.text())
def test_any_text(typed: str) -> None:
    """Whatever is typed, only places that there are come of it."""
    choices = choices_of("country", "de")
    assert set(find(typed, choices)) <= set(range(len(choices)))


def chosen(*typed: str) -> tuple[int | None, list[str]]:
    """What comes of these lines, and what is said."""
    lines, said = iter(typed), list[str]()
    talk = Talk(lambda _prompt: next(lines), said.append)
    choices = [Choice("Ananas"), Choice("Apfel", "z", "Apfel, der rote."), Choice("Birne")]
    return choose(talk, "Was? ", choices, lambda place: said.append(f"told {place}")), said


def test_choose() -> None:
    """What is not clear is asked again; ``?`` reads all, ``?`` with a number tells about it."""
    hint = "There is no “x” here. Say a number from 1 to 3 or first letters; ? reads all of them."
    assert chosen("a", "z") == (1, ["Which one?", "1. Ananas.", "2. Apfel, der rote."])
    assert chosen("x", "3") == (2, [hint])
    assert chosen("?", "h", "") == (None, ["1. Ananas.", "2. Apfel, der rote.", "3. Birne."] * 2)
    assert chosen("?3", "? ap", "?x", "") == (None, ["told 2", "told 1", hint])


def test_leave_while_choosing() -> None:
    """A word for leaving is one here, too."""
    for word in ("q", " Ende ", "QUIT"):
        with pytest.raises(Quit):
            chosen(word)


def test_long_and_hostile_text() -> None:
    """What is typed is said back short and harmless."""
    _place, (hint,) = chosen("\x1b[31m" + "x" * 1000, "")
    assert "␛[31mxxx" in hint
    assert len(hint) < 150


def test_rows() -> None:
    """Rows are numbered by their place, also where only some are said."""
    assert rows([Choice("A"), Choice("B", text="B!")], [1]) == ["2. B!"]
