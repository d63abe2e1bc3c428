"""Results of invented companies for tests of what shows them, one for each kind of thing to say."""

from typing import Any

from smcheck.report.case import Case, open_case
from smcheck.sheet import example_sheet
from smcheck.words.language import use
from support.builders import PACK, all_items, sheet_of

COMPANIES: dict[str, dict[str, Any]] = {
    "nothing answered": {},
    "begun": {"team": {"dedicated": "yes"}, "departments": {"marketing": "yes", "pr": "unknown"}},
    "above": {
        "team": all_items("team", "no", dedicated="yes", cross_departmental="yes"),
        "daily": "team",
        "departments": all_items("departments", "yes"),
        "goals": all_items("goals", "yes"),
        "targets": "all",
        "challenges": all_items("challenges", "no"),
    },
    "open": {
        "team": all_items("team", "no", dedicated="yes", ad_hoc="unknown"),
        "daily": "marketing",
        "departments": all_items("departments", "no", marketing="yes", support="unknown", pr="unknown"),
        "goals": all_items("goals", "no", service="yes"),
        "targets": "none",
        "challenges": all_items("challenges", "unknown"),
    },
    "nothing here": {
        "team": all_items("team", "no"),
        "departments": all_items("departments", "na"),
        "goals": all_items("goals", "yes"),
        "challenges": all_items("challenges", "yes"),
    },
}
"""Answers; ``example`` in ``case_of`` is the example of the pack."""
NAMES = ("example", *COMPANIES)


def case_of(name: str, lang: str = "en") -> Case:
    """The result of one of these companies, told in a language."""
    use(lang)
    sheet = example_sheet(PACK) if name == "example" else sheet_of(COMPANIES[name], organisation="Muster AG")
    return open_case(PACK, sheet)
