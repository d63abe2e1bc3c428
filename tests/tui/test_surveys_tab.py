"""Surveys in the app: chosen by key and by mouse, said where one is, and without figures beforehand."""

from dataclasses import replace
from pathlib import Path

import pytest

from smcheck.report.content import Subject
from smcheck.report.surveys import survey_sets
from smcheck.sheet import Sheet
from smcheck.store import StoredJournal
from smcheck.tui.app import SmcheckApp
from smcheck.tui.screens.result import ResultPage
from smcheck.tui.tabs.surveys import SurveyList
from smcheck.tui.widgets.line_list import LineList
from smcheck.tui.widgets.why_column import WhyColumn
from smcheck.words.language import use
from support.app import (
    answering,
    app,
    click_text,
    footer,
    only_sheet,
    page,
    screen_text,
    screen_words,
    store_in,
    store_sheet,
)
from support.builders import PACK
from support.result import COMPANIES

SIZES = [(40, 12), (80, 24), (120, 40), (200, 50)]


def _figures(shown: SmcheckApp) -> set[str]:
    """The figure sets that the tabs show the result with."""
    assert isinstance(shown.screen, ResultPage), page(shown)
    return {tab.case.figures.id for tab in shown.screen.query("Tab").results()}  # type: ignore[attr-defined]


async def test_the_top_line_keeps_its_facts_beside_another_survey(tmp_path: Path) -> None:
    """Where the survey's name has no room there, it stands in the line above the keys."""
    shown = app(tmp_path, "example")
    shown.choose(figures="ragan-2012")
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        top, *_rows, said, _keys = screen_text(shown).split("\n")
        assert "Beispiel GmbH · example, not stored" in top
        assert "complete · 1 don't know" in top
        assert "measured against Ragan 2012" in said


async def test_the_cursor_begins_on_the_survey_that_is_measured_against(tmp_path: Path) -> None:
    """Not on the first one, which Enter would choose."""
    shown = app(tmp_path, "example")
    chosen = survey_sets(PACK)[2]
    shown.choose(figures=chosen.id)
    async with shown.run_test() as pilot:
        await pilot.press("6")
        line = shown.screen.query_one(SurveyList).line
        assert line is not None
        assert line.subject == Subject("survey", chosen.id)


def _focused(shown: SmcheckApp) -> type:
    return type(shown.focused)


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("size", SIZES)
async def test_enter_measures_against_the_survey_under_the_cursor(
    tmp_path: Path, size: tuple[int, int], lang: str
) -> None:
    """All tabs have its numbers, it is said while it holds, there is no verdict; and back."""
    shown = app(tmp_path, "example", lang)
    async with shown.run_test(size=size) as pilot:
        await pilot.press("6")
        entry = survey_sets(PACK)[1]
        for key in ("down", "enter"):
            await pilot.press(key)
        assert _figures(shown) == {"bitkom-2012"}
        for tab in "612345":
            await pilot.press(tab)
            said = {"en": f"measured against {entry.label}", "de": f"gemessen an {entry.label}"}[lang]
            assert said.replace(" ", "") in screen_text(shown).replace(" ", "").replace("\n", "")
        await pilot.press("1")
        assert {"en": "No verdict", "de": "Keine Einordnung"}[lang] in screen_words(shown)
        await pilot.press("6", "up", "enter")
        assert _figures(shown) == {"documented"}
        await pilot.press("1")
        assert entry.label not in screen_words(shown)


async def test_a_click_measures_against_a_survey(tmp_path: Path) -> None:
    """A click does what Enter does, and the box moves."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("6")
        await click_text(pilot, shown.screen.query_one(SurveyList), "Ragan 2012")
        assert _figures(shown) == {"ragan-2012"}
        assert "(•) Ragan 2012" in screen_words(shown)
        assert screen_words(shown).count("(•)") == 1


async def test_the_choice_is_kept_over_a_change_of_answers_and_is_not_stored(tmp_path: Path) -> None:
    """From the answers one comes back to the same survey; the stored sheet knows nothing of it."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, COMPANIES["above"], organisation="Muster AG", finished=True)
    shown = answering(tmp_path, StoredJournal(store, PACK, Sheet(PACK.id, id=id_)))
    async with shown.run_test(size=(120, 40)) as pilot:
        before = only_sheet(tmp_path)
        await pilot.press("6", "down", "enter", "a")
        assert page(shown) != "ResultPage"
        await pilot.press("f2")
        assert _figures(shown) == {"bitkom-2012"}
        after = only_sheet(tmp_path)
        assert replace(after, modified=before.modified) == before


async def test_what_is_known_stands_beside(tmp_path: Path) -> None:
    """It follows the cursor: passport and percentages of a survey, values by year of an item."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(200, 50)) as pilot:
        await pilot.press("6", "down")
        assert "Bitkom 2012, all sectors ─" in screen_words(shown)
        assert "Conducted by not published" in screen_words(shown)
        await pilot.press("i")
        assert _focused(shown) is WhyColumn
        await pilot.press("escape")
        assert _focused(shown) is SurveyList
        await pilot.press("end", *["up"] * 9)
        assert "A dedicated team that specialises in social media ─" in screen_words(shown)
        assert "2013 24 % Bitkom 2013, IT and telecoms" in screen_words(shown)
        await pilot.press("enter")
        assert _focused(shown) is WhyColumn


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_where_there_is_no_room_it_is_a_window(tmp_path: Path, size: tuple[int, int]) -> None:
    """“i” opens the passport of the survey under the cursor, Enter the why of an item."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=size) as pilot:
        await pilot.press("6", "down", "i")
        assert page(shown) == "TextWindow"
        assert "Bitkom 2012, all sectors" in screen_words(shown)
        await pilot.press("escape", "end", "enter")
        assert page(shown) == "WhyWindow"
        await pilot.press("escape")
        assert _figures(shown) == {"documented"}


async def test_the_line_at_the_bottom_says_what_enter_does(tmp_path: Path) -> None:
    """Measure and passport, both by click, too."""
    shown = app(tmp_path, "example")
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("6")
        assert footer(shown)[:2] == [("enter", "measure"), ("i", "passport")]


# ── before answering ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("size", SIZES)
async def test_before_answering_no_percentage_is_seen(
    tmp_path: Path, size: tuple[int, int], lang: str
) -> None:
    """From the list i leads to all surveys; none of them tells a figure of its own, and q leads back."""
    use(lang)
    shown = app(tmp_path, lang=lang)
    async with shown.run_test(size=size) as pilot:
        await pilot.press("i")
        assert page(shown) == "About"
        lines = shown.screen.query_one(LineList)
        sets = survey_sets(PACK)
        assert len([line for line in lines.lines if line.stop]) == len(sets)
        for entry in sets:
            assert entry.label.split(",")[0] in screen_words(shown)
            for figure in PACK.figures(entry.id).figures:
                assert f" {figure.percent} %" not in _without_notes(screen_words(shown), entry.id)
            await pilot.press("enter")
            assert page(shown) == ("About" if size[0] >= 120 else "TextWindow")
            await pilot.press("escape", "down")
        await pilot.press("q")
        assert page(shown) == "Home"


def _without_notes(text: str, figures: str) -> str:
    """What is seen but for the notes on how a survey was made, which name shares of those asked."""
    words_ = PACK.texts("en").figures[figures], PACK.texts("de").figures[figures]
    for found in words_:
        for source in found.sources.values():
            for note in (source.note, source.base, source.population, source.sampling):
                text = text.replace(note or "\0", "")
    return text
