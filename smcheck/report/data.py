"""The result as JSON: what other programs rely on. The same answers always give the same bytes."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from smcheck.advice import Advice, Caution, DepartmentAdvice, RuleAdvice, Step
from smcheck.pack import Pack
from smcheck.report.case import Case
from smcheck.scoring import (
    Benchmark,
    Comparison,
    Count,
    DescribedSection,
    ItemResult,
    JudgedSection,
    NeedResult,
    Needs,
    Span,
)
from smcheck.sheet import Sheet
from smcheck.sheet.sheet import applies

Data = dict[str, Any]


def dump_result(case: Case) -> Data:
    """The result as its JSON holds it: percentages on 0..100, not rounded."""
    result = case.result
    return {
        "sheet": _sheet(case.sheet),
        "answers": _answers(case.pack, case.sheet),
        "benchmark": _benchmark(result.benchmark),
        "described": {id_: _described_data(section) for id_, section in result.described.items()},
        "needs": _needs(result.needs),
        "completeness": {
            "answered": result.completeness.answered,
            "asked": result.completeness.asked,
            "unknown": result.completeness.unknown,
        },
        "advice": _advice(case.advice),
        "cautions": [_caution(caution) for caution in case.advice.cautions],
        "changed_after_result": list(case.sheet.changed_after_result),
        "answered_after_result": list(case.sheet.answered_after_result),
        "figures": {"id": case.figures.id, "sources": [source.id for source in case.figures.sources]},
        "pack": {"id": case.pack.id, "version": case.pack.version, "hash": case.pack.hash},
    }


def _sheet(sheet: Sheet) -> Data:
    on = sheet.on()
    known = {
        "id": sheet.id,
        "organisation": sheet.organisation,
        "date": on.isoformat() if on else "",
        "profile": {key: value for key, value in sheet.profile.items() if key != "role"},
    }
    return {key: value for key, value in known.items() if value}


def _answers(pack: Pack, sheet: Sheet) -> Data:
    """The answers that are in no section's items: of questions with one answer, of follow-up questions."""
    found: Data = {}
    for question in pack.questions:
        if not applies(pack, sheet, question):
            continue
        if question.kind == "one":
            found[question.id] = sheet.answer(question.id)
        elif question.each_of:
            given = {item.id: sheet.answer(f"{question.id}.{item.id}") for item in pack.items_of(question)}
            found[question.id] = {id_: answer for id_, answer in given.items() if answer is not None}
    return found


def _number(value: Fraction | None) -> float | int | None:
    """An exact number as JSON has it: whole numbers without a decimal point."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _span(span: Span | None) -> Data | None:
    return None if span is None else {"low": _number(span.low), "high": _number(span.high)}


def _count(count: Count | None) -> Data | None:
    return None if count is None else count._asdict()


def _benchmark(benchmark: Benchmark) -> Data:
    return {
        "verdict": benchmark.verdict,
        "score": _span(benchmark.score),
        "surveyed": _number(benchmark.surveyed),
        "gap": _span(benchmark.gap),
        "sections": {id_: _judged_data(section) for id_, section in benchmark.sections.items()},
    }


def _judged_data(section: JudgedSection) -> Data:
    compared = section.comparison
    return {
        "comparable": compared is not None,
        **({"reason": section.reason} if compared is None else {}),
        "verdict": compared.verdict if compared else None,
        "count": {**section.count._asdict(), "surveyed_mean": _number(section.surveyed_mean)},
        **_comparison_data(compared),
        "items": {_id(item): {**_item(item), "gap": _span(item.gap)} for item in section.items},
    }


def _comparison_data(compared: Comparison | None) -> Data:
    return {
        "score": _span(compared.score) if compared else None,
        "surveyed": _number(compared.surveyed) if compared else None,
        "gap": _span(compared.gap) if compared else None,
        "surveyed_with_more": _span(compared.surveyed_with_more) if compared else None,
    }


def _described_data(section: DescribedSection) -> Data:
    return {
        "count": {**section.count._asdict(), "surveyed_mean": _number(section.surveyed_mean)},
        "alike": _span(section.alike),
        "possible": _span(section.possible),
        "items": {_id(item): _item(item) for item in section.items},
    }


def _id(item: ItemResult) -> str:
    return item.path.partition(".")[2]


def _item(item: ItemResult) -> Data:
    return {"answer": item.answer, "percent": _number(item.percent), "source": item.source}


def _needs(needs: Needs) -> Data:
    return {
        "solo": needs.solo,
        "goals_covered": _count(needs.goals_covered),
        "challenges_in_hand": _count(needs.challenges_in_hand),
        "open": {item: _need(need) for item, need in needs.open.items()},
        "nobody_here": list(needs.nobody_here),
        "not_known": list(needs.not_known),
    }


def _need(need: NeedResult) -> Data:
    return {
        "covered": need.covered,
        "candidates": list(need.candidates),
        "bring_in": need.bring_in,
        "supports": list(need.supports),
    }


def _advice(advice: Advice) -> Data:
    return {
        "next_steps": _steps(advice.next_steps),
        "also": _steps(advice.also),
        "departments": [_department(entry) for entry in advice.departments],
        "missing_leads": list(advice.missing_leads),
        "setup": [{**_rule(rule), "urgency": rule.urgency} for rule in advice.setup],
        "second_look": [_rule(rule) for rule in advice.second_look],
    }


def _steps(steps: Iterable[Step]) -> list[Data]:
    return [{"kind": step.kind, "id": step.id, "evidence": list(step.evidence)} for step in steps]


def _department(entry: DepartmentAdvice) -> Data:
    effect = entry.goals_covered
    return {
        "department": entry.department,
        "answer": entry.answer,
        "label": entry.label,
        "takes_charge": list(entry.takes_charge),
        "helps": list(entry.helps),
        "percent": _number(entry.percent),
        "evidence": list(entry.evidence),
        "goals_covered": {"before": _count(effect.before), "after": _count(effect.after)},
    }


def _rule(rule: RuleAdvice) -> Data:
    return {"rule": rule.rule, "about": list(rule.about), "evidence": list(rule.evidence)}


def _caution(caution: Caution) -> Data:
    given: Mapping[str, Any] = {
        "items": list(caution.items),
        "given": caution.given,
        "surveyed": list(caution.surveyed),
    }
    return {
        "kind": caution.kind,
        "source": caution.source,
        "year": caution.year,
        **{key: value for key, value in given.items() if value},
    }
