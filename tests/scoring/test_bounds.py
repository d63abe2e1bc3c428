"""The sharp bounds on counts, against the documented table and against a linear program."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from smcheck.scoring.bounds import at_least, more_than
from support.builders import percents, span

DOCUMENTED = {
    "departments": (90, 64, 46, 39),
    "goals": (77, 68, 56, 55, 31, 20),
    "challenges": (49, 38, 32),
    "team": (51, 36, 18),
}
TABLE = {  # percent, lowest and highest, for k = 1, 2, … (figures.md, section 3)
    "departments": [("90", "100"), ("54", "100"), ("19.5", "74.5"), ("0", "39")],
    "goals": [
        ("77", "100"),
        ("52", "100"),
        ("29", "100"),
        ("7/3", "230/3"),  # printed as 2.33 and 76.67
        ("0", "51"),
        ("0", "20"),
    ],
    "challenges": [("49", "100"), ("19/2", "119/2"), ("0", "32")],
    "team": [("51", "100"), ("5/2", "105/2"), ("0", "18")],
}
SHARES = st.lists(st.fractions(0, 1, max_denominator=1000), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("section", "k"), [(section, k) for section, row in TABLE.items() for k in range(1, len(row) + 1)]
)
def test_documented_table(section: str, k: int) -> None:
    """The bounds on the documented raw shares are those of the table, exactly."""
    low, high = TABLE[section][k - 1]
    assert span(Fraction(low) / 100, Fraction(high) / 100) == at_least(k, percents(*DOCUMENTED[section]))


def linear_program(k: int, shares: Sequence[Fraction]) -> tuple[float, float]:
    """The lowest and highest P(at least k) over every joint distribution with these marginals."""
    outcomes = list(product((0, 1), repeat=len(shares)))
    goal = [float(sum(outcome) >= k) for outcome in outcomes]
    equalities = [[1.0] * len(outcomes)]
    equalities += [[float(outcome[i]) for outcome in outcomes] for i in range(len(shares))]
    values = [1.0, *map(float, shares)]
    lowest = linprog(goal, A_eq=equalities, b_eq=values, bounds=(0, 1), method="highs")
    highest = linprog([-x for x in goal], A_eq=equalities, b_eq=values, bounds=(0, 1), method="highs")
    assert lowest.fun is not None
    assert highest.fun is not None
    return lowest.fun, -highest.fun


@settings(max_examples=60)
@given(SHARES)
@example(percents(90, 64, 46, 39))
@example(percents(0, 0, 100))
@example(percents(50, 50, 50, 50, 50))
def test_equal_to_the_linear_program(shares: list[Fraction]) -> None:
    """No joint distribution goes beyond the bounds, and some reach them."""
    for k in range(1, len(shares) + 1):
        bounds = at_least(k, shares)
        low, high = linear_program(k, shares)
        assert low == pytest.approx(float(bounds.low), abs=1e-9)
        assert high == pytest.approx(float(bounds.high), abs=1e-9)


@given(SHARES)
def test_more_items_are_never_likelier(shares: list[Fraction]) -> None:
    """Both ends fall as k rises, within 0..1, and the lower is never above the upper."""
    ranges = [at_least(k, shares) for k in range(len(shares) + 2)]
    for bounds in ranges:
        assert 0 <= bounds.low <= bounds.high <= 1
    for fewer, more in pairwise(ranges):
        assert more.low <= fewer.low
        assert more.high <= fewer.high


@given(SHARES, st.randoms(use_true_random=False))
def test_order_of_the_shares_does_not_matter(shares: list[Fraction], random: Random) -> None:
    """The bounds see a set of shares, not a list."""
    shuffled = random.sample(shares, len(shares))
    for k in range(1, len(shares) + 1):
        assert at_least(k, shares) == at_least(k, shuffled)


@given(st.lists(st.fractions(0, 1, max_denominator=100), max_size=5))
def test_none_and_too_many(shares: list[Fraction]) -> None:
    """At least none holds for everyone, at least one more than there are for nobody."""
    assert span(1) == at_least(0, shares)
    assert span(1) == at_least(-1, shares)
    assert span(0) == at_least(len(shares) + 1, shares)


@pytest.mark.parametrize("k", [1, 2, 3])
def test_all_or_none(k: int) -> None:
    """Where everyone or nobody has every item the count is known."""
    assert span(1) == at_least(k, percents(100, 100, 100))
    assert span(0) == at_least(k, percents(0, 0, 0))


def test_more_than_takes_the_widest() -> None:
    """For a count of 1..2 of the departments: low of at least 3 (19.5 %), high of at least 2 (100 %)."""
    assert span("0.195", 1) == more_than(1, 2, percents(90, 64, 46, 39))


def test_more_than_all() -> None:
    """Nobody has more than all."""
    assert span(0) == more_than(4, 4, percents(90, 64, 46, 39))
