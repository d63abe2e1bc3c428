"""Passports: what is known of a survey, what is not, and what others say."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from smcheck.advice import wilson
from smcheck.pack import FigureSet, Source
from smcheck.report.case import open_case
from smcheck.report.passport import age_words, interval_text, n_words, passport, rivals, several_words
from support.builders import PACK, sheet_of


def source(**more: object) -> Source:
    """A survey of which only what is given matters."""
    needed = {"id": "x", "publisher": "X", "year": 2020, "links": ["https://example.org/"]}
    return Source.model_validate({**needed, **more})


def test_passport_of_a_survey() -> None:
    """Everything that is documented of the 2015 survey, and that its n is not."""
    case = open_case(PACK, sheet_of({}), language="en")
    link = PACK.figures().by_source["bitkom-itk-2015"].links[0]
    words = PACK.texts("en").figures["documented"].sources["bitkom-itk-2015"]
    assert passport(case, "bitkom-itk-2015") == [
        ("Publisher", "Bitkom"),
        ("Title", words.title),
        ("Year", "2015 (inferred)"),
        ("Age", "11 years: historical"),
        ("Population", words.population),
        ("Number asked", "n not published"),
        ("Question", words.asked),
        ("Answers", "several allowed"),
        ("Link", link),
        ("Last compared", "2026-11-22"),
        ("Note", words.note),
    ]


def test_every_link_has_its_own_line() -> None:
    """A survey read at two places shows both."""
    case = open_case(PACK, sheet_of({}), language="en")
    links = [value for label, value in passport(case, "pivot-2010") if label == "Link"]
    assert tuple(links) == PACK.figures().by_source["pivot-2010"].links


def test_passport_of_a_survey_that_is_not_in_the_set() -> None:
    """A source of another figure set is not made up."""
    with pytest.raises(KeyError):
        passport(open_case(PACK, sheet_of({})), "ragan-2012")


@pytest.mark.parametrize("name", PACK.figure_sets)
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_passport_has_a_gap(name: str, language: str) -> None:
    """Every value of every passport says something, be it that it is not known."""
    case = open_case(PACK, sheet_of({}), name, language)
    values = [value for id_ in case.figures.by_source for _label, value in passport(case, id_)]
    assert all(values)


def test_set_without_texts_still_has_passports() -> None:
    """Where the pack has no words on a set, the figures' file is shown and the rest is not known."""
    case = open_case(PACK, sheet_of({}), language="en")
    vars(case)["texts"] = case.texts.model_copy(update={"figures": {}})
    shown = dict(passport(case, "pivot-2010"))
    assert (shown["Publisher"], shown["Title"]) == ("Pivot Conference (Brian Solis)", "not known")
    assert "Note" not in shown


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (source(), "n not published"),
        (source(n=700), "700"),
        (source(n=700, n_confirmed=False), "700 (not confirmed: one report only, or reports differ)"),
        (source(n=700, n_is_base=False), "700; the percentages are of a smaller group among them"),
        (
            source(n=700, n_confirmed=False, n_is_base=False),
            (
                "700 (not confirmed: one report only, or reports differ); the percentages are of a smaller "
                "group among them"
            ),
        ),
    ],
)
def test_number_asked(made: Source, expected: str) -> None:
    """How many were asked is never said with more certainty than there is."""
    assert n_words(made) == expected


def test_several_answers() -> None:
    """Whether several answers were allowed may itself not be known."""
    words = [several_words(source(several=several)) for several in (True, False, None)]
    assert words == ["several allowed", "one only", "not known whether several were allowed"]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2020, "3 years"),
        (2019, "4 years: old"),
        (2014, "9 years: historical"),
        (2022, "1 year"),
        (2024, "0 years"),
    ],
)
def test_age(year: int, expected: str) -> None:
    """Age counts to the sheet's last change; a survey made after it is not of negative age."""
    case = open_case(PACK, replace(sheet_of({}), modified=datetime(2023, 1, 1, tzinfo=UTC)), language="en")
    assert age_words(case, source(year=year)) == expected


@pytest.mark.parametrize(
    ("figures", "item", "expected"),
    [
        ("ragan-2012", "team.dedicated", "95 %: 25–29 %"),
        ("bitkom-itk-2014", "team.dedicated", "95 %: 27–44 %"),
        ("documented", "team.dedicated", "no interval: n not published"),
        ("documented", "departments.pr", "no interval: n not confirmed"),
        ("bitkom-2012", "departments.pr", "no interval: n not confirmed"),
        ("documented", "departments.it", "no figure is documented"),
    ],
)
def test_interval(figures: str, item: str, expected: str) -> None:
    """An interval is given for a known base only, and its absence is explained."""
    assert interval_text(PACK.figures(figures), item) == expected


def test_interval_of_a_smaller_base() -> None:
    """A known n that is not the base of the percentages gives no interval."""
    figures = PACK.figures("ragan-2012")
    smaller = source(id="ragan-2012", n=2714, n_is_base=False)
    changed = FigureSet.model_validate({**figures.model_dump(), "sources": (smaller,)})
    expected = "no interval: the percentages are of a smaller group than n"
    assert interval_text(changed, "team.dedicated") == expected


def test_rivals_of_one_item() -> None:
    """A dedicated team in five sets: the documented one first, the others by year, and their spread."""
    rival = next(rival for rival in rivals(PACK, "en") if rival.item == "team.dedicated")
    assert [(row.set_id, row.year, int(row.percent)) for row in rival.figures] == [
        ("documented", 2015, 51),
        ("ragan-2012", 2012, 27),
        ("bitkom-itk-2013", 2013, 24),
        ("bitkom-itk-2014", 2014, 35),
        ("bitkom-itk-2016", 2016, 49),
    ]
    assert rival.spread == (Fraction(24), Fraction(51))


def test_rivals_carry_intervals_in_percent() -> None:
    """The interval stands in the same unit as the percentage, and only where the base is known."""
    rival = next(rival for rival in rivals(PACK, "en") if rival.item == "team.dedicated")
    low, high = wilson(Fraction(27, 100), 2714)
    assert [row.interval for row in rival.figures][:2] == [None, (100 * low, 100 * high)]


def test_rivals_are_items_with_two_figures() -> None:
    """Every item listed has at least two sets, in the pack's order, and none with two is missing."""
    found = {rival.item: len(rival.figures) for rival in rivals(PACK, "de")}
    counted = {
        path: sum(path in PACK.figures(name).by_item for name in PACK.figure_sets) for path in PACK.items
    }
    assert list(found.items()) == [(path, number) for path, number in counted.items() if number > 1]


def test_rivals_in_german() -> None:
    """The sets are called as the German texts call them."""
    first = rivals(PACK, "de")[0].figures[0]
    assert first.label == PACK.texts("de").figures["documented"].label
