"""Passports: what is known of a survey, what is not, and how exact its figures are."""

from datetime import date

import pytest

from smcheck.pack import Source
from smcheck.report.interval import interval_words
from smcheck.report.passport import (
    age_words,
    base_words,
    fieldwork_words,
    n_words,
    passport,
    several_words,
    short_passport,
)
from smcheck.words.language import use
from support.builders import FIGURES, PACK

ON = date(2026, 11, 22)
FIELDS = (
    "Publisher", "Conducted by", "Commissioned by", "Title", "Year", "Age", "Asked when", "Population",
    "Country", "Sector", "Employees", "Sample", "Mode", "Number asked", "Base", "Question", "Answers",
    "Weighting", "Limitations", "Read in", "Link", "Last compared",
)  # fmt: skip
"""Every element that a source is described by."""


def source(**more: object) -> Source:
    """A survey of which only what is given matters."""
    needed = {"id": "x", "publisher": "X", "year": 2020, "links": ["https://example.org/"]}
    return Source.model_validate({**needed, **more})


def test_passport_of_a_survey() -> None:
    """Everything that is documented of the 2015 survey; what is not is called not published."""
    shown = dict(passport(PACK, FIGURES, "bitkom-itk-2015", ON))
    assert shown["Title"] == "Marketing in IT and telecoms companies, yearly survey"
    assert (shown["Year"], shown["Age"]) == ("2015 (inferred)", "11 years old: historical")
    assert (shown["Country"], shown["Sector"]) == ("Germany", "IT and telecoms")
    assert (shown["Answers"], shown["Read in"]) == ("several answers allowed", "1 outlet")
    assert shown["Last compared"] == "26 Nov 2026"
    unknown = [head for head, text in shown.items() if text == "not published"]
    assert unknown == [
        "Conducted by",
        "Commissioned by",
        "Asked when",
        "Employees",
        "Sample",
        "Mode",
        "Number asked",
        "Base",
        "Weighting",
        "Limitations",
    ]


@pytest.mark.parametrize("name", PACK.figure_sets)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_passport_has_every_field(name: str, language: str) -> None:
    """All elements in their order, each with something said."""
    use(language)
    figures = PACK.figures(name)
    for id_ in figures.by_source:
        pairs = passport(PACK, figures, id_, ON)
        assert all(text.strip() for _head, text in pairs)
        if language == "en":
            heads = dict.fromkeys(head for head, _text in pairs if head != "Note")
            sized = bool(figures.by_source[id_].size)
            assert tuple(heads) == tuple(field for field in FIELDS if not (sized and field == "Employees"))


def test_every_link_has_its_own_line() -> None:
    """A survey read at two places shows both."""
    links = [text for head, text in passport(PACK, FIGURES, "pivot-2010", ON) if head == "Link"]
    assert tuple(links) == FIGURES.by_source["pivot-2010"].links


def test_passport_of_a_survey_that_is_not_in_the_set() -> None:
    """A source of another figure set is not made up."""
    with pytest.raises(KeyError):
        passport(PACK, FIGURES, "ragan-2012", ON)


def test_what_one_has_to_know_beside_a_number() -> None:
    """Who, whom, how many, what was asked, how old, where."""
    shown = dict(short_passport(PACK, FIGURES, "pivot-2010", ON))
    assert list(shown) == ["Source", "Population", "Question", "Age", "Link"]
    assert shown["Population"].endswith(
        "number asked: 700 (not confirmed: one report only, or reports differ)"
    )
    assert shown["Question"] == (
        "Which departments are currently involved in social media · several answers allowed"
    )


@pytest.mark.parametrize(
    ("made", "n", "base"),
    [
        (source(), "", ""),
        (source(n=700), "700", "all that were asked"),
        (source(n=700, n_confirmed=False), "700 (not confirmed: one report only, or reports differ)", ""),
        (source(n=700, n_is_base=False), "700", "a smaller group among those asked"),
        (source(n=700, users_only=True), "700", "the companies that use social media"),
    ],
)
def test_number_asked_and_base(made: Source, n: str, base: str) -> None:
    """Population, and whose percentages these are, is said with no more certainty than there is."""
    assert (n_words(made), base_words(made)) == (n, base)


@pytest.mark.parametrize("name", ["bitkom-2017", "bitkom-2025"])
def test_a_size_that_the_population_says_better(name: str) -> None:
    """20 or more employees are not 10 or more: the profile's class is no row below it."""
    shown = dict(passport(PACK, PACK.figures(name), name, ON))
    assert shown["Population"] == "Companies in Germany with 20 or more employees"
    assert "Employees" not in shown


@pytest.mark.parametrize(
    ("name", "base"),
    [("berufsziel-2020", "Companies that have a social media manager"), ("ipr-2020", "not published")],
)
def test_base_of_the_surveys_of_managers(name: str, base: str) -> None:
    """What is documented, and nothing where nothing is."""
    assert dict(passport(PACK, PACK.figures(name), name, ON))["Base"] == base


def test_several_answers() -> None:
    """Whether several answers were allowed may itself not be known."""
    words = [several_words(source(several=several)) for several in (True, False, None)]
    assert words == ["several answers allowed", "one answer only", ""]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (None, None, ""),
        ("2010-10", "2010-10", "Oct 2010"),
        ("2019-12-01", "2020-11-30", "1 Dec 2019 – 30 Nov 2020"),
        ("2012", None, "2012"),
    ],
)
def test_when_it_was_asked(begin: str | None, end: str | None, expected: str) -> None:
    """As exactly as it is known."""
    assert fieldwork_words(source(fieldwork_from=begin, fieldwork_to=end)) == expected


@pytest.mark.parametrize(
    ("year", "english", "german"),
    [
        (2023, "3 years old", "3 Jahre alt"),
        (2017, "9 years old: historical", "9 Jahre alt: historisch"),
        (2025, "1 year old", "1 Jahr alt"),
        (2026, "0 years old", "0 Jahre alt"),
        (2027, "0 years old", "0 Jahre alt"),
    ],
)
def test_age(year: int, english: str, german: str) -> None:
    """Age counts to a day; a survey made after it is not of negative age."""
    assert age_words(source(year=year), ON) == english
    use("de")
    assert age_words(source(year=year), ON) == german


@pytest.mark.parametrize(
    ("figures", "item", "expected"),
    [
        ("ragan-2012", "team.dedicated", "margin of error: 25 to 29 of 100 (at 95 %)"),
        ("bitkom-itk-2014", "team.dedicated", "margin of error: 27 to 44 of 100 (at 95 %)"),
        ("documented", "team.dedicated", "no margin of error: the number asked is not published"),
        ("documented", "departments.pr", "no margin of error: the number asked is not confirmed"),
        ("bitkom-2012", "departments.pr", "no margin of error: the number asked is not confirmed"),
        (
            "bitkom-2017",
            "goals.customers",
            "no margin of error: the percentages are of a smaller group than that asked",
        ),
        ("documented", "departments.it", "no figure is documented"),
    ],
)
def test_interval(figures: str, item: str, expected: str) -> None:
    """An interval is given for a known base only, and its absence is explained."""
    assert interval_words(PACK.figures(figures), item) == expected
