"""Faults: one line that says where, what, what instead."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.words.fault import Fault, nearest, quote_short, unknown_word


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault("missing"), "missing"),
        (Fault("missing", file="a.json"), "a.json: missing"),
        (Fault("missing", place="answers.team"), "answers.team: missing"),
        (
            Fault("found 1", file="a.json", place="id", expected="a text"),
            "a.json: id: found 1; expected: a text",
        ),
        (
            Fault("unknown answer “yse”", file="a.json", place="x", expected="yes, no", nearest="yes"),
            "a.json: x: unknown answer “yse”; expected: yes, no. Did you mean “yes”?",
        ),
    ],
)
def test_line(fault: Fault, line: str) -> None:
    """A fault is one line, and says no more than is known."""
    assert line == str(fault)


def test_within() -> None:
    """Naming the file keeps everything else."""
    fault = Fault("f", place="p", expected="e", nearest="n", rule="r").within("a.json")
    assert (
        fault.file,
        fault.place,
        fault.found,
        fault.expected,
        fault.nearest,
        fault.rule,
    ) == ("a.json", "p", "f", "e", "n", "r")


@given(*[st.text(max_size=20)] * 5)
def test_nothing_alive(found: str, file: str, place: str, expected: str, near: str) -> None:
    """Whatever the input held, the line is a line."""
    line = str(Fault(found, file=file, place=place, expected=expected, nearest=near))
    assert [line] == (line.splitlines() or [""])


@pytest.mark.parametrize(
    ("word", "expected"),
    [("yse", "yes"), ("YES", "yes"), ("unkown", "unknown"), ("ja", ""), ("", ""), ("unknown" * 1000, "")],
)
def test_nearest(word: str, expected: str) -> None:
    """The word that resembles most, capitals aside, or none."""
    assert expected == nearest(word, ["yes", "no", "unknown"])


def test_nearest_has_all_parts() -> None:
    """An id with all parts of the word is nearer than one that shares more letters."""
    sets = ["bitkom-2012", "bitkom-2017", "bitkom-itk-2014", "bitkom-itk-2016"]
    assert nearest("bitkom-2014", sets) == "bitkom-itk-2014"
    assert nearest("bitkom-2018", sets) == "bitkom-2017"
    assert nearest("2014", ["documented", "bitkom-itk-2014"]) == ""  # too little of it


def test_nearest_keeps_the_spelling() -> None:
    """The valid word comes back as it is written."""
    assert nearest("b3", ["B3", "B4"]) == "B3"


def test_unknown_word() -> None:
    """What was found, what is valid, and where; a long list is cut."""
    fault = unknown_word("answer", "yse", ["yes", "no"], place="answers.x")
    assert str(fault) == "answers.x: unknown answer “yse”; expected: yes, no. Did you mean “yes”?"
    many = unknown_word("item", "x", [f"item{number}" for number in range(30)], limit=3)
    assert many.expected == "item0, item1, item2, …"
    assert unknown_word("answer", True, ["yes"]).found == "unknown answer true"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("yes", "“yes”"),
        (1, "1"),
        (None, "null"),
        (Decimal("1.5"), "1.5"),
        (["a"], "['a']"),
        ("x" * 100, "“" + "x" * 58 + "…"),
    ],
)
def test_clipped(value: object, shown: str) -> None:
    """Texts are quoted, numbers and the like as files have them, and never longer than a line."""
    assert shown == quote_short(value)
