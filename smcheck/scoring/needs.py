"""The company's own needs: goals that are pursued, challenges that are not in hand, and who covers them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from smcheck.pack import Need, Pack
from smcheck.scoring.span import Count
from smcheck.sheet import Sheet

Covered = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class NeedResult:
    """A need and whether it is covered: whether a department that usually takes charge of it is involved.

    ``candidates`` are the departments that could take charge here: the leads that exist, else the first
    stand-in that exists; ``bring_in`` is the first of them, also where the need is covered. ``stand_in`` says
    that the one candidate is a stand-in.
    """

    item: str
    covered: Covered
    candidates: tuple[str, ...]
    supports: tuple[str, ...]
    stand_in: bool

    @property
    def bring_in(self) -> str:
        """The department to bring in."""
        return self.candidates[0]


@dataclass(frozen=True, slots=True)
class Needs:
    """All needs of a company.

    ``solo`` says that at most one department exists, so that there is nobody to bring in. ``open`` holds
    every need with a candidate, covered or not, by item; ``nobody_here`` the items of the others;
    ``not_known`` the goals and challenges that are in no number, because nobody knows them or they were
    not answered. ``goals_covered`` is absent without a goal to cover and where solo,
    ``challenges_in_hand`` without a challenge.
    """

    solo: bool
    open: Mapping[str, NeedResult]
    nobody_here: tuple[str, ...]
    not_known: tuple[str, ...]
    goals_covered: Count | None
    challenges_in_hand: Count | None


def find_needs(pack: Pack, sheet: Sheet) -> Needs:
    """The needs of a sheet, in the pack's order."""
    found: dict[str, NeedResult] = {}
    nobody_here: list[str] = []
    for need in pack.needs:
        if not is_need(pack, sheet, need):
            continue
        candidates = candidates_of(pack, sheet, need)
        if candidates:
            covered = coverage(pack, sheet, candidates)
            stand_in = candidates[0] not in need.lead
            found[need.item] = NeedResult(need.item, covered, candidates, need.support, stand_in)
        else:
            nobody_here.append(need.item)
    solo = is_solo(pack, sheet)
    return Needs(
        solo=solo,
        open=found,
        nobody_here=tuple(nobody_here),
        not_known=tuple(need.item for need in pack.needs if sheet.answer(need.item) in {None, "unknown"}),
        goals_covered=None if solo else goals_covered(pack, found.values()),
        challenges_in_hand=_challenges_in_hand(pack, sheet),
    )


def is_solo(pack: Pack, sheet: Sheet) -> bool:
    """Whether at most one department exists; one that was not answered counts as existing."""
    answers = [sheet.answer(pack.department_path(department)) for department in pack.departments]
    return len(answers) - answers.count("na") <= 1


def is_need(pack: Pack, sheet: Sheet, need: Need) -> bool:
    """Whether a goal is pursued, or a challenge is faced and not in hand."""
    in_hand = pack.in_hand.get(need.item)
    return sheet.answer(need.item) == "yes" and (in_hand is None or sheet.answer(in_hand) == "no")


def candidates_of(pack: Pack, sheet: Sheet, need: Need) -> tuple[str, ...]:
    """The leads that exist; where there is none the first stand-in that exists; else nobody."""

    def exists(department: str) -> bool:
        return sheet.answer(pack.department_path(department)) != "na"

    leads = tuple(filter(exists, need.lead))
    return leads or tuple(filter(exists, need.stand_in))[:1]


def coverage(pack: Pack, sheet: Sheet, candidates: Iterable[str]) -> Covered:
    """Whether one of these departments is involved; not known where it depends on what nobody knows."""
    answers = {sheet.answer(pack.department_path(department)) for department in candidates}
    if "yes" in answers:
        return "yes"
    return "no" if answers == {"no"} else "unknown"


def goals_covered(pack: Pack, needs: Iterable[NeedResult]) -> Count | None:
    """How many of the goals are covered; absent where there is none."""
    return _count([need.covered for need in needs if need.item not in pack.in_hand])


def _challenges_in_hand(pack: Pack, sheet: Sheet) -> Count | None:
    """How many of the challenges faced are in hand; absent where there is none."""
    return _count([sheet.answer(held) for item, held in pack.in_hand.items() if sheet.answer(item) == "yes"])


def _count(states: Sequence[str | None]) -> Count | None:
    """How many are yes, whatever is unknown."""
    if not states:
        return None
    return Count(states.count("yes"), len(states) - states.count("no"), len(states))
