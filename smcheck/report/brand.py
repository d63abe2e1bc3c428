"""The brand of whoever makes a report: what it may touch, and how its one colour is made readable."""

from dataclasses import dataclass
from typing import Literal

INK = "#171A1F"
SOFT = "#575D66"
MID = "#868D97"
HAIR = "#D5D8DD"
OWN_COLOUR = "#00566B"
"""The colour of reports without a brand."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, as it was in its file."""

    content: bytes
    kind: Literal["png", "svg"]


@dataclass(frozen=True, slots=True)
class Brand:
    """Name, logo, one colour, font (Word and PowerPoint only), foot and contact; all may be empty.

    ``colour`` is as given, for the bar at the page's edge and surfaces without text; ``readable`` is the same
    darkened until it has 4.5 : 1 on white, ``readable_dark`` lightened until it has that on #14171B; ``tint``
    is 30 % of it on white, ``tint_dark`` the same on the dark page. All as ``#RRGGBB``.
    """

    name: str = ""
    logo: Logo | None = None
    colour: str = OWN_COLOUR
    readable: str = OWN_COLOUR
    readable_dark: str = "#6CC3D5"
    tint: str = "#B3CCD3"
    tint_dark: str = "#2E4A52"
    font: str = ""
    footer: str = ""
    contact: str = ""


PLAIN = Brand()
"""No brand at all."""
