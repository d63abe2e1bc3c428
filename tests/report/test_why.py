"""Why: the name of the number, the arithmetic calculated by hand, the sources once."""

import pytest

from smcheck.report.case import Case
from smcheck.report.content import Subject
from smcheck.report.tab_content import Why
from smcheck.report.why import why
from support.builders import all_items
from support.companies import EVERYTHING, HOSPITAL, case_of, example


def said(found: Why) -> dict[str, str]:
    """The lines by their heads; lines without one follow the one before."""
    lines: dict[str, str] = {}
    last = ""
    for head, text in found.lines:
        last = head or last
        lines[last] = f"{lines[last]} | {text}" if last in lines else text
    return lines


def of(case: Case, kind: str, id_: str = "") -> Why:
    """Why of one thing."""
    return why(case, Subject(kind, id_))


def test_the_score() -> None:
    """(0 + 25 to 50) / 2, and theirs (56.33 + 59.75) / 2."""
    found = of(example(), "benchmark")
    assert (found.title, found.text) == (
        "Score: 13 to 25 of 100",
        "Below the surveyed companies, in set-up and departments.",
    )
    assert said(found) == {
        "Set-up": "0 of 3 = 0 of 100, theirs 56.3: below",
        "Departments": "1 to 2 of 4 = 25 to 50 of 100, theirs 59.8: below",
        "overall score": "the mean of these sections, 12.5 to 25 of 100, theirs 58",
        "verdict": (
            "below in each of them | goals and challenges are described, not judged: they enter neither"
        ),
    }
    assert [passport[0][1].partition(",")[0] for passport in found.sources] == [
        "Bitkom 2015",
        "Pivot Conference 2010",
    ]


def test_no_score() -> None:
    """Why there is no verdict."""
    found = of(case_of(HOSPITAL), "benchmark")
    assert found.title == "Verdict: no comparison"
    assert said(found)["verdict"] == "a verdict takes two sections that can be compared"


def test_a_judged_section() -> None:
    """Answers, sum, score, bounds, and what is left out."""
    found = of(example(), "section", "departments")
    assert found.title == "Departments: 1 to 2 of 4"
    assert said(found) == {
        "counted": (
            "Marketing yes; PR and Sales no; Support don't know | "
            "what is not known may be so or not: hence the range"
        ),
        "theirs": "90 + 64 + 46 + 39 = 239 %, so 2.4 of these 4 on average",
        "score": "1 to 2 of 4 = 25 to 50 of 100, theirs 59.8",
        "rank": "between 19.5 and 100 of 100 have more; single percentages allow no closer number",
        "left out": "Development, HR, Management, IT and Legal: no figure",
    }
    assert len(found.sources) == 1


def test_an_item_met_by_no_counts_with_its_rest() -> None:
    """100 − 18 say that it is not so."""
    lines = said(of(example(), "section", "team"))
    assert lines["theirs"] == "51 + 36 + 82 = 169 %, so 1.7 of these 3 on average"
    assert "Whoever wants to: met by “no”" in lines["counted"]


def test_a_described_section() -> None:
    """77 + 32 + 56 + 55 + 69 + 20 = 309, divided by six."""
    lines = said(of(example(), "section", "goals"))
    assert lines["alike"] == "77 + 32 + 56 + 55 + 69 + 20 = 309, divided by 6 = 51.5 of 100"
    assert lines["possible"].startswith("32.5 to 67.5 of 100, whatever one answers")


@pytest.mark.parametrize(
    ("path", "title", "text", "lines"),
    [
        (
            "departments.marketing",
            "Marketing: yes",
            "90 of 100 surveyed companies say yes.",
            {
                "compared": "100 against 90: 10 above",
                "exactness": "no margin of error: the number asked is not confirmed",
            },
        ),
        (
            "departments.support",
            "Customer support: don't know",
            "39 of 100 surveyed companies say yes.",
            {
                "if yes": "100 against 39: 61 above",
                "if no": "0 against 39: 39 below",
                "exactness": "no margin of error: the number asked is not confirmed",
            },
        ),
        (
            "team.ad_hoc",
            "Whoever feels like it: yes",
            "18 of 100 surveyed companies say yes.",
            {
                "compared": "0 against 82: 82 below",
                "theirs": "met by “no”: 82 of 100 say no",
                "exactness": "no margin of error: the number asked is not published",
                "years": "2014: 17 % (Bitkom 2014, IT and telecoms) | 2015: 18 % (Bitkom 2015)"
                " | 2016: 17 % (Bitkom 2016, IT and telecoms)",
            },
        ),
        (
            "goals.expert",
            "Be seen as an expert: no",
            "68 of 100 surveyed companies say yes.",
            {
                "compared": "32 of 100 answer as you do",
                "exactness": "no margin of error: the number asked is not published",
                "years": "2014: 75 % (Bitkom 2014, IT and telecoms) | 2015: 68 % (Bitkom 2015)",
            },
        ),
        (
            "team.agency",
            "An agency or another service provider: no",
            "No figure to compare, so it enters no score.",
            {},
        ),
    ],
)
def test_an_item(path: str, title: str, text: str, lines: dict[str, str]) -> None:
    """What the answer means beside the percentage, and how exact that is."""
    found = of(example(), "item", path)
    assert (found.title, found.text, said(found)) == (title, text, lines)


def test_an_item_that_does_not_exist() -> None:
    """No gap, and it counts as not met."""
    lines = said(of(case_of(HOSPITAL), "item", "departments.sales"))
    assert lines["compared"] == "does not exist here: no gap; counts as not met"


def test_coverage() -> None:
    """Each need with its sign, and the rule."""
    found = of(example(), "coverage", "goals")
    assert found.title == "Goals covered: 2 to 3 of 4"
    assert said(found)["Service"] == "? Customer support, if it is involved"
    found = of(example(), "coverage", "challenges")
    assert (found.title, said(found)["Resources"]) == ("Challenges in hand: 1 of 2", "● in hand")


def test_a_need() -> None:
    """Who usually takes charge, who stands in, who helps, each with the answer."""
    found = of(example(), "need", "goals.service")
    lines = said(found)
    assert (lines["in charge"], lines["stand-in"], lines["helps"]) == (
        "Customer support (don't know)",
        "Sales (no)",
        "Marketing (yes)",
    )
    assert of(case_of(EVERYTHING), "need", "goals.service").text == (
        "Usually in charge and involved: Customer support."
    )
    assert of(example(), "need", "challenges.resources").text == ("In hand: it has an owner and a measure.")


def test_a_rule_names_the_answers_it_comes_from() -> None:
    """Answers, urgency, argument and effect."""
    lines = said(of(example(), "rule", "ad_hoc"))
    assert lines["from"] == "Whoever feels like it: yes"
    assert lines["urgency"] == "1 of 3, 1 is the most urgent"
    assert lines["rests on"].endswith("(haufe.de)")
    assert lines["then"] == "score 29 to 42, now 13 to 25"
    lines = said(of(example(), "second_look", "one_department_and_several"))
    assert lines == {"from": "One department alone: yes | Marketing: yes | Management: yes"}


def test_a_department() -> None:
    """Whether it is involved, what it would do, what speaks for it; the survey is apart from the advice."""
    lines = said(of(example(), "department", "support"))
    assert (lines["involved"], lines["advice"]) == ("don't know", "advised")
    assert lines["surveyed"] == "39 of 100 surveyed companies involve it (Pivot Conference 2010)"
    assert lines["could take charge"] == "customer service"
    assert said(of(example(), "department", "marketing"))["involved"] == "yes"
    assert said(of(example(), "department", "product_development")) == {"involved": "does not exist here"}


def test_completeness() -> None:
    """What nobody knows, and which questions lack an answer."""
    assert said(of(example(), "completeness")) == {"answered": "28 of 28", "don't know": "Support"}
    lines = said(of(case_of({"team": all_items("team", "no")}), "completeness"))
    assert lines["answered"] == "6 of 25"
    assert lines["still open"].startswith("Who answers comments and messages from day to day?")


def test_a_source() -> None:
    """Its passport; before it whom it did not ask."""
    found = of(case_of({}, profile={"country": "at"}), "source", "bitkom-itk-2015")
    assert found.lines[0] == ("caution", "Bitkom 2015 was asked in Germany, you are in Austria.")
    assert ("Publisher", "Bitkom") in found.lines
