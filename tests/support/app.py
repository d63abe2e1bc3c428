"""The app for tests: over a store in a folder, at a fixed time, and what can be seen of it."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any, cast

from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, Static

from smcheck.report.hand_out import formats
from smcheck.sheet import Sheet
from smcheck.store import Journal, Store, StoredJournal
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.result import ResultPage
from smcheck.tui.widgets.key_line import KeyLine
from smcheck.tui.widgets.line_list import LineList
from smcheck.tui.widgets.sheet_list import SheetList
from smcheck.words.language import use
from support.builders import PACK, sheet_of

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
"""When everything in these tests happens."""

HOSTILE = (
    "[/]",
    "[red]",
    "Cost [EUR]?",
    "\x1b[31m",
    "\u202eevil",
    "a\x00b",
    "👩‍👩‍👧 Ünïcödé",
    "x" * 5000,
)
"""Names that are no names: markup, escape sequences, reversed reading, NUL, emoji, far too long."""


def store_in(folder: Path) -> Store:
    """The store in a folder; its clock stands still."""
    return Store(folder / "sheets.db", clock=lambda: NOW)


def app(folder: Path, start: str = "home", lang: str = "en", organisation: str = "") -> SmcheckApp:
    """The app over a folder's store: at ``home``, in a ``new`` sheet, or at the ``example``."""
    use(lang)
    found = SmcheckApp(PACK, store_in(folder))
    if start == "new":
        found.start_new(organisation)
    elif start == "example":
        found.start_example()
    return found


def answering(folder: Path, journal: Journal) -> SmcheckApp:
    """The app at the question that a journal's sitting stands at, or at its result."""
    found = app(folder)
    found._first = journal
    return found


def at_result(folder: Path, answers: Mapping[str, Any], lang: str = "en") -> SmcheckApp:
    """The app at the result of a stored sheet."""
    store = store_in(folder)
    id_ = store_sheet(store, answers, organisation="Muster AG", finished=True)
    found = answering(folder, journal(store, id_))
    use(lang)
    return found


def result_page(shown: SmcheckApp) -> ResultPage:
    """The result, which is in front."""
    assert isinstance(shown.screen, ResultPage), page(shown)
    return shown.screen


def journal(store: Store, id_: str) -> StoredJournal:
    """The journal of a stored sheet."""
    return StoredJournal(store, PACK, Sheet(PACK.id, id=id_))


def store_sheet(
    store: Store,
    answers: Mapping[str, Any],
    *,
    position: str = "",
    finished: bool = False,
    days: int = 0,
    **more: Any,
) -> str:
    """The id of a sheet that is now stored; ``days`` ago it was last changed."""
    moment = NOW - timedelta(days=days)
    sheet = replace(sheet_of(answers, **more), created=moment, modified=moment)
    return store.create(PACK, sheet, position, finished=finished)


def only_sheet(folder: Path) -> Sheet:
    """The one sheet that is stored, read by another window."""
    store = store_in(folder)
    entries = store.list_sheets()
    assert len(entries) == 1, entries
    sheet = store.load(entries[0].id, PACK).sheet
    store.close()
    return sheet


def screen_text(app_: SmcheckApp) -> str:
    """What the page or window in front shows, row by row."""
    strips = app_.screen._compositor.render_strips()  # the only way to what is on the screen
    return "\n".join(strip.text.rstrip() for strip in strips)


def screen_words(app_: SmcheckApp) -> str:
    """What the page or window in front shows, as running text."""
    return " ".join(screen_text(app_).split())


def notice_text(app_: SmcheckApp) -> str:
    """What the page says about what was last done."""
    return str(app_.screen.query_one("#notice", Static).content)


def page(app_: SmcheckApp) -> str:
    """The name of the page or window in front."""
    return type(app_.screen).__name__


def format_keys(ending: str) -> list[str]:
    """The keys that lead to a format in the window for handing out."""
    return ["down"] * list(formats()).index(ending)


def footer(app_: SmcheckApp) -> list[tuple[str, str]]:
    """The keys that the line at the bottom shows and that hold now, and what they do."""
    items, _gap = app_.screen.query_one(KeyLine).fitting()
    return [(item.key, item.text) for item in items if item.enabled]


def stop(lines: LineList) -> int:
    """The place of the cursor among the lines that it stops at, from 0."""
    assert lines.cursor is not None
    return lines.stops.index(lines.cursor)


def row_in_view(lines: LineList) -> bool:
    """Whether the line under the cursor can be seen, at least its first row."""
    assert lines.cursor is not None
    top = lines.tops[lines.cursor] - lines.scroll_offset.y
    return 0 <= top < lines.scrollable_content_region.height


async def click_line(pilot: Pilot[None], lines: LineList, place: int, times: int = 1) -> None:
    """Click on a line of a list that the cursor stops at."""
    y = lines.tops[lines.stops[place]] - lines.scroll_offset.y
    await pilot.click(lines, offset=(6, y), times=times)


async def click_sheet(pilot: Pilot[None], sheets: SheetList, place: int, times: int = 1) -> None:
    """Click on a sheet of the list, from 0."""
    await pilot.click(sheets, offset=(6, place * sheets.height_of_one - sheets.scroll_offset.y), times=times)


async def click_row(pilot: Pilot[None], rows: OptionList, index: int) -> None:
    """Click on a row of a list in a window."""
    y = rows._index_to_line[index] - rows.scroll_offset.y
    await pilot.click(rows, offset=(6, y + rows.gutter.top))


async def click_text(pilot: Pilot[None], widget: Widget, text: str) -> None:
    """Click on a text within a widget, as soon as it stands there."""
    found: list[Offset] = []

    def look() -> bool:
        found[:] = _places(screen_text(cast("SmcheckApp", pilot.app)), widget.region, text)
        return bool(found)

    await until(look)
    await pilot.click(offset=found[0])


def _places(text: str, region: Region, wanted: str) -> list[Offset]:
    """Where a text begins within a region of the screen."""
    rows = list(enumerate(text.split("\n")))[region.y : region.bottom]
    return [Offset(row.index(wanted, region.x), y) for y, row in rows if wanted in row[region.x :]]


async def until(condition: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait for something to become true, as short as possible."""
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "it never came true"
        await asyncio.sleep(0.001)


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Give the terminal another size and wait until the page has it."""
    await pilot.resize_terminal(width, height)
    await until(lambda: pilot.app.screen.size == (width, height))
    await pilot.pause()
