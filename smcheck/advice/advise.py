"""All advice on a result."""

from dataclasses import dataclass

from smcheck.advice.cautions import Caution, cautions
from smcheck.advice.departments import DepartmentAdvice, advise_departments
from smcheck.advice.rules import Finding, findings
from smcheck.advice.team import SmallestTeam, smallest_team
from smcheck.pack import FigureSet, Pack
from smcheck.scoring import Result
from smcheck.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, what to look at again, and what to bear in mind; ids of the pack, most important first."""

    departments: tuple[DepartmentAdvice, ...]
    smallest_team: SmallestTeam
    setup: tuple[Finding, ...]
    second_look: tuple[Finding, ...]
    cautions: tuple[Caution, ...]


def advise(pack: Pack, figures: FigureSet, sheet: Sheet, result: Result) -> Advice:
    """The advice that goes with ``result``, which is the result of ``sheet``."""
    found = findings(pack, sheet)
    return Advice(
        departments=advise_departments(pack, figures, sheet, result),
        smallest_team=smallest_team(pack, sheet, result),
        setup=tuple(finding for finding in found if finding.kind == "setup"),
        second_look=tuple(finding for finding in found if finding.kind == "second_look"),
        cautions=cautions(pack, figures, sheet),
    )
