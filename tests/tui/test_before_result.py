"""Answers first, figures after: no surveyed percentage can be seen before a result."""

import re
from pathlib import Path

from support.app import app, page, screen_text, store_in, store_sheet
from support.builders import FIGURES, PACK

PERCENTAGES = sorted({int(figure.percent) for figure in FIGURES.figures})
FIGURE = re.compile(rf"\b({'|'.join(map(str, PERCENTAGES))})\s*%|%")
"""A documented percentage, or any percentage at all."""
DOCUMENTED = re.compile(rf"\b({'|'.join(map(str, PERCENTAGES))})\s*%")
"""A documented percentage; what share of a country or of users was asked is none."""


async def test_no_figure_before_the_result(tmp_path: Path) -> None:
    """Neither list, surveys, profile, questions with their help nor the answers show one; the result does."""
    store_sheet(store_in(tmp_path), {}, organisation="A")
    shown = app(tmp_path)
    async with shown.run_test(size=(160, 50)) as pilot:
        assert FIGURE.findall(screen_text(shown)) == []
        await pilot.press("i")
        assert "Pivot" in screen_text(shown)
        for _set in PACK.figure_sets:
            assert DOCUMENTED.findall(screen_text(shown)) == []
            await pilot.press("down")
        await pilot.press("q", "n")
        assert page(shown) == "ProfilePage"
        assert FIGURE.findall(screen_text(shown)) == []
        await pilot.press("f2")
        for question in PACK.questions:
            assert PACK.texts("en").questions[question.id].text in " ".join(screen_text(shown).split())
            await pilot.press("f1")
            assert FIGURE.findall(screen_text(shown)) == []
            await pilot.press("escape", "1")  # one choice goes on by itself
            assert FIGURE.findall(screen_text(shown)) == []
            if question.kind == "several":
                await pilot.press("enter")
        assert page(shown) == "Review"
        assert FIGURE.findall(screen_text(shown)) == []
        await pilot.press("f2", "right")
        assert {int(number) for number in FIGURE.findall(screen_text(shown)) if number} <= set(PERCENTAGES)
        assert "90 %" in screen_text(shown)
