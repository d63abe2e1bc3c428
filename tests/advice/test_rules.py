"""Every rule of the shipped pack: when it holds, when it does not, and what it then is about."""

from typing import Any

import pytest
from hypothesis import given

from smcheck.advice import RuleAdvice
from smcheck.advice.rules import advise_by_rules
from smcheck.pack import Pack
from smcheck.sheet import Sheet
from support.builders import PACK, all_items, pack_of, several, sheet_of, sheets

NOBODY = all_items("departments", "no")
TWO = {"marketing": "yes", "pr": "yes"}

HOLDS: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
    ("no_goal", {"goals": all_items("goals", "no")}, ()),
    ("ad_hoc", {"team": {"ad_hoc": "yes"}}, ()),
    ("marketing_alone", {"departments": {**NOBODY, "marketing": "yes"}}, ()),
    ("marketing_alone", {"departments": all_items("departments", "na", marketing="yes")}, ()),
    ("cross_departmental", {"departments": TWO, "team": {"cross_departmental": "no"}}, ()),
    ("support_daily", {"departments": {"support": "yes"}, "daily": "marketing"}, ()),
    ("support_daily", {"departments": {"support": "yes"}, "daily": "team"}, ()),
    ("support_daily", {"departments": {"support": "yes"}, "daily": "nobody"}, ()),
    ("targets", {"goals": {"service": "yes"}, "targets": "some"}, ()),
    ("targets", {"goals": {"service": "yes"}, "targets": "none"}, ()),
    ("owner", {"challenges": {"privacy": "yes"}, "in_hand": {"privacy": "no"}}, ("challenges.privacy",)),
    (
        "owner",
        {
            "challenges": all_items("challenges", "yes"),
            "in_hand": {"resources": "no", "privacy": "yes", "big_data": "no"},
        },
        ("challenges.resources", "challenges.big_data"),
    ),
    (
        "team_of_one_department",
        {"departments": {**NOBODY, "pr": "yes"}, "team": {"cross_departmental": "yes"}},
        (),
    ),
    ("team_of_one_department", {"departments": NOBODY, "team": {"cross_departmental": "yes"}}, ()),
    ("ad_hoc_and_dedicated", {"team": {"ad_hoc": "yes", "dedicated": "yes"}}, ()),
    ("no_lead", {"goals": {"service": "yes"}, "departments": {"support": "na"}}, ("goals.service",)),
    (
        "no_lead",
        {"goals": {"stakeholders": "yes", "expert": "yes"}, "departments": {"pr": "na"}},
        ("goals.expert", "goals.stakeholders"),
    ),
]

DOES_NOT_HOLD: list[tuple[str, dict[str, Any]]] = [
    ("no_goal", {"goals": all_items("goals", "no", service="yes")}),
    ("no_goal", {"goals": all_items("goals", "no", service="unknown")}),
    ("no_goal", {"goals": {"awareness": "no", "expert": "no"}}),
    ("ad_hoc", {"team": {"ad_hoc": "no"}}),
    ("ad_hoc", {"team": {"ad_hoc": "unknown"}}),
    ("ad_hoc", {"team": {"dedicated": "yes"}}),
    ("marketing_alone", {"departments": {**NOBODY, "marketing": "yes", "pr": "yes"}}),
    ("marketing_alone", {"departments": {**NOBODY, "marketing": "yes", "pr": "unknown"}}),
    ("marketing_alone", {"departments": {"marketing": "yes"}}),  # the others were not asked
    ("marketing_alone", {"departments": {**NOBODY, "pr": "yes"}}),
    ("cross_departmental", {"departments": TWO, "team": {"cross_departmental": "yes"}}),
    ("cross_departmental", {"departments": TWO, "team": {"cross_departmental": "unknown"}}),
    ("cross_departmental", {"departments": TWO}),
    (
        "cross_departmental",
        {"departments": {"marketing": "yes", "pr": "unknown"}, "team": {"cross_departmental": "no"}},
    ),
    ("cross_departmental", {"departments": {"marketing": "yes"}, "team": {"cross_departmental": "no"}}),
    ("support_daily", {"departments": {"support": "yes"}, "daily": "support"}),
    ("support_daily", {"departments": {"support": "yes"}, "daily": "unknown"}),
    ("support_daily", {"departments": {"support": "yes"}}),
    ("support_daily", {"departments": {"support": "no"}, "daily": "marketing"}),
    ("support_daily", {"departments": {"support": "na"}, "daily": "marketing"}),
    ("support_daily", {"departments": {"support": "unknown"}, "daily": "marketing"}),
    ("targets", {"goals": {"service": "yes"}, "targets": "all"}),
    ("targets", {"goals": {"service": "yes"}, "targets": "unknown"}),
    ("targets", {"goals": {"service": "yes"}}),
    ("targets", {"goals": {"service": "no"}, "targets": "none"}),  # no longer asked
    ("targets", {"goals": {"service": "unknown"}, "targets": "none"}),
    ("owner", {"challenges": {"privacy": "yes"}, "in_hand": {"privacy": "yes"}}),
    ("owner", {"challenges": {"privacy": "yes"}, "in_hand": {"privacy": "unknown"}}),
    ("owner", {"challenges": {"privacy": "yes"}}),
    ("owner", {"challenges": {"privacy": "no"}, "in_hand": {"privacy": "no"}}),
    ("owner", {"challenges": {"privacy": "unknown"}, "in_hand": {"privacy": "no"}}),
    ("team_of_one_department", {"departments": TWO, "team": {"cross_departmental": "yes"}}),
    ("team_of_one_department", {"departments": NOBODY, "team": {"cross_departmental": "unknown"}}),
    ("team_of_one_department", {"departments": NOBODY}),
    ("team_of_one_department", {"departments": {"pr": "yes"}, "team": {"cross_departmental": "yes"}}),
    (
        "team_of_one_department",
        {"departments": {**NOBODY, "pr": "yes", "hr": "unknown"}, "team": {"cross_departmental": "yes"}},
    ),
    ("ad_hoc_and_dedicated", {"team": {"ad_hoc": "yes", "dedicated": "no"}}),
    ("ad_hoc_and_dedicated", {"team": {"ad_hoc": "yes", "dedicated": "unknown"}}),
    ("ad_hoc_and_dedicated", {"team": {"dedicated": "yes"}}),
    ("no_lead", {"goals": {"service": "yes"}, "departments": {"support": "no"}}),
    ("no_lead", {"goals": {"service": "yes"}, "departments": {"support": "unknown"}}),
    ("no_lead", {"goals": {"service": "yes"}}),
    ("no_lead", {"goals": {"service": "no"}, "departments": {"support": "na"}}),
    ("no_lead", {"goals": {"service": "unknown"}, "departments": {"support": "na"}}),
    ("no_lead", {"challenges": {"privacy": "yes"}, "departments": {"legal": "na"}}),  # goals only
]


def found_in(answers: dict[str, Any], pack: Pack = PACK) -> dict[str, RuleAdvice]:
    """The rules that hold for a sheet with these answers."""
    return {finding.rule: finding for finding in advise_by_rules(pack, sheet_of(answers, pack=pack))}


@pytest.mark.parametrize(("rule", "answers", "about"), HOLDS)
def test_holds(rule: str, answers: dict[str, Any], about: tuple[str, ...]) -> None:
    """The rule holds, and names what it is about."""
    assert about == found_in(answers)[rule].about


@pytest.mark.parametrize(("rule", "answers"), DOES_NOT_HOLD)
def test_does_not_hold(rule: str, answers: dict[str, Any]) -> None:
    """The rule does not hold; what is not known never makes it."""
    assert rule not in found_in(answers)


def test_every_rule_is_tested() -> None:
    """Each shipped rule has cases both ways."""
    shipped = {rule.id for rule in PACK.file.rules}
    assert shipped == {rule for rule, *_ in HOLDS}
    assert shipped == {rule for rule, _ in DOES_NOT_HOLD}


def test_evidence_and_kind() -> None:
    """What each rule rests on and how it is given, as the design lists them."""
    setup = {rule.id: rule.evidence for rule in PACK.file.rules if rule.kind == "setup"}
    assert setup == {
        "no_goal": ("A2",),
        "ad_hoc": ("A1",),
        "marketing_alone": ("B1", "B5"),
        "cross_departmental": ("B2",),
        "support_daily": ("B3",),
        "targets": ("A2",),
        "owner": ("A4",),
    }
    assert {"team_of_one_department", "ad_hoc_and_dedicated", "no_lead"} == {
        rule.id for rule in PACK.file.rules if rule.kind == "second_look"
    }
    finding = found_in({"departments": {**NOBODY, "marketing": "yes"}})["marketing_alone"]
    assert RuleAdvice("marketing_alone", "setup", (), ("B1", "B5")) == finding


def test_defining_goals_comes_first() -> None:
    """Without any need the first advice is to define goals, whatever else holds."""
    answers = {
        "goals": all_items("goals", "no"),
        "challenges": all_items("challenges", "no"),
        "team": {"ad_hoc": "yes"},
    }
    assert next(iter(found_in(answers))) == "no_goal"


def test_nothing_known() -> None:
    """An empty sheet and one of “don't know” alone find nothing."""
    assert found_in({}) == {}
    unknown = {question: all_items(question, "unknown") for question in ("team", "departments", "goals")}
    assert found_in({**unknown, "challenges": all_items("challenges", "unknown"), "daily": "unknown"}) == {}


@given(sheets())
def test_unknown_makes_nothing_hold(sheet: Sheet) -> None:
    """Taking any “unknown” back changes no finding."""
    silent = sheet.with_answers(dict.fromkeys((p for p, a in sheet.answers.items() if a == "unknown"), None))
    assert advise_by_rules(PACK, sheet) == advise_by_rules(PACK, silent)


def test_open_of_asks_the_question_named() -> None:
    """With two questions on each challenge, the rule looks at the one that it names."""
    pack = pack_of(
        questions=[
            several("departments", ["a"]),
            several("challenges", ["z"]),
            {"id": "owner", "section": "all", "kind": "several", "each_of": "challenges"},
            {"id": "budget", "section": "all", "kind": "several", "each_of": "challenges"},
        ],
        rules=[
            {
                "id": "no_owner",
                "kind": "setup",
                "evidence": ["judgement"],
                "when": [{"open_of": "challenges", "in_hand": "owner"}],
            }
        ],
    )
    faced = {"challenges": {"z": "yes"}}
    assert list(found_in({**faced, "owner": {"z": "no"}, "budget": {"z": "yes"}}, pack)) == ["no_owner"]
    assert found_in({**faced, "owner": {"z": "yes"}, "budget": {"z": "no"}}, pack) == {}
