"""What to do about a result: next steps, who does what, second looks, cautions."""

from smcheck.advice.advise import Advice, advise
from smcheck.advice.cautions import Caution, age_of, cautions
from smcheck.advice.departments import DepartmentAdvice, Effect
from smcheck.advice.interval import wilson
from smcheck.advice.roles import Role, roles
from smcheck.advice.rules import RuleAdvice
from smcheck.advice.steps import Step

__all__ = [
    "Advice",
    "Caution",
    "DepartmentAdvice",
    "Effect",
    "Role",
    "RuleAdvice",
    "Step",
    "advise",
    "age_of",
    "cautions",
    "roles",
    "wilson",
]
