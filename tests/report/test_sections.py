"""Sections in words: counts, ranks, likeness, and why there is no comparison."""

from typing import Any

import pytest

from smcheck.report.content import SectionLine
from smcheck.report.sections import section_lines
from support.builders import all_items
from support.companies import EVERYTHING, HOSPITAL, NOTHING, SOLO, case_of, example


def lines_of(
    answers: dict[str, Any] | None, *, figures: str = "documented", language: str = "en"
) -> dict[str, SectionLine]:
    """The sections of a company, or of the example, by id."""
    case = (
        example(figures, language)
        if answers is None
        else case_of(answers, figures=figures, language=language)
    )
    return {line.subject.id: line for line in section_lines(case)}


@pytest.mark.parametrize(
    ("answers", "section", "count", "english", "german"),
    [
        (
            None,
            "team",
            "0 of 3",
            "In set-up you meet 0 of 3 points, surveyed companies 1.7 on average.",
            "Im Aufbau erfüllen Sie 0 von 3 Punkten, die befragten Unternehmen im Schnitt 1,7.",
        ),
        (
            None,
            "departments",
            "1–2 of 4",
            "Of the 4 departments with a figure you involve 1 to 2, surveyed companies 2.4 on average.",
            (
                "Von den 4 Abteilungen mit Vergleichszahl beteiligen Sie 1 bis 2, die befragten "
                "Unternehmen im Schnitt 2,4."
            ),
        ),
        (
            None,
            "goals",
            "4 of 6",
            "You pursue 4 of 6 goals with a figure, surveyed companies 3.1 on average.",
            "Sie verfolgen 4 von 6 Zielen mit Vergleichszahl, die befragten Unternehmen im Schnitt 3,1.",
        ),
        (
            EVERYTHING,
            "challenges",
            "3 of 3",
            "You name 3 of 3 challenges with a figure, surveyed companies 1.2 on average.",
            (
                "Sie nennen 3 von 3 Herausforderungen mit Vergleichszahl, die befragten Unternehmen im "
                "Schnitt 1,2."
            ),
        ),
    ],
)
def test_counts(answers: dict[str, Any] | None, section: str, count: str, english: str, german: str) -> None:
    """For columns with a dash, aloud with a word."""
    line = lines_of(answers)[section]
    assert (line.count, line.count_sentence) == (count, english)
    assert lines_of(answers, language="de")[section].count_sentence == german


@pytest.mark.parametrize(
    ("answers", "section", "english", "german"),
    [
        (
            None,
            "team",
            "At least about 82 of 100 surveyed companies meet more of these.",
            "Mindestens etwa 82 von 100 befragten Unternehmen erfüllen mehr.",
        ),
        (
            None,
            "departments",  # 19.5 to 100, the lower end rounded down
            "At least about 19 of 100 surveyed companies involve more of these.",
            "Mindestens etwa 19 von 100 befragten Unternehmen beteiligen mehr davon.",
        ),
        (
            NOTHING,
            "team",  # one of three: 0.51 + 0.36 + 0.82 − 1 … at least two: 34.5 to 84.5
            "About 34 to 85 of 100 surveyed companies meet more of these.",
            "Etwa 34 bis 85 von 100 befragten Unternehmen erfüllen mehr.",
        ),
        (
            {**NOTHING, "departments": all_items("departments", "yes", support="no")},
            "departments",  # three of four: at most the 39 that have all
            "At most about 39 of 100 surveyed companies involve more of these.",
            "Höchstens etwa 39 von 100 befragten Unternehmen beteiligen mehr davon.",
        ),
        (EVERYTHING, "team", "", ""),
        (EVERYTHING, "departments", "", ""),
        ({}, "departments", "", ""),
    ],
)
def test_ranks(answers: dict[str, Any] | None, section: str, english: str, german: str) -> None:
    """One end or both, rounded outward; nothing at all of them and where the range says nothing."""
    assert lines_of(answers)[section].sentence == english
    assert lines_of(answers, language="de")[section].sentence == german


def test_likeness() -> None:
    """How many answer alike, short and aloud, and between what it could lie."""
    line = lines_of(None)["goals"]
    assert (line.alike, line.possible) == ("on average 52 of 100 answer as you do", "33 to 68 is possible")
    assert line.sentence == "Averaged over these goals, 52 of 100 surveyed companies answer as you do."
    unknown = lines_of({})["challenges"]  # anything is possible, and that is said once
    assert (unknown.alike, unknown.possible) == ("on average 40 to 60 of 100 answer as you do", "")

    line = lines_of(None, language="de")["goals"]
    assert (line.alike, line.possible) == ("im Schnitt 52 von 100 wie Sie", "möglich: 33 bis 68")
    assert line.likeness == "Im Schnitt antworten 52 von 100 wie Sie"


@pytest.mark.parametrize(
    ("answers", "figures", "section", "english", "german"),
    [
        (
            HOSPITAL,
            "documented",
            "departments",
            "Of these 4 you only have public relations: too little to compare.",
            "Von diesen 4 gibt es hier nur PR: zu wenig für einen Vergleich.",
        ),
        (  # whether the others exist was not answered
            {"departments": {"pr": "na", "support": "na", "sales": "no"}},
            "documented",
            "departments",
            "Of these 4 you have at most marketing and sales: too little to compare.",
            "Von diesen 4 gibt es hier höchstens Marketing und Vertrieb: zu wenig für einen Vergleich.",
        ),
        (
            SOLO,
            "documented",
            "departments",
            "You have none of these 4, so there is no comparison.",
            "Von diesen 4 gibt es hier keine, also auch keinen Vergleich.",
        ),
        (
            None,
            "ragan-2012",
            "team",
            "This survey has too few figures for it.",
            "Dafür hat diese Umfrage zu wenige Zahlen.",
        ),
        (
            None,
            "bitkom-itk-2014",
            "challenges",
            "This survey has too few figures for it.",
            "Dafür hat diese Umfrage zu wenige Zahlen.",
        ),
        (
            None,
            "bitkom-2025",
            "departments",
            "This survey has no figures for it.",
            "Dafür hat diese Umfrage keine Zahlen.",
        ),
        (  # its one figure is of an item that is neither good nor bad
            None,
            "ipr-2020",
            "team",
            "This survey has too few figures for it.",
            "Dafür hat diese Umfrage zu wenige Zahlen.",
        ),
    ],
)
def test_no_comparison(
    answers: dict[str, Any] | None, figures: str, section: str, english: str, german: str
) -> None:
    """The reason is told."""
    assert lines_of(answers, figures=figures)[section].sentence == english
    assert lines_of(answers, figures=figures, language="de")[section].sentence == german


def test_one_item_is_no_sentence() -> None:
    """Of a single figure only the column tells; without any there is no count either."""
    line = lines_of(None, figures="ragan-2012")["team"]
    assert (line.count, line.count_sentence) == ("0 of 1", "")
    line = lines_of(None, figures="bitkom-2025")["departments"]
    assert (line.count, line.theirs, line.count_sentence) == ("", "", "")


def test_verdicts_of_sections() -> None:
    """Sign and word; a described section has neither."""
    lines = lines_of(None)
    assert [(line.glyph, line.word) for line in lines.values()] == [
        ("▼", "below"),
        ("▼", "below"),
        ("", ""),
        ("", ""),
    ]
    assert lines_of(HOSPITAL)["departments"].word == "no comparison"
