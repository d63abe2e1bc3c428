"""The window that hands a result or a sheet out: formats, names, what cannot be written."""

import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from smcheck.report.hand_out import formats, hand_out
from smcheck.sheet import load_sheet
from smcheck.tui.widgets.field import Choices
from support.app import (
    app,
    at_result,
    click_row,
    footer,
    format_keys,
    notice_text,
    page,
    result_page,
    screen_words,
    until,
)
from support.builders import PACK
from support.result import case_of


@pytest.mark.sample(1)
@pytest.mark.parametrize("lang", ["en", "de"])
async def test_hand_out_writes_new_files_only_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """Each format goes into the folder one is in, under a free name; the page stays at its place."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    answers = json.loads((PACK.folder / "example.json").read_text(encoding="utf-8"))["answers"]
    shown = at_result(tmp_path, answers, lang)
    async with shown.run_test() as pilot:
        await pilot.press("4", "down")
        place = result_page(shown).place()
        for ending in formats():
            await pilot.press("e", *format_keys(ending), "enter")
            assert result_page(shown).place() == place
        names = sorted(path.name for path in folder.iterdir())
        assert names == sorted(f"smcheck-muster-ag.{ending}" for ending in formats())
        contents = {path: path.read_bytes() for path in folder.iterdir()}
        assert all(contents.values())
        await pilot.press("e")
        await click_row(pilot, shown.screen.query_one(Choices), 0)
        new = [path for path in folder.iterdir() if path not in contents]
        assert len(new) == 1
        assert new[0].name in notice_text(shown)
        assert {path: path.read_bytes() for path in contents} == contents
    assert load_sheet(folder / "smcheck-muster-ag.json", PACK).answers == case_of("example").sheet.answers


async def test_help_over_the_window_while_a_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file is there before its help is closed, the window closes after it and says where."""
    monkeypatch.chdir(tmp_path)
    read, made = Event(), Event()

    def make_later(*given: Any) -> None:
        read.wait(10)
        hand_out(*given)
        made.set()

    monkeypatch.setattr("smcheck.tui.screens.export.hand_out", make_later)
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("e", *format_keys("json"))
        shown.simulate_key("enter")
        await until(lambda: "Being made" in screen_words(shown))
        shown.simulate_key("f1")
        await until(lambda: page(shown) == "HelpWindow")
        read.set()
        await until(made.is_set)
        await pilot.pause()
        shown.simulate_key("escape")
        await until(lambda: page(shown) == "ResultPage")
        await pilot.pause()
        assert "Saved: " in notice_text(shown)


async def test_a_folder_that_cannot_be_written_to_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no file can be made the page says why and nothing else happens."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("e")
        folder.rmdir()
        await pilot.press("end", "enter")
        assert "No such file or directory" in screen_words(shown)
        assert page(shown) == "ExportWindow"
        await pilot.press("escape")
        assert page(shown) == "ResultPage"


async def test_a_name_that_is_taken_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays, and what is said names nothing that only a command has."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.docx").write_text("mine", encoding="utf-8")
    shown = app(tmp_path, "example")
    async with shown.run_test() as pilot:
        await pilot.press("e", "tab", "ctrl+u", *"mine", "enter")
        words = screen_words(shown)
        assert "the file exists; expected: another name" in words
        assert "--force" not in words
        assert page(shown) == "ExportWindow"
        await pilot.press("2")
        assert "the file exists" not in screen_words(shown)
        await pilot.press("backspace", "enter", "shift+tab", "down")
        assert "the file exists" not in screen_words(shown)
    assert (tmp_path / "mine.docx").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mine.docx", "mine.txt"),
        ("mine.htm", "mine.txt"),
        ("v2.1", "v2.1.txt"),
        ("mine.TXT", "mine.TXT"),
        ("mine.text", "mine.text"),
    ],
)
async def test_another_formats_ending_gives_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str
) -> None:
    """The file has the ending of the format that is chosen, and the whole path is said."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(200, 24)) as pilot:
        await pilot.press("e", *format_keys("txt"), "tab", "ctrl+u", *typed)
        assert ("enter", "write the file") in footer(shown)
        await pilot.press("enter")
        await pilot.pause()
        assert notice_text(shown) == f"Saved: {folder / name}"
    assert [path.name for path in folder.iterdir()] == [name]
