"""Who does what: each need beside each department, the sheet that a client pins to the wall."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from smcheck.pack import Pack
from smcheck.scoring import NeedResult, Result
from smcheck.sheet import Sheet

State = Literal["involved", "missing", "not_known", "does_not_exist", "another_is"]


@dataclass(frozen=True, slots=True)
class Role:
    """What a department usually does about a need, and how that stands here.

    ``in_charge`` where it is one of those that could take charge, else it helps. ``state`` is ``involved``,
    ``missing`` (answered no), ``not_known`` (unknown or not answered), ``does_not_exist``, or ``another_is``:
    it could take charge, but another department that does is involved. ``stand_in`` where it takes charge
    because none of those that usually do exists.
    """

    in_charge: bool
    state: State
    stand_in: bool = False


def roles(pack: Pack, sheet: Sheet, result: Result) -> dict[str, dict[str, Role]]:
    """By need's item, then by department; only needs with a candidate, only departments with a role."""
    return {item: _roles(pack, sheet, need) for item, need in result.needs.open.items()}


def _roles(pack: Pack, sheet: Sheet, need: NeedResult) -> dict[str, Role]:
    usual = next(entry for entry in pack.needs if entry.item == need.item)
    in_charge = (*need.candidates, *usual.lead)  # leads that do not exist are told, too
    parts: Mapping[str, bool] = {
        **dict.fromkeys(usual.support, False),
        **dict.fromkeys(in_charge, True),
    }
    return {
        department: Role(
            charge,
            _state(pack, sheet, need, department, in_charge=charge),
            stand_in=need.stand_in and department == need.bring_in,
        )
        for department in pack.departments
        if (charge := parts.get(department)) is not None
    }


def _state(pack: Pack, sheet: Sheet, need: NeedResult, department: str, *, in_charge: bool) -> State:
    answer = sheet.answer(pack.department_path(department))
    if answer == "yes":
        return "involved"
    if answer == "na":
        return "does_not_exist"
    if in_charge and need.covered == "yes":
        return "another_is"
    return "missing" if answer == "no" else "not_known"
