"""How the fit came about: the backing of needs, and what a department would change."""

from collections.abc import Iterable

from smcheck.advice import DepartmentAdvice
from smcheck.report.case import Case
from smcheck.report.exact import exact_span
from smcheck.report.labels import answer_word, department_label, item_label, item_short, label_word
from smcheck.report.sentences import effect_text, evidence_text, reason
from smcheck.report.surveys import source_lines
from smcheck.report.why_score import quotient
from smcheck.scoring import NeedScore, Span
from smcheck.sheet.need import need_state
from smcheck.words.language import _
from smcheck.words.numbers import decimal


def why_fit(case: Case) -> list[str]:
    """The fit from the backing of each need."""
    fit = case.result.fit
    if fit.score is None:
        return [_("No goal is pursued and no open challenge is faced, so there is nothing to fit.")]
    certain, possible = list(fit.needs.values()), list(fit.possible.values())
    lines = []
    if possible:
        lines.append(
            _(
                "Fit {score} = the lowest and highest mean of the backings, with and without each need "
                "that is not known to be one"
            ).format(score=exact_span(fit.score))
        )
    else:
        backings = [exact_span(_percent(need)) for need in certain]
        lines.append(
            _("Fit {score} = {formula}").format(
                score=exact_span(fit.score), formula=quotient(" + ".join(backings), len(backings))
            )
        )
    lines += [f"{item_short(case, need.item)}: {_backing(need)}" for need in certain]
    if possible:
        lines.append(_("Not known to be needs:"))
        lines += [f"{item_short(case, need.item)}: {_backing(need)}" for need in possible]
    lines += [
        _(
            "A lead counts 2, a support 1; a department that is not known counts 0 in the low fit "
            "and in full in the high one."
        ),
        _("No survey has a figure for the fit, so it is compared with nothing."),
    ]
    return lines


def _percent(need: NeedScore) -> Span:
    return Span(100 * need.backing.low, 100 * need.backing.high)


def _backing(need: NeedScore) -> str:
    if need.homeless:
        return _("0, as none of its departments exists here")
    total = _weight(need, need.leads + need.supports, need.absent)
    low, high = (int(share * total) for share in need.backing)
    return _("{percent} = 100 × {points} of {total}").format(
        percent=exact_span(_percent(need)), points=f"{low}" if low == high else f"{low}–{high}", total=total
    )


def _weight(need: NeedScore, departments: Iterable[str], without: tuple[str, ...]) -> int:
    return sum(2 if name in need.leads else 1 for name in departments if name not in without)


def why_need(case: Case, need_item: str) -> list[str]:
    """How far one need is met: its departments, their weights and answers, and what calls for each."""
    fit = case.result.fit
    score = fit.needs.get(need_item) or fit.possible.get(need_item)
    need = next((need for need in case.pack.needs if need.item == need_item), None)
    label = item_label(case, need_item)
    if need is None:
        return [_("{item}: it calls for no department.").format(item=label)]
    if score is None:
        return [_no_need(case, need_item, label)]
    lines = [_("{item}: backing {backing}").format(item=label, backing=_backing(score))]
    if need_state(case.pack, case.sheet, need) == "possible":
        lines.append(_("Not known whether it is a need: it may count or not."))
    for department in need.departments:
        text = (
            _("{department} leads, counts 2: {answer}. {evidence}")
            if department in need.lead
            else _("{department} supports, counts 1: {answer}. {evidence}")
        )
        basis = need.arguments.get(department, "judgement")
        lines.append(
            text.format(
                department=department_label(case, department),
                answer=answer_word(case.sheet.answer(case.pack.department_path(department))),
                evidence=evidence_text(case, (basis,))[0],
            )
        )
    return lines


def _no_need(case: Case, need_item: str, label: str) -> str:
    if case.sheet.answer(need_item) == "yes":
        return _("{item}: in hand, so it calls for nobody.").format(item=label)
    return _("{item}: {answer}, so it calls for nobody.").format(
        item=label, answer=answer_word(case.sheet.answer(need_item))
    )


def why_department(case: Case, department: str) -> list[str]:
    """What bringing a department in would change, and what speaks for it."""
    path = case.pack.department_path(department)
    label = department_label(case, department)
    lines = [f"{label}: {answer_word(case.sheet.answer(path))}"]
    advice = next((entry for entry in case.advice.departments if entry.department == department), None)
    if advice is None:
        lines.append(_("No advice: only departments answered “no” or “don't know” can be brought in."))
        return lines
    lines += [
        f"{label_word(advice.label)}: {reason(case, advice)}",
        _("Fit {effect}, benchmark {benchmark}: both scored again with this one answer “yes”.").format(
            effect=effect_text(advice.fit), benchmark=effect_text(advice.benchmark)
        ),
        *_weights_in_needs(case, advice),
        *evidence_text(case, advice.evidence, path),
        _(
            "Order: needs led, fit gained ({gain} points, middle of the range), documented share, pack."
        ).format(gain=decimal(advice.fit.gain, 2)),
    ]
    figure = case.figures.by_item.get(path)
    return lines + (source_lines(case, [figure.source]) if figure else [])


def _weights_in_needs(case: Case, advice: DepartmentAdvice) -> list[str]:
    served = [(path, 2) for path in advice.leads] + [(path, 1) for path in advice.supports]
    lines = []
    for path, weight in served:
        need = case.result.fit.needs[path]
        lines.append(
            _("{item}: it counts {weight} of {total}").format(
                item=item_short(case, path),
                weight=weight,
                total=_weight(need, need.leads + need.supports, need.absent),
            )
        )
    return lines
