"""Numbers as people read them."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.words import language, numbers


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """German for one test."""
    monkeypatch.setenv("LANGUAGE", "de")
    before = language.language()
    language.use("de")
    yield
    language.use(before)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("59.75", 60),
        ("59.5", 60),
        ("0.5", 1),
        ("1.5", 2),
        ("2.5", 3),  # not to the even number
        ("2.49999", 2),
        ("-0.5", 0),
        ("-1.5", -1),
        ("-34.75", -35),
        ("0", 0),
    ],
)
def test_half_is_rounded_up(value: str, expected: int) -> None:
    """Whole numbers, with a half going up, below zero too."""
    assert expected == numbers.whole(Fraction(value))


def test_percent() -> None:
    """A percentage is whole, with a space before its sign."""
    assert numbers.percent(Fraction("59.75")) == "60 %"
    assert numbers.percent(90) == "90 %"


@pytest.mark.parametrize(
    ("low", "high", "expected"), [("54", "100", "54–100"), ("42.4", "42.49", "42"), ("42.4", "42.5", "42–43")]
)
def test_span(low: str, high: str, expected: str) -> None:
    """A range is one number where both ends read the same."""
    assert expected == numbers.span(Fraction(low), Fraction(high))
    assert f"{expected} %" == numbers.percent_span(Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("10", "+10"), ("-64", "−64"), ("0", "0"), ("0.4", "0"), ("-0.5", "0"), ("0.5", "+1")],
)
def test_signed(value: str, expected: str) -> None:
    """A lead has its sign, a true minus, and none at zero."""
    assert expected == numbers.signed(Fraction(value))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("-24", "-3", "−24 … −3"), ("-3", "10", "−3 … +10"), ("9.6", "10.4", "+10"), ("-0.4", "0.4", "0")],
)
def test_signed_span(low: str, high: str, expected: str) -> None:
    """A range of leads has a sign at both ends."""
    assert expected == numbers.signed_span(Fraction(low), Fraction(high))


DECIMALS = [
    ("2.39", 1, "2.4"),
    ("2.35", 1, "2.4"),
    ("2.34", 1, "2.3"),
    ("3.07", 2, "3.07"),
    ("2", 1, "2"),
    ("2.04", 1, "2"),
    ("10", 1, "10"),
    ("100", 0, "100"),
    ("-1.25", 1, "−1.3"),
    ("-0.04", 1, "0"),
    ("0", 1, "0"),
]


@pytest.mark.parametrize(("value", "places", "expected"), DECIMALS)
def test_decimal(value: str, places: int, expected: str) -> None:
    """Decimals are rounded half away from zero, without trailing zeros, with a true minus."""
    assert expected == numbers.decimal(Fraction(value), places)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("value", "places", "expected"), DECIMALS)
def test_german_comma(value: str, places: int, expected: str) -> None:
    """In German a comma stands where English has a point."""
    assert expected.replace(".", ",") == numbers.decimal(Fraction(value), places)


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_decimal_is_near(value: Fraction, places: int) -> None:
    """What is read is at most half a step away."""
    read = Fraction(numbers.decimal(value, places).replace(numbers.MINUS, "-"))
    assert abs(read - value) <= Fraction(1, 2 * 10**places)


def test_day() -> None:
    """A date in English is the ISO date."""
    assert numbers.day(date(2026, 11, 22)) == "2026-11-22"
