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
    assert expected == numbers.with_sign(Fraction(value))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("-24", "-3", "−24 … −3"), ("-3", "10", "−3 … +10"), ("9.6", "10.4", "+10"), ("-0.4", "0.4", "0")],
)
def test_signed_span(low: str, high: str, expected: str) -> None:
    """A range of leads has a sign at both ends."""
    assert expected == numbers.span_with_sign(Fraction(low), Fraction(high))


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
    """A date as people read it, whatever the computer's locale."""
    assert numbers.day(date(2026, 11, 2)) == "2 Nov 2026"


@pytest.mark.usefixtures("german")
def test_german_day() -> None:
    """In German with two digits each."""
    assert numbers.day(date(2026, 11, 2)) == "02.11.2026"
    assert numbers.part_day("2010-10") == "10/2010"


def test_a_day_as_exactly_as_it_is_known() -> None:
    """A year, a month, or a day."""
    assert [numbers.part_day(text) for text in ("2010", "2010-10", "2010-10-03")] == [
        "2010",
        "Oct 2010",
        "3 Oct 2010",
    ]


COUNTS = [
    ((0, 0, 3), "0 of 3", "0 von 3", "0 of 3"),
    ((1, 1, 4), "1 of 4", "1 von 4", "1 of 4"),
    ((1, 2, 4), "1 to 2 of 4", "1 bis 2 von 4", "1–2 of 4"),
    ((0, 4, 4), "0 to 4 of 4", "0 bis 4 von 4", "0–4 of 4"),
    ((4, 4, 4), "4 of 4", "4 von 4", "4 of 4"),
]


@pytest.mark.parametrize(("count", "english", "german", "column"), COUNTS)
def test_counts(count: tuple[int, int, int], english: str, german: str, column: str) -> None:
    """Said with a word, in columns with a dash."""
    assert (numbers.count_words(*count), numbers.count_column(*count)) == (english, column)
    language.use("de")
    assert numbers.count_words(*count) == german
    language.use("en")


def test_a_range_that_reads_as_one_number() -> None:
    """Both ends rounded first, half up."""
    assert numbers.range_words(Fraction("42.4"), Fraction("42.49")) == "42"
    assert numbers.range_words(Fraction("12.5"), 25) == "13 to 25"


RANKS = [
    ("82", "100", "At least about 82 of 100", "Mindestens etwa 82 von 100"),
    ("19.5", "100", "At least about 19 of 100", "Mindestens etwa 19 von 100"),
    ("0", "39.2", "At most about 40 of 100", "Höchstens etwa 40 von 100"),
    ("0.5", "39", "At most about 39 of 100", "Höchstens etwa 39 von 100"),
    ("19.5", "74.5", "About 19 to 75 of 100", "Etwa 19 bis 75 von 100"),
    ("90", "90", "About 90 of 100", "Etwa 90 von 100"),
    ("0", "100", "", ""),
    ("0.4", "99.6", "", ""),
    ("0", "0", "", ""),
]


@pytest.mark.parametrize(("low", "high", "english", "german"), RANKS)
def test_ranks(low: str, high: str, english: str, german: str) -> None:
    """Ends outward; nothing where the range says nothing, and nothing where nobody has more."""
    assert numbers.rank_words(Fraction(low), Fraction(high)) == english
    language.use("de")
    assert numbers.rank_words(Fraction(low), Fraction(high)) == german
    language.use("en")


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_a_rank_never_says_more_than_is_known(one: Fraction, other: Fraction) -> None:
    """The numbers that are read lie at the bounds or outside of them."""
    low, high = sorted((one, other))
    said = [int(word) for word in numbers.rank_words(low, high).split() if word.isdigit()][:-1]
    assert all(number <= low or number >= high for number in said)


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [("1.69", "1.7", "1,7"), ("2", "2.0", "2,0"), ("0.25", "0.3", "0,3"), ("0", "0.0", "0,0")],
)
def test_means(value: str, english: str, german: str) -> None:
    """One decimal, always, half up."""
    assert numbers.mean_words(Fraction(value)) == english
    language.use("de")
    assert numbers.mean_words(Fraction(value)) == german
    language.use("en")


def test_small_numbers_are_words() -> None:
    """From two to twelve; all others in digits."""
    assert [numbers.number_word(n) for n in (0, 1, 2, 3, 12, 13)] == [
        "0",
        "1",
        "two",
        "three",
        "twelve",
        "13",
    ]


@pytest.mark.usefixtures("german")
def test_small_numbers_in_german() -> None:
    """The same in German."""
    assert [numbers.number_word(n) for n in (2, 3, 12)] == ["zwei", "drei", "zwölf"]


def test_ranges_with_a_decimal(german: None) -> None:
    """One decimal at most, none where there is nothing behind the point; once where both are the same."""
    third = Fraction(100, 3)
    assert numbers.decimal_range(25, third) == "25 bis 33,3"
    assert numbers.decimal_range(third, Fraction(3334, 100)) == "33,3"
    assert numbers.decimal_range(25, 25) == "25"


def test_days_with_their_month() -> None:
    """Months are named in reports, in the language in use."""
    assert numbers.long_day(date(2026, 3, 1)) == "1 March 2026"
