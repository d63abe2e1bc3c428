"""The shipped pack against the documented record, written out here by hand."""

from decimal import Decimal
from typing import Any

import pytest

from smcheck.files.toml import parse_toml
from smcheck.pack.lint import lint
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
OTHER_SETS: list[tuple[str, int, int | None, dict[str, int], list[float]]] = [
    ("b2b-dach-2021", 2021, 683, {}, [48, 39, 15.5]),
    ("bernet-zhaw-2022", 2022, 254, {}, [74, 55, 52, 34, 68]),
    ("berufsziel-2020", 2020, 102, {"team.one_person": 42}, [50]),
    ("ipr-2020", 2020, None, {"team.one_person": 31}, []),
    ("tcs-2013", 2013, 655, {}, [26, 45, 30]),
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
        {"goals.customers": 85, "challenges.privacy": 60},
        [57, 37, 86, 94, 94, 88, 85, 75, 64, 56, 45],
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
        "bitkom-itk-2015": (2015, True, None, ("de",), ("itk",)),
        "pivot-2010": (2010, False, 700, (), ()),
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
    name: str, year: int, n: int | None, items: dict[str, int], others: list[float]
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


def test_what_else_is_known_of_the_other_surveys() -> None:
    """Populations, and which numbers are the base of their percentages, are what the record has."""
    employees = ("10-49", "50-249", "250-999", "1000+")
    (of_2017,), (of_2025,) = PACK.figures("bitkom-2017").sources, PACK.figures("bitkom-2025").sources
    countries = {name: PACK.figures(name).sources[0].country for name in PACK.figure_sets[1:]}

    assert (of_2017.size, of_2025.size) == (employees, employees)
    assert (of_2017.base, of_2025.base) == (None, None)
    german = ["2012", "2017", "2025", "itk-2013", "itk-2014", "itk-2016", "social-business-2013"]
    assert countries == {
        **{f"bitkom-{name}": ("de",) for name in german},
        "b2b-dach-2021": ("de", "at", "ch"),
        "bernet-zhaw-2022": ("ch",),
        "berufsziel-2020": ("de",),
        **dict.fromkeys(["ipr-2020", "ragan-2012", "tcs-2013"], ()),
    }


def test_the_cautions_on_wording() -> None:
    """Service may be a channel instead of a goal in 2015; the challenges may be those of all marketing."""
    cautions = {figure.item: figure.caution for figure in FIGURES.figures if figure.caution}

    assert cautions == {
        "goals.service": "service_wording",
        **{f"challenges.{item}": "challenges_wording" for item in ("resources", "privacy", "big_data")},
    }
    earlier = PACK.figures("bitkom-itk-2014").by_item
    assert {item for item, figure in earlier.items() if figure.caution} == {"challenges.resources"}
    assert [source.self_selected for source in FIGURES.sources] == [False, True]


# Need, lead, stand-in, support, evidence beside our judgement: the design's table.
NEEDS = [
    ("goals.awareness", "marketing pr", "management", "pr sales", {}),
    (
        "goals.expert",
        "pr marketing",
        "management",
        "product_development marketing",
        {"product_development": "B4"},
    ),
    ("goals.applicants", "hr", "management", "marketing pr", {"hr": "B4"}),
    ("goals.customers", "sales marketing", "management", "marketing support", {}),
    ("goals.stakeholders", "pr", "management", "management", {}),
    ("goals.service", "support", "sales", "marketing", {"support": "B3"}),
    ("challenges.resources", "management", "", "marketing", {}),
    ("challenges.privacy", "legal", "management", "it", {}),
    ("challenges.big_data", "it", "marketing", "marketing", {}),
]


def test_the_needs() -> None:
    """Who usually takes charge, stands in and helps, and the arguments for it; B4 is weak, so never alone."""
    shipped = [
        (
            need.item,
            " ".join(need.lead),
            " ".join(need.stand_in),
            " ".join(need.support),
            {
                id_: next(word for word in found if word != "judgement")
                for id_, found in need.evidence.items()
            },
        )
        for need in PACK.needs
    ]

    assert shipped == NEEDS
    weak = [found for need in PACK.needs for found in need.evidence.values() if "B4" in found]
    assert weak == [("B4", "judgement")] * 2


def test_the_urgency_and_evidence_of_the_rules() -> None:
    """What is first, second and third, and what each piece of advice rests on."""
    setup = {rule.id: (rule.urgency, rule.evidence) for rule in PACK.file.rules if rule.kind == "setup"}

    assert setup == {
        "nobody_answers": (1, ("judgement",)),
        "ad_hoc": (1, ("A1",)),
        "one_person": (1, ("A1",)),
        "marketing_alone": (1, ("B1", "B5")),
        "one_department": (1, ("B2",)),
        "no_goal": (1, ("A2",)),
        "agency": (2, ("judgement",)),
        "no_lead": (2, ("judgement",)),
        "owner": (2, ("judgement",)),
        "cross_departmental": (3, ("B2",)),
        "support_daily": (3, ("B3",)),
        "targets": (3, ("A2", "judgement")),
    }


def test_shares_are_exact() -> None:
    """A percentage becomes the exact fraction."""
    assert all(figure.share * 100 == Decimal(figure.percent) for figure in FIGURES.figures)


def test_the_favourable_answers() -> None:
    """“No” is favourable for the ad hoc set-up, “yes” for teams and departments; nothing else is judged."""
    expected = {
        **dict.fromkeys(["team.dedicated", "team.cross_departmental"], "yes"),
        **{f"departments.{department}": "yes" for department in PACK.departments},
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
