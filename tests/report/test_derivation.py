"""Why on every number: the lines must name the inputs, and the inputs must give the number."""

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from smcheck.report.case import Case, open_case
from smcheck.report.derivation import (
    why_benchmark,
    why_department,
    why_fit,
    why_item,
    why_need,
    why_rank,
    why_section,
)
from smcheck.report.exact import exact, exact_span, signed_exact, signed_exact_span
from smcheck.scoring import Span
from smcheck.sheet import Sheet
from support.builders import EXAMPLE, PACK, all_items, reweighted, sheet_of, sheets

WORDS = PACK.texts("en").figures["documented"].sources["pivot-2010"]
N = "700 (not confirmed: one report only, or reports differ)"
PIVOT = [
    f"Source: Pivot Conference (Brian Solis), “{WORDS.title}”, 2010; 16 years: historical.",
    f"Asked: {WORDS.population}. Number asked: {N}.",
    f"Question: {WORDS.asked}. Answers: several allowed.",
]
FOUR = {"departments": {"marketing": "yes", "pr": "no", "sales": "no", "support": "no"}}


def case_of(answers: dict[str, Any], figures: str = "documented") -> Case:
    """The case of these answers, in English."""
    return open_case(PACK, sheet_of(answers), figures, "en")


def test_numbers_say_when_they_are_rounded() -> None:
    """Two decimals are exact or marked; a lead has its sign."""
    third = Fraction(100, 3)
    assert (exact(Fraction("59.75")), exact(third)) == ("59.75", "≈33.33")
    assert (signed_exact(Fraction("-34.75")), signed_exact(third)) == ("−34.75", "≈+33.33")
    assert (exact_span(Span(third, Fraction(50))), signed_exact(Fraction(0))) == ("≈33.33–50", "0")
    assert signed_exact_span(Span(Fraction(-39), Fraction(61))) == "−39 … +61"


def test_section_by_hand() -> None:
    """The documented example: 1 of 4, surveyed 59.75, lead −34.75, each from its inputs."""
    unscored = "Product dev., HR, Management, IT, Legal"
    assert why_section(case_of(FOUR), "departments") == [
        "Departments 25 = 100 × 1 of 4 favourable answers",
        "Surveyed companies 59.75 = (90 + 64 + 46 + 39) ÷ 4",
        "Lead −34.75 = (+10 −64 −46 −39) ÷ 4",
        "The items, in order: Marketing, PR, Sales, Support.",
        f"Not scored, as no figure is documented: {unscored}.",
        *PIVOT,
    ]


def test_section_with_unknown_and_missing() -> None:
    """A range is derived as a range, and what does not exist is named as left out."""
    lines = why_section(
        case_of({"departments": {"marketing": "yes", "pr": "na", "sales": "no", "support": "unknown"}}),
        "departments",
    )
    assert "Departments ≈33.33–≈66.67 = 100 × 1–2 of 3 favourable answers" in lines
    assert "Lead −25 … ≈+8.33 = (+10 −46 (−39 … +61)) ÷ 3" in lines
    assert "Left out, as they do not exist here: PR." in lines


def test_section_where_no_is_favourable() -> None:
    """The complement is shown as such, not as a finished number."""
    lines = why_section(case_of({"challenges": all_items("challenges", "no")}), "challenges")
    assert "Surveyed companies ≈60.33 = ((100 − 49) + (100 − 38) + (100 − 32)) ÷ 3" in lines
    assert "Where “no” is the favourable answer, 100 − the percentage is compared." in lines


def test_section_without_figures() -> None:
    """Where nothing can be compared that is all that is said, for the rank too."""
    case = case_of(FOUR, "bitkom-social-business-2013")
    expected = ["Departments: nothing in it can be compared with these figures."]
    assert [why_section(case, "departments"), why_rank(case, "departments")] == [expected, expected]


@given(sheets())
def test_the_formulas_give_the_numbers(sheet: Sheet) -> None:
    """Calculating what stands on the right of the surveyed value gives what stands on the left."""
    case = open_case(PACK, sheet, language="en")
    for section in case.result.benchmark.sections.values():
        line = next(line for line in why_section(case, section.id) if line.startswith("Surveyed"))
        shown, formula = line.removeprefix("Surveyed companies ").split(" = ")
        terms, n = formula.split(" ÷ ") if " ÷ " in formula else (formula, "1")
        plain = re.sub(r"\(100 − (\d+)\)", lambda match: str(100 - int(match[1])), terms)
        assert exact(Fraction(sum(map(int, re.findall(r"\d+", plain))), int(n))) == shown


def test_benchmark_names_sections_weights_and_range() -> None:
    """Equal weights are not named; the robust range and the verdict's rule are."""
    case = case_of(
        {
            **FOUR,
            "team": all_items("team", "no"),
            "goals": all_items("goals", "no"),
            "challenges": all_items("challenges", "yes"),
        }
    )
    lines = why_benchmark(case)
    assert lines[:4] == [
        "Benchmark ≈14.58 = (≈33.33 + 25 + 0 + 0) ÷ 4",
        "Surveyed companies ≈56.9 = (≈56.33 + 59.75 + ≈51.17 + ≈60.33) ÷ 4",
        "Lead ≈−42.31 = benchmark − surveyed companies",
        "The sections, in order: Team, Departments, Goals, Challenges.",
    ]
    # Behind by 23, 34.75, 51 1/6 and 60 1/3 points. Lowest: the first two halved, the others doubled;
    # highest: the last one halved, the others doubled.
    assert lines[4].startswith("Lead ≈−50.38 … ≈−34.04 when the weight of each section is halved")
    assert lines[5].startswith("BEHIND: ahead if all of that range is above 0")
    assert lines[-3:] == PIVOT


def test_benchmark_with_other_weights() -> None:
    """Weights other than 1 stand in the formula, and a section of weight 0 is named as left out."""
    pack = reweighted({"team": 2, "goals": 0})
    sheet = sheet_of(FOUR, pack=pack)
    lines = why_benchmark(open_case(pack, sheet, language="en"))
    assert lines[1] == "Surveyed companies ≈58.19 = (2 × ≈56.33 + 1 × 59.75 + 1 × ≈60.33) ÷ 4"
    assert "Left out, as its weight is 0: Goals." in lines
    assert "Open: not every section has an answer yet." in lines


def test_benchmark_without_a_section() -> None:
    """A section that drops out is named; with none left there is nothing to derive."""
    gone = case_of({"departments": all_items("departments", "na")})
    assert "Left out, as nothing in it can be compared: Departments." in why_benchmark(gone)
    nothing = case_of({}, "bitkom-social-business-2013")
    assert why_benchmark(nothing) == ["Open: no section can be compared with these figures."]


@pytest.mark.parametrize(
    ("path", "answer", "expected"),
    [
        ("departments.marketing", "yes", "Lead +10 = 100 × (1 − 0.9)"),
        ("departments.marketing", "no", "Lead −90 = 100 × (0 − 0.9)"),
        ("departments.marketing", "unknown", "Lead −90 … +10 = 100 × (0–1 − 0.9)"),
        ("challenges.privacy", "yes", "Lead −62 = 100 × (0 − (1 − 0.38))"),
        ("departments.marketing", "na", "Left out of the score, as it does not exist here."),
        ("departments.hr", "yes", "Not scored, as no figure is documented."),
    ],
)
def test_item(path: str, answer: str, expected: str) -> None:
    """What an answer adds or costs, in numbers that give it."""
    question, _dot, item = path.partition(".")
    lines = why_item(case_of({question: {item: answer}}), path)
    assert lines[1] == expected


def test_item_shows_figure_interval_earlier_and_caution() -> None:
    """Beside the derivation stand the figure's interval or its absence, earlier values, and its caution."""
    lines = why_item(case_of({"challenges": {"resources": "no"}}), "challenges.resources")
    assert "49 % · no interval: n not published" in lines
    assert "Earlier, as the same report gives it: 2014: 54 %." in lines
    assert PACK.texts("en").cautions["challenges_wording"] in lines


def test_item_of_a_section_that_dropped_out() -> None:
    """An item that has a figure but no score says why."""
    lines = why_item(case_of({"departments": all_items("departments", "na")}), "departments.pr")
    assert lines[1] == "Left out of the score, as it does not exist here."


def test_rank_by_hand() -> None:
    """More than 1 of the four departments: 54 to 100 %, both ends from the shares."""
    assert why_rank(case_of(FOUR), "departments") == [
        "Yours: 1 of 4 favourable answers.",
        (
            "Only the share of each item is published, not how the items go together. The share of companies "
            "with more is therefore known as a range: 54–100 %."
        ),
        "Shares with the favourable answer, ascending: 39, 46, 64, 90.",
        "Lowest 54 = 100 − the smallest of 100, (10 + 36 + 54 + 61) ÷ 3, (10 + 36 + 54) ÷ 2, 10 + 36",
        "Highest 100 = the smallest of 100, (39 + 46 + 64 + 90) ÷ 2, 39 + 46 + 64",
        "Formula: Rüger 1978; it equals the optimum of the linear program over all combinations.",
        *PIVOT,
    ]


def test_rank_when_nobody_can_have_more() -> None:
    """With everything there is no bound to calculate."""
    lines = why_rank(case_of({"goals": all_items("goals", "yes")}), "goals")
    assert "Lowest 0: nobody can have more than all 6." in lines
    assert "Highest 0: nobody can have more than all 6." in lines


def test_rank_of_open_answers() -> None:
    """Where the count is a range the widest range of the rank is taken, and said to be."""
    lines = why_rank(case_of({}), "challenges")
    assert "Lowest 0: nobody can have more than all 3." in lines
    assert "Answers are open, so the widest range is taken." in lines


def test_fit_by_hand() -> None:
    """Two needs known: each backing from its weights, and their mean."""
    case = case_of(
        {
            "departments": all_items("departments", "no", support="yes", marketing="yes"),
            "goals": all_items("goals", "no", awareness="yes", service="yes"),
            "challenges": all_items("challenges", "no"),
        }
    )
    assert why_fit(case)[:3] == [
        "Fit ≈58.33 = (50 + ≈66.67) ÷ 2",
        "Awareness: 50 = 100 × 2 of 4",
        "Service: ≈66.67 = 100 × 2 of 3",
    ]


def test_fit_with_needs_that_may_be() -> None:
    """Needs that are not known to be one are listed apart."""
    lines = why_fit(case_of({"departments": all_items("departments", "no"), "goals": {"service": "yes"}}))
    assert lines[0].startswith("Fit 0 = the lowest and highest mean")
    assert lines.index("Service: 0 = 100 × 0 of 3") < lines.index("Not known to be needs:")


def test_fit_without_needs() -> None:
    """Without a need there is nothing to derive."""
    case = case_of({"goals": all_items("goals", "no"), "challenges": all_items("challenges", "no")})
    assert why_fit(case) == [
        "No goal is pursued and no open challenge is faced, so there is nothing to fit.",
    ]


def test_need_by_hand() -> None:
    """Each department of a need with its weight, its answer and what it rests on."""
    case = case_of(
        {"goals": {"service": "yes"}, "departments": {"support": "no", "product_development": "yes"}}
    )
    assert why_need(case, "goals.service") == [
        "Serve customers: backing ≈33.33 = 100 × 1 of 3",
        f"Customer support leads, counts 2: no. {case.texts.arguments['B3']} (futurebiz.de)",
        "Product development supports, counts 1: yes. Our judgement",
    ]


@pytest.mark.parametrize(
    ("answers", "need", "expected"),
    [
        ({"goals": {"service": "no"}}, "goals.service", "Serve customers: no, so it calls for nobody."),
        (
            {"challenges": {"privacy": "yes"}, "in_hand": {"privacy": "yes"}},
            "challenges.privacy",
            "Data protection: in hand, so it calls for nobody.",
        ),
        (
            {},
            "team.dedicated",
            "A dedicated team that specialises in social media: it calls for no department.",
        ),
    ],
)
def test_no_need(answers: dict[str, Any], need: str, expected: str) -> None:
    """What is no need says why."""
    assert why_need(case_of(answers), need) == [expected]


def test_need_that_may_be() -> None:
    """A need that may or may not be one says so."""
    lines = why_need(case_of({}), "goals.service")
    assert lines[1] == "Not known whether it is a need: it may count or not."


def test_need_whose_departments_do_not_exist() -> None:
    """A need that nobody here could meet has backing 0, and says why."""
    case = case_of({"goals": {"service": "yes"}, "departments": all_items("departments", "na")})
    assert why_need(case, "goals.service")[0] == (
        "Serve customers: backing 0, as none of its departments exists here"
    )


def test_department_by_hand() -> None:
    """What bringing support in changes, what calls for it, and what the order rests on."""
    case = case_of(
        {
            **EXAMPLE["answers"],
            "departments": all_items("departments", "no"),
            "goals": all_items("goals", "no", service="yes"),
            "challenges": all_items("challenges", "no"),
        }
    )
    lines = why_department(case, "support")
    assert lines[:4] == [
        "Customer support: no",
        "advised: Would lead on service.",
        "Fit 0 → 67, benchmark 38–46 → 44–52: both scored again with this one answer “yes”.",
        "Service: it counts 2 of 3",
    ]
    assert (
        "Order: needs led, fit gained (66.67 points, middle of the range), documented share, pack." in lines
    )
    assert lines[-3:] == PIVOT


def test_department_on_board_is_not_advised() -> None:
    """A department that is involved has no advice."""
    assert why_department(case_of(FOUR), "marketing") == [
        "Marketing: yes",
        "No advice: only departments answered “no” or “don't know” can be brought in.",
    ]


@given(sheets())
def test_everything_has_a_why(sheet: Sheet) -> None:
    """Whatever was answered, every number has lines, and none of them is empty or broken."""
    case = open_case(PACK, sheet)
    found = [
        why_benchmark(case),
        why_fit(case),
        *(why_section(case, section.id) for section in PACK.sections),
        *(why_rank(case, section.id) for section in PACK.sections),
        *(why_item(case, path) for path in PACK.items),
        *(why_need(case, need.item) for need in PACK.needs),
        *(why_department(case, department) for department in PACK.departments),
    ]
    assert [lines for lines in found if not lines or any("\n" in line or not line for line in lines)] == []
