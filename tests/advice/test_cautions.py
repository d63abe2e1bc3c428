"""What to bear in mind: how old the figures are, whom they speak of, how they were worded."""

from typing import Any

import pytest

from smcheck.advice import Caution, cautions
from smcheck.pack import FigureSet, Pack
from smcheck.pack.models import PackFile
from smcheck.sheet import Sheet
from support.builders import PACK, sheet_of


def kinds(sheet: Sheet, figures: str = "documented", source: str = "") -> list[str]:
    """The kinds of cautions on a set, or on one of its sources."""
    found = cautions(PACK, PACK.figures(figures), sheet)
    return [caution.kind for caution in found if not source or caution.source == source]


def of(**profile: str) -> Sheet:
    """A sheet of a company that says this of itself, answered in 2026."""
    return sheet_of({}, profile=profile, modified="2026-11-22T09:00:00+00:00")


def test_the_documented_set() -> None:
    """Two old surveys, of one of which the number asked is not known and of the other not certain."""
    items = ("challenges.resources", "challenges.privacy", "challenges.big_data")
    assert list(cautions(PACK, PACK.figures(), of())) == [
        Caution("historical", "bitkom-itk-2015", 2015),
        Caution("n_unknown", "bitkom-itk-2015", 2015),
        Caution("service_wording", "bitkom-itk-2015", 2015, ("goals.service",)),
        Caution("challenges_wording", "bitkom-itk-2015", 2015, items),
        Caution("historical", "pivot-2010", 2010),
        Caution("n_unconfirmed", "pivot-2010", 2010),
        Caution("self_selected", "pivot-2010", 2010),
    ]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({"sector": "itk", "country": "de", "size": "50-249"}, []),
        ({"sector": "industry"}, [("sector", "industry", ("itk",))]),
        ({"country": "ch"}, [("country", "ch", ("de",))]),
        (
            {"sector": "other", "country": "other"},
            [("sector", "other", ("itk",)), ("country", "other", ("de",))],
        ),
    ],
)
def test_a_company_that_was_not_asked(profile: dict[str, str], expected: list[Any]) -> None:
    """Both are told: what the respondent is and what was asked; what was not said is no reason."""
    found = cautions(PACK, PACK.figures(), of(**profile))
    assert expected == [
        (caution.kind, caution.given, caution.surveyed)
        for caution in found
        if caution.source == "bitkom-itk-2015" and caution.given
    ]


def test_a_company_that_is_too_small() -> None:
    """A survey of companies with 20 employees and more did not ask one with up to nine."""
    employees = ("10-49", "50-249", "250-999", "1000+")
    small = [c for c in cautions(PACK, PACK.figures("bitkom-2017"), of(size="1-9")) if c.kind == "size"]
    assert [(caution.given, caution.surveyed) for caution in small] == [("1-9", employees)]
    assert "size" not in kinds(of(size="10-49"), "bitkom-2017")
    assert "size" not in kinds(of(), "bitkom-2017")


def test_a_survey_that_says_nothing_of_its_companies() -> None:
    """Where neither country nor sector is known there is nothing to differ from."""
    assert kinds(of(sector="media", country="ch", size="1-9"), source="pivot-2010") == [
        *("historical", "n_unconfirmed", "self_selected"),
    ]


def test_shares_of_users_only() -> None:
    """Percentages of those that use social media are told as such."""
    assert "users_only" in kinds(of(), "bitkom-2012")
    assert "users_only" not in kinds(of(), "ragan-2012")


@pytest.mark.parametrize("figures", ["berufsziel-2020", "ipr-2020"])
def test_shares_of_social_media_managers(figures: str) -> None:
    """Where people were asked whose job it is, nothing is said of companies that use social media."""
    assert "users_only" not in kinds(of(), figures)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2025, ""), (2028, ""), (2029, "old"), (2033, "old"), (2034, "historical")],
)
def test_the_age_counts_from_the_day_of_the_sheet(year: int, expected: str) -> None:
    """A survey of 2025 is old after three years and historical after eight, whenever the result is read."""
    sheet = sheet_of({}, modified=f"{year}-06-01T00:00:00+00:00")
    found = [kind for kind in kinds(sheet, "bitkom-2025") if kind in {"old", "historical"}]
    assert found == ([expected] if expected else [])


def test_a_sheet_without_a_day() -> None:
    """The pack's day counts then: the same answers give the same result on any day."""
    dated = PackFile.model_validate(
        {**PACK.file.model_dump(by_alias=True), "dated": PACK.file.dated.replace(year=2100)}
    )
    later = Pack(PACK.folder, dated, PACK.contents)
    figures: FigureSet = PACK.figures("bitkom-2025")
    assert "historical" not in [caution.kind for caution in cautions(PACK, figures, sheet_of({}))]
    assert "historical" in [caution.kind for caution in cautions(later, figures, sheet_of({}))]


def test_a_set_that_nothing_is_measured_against() -> None:
    """Figures under their own names are compared with nothing, so there is nothing to bear in mind."""
    assert kinds(of(country="us"), "b2b-dach-2021") == []
