"""What to bear in mind: age, population, size and wording of the surveys."""

from typing import Any

import pytest

from smcheck.advice import Caution, age_of, cautions
from smcheck.pack import FigureSet, Source
from smcheck.sheet import Sheet, parse_sheet
from support.builders import EXAMPLE, FIGURES, PACK, sheet_of

WORDING = ("challenges.resources", "challenges.privacy", "challenges.big_data")


def survey(**more: Any) -> dict[str, Any]:
    """A survey of 2015, with n known and nothing said of whom it asked."""
    return {
        "id": "s",
        "publisher": "Verband",
        "year": 2015,
        "n": 100,
        "links": ["https://example.org/"],
        **more,
    }


def figure_set(*sources: dict[str, Any], figures: list[dict[str, Any]] | None = None) -> FigureSet:
    """A figure set in which every source has one figure, unless told otherwise."""
    if figures is None:
        figures = [
            {"item": f"goals.{item.id}", "percent": 50, "source": source["id"]}
            for source, item in zip(sources, PACK.question_by_id["goals"].items, strict=False)
        ]
    return FigureSet.model_validate(
        {"format": 1, "id": "x", "dated": PACK.file.dated, "sources": sources, "figures": figures}
    )


def sheet_in(year: int, **profile: str) -> Sheet:
    """An empty sheet, last changed in a year."""
    return sheet_of({}, modified=f"{year}-06-30T12:00:00+00:00", profile=profile)


def kinds(figures: FigureSet, sheet: Sheet) -> list[str]:
    """The kinds of the cautions, in order."""
    return [caution.kind for caution in cautions(PACK, figures, sheet)]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2015, []),
        (2018, []),  # 3 years are not more than 3
        (2019, ["old"]),
        (2023, ["old"]),  # 8 years are not more than 8
        (2024, ["historical"]),
        (2040, ["historical"]),
        (2010, []),  # filled in before the survey
    ],
)
def test_age(year: int, expected: list[str]) -> None:
    """A survey is old after more than 3 years and historical after more than 8."""
    assert expected == kinds(figure_set(survey()), sheet_in(year))


def test_age_counts_from_the_sheet() -> None:
    """Age is counted to the sheet's last change, else its making, else the pack's date; never to today."""
    source = Source.model_validate(survey(year=PACK.file.dated.year))
    assert age_of(source, PACK.file.dated) == 0
    figures = figure_set(survey(year=PACK.file.dated.year - 5))
    assert kinds(figures, sheet_of({})) == ["old"]
    created = f"{PACK.file.dated.year - 3}-01-01T00:00:00+00:00"
    changed = f"{PACK.file.dated.year + 9}-01-01T00:00:00+00:00"
    assert kinds(figures, sheet_of({}, created=created)) == []
    assert kinds(figures, sheet_of({}, created=created, modified=changed)) == ["historical"]


@pytest.mark.parametrize("field", ["sector", "country"])
@pytest.mark.parametrize(
    ("surveyed", "given", "differs"),
    [(0, 0, False), (0, 1, True), (0, None, False), (None, 0, False), (None, None, False)],
)
def test_population(field: str, surveyed: int | None, given: int | None, differs: bool) -> None:
    """A caution where survey and respondent both name a sector or country, and not the same."""
    choices = getattr(PACK.file.profile, field)
    source = survey() if surveyed is None else survey(**{field: choices[surveyed]})
    profile = {} if given is None else {field: choices[given]}
    assert ([field] if differs else []) == kinds(figure_set(source), sheet_in(2016, **profile))


def test_size_of_the_survey() -> None:
    """No n is “unknown”; an n that one report gives, or reports differ on, is “unconfirmed”."""
    unknown = survey()
    del unknown["n"]
    assert kinds(figure_set(unknown), sheet_in(2016)) == ["n_unknown"]
    assert kinds(figure_set(survey(n_confirmed=False)), sheet_in(2016)) == ["n_unconfirmed"]
    assert kinds(figure_set(survey()), sheet_in(2016)) == []


def test_source_without_figure_is_silent() -> None:
    """A survey that no figure of the set comes from needs no caution."""
    assert kinds(figure_set(survey(), figures=[]), sheet_in(2040)) == []


def test_own_caution_names_the_items_of_its_source() -> None:
    """A caution of the pack is given once for each source, with that source's items."""
    figures = figure_set(
        survey(id="a"),
        survey(id="b"),
        figures=[
            {"item": "goals.service", "percent": 1, "source": "a", "caution": "wording"},
            {"item": "goals.expert", "percent": 2, "source": "b", "caution": "wording"},
            {"item": "goals.awareness", "percent": 3, "source": "a", "caution": "wording"},
        ],
    )
    assert (
        Caution("wording", "a", 2015, ("goals.service", "goals.awareness")),
        Caution("wording", "b", 2015, ("goals.expert",)),
    ) == cautions(PACK, figures, sheet_in(2016))


def test_documented_set() -> None:
    """The example (itk, Germany) has no date: both surveys historical, n unknown and unconfirmed, wording."""
    sheet = parse_sheet(EXAMPLE, PACK)
    assert (
        Caution("historical", "bitkom-itk-2015", 2015),
        Caution("n_unknown", "bitkom-itk-2015", 2015),
        Caution("challenges_wording", "bitkom-itk-2015", 2015, WORDING),
        Caution("historical", "pivot-2010", 2010),
        Caution("n_unconfirmed", "pivot-2010", 2010),
    ) == cautions(PACK, FIGURES, sheet)


def test_other_population_than_documented() -> None:
    """A Swiss bank differs from the survey of German ITK companies in both; the other survey says neither."""
    found = cautions(PACK, FIGURES, sheet_in(2016, sector="finance", country="ch"))
    assert [(caution.kind, caution.source) for caution in found if caution.kind in {"sector", "country"}] == [
        ("sector", "bitkom-itk-2015"),
        ("country", "bitkom-itk-2015"),
    ]
