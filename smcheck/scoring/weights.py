"""Whether a lead holds for every reasonable weighting of the sections."""

from collections.abc import Sequence
from fractions import Fraction
from operator import mul

from smcheck.scoring.span import Span, over_one_denominator


def whole_weights(weights: Sequence[Fraction]) -> list[int]:
    """Whole numbers in the same proportions: only these matter for a mean."""
    return over_one_denominator(weights)[0]


def mean(values: Sequence[Fraction], weights: Sequence[int]) -> Fraction:
    """The weighted mean; the weights are not all 0."""
    numerators, common = over_one_denominator(values)
    return Fraction(sum(map(mul, numerators, weights)), common * sum(weights))


def mean_span(spans: Sequence[Span], weights: Sequence[int]) -> Span:
    """The weighted means of the lows and of the highs."""
    return Span(mean([span.low for span in spans], weights), mean([span.high for span in spans], weights))


def robust(spans: Sequence[Span], weights: Sequence[int]) -> Span:
    """The lowest and highest mean when every weight is halved, kept or doubled independently.

    The lows make the lowest, the highs the highest. A weighted mean is monotone in each single
    weight, so an extreme one doubles the weights up to some point of the sorted values and halves the
    rest: one mean for each point is enough, and exact.
    """
    lows, low_common = over_one_denominator([span.low for span in spans])
    highs, high_common = over_one_denominator([span.high for span in spans])
    low, low_weight = _lowest_mean(lows, weights)
    high, high_weight = _lowest_mean([-value for value in highs], weights)
    return Span(Fraction(low, low_common * low_weight), Fraction(-high, high_common * high_weight))


def _lowest_mean(values: Sequence[int], weights: Sequence[int]) -> tuple[int, int]:
    """The weighted sum of ``values`` and the sum of weights, halved and doubled to make the mean lowest."""
    # Twice a weight is four times its half: all halved to begin with, then doubled one by one.
    total = sum(map(mul, values, weights))
    weight_sum = sum(weights)
    lowest, lowest_sum = total, weight_sum
    for value, weight in sorted(zip(values, weights, strict=True)):
        total += 3 * value * weight
        weight_sum += 3 * weight
        if total * lowest_sum < lowest * weight_sum:
            lowest, lowest_sum = total, weight_sum
    return lowest, lowest_sum
