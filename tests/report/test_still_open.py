"""What is not known is never told as “no”: who may still be called for is named as open."""

from collections.abc import Mapping
from typing import Any

import pytest

from smcheck.report.case import Case, open_case
from smcheck.report.sentences import reason
from smcheck.report.still_open import (
    nobody_sentence,
    open_departments,
    open_needs,
    setup_sentence,
    still_open_sentence,
)
from smcheck.report.text import render_text
from support.builders import PACK, all_items, sheet_of

NO_CHALLENGES = {"challenges": all_items("challenges", "no")}
SERVICE = {"goals": all_items("goals", "no", service="yes")}
TEAM = {"departments": all_items("departments", "yes")}


def case_of(answers: Mapping[str, Any]) -> Case:
    """A case in English."""
    return open_case(PACK, sheet_of(answers), language="en")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["Goals", "Challenges"]),
        (SERVICE, ["Challenges"]),
        ({**SERVICE, **NO_CHALLENGES}, []),
        ({"goals": all_items("goals", "no", service="unknown"), **NO_CHALLENGES}, ["service"]),
        ({**SERVICE, "challenges": all_items("challenges", "no", privacy="yes")}, ["data protection"]),
    ],
)
def test_open_needs(answers: dict[str, Any], expected: list[str]) -> None:
    """Items that may call for departments, whole sections by their name; a faced one may be in hand."""
    assert open_needs(case_of(answers)) == expected


def test_open_needs_of_a_department() -> None:
    """Only what could call for this department counts."""
    case = case_of({"goals": all_items("goals", "no", service="unknown"), **NO_CHALLENGES})
    assert (open_needs(case, "support"), open_needs(case, "legal")) == (["service"], [])


@pytest.mark.parametrize(
    ("departments", "expected"),
    [
        ({}, ["Departments"]),
        (all_items("departments", "yes"), []),
        ({"marketing": "yes"}, ["Customer support", "Product development"]),
    ],
)
def test_open_departments(departments: dict[str, str], expected: list[str]) -> None:
    """Departments that a need calls for and nobody has answered yet."""
    assert open_departments(case_of({**SERVICE, "departments": departments})) == expected


OPEN = "Still open: {}; the answers will show who else is called for."


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (TEAM, f"Nothing is known yet that calls for a department. {OPEN.format('Goals and Challenges')}"),
        (
            {"goals": all_items("goals", "no"), **NO_CHALLENGES},
            "There is nothing that calls for a department.",
        ),
        (
            {**TEAM, **SERVICE},
            "All departments that your known goals and challenges call for are involved. "
            + OPEN.format("Challenges"),
        ),
        ({**TEAM, **SERVICE, **NO_CHALLENGES}, "All departments called for are involved."),
        (
            {"departments": all_items("departments", "yes", product_development="na"), **SERVICE},
            "All departments that your known goals and challenges call for, and that exist, are involved. "
            + OPEN.format("Challenges"),
        ),
        (
            {
                "departments": all_items("departments", "yes", product_development="na"),
                **SERVICE,
                **NO_CHALLENGES,
            },
            "All departments called for that exist here are involved.",
        ),
        (
            {**SERVICE, **NO_CHALLENGES},
            f"No department is known to be missing. {OPEN.format('Departments')}",
        ),
    ],
)
def test_nobody_to_bring_in(answers: dict[str, Any], expected: str) -> None:
    """Why nobody is to be brought in, on the page too: never “nobody is missing” while that is not known."""
    case = case_of(answers)
    assert case.advice.departments == () or not any(e.label == "advised" for e in case.advice.departments)
    assert nobody_sentence(case) == expected
    assert f"\nBring in\n\n  {expected}\n" in render_text(case, 500)


def test_nothing_open_says_nothing() -> None:
    """Where all is known there is no such sentence."""
    assert still_open_sentence([]) == ""


def test_reason_without_known_need() -> None:
    """A department is not called needless while a goal that would need it is open."""
    unknown = {"goals": all_items("goals", "no", service="unknown", applicants="unknown"), **NO_CHALLENGES}
    case = case_of({"departments": all_items("departments", "no"), **unknown})
    reasons = {entry.department: reason(case, entry) for entry in case.advice.departments}
    still = " Whether you need it depends on what is still open: "
    assert reasons["support"] == f"39 % of surveyed companies involve it.{still}service."
    assert reasons["hr"] == f"No figure is documented for it.{still}applicants."
    assert reasons["legal"].endswith("none of your goals and challenges calls for it.")
    assert "\nNot called for so far\n" in render_text(case)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            {},
            (
                "Nothing to say about the set-up as far as it is known."
                " Still open: Team, Departments, Goals and Challenges."
            ),
        ),
        (
            {
                "team": all_items("team", "unknown"),
                "departments": all_items("departments", "yes"),
                "daily": "support",
                **SERVICE,
                "targets": "all",
                **NO_CHALLENGES,
            },
            "Nothing to say about the set-up as far as it is known. Still open: Team.",
        ),
        (
            {
                "team": all_items("team", "no", cross_departmental="yes"),
                "departments": all_items("departments", "yes"),
                "daily": "support",
                **SERVICE,
                "targets": "all",
                **NO_CHALLENGES,
            },
            "Nothing to say about the set-up.",
        ),
    ],
)
def test_nothing_about_the_setup(answers: dict[str, Any], expected: str) -> None:
    """There is nothing to say only where every answer that the advice rests on is known."""
    assert setup_sentence(case_of(answers)) == expected
