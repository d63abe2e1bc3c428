"""Every size of terminal: nothing fails, nothing is lost, and small ones show what matters."""

import re
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, Static

from smcheck.report.answers import answer_phrases
from smcheck.report.labels import row_label
from smcheck.session import Session
from smcheck.sheet import load_sheet
from smcheck.tui.screens.question_page import QuestionPage
from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.line_list import LineList
from smcheck.tui.widgets.reading import LEAD
from smcheck.tui.widgets.row_note import RowNote
from smcheck.tui.widgets.sheet_list import SheetList
from support.app import (
    app,
    page,
    resize,
    row_in_view,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
    until,
)
from support.builders import PACK
from support.pages import PAGES, Reach, close_windows, many_sheets

SIZES = [(80, 24), (120, 40), (40, 12), (20, 6), (1, 1), (200, 1), (1, 50), (80, 24)]


@pytest.mark.sample(2)
@pytest.mark.parametrize("reach", PAGES.values(), ids=PAGES.keys())
async def test_every_page_bears_every_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reach: Reach
) -> None:
    """Down to a single cell and back the page is what it was, and its keys still work."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=SIZES[0]) as pilot:
        await reach(pilot, session)
        await pilot.pause()
        name = page(shown)
        if name == "Home":  # where walking on takes away what was said
            await pilot.press("down", "up")
        before = screen_text(shown)
        for width, height in SIZES[1:]:
            await resize(pilot, width, height)
            await pilot.press("down", "up")
            assert page(shown) == name
            rows = screen_text(shown).split("\n")
            assert len(rows) == height
        if name != "HelpWindow":  # which was scrolled, and is at its top again
            assert screen_text(shown) == before
        await close_windows(pilot)
        await pilot.press("f1")
        assert page(shown) == "HelpWindow"


async def test_lines_without_room_for_their_scroll_bar_come_to_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time it is laid out a window one cell wide is the same, and it is back at its top afterwards."""
    monkeypatch.chdir(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(40, 12)) as pilot:
        await PAGES["why"](pilot, many_sheets(tmp_path))
        await pilot.press("down")
        lines = shown.screen.query_one("#paragraphs")
        assert lines.scroll_y == 1
        await resize(pilot, 1, 50)
        layouts = set()
        for _time in range(4):
            lines.refresh(layout=True)
            await pilot.pause()
            layouts.add((lines.virtual_size, lines.show_vertical_scrollbar))
        assert len(layouts) == 1
        await pilot.press("up")
        await resize(pilot, 40, 12)
        assert lines.scroll_y == 0


async def _commands(pilot: Pilot[None], session: Session) -> None:
    await PAGES["result"](pilot, session)
    await pilot.pause()
    await pilot.press("ctrl+p", "a")
    await until(lambda: pilot.app.screen.query_one("#commands", OptionList).option_count)


@pytest.mark.sample(2)
@pytest.mark.parametrize("reach", [*PAGES.values(), _commands], ids=[*PAGES.keys(), "commands"])
async def test_no_width_is_too_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reach: Reach, *, long: bool
) -> None:
    """A terminal that is pushed together column by column, and drawn out again, ends nothing."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=(24, 12)) as pilot:
        await reach(pilot, session)
        await pilot.pause()
        name = page(shown)
        for width in (*range(23, 0, -1), *range(2, 24, 1 if long else 4), 24):
            await resize(pilot, width, 12)
            assert shown.is_running
        assert page(shown) == name


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(1, 1), (20, 6)], ids=["1x1", "20x6"])
async def test_every_page_can_be_opened_in_a_tiny_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Pages that begin tiny are whole once there is room."""
    monkeypatch.chdir(tmp_path)
    session = many_sheets(tmp_path)
    shown = app(tmp_path)
    async with shown.run_test(size=size) as pilot:
        for reach in PAGES.values():
            await reach(pilot, session)
            await pilot.pause()
            await close_windows(pilot)
        await resize(pilot, 80, 24)
        assert "Which departments are actively involved" in screen_text(shown)


@pytest.mark.parametrize("lang", ["en", "de"])
async def test_the_question_and_its_cursor_are_in_view_where_it_is_small(tmp_path: Path, lang: str) -> None:
    """At 40 by 12 every question stands there in full, and so does the start of each row under the cursor."""
    asking = app(tmp_path, "new", lang)

    def shows(text: str) -> bool:
        return text in screen_words(asking)

    async with asking.run_test(size=(40, 12)) as pilot:
        await pilot.press("right", "right", "1", "right", "1", "right", "right", "1")
        await pilot.press(*["left"] * 5)
        for question in PACK.questions:
            text = PACK.texts(lang).questions[question.id].text
            await until(partial(shows, text))  # how high the rows are is known after they are there
            rows = asking.screen.query_one(AnswerList)
            for _row in rows.rows:
                await until(partial(row_in_view, rows))
                await pilot.press("down")
            await pilot.press("right")
        assert page(asking) == "Review"


async def test_a_new_size_in_the_middle_of_a_sitting(tmp_path: Path) -> None:
    """Cursor, answers and question stay when the terminal changes its size."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "down", "down", "down", "space")
        for width, height in ((40, 12), (1, 1), (80, 24)):
            await resize(pilot, width, height)
        rows = asking.screen.query_one(AnswerList)
        assert rows.place == 3
        assert "4 [x] Customer support" in screen_text(asking)
        await pilot.press("down", "space")
        assert "5 [x] Product development" in screen_text(asking)


async def test_the_choice_made_is_in_view_where_it_is_small(tmp_path: Path) -> None:
    """A question comes up again with its choice under the cursor, however far down that is."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(40, 12)) as pilot:
        await pilot.press("right", "end", "up", "space", "enter", "left")
        await pilot.pause()
        rows = asking.screen.query_one(AnswerList)
        assert rows.place == 11
        assert "(•) Nobody in particular" in screen_text(asking)


async def test_dont_know_is_in_view_where_it_is_small(tmp_path: Path) -> None:
    """``?`` marks a row below the window: the cursor goes there, and again takes it back."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(40, 12)) as pilot:
        await pilot.press("right", *["down"] * 3, "?")
        await pilot.pause()
        assert "? (?) Don't know" in screen_text(asking)
        assert row_in_view(asking.screen.query_one(AnswerList))
        await pilot.press("?")
        assert "? ( ) Don't know" in screen_text(asking)


def _room(lines: LineList | SheetList) -> tuple[int, int]:
    """The longest row of a list, and the columns that there are for it beside cursor and scroll bar."""
    painted = [lines._paint(place).rstrip().cell_length for place in range(lines.row_count)]
    return max(painted) - LEAD, lines.scrollable_content_region.width - LEAD


@pytest.mark.sample(2)
@pytest.mark.parametrize("width", range(36, 44))
async def test_rows_fit_beside_the_scroll_bar(tmp_path: Path, width: int) -> None:
    """Lists of answers, of questions and of sheets are wrapped or cut by the width that is theirs."""
    answers = {"team": {"dedicated": "yes", "ad_hoc": "unknown", "agency": "unknown"}, "daily": "nobody"}
    store = store_in(tmp_path)
    store_sheet(store, answers, organisation="B" * 60, position="departments")
    for number in range(9):
        store_sheet(store, {}, organisation="C" * (30 + number), days=1 + number)
    shown = app(tmp_path, lang="de")
    async with shown.run_test(size=(width, 12)) as pilot:
        await pilot.pause()
        for keys in ((), ("enter", "5", "?"), ("r",)):
            await pilot.press(*keys)
            await pilot.pause()
            lines = shown.screen.query(LineList).first() if keys else shown.screen.query_one(SheetList)
            longest, room = _room(lines)
            assert lines.scrollbars_enabled[0], page(shown)
            assert longest <= room, page(shown)


def _within(text: str, widget: Widget) -> str:
    """What is seen of a widget, as running text without the signs beside it."""
    region = widget.region
    rows = [row[region.x : region.right] for row in text.split("\n")[region.y : region.bottom]]
    return " ".join(re.sub("[▌┃│]", " ", " ".join(rows)).split())


@pytest.mark.sample(3)
@pytest.mark.parametrize("size", [(40, 12), (60, 24), (80, 24), (120, 40), (200, 50)], ids=str)
@pytest.mark.parametrize("lang", ["en", "de"])
async def test_nothing_of_a_question_is_cut(tmp_path: Path, lang: str, size: tuple[int, int]) -> None:
    """Its text, the hint where there is room, the row under the cursor and what that means are whole."""
    asking = app(tmp_path, "new", lang)
    texts = PACK.texts(lang)
    async with asking.run_test(size=size) as pilot:
        await pilot.press("right", "right", "1", "right", "1", "right", "right", "1", *["left"] * 5)
        for question in PACK.questions:
            rows = asking.screen.query_one(AnswerList)
            for row in rows.rows:
                shown = screen_text(asking)
                asked = _within(shown, asking.screen.query_one("#question"))
                assert asked == texts.questions[question.id].text
                assert row_label(texts, question.id, row) in _within(shown, rows)
                notes = [note for note in asking.screen.query(RowNote) if note.display]
                help_ = texts.items[row.text_of][row.id].help if row.text_of else ""
                assert not notes or " ".join(help_.split()) in _within(shown, notes[0])
                await pilot.press("down")
            hint = asking.screen.query_one("#hint", Static)
            assert _within(screen_text(asking), hint) == (str(hint.content) if size[1] >= 20 else "")
            await pilot.press("right")


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("lang", ["en", "de"])
async def test_nothing_of_the_answers_is_cut(tmp_path: Path, lang: str, size: tuple[int, int]) -> None:
    """Each question and what was answered can be read in full, row by row where it is small."""
    store = store_in(tmp_path)
    sheet = load_sheet(PACK.folder / "example.json", PACK)
    store.create(PACK, sheet, "review")
    shown = app(tmp_path, lang=lang)
    async with shown.run_test(size=size) as pilot:
        await pilot.press("a", "home")
        lines = shown.screen.query_one(LineList)
        read = ""
        for _step in range(60):
            read += " " + _within(screen_text(shown), lines)
            await pilot.press("down")
        texts = PACK.texts(lang)
        for question in PACK.questions:
            for part in (texts.questions[question.id].text, *answer_phrases(PACK, texts, sheet, question)):
                assert _in_pieces(part, read), part


def _in_pieces(part: str, read: str) -> bool:
    """Whether all words of a text were read, in their order, two at a time."""
    words_ = part.split()
    return all(" ".join(words_[at : at + 2]) in read for at in range(max(len(words_) - 1, 1)))


async def test_what_was_deleted_is_said_in_full_where_it_is_small(tmp_path: Path) -> None:
    """At 40 by 12 the sentence about the last sheet has its place beside the ways to begin."""
    for lang, sentence in (("en", "“A” deleted. u: undo, until you quit."), ("de", "bis Sie beenden.")):
        store_sheet(store_in(tmp_path), {}, organisation="A")
        home = app(tmp_path, lang=lang)
        async with home.run_test(size=(40, 12)) as pilot:
            await pilot.press("d")
            assert sentence in screen_words(home)
            assert all(f" {key} " in screen_text(home) for key in "nxi")


async def test_the_keys_of_small_windows_are_in_view(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 40 by 12 the window for export shows its keys, and the end of a long folder's name."""
    folder = tmp_path / "/".join(["deep"] * 12)
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(40, 12)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "Esc close" in screen_text(shown)
        assert "p/deep/deep/deep" in screen_text(shown)
        await pilot.press("end")
        await pilot.pause()
        assert "elsewhere" in screen_text(shown)
        assert "Esc close" in screen_text(shown)


async def test_an_answer_moves_no_row(tmp_path: Path) -> None:
    """Whatever is answered, rows keep their places and the list keeps what is in view."""
    for size in ((40, 12), (80, 24), (120, 40)):
        asking = app(tmp_path, "new", "de")
        async with asking.run_test(size=size) as pilot:
            await pilot.press("right", "right", *["down"] * 5)
            rows = asking.screen.query_one(AnswerList)
            before = (tuple(rows.tops), rows.scroll_offset, rows.region)
            for key in ("-", "?", "6", "space", "u", "-"):
                await pilot.press(key)
                assert (tuple(rows.tops), rows.scroll_offset, rows.region) == before, key


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
async def test_what_is_said_at_length_takes_no_row_of_a_question_away(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """A reason of several rows is whole, and each row of the question can still be come to."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=size) as pilot:
        assert isinstance(asking.screen, QuestionPage)
        reason = "Not stored: " + "a folder " * 13 + "is full."
        asking.screen.say(reason)
        await pilot.press("end")
        rows = asking.screen.query_one(AnswerList)
        assert reason in screen_words(asking)
        assert row_in_view(rows)
        assert "0 [ ] None of these" in _within(screen_text(asking), rows)
