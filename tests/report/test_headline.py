"""The headline: one true sentence for every verdict, in both languages."""

from typing import Any

import pytest

from smcheck.report.gaps import gap_words, open_words, points_words
from smcheck.report.headline import headline, score_line
from smcheck.words.language import use
from support.builders import all_items, span
from support.companies import EVERYTHING, HOSPITAL, NO_GOALS, NOBODY_KNOWS, SOLO, case_of, example

TEAM_UP = all_items("team", "no", dedicated="yes", cross_departmental="yes")
ONE_UNKNOWN = {
    "team": TEAM_UP,
    "daily": "team",
    "departments": all_items("departments", "no", marketing="yes", pr="yes", support="unknown"),
    **NO_GOALS,
}
TWO_UNKNOWN = {
    **ONE_UNKNOWN,
    "departments": all_items("departments", "no", marketing="yes", sales="unknown", support="unknown"),
}
THREE_UNKNOWN = {
    **ONE_UNKNOWN,
    "departments": all_items("departments", "unknown", marketing="yes"),
}
TEAM_UNKNOWN = {
    **ONE_UNKNOWN,
    "team": all_items("team", "no", dedicated="yes", cross_departmental="unknown", ad_hoc="unknown"),
    "departments": all_items("departments", "yes"),
}
MIXED = {**ONE_UNKNOWN, "departments": all_items("departments", "no", marketing="yes")}
MIXED_DOWN = {"team": all_items("team", "no"), "departments": all_items("departments", "yes"), **NO_GOALS}
FIRST_QUESTION = {"team": all_items("team", "no", ad_hoc="yes")}
NOT_ANSWERED = {"marketing": "na", "support": "na"}
ONE_MISSING = {
    **ONE_UNKNOWN,
    "departments": {
        key: value
        for key, value in all_items("departments", "no", pr="yes", sales="yes").items()
        if key != "marketing"
    },
}

SENTENCES = [
    (
        "below",
        None,
        "Below the surveyed companies, in set-up and departments.",
        "by 33 to 46 points of 100",
        "Mit Aufbau und Abteilungen hinter den befragten Unternehmen.",
        "um 33 bis 46 von 100 Punkten",
        "",
    ),
    (
        "above",
        EVERYTHING,
        "Above the surveyed companies, in set-up and departments.",
        "by 42 points of 100",
        "Mit Aufbau und Abteilungen vor den befragten Unternehmen.",
        "um 42 von 100 Punkten",
        "",
    ),
    (
        "mixed",
        MIXED,
        "Above the surveyed companies in set-up, below in departments.",
        "on average 4 points above",  # (100 + 25) / 2 − 58.04
        "Vor den befragten Unternehmen beim Aufbau, dahinter bei den Abteilungen.",
        "im Schnitt 4 Punkte davor",
        "",
    ),
    (
        "mixed",
        MIXED_DOWN,
        "Below the surveyed companies in set-up, above in departments.",
        "on average 9 points above",  # (33.3 + 100) / 2 − 58.04
        "Hinter den befragten Unternehmen beim Aufbau, davor bei den Abteilungen.",
        "im Schnitt 9 Punkte davor",
        "daily",  # it lacks an answer, though none that decides
    ),
    (
        "open",
        ONE_UNKNOWN,
        "Still open: it depends on whether customer support is involved.",
        "so far 17 to 29 points above",
        "Noch offen: Es kommt darauf an, ob der Kundenservice beteiligt ist.",
        "bisher 17 bis 29 Punkte davor",
        "departments",
    ),
    (
        "open",
        TWO_UNKNOWN,
        "Still open: it depends on whether sales and customer support are involved.",
        "so far 4 to 29 points above",
        "Noch offen: Es kommt darauf an, ob der Vertrieb und der Kundenservice beteiligt sind.",
        "bisher 4 bis 29 Punkte davor",
        "departments",
    ),
    (
        "open",
        THREE_UNKNOWN,
        "Still open: nobody knows whether three departments are involved.",
        "so far 4 to 42 points above",
        "Noch offen: Von drei Abteilungen weiß niemand, ob sie beteiligt sind.",
        "bisher 4 bis 42 Punkte davor",
        "departments",
    ),
    (
        "open",
        TEAM_UNKNOWN,
        "Still open: it depends on what nobody knows yet about set-up.",
        "so far 9 to 42 points above",
        "Noch offen: Es kommt darauf an, was zu Aufbau noch niemand weiß.",
        "bisher 9 bis 42 Punkte davor",
        "team",
    ),
    (
        "open",
        NOBODY_KNOWS,
        "Still open: it depends on what nobody knows yet about set-up and departments.",
        "so far anything from 0 to 100 of 100",
        "Noch offen: Es kommt darauf an, was zu Aufbau und Abteilungen noch niemand weiß.",
        "bisher ist alles von 0 bis 100 möglich",
        "team",
    ),
    (
        "open",
        FIRST_QUESTION,
        "Still open: 19 answers are missing.",  # daily, 9 departments, 6 goals, 3 challenges
        "so far anything from 0 to 50 of 100",
        "Noch offen: 19 Antworten fehlen.",
        "bisher ist alles von 0 bis 50 möglich",
        "daily",
    ),
    (
        "open",
        ONE_MISSING,
        "Still open: 1 answer is missing.",
        "so far anything from 75 to 88 of 100",
        "Noch offen: 1 Antwort fehlt.",
        "bisher ist alles von 75 bis 88 möglich",
        "departments",
    ),
    (
        "none",
        HOSPITAL,
        "Too little to compare in departments: of the 4 only public relations exists.",
        "Set-up by itself: 1 of 3, theirs 1.7",
        "Kein Vergleich bei den Abteilungen: Von den 4 gibt es nur PR.",
        "Aufbau für sich: 1 von 3, Befragte 1,7",
        "",
    ),
    (
        "none",
        {**HOSPITAL, "departments": {**HOSPITAL["departments"], "sales": "no"}},
        "Too little to compare in departments: of the 4 only public relations and sales exist.",
        "Set-up by itself: 1 of 3, theirs 1.7",
        "Kein Vergleich bei den Abteilungen: Von den 4 gibt es nur PR und Vertrieb.",
        "Aufbau für sich: 1 von 3, Befragte 1,7",
        "",
    ),
    (
        "none",
        {**HOSPITAL, "departments": {**NOT_ANSWERED, "pr": "yes"}},
        "Too little to compare in departments: of the 4 at most public relations and sales exist.",
        "Set-up by itself: 1 of 3, theirs 1.7",
        "Kein Vergleich bei den Abteilungen: Von den 4 gibt es höchstens PR und Vertrieb.",
        "Aufbau für sich: 1 von 3, Befragte 1,7",
        "departments",
    ),
    (
        "none",
        SOLO,
        "Too little to compare in departments: of the 4 none exists.",
        "Set-up by itself: 1 of 3, theirs 1.7",
        "Kein Vergleich bei den Abteilungen: Von den 4 gibt es keine.",
        "Aufbau für sich: 1 von 3, Befragte 1,7",
        "",
    ),
]


@pytest.mark.parametrize(
    ("verdict", "answers", "english", "points", "german", "punkte", "question"), SENTENCES
)
def test_headline(
    verdict: str,
    answers: dict[str, Any] | None,
    english: str,
    points: str,
    german: str,
    punkte: str,
    question: str,
) -> None:
    """Verdict, sentence and number; the question is the one that decides, or lacks an answer."""
    found = headline(example() if answers is None else case_of(answers))
    assert (found.verdict, found.sentence, found.detail, found.question) == (
        verdict,
        english,
        points,
        question,
    )

    found = headline(example(language="de") if answers is None else case_of(answers, language="de"))
    assert (found.sentence, found.detail) == (german, punkte)


@pytest.mark.parametrize("figures", ["bitkom-itk-2014", "ragan-2012", "bitkom-2025", "tcs-2013"])
def test_other_surveys_allow_no_verdict(figures: str) -> None:
    """Where another survey was chosen the headline says which ones allow a verdict."""
    found = headline(example(figures))

    assert found.verdict == "none"
    assert found.sentence == "No verdict with this survey: only Bitkom 2015 and Pivot 2010 allow one."


@pytest.mark.parametrize(
    ("figures", "english", "german"),
    [
        (
            "bitkom-itk-2014",
            "figures for set-up, goals and challenges; Set-up by itself: 0 of 3, theirs 1.5",
            "Zahlen zu Aufbau, Zielen und Herausforderungen; Aufbau für sich: 0 von 3, Befragte 1,5",
        ),
        ("bitkom-2025", "figures for goals", "Zahlen zu Zielen"),
        ("tcs-2013", "no figure to compare with", "keine Zahl zum Vergleichen"),
    ],
)
def test_what_another_survey_has_figures_for(figures: str, english: str, german: str) -> None:
    """Below it stands what the survey has figures for, and the section that it can compare."""
    assert headline(example(figures)).detail == english
    assert headline(example(figures, "de")).detail == german


def test_captions_of_the_score() -> None:
    """Own value and theirs, the longest form first; nothing where there is no score."""
    line = score_line(example())
    assert (line.own, line.theirs) == (
        "you 13–25 of 100",
        ("average of both surveys 58", "both surveys 58", "theirs 58"),
    )
    line = score_line(case_of(HOSPITAL))
    assert (line.score, line.surveyed, line.own, line.theirs) == (None, None, "", ())


GAPS = [
    (points_words, (-46, -33), "by 33 to 46 points of 100", "um 33 bis 46 von 100 Punkten"),
    (points_words, (-1, -1), "by 1 point of 100", "um 1 von 100 Punkten"),
    (points_words, (13, 13), "by 13 points of 100", "um 13 von 100 Punkten"),
    (points_words, ("0.3", 12), "by up to 12 points of 100", "um bis zu 12 von 100 Punkten"),
    (points_words, ("-0.4", "-0.1"), "by less than 1 point of 100", "um weniger als 1 von 100 Punkten"),
    (gap_words, (-33, -21), "on average 21 to 33 points below", "im Schnitt 21 bis 33 Punkte dahinter"),
    (gap_words, (1, 1), "on average 1 point above", "im Schnitt 1 Punkt davor"),
    (
        gap_words,
        (-1, 4),
        "on average anything from 1 point below to 4 above",
        "im Schnitt ist alles von 1 Punkt dahinter bis 4 davor möglich",
    ),
    (gap_words, (0, 0), "on average about level", "im Schnitt etwa gleichauf"),
    (
        gap_words,
        (-5, 10),
        "on average anything from 5 points below to 10 above",
        "im Schnitt ist alles von 5 Punkten dahinter bis 10 davor möglich",
    ),
    (open_words, (-33, -21), "so far 21 to 33 points below", "bisher 21 bis 33 Punkte dahinter"),
    (open_words, (1, 1), "so far 1 point above", "bisher 1 Punkt davor"),
]


@pytest.mark.parametrize(("words", "gap", "english", "german"), GAPS)
def test_gaps(words: Any, gap: tuple[Any, Any], english: str, german: str) -> None:
    """One point, several, less than one, a range, and both sides of 0."""
    assert words(span(*gap)) == english
    use("de")
    assert words(span(*gap)) == german
