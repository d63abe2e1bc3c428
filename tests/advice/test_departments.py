"""Which departments to bring in, calculated by hand from the design's table of needs."""

from fractions import Fraction
from typing import Any

from smcheck.advice import Advice, DepartmentAdvice, advise
from smcheck.scoring import Count, assess
from smcheck.sheet import example_sheet
from support.builders import FIGURES, PACK, all_items, sheet_of


def advice_on(answers: dict[str, Any]) -> Advice:
    """The advice on a sheet with these answers, held against the documented figures."""
    sheet = sheet_of(answers)
    return advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))


def on(answers: dict[str, Any], department: str) -> DepartmentAdvice:
    """The advice on one department."""
    return next(found for found in advice_on(answers).departments if found.department == department)


def test_the_example() -> None:
    """Every department that is not, or not known to be, involved: order, parts, shares, evidence."""
    sheet = example_sheet(PACK)
    advice = advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    found: dict[str, tuple[object, ...]] = {
        one.department: (one.answer, one.label, one.takes_charge, one.helps, one.percent, one.evidence)
        for one in advice.departments
    }
    assert list(found) == ["support", "hr", "legal", "pr", "sales", "it"]
    assert found["support"] == (
        "unknown",
        "advised",
        ("goals.service",),
        ("goals.customers",),
        39,
        ("figure", "B3", "judgement"),
    )
    assert found["hr"] == ("no", "advised", ("goals.applicants",), (), None, ("B4", "judgement"))
    assert found["legal"] == ("no", "advised", ("challenges.privacy",), (), None, ("judgement",))
    # Marketing covers awareness, so PR would help only; winning applicants it helps in any case.
    helps = ("goals.awareness", "goals.applicants")
    assert found["pr"] == ("no", "advised", (), helps, 64, ("figure", "judgement"))
    assert found["sales"] == ("no", "advised", (), ("goals.awareness",), 46, ("figure", "judgement"))
    assert found["it"] == ("no", "advised", (), ("challenges.privacy",), None, ("judgement",))
    assert advice.missing_leads == ("support", "hr", "legal")


def test_goals_covered_before_and_after() -> None:
    """Support makes two or three of four goals three; HR makes them three or four; PR changes nothing."""
    sheet = example_sheet(PACK)
    advice = advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    after = {one.department: one.goals_covered.after for one in advice.departments}
    assert {one.goals_covered.before for one in advice.departments} == {Count(2, 3, 4)}
    assert (after["support"], after["hr"], after["pr"]) == (Count(3, 3, 4), Count(3, 4, 4), Count(2, 3, 4))


def test_a_survey_alone_is_no_advice() -> None:
    """Without a need nobody is advised: half of the surveyed companies or more make a department common."""
    nothing = {"departments": all_items("departments", "no"), "goals": all_items("goals", "no")}
    labels = {one.department: (one.label, one.evidence) for one in advice_on(nothing).departments}
    assert labels == {
        "marketing": ("common", ("figure",)),
        "pr": ("common", ("figure",)),
        "sales": ("neither", ("figure",)),
        "support": ("neither", ("figure",)),
        **dict.fromkeys(["product_development", "hr", "management", "it", "legal"], ("neither", ())),
    }
    assert list(labels) == [
        *("marketing", "pr", "sales", "support"),
        *("product_development", "hr", "management", "it", "legal"),
    ], "by share, then in the pack's order"


def test_only_what_was_answered_no_or_unknown_is_listed() -> None:
    """Departments that are involved, do not exist or were not answered are in no list."""
    answers = {"departments": {"marketing": "yes", "pr": "na", "sales": "no", "support": "unknown"}}
    assert [one.department for one in advice_on(answers).departments] == ["sales", "support"]


def test_the_one_to_bring_in_is_the_first_lead_that_exists() -> None:
    """PR comes before marketing for expertise; where PR does not exist, marketing takes charge."""
    both = {"departments": all_items("departments", "no"), "goals": {"expert": "yes"}}
    assert on(both, "pr").takes_charge == ("goals.expert",)
    assert (on(both, "marketing").takes_charge, on(both, "marketing").helps) == ((), ("goals.expert",))
    without_pr = {"departments": all_items("departments", "no", pr="na"), "goals": {"expert": "yes"}}
    assert on(without_pr, "marketing").takes_charge == ("goals.expert",)


def test_a_stand_in_takes_charge_where_no_lead_exists() -> None:
    """Without PR management stands in for stakeholders, and does not help itself."""
    answers = {"departments": all_items("departments", "no", pr="na"), "goals": {"stakeholders": "yes"}}
    management = on(answers, "management")
    assert (management.takes_charge, management.helps) == (("goals.stakeholders",), ())
    with_pr = {"departments": all_items("departments", "no"), "goals": {"stakeholders": "yes"}}
    assert (on(with_pr, "management").takes_charge, on(with_pr, "management").helps) == (
        (),
        ("goals.stakeholders",),
    )


def test_a_need_that_is_not_known_to_be_covered_is_still_taken_charge_of() -> None:
    """Where one lead is not known, the first of them is still the one to bring in."""
    answers = {
        "departments": {"sales": "no", "marketing": "unknown"},
        "goals": {"customers": "yes"},
    }
    assert on(answers, "sales").takes_charge == ("goals.customers",)
    assert on(answers, "marketing").helps == ("goals.customers",)
    assert advice_on(answers).missing_leads == ("sales",)


def test_a_missing_lead_that_was_not_answered() -> None:
    """It is named among the missing leads, though no list of departments has it."""
    advice = advice_on({"goals": {"applicants": "yes"}})
    assert (advice.departments, advice.missing_leads) == ((), ("hr",))


def test_a_challenge_in_hand_needs_nobody() -> None:
    """Neither one that is in hand nor one of which that is not known calls for a department."""
    departments = all_items("departments", "no")
    for in_hand in ("yes", "unknown"):
        answers = {
            "departments": departments,
            "challenges": {"privacy": "yes"},
            "in_hand": {"privacy": in_hand},
        }
        assert on(answers, "legal").label == "neither"
    answers = {"departments": departments, "challenges": {"privacy": "yes"}, "in_hand": {"privacy": "no"}}
    assert on(answers, "legal").takes_charge == ("challenges.privacy",)
    assert on(answers, "it").helps == ("challenges.privacy",)
    assert on(answers, "legal").goals_covered.after is None, "no goal, no goals covered"


def test_needs_come_before_help_and_help_before_shares() -> None:
    """By needs taken charge of, then needs helped, then share, then the pack's order."""
    answers = {
        "departments": all_items("departments", "no"),
        "goals": {"awareness": "yes", "expert": "yes", "service": "yes"},
    }
    # marketing takes awareness and helps with expert and service; PR takes expert and helps with awareness;
    # support takes service; sales and product development help with one each, sales has a share.
    assert [one.department for one in advice_on(answers).departments] == [
        *("marketing", "pr", "support", "sales", "product_development"),
        *("hr", "management", "it", "legal"),
    ]


def test_a_company_of_one_department_is_told_nothing_about_departments() -> None:
    """Nobody could be brought in; nobody is missing."""
    for other in ("no", "unknown", "yes"):
        answers = {
            "departments": all_items("departments", "na", marketing=other),
            "goals": all_items("goals", "yes"),
        }
        advice = advice_on(answers)
        assert (advice.departments, advice.missing_leads) == ((), ())


def test_shares_are_those_of_the_set() -> None:
    """Measured against another survey, the share is that survey's, and what it did not ask has none."""
    sheet = sheet_of({"departments": all_items("departments", "no")})
    figures = PACK.figures("bitkom-2012")
    advice = advise(PACK, figures, sheet, assess(PACK, figures, sheet))
    shares = {one.department: one.percent for one in advice.departments}
    assert shares["pr"] == Fraction(59)
    assert shares["hr"] == Fraction(8)
    assert shares["legal"] is None
