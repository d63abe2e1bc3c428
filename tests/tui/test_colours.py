"""Without colour, and light: what a colour says stands there as a character or a word too."""

from pathlib import Path

import pytest
from textual.strip import Strip

from support.app import app, screen_text, store_in, store_sheet

STATES = {"marketing": "yes", "pr": "no", "sales": "unknown", "support": "na"}


def _colours(strips: list[Strip]) -> set[str]:
    """The hues that are on the screen, grey left out."""
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
    return {colour.name for colour in colours if len(set(colour.get_truecolor())) > 1}


@pytest.mark.sample(2)
@pytest.mark.parametrize("theme", ["no colour", "smcheck-light", "smcheck-dark", "ansi-light"])
async def test_states_can_be_read_in_every_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    """Answers, gaps and verdict are the same text in every theme; without colour there is only grey."""
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    store_sheet(store_in(tmp_path), {"departments": STATES}, position="departments")
    shown = app(tmp_path)
    async with shown.run_test(size=(100, 30)) as pilot:
        if theme != "no colour":
            shown.theme = theme
        await pilot.press("enter")
        for row in ("1 [x] Marketing", "2 [ ] Public relations", "3 [?] Sales", "4 [–] Customer support"):
            assert row in screen_text(shown)
        await pilot.press("r", "f2")
        assert "… OPEN" in screen_text(shown)
        assert "╋" in screen_text(shown)
        assert "Departments  1–2 of 4" in screen_text(shown)
        assert "● ? ○ ○" in screen_text(shown)
        await pilot.press("2")
        for row in ("● yes", "○ no", "? don't know", "– does not exist here"):
            assert row in screen_text(shown)
        assert "━╸ +10" in screen_text(shown)
        assert "−64 ╺━" in screen_text(shown)
        strips = shown.screen._compositor.render_strips()
        assert bool(_colours(strips)) == (theme != "no colour")
