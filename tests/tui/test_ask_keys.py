"""Answering by keyboard: what each key stores, and what is said about it."""

import re
from pathlib import Path

from smcheck.tui.app import SmcheckApp
from smcheck.tui.widgets.answer_list import AnswerList
from smcheck.tui.widgets.row_note import RowNote
from support.app import (
    app,
    footer,
    notice_text,
    only_sheet,
    page,
    resize,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
)
from support.builders import PACK


def beside(asking: SmcheckApp) -> str:
    """What stands beside the rows, as running text."""
    note = asking.screen.query_one("#beside", RowNote).render()
    return " ".join(note.plain.replace("┃", " ").split())


async def test_a_digit_marks_its_row_and_again_takes_it_back(tmp_path: Path) -> None:
    """A digit marks, the cursor follows; nothing is stored before the first answer."""
    asking = app(tmp_path, "new", organisation="Beispiel GmbH")
    async with asking.run_test() as pilot:
        assert not (tmp_path / "sheets.db").exists()
        await pilot.press("2", "4")
        assert only_sheet(tmp_path).answers == {"team.cross_departmental": "yes", "team.one_person": "yes"}
        assert only_sheet(tmp_path).organisation == "Beispiel GmbH"
        assert asking.screen.query_one(AnswerList).place == 3
        assert notice_text(asking) == "saved 14:02"
        await pilot.press("2")
        assert only_sheet(tmp_path).answers == {"team.one_person": "yes"}


async def test_space_marks_the_row_under_the_cursor_and_the_list_keeps_its_place(tmp_path: Path) -> None:
    """Space marks where the cursor is; neither cursor nor scroll position moves."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "down", "down", "down", "down", "down")
        rows = asking.screen.query_one(AnswerList)
        before = (rows.cursor, rows.scroll_offset)
        await pilot.press("up", "space", "down")
        assert only_sheet(tmp_path).answers == {"team.agency": "yes"}
        assert (rows.cursor, rows.scroll_offset) == before
        assert before[1].y > 0


async def test_enter_settles_what_is_unmarked_and_goes_on(tmp_path: Path) -> None:
    """Enter answers no beside a mark; where nothing is marked it says so and stays."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        assert notice_text(asking) == "Nothing is marked. 0 says none of these, → skips."
        assert not (tmp_path / "sheets.db").exists()
        await pilot.press("1", "enter")
        assert only_sheet(tmp_path).answers == {
            "team.dedicated": "yes",
            **dict.fromkeys(
                [
                    f"team.{i}"
                    for i in ("cross_departmental", "ad_hoc", "one_person", "one_department", "agency")
                ],
                "no",
            ),
        }
        assert "Who answers comments" in screen_text(asking)
        await pilot.press("enter")
        assert (
            notice_text(asking) == "Nothing is chosen. Space or a digit chooses, ? is “don't know”, → skips."
        )
        assert "2 of 7" in screen_text(asking)


async def test_unknown_and_none_here_are_answers_of_their_own(tmp_path: Path) -> None:
    """``?`` and ``-`` give, and again take back; ``-`` is not offered where nothing can be missing."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("?")
        assert "minus" not in dict(footer(asking))
        assert "1 [?] A dedicated team" in screen_text(asking)
        assert only_sheet(tmp_path).answers == {"team.dedicated": "unknown"}
        await pilot.press("?", "right", "right", "2", "-", "down", "?")
        assert only_sheet(tmp_path).answers == {"departments.pr": "na", "departments.sales": "unknown"}
        assert "2 [–] Public relations" in screen_text(asking)
        assert "3 [?] Sales" in screen_text(asking)
        await resize(pilot, 120, 40)
        assert re.search(r"2 \[–\] Public relations +not here\b", screen_text(asking))
        assert re.search(r"3 \[\?\] Sales +don't know\b", screen_text(asking))
        await pilot.press("up", "-")
        assert only_sheet(tmp_path).answers == {"departments.sales": "unknown"}


async def test_zero_says_none_of_these(tmp_path: Path) -> None:
    """0 answers no for every row, and again takes that back."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right", "right", "right", "right", "0")
        assert only_sheet(tmp_path).answers == dict.fromkeys(
            ("challenges.resources", "challenges.privacy", "challenges.big_data"), "no"
        )
        assert "0 [x] None of these" in screen_text(asking)
        await pilot.press("0")
        assert only_sheet(tmp_path).answers == {}


async def test_zero_keeps_what_is_marked_otherwise(tmp_path: Path) -> None:
    """0 takes marks back and denies the rest; ``?`` and ``-`` stay, which is said; ``u`` brings all back."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right", "right", "1", "down", "?", "down", "-", "0")
        answers = dict(only_sheet(tmp_path).answers)
        assert answers.pop("departments.pr") == "unknown"
        assert answers.pop("departments.sales") == "na"
        assert set(answers.values()) == {"no"}
        assert len(answers) == 7
        assert notice_text(asking) == "What is marked ? or – stays; the rest is a no."
        assert "0 [ ] None of these" in screen_text(asking)
        await pilot.press("u")
        assert only_sheet(tmp_path).answers == {
            "departments.marketing": "yes",
            "departments.pr": "unknown",
            "departments.sales": "na",
        }
        await pilot.press("home", "down", "?", "0")
        assert "0 [x] None of these" in screen_text(asking)
        await pilot.press("0")
        assert only_sheet(tmp_path).answers == {"departments.sales": "na"}


async def test_a_question_with_one_answer_keeps_one(tmp_path: Path) -> None:
    """With Space another choice replaces the first; the same one again, and ``?`` again, take it back."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right", "space", "down", "space")
        assert only_sheet(tmp_path).answers == {"daily": "pr"}
        assert "1 ( ) Marketing" in screen_text(asking)
        assert "2 (•) Public relations" in screen_text(asking)
        await pilot.press("space")
        assert only_sheet(tmp_path).answers == {}
        await pilot.press("?")
        assert only_sheet(tmp_path).answers == {"daily": "unknown"}
        assert "? (?) Don't know" in screen_text(asking)
        await pilot.press("end", "space")
        assert only_sheet(tmp_path).answers == {}


async def test_back_by_arrow_and_backspace(tmp_path: Path) -> None:
    """← and Backspace go back, answers stay, and the first question has nothing before it."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(120, 40)) as pilot:
        await pilot.press("left")
        assert "1 of 7" in screen_text(asking)
        assert "left" not in dict(footer(asking))
        await pilot.press("3", "enter", "right")
        assert "3 of 7" in screen_text(asking)
        assert "left" in dict(footer(asking))
        await pilot.press("left", "backspace")
        assert "1 of 7" in screen_text(asking)
        assert "3 [x] Whoever feels like it" in screen_text(asking)


async def test_undo_takes_back_the_last_change_where_it_was_made(tmp_path: Path) -> None:
    """``u`` goes to the question whose answers it takes back, so that one sees it happen."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        assert "u" not in dict(footer(asking))
        await pilot.press("1", "enter", "2", "u")
        assert only_sheet(tmp_path).answer("daily") is None
        assert notice_text(asking) == "Answer taken back."
        await pilot.press("u")
        assert only_sheet(tmp_path).answers == {"team.dedicated": "yes"}
        assert "1 of 7" in screen_text(asking)
        await pilot.press("u", "u")
        assert only_sheet(tmp_path).answers == {}
        assert "u" not in dict(footer(asking))


async def test_a_note_is_kept_changed_and_removed(tmp_path: Path) -> None:
    """A note of several lines is stored with Escape, shown from then on, and removed when emptied."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("n")
        assert "Note How is social media organised in your company?" in " ".join(
            screen_text(asking).replace("│", " ").split()
        )
        await pilot.press("a", "enter", "b", "escape")
        assert only_sheet(tmp_path).notes == {"team": "a\nb"}
        await pilot.press("right", "left")
        assert notice_text(asking) == "Note: a b"
        await pilot.press("n", "c", "escape")
        assert only_sheet(tmp_path).notes == {"team": "a\nbc"}
        await pilot.press("n", *["backspace"] * 4, "escape")
        assert only_sheet(tmp_path).notes == {}


async def test_review_and_home_by_key(tmp_path: Path) -> None:
    """``r`` shows all answers; ``q`` and Escape leave to the list of sheets."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("1", "r")
        assert page(asking) == "Review"
        await pilot.press("q")
        assert page(asking) == "Home"
        await pilot.press("enter")
        assert page(asking) == "Review"
        await pilot.press("enter")
        assert page(asking) == "Ask"
        await pilot.press("escape")
        assert page(asking) == "Home"


async def test_conditional_questions_come_and_go(tmp_path: Path) -> None:
    """Without a goal or a challenge nobody is asked about targets or owners; with one they are."""
    store_sheet(store_in(tmp_path), {}, position="goals")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "0", "enter")
        assert "Which challenges does your company face" in screen_text(asking)
        assert "5 of 6" in screen_text(asking)
        await pilot.press("left", "1", "enter")
        assert "How many of these goals" in screen_text(asking)
        await pilot.press("1", "2", "enter")
        assert "Which of these challenges have an owner" in screen_text(asking)
        assert "1 [ ] Data protection" in screen_text(asking)
        await pilot.press("0", "enter")
        assert page(asking) == "Review"
        assert only_sheet(tmp_path).answer("in_hand.privacy") == "no"


async def test_what_a_key_cannot_do_here_is_not_offered_and_does_nothing(tmp_path: Path) -> None:
    """Where nothing can be missing ``-`` is not there; ``?`` on “none of these” is for all of them."""
    store_sheet(store_in(tmp_path), {}, position="goals")
    asking = app(tmp_path)
    async with asking.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        assert {"question_mark"} == {"question_mark", "minus"} & dict(footer(asking)).keys()
        await pilot.press("end")
        assert {"question_mark"} == {"question_mark", "minus"} & dict(footer(asking)).keys()
        await pilot.press("-")
        assert notice_text(asking) == ""
        assert only_sheet(tmp_path).answers == {}
        await pilot.press("?")
        assert {*only_sheet(tmp_path).answers.values()} == {"unknown"}
        await pilot.press("?")
        assert only_sheet(tmp_path).answers == {}


async def test_a_digit_chooses_one_and_goes_on(tmp_path: Path) -> None:
    """Digits, then ``a`` and ``b``, 0 for nobody; the key of what is chosen already goes on, too."""
    chosen = {"1": "marketing", "9": "legal", "a": "team", "b": "agency", "0": "nobody"}
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right")
        for key, option in chosen.items():
            await pilot.press(key)
            assert "3 of 7" in screen_text(asking)
            assert only_sheet(tmp_path).answers == {"daily": option}
            await pilot.press("left")
        await pilot.press("0")
        assert "3 of 7" in screen_text(asking)
        assert only_sheet(tmp_path).answers == {"daily": "nobody"}


async def test_one_answer_looks_like_one(tmp_path: Path) -> None:
    """Circles where one is chosen, boxes where several are; the hint says which, and nothing else moves."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        assert "Several may apply." in screen_text(asking)
        assert "6 [ ] An agency" in screen_text(asking)
        await pilot.press("right")
        before = screen_text(asking)
        assert "One only. A digit or a click chooses and goes on." in before
        assert "b ( ) An agency" in before
        assert "0 ( ) Nobody in particular" in before
        await pilot.press("space")
        after = screen_text(asking).split("\n")
        changed = [new for old, new in zip(before.split("\n"), after, strict=True) if old != new]
        assert [line[18:].strip()[:16] for line in changed] == [
            "Who answers comm",  # its section's dot
            "▌ 1 (•) Marketin",
            "saved 14:02",
        ]


async def test_minus_on_none_of_these_is_for_all_that_is_unmarked(tmp_path: Path) -> None:
    """What is not marked does not exist here then, said beside the row; once more takes it back."""
    store_sheet(
        store_in(tmp_path), {"departments": {"marketing": "yes", "pr": "unknown"}}, position="departments"
    )
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        assert "– on this row: all that is unmarked does not exist here" in beside(asking)
        await pilot.press("end", "-")
        answers = dict(only_sheet(tmp_path).answers)
        assert (answers.pop("departments.marketing"), answers.pop("departments.pr")) == ("yes", "unknown")
        assert (set(answers.values()), len(answers)) == ({"na"}, 7)
        assert screen_text(asking).count("[–]") == 7
        await pilot.press("-")
        assert "[–]" not in screen_text(asking)


async def test_what_a_row_means_stands_beside_it(tmp_path: Path) -> None:
    """The note is level with the row under the cursor, whole, and nothing but it moves with the cursor."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right", "right")
        texts = PACK.texts("en").items["departments"]
        for name in PACK.departments:
            assert beside(asking).startswith(texts[name].help), name
            rows = [line for line in screen_text(asking).split("\n") if "▌" in line or "┃" in line]
            assert "▌" in rows[0], name
            await pilot.press("down")


async def test_what_a_row_means_stands_below_where_it_is_narrow(tmp_path: Path) -> None:
    """Without room beside the list the note has rows of its own below it, as many for each row."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(44, 24)) as pilot:
        await pilot.press("right", "right")
        top = asking.screen.query_one("#below").region
        for name in PACK.departments:
            help_ = PACK.texts("en").items["departments"][name].help
            assert help_ in " ".join(screen_text(asking).replace("┃", " ").split())
            assert asking.screen.query_one("#below").region == top
            await pilot.press("down")


async def test_why_it_is_asked_stands_below(tmp_path: Path) -> None:
    """In one paragraph from 20 rows on; from 30 on with what is meant, under a line."""
    asking = app(tmp_path, "new")
    texts = PACK.texts("en").questions["team"]
    async with asking.run_test() as pilot:
        assert f"Why we ask: {texts.why}" in screen_words(asking)
        await resize(pilot, 120, 40)
        assert "─" * 40 in screen_text(asking)
        assert screen_words(asking).count(texts.why) == 1
        assert f"What is meant {texts.help.split(',')[0]}" in screen_words(asking)
        await resize(pilot, 80, 15)
        assert "Why we ask" not in screen_text(asking)


async def test_the_result_from_a_question(tmp_path: Path) -> None:
    """F2 shows the result at any question; from then on changes are marked as such."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "f2")
        assert page(asking) == "ResultPage"
        await pilot.press("q", "a", "1", "enter", "1", "2", "enter")
        assert page(asking) == "Review"
        shown = screen_words(asking).replace("▌ ", "")
        assert "changed after the result: a dedicated team" in shown
        assert "answered after the result: a team across departments, whoever" in shown
        sheet = only_sheet(tmp_path)
        assert (sheet.changed_after_result, len(sheet.answered_after_result)) == (("team.dedicated",), 5)


async def test_when_it_was_saved_stays(tmp_path: Path) -> None:
    """The time stands at the right end of the last row above the keys, at the next question too."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        assert screen_text(asking).split("\n")[-2] == ""
        await pilot.press("1", "enter")
        assert screen_text(asking).split("\n")[-2] == "saved 14:02".rjust(77)


async def test_a_note_leaves_a_trace_on_its_question(tmp_path: Path) -> None:
    """How it begins stands at the bottom whenever one is there, also beside that an answer was stored."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("1")
        asking.screen.session.journal.note("team", "Ask Kim about the " + "very " * 20 + "new agency")  # type: ignore[attr-defined]
        await pilot.press("2")
        assert notice_text(asking).startswith("Note: Ask Kim about the very")
        assert notice_text(asking).endswith("… · saved 14:02")
        assert len(notice_text(asking)) <= 74
        await pilot.press("right", "left")
        assert notice_text(asking).startswith("Note: Ask Kim about the very")
