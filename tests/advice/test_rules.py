"""Every rule of the pack: a sheet for which it holds, and sheets for which it does not."""

from typing import Any

import pytest

from smcheck.advice import advise
from smcheck.scoring import assess
from support.builders import FIGURES, PACK, all_items, sheet_of

Answers = dict[str, Any]


def departments(answer: str = "no", **others: str) -> Answers:
    """Every department answered the same, but for ``others``."""
    return {"departments": {**all_items("departments", answer), **others}}


def rules_on(answers: Answers, **more: Any) -> dict[str, tuple[str, ...]]:
    """The rules that hold for a sheet, and what each is about."""
    sheet = sheet_of(answers, **more)
    advice = advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    return {found.rule: found.about for found in (*advice.setup, *advice.second_look)}


SOLO = departments("na", marketing="yes")
NOBODY = departments("na")
ONE_PERSON = {"team": {"one_person": "yes"}}
PRIVACY = {"challenges": {"privacy": "yes"}, "in_hand": {"privacy": "no"}}
HELD = {"challenges": {"privacy": "yes"}, "in_hand": {"privacy": "yes"}}
TWO = {"departments": {"marketing": "yes", "pr": "yes"}}

HOLDS: list[tuple[str, Answers, tuple[str, ...]]] = [
    ("nobody_answers", {"daily": "nobody"}, ()),
    ("nobody_answers", {"daily": "nobody", **SOLO}, ()),
    ("ad_hoc", {"team": {"ad_hoc": "yes"}}, ()),
    ("ad_hoc", {"team": {"ad_hoc": "yes"}, **SOLO}, ()),
    ("one_person", ONE_PERSON, ()),
    ("one_person", {**ONE_PERSON, **departments("na", marketing="yes", pr="no")}, ()),
    ("marketing_alone", departments(marketing="yes"), ()),
    ("marketing_alone", departments("na", marketing="yes", pr="no"), ()),
    ("one_department", departments(), ()),
    ("one_department", departments(support="yes"), ()),
    ("one_department", departments("na", support="yes", hr="no"), ()),
    ("no_goal", {"goals": all_items("goals", "no")}, ()),
    ("no_goal", {"goals": all_items("goals", "no"), **SOLO}, ()),
    ("agency", {"team": {"agency": "yes"}}, ()),
    ("agency", {"daily": "agency"}, ()),
    ("agency", {"team": {"agency": "no"}, "daily": "agency"}, ()),
    (
        "no_lead",
        {**departments(pr="na", management="na"), "goals": {"stakeholders": "yes"}},
        ("goals.stakeholders",),
    ),
    (
        "no_lead",
        {
            **departments(support="na", sales="na", legal="na", management="na"),
            "goals": {"service": "yes"},
            **PRIVACY,
        },
        ("goals.service", "challenges.privacy"),
    ),
    ("owner", {"departments": {"legal": "yes"}, **PRIVACY}, ("challenges.privacy",)),
    ("owner", {**departments("na", management="yes"), **PRIVACY}, ("challenges.privacy",)),
    ("cross_departmental", {**TWO, "team": {"cross_departmental": "no"}}, ()),
    (
        "support_daily",
        {"departments": {"support": "yes"}, "goals": {"service": "yes"}, "daily": "marketing"},
        (),
    ),
    ("targets", {"goals": {"expert": "yes"}, "targets": "some"}, ()),
    ("targets", {"goals": {"expert": "yes"}, "targets": "none"}, ()),
    ("team_of_one_department", {**departments(marketing="yes"), "team": {"cross_departmental": "yes"}}, ()),
    ("team_of_one_department", {**NOBODY, "team": {"cross_departmental": "yes"}}, ()),
    ("ad_hoc_and_dedicated", {"team": {"ad_hoc": "yes", "dedicated": "yes"}}, ()),
    ("dedicated_and_one_person", {"team": {"dedicated": "yes", "one_person": "yes"}}, ()),
    ("one_department_and_several", {**TWO, "team": {"one_department": "yes"}}, ()),
    (
        "team_answers_without_team",
        {"daily": "team", "team": {"dedicated": "no", "cross_departmental": "no"}},
        (),
    ),
    ("answers_but_not_involved", {"daily": "sales", "departments": {"sales": "no"}}, ("departments.sales",)),
    ("answers_but_not_involved", {"daily": "legal", "departments": {"legal": "na"}}, ("departments.legal",)),
    (
        "answers_but_not_known",
        {"daily": "sales", "departments": {"sales": "unknown"}},
        ("departments.sales",),
    ),
    ("in_hand_without_lead", {"departments": {"legal": "no"}, **HELD}, ("challenges.privacy",)),
    (
        "in_hand_without_lead",
        {"departments": {"legal": "na", "management": "no"}, **HELD},
        ("challenges.privacy",),
    ),
]

HOLDS_NOT: list[tuple[str, Answers]] = [
    ("nobody_answers", {}),
    ("nobody_answers", {"daily": "unknown"}),
    ("nobody_answers", {"daily": "agency"}),
    ("ad_hoc", {}),
    ("ad_hoc", {"team": {"ad_hoc": "unknown"}}),
    ("ad_hoc", {"team": {"ad_hoc": "no"}}),
    ("one_person", {"team": {"one_person": "unknown"}}),
    ("one_person", {**ONE_PERSON, **SOLO}),
    ("one_person", {**ONE_PERSON, **NOBODY}),
    ("marketing_alone", SOLO),
    ("marketing_alone", departments(marketing="yes", pr="yes")),
    ("marketing_alone", departments(marketing="yes", pr="unknown")),
    ("marketing_alone", {"departments": {"marketing": "yes"}}),
    ("marketing_alone", departments(support="yes")),
    ("one_department", NOBODY),
    ("one_department", departments("na", support="yes")),
    ("one_department", departments(marketing="yes")),
    ("one_department", departments(marketing="unknown")),
    ("one_department", departments(support="yes", hr="yes")),
    ("one_department", departments(legal="unknown")),
    ("one_department", {"departments": {"marketing": "no"}}),
    ("no_goal", {"goals": all_items("goals", "no", service="unknown")}),
    ("no_goal", {"goals": {"service": "no"}}),
    ("no_goal", {"goals": all_items("goals", "no", service="yes")}),
    ("agency", {"team": {"agency": "unknown"}, "daily": "unknown"}),
    ("agency", {"team": {"agency": "no"}, "daily": "team"}),
    ("no_lead", {**departments(pr="na"), "goals": {"stakeholders": "yes"}}),
    ("no_lead", {**departments(pr="na", management="unknown"), "goals": {"stakeholders": "yes"}}),
    ("no_lead", {**departments(pr="na", management="na"), "goals": {"stakeholders": "unknown"}}),
    ("no_lead", {**SOLO, "goals": {"stakeholders": "yes"}}),
    ("no_lead", {**departments(legal="na", management="na"), **HELD}),
    ("owner", {"departments": {"legal": "unknown"}, **PRIVACY}),
    ("owner", {"departments": {"legal": "no"}, **PRIVACY}),
    ("owner", {"departments": {"legal": "yes"}, **HELD}),
    (
        "owner",
        {
            "departments": {"legal": "yes"},
            "challenges": {"privacy": "yes"},
            "in_hand": {"privacy": "unknown"},
        },
    ),
    ("owner", {"departments": {"management": "yes"}, **PRIVACY}),
    ("owner", {"departments": {"hr": "yes"}, "goals": {"applicants": "yes"}}),
    ("cross_departmental", {**TWO, "team": {"cross_departmental": "unknown"}}),
    ("cross_departmental", {**TWO, "team": {"cross_departmental": "yes"}}),
    (
        "cross_departmental",
        {"departments": {"marketing": "yes", "pr": "unknown"}, "team": {"cross_departmental": "no"}},
    ),
    ("support_daily", {"departments": {"support": "yes"}, "goals": {"service": "yes"}, "daily": "support"}),
    ("support_daily", {"departments": {"support": "yes"}, "goals": {"service": "yes"}, "daily": "team"}),
    ("support_daily", {"departments": {"support": "yes"}, "goals": {"service": "yes"}, "daily": "nobody"}),
    ("support_daily", {"departments": {"support": "yes"}, "goals": {"service": "yes"}, "daily": "unknown"}),
    ("support_daily", {"departments": {"support": "unknown"}, "goals": {"service": "yes"}, "daily": "pr"}),
    ("support_daily", {"departments": {"support": "yes"}, "goals": {"service": "no"}, "daily": "pr"}),
    ("targets", {"goals": {"expert": "yes"}, "targets": "all"}),
    ("targets", {"goals": {"expert": "yes"}, "targets": "unknown"}),
    ("targets", {"goals": {"expert": "no"}, "targets": "none"}),
    ("team_of_one_department", {**departments(pr="unknown"), "team": {"cross_departmental": "yes"}}),
    ("team_of_one_department", {"departments": {"pr": "yes"}, "team": {"cross_departmental": "yes"}}),
    ("team_of_one_department", {**departments(pr="yes", hr="yes"), "team": {"cross_departmental": "yes"}}),
    ("ad_hoc_and_dedicated", {"team": {"ad_hoc": "yes", "dedicated": "unknown"}}),
    ("dedicated_and_one_person", {"team": {"dedicated": "yes", "one_person": "no"}}),
    (
        "one_department_and_several",
        {"team": {"one_department": "yes"}, "departments": {"pr": "yes", "hr": "unknown"}},
    ),
    ("team_answers_without_team", {"daily": "team", "team": {"dedicated": "no"}}),
    (
        "team_answers_without_team",
        {"daily": "team", "team": {"dedicated": "no", "cross_departmental": "yes"}},
    ),
    ("answers_but_not_involved", {"daily": "sales", "departments": {"sales": "unknown"}}),
    ("answers_but_not_known", {"daily": "sales", "departments": {"sales": "no", "legal": "unknown"}}),
    ("answers_but_not_known", {"daily": "sales"}),
    ("answers_but_not_known", {"daily": "unknown", "departments": {"sales": "unknown"}}),
    ("answers_but_not_involved", {"daily": "sales"}),
    ("answers_but_not_involved", {"daily": "team", **departments()}),
    ("answers_but_not_involved", {"daily": "unknown", **departments()}),
    ("in_hand_without_lead", {"departments": {"legal": "unknown"}, **HELD}),
    ("in_hand_without_lead", {"departments": {"legal": "na", "management": "na"}, **HELD}),
    ("in_hand_without_lead", {"departments": {"legal": "no"}, **PRIVACY}),
    ("in_hand_without_lead", {"departments": {"legal": "na", "management": "yes"}, **HELD}),
]


@pytest.mark.parametrize(("rule", "answers", "about"), HOLDS)
def test_a_rule_that_holds(rule: str, answers: Answers, about: tuple[str, ...]) -> None:
    """It is given, with the items that make it hold."""
    assert rules_on(answers).get(rule) == about


@pytest.mark.parametrize(("rule", "answers"), HOLDS_NOT)
def test_a_rule_that_does_not_hold(rule: str, answers: Answers) -> None:
    """What is not known makes no rule hold, nor what is otherwise; with one department some never do."""
    assert rule not in rules_on(answers)


def test_every_rule_is_tried() -> None:
    """Each rule of the pack has a sheet for which it holds and one for which it does not."""
    ids = {rule.id for rule in PACK.file.rules}
    assert ids == {rule for rule, _answers, _about in HOLDS} == {rule for rule, _answers in HOLDS_NOT}


@pytest.mark.parametrize(("size", "holds"), [("1-9", False), ("10-49", True), ("1000+", True), (None, True)])
def test_a_small_company_needs_no_team_across_departments(size: str | None, holds: bool) -> None:
    """An exception needs a known value: who does not say how large the company is gets the advice."""
    profile = {"size": size} if size else {}
    found = rules_on({**TWO, "team": {"cross_departmental": "no"}}, profile=profile)
    assert holds == ("cross_departmental" in found)


def test_an_answer_to_what_is_not_asked_any_more() -> None:
    """Targets given before the last goal was taken back make no rule hold."""
    sheet = sheet_of({"goals": {"expert": "unknown"}, "targets": "none"})
    advice = advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    assert advice.setup == ()


def test_the_most_urgent_come_first() -> None:
    """By urgency, then in the pack's order; second looks have none."""
    answers = {
        "team": {"ad_hoc": "yes", "agency": "yes", "cross_departmental": "no", "dedicated": "yes"},
        "daily": "nobody",
        "goals": {"expert": "yes"},
        "targets": "none",
        **TWO,
    }
    sheet = sheet_of(answers)
    advice = advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    assert [(found.rule, found.urgency) for found in advice.setup] == [
        ("nobody_answers", 1),
        ("ad_hoc", 1),
        ("agency", 2),
        ("cross_departmental", 3),
        ("targets", 3),
    ]
    assert [(found.rule, found.urgency) for found in advice.second_look] == [("ad_hoc_and_dedicated", 0)]
