"""The result as JSON: what other programs rely on. The same answers always give the same bytes.

Many sheets have parts of their results in common, such as a section that was answered alike. Their text is
made once and kept, and a result is put together from such texts: printing is much of what a sheet takes.
"""

import json
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from smcheck.advice import Advice, Caution, DepartmentAdvice, Finding
from smcheck.pack import Pack
from smcheck.scoring import Benchmark, Fit, ItemScore, NeedScore, Result, SectionScore, Span
from smcheck.scoring.kept import kept
from smcheck.sheet import Sheet
from smcheck.words.exchange import json_text

_KEPT = 10_000
"""Texts that are kept of each kind of part of a bounded size, and of numbers."""
_FEW = 2_000
"""Texts that are kept of parts that a large pack makes long."""


def dump_result(pack: Pack, sheet: Sheet, result: Result, advice: Advice) -> dict[str, Any]:
    """The result as its JSON holds it: percentages on 0..100, not rounded; ``backing`` is a share."""
    data: dict[str, Any] = json.loads(result_line(pack, sheet, result, advice))
    return data


def result_json(data: dict[str, Any], *, indent: int | None = 2) -> str:
    """The text of a result's JSON; on one line without ``indent``."""
    return json_text(data, indent=indent)


def result_line(pack: Pack, sheet: Sheet, result: Result, advice: Advice) -> str:
    """The result's JSON on one line, without the line's end."""
    named = {key: value for key, value in (("id", sheet.id), ("organisation", sheet.organisation)) if value}
    return _object(
        sheet=json_text(named),
        benchmark=_benchmark(result.benchmark),
        fit=_fit(result.fit),
        completeness=_object(
            answered=str(result.completeness.answered),
            asked=str(result.completeness.asked),
            unknown=str(result.completeness.unknown),
        ),
        advice=_advice(advice),
        cautions=_list(map(_caution, advice.cautions)),
        changed_after_result=json_text(sheet.after_result) if sheet.after_result else "[]",
        figures=_text(result.figures),
        pack=_pack(pack),
    )


def _object(**parts: str) -> str:
    """A JSON object from the texts of its values."""
    return _keyed(parts.items())


def _keyed(parts: Iterable[tuple[str, str]]) -> str:
    """A JSON object from keys, which are ids, and the texts of its values."""
    return "{" + ", ".join([f'"{key}": {text}' for key, text in parts]) + "}"


def _list(parts: Iterable[str]) -> str:
    """A JSON list from the texts of its values."""
    return "[" + ", ".join(parts) + "]"


@lru_cache(_FEW)
def _text(value: str | tuple[str, ...] | None) -> str:
    """A text, or a list of texts."""
    return json_text(value)


def _number(value: Fraction | None) -> str:
    """An exact number as JSON has it."""
    return "null" if value is None else _digits(*value.as_integer_ratio())


@lru_cache(_KEPT)
def _digits(numerator: int, denominator: int) -> str:
    return str(numerator) if denominator == 1 else repr(numerator / denominator)


def _span(span: Span | None) -> str:
    return "null" if span is None else f'{{"low": {_number(span.low)}, "high": {_number(span.high)}}}'


@lru_cache(maxsize=64)
def _pack(pack: Pack) -> str:
    return json_text({"id": pack.id, "version": pack.version, "hash": pack.hash})


def _benchmark(benchmark: Benchmark) -> str:
    return _object(
        score=_span(benchmark.score),
        surveyed=_number(benchmark.surveyed),
        lead=_span(benchmark.lead),
        robust_lead=_span(benchmark.robust_lead),
        verdict=_text(benchmark.verdict),
        sections=_keyed([(id_, _section(section)) for id_, section in benchmark.sections.items()]),
    )


@kept(_KEPT, size=lambda section: len(section.items))
def _section(section: SectionScore) -> str:
    return _object(
        score=_span(section.score),
        surveyed=_number(section.surveyed),
        lead=_span(section.lead),
        count=_object(
            low=_number(section.count.low),
            high=_number(section.count.high),
            of=str(section.of),
            surveyed_mean=_number(section.surveyed_mean),
        ),
        surveyed_with_more=_span(section.surveyed_with_more),
        items=_keyed([(item.path.partition(".")[2], _item(item)) for item in section.items]),
    )


def _item(item: ItemScore) -> str:
    return _object(
        answer=_text(item.answer),
        favourable=_text(item.favourable),
        percent=_number(item.percent),
        lead=_span(item.lead),
        source=_text(item.source),
    )


def _fit(fit: Fit) -> str:
    return _object(
        score=_span(fit.score),
        needs=_keyed([(item, _need(need)) for item, need in fit.needs.items()]),
        possible_needs=_keyed([(item, _need(need)) for item, need in fit.possible.items()]),
    )


@kept(_KEPT, size=lambda need: len(need.leads) + len(need.supports))
def _need(need: NeedScore) -> str:
    return _object(
        backing=_span(need.backing),
        lead=_text(need.leads[0]),
        leads=_text(need.leads),
        supports=_text(need.supports),
        missing=_text(need.missing),
        unknown=_text(need.unsure),
        na=_text(need.absent),
    )


def _advice(advice: Advice) -> str:
    return _object(
        departments=_departments(advice.departments),
        smallest_team=_text(advice.smallest_team.departments),
        without_lead=_text(advice.smallest_team.without_lead),
        setup=_list(map(_finding, advice.setup)),
        second_look=_list(map(_finding, advice.second_look)),
    )


def _departments(entries: Sequence[DepartmentAdvice]) -> str:
    if not entries:
        return "[]"
    # What is changed for each of them is the same sheet.
    fit, benchmark = _span(entries[0].fit.before), _span(entries[0].benchmark.before)
    return _list(
        [
            "{"
            + _case(entry.department, entry.answer, entry.label, entry.leads, entry.supports)
            + f', "fit": {{"before": {fit}, "after": {_span(entry.fit.after)}}}'
            + f', "benchmark": {{"before": {benchmark}, "after": {_span(entry.benchmark.after)}}}'
            + f', "percent": {_number(entry.percent)}, "evidence": {_text(entry.evidence)}'
            + "}"
            for entry in entries
        ]
    )


@lru_cache(_FEW)
def _case(department: str, answer: str, label: str, leads: tuple[str, ...], supports: tuple[str, ...]) -> str:
    """How the object of a department begins: what is the same for every sheet that calls for it alike."""
    return (
        f'"department": {_text(department)}, "answer": {_text(answer)}, "label": {_text(label)}'
        f', "leads": {_text(leads)}, "supports": {_text(supports)}'
    )


@lru_cache(_FEW)
def _finding(finding: Finding) -> str:
    return json_text({"rule": finding.rule, "about": finding.about, "evidence": finding.evidence})


@lru_cache(_FEW)
def _caution(caution: Caution) -> str:
    data: dict[str, Any] = {"kind": caution.kind, "source": caution.source, "year": caution.year}
    if caution.items:
        data["items"] = caution.items
    return json_text(data)
