"""Surveys: to choose from, with everything that is known of them, and over the years."""

from fractions import Fraction

import pytest

from smcheck.report.comparison import comparison
from smcheck.report.content import YearValue
from smcheck.report.passport import passport
from smcheck.report.surveys import figure_rows, over_the_years, survey_sets
from smcheck.report.what_if import what_if
from smcheck.tui.tabs.comparison import comparison_lines
from smcheck.tui.tabs.now_and_then import result_rows
from smcheck.tui.tabs.survey_lines import (
    figure_contents,
    set_contents,
    set_line,
    small_line,
    year_contents,
    year_line,
)
from smcheck.words.language import use
from smcheck.words.numbers import percent
from support.builders import PACK
from support.companies import example
from support.lines import missing, rows_of, shown_rows

ON = PACK.file.dated
SETS = PACK.figure_sets
WIDTHS = (17, 37, 39, 60, 70, 74, 90)


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_survey_can_be_chosen(lang: str, width: int) -> None:
    """Its name and what it has figures for; the one in use is marked by its box."""
    use(lang)
    for entry in survey_sets(PACK):
        shown = rows_of([set_line(entry, width, "bitkom-2025")], width)
        assert missing([entry.label, entry.compares], shown) == []
        assert shown[0].startswith("(•) " if entry.id == "bitkom-2025" else "( ) ")
        assert "( )" not in "".join(rows_of([set_line(entry, width)], width))


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("set_id", SETS)
@pytest.mark.parametrize("width", [17, 39, 60])
def test_a_passport_tells_all_that_is_known(set_id: str, lang: str, width: int) -> None:
    """Every field of every source, “not published” among them; a link without its head."""
    use(lang)
    entry = next(entry for entry in survey_sets(PACK) if entry.id == set_id)
    shown = shown_rows(set_contents(PACK, entry, width, ON, ["Bear this in mind."]), width)
    assert missing([entry.note, "Bear this in mind.", entry.compares[1:]], shown) == []
    for source in entry.sources:
        told = passport(PACK, PACK.figures(set_id), source, ON)
        assert missing([text for _head, text in told], shown) == []
        assert missing([head for head, text in told if not text.startswith("http")], shown) == []


@pytest.mark.parametrize("set_id", SETS)
def test_before_the_result_no_percentage_is_told(set_id: str) -> None:
    """What is known of a survey names none of its figures: they are in a part of their own."""
    entry = next(entry for entry in survey_sets(PACK) if entry.id == set_id)
    words = " ".join(shown_rows(set_contents(PACK, entry, 200, ON), 200))
    figures = PACK.figures(set_id)
    rows = shown_rows(figure_contents(PACK, figures, 60), 60)
    for row in figure_rows(PACK, figures):
        assert any(shown.endswith(percent(row.percent)) for shown in rows)
        assert f"{row.label} {percent(row.percent)}" not in words


def test_figures_say_how_exact_they_are() -> None:
    """Once where it is the same for all of them; those compared with nothing are listed apart."""
    use("en")
    shown = shown_rows(figure_contents(PACK, PACK.figures("bitkom-itk-2016"), 50), 50)
    assert shown == [
        "",
        "Compared ─────────────────────────────────────────",
        "A dedicated team that specialises in social",
        "media                                         49 %",
        "A team across departments                     33 %",
        "Whoever feels like it                         17 %",
        "No margin of error: the number asked is not",
        "published.",
        "",
        "Compared with nothing ────────────────────────────",
        "Challenge of marketing: resources for",
        "social media                                  51 %",
        "Challenge of marketing: data protection       47 %",
        "Challenge of marketing: lacking digital",
        "skills                                        35 %",
        "Challenge of marketing: budget cuts           27 %",
    ]


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({2013: 24, 2014: 35, 2015: 51, 2016: 49}, "·▂▃▅▄"),
        ({2012: 0, 2016: 100}, "▁···█"),
        ({2014: 12}, "··▁··"),
        ({2014: 13}, "··▂··"),
    ],
)
def test_a_small_line(values: dict[int, int], wanted: str) -> None:
    """A cell a year, eight heights for 0 to 100, a dot where nobody asked."""
    asked = [YearValue(year, Fraction(value), "x", "X") for year, value in values.items()]
    assert small_line(asked, range(2012, 2017)).plain == wanted


@pytest.mark.parametrize("width", WIDTHS)
def test_values_over_the_years_are_told_in_words(width: int) -> None:
    """Each year and percentage beside the line, and whose it is in the column beside it."""
    use("en")
    for path in ("team.dedicated", "goals.applicants"):
        values = over_the_years(PACK, path)
        assert len(values) == 4
        shown = rows_of([year_line(path, "Applicants", values, range(2012, 2026), width)], width)
        assert missing([f"{value.year} {percent(value.percent)}" for value in values], shown) == []
        shown = shown_rows(year_contents("Win applicants", values, width), width)
        assert missing([value.label for value in values], shown) == []


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("set_id", SETS)
def test_every_survey_can_be_measured_against(set_id: str, lang: str) -> None:
    """Comparison and what if hold at every width with any of them, also where there is nothing to compare."""
    case = example(set_id, lang)
    found = what_if(case, {"departments.support": "yes"})
    for width in (37, 60, 74):
        shown = rows_of(comparison_lines(comparison(case), width), width)
        assert missing([table.line.label for table in comparison(case)], shown) == []
        assert (
            missing(
                [found.then.headline.sentence], shown_rows(result_rows(found, width, spacious=False), width)
            )
            == []
        )
