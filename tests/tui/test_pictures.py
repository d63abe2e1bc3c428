"""Pictures of a few pages: what is seen and, on the Textual that they were taken with, how it looks.

``pytest tests/tui/test_pictures.py --snapshot-update`` takes them anew; look at each before keeping it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from smcheck.sheet import load_sheet
from smcheck.tui.app import SmcheckApp
from smcheck.tui.themes import DARK
from support.app import app, screen_text, store_in, store_sheet
from support.builders import PACK

RECORDED = Path(__file__).with_name("TEXTUAL_VERSION")
"""What the pictures were taken with; not among them, where it would count as one that nothing uses."""
PRESENT = f"textual {version('textual')}\nrich {version('rich')}\n"

_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_NUMBER = re.compile(r"terminal-\d+")


class Words(SingleFileSnapshotExtension):
    """What is seen, as text."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class Picture(SingleFileSnapshotExtension):
    """How it looks. Other versions may draw otherwise; with them any picture of the same words will do."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"

    def matches(self, *, serialized_data: Any, snapshot_data: Any) -> bool:
        """Whether the picture is the stored one, where that can be told."""
        if RECORDED.read_text(encoding="utf-8") != PRESENT:
            return True
        return super().matches(serialized_data=serialized_data, snapshot_data=snapshot_data)


@dataclass(frozen=True)
class View:
    """A page: how the app starts, in which language, at which size, and the keys that lead there."""

    start: Callable[[Path, str], SmcheckApp]
    keys: tuple[str, ...]
    lang: str = "en"
    size: tuple[int, int] = (80, 24)


def _question(folder: Path, lang: str) -> SmcheckApp:
    answers = {"team": {"dedicated": "yes"}, "daily": "marketing"}
    store_sheet(store_in(folder), answers, organisation="Beispiel GmbH", position="departments")
    return app(folder, lang=lang)


def _result(folder: Path, lang: str) -> SmcheckApp:
    return app(folder, "example", lang)


def _nothing(folder: Path, lang: str) -> SmcheckApp:
    return app(folder, lang=lang)


def _two_sheets(folder: Path, lang: str) -> SmcheckApp:
    store = store_in(folder)
    example = load_sheet(PACK.folder / "example.json", PACK)
    store.create(PACK, example, "review", finished=True)
    store_sheet(store, {"team": {"dedicated": "unknown"}}, respondent="Support", position="daily", days=30)
    return app(folder, lang=lang)


ANSWERED = ("enter", "1", "4", "?", "5", "minus", "7", "up", "up", "up", "up")
WHAT_IF = ("w", "down", "space", "down", "down", "space")
VIEWS = {
    "ask-80x24-en": View(_question, ANSWERED),
    "ask-80x24-de": View(_question, ANSWERED, "de"),
    "ask-40x12-de": View(_question, ANSWERED, "de", (40, 12)),
    "ask-120x40-en": View(_question, ANSWERED, size=(120, 40)),
    "one-80x24-en": View(_question, ("enter", "left", "down", "down", "down")),
    "answers-80x24-de": View(_two_sheets, ("a", "4"), "de"),
    "profile-80x24-en": View(_two_sheets, ("a", "p", "tab")),
    "overview-80x24-en": View(_result, ()),
    "overview-80x24-de": View(_result, (), "de"),
    "overview-40x12-en": View(_result, (), size=(40, 12)),
    "overview-120x40-de": View(_result, ("down", "down"), "de", (120, 40)),
    "overview-200x50-en": View(_result, ("down", "down"), size=(200, 50)),
    "steps-80x24-en": View(_result, ("4",)),
    "steps-120x40-de": View(_result, ("4", "down"), "de", (120, 40)),
    "comparison-80x24-en": View(_result, ("2",)),
    "what-if-80x24-de": View(_result, WHAT_IF, "de"),
    "home-80x24-en": View(_two_sheets, ()),
    "home-120x40-en": View(_two_sheets, (), size=(120, 40)),
    "home-empty-40x12-en": View(_nothing, (), size=(40, 12)),
}


def _picture(shown: SmcheckApp) -> str:
    """The screen as SVG, without numbers that change and fonts from elsewhere."""
    svg = _NUMBER.sub("terminal", _FONTS.sub("", shown.export_screenshot(simplify=True)))
    return "\n".join(line.rstrip() for line in svg.split("\n"))


@pytest.mark.parametrize("name", VIEWS)
async def test_picture(
    tmp_path: Path, snapshot: SnapshotAssertion, pytestconfig: pytest.Config, name: str
) -> None:
    """The page shows the same words, and on the same Textual the same picture."""
    view = VIEWS[name]
    shown = view.start(tmp_path, view.lang)
    async with shown.run_test(size=view.size) as pilot:
        shown.theme = DARK.name  # whatever the colours of the terminal that the tests run in
        await pilot.press(*view.keys)
        await pilot.pause()
        words, picture = screen_text(shown) + "\n", _picture(shown)
    if pytestconfig.getoption("update_snapshots"):
        RECORDED.write_text(PRESENT, encoding="utf-8")
    assert words == snapshot.use_extension(Words)
    assert picture == snapshot.use_extension(Picture)
