"""The result as JSON data: what other programs rely on. The same answers always give the same bytes."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from smcheck.advice import Advice, Caution, DepartmentAdvice, Effect, RuleAdvice
from smcheck.report.case import Case
from smcheck.scoring import Benchmark, Completeness, ItemScore, NeedScore, SectionScore, Span
from smcheck.sheet import Sheet

Data = dict[str, Any]


def dump_result(case: Case) -> Data:
    """The result as a dictionary for JSON: percentages on 0..100, not rounded; ``backing`` is a share 0..1.

    ``smcheck.report.result_schema`` describes it key by key.
    """
    result = case.result
    return {
        "sheet": _sheet(case.sheet),
        "benchmark": _benchmark(result.benchmark),
        "fit": {
            "score": _span(result.fit.score),
            "needs": _needs(result.fit.needs),
            "possible_needs": _needs(result.fit.possible),
        },
        "completeness": _completeness(result.completeness),
        "advice": _advice(case.advice),
        "cautions": [_caution(caution) for caution in case.advice.cautions],
        "changed_after_result": list(case.sheet.after_result),
        "figures": result.figures,
        "pack": {"id": case.pack.id, "version": case.pack.version, "hash": case.pack.hash},
    }


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _span(span: Span | None) -> Data | None:
    return None if span is None else {"low": _number(span.low), "high": _number(span.high)}


def _sheet(sheet: Sheet) -> Data:
    named = {"id": sheet.id, "organisation": sheet.organisation}
    return {key: value for key, value in named.items() if value}


def _benchmark(benchmark: Benchmark) -> Data:
    return {
        "score": _span(benchmark.score),
        "surveyed": _number(benchmark.surveyed),
        "lead": _span(benchmark.lead),
        "robust_lead": _span(benchmark.robust_lead),
        "verdict": benchmark.verdict,
        "sections": {id_: _section(section) for id_, section in benchmark.sections.items()},
    }


def _section(section: SectionScore) -> Data:
    return {
        "score": _span(section.score),
        "surveyed": _number(section.surveyed),
        "lead": _span(section.lead),
        "count": {
            "low": _number(section.count.low),
            "high": _number(section.count.high),
            "of": section.of,
            "surveyed_mean": _number(section.surveyed_mean),
        },
        "surveyed_with_more": _span(section.surveyed_with_more),
        "items": {item.path.partition(".")[2]: _item(item) for item in section.items},
    }


def _item(item: ItemScore) -> Data:
    return {
        "answer": item.answer,
        "favourable": item.favourable,
        "percent": _number(item.percent),
        "lead": _span(item.lead),
        "source": item.source,
    }


def _needs(needs: Mapping[str, NeedScore]) -> Data:
    return {
        path: {
            "backing": _span(need.backing),
            "lead": need.leads[0],
            "leads": list(need.leads),
            "supports": list(need.supports),
            "missing": list(need.missing),
            "unknown": list(need.unsure),
            "na": list(need.absent),
        }
        for path, need in needs.items()
    }


def _completeness(completeness: Completeness) -> Data:
    return {
        "answered": completeness.answered,
        "asked": completeness.asked,
        "unknown": completeness.unknown,
    }


def _advice(advice: Advice) -> Data:
    return {
        "departments": [_department(entry) for entry in advice.departments],
        "smallest_team": list(advice.smallest_team.departments),
        "without_lead": list(advice.smallest_team.without_lead),
        "setup": [_rule(entry) for entry in advice.setup],
        "second_look": [_rule(entry) for entry in advice.second_look],
    }


def _department(entry: DepartmentAdvice) -> Data:
    return {
        "department": entry.department,
        "answer": entry.answer,
        "label": entry.label,
        "leads": list(entry.leads),
        "supports": list(entry.supports),
        "fit": _effect(entry.fit),
        "benchmark": _effect(entry.benchmark),
        "percent": _number(entry.percent),
        "evidence": list(entry.evidence),
    }


def _effect(effect: Effect) -> Data:
    return {"before": _span(effect.before), "after": _span(effect.after)}


def _rule(entry: RuleAdvice) -> Data:
    return {"rule": entry.rule, "about": list(entry.about), "evidence": list(entry.evidence)}


def _caution(caution: Caution) -> Data:
    data = {"kind": caution.kind, "source": caution.source, "year": caution.year}
    return {**data, "items": list(caution.items)} if caution.items else data
