"""Who does what: each need beside each department."""

from typing import Any

from smcheck.advice import Role, roles
from smcheck.scoring import assess
from support.builders import FIGURES, PACK, all_items, sheet_of


def roles_on(answers: dict[str, Any]) -> dict[str, dict[str, Role]]:
    """The roles on a sheet with these answers."""
    sheet = sheet_of(answers)
    return roles(PACK, sheet, assess(PACK, FIGURES, sheet))


def charge(state: Any) -> Role:
    """The role of one that could take charge."""
    return Role(in_charge=True, state=state)


def helping(state: Any) -> Role:
    """The role of one that helps."""
    return Role(in_charge=False, state=state)


def test_leads_and_helpers() -> None:
    """Two leads of which one is involved: another is; a helper that is missing; nobody else has a part."""
    found = roles_on(
        {"departments": {"marketing": "yes", "pr": "no", "sales": "no"}, "goals": {"awareness": "yes"}}
    )
    assert found == {
        "goals.awareness": {
            "marketing": charge("involved"),
            "pr": charge("another_is"),
            "sales": helping("missing"),
        }
    }


def test_nobody_takes_charge() -> None:
    """Each lead that is answered no is missing, one not answered is not known."""
    found = roles_on({"departments": {"sales": "no"}, "goals": {"customers": "yes"}})["goals.customers"]
    assert found == {
        "marketing": charge("not_known"),
        "sales": charge("missing"),
        "support": helping("not_known"),
    }


def test_a_stand_in_beside_the_lead_that_does_not_exist() -> None:
    """Who would stand in is in charge; the lead is told, too; a stand-in that is not wanted is not."""
    found = roles_on({"departments": {"pr": "na", "management": "unknown"}, "goals": {"stakeholders": "yes"}})
    assert found["goals.stakeholders"] == {
        "pr": charge("does_not_exist"),
        "management": Role(in_charge=True, state="not_known", stand_in=True),
    }
    found = roles_on({"departments": {"hr": "yes", "management": "no"}, "goals": {"applicants": "yes"}})
    assert "management" not in found["goals.applicants"]


def test_a_helper_beside_a_need_that_is_covered() -> None:
    """It is missing all the same: a helper does not take charge, so no other is in its place."""
    found = roles_on({"departments": {"support": "yes", "marketing": "no"}, "goals": {"service": "yes"}})
    assert found["goals.service"] == {"marketing": helping("missing"), "support": charge("involved")}


def test_only_needs_with_a_candidate() -> None:
    """What nobody here could take charge of, what is in hand and what is not pursued has no row."""
    found = roles_on(
        {
            "departments": all_items("departments", "no", support="na", sales="na"),
            "goals": {"service": "yes", "expert": "no", "applicants": "unknown"},
            "challenges": {"privacy": "yes", "resources": "yes"},
            "in_hand": {"privacy": "yes", "resources": "no"},
        }
    )
    assert list(found) == ["challenges.resources"]
