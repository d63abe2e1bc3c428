"""How exact a surveyed percentage is, where the number of companies asked is known."""

from fractions import Fraction
from math import sqrt

_Z = 1.959963984540054
"""The normal quantile of 0.975, for an interval that holds in 95 of 100 surveys."""


def wilson(share: Fraction, n: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share (0..1) among ``n`` companies, as shares.

    (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.)
    It is shown beside a figure and enters no score, so floats will do.
    """
    if n < 1:
        raise ValueError("n must be at least 1")
    p = float(share)
    centre = p + _Z * _Z / (2 * n)
    spread = _Z * sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
    scale = 1 + _Z * _Z / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)
