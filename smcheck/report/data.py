"""The result as JSON: what other programs rely on. The same answers always give the same bytes."""

from fractions import Fraction
from typing import Any

from smcheck.advice import Advice, Caution, DepartmentAdvice, Effect, Finding
from smcheck.pack import Pack
from smcheck.scoring import Benchmark, Fit, ItemScore, NeedScore, Result, SectionScore, Span
from smcheck.sheet import Sheet
from smcheck.words.exchange import json_text


def number(value: Fraction) -> int | float:
    """An exact number as JSON has it."""
    numerator, denominator = value.as_integer_ratio()
    return numerator if denominator == 1 else numerator / denominator


def _span(span: Span | None) -> dict[str, int | float] | None:
    return None if span is None else {"low": number(span.low), "high": number(span.high)}


def dump_result(pack: Pack, sheet: Sheet, result: Result, advice: Advice) -> dict[str, Any]:
    """The result as its JSON holds it: percentages on 0..100, not rounded; ``backing`` is a share."""
    return {
        "sheet": {
            key: value for key, value in (("id", sheet.id), ("organisation", sheet.organisation)) if value
        },
        "benchmark": _benchmark(result.benchmark),
        "fit": _fit(result.fit),
        "completeness": {
            "answered": result.completeness.answered,
            "asked": result.completeness.asked,
            "unknown": result.completeness.unknown,
        },
        "advice": {
            "departments": [_department(entry) for entry in advice.departments],
            "smallest_team": list(advice.smallest_team.departments),
            "without_lead": list(advice.smallest_team.without_lead),
            "setup": [_finding(entry) for entry in advice.setup],
            "second_look": [_finding(entry) for entry in advice.second_look],
        },
        "cautions": [_caution(entry) for entry in advice.cautions],
        "changed_after_result": list(sheet.after_result),
        "figures": result.figures,
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
    }


def result_json(data: dict[str, Any], *, indent: int | None = 2) -> str:
    """The text of a result's JSON; on one line without ``indent``."""
    return json_text(data, indent=indent)


def _benchmark(benchmark: Benchmark) -> dict[str, Any]:
    return {
        "score": _span(benchmark.score),
        "surveyed": None if benchmark.surveyed is None else number(benchmark.surveyed),
        "lead": _span(benchmark.lead),
        "robust_lead": _span(benchmark.robust_lead),
        "verdict": benchmark.verdict,
        "sections": {id_: _section(section) for id_, section in benchmark.sections.items()},
    }


def _section(section: SectionScore) -> dict[str, Any]:
    return {
        "score": _span(section.score),
        "surveyed": number(section.surveyed),
        "lead": _span(section.lead),
        "count": {
            "low": number(section.count.low),
            "high": number(section.count.high),
            "of": section.of,
            "surveyed_mean": number(section.surveyed_mean),
        },
        "surveyed_with_more": _span(section.surveyed_with_more),
        "items": {item.path.partition(".")[2]: _item(item) for item in section.items},
    }


def _item(item: ItemScore) -> dict[str, Any]:
    return {
        "answer": item.answer,
        "favourable": item.favourable,
        "percent": number(item.percent),
        "lead": _span(item.lead),
        "source": item.source,
    }


def _fit(fit: Fit) -> dict[str, Any]:
    return {
        "score": _span(fit.score),
        "needs": {item: _need(need) for item, need in fit.needs.items()},
        "possible_needs": {item: _need(need) for item, need in fit.possible.items()},
    }


def _need(need: NeedScore) -> dict[str, Any]:
    return {
        "backing": _span(need.backing),
        "lead": need.leads[0],
        "leads": list(need.leads),
        "supports": list(need.supports),
        "missing": list(need.missing),
        "unknown": list(need.unsure),
        "na": list(need.absent),
    }


def _effect(effect: Effect) -> dict[str, Any]:
    return {"before": _span(effect.before), "after": _span(effect.after)}


def _department(entry: DepartmentAdvice) -> dict[str, Any]:
    return {
        "department": entry.department,
        "answer": entry.answer,
        "label": entry.label,
        "leads": list(entry.leads),
        "supports": list(entry.supports),
        "fit": _effect(entry.fit),
        "benchmark": _effect(entry.benchmark),
        "percent": None if entry.percent is None else number(entry.percent),
        "evidence": list(entry.evidence),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"rule": finding.rule, "about": list(finding.about), "evidence": list(finding.evidence)}


def _caution(caution: Caution) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": caution.kind, "source": caution.source, "year": caution.year}
    if caution.items:
        data["items"] = list(caution.items)
    return data
