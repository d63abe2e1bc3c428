"""A whole sitting by keyboard, from the empty list to the result and on."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from smcheck.report.case import open_case
from smcheck.report.overview import overview
from smcheck.sheet.sheet import paths_of
from smcheck.tui.app import SmcheckApp
from smcheck.words.language import _
from support.app import app, only_sheet, page, screen_text, screen_words, store_in
from support.builders import PACK

ANSWERS = {
    "team": ["1", "2", "enter"],
    "daily": ["4"],
    "departments": ["1", "4", "down", "?", "enter"],
    "goals": ["1", "6", "enter"],
    "targets": ["2"],
    "challenges": ["2", "enter"],
    "in_hand": ["0", "enter"],
}


async def _answer_all(sitting: SmcheckApp, pilot: Pilot[None], lang: str) -> None:
    for number, (question, keys) in enumerate(ANSWERS.items(), 1):
        text = PACK.texts(lang).questions[question].text
        assert text.split()[0] in screen_text(sitting)
        assert _("{n} of {of}").format(n=number, of=7) in screen_text(sitting)
        await pilot.press(*keys)


@pytest.mark.parametrize("lang", ["en", "de"])
async def test_from_home_to_the_result_and_back(tmp_path: Path, lang: str) -> None:
    """A new sheet, its profile, every question, the review, the result; it is stored as it was given."""
    sitting = app(tmp_path, lang=lang)
    async with sitting.run_test() as pilot:
        assert page(sitting) == "Home"
        await pilot.press("n", "B", "G", "tab", "A", "f2")
        await _answer_all(sitting, pilot, lang)
        assert page(sitting) == "Review"
        assert _("Everything is answered.") in screen_text(sitting)
        await pilot.press("enter")
        assert page(sitting) == "ResultPage"
        sentence = overview(open_case(PACK, only_sheet(tmp_path))).headline.sentence
        assert sentence in screen_words(sitting)
        assert " BG " in screen_text(sitting).split("\n")[0]
        await pilot.press("q")
        assert page(sitting) == "Home"
        assert "BG" in screen_text(sitting)
        assert _("mixed") in screen_text(sitting)
        await pilot.press("enter")
        assert page(sitting) == "ResultPage"
    sheet = only_sheet(tmp_path)
    assert (sheet.organisation, sheet.respondent) == ("BG", "A")
    paths = [path for question in PACK.questions for path in paths_of(PACK, sheet, question)]
    assert sheet.answers.keys() == set(paths)
    assert {path for path, answer in sheet.answers.items() if answer == "yes"} == {
        *("team.dedicated", "team.cross_departmental", "departments.marketing", "departments.support"),
        *("goals.awareness", "goals.service", "challenges.privacy"),
    }
    assert sheet.answer("departments.product_development") == "unknown"
    assert (sheet.answer("daily"), sheet.answer("targets")) == ("support", "some")
    assert sheet.answer("in_hand.privacy") == "no"


async def test_from_the_review_to_any_question(tmp_path: Path) -> None:
    """The review's cursor is on the first open question; Enter opens the one under it, ← leads back."""
    sitting = app(tmp_path, "new")
    async with sitting.run_test() as pilot:
        await pilot.press("1", "enter", "r")
        assert "Questions 2, 3, 4 and 6 are open." in screen_text(sitting)
        await pilot.press("enter")
        assert "Who answers comments" in screen_text(sitting)
        await pilot.press("r", "home", "enter")
        assert "How is social media organised" in screen_text(sitting)
        await pilot.press("r", "down", "left")
        assert "How is social media organised" in screen_text(sitting)
        await pilot.press("r", "p")
        assert page(sitting) == "ProfilePage"
        await pilot.press("f2")
        assert page(sitting) == "Review"


async def test_an_answer_changed_after_the_result_is_marked_so(tmp_path: Path) -> None:
    """What is changed once the result was seen is said among the answers and in the comparison."""
    sitting = app(tmp_path, "new")
    async with sitting.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "enter", "f2", "q", "a", "home", "enter", "2", "enter")
        text = screen_words(sitting).replace("▌ ", "")
        assert "A dedicated team and a team across departments · changed after the result: a team" in text
        assert only_sheet(tmp_path).changed_after_result == ("team.cross_departmental",)
        await pilot.press("f2", "2")
        assert "changed after the result" in screen_words(sitting)


async def test_a_new_sheet_is_stored_with_its_first_answer_only(tmp_path: Path) -> None:
    """Looking through all questions and at the result keeps nothing."""
    sitting = app(tmp_path, "new", organisation="Beispiel GmbH")
    async with sitting.run_test() as pilot:
        await pilot.press("right", "right", "right", "right", "right", "f2")
        assert page(sitting) == "ResultPage"
        await pilot.press("q")
        assert page(sitting) == "Home"
    assert not store_in(tmp_path).exists()
