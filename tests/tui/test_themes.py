"""Themes: which one an app begins with, their order, shown while one walks through them, kept."""

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from smcheck.tui.app import SmcheckApp
from smcheck.tui.themes import DARK, DARK_16, LIGHT, LIGHT_16, in_order
from smcheck.words.language import use
from support.app import notice_text, page, screen_text, screen_words, store_in
from support.builders import PACK


def _example(folder: Path) -> SmcheckApp:
    use("en")
    shown = SmcheckApp(PACK, store_in(folder), folder / "settings.toml")
    shown.start_example()
    return shown


@pytest.mark.parametrize(
    ("term", "colours", "wanted"),
    [
        ("xterm-256color", "truecolor", DARK.name),
        ("xterm-256color", "", DARK.name),
        ("linux", "", DARK_16.name),
    ],
)
def test_a_terminal_of_sixteen_colours_gets_those_that_were_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, term: str, colours: str, wanted: str
) -> None:
    """Where there are more, the app begins with its own dark theme."""
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colours)
    assert _example(tmp_path).theme == wanted


def test_our_own_come_first(tmp_path: Path) -> None:
    """Dark, light, the terminal's own colours, then the rest by name, each once."""
    names = in_order(_example(tmp_path).available_themes)
    assert names[:4] == [DARK.name, LIGHT.name, DARK_16.name, LIGHT_16.name]
    assert names[4:] == sorted(set(BUILTIN_THEMES) - {DARK_16.name, LIGHT_16.name})


async def test_themes_are_shown_while_walking_and_kept_when_chosen(tmp_path: Path) -> None:
    """The cursor begins at the theme in use; Escape brings it back, Enter keeps another for good."""
    shown = _example(tmp_path)
    async with shown.run_test() as pilot:
        shown.action_change_theme()
        await pilot.pause()
        assert shown.theme == DARK.name
        await pilot.press("down")
        assert shown.theme == LIGHT.name
        await pilot.press("escape")
        assert (page(shown), shown.theme) == ("ResultPage", DARK.name)
        shown.action_change_theme()
        await pilot.pause()
        await pilot.press("down", "enter")
        assert (page(shown), shown.theme) == ("ResultPage", LIGHT.name)
    assert _example(tmp_path).theme == LIGHT.name
    again = _example(tmp_path)
    async with again.run_test() as pilot:
        again.action_change_theme()
        await pilot.pause()
        assert again.theme == LIGHT.name


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('theme = "nrod"', "theme: unknown theme “nrod”; expected: smcheck-dark,"),
        ("theme = 3", "theme: not a text: 3; expected: a text in quotes"),
        ("theme", "not TOML"),
    ],
)
async def test_settings_at_fault_are_told_in_the_list(tmp_path: Path, content: str, told: str) -> None:
    """Once, where the app begins; the theme is the usual one; what one typed there stays."""
    file = tmp_path / "settings.toml"
    file.write_text(content, encoding="utf-8")
    use("en")
    home = SmcheckApp(PACK, store_in(tmp_path), file)
    async with home.run_test(size=(200, 24)) as pilot:
        await pilot.pause()
        assert home.theme == DARK.name
        assert (f"{file}: " in notice_text(home), told in notice_text(home)) == (True, True)
        if not content.startswith("theme ="):
            await _choose_light(pilot)
            assert (home.theme, notice_text(home).startswith("Not kept for the next start:")) == (
                LIGHT.name,
                True,
            )
            assert file.read_text(encoding="utf-8") == content


async def _choose_light(pilot: Pilot[None]) -> None:
    cast("SmcheckApp", pilot.app).action_change_theme()
    await pilot.pause()
    await pilot.press("down", "enter")
    await pilot.pause()


async def test_a_theme_that_cannot_be_kept_is_used_all_the_same(tmp_path: Path) -> None:
    """A folder stands where the file would be; the theme holds until the app ends, and that is said."""
    (tmp_path / "settings.toml").mkdir()
    shown = _example(tmp_path)
    async with shown.run_test() as pilot:
        await _choose_light(pilot)
        assert shown.theme == LIGHT.name
        assert notice_text(shown).startswith("Not kept for the next start:")


@pytest.mark.sample(7)
@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_every_theme_has_our_roles(tmp_path: Path, theme: str) -> None:
    """The result shows the same words in each of Textual's themes."""
    shown = _example(tmp_path)
    async with shown.run_test() as pilot:
        before = screen_words(shown)
        shown.theme = theme
        await pilot.pause()
        assert screen_words(shown) == before


async def test_without_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR the words are the same and there is no hue."""
    shown = _example(tmp_path)
    async with shown.run_test():
        before = screen_text(shown)
    monkeypatch.setenv("NO_COLOR", "1")
    grey = _example(tmp_path)
    async with grey.run_test():
        assert screen_text(grey) == before
        strips = grey.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
        assert colours != []
        assert [colour for colour in colours if len(set(colour.get_truecolor())) > 1] == []
