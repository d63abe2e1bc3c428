"""Text that is alive elsewhere, on every page and in every window of the app: shown as typed, never alive."""

import random
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import process_time

import pytest
from textual import events
from textual.pilot import Pilot

from smcheck.pack import load_pack
from smcheck.session import Session
from smcheck.sheet import load_sheet, parse_sheet
from smcheck.store import StoredJournal
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.result import ResultPage
from smcheck.tui.widgets.field import Field, TextField
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import use
from support.app import HOSTILE, app, page, screen_text, store_in, until
from support.builders import PACK
from support.live_text import (
    LIVE,
    control_characters,
    pack_text,
    sheet_with,
    typed_text,
    without_spaces,
)
from support.packs import write_full_pack
from support.terminal import Terminal
from support.terminal_input import ENTER, ESCAPE, F2, F10, TAB

WIDE = (160, 50)
MEGA = 1_000_000
PATIENCE = 10.0
"""Seconds of work that nothing may take."""
ALL = " ".join(text.replace("\0", "\x01") for text in LIVE.values())
"""All of them in one."""


def harmless(app_: SmcheckApp) -> str:
    """What is seen, without spaces; it holds nothing that a terminal would obey."""
    text = screen_text(app_)
    assert control_characters(text) == []
    return without_spaces(text)


def begins(text: str) -> str:
    """As much of a text as is seen in one line anywhere."""
    return text[:14]


async def step(pilot: Pilot[None], *keys: str) -> str:
    """Press keys; gives what is seen then, in time and harmless."""
    began = process_time()
    await pilot.press(*keys)
    await pilot.pause()
    found = harmless(pilot.app)  # type: ignore[arg-type]  # it is ours
    assert process_time() - began < PATIENCE, keys
    return found


def opened(pilot: Pilot[None]) -> str:
    """The name of the page or window in front."""
    return page(pilot.app)  # type: ignore[arg-type]  # it is ours


async def reasons(pilot: Pilot[None], lines: int) -> None:
    """Ask of the first lines of a tab how their numbers came about."""
    screen = pilot.app.screen
    assert isinstance(screen, ResultPage)
    results = screen.tab.current
    assert results is not None
    await step(pilot, "home")
    for _line in range(lines):
        before = results.cursor, results.scroll_offset.y
        await step(pilot, "enter", "pagedown", "escape")  # into why, beside the list, and back
        await step(pilot, "down")
        if before == (results.cursor, results.scroll_offset.y):
            return


# ── what people type ──────────────────────────────────────────────────────────────────────────


def groups() -> list[tuple[str, ...]]:
    """Names of texts, four at a time: organisation, respondent, role and notes."""
    names = list(LIVE)
    return [tuple((names + names)[place : place + 4]) for place in range(0, len(names), 4)]


@pytest.mark.sample(2)
@pytest.mark.rounds(short=1, long=4)
@pytest.mark.parametrize("names", groups(), ids=lambda names: names[0])
async def test_a_sheets_texts(round_: int, names: tuple[str, ...], tmp_path: Path) -> None:
    """Organisation, respondent, role and notes, from the list of sheets to the windows of the result."""
    place = [LIVE[names[(number + round_) % 4]] for number in range(4)]
    given = sheet_with(place[3]) | {"organisation": place[0], "respondent": place[1], "id": "live22"}
    given["profile"] = {"role": place[2]}
    store = store_in(tmp_path)
    store.create(PACK, parse_sheet(given, PACK), "departments")
    store.create(PACK, parse_sheet({**given, "id": place[0], "notes": {}}, PACK))
    place[3] = place[3].replace("\n", " ")  # the lines of a note stand side by side where there is one row
    organisation, respondent, role, note = (begins(typed_text(text)) for text in place)
    shown_app = app(tmp_path)
    async with shown_app.run_test(size=WIDE) as pilot:
        text = await step(pilot)
        assert (text.count(organisation) >= 2, text.count(respondent) >= 2) == (True, True)
        await step(pilot, "slash", *"evil")
        await step(pilot, "escape", "escape", "m")
        assert opened(pilot) == "RenameWindow"
        await step(pilot, "tab", "end", "home")
        await step(pilot, "escape", "down", "d")
        await step(pilot, "u", "f1")
        await step(pilot, "escape")
        shown_app.show_question(Session(PACK, StoredJournal(store, PACK, store.load("live22", PACK).sheet)))
        await pilot.pause()
        text = await step(pilot)
        assert (organisation in text, note in text) == (True, True)
        await step(pilot, "f1")
        assert opened(pilot) == "HelpWindow"
        await step(pilot, "escape", "n")
        assert opened(pilot) == "NoteWindow"
        await step(pilot, "end", "home", "escape")
        text = await step(pilot, "r")
        assert (organisation in text, note in text) == (True, True)
        text = await step(pilot, "p")
        assert organisation in text
        ending = without_spaces(typed_text(place[2]))[-14:]  # a field shows the end of what is longer than it
        assert role in text or ending in text or "�" in text  # which stands for what cannot be seen
        for _field in range(6):
            await step(pilot, "tab")
        await step(pilot, "f2")
        assert organisation in await step(pilot, "f2")
        assert opened(pilot) == "ResultPage"
        for tab in "123456":
            assert organisation in await step(pilot, tab)
            await step(pilot, "enter")
            if isinstance(shown_app.focused, WhyColumn):
                await step(pilot, "escape")
            assert opened(pilot) == "ResultPage"
        await step(pilot, "e")
        assert opened(pilot) == "ExportWindow"
    stored = store.load("live22", PACK).sheet
    assert (stored.organisation, stored.respondent, stored.profile["role"]) == tuple(place[:3])


FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "organisation": ("home", ("n",)),
    "respondent": ("home", ("n", "tab")),
    "role": ("home", ("n", "tab", "tab")),
    "note": ("new", ("n",)),
    "search": ("home", ("slash",)),
    "rename": ("home", ("m",)),
    "rename the respondent": ("home", ("m", "tab")),
    "commands": ("home", ("ctrl+p",)),
    "themes": ("home", ()),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("way", ["typed", "pasted"])
async def test_into_every_field(
    field: str, way: str, chance: random.Random, tmp_path: Path, *, long: bool
) -> None:
    """Typed or pasted into whatever takes letters, a text does nothing and is seen."""
    store = store_in(tmp_path)
    for number in range(2):
        store.create(PACK, parse_sheet({**sheet_with("x"), "id": f"feld{number}"}, PACK))
    start, keys = FIELDS[field]
    shown_app = app(tmp_path, start)
    texts = (
        ["[red]a[/] [@click=app.quit]b [/] [x"]
        if way == "typed"
        else [ALL, *chance.sample(list(LIVE.values()), len(LIVE) if long else 5)]
    )
    async with shown_app.run_test(size=WIDE) as pilot:
        await step(pilot, *keys)
        if field == "themes":
            shown_app.search_themes()
        await until(lambda: isinstance(shown_app.focused, Field | TextField))
        for text in texts:
            before = opened(pilot)
            if way == "typed":
                assert "[red]a[/][@click=app.quit]b[/][x" in await step(pilot, *text)
            else:
                shown_app.post_message(events.Paste(text))
                await step(pilot)
                await step(pilot, "end", "home", "delete", "ctrl+e", "ctrl+u")
            assert before == opened(pilot)
        await step(pilot, "escape")
        assert shown_app.is_running


@pytest.mark.sample(2)
@pytest.mark.parametrize("text", HOSTILE)
async def test_named_on_the_command_line(text: str, tmp_path: Path) -> None:
    """``smcheck new`` with a name, which stands at the top of every page."""
    shown_app = app(tmp_path, "new", organisation=text)
    async with shown_app.run_test(size=WIDE) as pilot:
        assert begins(typed_text(text)) in await step(pilot)
        assert begins(typed_text(text)) in await step(pilot, "r")


# ── what a pack says ──────────────────────────────────────────────────────────────────────────


async def _about(pilot: Pilot[None]) -> str:
    return await step(pilot, "i")


async def _profile(pilot: Pilot[None]) -> str:
    await step(pilot, "n", "tab", "tab", "tab")
    return await step(pilot, "enter")


async def _home(pilot: Pilot[None]) -> str:
    return await step(pilot)


async def _ask(pilot: Pilot[None]) -> str:
    await step(pilot, "a", "enter")
    return await step(pilot, "f1")


async def _note(pilot: Pilot[None]) -> str:
    await step(pilot, "a", "enter")
    return await step(pilot, "n")


async def _review(pilot: Pilot[None]) -> str:
    return await step(pilot, "a")


async def _questions(pilot: Pilot[None]) -> str:
    await step(pilot, "a", "home", "enter")
    text = ""
    for _question in range(5):
        text = await step(pilot, "1") if opened(pilot) == "Ask" else text
        await step(pilot, "right")
    return text


async def _result(pilot: Pilot[None]) -> str:
    await step(pilot, "r")
    text = ""
    for tab in "12346":
        text += await step(pilot, tab)
        await reasons(pilot, 3)
    return text


async def _what_if(pilot: Pilot[None]) -> str:
    await step(pilot, "r", "w", "space")
    return await step(pilot, "down", "space")


PAGES: dict[str, Callable[[Pilot[None]], Awaitable[str]]] = {
    "home": _home,
    "about": _about,
    "profile": _profile,
    "ask and help": _ask,
    "questions": _questions,
    "note": _note,
    "review": _review,
    "result and reasons": _result,
    "what if": _what_if,
}


@pytest.mark.sample(2)
@pytest.mark.rounds(short=1, long=1 + len(LIVE))
@pytest.mark.parametrize("where", PAGES)
async def test_a_packs_texts(round_: int, where: str, tmp_path: Path) -> None:
    """Titles, questions, labels, options, reasons, sources and rules of a pack, page by page."""
    text = [ALL[:900], *LIVE.values()][round_]
    example = write_full_pack(tmp_path / "pack", text)
    pack = load_pack(tmp_path / "pack")
    store = store_in(tmp_path)
    store.create(pack, load_sheet(example, pack), "d", finished=False)
    use("en")
    shown_app = SmcheckApp(pack, store)
    async with shown_app.run_test(size=WIDE) as pilot:
        await step(pilot)
        found = await PAGES[where](pilot)
        assert begins(pack_text(text)) in found or begins(typed_text(text)) in found
        assert shown_app.is_running


@pytest.mark.rounds(short=1, long=1 + len(LIVE))
async def test_a_newer_packs_texts(round_: int, tmp_path: Path) -> None:
    """What a newer version of a pack asks otherwise, told in the words of both."""
    text = [ALL[:900], *LIVE.values()][round_]
    example = write_full_pack(tmp_path / "old", text)
    old = load_pack(tmp_path / "old")
    store = store_in(tmp_path)
    store.create(old, load_sheet(example, old), "d", finished=True)
    write_full_pack(tmp_path / "new", text)
    file = tmp_path / "new" / "pack.toml"
    structure = file.read_text(encoding="utf-8")
    changed = structure.replace('version = "1.0.0"', 'version = "2.0.0"')
    changed = changed.replace('"favourable" = "yes"', '"favourable" = "no"', 1)
    assert changed.count('"no"') > structure.count('"no"')
    file.write_text(changed, encoding="utf-8")
    use("en")
    shown_app = SmcheckApp(load_pack(tmp_path / "new"), store)
    async with shown_app.run_test(size=WIDE) as pilot:
        await step(pilot, "enter")
        found = await step(pilot, "v")
        assert begins(pack_text(text)) in found or begins(typed_text(text)) in found
        assert opened(pilot) == "UpgradeWindow"
        await step(pilot, "y")
        assert opened(pilot) == "ResultPage"


# ── a megabyte ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(1)
@pytest.mark.parametrize("kind", ["letters", "words", "wide", "controls"])
async def test_a_megabyte(kind: str, tmp_path: Path, whole: bool) -> None:
    """Names, role and notes of a megabyte each: every page is there in time, and keys work.

    At work a fifth of it has to do, of which nothing is shown in full either.
    """
    unit = {"letters": "x", "words": "ein Wort ", "wide": "👩‍👩‍👧 漢", "controls": "\x1b[31m\u202e"}[kind]
    text = (unit * MEGA)[: MEGA if whole else MEGA // 5]
    given = {**sheet_with(text), "id": "mega22", "pack_version": "1.0.0", "pack_hash": "0" * 64}
    store = store_in(tmp_path)
    store.create(PACK, parse_sheet(given, PACK), "departments")
    store.create(PACK, parse_sheet({**given, "id": "mega33", "organisation": "kurz"}, PACK))
    shown_app = app(tmp_path)
    began = process_time()
    async with shown_app.run_test(size=(100, 30)) as pilot:
        await step(pilot)
        assert process_time() - began < PATIENCE
        for keys in (
            ("slash", "x"),
            ("escape",),
            ("escape", "e"),
            ("end",),
            ("y",),
            ("tab",),
            ("escape",),
            ("enter",),
            ("1",),
            ("n",),
            ("end",),
            ("z",),
            ("escape",),
            ("f1",),
            ("escape",),
            ("r",),
            ("p",),
            ("end", "z"),
            ("tab",),
            ("tab",),
            ("f2",),
            ("r",),
            ("f2",),
            *((tab,) for tab in "123456"),
            ("1",),
            ("enter",),
            ("escape",),
            ("e",),
            ("escape",),
        ):
            await step(pilot, *keys)
        assert opened(pilot) == "ResultPage"


# ── what a terminal gets ──────────────────────────────────────────────────────────────────────

CONTROL = re.compile(
    rb"\x1b\[[0-9;:?<>=$ ]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>78]|\x1b\][0-9]+;|\x1b[P_^X]|\x1b.|\x1b"
)


def obeyed(raw: bytes) -> set[bytes]:
    """The kinds of orders to a terminal in what was written to one: each without its numbers."""
    found = {re.sub(rb"[0-9;:]+", b"", order) for order in CONTROL.findall(raw)}
    rest = CONTROL.sub(b"", raw).decode("utf-8", "replace")
    return found | {character.encode() for character in control_characters(rest)}


def written(folder: Path, text: str) -> bytes:
    """What a terminal gets in a sitting with this text in every field."""
    folder.mkdir()
    store = store_in(folder)
    given = {**sheet_with(text), "id": "live22"}
    store.create(PACK, parse_sheet(given, PACK), "team", finished=False)
    store.close()
    with Terminal(folder, size=(110, 30)) as terminal:
        terminal.wait_for("F1 help")
        terminal.press("m")
        terminal.wait_for("Rename")
        terminal.press(TAB, ESCAPE)
        terminal.wait_until(lambda text: "Rename" not in text)
        terminal.press(ENTER)
        terminal.wait_for("1 [")
        terminal.press("n")
        terminal.wait_for("Esc keep")
        terminal.press(ESCAPE)
        terminal.wait_until(lambda text: "Esc keep" not in text)
        for keys, shown in (
            ("r", "Answers"),
            ("p", "Profile"),
            (F2, "Answers"),
            (F2, "Still open"),
            ("2", "below │ above"),
            ("e", "Markdown"),
        ):
            terminal.press(keys)
            terminal.wait_for(shown)
        terminal.press(F10)
        assert terminal.wait_end() == 0
        assert terminal.is_restored()
        return terminal.output


def test_no_order_reaches_the_terminal(tmp_path: Path) -> None:
    """With such texts in every field a terminal gets the same kinds of orders as with harmless ones."""
    harmless_orders = obeyed(written(tmp_path / "a", "Harmlos"))
    raw = written(tmp_path / "b", ALL)
    assert obeyed(raw) - harmless_orders == set()
    assert b"\x1b]52" not in raw
    assert b"\x1b]8;;https" not in raw
    assert b"\xc2\x9b" not in raw
