"""The Wilson interval, against independent calculations."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from smcheck.advice import wilson


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        # Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17, 1998, table I,
        # method 3: printed to four decimals.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_textbook(k: int, n: int, low: float, high: float) -> None:
    """The values that the literature prints."""
    assert (low, high) == tuple(round(end, 4) for end in wilson(Fraction(k, n), n))


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_equals_scipy(counted: tuple[int, int]) -> None:
    """The same interval as scipy's, for any count."""
    k, n = counted
    expected = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    assert (expected.low, expected.high) == pytest.approx(wilson(Fraction(k, n), n), abs=1e-12)


@given(st.fractions(0, 1), st.integers(1, 10**9))
def test_holds_the_share(share: Fraction, n: int) -> None:
    """The interval lies within 0..1 and around the share."""
    low, high = wilson(share, n)
    assert 0 <= low <= float(share) + 1e-12
    assert float(share) - 1e-12 <= high <= 1


@pytest.mark.parametrize("n", [0, -1])
def test_nobody_asked(n: int) -> None:
    """Without anyone asked there is no interval."""
    with pytest.raises(ValueError, match="at least 1"):
        wilson(Fraction(1, 2), n)
