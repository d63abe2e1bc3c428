"""Who does what: signs, sentences, and what is left out."""

import pytest

from smcheck.report.tab_content import Roles
from smcheck.report.who_does_what import missing_sentences, who_does_what
from smcheck.words.language import use
from support.builders import all_items
from support.companies import EVERYTHING, HOSPITAL, NO_GOALS, SOLO, case_of, example


def signs(roles: Roles) -> dict[str, list[str]]:
    """The signs of each department, by its short name."""
    return {row.short: [part.sign for part in row.parts] for row in roles.rows}


def test_the_example() -> None:
    """Departments with a part as rows, needs as columns, and whether each is covered."""
    roles = who_does_what(example())
    assert [need.short for need in roles.needs] == [
        "Awareness",
        "Applicants",
        "New customers",
        "Service",
        "Data protection",
    ]
    assert signs(roles) == {
        "Marketing": ["●", "+", "●", "+", ""],
        "PR": ["○", "+!", "", "", ""],
        "Sales": ["+!", "", "○", "", ""],
        "Support": ["", "", "+?", "○?", ""],
        "HR": ["", "○!", "", "", ""],
        "IT": ["", "", "", "", "+!"],
        "Legal": ["", "", "", "", "○!"],
    }
    assert roles.covered == ("yes", "no", "yes", "maybe", "no")
    assert roles.sentences[1:] == (
        "Missing for your goals and challenges: Human resources and Legal.",
        "It is not known whether customer support is involved.",
    )
    assert roles.left_out == (
        "Usually without a part in these: Management.",
        "Does not exist here: Product development.",
    )


def test_the_same_in_words() -> None:
    """A line for each need, where columns do not fit."""
    assert who_does_what(example()).by_need == (
        "Awareness – Marketing; could help: Sales.",
        "Applicants – not involved: Human resources; helps: Marketing; could help: Public relations.",
        "New customers – Marketing; could help, if involved: Customer support.",
        "Service – Customer support, if it is involved; helps: Marketing.",
        "Data protection – not involved: Legal; could help: IT.",
    )
    assert who_does_what(example(language="de")).by_need[:2] == (
        "Bekanntheit – Marketing; könnte helfen: Vertrieb.",
        "Bewerber – nicht beteiligt: Personalabteilung; hilft: Marketing; könnte helfen: PR.",
    )


def test_the_legend_has_the_signs_that_are_used() -> None:
    """Each sign once, with its meaning; none that does not occur."""
    legend = who_does_what(example()).legend
    assert [part.sign for part in legend] == ["●", "○!", "○?", "○", "+", "+!", "+?"]
    assert len({cell.meaning for cell in legend}) == len(legend)
    assert {part.sign for part in who_does_what(case_of(EVERYTHING)).legend} <= {"●", "+"}


@pytest.mark.parametrize(
    ("goals", "challenges", "english", "german"),
    [
        (
            {"service": "yes"},
            {},
            "Missing for your goals: Customer support.",
            "Für Ihre Ziele fehlt: Kundenservice.",
        ),
        (
            {"service": "yes", "applicants": "yes"},
            {},
            "Missing for your goals: Customer support and Human resources.",
            "Für Ihre Ziele fehlen: Kundenservice und Personalabteilung.",
        ),
        (
            {},
            {"privacy": "yes"},
            "Missing for your challenges: Legal.",
            "Für Ihre Herausforderungen fehlt: Rechtsabteilung.",
        ),
        (
            {"service": "yes"},
            {"privacy": "yes"},
            "Missing for your goals and challenges: Customer support and Legal.",
            "Für Ihre Ziele und Herausforderungen fehlen: Kundenservice und Rechtsabteilung.",
        ),
    ],
)
def test_what_is_missing(
    goals: dict[str, str], challenges: dict[str, str], english: str, german: str
) -> None:
    """For goals, for challenges, or for both; one or several."""
    answers = {
        "departments": all_items("departments", "no"),
        "goals": goals,
        "challenges": challenges,
        "in_hand": dict.fromkeys(challenges, "no"),
    }
    assert missing_sentences(case_of(answers)) == (english,)
    use("de")
    assert missing_sentences(case_of(answers, language="de")) == (german,)


def test_nothing_is_missing_where_somebody_may_be_involved() -> None:
    """One of those that could take charge is not involved, but whether another is, nobody knows."""
    departments = all_items("departments", "no", pr="unknown")
    answers = {"departments": departments, "goals": all_items("goals", "no", awareness="yes")}
    assert missing_sentences(case_of(answers)) == ("Not known whether anybody is involved for: awareness.",)
    assert missing_sentences(case_of(answers, language="de")) == (
        "Noch offen, ob jemand beteiligt ist für: Bekanntheit.",
    )
    both = {"departments": departments, "goals": all_items("goals", "no", awareness="yes", service="yes")}
    assert missing_sentences(case_of(both, language="en")) == (
        "Missing for your goals: Customer support.",
        "Not known whether anybody is involved for: awareness.",
    )


def test_nobody_here_could_take_it_on() -> None:
    """The need is no column; it is asked who does it."""
    roles = who_does_what(case_of(HOSPITAL))
    assert "Service" not in [need.short for need in roles.needs]
    assert roles.left_out[-1] == (
        "The department that usually takes charge of customer service does not exist here."
        " Who does this in your company?"
    )
    assert who_does_what(case_of(HOSPITAL, language="de")).left_out[-1] == (
        "Ohne Federführung bleibt: Kundenbetreuung. Wer macht das bei Ihnen?"
    )
    two = {"departments": all_items("departments", "na"), "goals": {"awareness": "yes", "service": "yes"}}
    assert who_does_what(case_of(two, language="de")).left_out[-1] == (
        "Ohne Federführung bleiben: Bekanntheit und Kundenbetreuung. Wer macht das bei Ihnen?"
    )


def test_nothing_is_missing_where_there_is_nobody_to_bring_in() -> None:
    """Somebody alone is told nothing about missing departments; nor is anybody without goals."""
    assert missing_sentences(case_of(SOLO)) == ()
    roles = who_does_what(case_of(NO_GOALS))
    assert (roles.rows, roles.needs, roles.left_out) == ((), (), ())
