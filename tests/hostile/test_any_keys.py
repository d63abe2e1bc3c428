"""Anybody at the keys and the mouse: whatever comes in whatever order, the app goes on, and all is stored."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest
from textual import events
from textual.driver import Driver
from textual.geometry import Size
from textual.keys import _character_to_key

from smcheck.store import Store
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.ask import Ask
from smcheck.words.fault import Fault
from smcheck.words.language import use
from support.app import app, store_in, store_sheet
from support.builders import PACK
from support.lateness import come_late
from support.stillness import until_still

KEYS = (
    *("up", "down", "left", "right", "enter", "space", "escape", "tab", "shift+tab", "backspace", "delete"),
    *("home", "end", "pageup", "pagedown", "f1", "f2", "ctrl+p", "ctrl+a", "ctrl+k", "shift+left"),
)
CHARACTERS = (*"0123456789?-/nradeuiqhwxvpjkzöß[]\\ ", "日", "\u202e", "👩")
PASTED = "one\ntwo\x1b[31m[red]" + "x" * 3000
SIZES = ((80, 24), (120, 40), (40, 12))
STARTS = ("home", "home", "new", "example")
ANSWERS: tuple[dict[str, Any], ...] = (
    {},
    {"team": {"dedicated": "yes", "ad_hoc": "unknown"}, "departments": {"marketing": "yes", "pr": "no"}},
    {"goals": {"awareness": "yes"}, "daily": "nobody"},
)
ORGANISATIONS = ("Beispiel GmbH", "[red]x[/]", "日本" * 20)
FAILING = (
    "create",
    "record",
    "rename",
    "move",
    "see_result",
    "delete",
    "restore",
    "adopt",
    "load",
    "entries",
)
STEPS = 120


def _full(*_given: object, **_named: object) -> NoReturn:
    raise Fault("disk full", file="sheets.db")


class Somebody:
    """Presses, clicks, pastes and draws the window about; prints what it did.

    Args:
        chance: what decides.
        shown: the app that has to bear it.
        other: another program over the same store.
    """

    def __init__(self, chance: random.Random, shown: SmcheckApp, other: Store, size: tuple[int, int]) -> None:
        assert isinstance(shown._driver, Driver)
        self._chance, self._app, self._driver, self._other = chance, shown, shown._driver, other
        self._size = size
        self.failed: set[str] = set()
        """What the store could not do at some time."""
        self._acts = {
            self.press: 30,
            self.write: 25,
            self.press_many: 8,
            self.click: 14,
            self.turn_wheel: 4,
            self.paste: 1,
            self.resize: 4,
            self.delete_elsewhere: 1,
            self.let_fail: 1,
            self.heal: 2,
        }

    def act(self) -> None:
        """Do anything."""
        (act,) = self._chance.choices(list(self._acts), list(self._acts.values()))
        act()

    def press(self) -> None:
        """A key with a name."""
        key = self._chance.choice(KEYS)
        print(key, end=" ")
        self._driver.send_message(events.Key(key, "\r" if key == "enter" else None))

    def write(self) -> None:
        """A key with a character."""
        character = self._chance.choice(CHARACTERS)
        print(ascii(character), end=" ")
        key = character if character.isalnum() else _character_to_key(character)
        self._driver.send_message(events.Key(key, character))

    def press_many(self) -> None:
        """Several keys, faster than they can be dealt with."""
        for _time in range(self._chance.randrange(2, 8)):
            self._chance.choice((self.press, self.write))()

    def paste(self) -> None:
        """Text with line ends and an escape sequence."""
        print("paste", end=" ")
        self._driver.send_message(events.Paste(PASTED))

    def click(self) -> None:
        """A click or a double click anywhere."""
        x, y = self._place()
        times = self._chance.choice((1, 1, 1, 2))
        print(f"click({x},{y})*{times}", end=" ")
        self._mouse(events.MouseMove, x, y)
        for _time in range(times):
            self._mouse(events.MouseDown, x, y)
            self._mouse(events.MouseUp, x, y)

    def turn_wheel(self) -> None:
        """The wheel, up or down, anywhere."""
        print("wheel", end=" ")
        self._mouse(self._chance.choice((events.MouseScrollDown, events.MouseScrollUp)), *self._place())

    def _place(self) -> tuple[int, int]:
        return self._chance.randrange(self._size[0]), self._chance.randrange(self._size[1])

    def _mouse(self, kind: type[events.MouseEvent], x: int, y: int) -> None:
        self._driver.send_message(
            kind(None, x, y, delta_x=0, delta_y=0, button=1, shift=False, meta=False, ctrl=False)
        )

    def resize(self) -> None:
        """Any size of terminal, usual ones more often."""
        width, height = self._chance.randrange(1, 60), self._chance.randrange(1, 30)
        self._size = self._chance.choice((*SIZES, (width, height)))
        print(self._size, end=" ")
        size = Size(*self._size)
        self._driver._size = size
        self._app.post_message(events.Resize(size, size))

    def delete_elsewhere(self) -> None:
        """Another program deletes a sheet."""
        entries = self._other.list_sheets()
        if entries:
            print("deleted", end=" ")
            self._other.delete(self._chance.choice(entries).id)

    def let_fail(self) -> None:
        """The store cannot do one of the things that it does."""
        name = self._chance.choice(FAILING)
        print("fail:" + name, end=" ")
        setattr(self._app.store, name, _full)
        self.failed.add(name)

    def heal(self) -> None:
        """The store can do everything again."""
        for name in self.failed & vars(self._app.store).keys():
            delattr(self._app.store, name)


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)  # files that are exported stay there
    yield
    use("en")


@pytest.mark.rounds(short=1, ci=4, long=300)
async def test_anything_may_come_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, round_: int
) -> None:
    """No key, click, size or failure of the store ends the app, and what it holds for given is stored."""
    if round_ % 2:
        come_late(monkeypatch, chance, longest=0.01)
    other = store_in(tmp_path)
    for number in range(round_ % 4):
        store_sheet(
            other,
            chance.choice(ANSWERS),
            organisation=chance.choice(ORGANISATIONS),
            days=number,
            finished=chance.random() < 0.5,
        )
    steps = STEPS
    while steps:  # again, where somebody has left
        steps = await _sitting(tmp_path, chance, other, steps)
    for entry in other.list_sheets():
        assert other.load(entry.id, PACK).sheet.id == entry.id
    other.close()
    with closing(sqlite3.connect(tmp_path / "sheets.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def _sitting(folder: Path, chance: random.Random, other: Store, steps: int) -> int:
    """The steps that are left when the app has been left."""
    start, lang, size = chance.choice(STARTS), chance.choice(("en", "de")), chance.choice(SIZES)
    print(start, lang, size, end=" ")
    shown = app(folder, start, lang)
    async with shown.run_test(size=size):
        somebody = Somebody(chance, shown, other, size)
        while steps and shown.is_running and not shown._exit:
            somebody.act()
            steps -= 1
            if chance.random() < 0.8:
                await until_still(shown)
                # Who cannot read after writing cannot know either.
                assert "load" in somebody.failed or _is_stored(shown, other)
        somebody.heal()
        await until_still(shown)
    return steps


def _is_stored(shown: SmcheckApp, other: Store) -> bool:
    """Whether another program finds the answers and notes of the question that is shown."""
    asked = [page.session for page in shown.screen_stack if isinstance(page, Ask)]
    there = {entry.id for entry in other.list_sheets()}
    held = [session.sheet for session in asked if session.journal.stored and session.sheet.id in there]
    stored = [other.load(sheet.id, PACK).sheet for sheet in held]
    return [(sheet.answers, sheet.notes) for sheet in held] == [
        (sheet.answers, sheet.notes) for sheet in stored
    ]
