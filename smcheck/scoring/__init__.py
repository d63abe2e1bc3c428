"""The score: exact arithmetic on answers and documented shares, without any screen."""

from smcheck.scoring.assessment import Completeness, Result, assess, benchmark_scores_if
from smcheck.scoring.benchmark import Benchmark
from smcheck.scoring.fit import Fit, NeedScore, fit_scores_if
from smcheck.scoring.section import ItemScore, SectionScore
from smcheck.scoring.span import Span

__all__ = [
    "Benchmark",
    "Completeness",
    "Fit",
    "ItemScore",
    "NeedScore",
    "Result",
    "SectionScore",
    "Span",
    "assess",
    "benchmark_scores_if",
    "fit_scores_if",
]
