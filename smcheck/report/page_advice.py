"""The page's part on advice: needs, departments, team, rules and cautions, as blocks."""

from collections.abc import Iterator

from smcheck.advice import DepartmentAdvice, RuleAdvice
from smcheck.pack import Need
from smcheck.report.blocks import Block, Heading, ListEntry, Listing, Paragraph
from smcheck.report.case import Case
from smcheck.report.labels import answer_word, department_label, item_label, label_word
from smcheck.report.sentences import (
    caution_sentence,
    effect_text,
    evidence_text,
    fit_sentence,
    reason,
    rule_text,
    rule_title,
)
from smcheck.report.still_open import nobody_sentence, open_needs, still_open_sentence
from smcheck.scoring import NeedScore
from smcheck.words.language import _
from smcheck.words.numbers import percent_span


def advice_blocks(case: Case) -> Iterator[Block]:
    """Who is called for and why, what else to do, and what to bear in mind."""
    yield Heading(2, _("Who is called for"))
    yield from _needs(case)
    yield from _departments(case)
    yield Heading(2, _("Smallest team"))
    yield from _smallest_team(case)
    yield from _rules(case, _("Set-up"), case.advice.setup)
    yield from _rules(case, _("A second look"), case.advice.second_look)
    if case.advice.cautions:
        yield Heading(2, _("To bear in mind"))
        yield Listing(tuple(ListEntry(caution_sentence(case, caution)) for caution in case.advice.cautions))


def _needs(case: Case) -> Iterator[Block]:
    fit = case.result.fit
    if fit.score is None:
        yield Paragraph(fit_sentence(fit))
        return
    if fit.needs:
        yield Listing(tuple(_need(case, need) for need in fit.needs.values()))
    if fit.possible:
        yield Paragraph(_("Not known to be called for:"))
        yield Listing(tuple(_need(case, need) for need in fit.possible.values()))


def _need(case: Case, score: NeedScore) -> ListEntry:
    need = next(need for need in case.pack.needs if need.item == score.item)
    if score.homeless:
        backing = _("none of its departments exists here.")
    else:
        low, high = (100 * share for share in score.backing)
        backing = _("backing {range}.").format(range=percent_span(low, high))
    text = f"{item_label(case, score.item)}: {backing}"
    return ListEntry(text, tuple(_departments_of(case, need)))


def _departments_of(case: Case, need: Need) -> Iterator[str]:
    yield _("Lead: {departments}").format(departments=_names_with_answers(case, need.lead))
    if need.support:
        yield _("Support: {departments}").format(departments=_names_with_answers(case, need.support))


def _names_with_answers(case: Case, departments: tuple[str, ...]) -> str:
    return ", ".join(
        f"{department_label(case, name)} ({answer_word(case.sheet.answer(case.pack.department_path(name)))})"
        for name in departments
    )


def _departments(case: Case) -> Iterator[Block]:
    advised = [advice for advice in case.advice.departments if advice.label == "advised"]
    others = [advice for advice in case.advice.departments if advice.label != "advised"]
    yield Heading(2, _("Bring in"))
    if advised:
        yield Listing(tuple(_department(case, advice) for advice in advised), numbered=True)
    else:
        yield Paragraph(nobody_sentence(case))
    # What is common is no advice, so it never stands in the same list.
    if others:
        yield Heading(2, _("Not called for so far") if open_needs(case) else _("Not called for"))
        yield Listing(tuple(_department(case, advice) for advice in others))


def _department(case: Case, advice: DepartmentAdvice) -> ListEntry:
    path = case.pack.department_path(advice.department)
    label = f"{department_label(case, advice.department)}: {label_word(advice.label)}"
    details = [reason(case, advice)]
    if advice.answer == "unknown":
        details.append(_("It is not known whether it is involved already."))
    details.append(
        _("Fit {fit}, benchmark {benchmark}").format(
            fit=effect_text(advice.fit), benchmark=effect_text(advice.benchmark)
        )
    )
    return ListEntry(label, (*details, *evidence_text(case, advice.evidence, path)))


def _smallest_team(case: Case) -> Iterator[Block]:
    team, needs = case.advice.smallest_team, case.result.fit.needs
    undecided = open_needs(case)
    if team.departments:
        names = ", ".join(department_label(case, name) for name in team.departments)
        yield Paragraph(
            _("To give every goal and challenge its lead, bring in: {departments}.").format(departments=names)
        )
    elif not needs:
        yield Paragraph(
            _("Nothing is known yet that calls for a department.")
            if undecided
            else _("There is nothing that calls for a department.")
        )
    elif len(team.without_lead) < len(needs):
        yield Paragraph(_("Every goal and challenge that can have its lead has it."))
    if team.without_lead:
        items = ", ".join(item_label(case, item) for item in team.without_lead)
        yield Paragraph(_("No department that could lead exists here for: {items}.").format(items=items))
    if undecided:
        yield Paragraph(still_open_sentence(undecided))


def _rules(case: Case, title: str, rules: tuple[RuleAdvice, ...]) -> Iterator[Block]:
    if rules:
        yield Heading(2, title)
        yield Listing(tuple(_rule(case, rule) for rule in rules))


def _rule(case: Case, rule: RuleAdvice) -> ListEntry:
    return ListEntry(rule_title(case, rule), (rule_text(case, rule), *evidence_text(case, rule.evidence)))
