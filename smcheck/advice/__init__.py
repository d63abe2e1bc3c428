"""What to do about a result: departments to bring in, set-up, second looks, cautions."""

from smcheck.advice.advise import Advice, advise
from smcheck.advice.cautions import Caution, age_of, cautions
from smcheck.advice.departments import DepartmentAdvice, Effect
from smcheck.advice.interval import wilson
from smcheck.advice.rules import RuleAdvice
from smcheck.advice.team import SmallestTeam

__all__ = [
    "Advice",
    "Caution",
    "DepartmentAdvice",
    "Effect",
    "RuleAdvice",
    "SmallestTeam",
    "advise",
    "age_of",
    "cautions",
    "wilson",
]
