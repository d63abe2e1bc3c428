"""What if: what can be switched, and what changes with it."""

import re
from typing import Any

import pytest

from smcheck.report.content import Subject
from smcheck.report.markdown import render_markdown
from smcheck.report.text import render_text
from smcheck.report.what_if import advised_changes, switches, what_if
from support.companies import (
    EVERYTHING,
    HOSPITAL,
    NO_GOALS,
    NOBODY_KNOWS,
    NOTHING,
    SOLO,
    case_of,
    example,
)


def test_switches_of_the_example() -> None:
    """Departments that exist, then the set-up's items with a figure; what is advised says its answer."""
    found = switches(example())
    assert [switch.path.partition(".")[2] for switch in found] == [
        *("marketing", "pr", "sales", "support", "hr", "management", "it", "legal"),
        *("dedicated", "cross_departmental", "ad_hoc"),
    ]
    by_path = {switch.path: switch for switch in found}
    support = by_path["departments.support"]
    assert (support.state, support.answer, support.advised) == ("unknown", "don't know", "yes")
    ad_hoc = by_path["team.ad_hoc"]
    assert (ad_hoc.state, ad_hoc.answer, ad_hoc.advised) == ("yes", "yes", "no")
    assert by_path["departments.management"].advised == ""


@pytest.mark.parametrize(
    ("changes", "english", "german"),
    [
        (
            {"departments.support": "yes", "departments.hr": "yes", "departments.legal": "yes"},
            "With these three: For all of your 4 goals the department that usually takes charge is involved.",
            (
                "Mit diesen drei Änderungen: Für alle 4 Ziele ist die Abteilung beteiligt, die sich "
                "üblicherweise darum kümmert."
            ),
        ),
        (
            {"departments.hr": "yes"},
            (
                "With this one: For at least 3 of your 4 goals the department that usually takes charge is "
                "involved."
            ),
            (
                "Mit dieser Änderung: Für mindestens 3 Ihrer 4 Ziele ist die Abteilung beteiligt, die sich "
                "üblicherweise darum kümmert."
            ),
        ),
        (
            {},
            "For 2 to 3 of your 4 goals the department that usually takes charge is involved.",
            "Für 2 bis 3 Ihrer 4 Ziele ist die Abteilung beteiligt, die sich üblicherweise darum kümmert.",
        ),
    ],
)
def test_sentence(changes: dict[str, str], english: str, german: str) -> None:
    """Several, one and no change."""
    assert what_if(example(), changes).sentence == english
    assert what_if(example(language="de"), changes).sentence == german


def test_without_goals_the_verdict_is_said() -> None:
    """Where no goal can be covered the sentence is the headline."""
    case = case_of({**NO_GOALS, "departments": HOSPITAL["departments"], "team": HOSPITAL["team"]})
    assert what_if(case, {"departments.hr": "yes"}).sentence == (
        "With this one: Too little to compare in departments: of the 4 only public relations exists."
    )


def test_what_does_not_change_is_no_change() -> None:
    """Switching on what is on already counts for nothing; the others are told with what they were."""
    found = what_if(example(), {"departments.marketing": "yes", "departments.support": "yes"})
    assert found.changed == ("departments.support",)
    assert found.changes == ("Customer support: yes, was “don't know”",)


def test_all_that_is_advised() -> None:
    """Departments come in, and the rules that name an answer are followed."""
    case = example()
    found = what_if(case, advised_changes(case))
    assert set(found.changed) == {
        *(f"departments.{name}" for name in ("support", "hr", "legal", "pr", "sales", "it")),
        "team.ad_hoc",
        "team.cross_departmental",
    }
    assert (found.now.headline.verdict, found.then.headline.verdict) == ("below", "above")
    # Two of three, theirs 1.69; four of four: (66.7 + 100) / 2.
    assert found.then.score.own == "you 83 of 100"
    assert found.then.goals.sentence.startswith("For all of your 4 goals")


def test_counts_now_and_then() -> None:
    """Goals, challenges and judged sections, each now and then; and the needs that are newly covered."""
    found = what_if(example(), {"departments.support": "yes", "departments.hr": "yes"})
    assert [(count.label, count.now, count.then) for count in found.counts] == [
        ("Goals covered", "2–3 of 4", "4 of 4"),
        ("In hand", "1 of 2", "1 of 2"),
        ("Set-up", "0 of 3", "0 of 3"),
        ("Departments", "1–2 of 4", "2 of 4"),
    ]
    assert found.counts[0].now_states == ("yes", "yes", "unknown", "no")
    assert {subject.id for subject in found.new} == {"goals.applicants", "goals.service"}
    assert [need.short for need in found.needs if need.subject in found.new] == ["Applicants", "Service"]


def test_who_takes_charge_then() -> None:
    """Every need that is open, and which of them were not covered for certain before."""
    found = what_if(example(), {"departments.support": "yes", "departments.hr": "yes"})
    assert [(need.short, need.who) for need in found.needs] == [
        ("Awareness", "Marketing"),
        ("Applicants", "Human resources"),
        ("New customers", "Marketing"),
        ("Service", "Customer support"),
        ("Data protection", "not involved: Legal"),
    ]
    assert found.new == {Subject("need", "goals.applicants"), Subject("need", "goals.service")}


@pytest.mark.parametrize("answers", [SOLO, HOSPITAL, EVERYTHING, NOTHING, NOBODY_KNOWS, {}])
def test_what_is_absent_is_not_counted(answers: dict[str, Any]) -> None:
    """Without goals, or with nobody to bring in, there is no row for goals; each count has its answers."""
    case = case_of(answers)
    found = what_if(case, {})
    labels = [count.label for count in found.counts]
    assert ("Goals covered" in labels) == (case.result.needs.goals_covered is not None)
    assert ("In hand" in labels) == (case.result.needs.challenges_in_hand is not None)
    for count in found.counts:
        assert count.now == count.then
        assert count.now_states == count.then_states != ()
    assert found.new == frozenset()


def test_what_if_in_a_report() -> None:
    """The sentence, what was supposed and what would be next stand in it; without any there is none."""
    case = example()
    text = render_text(case, supposed={"departments.support": "yes"})
    part = text[text.index("\nWhat if\n") :]
    assert "- Customer support: yes, was “don't know”" in part
    assert re.search(r"Goals covered +2–3 of 4 +3 of 4", part)
    assert re.search(r"Score +13 to 25 +25", part)
    assert "1. Name who is responsible" in part
    assert "What if" not in render_text(case)
    assert "## What if" in render_markdown(case, {"departments.support": "yes"})
