"""The colours: two themes of our own, two in the terminal's own colours, and the roles that colours have.

A role is a variable of the stylesheet and of text: ``plain("25", "$you")``. The roles, on ``$background`` and
``$surface`` (lines at the edge, windows): ``$foreground`` text, ``$soft`` second lines, ``$you`` one's own
value and keys, ``$possible`` the unsure part of a bar, ``$theirs`` the surveyed companies, ``$share`` their
bars, ``$below`` (also what is missing), ``$above``, ``$unknown`` (also mixed and open), ``$track`` axes,
``$rule`` separators, ``$cursor`` the shade of the row under the cursor.
"""

from collections.abc import Iterable, Mapping

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

_DARK = {
    "background": "#14181a",
    "surface": "#1d2224",
    "cursor": "#232c2f",
    "rule": "#363d44",
    "track": "#6d767f",
    "foreground": "#e7e9ec",
    "soft": "#a6aeb8",
    "you": "#5fc6d6",
    "possible": "#3f9cab",
    "theirs": "#c6cad0",
    "share": "#8a939e",
    "below": "#f28b7d",
    "above": "#82cf8f",
    "unknown": "#e6b85c",
}
_LIGHT = {
    "background": "#fbfaf7",
    "surface": "#efedea",
    "cursor": "#eef2f2",
    "rule": "#d8d5ce",
    "track": "#7c8186",
    "foreground": "#1d2126",
    "soft": "#535b64",
    "you": "#0b667b",
    "possible": "#2f8497",
    "theirs": "#3f464e",
    "share": "#6c757f",
    "below": "#a62b28",
    "above": "#1f6a2c",
    "unknown": "#7a5200",
}
# Sixteen colours are chosen: the nearest ones would turn the cursor's shade bright and green into grey. The
# row under the cursor has no shade; the bar beside it shows where it is.
_DARK_16 = {
    "background": "ansi_black",
    "surface": "ansi_black",
    "cursor": "ansi_black",
    "rule": "ansi_bright_black",
    "track": "ansi_bright_black",
    "foreground": "ansi_bright_white",
    "soft": "ansi_white",
    "you": "ansi_bright_cyan",
    "possible": "ansi_bright_cyan",
    "theirs": "ansi_white",
    "share": "ansi_white",
    "below": "ansi_bright_red",
    "above": "ansi_bright_green",
    "unknown": "ansi_bright_yellow",
}
_LIGHT_16 = {
    "background": "ansi_bright_white",
    "surface": "ansi_bright_white",
    "cursor": "ansi_bright_white",
    "rule": "ansi_white",
    "track": "ansi_bright_black",
    "foreground": "ansi_black",
    "soft": "ansi_black",
    "you": "ansi_blue",
    "possible": "ansi_blue",
    "theirs": "ansi_black",
    "share": "ansi_bright_black",
    "below": "ansi_red",
    "above": "ansi_green",
    "unknown": "ansi_magenta",
}


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    """A theme whose roles have these colours, Textual's own variables following them.

    One that has the name of a theme of Textual's keeps what it says of Textual's own parts.
    """
    theirs = BUILTIN_THEMES.get(name)
    return Theme(
        name=name,
        primary=colours["you"],
        secondary=colours["soft"],
        accent=colours["unknown"],
        success=colours["above"],
        warning=colours["unknown"],
        error=colours["below"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["surface"],
        dark=dark,
        ansi=theirs.ansi if theirs else False,
        variables={
            **(theirs.variables if theirs else {}),
            **colours,
            "foreground-muted": colours["soft"],
            "ansi-background": colours["background"],
            "ansi-foreground": colours["foreground"],
            "input-cursor-background": colours["foreground"],
            "input-cursor-foreground": colours["background"],
            "input-selection-background": colours["you"],
            "input-selection-foreground": colours["background"],
        },
    )


DARK = _theme("smcheck-dark", _DARK, dark=True)
LIGHT = _theme("smcheck-light", _LIGHT, dark=False)
DARK_16 = _theme("ansi-dark", _DARK_16, dark=True)
LIGHT_16 = _theme("ansi-light", _LIGHT_16, dark=False)
OWN = (DARK, LIGHT, DARK_16, LIGHT_16)
"""The themes that smcheck chose each colour of; those in 16 colours take the place of Textual's own."""


def in_order(names: Iterable[str]) -> list[str]:
    """The names of themes as they are offered: our own, the terminal's own colours, then the rest."""
    first = [theme.name for theme in OWN]
    return [*first, *sorted(set(names) - set(first))]


def theme_for(color_system: str | None) -> Theme:
    """What to begin with: a terminal of 16 colours gets those that were chosen for it."""
    return DARK_16 if color_system in {"standard", "windows"} else DARK


def roles(theme: Theme) -> dict[str, str]:
    """The colour of each role in a theme of Textual's, which has none for them."""
    colours = theme.to_color_system().generate()
    background, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])

    def mix(part: float) -> str:
        return background.blend(text, part, 1).hex

    return {
        "cursor": mix(0.08),
        "rule": mix(0.2),
        "track": mix(0.45),
        "soft": mix(0.8),
        "theirs": mix(0.9),
        "share": mix(0.6),
        "you": colours["text-primary"],
        "possible": background.blend(Color.parse(colours["text-primary"]), 0.75, 1).hex,
        "below": colours["text-error"],
        "above": colours["text-success"],
        "unknown": colours["text-warning"],
    }
