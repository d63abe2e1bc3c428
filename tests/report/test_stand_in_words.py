"""Where the usual department does not exist and another one stands in, nothing calls that one usual."""

import pytest

from smcheck.report.content import Subject
from smcheck.report.coverage import covered_goals_sentence
from smcheck.report.document.build import build_document
from smcheck.report.document.model import Matrix, Need, Needs
from smcheck.report.steps import step_lines
from smcheck.report.who_does_what import who_does_what
from smcheck.report.why import why
from smcheck.words.language import use
from support.builders import all_items
from support.companies import case_of

SERVICE = {"goals": all_items("goals", "no", service="yes"), "challenges": all_items("challenges", "no")}


def answers(sales: str, **more: str) -> dict[str, object]:
    """A company without customer support: sales stands in for it."""
    departments = {**all_items("departments", "no", support="na", sales=sales), **more}
    return {"departments": departments, **SERVICE}


def need(sales: str) -> Need:
    """The one row on page one."""
    section = build_document(case_of(answers(sales))).section("charge")
    assert section is not None
    (block,) = section.blocks
    assert isinstance(block, Needs)
    return block.rows[0]


@pytest.mark.parametrize(
    ("sales", "english", "german"),
    [
        ("yes", "involved, stands in", "beteiligt, springt ein"),
        ("no", "could stand in, not involved", "könnte einspringen, nicht beteiligt"),
        (
            "unknown",
            "could stand in; involved? not known",
            "könnte einspringen; nicht bekannt, ob beteiligt",
        ),
    ],
)
def test_page_one(sales: str, english: str, german: str) -> None:
    """Page one says that the department only stands in."""
    use("en")
    assert need(sales).department == "Sales"
    assert need(sales).today == english
    section = build_document(case_of(answers(sales), language="de")).section("charge")
    assert section is not None
    assert [row.today for block in section.blocks for row in getattr(block, "rows", ())] == [german]


def test_the_head_above_a_stand_in() -> None:
    """The column of departments is not headed with what is usual where one of them stands in."""
    heads = {}
    for language in ("en", "de"):
        section = build_document(case_of(answers("no"), language=language)).section("charge")
        assert section is not None
        (block,) = section.blocks
        assert isinstance(block, Needs)
        heads[language] = block.heads[1]
    assert heads == {"en": "Who can take charge", "de": "Wer es übernehmen kann"}


def test_signs_mean_the_same_in_each_row() -> None:
    """Where signs take the place of words a stand-in is marked in its row, not in the legend for all rows."""
    departments = all_items("departments", "yes", marketing="na", pr="na", it="no")
    case = case_of({"departments": departments, "goals": all_items("goals", "yes")})
    section = build_document(case).section("charge")
    assert section is not None
    (block,) = section.blocks
    assert isinstance(block, Needs)
    assert block.legend == (("covered", "involved"),)
    assert [row.short_who for row in block.rows] == [
        "Management (stand-in)",
        "Management (stand-in)",
        "Human resources",
        "Sales",
        "Management (stand-in)",
        "Customer support",
    ]


@pytest.mark.parametrize(
    ("sales", "english", "german"),
    [
        (
            "yes",
            "For your one goal the department that usually takes charge or stands in is involved.",
            (
                "Für Ihr Ziel ist die Abteilung beteiligt, die sich üblicherweise oder ersatzweise"
                " darum kümmert."
            ),
        ),
        (
            "no",
            "For your one goal the department that usually takes charge or stands in is not involved.",
            (
                "Für Ihr Ziel ist die Abteilung nicht beteiligt, die sich üblicherweise oder"
                " ersatzweise darum kümmert."
            ),
        ),
    ],
)
def test_the_goals(sales: str, english: str, german: str) -> None:
    """A stand-in counts, and the sentence says so."""
    assert covered_goals_sentence(case_of(answers(sales))) == english
    assert covered_goals_sentence(case_of(answers(sales), language="de")) == german


def test_the_matrix_and_its_legend() -> None:
    """In the app and in reports the signs of a stand-in have a meaning of their own."""
    for sales, meaning in (
        ("yes", "stands in"),
        ("no", "could stand in, missing"),
        ("unknown", "could stand in, not known"),
    ):
        case = case_of(answers(sales))
        assert meaning in [cell.meaning for cell in who_does_what(case).legend]
        section = build_document(case).section("matrix")
        assert section is not None
        (block,) = section.blocks
        assert isinstance(block, Matrix)
        assert meaning in [part.meaning for part in block.legend]
        assert not [part for part in block.legend if part.meaning.startswith("usually")]


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        ("yes", "usually in charge, or stands in"),
        ("no", "usually in charge or could stand in, missing"),
        ("unknown", "usually in charge or could stand in, not known"),
    ],
)
def test_a_sign_stands_in_the_legend_once(answer: str, meaning: str) -> None:
    """Where the same sign is that of a usual department and of a stand-in, the legend says either."""
    departments = all_items("departments", "na", sales=answer, hr=answer)
    goals = all_items("goals", "no", service="yes", applicants="yes")
    case = case_of({"departments": departments, "goals": goals})
    section = build_document(case).section("matrix")
    assert section is not None
    (block,) = section.blocks
    assert isinstance(block, Matrix)
    assert [part.meaning for part in block.legend] == [meaning]
    assert [cell.meaning for cell in who_does_what(case).legend] == [meaning]


def test_why() -> None:
    """The derivation of a need that a stand-in covers does not call it usual."""
    found = why(case_of(answers("yes")), Subject("need", "goals.service"))
    assert found.text == "Stands in and is involved: Sales."


def test_nobody_is_named_who_does_not_exist() -> None:
    """Where there is no management, advice does not say to talk to it."""
    ad_hoc = {"team": all_items("team", "no", ad_hoc="yes")}
    for management, who in (("no", "management"), ("unknown", "management"), ("na", "")):
        steps, _also = step_lines(case_of({**answers("yes", management=management), **ad_hoc}))
        assert (steps[0].title, steps[0].who) == ("Name who is responsible", who)
