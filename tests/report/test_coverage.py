"""Coverage in sentences: true for one, several, all, none, a range and not known."""

from typing import Any

import pytest

from smcheck.report.coverage import (
    challenge_group,
    covered_sentence,
    goal_group,
    in_hand_sentence,
    need_line,
    not_known_sentence,
)
from smcheck.scoring import Count
from smcheck.words.language import use
from support.builders import PACK, all_items
from support.companies import HOSPITAL, NO_GOALS, NOBODY_KNOWS, SOLO, case_of, example

WHO = "the department that usually takes charge"
WER = "die Abteilung beteiligt, die sich üblicherweise darum kümmert"


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [
        ((1, 1, 1), f"For your one goal {WHO} is involved.", f"Für Ihr Ziel ist {WER}."),
        (
            (0, 0, 1),
            f"For your one goal {WHO} is not involved.",
            "Für Ihr Ziel ist die Abteilung nicht beteiligt, die sich üblicherweise darum kümmert.",
        ),
        (
            (0, 1, 1),
            f"For your one goal it is not known whether {WHO} is involved.",
            (
                "Für Ihr Ziel ist nicht bekannt, ob die Abteilung beteiligt ist, die sich "
                "üblicherweise darum kümmert."
            ),
        ),
        ((2, 2, 2), f"For both of your goals {WHO} is involved.", f"Für Ihre beiden Ziele ist {WER}."),
        ((4, 4, 4), f"For all of your 4 goals {WHO} is involved.", f"Für alle 4 Ziele ist {WER}."),
        (
            (0, 0, 4),
            f"For none of your 4 goals is {WHO} involved.",
            f"Für keines Ihrer 4 Ziele ist {WER}.",
        ),
        ((1, 1, 4), f"For one of your 4 goals {WHO} is involved.", f"Für eines Ihrer 4 Ziele ist {WER}."),
        ((3, 3, 4), f"For 3 of your 4 goals {WHO} is involved.", f"Für 3 Ihrer 4 Ziele ist {WER}."),
        (
            (2, 3, 4),
            f"For 2 to 3 of your 4 goals {WHO} is involved.",
            f"Für 2 bis 3 Ihrer 4 Ziele ist {WER}.",
        ),
        (
            (0, 1, 4),
            f"For at most one of your 4 goals {WHO} is involved.",
            f"Für höchstens eines Ihrer 4 Ziele ist {WER}.",
        ),
        (
            (0, 3, 4),
            f"For at most 3 of your 4 goals {WHO} is involved.",
            f"Für höchstens 3 Ihrer 4 Ziele ist {WER}.",
        ),
        (
            (1, 4, 4),
            f"For at least one of your 4 goals {WHO} is involved.",
            f"Für mindestens eines Ihrer 4 Ziele ist {WER}.",
        ),
        (
            (3, 4, 4),
            f"For at least 3 of your 4 goals {WHO} is involved.",
            f"Für mindestens 3 Ihrer 4 Ziele ist {WER}.",
        ),
        (
            (0, 4, 4),
            f"For how many of your 4 goals {WHO} is involved is not known.",
            (
                "Für wie viele Ihrer 4 Ziele die Abteilung beteiligt ist, die sich üblicherweise darum "
                "kümmert, ist nicht bekannt."
            ),
        ),
    ],
)
def test_goals_covered(count: tuple[int, int, int], english: str, german: str) -> None:
    """Every kind of count."""
    assert covered_sentence(Count(*count)) == english
    use("de")
    assert covered_sentence(Count(*count)) == german


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [
        ((1, 1, 1), "For your other goal", "Für Ihr anderes Ziel"),
        ((2, 2, 2), "For both of your other goals", "Für Ihre beiden anderen Ziele"),
        ((3, 3, 3), "For all of your other 3 goals", "Für alle 3 anderen Ziele"),
        ((0, 0, 3), "For none of your other 3 goals", "Für keines Ihrer 3 anderen Ziele"),
        ((1, 2, 3), "For 1 to 2 of your other 3 goals", "Für 1 bis 2 Ihrer 3 anderen Ziele"),
    ],
)
def test_other_goals(count: tuple[int, int, int], english: str, german: str) -> None:
    """Where goals were set apart before, these are the other ones."""
    assert covered_sentence(Count(*count), others=True).startswith(f"{english} ")
    use("de")
    assert covered_sentence(Count(*count), others=True).startswith(f"{german} ")


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [
        ((1, 1, 1), "Your one challenge is in hand.", "Ihre Herausforderung ist im Griff."),
        (
            (0, 0, 1),
            "Your one challenge is not in hand.",
            "Ihre Herausforderung ist noch nicht im Griff.",
        ),
        (
            (0, 1, 1),
            "Whether your one challenge is in hand is not known.",
            "Ob Ihre Herausforderung im Griff ist, ist nicht bekannt.",
        ),
        ((2, 2, 2), "Both of your challenges are in hand.", "Ihre beiden Herausforderungen sind im Griff."),
        (
            (3, 3, 3),
            "All of your 3 challenges are in hand.",
            "Alle 3 Herausforderungen sind im Griff.",
        ),
        ((0, 0, 3), "None of your 3 challenges is in hand.", "Keine Ihrer 3 Herausforderungen ist im Griff."),
        ((1, 1, 2), "One of your 2 challenges is in hand.", "Eine Ihrer 2 Herausforderungen ist im Griff."),
        ((2, 2, 3), "2 of your 3 challenges are in hand.", "2 Ihrer 3 Herausforderungen sind im Griff."),
        (
            (1, 2, 3),
            "1 to 2 of your 3 challenges are in hand.",
            "1 bis 2 Ihrer 3 Herausforderungen sind im Griff.",
        ),
        (
            (0, 1, 2),
            "At most one of your 2 challenges is in hand.",
            "Höchstens eine Ihrer 2 Herausforderungen ist im Griff.",
        ),
        (
            (0, 2, 3),
            "At most 2 of your 3 challenges are in hand.",
            "Höchstens 2 Ihrer 3 Herausforderungen sind im Griff.",
        ),
        (
            (1, 2, 2),
            "At least one of your 2 challenges is in hand.",
            "Mindestens eine Ihrer 2 Herausforderungen ist im Griff.",
        ),
        (
            (2, 3, 3),
            "At least 2 of your 3 challenges are in hand.",
            "Mindestens 2 Ihrer 3 Herausforderungen sind im Griff.",
        ),
        (
            (0, 3, 3),
            "How many of your 3 challenges are in hand is not known.",
            "Wie viele Ihrer 3 Herausforderungen im Griff sind, ist nicht bekannt.",
        ),
    ],
)
def test_challenges_in_hand(count: tuple[int, int, int], english: str, german: str) -> None:
    """Every kind of count."""
    assert in_hand_sentence(Count(*count)) == english
    use("de")
    assert in_hand_sentence(Count(*count)) == german


@pytest.mark.parametrize(
    ("answers", "goals", "challenges", "ziele", "herausforderungen"),
    [
        (
            NO_GOALS,
            "No goals are defined yet.",
            "You name no challenge.",
            "Ziele sind noch nicht festgelegt.",
            "Sie nennen keine Herausforderung.",
        ),
        (
            NOBODY_KNOWS,
            "Which goals you pursue is not known yet.",
            "Which challenges you face is not known yet.",
            "Welche Ziele Sie verfolgen, ist noch nicht bekannt.",
            "Vor welchen Herausforderungen Sie stehen, ist noch nicht bekannt.",
        ),
        (
            SOLO,
            "Only one department exists here, so there is nobody to bring in.",
            "Your one challenge is not in hand.",
            "Hier gibt es nur eine Abteilung, also niemanden, den Sie dazuholen könnten.",
            "Ihre Herausforderung ist noch nicht im Griff.",
        ),
        (  # whether there is a legal department was not answered
            {**SOLO, "departments": dict.fromkeys(PACK.departments[:-1], "na")},
            "At most one department exists here, so there is nobody to bring in.",
            "Your one challenge is not in hand.",
            "Hier gibt es höchstens eine Abteilung, also niemanden, den Sie dazuholen könnten.",
            "Ihre Herausforderung ist noch nicht im Griff.",
        ),
        (
            {**SOLO, "departments": all_items("departments", "na")},
            "None of these departments exists here, so there is nobody to bring in.",
            "Your one challenge is not in hand.",
            "Keine dieser Abteilungen gibt es hier, also auch niemanden, den Sie dazuholen könnten.",
            "Ihre Herausforderung ist noch nicht im Griff.",
        ),
        (
            HOSPITAL,
            (
                f"For customer service {WHO} does not exist here. "
                f"For one of your other 2 goals {WHO} is involved."
            ),
            "At most one of your 2 challenges is in hand.",
            (
                "Für Kundenbetreuung gibt es hier die Abteilung nicht, die sich üblicherweise darum kümmert. "
                f"Für eines Ihrer 2 anderen Ziele ist {WER}."
            ),
            "Höchstens eine Ihrer 2 Herausforderungen ist im Griff.",
        ),
    ],
)
def test_where_there_is_nothing_to_count(
    answers: dict[str, Any], goals: str, challenges: str, ziele: str, herausforderungen: str
) -> None:
    """No goal, none that is known, nobody to bring in, goals that nobody here could take on."""
    case = case_of(answers)
    assert (goal_group(case).sentence, challenge_group(case).sentence) == (goals, challenges)
    case = case_of(answers, language="de")
    assert (goal_group(case).sentence, challenge_group(case).sentence) == (ziele, herausforderungen)


def test_needs_of_the_example() -> None:
    """Each goal with its sign and who takes charge; a challenge says whether it is in hand."""
    case = example()
    assert [(need.glyph, need.short, need.who) for need in goal_group(case).needs] == [
        ("●", "Awareness", "Marketing"),
        ("○", "Applicants", "not involved: Human resources"),
        ("●", "New customers", "Marketing"),
        ("?", "Service", "Customer support, if it is involved"),
    ]
    assert [(need.glyph, need.short, need.who) for need in challenge_group(case).needs] == [
        ("●", "Resources", "in hand"),
        ("○", "Data protection", "not in hand; not involved: Legal"),
    ]


def test_several_could_take_charge() -> None:
    """All that are involved are named, all that are not, and as alternatives those not known."""
    for answer, who in (
        ("yes", "Sales and Marketing"),
        ("no", "not involved: Sales and Marketing"),
        ("unknown", "Sales or Marketing, if involved"),
    ):
        case = case_of({"departments": all_items("departments", answer), "goals": {"customers": "yes"}})
        assert need_line(case, "goals.customers").who == who


def test_a_challenge_not_in_hand_though_a_department_is_involved() -> None:
    """It is not called in hand, and whoever is involved is named."""
    case = case_of(SOLO)
    (need,) = challenge_group(case).needs
    assert (need.state, need.who) == ("missing", "not in hand; involved: Management")
    assert need_line(case, "challenges.resources").state == "covered"


def test_a_need_that_nobody_here_could_take_on() -> None:
    """It is asked who does it."""
    need = need_line(case_of(HOSPITAL), "goals.service")
    assert (need.state, need.glyph, need.who) == ("nobody_here", "–", "who does this here?")


def test_what_is_not_known_is_named() -> None:
    """Goals and challenges that are in no count; nothing where all is known."""
    answers = {**NO_GOALS, "goals": all_items("goals", "no", service="unknown", expert="unknown")}
    text = not_known_sentence(case_of(answers))
    assert text == "Not known, so not counted here: expert standing and customer service."
    assert not_known_sentence(case_of(NO_GOALS)) == ""
