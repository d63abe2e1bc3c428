"""All advice on a result."""

from dataclasses import dataclass

from smcheck.advice.cautions import Caution, cautions
from smcheck.advice.departments import DepartmentAdvice, advise_departments
from smcheck.advice.rules import RuleAdvice, advise_by_rules
from smcheck.advice.team import SmallestTeam, smallest_team
from smcheck.pack import FigureSet, Pack
from smcheck.scoring import Result
from smcheck.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, what to look at again, and what to bear in mind; ids of the pack, most important first."""

    departments: tuple[DepartmentAdvice, ...]
    smallest_team: SmallestTeam
    setup: tuple[RuleAdvice, ...]
    second_look: tuple[RuleAdvice, ...]
    cautions: tuple[Caution, ...]


def advise(pack: Pack, figures: FigureSet, sheet: Sheet, result: Result) -> Advice:
    """The advice that goes with ``result``, which is the result of ``sheet``."""
    by_rules = advise_by_rules(pack, sheet)
    return Advice(
        departments=advise_departments(pack, figures, sheet, result),
        smallest_team=smallest_team(pack, sheet, result),
        setup=tuple(entry for entry in by_rules if entry.kind == "setup"),
        second_look=tuple(entry for entry in by_rules if entry.kind == "second_look"),
        cautions=cautions(pack, figures, sheet),
    )
