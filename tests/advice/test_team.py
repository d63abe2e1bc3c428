"""The smallest team, against trying every team."""

from itertools import combinations

import pytest
from hypothesis import given

from smcheck.advice.team import SmallestTeam, smallest_team
from smcheck.pack import FigureSet, Pack
from smcheck.scoring import assess
from smcheck.scoring.fit import fit
from smcheck.sheet import Sheet
from support.builders import FIGURES, PACK, all_items, pack_of, several, sheet_of, sheets

SMALL = pack_of(
    questions=[several("departments", ["a", "b", "c", "d", "e"], na=True), several("goals", list("vwxyz"))],
    needs=[
        {"item": "goals.v", "lead": ["a", "b"], "support": ["c"]},
        {"item": "goals.w", "lead": ["b", "c"], "support": ["a"]},
        {"item": "goals.x", "lead": ["c", "d"]},
        {"item": "goals.y", "lead": ["e"], "support": ["a", "d"]},
        {"item": "goals.z", "lead": ["a", "d", "e"], "support": ["b"]},
    ],
)
PLAIN = FigureSet.model_validate(
    {
        "format": 1,
        "id": "plain",
        "dated": PACK.file.dated,
        "sources": [{"id": "s", "publisher": "s", "year": 2020, "links": ["https://example.org/"]}],
    }
)


def team_of(pack: Pack, sheet: Sheet) -> SmallestTeam:
    """The smallest team for a sheet."""
    figures = FIGURES if pack is PACK else PLAIN
    return smallest_team(pack, sheet, assess(pack, figures, sheet))


def brute_force(pack: Pack, sheet: Sheet) -> SmallestTeam:
    """The first best of all teams, smallest first, each size in the pack's order."""

    def answer(department: str) -> str | None:
        return sheet.answer(pack.department_path(department))

    needs = [need for need in pack.needs if need.item in fit(pack, sheet).needs]
    leaderless = [need.item for need in needs if all(answer(lead) == "na" for lead in need.lead)]
    free = [name for name in pack.departments if answer(name) not in {"yes", "na"}]
    for size in range(len(free) + 1):
        best: tuple[str, ...] | None = None
        best_gain = None
        for team in combinations(free, size):
            joined = sheet.with_answers({pack.department_path(name): "yes" for name in team})
            led = all(
                any(joined.answer(pack.department_path(lead)) == "yes" for lead in need.lead)
                for need in needs
                if need.item not in leaderless
            )
            score = fit(pack, joined).score
            gain = score.low + score.high if score else 0
            if led and (best_gain is None or gain > best_gain):
                best, best_gain = team, gain
        if best is not None:
            return SmallestTeam(best, tuple(leaderless))
    raise AssertionError("everyone together leads all that can be led")


@given(sheets(SMALL))
def test_equals_every_team_on_a_small_pack(sheet: Sheet) -> None:
    """With several possible leads the team is the fewest, then the fittest, then the first."""
    assert brute_force(SMALL, sheet) == team_of(SMALL, sheet)


@given(sheets())
def test_equals_every_team_on_the_shipped_pack(sheet: Sheet) -> None:
    """The same on the shipped pack, where every need has one lead."""
    needed = {
        need.lead[0]
        for need in PACK.needs
        if need.item in fit(PACK, sheet).needs
        and sheet.answer(PACK.department_path(need.lead[0])) not in {"yes", "na"}
    }
    found = team_of(PACK, sheet)
    assert tuple(name for name in PACK.departments if name in needed) == found.departments


def test_all_goals() -> None:
    """Every goal, marketing on board: awareness is led; pr, sales, support and hr lead the others."""
    sheet = sheet_of(
        {
            "goals": all_items("goals", "yes"),
            "challenges": all_items("challenges", "no"),
            "departments": all_items("departments", "no", marketing="yes"),
        }
    )
    assert SmallestTeam(("pr", "sales", "support", "hr"), ()) == team_of(PACK, sheet)


def test_leads_that_do_not_exist_are_reported() -> None:
    """A need whose lead is na is named, in the pack's order, and asks for nobody."""
    sheet = sheet_of(
        {
            "goals": all_items("goals", "no", service="yes", expert="yes", customers="yes"),
            "challenges": all_items("challenges", "no"),
            "departments": all_items("departments", "no", support="na", pr="na"),
        }
    )
    assert SmallestTeam(("sales",), ("goals.expert", "goals.service")) == team_of(PACK, sheet)


def test_nothing_to_add() -> None:
    """With nobody called for, or everybody there, the team is empty."""
    idle = sheet_of({"goals": all_items("goals", "no"), "challenges": all_items("challenges", "no")})
    full = sheet_of({"goals": all_items("goals", "yes"), "departments": all_items("departments", "yes")})
    assert SmallestTeam((), ()) == team_of(PACK, idle)
    assert SmallestTeam((), ()) == team_of(PACK, full)


def test_unknown_department_is_to_be_added() -> None:
    """A lead that may or may not be involved is not counted on."""
    sheet = sheet_of({"goals": {"service": "yes"}, "departments": {"support": "unknown"}})
    assert team_of(PACK, sheet).departments == ("support",)


@pytest.mark.parametrize(
    ("goals", "team"),
    [
        ("vw", ("b",)),  # b leads both: one instead of two
        ("vwx", ("b", "c")),  # two are needed; b and c back more than a and c, or b and d
        (
            "vwxyz",
            ("a", "c", "e"),
        ),  # e leads y; backings 3/5 3/5 2/4 3/4 4/7 sum higher than with b: 3/5 4/5 2/4 2/4 3/7
        ("x", ("c",)),  # c and d gain the same, c comes first
        ("y", ("e",)),
    ],
)
def test_small_pack_by_hand(goals: str, team: tuple[str, ...]) -> None:
    """Teams that can be followed with a pencil."""
    answers = {"goals": {goal: "yes" if goal in goals else "no" for goal in "vwxyz"}}
    sheet = sheet_of({**answers, "departments": dict.fromkeys("abcde", "no")}, pack=SMALL)
    assert team == team_of(SMALL, sheet).departments
