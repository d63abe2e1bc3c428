"""Every size of terminal, both languages: no word of the lines at the edges or of a column is cut."""

from pathlib import Path

import pytest

from smcheck.tui.screens.result import TABS, ResultPage
from smcheck.tui.widgets.frame import frame_of
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.tui.widgets.reading import LEAD
from smcheck.words.language import _
from support.app import app, screen_text

SIZES = [(40, 12), (60, 20), (80, 24), (120, 40), (160, 40), (200, 50)]


@pytest.mark.sample(4)
@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
async def test_nothing_is_cut(tmp_path: Path, size: tuple[int, int], lang: str) -> None:
    """Names of tabs, keys and what they do are whole or left out; each row of each column has its room."""
    shown = app(tmp_path, "example", lang)
    async with shown.run_test(size=size) as pilot:
        for number, tab in enumerate(TABS):
            await pilot.press(str(number + 1))
            await pilot.pause()
            rows = screen_text(shown).split("\n")
            frame = frame_of(size[0])
            assert max(map(len, rows)) <= size[0]
            names = rows[0 if size[0] < 60 else 1]
            place = _("{n} of {of}").format(n=number + 1, of=len(TABS))
            assert f"← {_(tab.NAME)} {place} →" in names or all(_(other.NAME) in names for other in TABS)
            keys, gap = shown.screen.query_one(KeyLine).fitting()
            line = (" " * gap).join(item.shown for item in keys)
            assert rows[-1].strip() == line
            assert len(line) < size[0] - frame.left
            assert [item.key for item in keys[-2:]] == ["q", "f1"]
            _check_columns(shown.screen, frame.left)


def _check_columns(page: object, left: int) -> None:
    """Text begins where the frame does, and each row of it is no wider than what is seen of its column."""
    assert isinstance(page, ResultPage)
    columns = page.tab.shown
    assert columns[0].region.x + LEAD == left
    for column in columns:
        assert column.text_width + LEAD <= column.scrollable_content_region.width
        assert [row.plain for row in column._rows if row.cell_length > column.text_width] == []
