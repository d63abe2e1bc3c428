"""The shipped pack against the documented record, written out here by hand."""

from decimal import Decimal
from typing import Any

import pytest

from smcheck.pack.lint import lint
from smcheck.pack.toml import parse_toml
from support.builders import FIGURES, PACK

# Item, percentage, survey, values of earlier years.
DOCUMENTED = [
    ("team.dedicated", 51, "bitkom-itk-2015", {2013: 24, 2014: 35}),
    ("team.cross_departmental", 36, "bitkom-itk-2015", {2014: 33}),
    ("team.ad_hoc", 18, "bitkom-itk-2015", {2014: 17}),
    ("departments.marketing", 90, "pivot-2010", {}),
    ("departments.pr", 64, "pivot-2010", {}),
    ("departments.sales", 46, "pivot-2010", {}),
    ("departments.support", 39, "pivot-2010", {}),
    ("goals.awareness", 77, "bitkom-itk-2015", {2014: 85}),
    ("goals.expert", 68, "bitkom-itk-2015", {2014: 75}),
    ("goals.applicants", 56, "bitkom-itk-2015", {2014: 48}),
    ("goals.customers", 55, "bitkom-itk-2015", {2014: 47}),
    ("goals.stakeholders", 31, "bitkom-itk-2015", {}),
    ("goals.service", 20, "bitkom-itk-2015", {2014: 22}),
    ("challenges.resources", 49, "bitkom-itk-2015", {2014: 54}),
    ("challenges.privacy", 38, "bitkom-itk-2015", {}),
    ("challenges.big_data", 32, "bitkom-itk-2015", {}),
]

# Set, publisher, year, number asked, percentages of items, other percentages.
OTHER_SETS: list[tuple[str, int, int | None, dict[str, int], list[int]]] = [
    ("bitkom-itk-2013", 2013, None, {"team.dedicated": 24}, [47]),
    (
        "bitkom-itk-2014",
        2014,
        106,
        {
            "team.dedicated": 35,
            "team.cross_departmental": 33,
            "team.ad_hoc": 17,
            "goals.awareness": 85,
            "goals.expert": 75,
            "goals.applicants": 48,
            "goals.customers": 47,
            "goals.service": 22,
            "challenges.resources": 54,
        },
        [32, 51, 4],
    ),
    (
        "bitkom-itk-2016",
        2016,
        None,
        {"team.dedicated": 49, "team.cross_departmental": 33, "team.ad_hoc": 17},
        [51, 47, 35, 27],
    ),
    (
        "bitkom-2012",
        2012,
        723,
        {
            "departments.marketing": 71,
            "departments.pr": 59,
            "departments.support": 36,
            "departments.sales": 31,
            "departments.hr": 8,
            "departments.product_development": 7,
            "goals.awareness": 82,
            "goals.customers": 72,
            "goals.applicants": 23,
        },
        [75, 17, 68, 42, 31, 15],
    ),
    ("bitkom-social-business-2013", 2013, 161, {}, [90, 85, 58, 36, 25, 17]),
    (
        "ragan-2012",
        2012,
        2714,
        {
            "team.dedicated": 27,
            "departments.marketing": 70,
            "departments.pr": 69,
            "departments.support": 19,
            "departments.it": 17,
            "departments.legal": 14,
        },
        [49, 26, 15],
    ),
    (
        "bitkom-2017",
        2017,
        639,
        {"goals.awareness": 86, "goals.customers": 85, "challenges.privacy": 60},
        [57, 37, 88, 85, 75, 64, 56, 45],
    ),
    ("bitkom-2025", 2025, 602, {"goals.service": 70, "goals.applicants": 62}, [85, 81, 72, 37, 34, 0]),
]


def test_the_documented_figures_are_the_record() -> None:
    """Every item, percentage, survey and earlier value of the default set is the record's."""
    shipped = [
        (figure.item, figure.percent, figure.source, {entry.year: entry.percent for entry in figure.earlier})
        for figure in FIGURES.figures
    ]

    assert shipped == DOCUMENTED


def test_the_only_other_documented_figure_is_investor_relations() -> None:
    """Investor relations are reported and compared with nothing."""
    others = [(other.id, other.percent, other.source) for other in FIGURES.others]

    assert others == [("investor_relations", 8, "pivot-2010")]


def test_what_is_known_of_the_documented_surveys() -> None:
    """Year, number asked, country and sector are what the record has; what it lacks is absent."""
    known = {
        source.id: (source.year, source.year_inferred, source.n, source.country, source.sector)
        for source in FIGURES.sources
    }

    assert known == {
        "bitkom-itk-2015": (2015, True, None, "de", "itk"),
        "pivot-2010": (2010, False, 700, None, None),
    }


def test_no_documented_survey_has_a_base_for_intervals() -> None:
    """One number asked is not published, the other is in one report only."""
    assert [source.base for source in FIGURES.sources] == [None, None]


@pytest.mark.parametrize(
    ("section", "total"), [("departments", 239), ("goals", 307), ("challenges", 119), ("team", 105)]
)
def test_the_sums_of_the_sections(section: str, total: int) -> None:
    """The percentages of each section add up to the record's sum."""
    of_section = [figure.percent for figure in FIGURES.figures if figure.item.startswith(f"{section}.")]

    assert total == sum(of_section)


@pytest.mark.parametrize(
    ("name", "year", "n", "items", "others"), OTHER_SETS, ids=[entry[0] for entry in OTHER_SETS]
)
def test_the_other_sets_are_the_record(
    name: str, year: int, n: int | None, items: dict[str, int], others: list[int]
) -> None:
    """Every percentage of every optional set, its year and its number asked are the record's."""
    figures = PACK.figures(name)
    (source,) = figures.sources

    assert (year, n) == (source.year, source.n)
    assert items == {figure.item: figure.percent for figure in figures.figures}
    assert others == [other.percent for other in figures.others]


def test_no_set_is_unrecorded() -> None:
    """There is no figure set beside those above, and the default comes first."""
    assert PACK.figure_sets == ("documented", *sorted(entry[0] for entry in OTHER_SETS))


def test_shares_are_exact() -> None:
    """A percentage becomes the exact fraction."""
    assert all(figure.share * 100 == Decimal(figure.percent) for figure in FIGURES.figures)


def test_the_favourable_answers() -> None:
    """“No” is favourable for challenges and the ad hoc set-up, “yes” for departments, goals and teams."""
    expected = {
        **dict.fromkeys(["team.dedicated", "team.cross_departmental"], "yes"),
        **{f"departments.{department}": "yes" for department in PACK.departments},
        **dict.fromkeys([path for path in PACK.items if path.startswith("goals.")], "yes"),
        **dict.fromkeys([path for path in PACK.items if path.startswith("challenges.")], "no"),
        "team.ad_hoc": "no",
    }

    assert expected == {path: item.favourable for path, item in PACK.items.items() if item.favourable}


def keys(table: dict[str, Any], outer: str = "") -> set[str]:
    """The places of all texts in a language's file."""
    found: set[str] = set()
    for key, value in table.items():
        place = f"{outer}.{key}"
        found |= keys(value, place) if isinstance(value, dict) else {place}
    return found


def test_both_languages_have_the_same_keys() -> None:
    """Nothing is said in one language only."""
    german, english = (parse_toml(PACK.contents[f"{code}.toml"], code) for code in ("de", "en"))

    assert keys(german) == keys(english)


def test_the_languages_are_german_and_english() -> None:
    """The pack has texts in exactly the interface's languages."""
    assert PACK.languages == ("de", "en")


def test_the_linter_finds_nothing() -> None:
    """The shipped pack is what it asks of other authors."""
    assert lint(PACK.folder) == []
