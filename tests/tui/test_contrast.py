"""Contrast, measured on the cells of rendered screens: letters at least 4.5 to 1, signs and bars 3 to 1."""

from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from textual.color import Color as Shade
from textual.strip import Strip

from smcheck.sheet import load_sheet
from smcheck.tui.themes import DARK, DARK_16, LIGHT, LIGHT_16
from support.app import app, store_in, store_sheet
from support.builders import PACK

Pair = tuple[tuple[int, int, int], tuple[int, int, int]]

SIXTEEN = (
    *((0, 0, 0), (128, 0, 0), (0, 128, 0), (128, 128, 0), (0, 0, 128), (128, 0, 128), (0, 128, 128)),
    *((192, 192, 192), (128, 128, 128), (255, 0, 0), (0, 255, 0), (255, 255, 0), (0, 0, 255)),
    *((255, 0, 255), (0, 255, 255), (255, 255, 255)),
)
"""The colours that sixteen-colour terminals began with; others are taken to be no harder to read."""
SEPARATORS = set("─│┃▌╭╮╰╯")
"""Lines that carry nothing, the scroll bar, and the bar of the cursor, which its shade touches."""


def _luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance, 0..1, by WCAG 2.1."""
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast ratio of two colours, 1..21, by WCAG 2.1."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_calculated_as_defined() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1; #767676 just suffices on white."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((7, 8, 9), (7, 8, 9)) == 1
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


def _rgb(colour: Color, system: ColorSystem) -> tuple[int, int, int]:
    if colour.number is not None and colour.number < 16:
        return SIXTEEN[colour.number]
    red, green, blue = colour.downgrade(system).get_truecolor()
    return red, green, blue


def _worst(strips: list[Strip], system: ColorSystem) -> tuple[tuple[float, str], tuple[float, str]]:
    """The lowest contrast of letters, and of other signs, each with where it is."""
    letters, signs = (21.0, ""), (21.0, "")
    for strip in strips:
        for segment in strip:
            style = segment.style
            if not segment.text.strip() or style is None or style.color is None or style.bgcolor is None:
                continue
            found = contrast(_rgb(style.color, system), _rgb(style.bgcolor, system)), segment.text
            if any(character.isalnum() for character in segment.text):
                letters = min(letters, found)
            elif set(segment.text) - SEPARATORS - {" "}:
                signs = min(signs, found)
    return letters, signs


RESULT = (("1",), ("down",), ("enter",), ("escape", "4"), ("down",), ("2",), ("3",), ("5",), ("6",), ("f1",))
"""Each tab with the cursor on its first and on another line, the why window, and the help."""
SITTING = (
    *((), ("down",), ("down",), ("slash", "x"), ("escape", "end", "up", "a"), ("down",), ("enter", "1")),
    *(("?", "down"), ("enter", "down"), ("3", "-", "down"), ("end",), ("n", "x"), ("escape", "r", "p")),
    *(("tab", "tab", "tab"), ("space", "down"), ("escape", "f1")),
)
"""The list and a search in it, the answers, questions of both kinds, a note, the profile, and the help."""
WALKS = {"result": RESULT, "sitting": SITTING}

walks = pytest.mark.parametrize("walk", WALKS)


async def _screens(folder: Path, theme: str, walk: str) -> list[list[Strip]]:
    """What is on the screen after the keys of each step."""
    found = []
    shown = app(folder, "example" if walk == "result" else "home")
    async with shown.run_test(size=(160, 40)) as pilot:
        if walk == "sitting":
            sheet = load_sheet(PACK.folder / "example.json", PACK)
            shown.store.create(PACK, sheet, "review", finished=True)
            store_sheet(store_in(folder), {"team": {"dedicated": "unknown"}}, position="team", days=1)
            shown.show_home()
        shown.theme = theme
        for keys in WALKS[walk]:
            await pilot.press(*keys)
            await pilot.pause()
            found.append(shown.screen._compositor.render_strips())
    return found


@pytest.mark.sample(2)
@walks
@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_everything_can_be_read(tmp_path: Path, theme: str, walk: str) -> None:
    """Letters and digits have 4.5 to 1 on what is behind them, also under the cursor; signs 3 to 1."""
    for strips in await _screens(tmp_path, theme, walk):
        for system in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT):
            letters, signs = _worst(strips, system)
            assert letters[0] >= 4.5, (letters, system)
            assert signs[0] >= 3, (signs, system)


@pytest.mark.sample(1)
@walks
@pytest.mark.parametrize("theme", [DARK_16.name, LIGHT_16.name])
async def test_sixteen_colours_can_be_read(tmp_path: Path, theme: str, walk: str) -> None:
    """In the terminal's own colours all of them are among its sixteen, and contrast is as high."""
    for strips in await _screens(tmp_path, theme, walk):
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
        assert {colour.number for colour in colours} <= set(range(16))
        letters, signs = _worst(strips, ColorSystem.STANDARD)
        assert letters[0] >= 4.5, letters
        assert signs[0] >= 3, signs


def test_every_role_has_its_contrast() -> None:
    """What letters are written in has 4.5 to 1 in each of our themes; what is drawn has 3 to 1."""
    for theme in (DARK, LIGHT, DARK_16, LIGHT_16):
        colours = {name: Shade.parse(theme.variables[name]) for name in theme.variables if "-" not in name}
        rgb = {
            name: SIXTEEN[colour.ansi] if colour.ansi is not None else colour.rgb
            for name, colour in colours.items()
        }
        for behind in ("background", "surface", "cursor"):
            for name in ("foreground", "soft", "you", "theirs", "below", "above", "unknown"):
                assert contrast(rgb[name], rgb[behind]) >= 4.5, (theme.name, name, behind)
            for name in ("possible", "share", "track"):
                assert contrast(rgb[name], rgb[behind]) >= 3, (theme.name, name, behind)
