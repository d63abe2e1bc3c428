"""Answers in words, for where all of them are read at a glance, in both languages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from smcheck.report.answers import answer_phrases
from smcheck.words.language import use
from support.builders import PACK, all_items, sheet_of

NOTHING_THERE = (
    "does not exist here: marketing, public relations, sales, customer support, product development,"
    " human resources, management, IT and legal"
)
NOTHING_THERE_IN_GERMAN = (
    "gibt es hier nicht: Marketing, PR, Vertrieb, Kundenservice, Produktentwicklung,"
    " Personalabteilung, Geschäftsleitung, IT und Rechtsabteilung"
)
CASES: dict[str, tuple[str, Mapping[str, Any], list[str], list[str]]] = {
    "nothing": ("team", {}, ["Not answered"], ["Offen"]),
    "one of several": (
        "team",
        {"team": all_items("team", "no", agency="yes")},
        ["An agency"],
        ["Eine Agentur"],
    ),
    "two": (
        "departments",
        {"departments": all_items("departments", "no", marketing="yes", pr="yes")},
        ["Marketing and public relations"],
        ["Marketing und PR"],
    ),
    "three and all other kinds": (
        "departments",
        {
            "departments": {
                **dict.fromkeys(("marketing", "pr", "sales"), "yes"),
                **dict.fromkeys(("support", "product_development"), "unknown"),
                **dict.fromkeys(("hr", "management"), "na"),
                "it": "no",
            }
        },
        [
            "Marketing, public relations and sales",
            "don't know: customer support and product development",
            "does not exist here: human resources and management",
            "not answered: legal",
        ],
        [
            "Marketing, PR und Vertrieb",
            "weiß nicht: Kundenservice und Produktentwicklung",
            "gibt es hier nicht: Personalabteilung und Geschäftsleitung",
            "offen: Rechtsabteilung",
        ],
    ),
    "none": ("goals", {"goals": all_items("goals", "no")}, ["No goals defined"], ["Keine Ziele festgelegt"]),
    "none but": (
        "challenges",
        {"challenges": all_items("challenges", "no", privacy="unknown")},
        ["None of these", "don't know: data protection"],
        ["Keine davon", "weiß nicht: Datenschutz"],
    ),
    "nothing there": (
        "departments",
        {"departments": all_items("departments", "na")},
        [NOTHING_THERE],
        [NOTHING_THERE_IN_GERMAN],
    ),
    "each of": (
        "in_hand",
        {"challenges": all_items("challenges", "yes"), "in_hand": {"privacy": "yes", "big_data": "no"}},
        ["Data protection", "not answered: resources"],
        ["Datenschutz", "offen: Ressourcen"],
    ),
    "a department chosen": (
        "daily",
        {"daily": "support"},
        ["Chosen: Customer support"],
        ["Gewählt: Kundenservice (Hotline, Servicestelle)"],
    ),
    "a phrase chosen": (
        "targets",
        {"goals": {"service": "yes"}, "targets": "some"},
        ["Chosen: some of them"],
        ["Gewählt: für einige"],
    ),
    "nobody chosen": (
        "daily",
        {"daily": "nobody"},
        ["Chosen: nobody in particular"],
        ["Gewählt: niemand Bestimmtes"],
    ),
    "nobody knows": ("daily", {"daily": "unknown"}, ["Don't know"], ["Weiß nicht"]),
}


@pytest.mark.parametrize("case", CASES)
def test_answers_in_words(case: str) -> None:
    """Each kind of answer is said by name, for none, one, two and more, and what is missing, too."""
    question, answers, english, german = CASES[case]
    for lang, expected in (("en", english), ("de", german)):
        use(lang)
        found = answer_phrases(PACK, PACK.texts(lang), sheet_of(answers), PACK.question_by_id[question])
        assert expected == found
    use("en")


def test_what_came_after_the_result() -> None:
    """What was changed, and what was first answered, after the result are told apart, by name."""
    sheet = replace(
        sheet_of({"team": all_items("team", "no", agency="yes"), "daily": "pr"}),
        changed_after_result=("team.agency", "team.dedicated"),
        answered_after_result=("daily", "team.ad_hoc"),
    )
    texts, questions = PACK.texts("en"), PACK.question_by_id
    assert answer_phrases(PACK, texts, sheet, questions["team"]) == [
        "An agency",
        "changed after the result: a dedicated team and an agency",
        "answered after the result: whoever feels like it",
    ]
    assert answer_phrases(PACK, texts, sheet, questions["daily"]) == [
        "Chosen: Public relations",
        "answered after the result",
    ]
