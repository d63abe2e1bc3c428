"""Names that are no names: every page shows them as they are, and none of them does anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smcheck.tui.app import SmcheckApp
from smcheck.words.controls import escape_controls
from support.app import HOSTILE, app, page, screen_text, store_in, store_sheet
from support.builders import PACK

ALIVE = {chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F))}
"""What must never reach a terminal as it is."""

NOTES = {question.id: HOSTILE[number % len(HOSTILE)] for number, question in enumerate(PACK.questions)}


def _harmless(shown: SmcheckApp) -> str:
    """What is seen, which holds nothing that a terminal would obey."""
    text = screen_text(shown)
    assert ALIVE & set(text.replace("\n", "")) == set()
    return text


def _start(text: str) -> str:
    """As much of a name as must be seen where there is little room."""
    return escape_controls(text)[:4]


def _signs() -> Iterator[str]:
    return iter(("[/]", "[red]", "Cost [EUR]?", "␛[31m", "<U+202E>evil", "a␀b", "Ünïcödé", "xxxx"))


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", HOSTILE, ids=_signs())
async def test_every_page_shows_a_hostile_name_as_it_is(tmp_path: Path, name: str) -> None:
    """As organisation, respondent, role and note, on each page and in each window."""
    store_sheet(
        store_in(tmp_path),
        {"team": {"dedicated": "yes"}, "challenges": {"privacy": "yes"}},
        organisation=name,
        respondent=name,
        profile={"role": name},
        notes=dict.fromkeys(NOTES, name),
        position="team",
    )
    shown = app(tmp_path)
    async with shown.run_test(size=(100, 24)) as pilot:
        assert _harmless(shown).count(_start(name)) >= 2
        await pilot.press("m")
        assert page(shown) == "RenameWindow"
        _harmless(shown)
        await pilot.press("escape", "enter")
        assert page(shown) == "Ask"
        assert _harmless(shown).count(_start(name)) >= 2
        await pilot.press("n")
        assert page(shown) == "NoteWindow"
        _harmless(shown)
        await pilot.press("escape", "r")
        assert page(shown) == "Review"
        assert _harmless(shown).count(_start(name)) >= 2
        await pilot.press("p", "tab", "tab", "tab")
        assert page(shown) == "ProfilePage"
        _harmless(shown)
        await pilot.press("f2", "f2")
        assert page(shown) == "ResultPage"
        assert _start(name) in _harmless(shown)
        for key in ("2", "3", "4", "5", "6", "e"):
            await pilot.press(key)
            _harmless(shown)
    stored = store_in(tmp_path)
    sheet = stored.load(stored.list_sheets()[0].id, PACK).sheet
    assert (sheet.organisation, sheet.respondent, sheet.profile["role"]) == (name, name, name)
    assert set(sheet.notes.values()) == {name}


@pytest.mark.parametrize("name", ["[/]", "[red]", "Cost [EUR]?"])
async def test_what_is_typed_is_shown_as_it_was_typed(tmp_path: Path, name: str) -> None:
    """Typed key by key into the profile, it stands in the title of the next page."""
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("n", *name, "f2")
        assert f"smcheck · {name} " in screen_text(shown)


async def test_a_field_shows_each_character_and_keeps_all_of_them(tmp_path: Path) -> None:
    """In a field control characters are signs one cell wide; writing behind them changes nothing else."""
    name = "a\x1b[31m\x00\u202e\tb"
    store_sheet(store_in(tmp_path), {}, organisation=name)
    shown = app(tmp_path)
    async with shown.run_test() as pilot:
        await pilot.press("m")
        assert "a␛[31m␀\ufffd␉b " in _harmless(shown)
        await pilot.press("end", "c", "home", "right", "right", "Z", "enter")
        assert page(shown) == "Home"
    assert store_in(tmp_path).list_sheets()[0].organisation == "a\x1bZ[31m\x00\u202e\tbc"
