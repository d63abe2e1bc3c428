"""A brand's colour made readable: only its lightness changes, as people see it (OKLCH).

OKLab and its polar form OKLCH are Ottosson's (2020), contrast is that of WCAG 2.
"""

from collections.abc import Callable
from math import atan2, cos, floor, hypot, sin

PAPER, DARK_PAPER = "#FFFFFF", "#14171B"
LEAST_CONTRAST = 4.5
"""Of text on its ground, as WCAG 2 asks for at level AA."""
_TINT = 0.3
_STEPS = 14
"""Halvings of a range from 0 to 1: more than colours of eight bits can show."""

_Three = tuple[float, float, float]


def readable_on(colour: str, ground: str) -> str:
    """The colour, as ``#RRGGBB``, with just as much contrast to the ground as text needs.

    It is darkened on a light ground and lightened on a dark one; unchanged where it can be read already.
    """
    if contrast(colour, ground) >= LEAST_CONTRAST:
        return colour
    lightness, chroma, hue = _oklch(colour)
    end = 0.0 if _luminance(ground) > 0.5 else 1.0

    def at(share: float) -> str:
        """The colour so far on its way to black or white."""
        return _hex(lightness + share * (end - lightness), chroma, hue)

    return at(_smallest(lambda share: contrast(at(share), ground) >= LEAST_CONTRAST))


def tint_of(colour: str, ground: str) -> str:
    """30 % of the colour on a ground, both as ``#RRGGBB``."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return _text(tuple(_TINT * own + (1 - _TINT) * under for own, under in pairs))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours: 1 for the same ones, 21 for black and white."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _smallest(holds: Callable[[float], bool]) -> float:
    """The smallest number from 0 to 1 for which something holds that holds from there on, and at 1."""
    low, high = 0.0, 1.0
    for _step in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


# ── sRGB ──────────────────────────────────────────────────────────────────────────────────────


def _channels(colour: str) -> _Three:
    """Red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _text(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{floor(255 * min(max(channel, 0), 1) + 0.5):02X}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# ── OKLCH ─────────────────────────────────────────────────────────────────────────────────────


def _oklch(colour: str) -> _Three:
    """Lightness from 0 to 1, chroma, and hue in radians."""
    red, green, blue = map(_linear, _channels(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _linear_channels(lightness: float, chroma: float, hue: float) -> _Three:
    """Red, green and blue as light; outside 0 to 1 where no screen shows the colour."""
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """The colour as ``#RRGGBB``, with less chroma only where no screen can show as much so light or dark."""

    def is_shown(loss: float) -> bool:
        channels = _linear_channels(lightness, chroma * (1 - loss), hue)
        return all(-0.0005 <= channel <= 1.0005 for channel in channels)

    loss = 0.0 if is_shown(0) else _smallest(is_shown)
    channels = _linear_channels(lightness, chroma * (1 - loss), hue)
    return _text(tuple(_gamma(max(channel, 0)) for channel in channels))
