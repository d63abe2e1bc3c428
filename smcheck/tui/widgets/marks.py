"""Signs for answers, needs and verdicts. A sign says by its shape what its colour says."""

from collections.abc import Sequence

from textual.content import Content

from smcheck.report.content import Headline, NeedLine
from smcheck.tui.text import plain

_DOTS = {
    "yes": ("●", "$you"),
    "unknown": ("?", "bold $unknown"),
    "no": ("○", "$soft"),
    "na": ("–", "$soft"),
    "": ("·", "$soft"),
}
"""Answers, favourable or given."""
_NEEDS = {
    "covered": "$you",
    "missing": "$below",
    "not_known": "bold $unknown",
    "nobody_here": "$soft",
}
_VERDICTS = {
    "above": "$above",
    "below": "$below",
    "mixed": "$unknown",
    "open": "$unknown",
    "level": "$soft",
    "none": "$soft",
    "": "$soft",
}


def dot(state: str) -> Content:
    """The sign of one answer: ``yes``, ``no``, ``unknown``, ``na``, or empty where there is none."""
    sign, style = _DOTS[state]
    return plain(sign, style)


def dots(states: Sequence[str]) -> Content:
    """One dot for each of some answers: ``● ? ○ ○``."""
    return Content(" ").join([dot(state) for state in states])


def need_sign(need: NeedLine) -> Content:
    """The sign of a need, in the colour of its state."""
    return plain(need.glyph, _NEEDS[need.state])


def verdict_sign(verdict: str, sign: str) -> Content:
    """The sign of a verdict in its colour."""
    return plain(sign, _VERDICTS[verdict])


def verdict_word(headline: Headline) -> Content:
    """The only filled words of a screen: ``▼ BELOW``."""
    colour = _VERDICTS[headline.verdict]
    return plain(f" {headline.glyph} {headline.word} ", f"bold $background on {colour}")
