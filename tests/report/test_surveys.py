"""The surveys: sets to choose from, every percentage of a set, an item over the years."""

from fractions import Fraction

from smcheck.report.surveys import compared_sections, figure_rows, over_the_years, survey_sets
from smcheck.words.language import use
from support.builders import FIGURES, PACK


def test_the_default_stands_first_the_others_by_year() -> None:
    """Every figure set is there once."""
    sets = survey_sets(PACK)
    assert sets[0].id == "documented"
    assert {entry.id for entry in sets} == set(PACK.figure_sets)
    assert [entry.years for entry in sets[1:]] == sorted(entry.years for entry in sets[1:])


def test_a_set_says_what_it_is_good_for() -> None:
    """Name, note, sections with figures, surveys and years."""
    sets = {entry.id: entry for entry in survey_sets(PACK)}
    assert sets["documented"] == (
        "documented",
        "Bitkom 2015 and Pivot 2010",
        "Two surveys of two different populations, not to be read as one sample.",
        "figures for set-up, departments, goals and challenges",
        ("bitkom-itk-2015", "pivot-2010"),
        (2010, 2015),
    )
    assert sets["tcs-2013"].compares == "no figure to compare with"
    use("de")
    assert compared_sections(PACK, FIGURES) == "Zahlen zu Aufbau, Abteilungen, Zielen und Herausforderungen"


def test_every_percentage_of_a_set() -> None:
    """Those of items first, those compared with nothing without a path."""
    rows = figure_rows(PACK, FIGURES)
    assert len(rows) == 17  # 3 + 4 + 6 + 3, and investor relations
    assert (rows[0].path, rows[0].percent) == ("team.dedicated", Fraction(51))
    assert rows[0].interval == "no margin of error: the number asked is not published"
    assert (rows[-1].path, rows[-1].label) == ("", "Investor relations involved")
    assert rows[-1].percent == 8


def test_the_same_question_over_the_years() -> None:
    """Editions with a set of their own, each once."""
    values = over_the_years(PACK, "team.dedicated")
    assert [(value.year, int(value.percent), value.label) for value in values] == [
        (2013, 24, "Bitkom 2013, IT and telecoms"),
        (2014, 35, "Bitkom 2014, IT and telecoms"),
        (2015, 51, "Bitkom 2015"),
        (2016, 49, "Bitkom 2016, IT and telecoms"),
    ]


def test_other_populations_of_the_same_publisher_say_so() -> None:
    """The label tells whose value it is."""
    values = over_the_years(PACK, "goals.awareness")
    assert [(value.year, int(value.percent)) for value in values] == [(2012, 82), (2014, 85), (2015, 77)]
    assert values[0].label == "Bitkom 2012, all sectors"


def test_one_value_is_no_line() -> None:
    """Nothing for an item with one value, and for one that the documented surveys did not ask."""
    assert over_the_years(PACK, "departments.pr") == ()
    assert over_the_years(PACK, "departments.hr") == ()
    assert over_the_years(PACK, "challenges.big_data") == ()


def test_every_value_is_in_some_file() -> None:
    """No percentage is made up: each is a figure of its set, or one that it names of an earlier edition."""
    for path in PACK.items:
        for value in over_the_years(PACK, path):
            figure = PACK.figures(value.set_id).by_item[path]
            known = {100 * figure.share, *(Fraction(earlier.percent) for earlier in figure.earlier)}
            assert value.percent in known
