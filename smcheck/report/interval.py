"""How exact a surveyed percentage is, in words."""

from fractions import Fraction

from smcheck.advice import wilson
from smcheck.pack import FigureSet
from smcheck.words.language import _
from smcheck.words.numbers import range_words


def interval(figures: FigureSet, item: str) -> tuple[float, float] | None:
    """The 95 % Wilson interval of an item's figure in percent (0..100), or none where no base is known."""
    share, source = figures.share(item), figures.source(item)
    if share is None or source is None or source.base is None:
        return None
    low, high = wilson(share, source.base)
    return 100 * low, 100 * high


def interval_words(figures: FigureSet, item: str) -> str:
    """The 95 % interval of an item's figure, or why there is none."""
    known = interval(figures, item)
    if known is not None:
        low, high = (Fraction(end) for end in known)
        return _("margin of error: {range} of 100 (at 95 %)").format(range=range_words(low, high))
    source = figures.source(item)
    if source is None:
        return _("no figure is documented")
    if source.n is None:
        return _("no margin of error: the number asked is not published")
    if not source.n_confirmed:
        return _("no margin of error: the number asked is not confirmed")
    return _("no margin of error: the percentages are of a smaller group than that asked")
