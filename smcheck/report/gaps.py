"""Gaps in words: how many points a score lies above or below."""

from smcheck.report.labels import section_verdict_word
from smcheck.scoring import Span
from smcheck.words.language import _, n_
from smcheck.words.numbers import range_words, whole


def points_words(gap: Span) -> str:
    """A gap that is above 0, or below 0, as a whole: ``by 33 to 46 points of 100``."""
    least, most = _sizes(gap)
    if not most:
        text = _("by less than 1 point of 100")
    elif not least:
        text = n_("by up to {n} point of 100", "by up to {n} points of 100", most)
    else:
        text = n_("by {n} point of 100", "by {n} points of 100", most)
    return text.format(n=range_words(least, most) if least else most)


def gap_words(gap: Span) -> str:
    """The gap of a mean over sections: ``on average 21 points below``."""
    if gap.low < 0 < gap.high:
        below = -whole(gap.low)
        text = n_(
            "on average anything from {below} point below to {above} above",
            "on average anything from {below} points below to {above} above",
            below,
        )
        return text.format(below=below, above=whole(gap.high))
    least, most = _sizes(gap)
    if not most:
        return _("on average about level")
    text = n_("on average {n} point {side}", "on average {n} points {side}", most)
    return text.format(n=range_words(least, most), side=_side(gap))


def open_words(gap: Span) -> str:
    """A gap on one side of 0 that may still change: ``so far 21 to 33 points below``."""
    least, most = _sizes(gap)
    text = n_("so far {n} point {side}", "so far {n} points {side}", most)
    return text.format(n=range_words(least, most), side=_side(gap))


def _side(gap: Span) -> str:
    return section_verdict_word("above" if gap.low >= 0 else "below")


def _sizes(gap: Span) -> tuple[int, int]:
    """The smaller and the larger distance from 0, rounded as the numbers in columns are."""
    low, high = abs(whole(gap.low)), abs(whole(gap.high))
    return min(low, high), max(low, high)
