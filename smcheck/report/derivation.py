"""How each number came about: formula, inputs, weights, sources; lines for a box or a page."""

from smcheck.report.why_fit import why_department, why_fit, why_need
from smcheck.report.why_rank import why_rank
from smcheck.report.why_score import why_benchmark, why_item, why_section

__all__ = [
    "why_benchmark",
    "why_department",
    "why_fit",
    "why_item",
    "why_need",
    "why_rank",
    "why_section",
]
