"""Whether a lead holds for every reasonable weighting of the sections."""

from collections.abc import Sequence
from fractions import Fraction

from smcheck.scoring.span import Span


def mean(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """The weighted mean; the weights are not all 0."""
    total = sum((value * weight for value, weight in zip(values, weights, strict=True)), Fraction(0))
    return total / sum(weights)


def robust(spans: Sequence[Span], weights: Sequence[Fraction]) -> Span:
    """The lowest and highest mean when every weight is halved, kept or doubled independently.

    The lows make the lowest, the highs the highest. A weighted mean is monotone in each single
    weight, so an extreme one doubles the weights up to some point of the sorted values and halves the
    rest: one mean for each point is enough, and exact.
    """
    lowest = _extreme([span.low for span in spans], weights)
    highest = -_extreme([-span.high for span in spans], weights)
    return Span(lowest, highest)


def _extreme(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """The lowest mean of ``values`` over halved and doubled ``weights``."""
    pairs = sorted(zip(values, weights, strict=True))
    ordered = [value for value, _ in pairs]
    return min(
        mean(
            ordered, [weight * 2 if index < split else weight / 2 for index, (_, weight) in enumerate(pairs)]
        )
        for split in range(len(pairs) + 1)
    )
