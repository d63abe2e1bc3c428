"""Answers first, figures after: no surveyed percentage can be seen before a result."""

import re
from pathlib import Path

from smcheck.tui.widgets.result_list import ResultList
from support.app import app, kept, page, seen, store_in
from support.builders import FIGURES, PACK

PERCENTAGES = sorted({int(figure.percent) for figure in FIGURES.figures})
FIGURE = re.compile(rf"\b({'|'.join(map(str, PERCENTAGES))})\s*%|%")
"""A documented percentage, or any percentage at all."""


async def test_no_figure_before_the_result(tmp_path: Path) -> None:
    """Neither list, surveys, profile, questions with their help nor the review show one; the result does."""
    kept(store_in(tmp_path), {}, organisation="A")
    shown = app(tmp_path)
    async with shown.run_test(size=(120, 50)) as pilot:
        assert FIGURE.findall(seen(shown)) == []
        await pilot.press("i")
        lines = [str(line.content) for line in shown.screen.query_one(ResultList)._shown]
        assert "Pivot Conference" in " ".join(lines)
        assert FIGURE.findall(" ".join(lines)) == []
        await pilot.press("q", "n")
        assert page(shown) == "ProfilePage"
        assert FIGURE.findall(seen(shown)) == []
        await pilot.press("f2")
        for question in PACK.questions:
            await pilot.press("1", "f1")
            assert PACK.texts("en").questions[question.id].text in seen(shown)
            assert FIGURE.findall(seen(shown)) == []
            await pilot.press("escape")
            assert FIGURE.findall(seen(shown)) == []
            await pilot.press("enter")
        assert page(shown) == "Review"
        assert FIGURE.findall(seen(shown)) == []
        await pilot.press("f2", "right")
        assert {int(number) for number in FIGURE.findall(seen(shown)) if number} == set(PERCENTAGES)
