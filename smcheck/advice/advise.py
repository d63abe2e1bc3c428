"""All advice on a result."""

from dataclasses import dataclass

from smcheck.advice.cautions import Caution, cautions
from smcheck.advice.departments import DepartmentAdvice, advise_departments, missing_leads
from smcheck.advice.rules import RuleAdvice, find_rules
from smcheck.advice.steps import Step, next_steps
from smcheck.pack import FigureSet, Pack
from smcheck.scoring import Result
from smcheck.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, what to look at again, and what to bear in mind; ids of the pack, most important first."""

    next_steps: tuple[Step, ...]
    also: tuple[Step, ...]
    departments: tuple[DepartmentAdvice, ...]
    missing_leads: tuple[str, ...]
    setup: tuple[RuleAdvice, ...]
    second_look: tuple[RuleAdvice, ...]
    cautions: tuple[Caution, ...]


def advise(pack: Pack, figures: FigureSet, sheet: Sheet, result: Result) -> Advice:
    """The advice that goes with ``result``, which is the result of ``sheet``."""
    departments = advise_departments(pack, figures, sheet, result)
    setup = find_rules(pack, sheet, result, "setup")
    first, others = next_steps(setup, departments)
    return Advice(
        next_steps=first,
        also=others,
        departments=departments,
        missing_leads=missing_leads(pack, result),
        setup=setup,
        second_look=find_rules(pack, sheet, result, "second_look"),
        cautions=cautions(pack, figures, sheet),
    )
