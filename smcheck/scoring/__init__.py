"""Exact arithmetic on answers and documented shares; no wording, no rounding."""

from smcheck.scoring.assess import Result, assess
from smcheck.scoring.benchmark import Benchmark
from smcheck.scoring.completeness import Completeness, completeness
from smcheck.scoring.needs import NeedResult, Needs
from smcheck.scoring.sections import Comparison, DescribedSection, ItemResult, JudgedSection
from smcheck.scoring.span import Count, Span

__all__ = [
    "Benchmark",
    "Comparison",
    "Completeness",
    "Count",
    "DescribedSection",
    "ItemResult",
    "JudgedSection",
    "NeedResult",
    "Needs",
    "Result",
    "Span",
    "assess",
    "completeness",
]
