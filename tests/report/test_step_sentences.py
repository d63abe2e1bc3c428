"""Steps: what to do, who, what to say, why, what it changes; true in both languages."""

from typing import Any

import pytest

from smcheck.report.case import Case
from smcheck.report.content import StepLine
from smcheck.report.effects import score_change
from smcheck.report.evidence import evidence_lines
from smcheck.report.steps import no_steps_sentence, second_looks, step_lines
from smcheck.words.language import use
from support.builders import all_items, span
from support.companies import EVERYTHING, HOSPITAL, NO_GOALS, SOLO, case_of, example


def steps_of(case: Case) -> dict[str, StepLine]:
    """All steps by the id of what they are about."""
    first, others = step_lines(case)
    return {step.subject.id: step for step in (*first, *others)}


def test_the_first_steps_of_the_example() -> None:
    """Three steps, the second of which begins with finding out."""
    (first, second, third), _others = step_lines(example())

    assert first.title == "Name who is responsible"
    assert first.reason == "today: “whoever feels like it”"
    assert first.who == "management"
    assert first.say == "Who is responsible from Monday on, and who stands in?"
    assert first.effect == "score 29 to 42, now 13 to 25"

    assert second.title == "First find out whether customer support is involved"
    assert second.reason == "for customer service; whether it is involved, nobody knows"
    assert second.effect == "3 of 4 goals for certain, now 2 to 3; in departments 2 of 4, now 1 to 2"

    assert third.title == "Bring in human resources"
    assert third.reason == "nobody who usually wins applicants is involved"
    assert third.text == "Human resources usually takes charge of winning applicants."
    assert third.effect == "3 to 4 of 4 goals, now 2 to 3"


def test_the_first_steps_in_german() -> None:
    """The same, natively."""
    (first, second, third), _others = step_lines(example(language="de"))

    assert (first.title, first.effect) == (
        "Benennen Sie Zuständige",
        "Gesamtwert 29 bis 42, jetzt 13 bis 25",
    )
    assert (second.title, second.reason, second.effect) == (
        "Klären Sie zuerst, ob der Kundenservice beteiligt ist",
        "für Kundenbetreuung; ob beteiligt, weiß niemand",
        "3 von 4 Zielen sicher, jetzt 2 bis 3; bei den Abteilungen 2 von 4, jetzt 1 bis 2",
    )
    assert (third.title, third.reason, third.text) == (
        "Holen Sie die Personalabteilung dazu",
        "niemand beteiligt, der üblicherweise Bewerber gewinnt",
        "Die Personalabteilung kümmert sich üblicherweise um Bewerbergewinnung.",
    )


def test_everything_else_is_numbered_on() -> None:
    """What is not among the first three follows in its order, each with why in one row."""
    _first, others = step_lines(example())
    assert [(step.number, step.title, step.reason) for step in others] == [
        (4, "Bring in legal", "nobody who usually looks after data protection is involved"),
        (5, "Form a team across departments", "several involved, no team joins them"),
        (6, "Give every goal a measurable target", "at least one target is missing"),
        (7, "Bring in public relations", "to help with awareness and winning applicants"),
        (8, "Bring in sales", "to help with awareness"),
        (9, "Bring in IT", "to help with data protection"),
    ]


@pytest.mark.parametrize(
    ("answers", "department", "english", "german"),
    [
        # One goal of one, and nothing involved of four.
        (
            {"departments": all_items("departments", "no"), "goals": {"service": "yes"}},
            "support",
            "1 of 1 goal, now 0; in departments 1 of 4, now 0",
            "1 von 1 Ziel, jetzt 0; bei den Abteilungen 1 von 4, jetzt 0",
        ),
        # A challenge only, by a department without a figure.
        (
            {
                "departments": all_items("departments", "no"),
                "goals": all_items("goals", "no"),
                "challenges": {"privacy": "yes"},
                "in_hand": {"privacy": "no"},
            },
            "legal",
            "a department that can take on data protection is involved",
            "eine Abteilung ist beteiligt, die sich um Datenschutz kümmern kann",
        ),
        # Helps with one challenge; without a figure no count changes.
        (
            {
                "departments": all_items("departments", "no", legal="yes"),
                "challenges": {"privacy": "yes"},
                "in_hand": {"privacy": "no"},
            },
            "it",
            "helps with your challenge",
            "hilft bei Ihrer Herausforderung",
        ),
        # Helps with one goal.
        (
            {"departments": all_items("departments", "no", marketing="yes"), "goals": {"awareness": "yes"}},
            "sales",
            "helps with your goal; in departments 2 of 4, now 1",
            "hilft bei Ihrem Ziel; bei den Abteilungen 2 von 4, jetzt 1",
        ),
        # Helps with goals and challenges: awareness no, expert as support … resources and big data.
        (
            {
                "departments": all_items("departments", "yes", marketing="no"),
                "goals": {"service": "yes", "applicants": "yes"},
                "challenges": {"resources": "yes"},
                "in_hand": {"resources": "no"},
            },
            "marketing",
            "helps with 3 of your goals and challenges; in departments 4 of 4, now 3",
            "hilft bei 3 Ihrer Ziele und Herausforderungen; bei den Abteilungen 4 von 4, jetzt 3",
        ),
        # Goals that nobody here could take on are not in the number, and that is said.
        (
            HOSPITAL,
            "hr",
            "2 of 2 goals that somebody here could take on, now 1",
            "2 von 2 Zielen, die hier jemand übernehmen könnte, jetzt 1",
        ),
    ],
)
def test_effect_of_a_department(answers: dict[str, Any], department: str, english: str, german: str) -> None:
    """Goals covered and the departments' count, or with how much it helps."""
    assert steps_of(case_of(answers))[department].effect == english
    assert steps_of(case_of(answers, language="de"))[department].effect == german


def test_effect_of_a_rule_where_there_is_no_score() -> None:
    """Without a verdict the section's own count says what a rule changes."""
    answers = {**HOSPITAL, "team": all_items("team", "no", ad_hoc="yes")}
    assert steps_of(case_of(answers))["ad_hoc"].effect == "in set-up 1 of 3, now 0"
    assert steps_of(case_of(answers, language="de"))["ad_hoc"].effect == "beim Aufbau 1 von 3, jetzt 0"


def test_effect_of_a_rule_that_changes_no_answer() -> None:
    """A rule that names no answer promises nothing."""
    assert steps_of(example())["targets"].effect == ""


def test_a_change_that_nobody_sees_is_not_told() -> None:
    """Two scores that read the same are no change."""
    assert score_change(span("12.6", 25), span(13, 25)) == ""
    assert score_change(span(13, 25), span(29, 42)) == "score 29 to 42, now 13 to 25"


def test_a_stand_in_is_not_called_usual() -> None:
    """A department that takes on what another one usually does says why it does."""
    answers = {
        "departments": all_items("departments", "na", management="no", legal="no"),
        "goals": {"awareness": "yes"},
        "challenges": all_items("challenges", "no"),
    }
    assert steps_of(case_of(answers))["management"].text == (
        "Management can take charge of awareness, since the usual department does not exist here."
    )
    assert steps_of(case_of(answers, language="de"))["management"].text == (
        "Die Geschäftsleitung kann Bekanntheit übernehmen, weil es die übliche Abteilung dafür hier "
        "nicht gibt."
    )


def test_a_stand_in_for_two_departments() -> None:
    """Where two departments are missing, both are told to be."""
    answers = {
        "departments": all_items("departments", "na", management="no", legal="no"),
        "goals": {"applicants": "yes", "stakeholders": "yes"},
        "challenges": all_items("challenges", "no"),
    }
    assert steps_of(case_of(answers))["management"].text == (
        "Management can take charge of winning applicants and contact with stakeholders, "
        "since the usual departments do not exist here."
    )
    assert steps_of(case_of(answers, language="de"))["management"].text == (
        "Die Geschäftsleitung kann Bewerbergewinnung und Kontakt zu Interessengruppen übernehmen, "
        "weil es die üblichen Abteilungen dafür hier nicht gibt."
    )


def test_a_stand_in_that_also_helps() -> None:
    """Both parts stand in one sentence, which names the department once."""
    answers = {
        "departments": all_items("departments", "no", marketing="yes", support="na"),
        "goals": {"awareness": "yes", "service": "yes"},
        "challenges": all_items("challenges", "no"),
    }
    assert steps_of(case_of(answers))["sales"].text == (
        "Sales can help with awareness and take charge of customer service, "
        "since the usual department does not exist here."
    )
    assert steps_of(case_of(answers, language="de"))["sales"].text == (
        "Der Vertrieb kann bei Bekanntheit helfen und Kundenbetreuung übernehmen, weil es die übliche "
        "Abteilung dafür hier nicht gibt."
    )


def test_a_department_with_two_parts() -> None:
    """What it takes charge of and what it helps with stand in one sentence."""
    answers = {
        "departments": all_items("departments", "no"),
        "goals": all_items("goals", "no", applicants="yes", stakeholders="yes"),
    }
    pr = steps_of(case_of(answers))["pr"]
    assert pr.text == (
        "Public relations usually takes charge of contact with stakeholders"
        " and can help with winning applicants."
    )


@pytest.mark.parametrize("answer", ["no", "unknown"])
def test_a_department_that_could_take_charge_as_well(answer: str) -> None:
    """It does not only help: with it the goal would be covered, whoever is to be brought in first."""
    answers = {
        "departments": all_items("departments", "no", pr=answer),
        "goals": all_items("goals", "no", awareness="yes"),
    }
    english = steps_of(case_of(answers))["pr"]
    assert english.text == "Public relations can take charge of awareness, too."
    assert english.reason == "to take charge of awareness"
    german = steps_of(case_of(answers, language="de"))["pr"]
    assert german.text == "Die PR kann sich auch um Bekanntheit kümmern."


def test_a_department_that_helps_whoever_is_in_charge() -> None:
    """Of a goal that is covered another department takes charge already."""
    answers = {
        "departments": all_items("departments", "no", marketing="yes"),
        "goals": all_items("goals", "no", awareness="yes"),
    }
    assert steps_of(case_of(answers))["pr"].text == "Public relations can help with awareness."


def test_reason_where_it_is_not_known_whether_nobody_is_involved() -> None:
    """Nobody is called missing who may be involved."""
    answers = {
        "departments": all_items("departments", "no", pr="unknown"),
        "goals": {"awareness": "yes"},
    }
    assert steps_of(case_of(answers))["marketing"].reason == "to take charge of awareness"
    assert (
        steps_of(case_of(answers, language="de"))["marketing"].reason
        == "üblicherweise federführend für Bekanntheit"
    )


@pytest.mark.parametrize(
    ("answers", "english", "german"),
    [
        (
            {},
            "From your answers so far nothing is advised.",
            "Aus Ihren Angaben ergibt sich bisher keine Empfehlung.",
        ),
        (
            {**EVERYTHING, "daily": "unknown"},
            "From your answers so far nothing is advised; this may change once more is known.",
            (
                "Aus Ihren Angaben ergibt sich bisher keine Empfehlung; "
                "das kann sich ändern, sobald mehr bekannt ist."
            ),
        ),
        (
            EVERYTHING,
            "From your answers nothing is advised.",
            "Aus Ihren Angaben ergibt sich keine Empfehlung.",
        ),
    ],
)
def test_nothing_to_advise(answers: dict[str, Any], english: str, german: str) -> None:
    """It is said that nothing is advised, and whether that may change."""
    assert no_steps_sentence(case_of(answers)) == english
    assert no_steps_sentence(case_of(answers, language="de")) == german


def test_somebody_alone_is_told_nothing_about_departments() -> None:
    """Where there is nobody to bring in, the steps are about the set-up."""
    assert {step.subject.kind for step in steps_of(case_of(SOLO)).values()} == {"rule"}


def test_a_rule_names_what_it_is_about() -> None:
    """The items that a rule found stand in its text, joined as in a sentence."""
    answers = {
        **NO_GOALS,
        "departments": all_items("departments", "yes"),
        "challenges": all_items("challenges", "yes"),
        "in_hand": {"resources": "no", "privacy": "no", "big_data": "no"},
    }
    assert steps_of(case_of(answers))["owner"].text.startswith(
        "For resources, data protection and big data a department that can take charge is involved"
    )
    assert steps_of(case_of(answers, language="de"))["owner"].text.startswith(
        "Für Ressourcen, Datenschutz und Big Data ist eine Abteilung beteiligt"
    )


@pytest.mark.parametrize(
    ("evidence", "item", "expected"),
    [
        (
            ("A1",),
            "",
            (
                "2015: social media has become a job for a team. Few work on it alone by now, and leaving it "
                "to “whoever feels like it” is not the professional way (haufe.de)"
            ),
        ),
        (
            ("B1", "B5"),
            "",
            (
                "A blog article on the 2010 survey: social media concerns several departments, or "
                "should; in practice marketing carries most of it (futurebiz.de)"
            ),
        ),
        (
            ("figure", "judgement"),
            "departments.sales",
            "smcheck's judgement; 46 of 100 surveyed companies involve it (Pivot Conference 2010)",
        ),
        (("judgement",), "departments.it", "smcheck's judgement; these surveys have no figure for it"),
        (("figure",), "departments.sales", "46 of 100 surveyed companies involve it (Pivot Conference 2010)"),
    ],
)
def test_evidence(evidence: tuple[str, ...], item: str, expected: str) -> None:
    """One line: the argument with its year and where it stands, else our judgement beside the figure."""
    assert evidence_lines(example(), evidence, item) == (expected,)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "smcheck's judgement; this survey has no figure for it"),
        ("de", "Einschätzung von smcheck; diese Umfrage hat dazu keine Zahl"),
    ],
)
def test_evidence_with_one_survey(language: str, expected: str) -> None:
    """A set of one survey is not called several."""
    case = case_of({}, figures="bitkom-2012", language=language)
    assert evidence_lines(case, ("judgement",), "departments.it") == (expected,)


def test_a_weak_argument_has_our_judgement_beside_it() -> None:
    """Where both are evidence, both are named in the one line."""
    (line,) = evidence_lines(example(), ("B4", "judgement"))
    assert line.endswith("for example (futurebiz.de); beside it, smcheck's judgement")
    use("de")
    (line,) = evidence_lines(example(language="de"), ("B4", "judgement"))
    assert line.endswith("einzubeziehen (futurebiz.de); dazu die Einschätzung von smcheck")


def test_second_looks_are_questions() -> None:
    """A contradiction is asked about."""
    (look,) = second_looks(example())
    assert look.title == "One department alone – or several after all?"
    assert look.text.endswith("?")
