"""What page one and the last page say, for every kind of result, in both languages."""

from typing import Any

import pytest

from smcheck.report.case import open_case
from smcheck.report.document.build import build_document
from smcheck.report.document.model import Document, Matrix, Recommendations, Step
from smcheck.report.overview import overview
from smcheck.report.text import render_text
from smcheck.words.language import use
from support.builders import PACK, all_items, sheet_of
from support.companies import EVERYTHING, HOSPITAL, NO_GOALS, NOBODY_KNOWS, NOTHING, SOLO
from support.reports import NINE_NEEDS, case_named, document_named

TEAM_UP = all_items("team", "no", dedicated="yes", cross_departmental="yes")
MIXED = {"team": TEAM_UP, "departments": all_items("departments", "no", marketing="yes"), **NO_GOALS}
MIXED_DOWN = {"team": all_items("team", "no"), "departments": all_items("departments", "yes"), **NO_GOALS}
ONE_LEAD = {
    "departments": all_items("departments", "no", marketing="yes"),
    "goals": all_items("goals", "no", awareness="yes", applicants="yes"),
    "challenges": all_items("challenges", "no"),
}
IN_HAND_NOT_KNOWN = {
    **ONE_LEAD,
    "challenges": all_items("challenges", "no", privacy="yes"),
    "in_hand": {"privacy": "unknown"},
}
ONLY_MARKETING = {
    "departments": all_items("departments", "na", marketing="no", hr="no"),
    "goals": all_items("goals", "no", awareness="yes", customers="yes"),
}


def document(answers: dict[str, Any], language: str, figures: str = "documented") -> Document:
    """The document of these answers in this language."""
    use(language)
    return build_document(open_case(PACK, sheet_of(answers), figures))


def message(found: Document, section: str) -> str:
    """What is said beside a section's name; nothing where there is no such section."""
    part = found.section(section)
    return part.message if part else ""


@pytest.mark.parametrize(
    ("answers", "english", "german"),
    [
        (
            EVERYTHING,
            "In set-up and departments you are above the surveyed companies.",
            "Bei Aufbau und Abteilungen liegen Sie vor den befragten Unternehmen.",
        ),
        (
            NOTHING,
            "In set-up and departments you are below the surveyed companies.",
            "Bei Aufbau und Abteilungen liegen Sie hinter den befragten Unternehmen.",
        ),
        (
            MIXED,
            "In set-up you are above, in departments below the surveyed companies.",
            "Beim Aufbau liegen Sie vor, bei den Abteilungen hinter den befragten Unternehmen.",
        ),
        (
            MIXED_DOWN,
            "In set-up you are below, in departments above the surveyed companies.",
            "Beim Aufbau liegen Sie hinter, bei den Abteilungen vor den befragten Unternehmen.",
        ),
        (
            NOBODY_KNOWS,
            "Still open: it depends on what nobody knows yet about set-up and departments.",
            "Noch offen: Es kommt darauf an, was zu Aufbau und Abteilungen noch niemand weiß.",
        ),
        (
            HOSPITAL,
            "Too little is comparable for an overall verdict.",
            "Für ein Gesamturteil ist bei Ihnen zu wenig vergleichbar.",
        ),
    ],
)
def test_the_first_sentence(answers: dict[str, Any], english: str, german: str) -> None:
    """The verdict is a whole sentence, true for the sections it names."""
    assert (document(answers, "en").headline, document(answers, "de").headline) == (english, german)


@pytest.mark.parametrize(
    ("answers", "english", "german"),
    [
        (
            EVERYTHING,
            "Your score is 100 of 100, average of both surveys 58. You are higher by 42 points of 100.",
            (
                "Ihr Gesamtwert ist 100 von 100, Schnitt beider Umfragen 58."
                " Sie liegen um 42 von 100 Punkten darüber."
            ),
        ),
        (
            MIXED,
            "Your score is 63 of 100, average of both surveys 58. On average 4 points above.",
            "Ihr Gesamtwert ist 63 von 100, Schnitt beider Umfragen 58. Im Schnitt 4 Punkte davor.",
        ),
        (NOBODY_KNOWS, "So far anything from 0 to 100 of 100.", "Bisher ist alles von 0 bis 100 möglich."),
        (
            HOSPITAL,
            (
                "Too little to compare in departments: of the 4 only public relations exists."
                " So there is no overall score."
            ),
            "Kein Vergleich bei den Abteilungen: Von den 4 gibt es nur PR. Daher gibt es keinen Gesamtwert.",
        ),
        (
            SOLO,
            "Too little to compare in departments: of the 4 none exists. So there is no overall score.",
            "Kein Vergleich bei den Abteilungen: Von den 4 gibt es keine. Daher gibt es keinen Gesamtwert.",
        ),
    ],
)
def test_where_one_stands(answers: dict[str, Any], english: str, german: str) -> None:
    """The score and its distance; or why there is none."""
    assert message(document(answers, "en"), "standing") == english
    assert message(document(answers, "de"), "standing") == german


@pytest.mark.parametrize(
    ("answers", "english", "german"),
    [
        (
            ONE_LEAD,
            "With human resources on board everything would be covered. You name no challenge.",
            "Wäre die Personalabteilung dabei, wäre alles abgedeckt. Sie nennen keine Herausforderung.",
        ),
        (  # one row is not about who is involved
            IN_HAND_NOT_KNOWN,
            "Missing for your goals: Human resources. Whether your one challenge is in hand is not known.",
            (
                "Für Ihre Ziele fehlt: Personalabteilung."
                " Ob Ihre Herausforderung im Griff ist, ist nicht bekannt."
            ),
        ),
        (  # for one goal there is nobody
            HOSPITAL,
            (
                "Missing for your goals and challenges: Human resources and Management."
                " At most one of your 2 challenges is in hand."
            ),
            (
                "Für Ihre Ziele und Herausforderungen fehlen: Personalabteilung und Geschäftsleitung."
                " Höchstens eine Ihrer 2 Herausforderungen ist im Griff."
            ),
        ),
        (  # which challenges are not known is said once
            {**ONE_LEAD, "challenges": all_items("challenges", "no", privacy="unknown")},
            (
                "With human resources on board everything would be covered."
                " Not known, so not counted here: data protection."
            ),
            (
                "Wäre die Personalabteilung dabei, wäre alles abgedeckt."
                " Nicht bekannt und daher hier nicht gezählt: Datenschutz."
            ),
        ),
        (EVERYTHING, "All of your 3 challenges are in hand.", "Alle 3 Herausforderungen sind im Griff."),
        (SOLO, "Your one challenge is not in hand.", "Ihre Herausforderung ist noch nicht im Griff."),
        (NOTHING, "You name no challenge.", "Sie nennen keine Herausforderung."),
        (  # no need is left, yet something is said of them
            {
                "departments": all_items("departments", "no", marketing="yes"),
                "goals": all_items("goals", "no", awareness="unknown"),
                "challenges": all_items("challenges", "no", privacy="yes"),
                "in_hand": {"privacy": "yes"},
            },
            "Your one challenge is in hand. Not known, so not counted here: awareness.",
            "Ihre Herausforderung ist im Griff. Nicht bekannt und daher hier nicht gezählt: Bekanntheit.",
        ),
    ],
)
def test_who_takes_charge(answers: dict[str, Any], english: str, german: str) -> None:
    """Everything is covered with some departments only where it really is."""
    assert message(document(answers, "en"), "charge") == english
    assert message(document(answers, "de"), "charge") == german


def test_with_some_departments_everything_is_covered() -> None:
    """With the departments that page one names, the goals and challenges on it are covered indeed."""
    use("en")
    case = open_case(PACK, sheet_of(NINE_NEEDS))
    found = build_document(case)
    if message(found, "charge").startswith("With "):
        leads = {case.pack.department_path(name): "yes" for name in case.advice.missing_leads}
        then = open_case(PACK, case.sheet.with_answers(leads))
        assert {need.covered for need in then.result.needs.open.values()} == {"yes"}


def steps(found: Document) -> list[Step]:
    """All that is advised."""
    section = found.section("recommendations")
    assert section is not None
    (block,) = section.blocks
    assert isinstance(block, Recommendations)
    return [*block.rows, *block.also]


def test_what_is_not_covered() -> None:
    """A department that would take charge says of what, and how that stands: missing, or not known."""
    expected = {
        "en": [
            "",
            "Whether “Serve customers on social media” is covered is not known.",
            "“Win applicants” is not covered yet.",
            "“Data protection” is not covered yet.",
        ],
        "de": [
            "",
            "Ob „Kunden auf Social Media betreuen“ abgedeckt ist, ist nicht bekannt.",
            "„Bewerber gewinnen“ ist noch nicht abgedeckt.",
            "„Datenschutz“ ist noch nicht abgedeckt.",
        ],
    }
    assert {
        language: [step.situation for step in steps(document_named("example", language))][:4]
        for language in expected
    } == expected
    two = document(ONLY_MARKETING, "de")
    assert "„Bekanntheit steigern“ und „Kunden gewinnen“ sind noch nicht abgedeckt." in [
        step.situation for step in steps(two)
    ]


@pytest.mark.parametrize(
    ("answers", "english", "german"),
    [
        (EVERYTHING, "All 29 answers are given.", "Alle 29 Antworten liegen vor."),
        (
            HOSPITAL,
            "All 28 answers are given. One of them is “don't know”.",
            "Alle 28 Antworten liegen vor. Eine davon ist „weiß nicht“.",
        ),
        (
            NOBODY_KNOWS,
            "All 25 answers are given. All of them are “don't know”.",
            "Alle 25 Antworten liegen vor. Alle sind „weiß nicht“.",
        ),
        (
            {"daily": "unknown"},
            "1 of 25 answers is given; it is “don't know”.",
            "1 von 25 Antworten liegt vor; sie ist „weiß nicht“.",
        ),
        ({"daily": "pr"}, "1 of 25 answers is given.", "1 von 25 Antworten liegt vor."),
    ],
)
def test_how_much_is_answered(answers: dict[str, Any], english: str, german: str) -> None:
    """How many answers there are, and how many of them say that nobody knows."""
    assert document(answers, "en").situation[-1] == english
    assert document(answers, "de").situation[-1] == german


def test_what_is_none_of_those_named_is_left_out() -> None:
    """“Other” is no fact about a company."""
    profile = {"sector": "other", "country": "other", "size": "1-9"}
    case = open_case(PACK, sheet_of({}, profile=profile))
    assert build_document(case).situation[0] == "Self-assessment: 1 to 9 employees."
    assert overview(case).facts == ("1 to 9 employees",)


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [
        ("example", "six more under “Recommendations”", "sechs weitere unter „Empfehlungen“"),
        ("solo", "", ""),
        ("everything", "", ""),
    ],
)
def test_where_the_other_steps_are(name: str, english: str, german: str) -> None:
    """Page one tells how many more things are advised, and under which heading."""
    found = [document_named(name, language).section("next_steps") for language in ("en", "de")]
    assert [section.hint if section else None for section in found] == [english, german]


def test_days_in_full() -> None:
    """A report names months."""
    english, german = (document_named("full", language) for language in ("en", "de"))
    assert (english.date_words, german.date_words) == ("22 November 2026", "22. November 2026")
    assert german.situation[0].startswith("Selbsteinschätzung vom 22. November 2026: ")
    assert german.summary is not None
    assert german.summary.author == "C. D., 22. November 2026"


def test_whom_the_surveys_asked_is_on_page_one() -> None:
    """The foot of page one names the surveys with their groups and years."""
    assert document_named("example", "de").sources_note.startswith(
        "Gemessen an: Bitkom 2015 (Marketingleitungen von IT- und Telekommunikationsunternehmen in"
        " Deutschland) und Pivot Conference 2010 (Fachleute aus Marketing und Werbung; Länder nicht"
        " veröffentlicht). Umfragen von 2010 und 2015: ein Maßstab, nicht der Markt von heute."
    )
    assert document_named("example", "de").sources_short.startswith(
        "Gemessen an: Bitkom 2015 und Pivot 2010. Umfragen von 2010 und 2015: ein Maßstab"
    )


MEAN = "The overall score is the mean of"
TWO = "An overall score takes two sections that can be compared."
THREE = "A section is compared if at least three"
COVERED = "A goal or challenge is covered"
BOUNDS = "“At least about”"


@pytest.mark.parametrize(
    ("name", "figures", "there", "not_there"),
    [
        ("example", "documented", (MEAN, BOUNDS, COVERED), (TWO, THREE)),
        ("hospital", "documented", (TWO, THREE, BOUNDS, COVERED), (MEAN,)),
        ("solo", "documented", (TWO, THREE), (MEAN, COVERED)),
        ("example", "bitkom-2025", (TWO, THREE, COVERED), (MEAN, BOUNDS)),
        ("example", "bitkom-itk-2014", (TWO, THREE, COVERED), (MEAN,)),
    ],
)
def test_method_is_that_of_the_result(
    name: str, figures: str, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    """Only rules that this result was calculated by are told."""
    section = document_named(name, "en", figures).section("method")
    assert section is not None
    told = "\n".join(getattr(section.blocks[0], "sentences", ()))
    assert [rule for rule in there if rule not in told] == []
    assert [rule for rule in not_there if rule in told] == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["example", "full", "hospital", "nine needs"])
def test_nothing_is_said_twice_on_a_page(name: str, language: str) -> None:
    """No message of a part or section says again what another one of the same part says."""
    for part in document_named(name, language).parts:
        messages = [part.message, *(section.message for section in part.sections)]
        sentences = [sentence for text in messages for sentence in text.split(". ") if sentence]
        assert sorted(set(sentences)) == sorted(sentences)


def test_the_summary_is_called_so() -> None:
    """In text the consultant's summary is no comment."""
    assert "Zusammenfassung (C. D., 22. November 2026): The summary of it all." in render_text(
        case_named("full", "de"), 200
    )


def test_legend_begins_with_those_in_charge() -> None:
    """The signs of the matrix are explained by what matters most."""
    section = document_named("example").section("matrix")
    assert section is not None
    (block,) = section.blocks
    assert isinstance(block, Matrix)
    assert [(part.charge, part.state) for part in block.legend] == [
        ("lead", "involved"),
        ("lead", "missing"),
        ("lead", "not_known"),
        ("lead", "covered"),
        ("help", "involved"),
        ("help", "missing"),
        ("help", "not_known"),
    ]
