"""Signs for answers, needs and verdicts. A sign says by its shape what its colour says."""

from collections.abc import Sequence

from textual.content import Content

from smcheck.report.content import Headline
from smcheck.tui.text import join, plain

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


def need_sign(state: str, sign: str) -> Content:
    """The sign of a need, in the colour of its state."""
    return plain(sign, _NEEDS[state])


def verdict_sign(verdict: str, sign: str) -> Content:
    """The sign of a verdict in its colour."""
    return plain(sign, _VERDICTS[verdict])


def verdict_word(headline: Headline) -> Content:
    """The only filled words of a screen: ``▼ BELOW``."""
    colour = _VERDICTS[headline.verdict]
    return plain(f" {headline.glyph} {headline.word} ", f"bold $background on {colour}")


def sign_and_word(sign: Content, text: str, style: str = "") -> Content:
    """A sign and its word."""
    return join(sign, " ", plain(text, style))
