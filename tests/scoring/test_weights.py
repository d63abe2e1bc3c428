"""Weighted means, and the range over every reasonable weighting."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.scoring import Span
from smcheck.scoring.span import over_one_denominator
from smcheck.scoring.weights import robust, total, whole_weights
from support.builders import span

VALUES = st.fractions(-100, 100, max_denominator=60)
WEIGHTED = st.tuples(VALUES, st.fractions(0, 100, max_denominator=60), st.integers(1, 12))


def robust_of(spans: list[Span], weights: list[int]) -> Span:
    """The robust range of exact numbers."""
    ends, common = over_one_denominator([end for span in spans for end in span])
    return robust(ends[::2], ends[1::2], common, weights)


def brute_force(spans: list[Span], weights: list[int]) -> Span:
    """The range of the mean over every choice of half, same and double for each weight."""
    lows, highs = [], []
    for factors in product((Fraction(1, 2), Fraction(1), Fraction(2)), repeat=len(spans)):
        changed = [weight * factor for weight, factor in zip(weights, factors, strict=True)]
        total = sum(changed, Fraction(0))
        lows.append(sum((s.low * w for s, w in zip(spans, changed, strict=True)), Fraction(0)) / total)
        highs.append(sum((s.high * w for s, w in zip(spans, changed, strict=True)), Fraction(0)) / total)
    return Span(min(lows), max(highs))


@settings(max_examples=60)
@given(st.lists(WEIGHTED, min_size=1, max_size=5))
def test_robust_equals_brute_force(sections: list[tuple[Fraction, Fraction, int]]) -> None:
    """The few weightings looked at reach the extremes of all 3^n."""
    spans = [Span(low, low + width) for low, width, _ in sections]
    weights = [weight for *_, weight in sections]
    assert brute_force(spans, weights) == robust_of(spans, weights)


def test_robust_by_hand() -> None:
    """Leads −10 and 20: (2·−10 + ½·20) ÷ 2½ = −4 at the lowest, (½·−10 + 2·20) ÷ 2½ = 14 at the highest."""
    assert span(-4, 14) == robust_of([span(-10), span(20)], [1, 1])


def test_one_section_is_its_own_range() -> None:
    """With one section no weight changes anything."""
    assert span(-3, 7) == robust_of([span(-3, 7)], [5])


def test_weight_zero_stays_zero() -> None:
    """A section without weight has none when doubled either."""
    assert span(7) == robust_of([span(7), span(-100)], [1, 0])


def test_total_by_hand() -> None:
    """3·10 + 1·50 = 80."""
    assert total([10, 50], [3, 1]) == 80


def test_whole_weights() -> None:
    """½, 1 and 2.5 are in the proportions of 1, 2 and 5."""
    assert whole_weights([Fraction(1, 2), Fraction(1), Fraction(5, 2)]) == [1, 2, 5]
