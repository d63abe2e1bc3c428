"""Answering by keyboard: what each key stores, and what is said about it."""

from pathlib import Path

from smcheck.tui.widgets.answer_list import AnswerList
from support.app import app, footer, kept, only_sheet, page, said, seen, store_in


async def test_a_digit_marks_its_row_and_again_takes_it_back(tmp_path: Path) -> None:
    """A digit marks, the cursor follows; nothing is stored before the first answer."""
    asking = app(tmp_path, "new", organisation="Beispiel GmbH")
    async with asking.run_test() as pilot:
        assert not (tmp_path / "sheets.db").exists()
        await pilot.press("2", "4")
        assert only_sheet(tmp_path).answers == {"team.cross_departmental": "yes", "team.one_person": "yes"}
        assert only_sheet(tmp_path).organisation == "Beispiel GmbH"
        assert asking.screen.query_one(AnswerList).highlighted == 3
        assert said(asking) == "stored 14:02"
        await pilot.press("2")
        assert only_sheet(tmp_path).answers == {"team.one_person": "yes"}


async def test_space_marks_the_row_under_the_cursor_and_the_list_keeps_its_place(tmp_path: Path) -> None:
    """Space marks where the cursor is; neither cursor nor scroll position moves."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "down", "down", "down", "down", "down")
        rows = asking.screen.query_one(AnswerList)
        before = (rows.highlighted, rows.scroll_offset)
        await pilot.press("up", "space", "down")
        assert only_sheet(tmp_path).answers == {"team.agency": "yes"}
        assert (rows.highlighted, rows.scroll_offset) == before
        assert before[1].y > 0


async def test_enter_settles_what_is_unmarked_and_goes_on(tmp_path: Path) -> None:
    """Enter answers no beside a mark; where nothing is marked it says so and stays."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        assert said(asking) == "Nothing is marked. 0 says none of these, → skips."
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
        assert "Who answers comments" in seen(asking)
        await pilot.press("enter")
        assert said(asking) == "Nothing is chosen. Space or a digit chooses, ? is “don't know”, → skips."
        assert "2 of 7" in seen(asking)


async def test_unknown_and_none_here_are_answers_of_their_own(tmp_path: Path) -> None:
    """``?`` and ``-`` give, and again take back; ``-`` is not offered where nothing can be missing."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("?")
        assert "minus" not in dict(footer(asking))
        assert only_sheet(tmp_path).answers == {"team.dedicated": "unknown"}
        await pilot.press("?", "right", "right", "2", "-", "down", "?")
        assert only_sheet(tmp_path).answers == {"departments.pr": "na", "departments.sales": "unknown"}
        assert "2 [-] Public relations           we have none" in seen(asking)
        assert "3 [?] Sales                      don't know" in seen(asking)
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
        assert "0 [x] None of these" in seen(asking)
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
        assert said(asking) == "What is marked ? or - stays; the rest is a no."
        assert "0 [ ] None of these" in seen(asking)
        await pilot.press("u")
        assert only_sheet(tmp_path).answers == {
            "departments.marketing": "yes",
            "departments.pr": "unknown",
            "departments.sales": "na",
        }
        await pilot.press("down", "?", "0")
        assert "0 [x] None of these" in seen(asking)
        await pilot.press("0")
        assert only_sheet(tmp_path).answers == {"departments.sales": "na"}


async def test_a_question_with_one_answer_keeps_one(tmp_path: Path) -> None:
    """Another choice replaces the first; the same one again, and ``?`` again, take it back."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("right", "1", "4")
        assert only_sheet(tmp_path).answers == {"daily": "support"}
        await pilot.press("4")
        assert only_sheet(tmp_path).answers == {}
        await pilot.press("?")
        assert only_sheet(tmp_path).answers == {"daily": "unknown"}
        assert "? [x] Don't know" in seen(asking)
        await pilot.press("end", "space")
        assert only_sheet(tmp_path).answers == {}


async def test_back_by_arrow_and_backspace(tmp_path: Path) -> None:
    """← and Backspace go back, answers stay, and the first question has nothing before it."""
    asking = app(tmp_path, "new")
    async with asking.run_test(size=(120, 40)) as pilot:
        await pilot.press("left")
        assert "1 of 7" in seen(asking)
        assert "left" not in dict(footer(asking))
        await pilot.press("3", "enter", "right")
        assert "3 of 7" in seen(asking)
        assert "left" in dict(footer(asking))
        await pilot.press("left", "backspace")
        assert "1 of 7" in seen(asking)
        assert "3 [x] Whoever feels like it" in seen(asking)


async def test_undo_takes_back_the_last_change_where_it_was_made(tmp_path: Path) -> None:
    """``u`` goes to the question whose answers it takes back, so that one sees it happen."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        assert "u" not in dict(footer(asking))
        await pilot.press("1", "enter", "2", "u")
        assert only_sheet(tmp_path).answer("daily") is None
        assert said(asking) == "Taken back."
        await pilot.press("u")
        assert only_sheet(tmp_path).answers == {"team.dedicated": "yes"}
        assert "1 of 7" in seen(asking)
        await pilot.press("u", "u")
        assert only_sheet(tmp_path).answers == {}
        assert "u" not in dict(footer(asking))


async def test_a_note_is_kept_changed_and_removed(tmp_path: Path) -> None:
    """A note is stored with Enter, shown from then on, unchanged by Escape, removed when emptied."""
    asking = app(tmp_path, "new")
    async with asking.run_test() as pilot:
        await pilot.press("n")
        assert "Note How is social media organised in your company?" in " ".join(
            seen(asking).replace("│", " ").split()
        )
        await pilot.press("a", "space", "b", "enter")
        assert only_sheet(tmp_path).notes == {"team": "a b"}
        await pilot.press("right", "left")
        assert said(asking) == "Note: a b"
        await pilot.press("n", "c", "escape")
        assert only_sheet(tmp_path).notes == {"team": "a b"}
        await pilot.press("n", "backspace", "backspace", "backspace", "enter")
        assert only_sheet(tmp_path).notes == {}


async def test_review_and_home_by_key(tmp_path: Path) -> None:
    """``r`` shows all questions; ``q`` and Escape leave to the list of sheets."""
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
    kept(store_in(tmp_path), {}, position="goals")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter", "0", "enter")
        assert "Which challenges does your company face" in seen(asking)
        assert "5 of 6" in seen(asking)
        await pilot.press("left", "1", "enter")
        assert "How many of these goals" in seen(asking)
        await pilot.press("1", "enter", "2", "enter")
        assert "Which of these challenges have an owner" in seen(asking)
        assert "1 [ ] Data protection" in seen(asking)
        await pilot.press("0", "enter")
        assert page(asking) == "Review"
        assert only_sheet(tmp_path).answer("in_hand.privacy") == "no"


async def test_what_a_key_cannot_do_here_is_not_offered_and_does_nothing(tmp_path: Path) -> None:
    """On the row “none of these” neither ``?`` nor ``-`` is shown, and nothing is said to be stored."""
    kept(store_in(tmp_path), {}, position="departments")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("enter")
        assert {"question_mark", "minus"} <= dict(footer(asking)).keys()
        await pilot.press("end")
        assert not {"question_mark", "minus"} & dict(footer(asking)).keys()
        await pilot.press("?", "-")
        assert said(asking) == ""
        assert only_sheet(tmp_path).answers == {}
