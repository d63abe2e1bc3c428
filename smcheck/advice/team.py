"""The smallest team: the fewest departments to add so that every need has a lead on board."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from smcheck.pack import Pack
from smcheck.scoring import Fit, Result, fit_scores_if
from smcheck.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SmallestTeam:
    """The departments to add, in the pack's order, and the needs that none can lead here."""

    departments: tuple[str, ...]
    without_lead: tuple[str, ...]


def smallest_team(pack: Pack, sheet: Sheet, result: Result) -> SmallestTeam:
    """The fewest departments to add; among equals the one that gains most fit, then pack order."""
    without_lead: list[str] = []
    wanted: list[frozenset[str]] = []
    for item, need in result.fit.needs.items():
        available = [department for department in need.leads if department not in need.absent]
        if not available:
            without_lead.append(item)
        elif not any(sheet.answer(pack.department_path(department)) == "yes" for department in available):
            wanted.append(frozenset(available))
    return SmallestTeam(_fewest(pack, result.fit, wanted), tuple(without_lead))


def _fewest(pack: Pack, fit: Fit, wanted: list[frozenset[str]]) -> tuple[str, ...]:
    # A need with a single possible lead leaves no choice; only the others are searched.
    forced = frozenset().union(*(leads for leads in wanted if len(leads) == 1))
    open_needs = [leads for leads in wanted if not leads & forced]
    if not open_needs:
        return tuple(department for department in pack.departments if department in forced)
    candidates = [
        department for department in pack.departments if any(department in leads for leads in open_needs)
    ]
    for size in range(1, len(candidates) + 1):
        teams = [
            tuple(department for department in pack.departments if department in forced.union(added))
            for added in combinations(candidates, size)
            if all(leads & set(added) for leads in open_needs)
        ]
        if teams:
            return teams[0] if len(teams) == 1 else _fittest(pack, fit, teams)
    raise AssertionError("all candidates together lead every need")  # pragma: no cover


def _fittest(pack: Pack, fit: Fit, teams: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The team that gains most fit; among equals the first, as combinations come in the pack's order."""
    changes = [dict.fromkeys(map(pack.department_path, team), "yes") for team in teams]
    scores = fit_scores_if(pack, fit, changes)
    gains = [score.low + score.high if score else Fraction(0) for score in scores]
    return teams[gains.index(max(gains))]
