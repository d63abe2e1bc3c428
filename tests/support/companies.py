"""Invented companies whose results tests read aloud."""

from typing import Any

from smcheck.report.case import Case, open_case
from smcheck.sheet import example_sheet
from smcheck.words.language import use
from support.builders import PACK, all_items, sheet_of

NO_GOALS = {"goals": all_items("goals", "no"), "challenges": all_items("challenges", "no")}

EVERYTHING = {
    "team": all_items("team", "no", dedicated="yes", cross_departmental="yes"),
    "daily": "team",
    "departments": all_items("departments", "yes"),
    "goals": all_items("goals", "yes"),
    "targets": "all",
    "challenges": all_items("challenges", "yes"),
    "in_hand": {"resources": "yes", "privacy": "yes", "big_data": "yes"},
}
"""A company that does everything that can be done."""

NOTHING = {
    "team": all_items("team", "no"),
    "daily": "nobody",
    "departments": all_items("departments", "no"),
    **NO_GOALS,
}
"""A company that answered every question with no."""

NOBODY_KNOWS = {
    "team": all_items("team", "unknown"),
    "daily": "unknown",
    "departments": all_items("departments", "unknown"),
    "goals": all_items("goals", "unknown"),
    "challenges": all_items("challenges", "unknown"),
}
"""A company of which nobody knew anything."""

HOSPITAL: dict[str, Any] = {
    "team": all_items("team", "no", one_person="yes"),
    "daily": "pr",
    "departments": all_items("departments", "na", pr="yes", hr="no", management="no", legal="no", it="no"),
    "goals": all_items("goals", "no", applicants="yes", stakeholders="yes", service="yes"),
    "targets": "none",
    "challenges": all_items("challenges", "yes", big_data="no"),
    "in_hand": {"resources": "no", "privacy": "unknown"},
}
"""A hospital without marketing, sales or customer support."""

SOLO = {
    "team": all_items("team", "no", one_person="yes"),
    "daily": "management",
    "departments": all_items("departments", "na", management="yes"),
    "goals": all_items("goals", "no", customers="yes", awareness="yes"),
    "targets": "none",
    "challenges": all_items("challenges", "no", resources="yes"),
    "in_hand": {"resources": "no"},
}
"""A company that is its owner."""


def example(figures: str = "documented", language: str = "en") -> Case:
    """The pack's example; its language is spoken from now on."""
    use(language)
    return open_case(PACK, example_sheet(PACK), figures)


def case_of(
    answers: dict[str, Any], *, figures: str = "documented", language: str = "en", **more: Any
) -> Case:
    """The case of these answers; its language is spoken from now on."""
    use(language)
    return open_case(PACK, sheet_of(answers, **more), figures)
