"""Whether a lead holds for every reasonable weighting of the sections."""

from collections.abc import Sequence
from fractions import Fraction
from operator import mul

from smcheck.scoring.span import Span, over_one_denominator, ratio


def whole_weights(weights: Sequence[Fraction]) -> list[int]:
    """Whole numbers in the same proportions: only these matter for a mean."""
    return over_one_denominator(weights)[0]


def total(values: Sequence[int], weights: Sequence[int]) -> int:
    """The weighted sum."""
    return sum(map(mul, values, weights))


def robust(lows: Sequence[int], highs: Sequence[int], common: int, weights: Sequence[int]) -> Span:
    """The lowest and highest mean when every weight is halved, kept or doubled independently.

    ``lows`` and ``highs`` are numerators over the denominator ``common``. The lows make the lowest, the
    highs the highest. A weighted mean is monotone in each single weight, so an extreme one doubles the
    weights up to some point of the sorted values and halves the rest: one mean for each point is enough,
    and exact.
    """
    low, low_weight = _lowest_mean(lows, weights)
    high, high_weight = _lowest_mean([-value for value in highs], weights)
    return Span(ratio(low, common * low_weight), ratio(-high, common * high_weight))


def _lowest_mean(values: Sequence[int], weights: Sequence[int]) -> tuple[int, int]:
    """The weighted sum of ``values`` and the sum of weights, halved and doubled to make the mean lowest."""
    # Twice a weight is four times its half: all halved to begin with, then doubled one by one.
    lowest = current = total(values, weights)
    lowest_sum = weight_sum = sum(weights)
    for value, weight in sorted(zip(values, weights, strict=True)):
        current += 3 * value * weight
        weight_sum += 3 * weight
        if current * lowest_sum < lowest * weight_sum:
            lowest, lowest_sum = current, weight_sum
    return lowest, lowest_sum
