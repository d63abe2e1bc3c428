"""Steps: what to do next and what else is advised, each with what, who, what to say first and why."""

from collections.abc import Iterable, Iterator

from smcheck.advice import DepartmentAdvice, RuleAdvice, Step
from smcheck.report.case import Case
from smcheck.report.content import QuestionLine, StepLine, Subject
from smcheck.report.effects import department_effect, rule_effect
from smcheck.report.evidence import evidence_lines
from smcheck.report.labels import (
    capital,
    department_subject,
    fill_template,
    item_inline,
    item_label,
    join_words,
    one_line,
)
from smcheck.words.fault import quote
from smcheck.words.language import _, n_


def step_lines(case: Case) -> tuple[tuple[StepLine, ...], tuple[StepLine, ...]]:
    """The next steps, and everything else that is advised; numbered through."""
    first, others = case.advice.next_steps, case.advice.also
    return tuple(_lines(case, first, 1)), tuple(_lines(case, others, 1 + len(first)))


def step_details(step: StepLine) -> Iterator[str]:
    """Whom to talk to, what to say first, why, what it rests on, what it changes; a line each."""
    yield from who_and_say(step.who, step.say)
    if step.subject.kind != "rule":  # a rule's text says its reason
        yield capital(step.reason)
    yield step.text
    yield from step.evidence
    if step.effect:
        yield _("Then: {effect}").format(effect=step.effect)


def who_and_say(who: str, say: str) -> Iterator[str]:
    """Whom to talk to and what to say first, a line each; none where there is nothing."""
    if who:
        yield _("Who: {who}").format(who=who)
    if say:
        yield _("Say: {question}").format(question=quote(say))


def no_steps_sentence(case: Case) -> str:
    """That nothing is advised, where that is so, and what may change it."""
    if case.advice.next_steps:
        return ""
    completeness = case.result.completeness
    if completeness.missing:
        return _("From your answers so far nothing is advised.")
    if completeness.unknown:
        return _("From your answers so far nothing is advised; this may change once more is known.")
    return _("From your answers nothing is advised.")


def second_looks(case: Case) -> tuple[QuestionLine, ...]:
    """Contradictions, put as questions."""
    return tuple(
        QuestionLine(
            subject=Subject("second_look", rule.rule),
            title=one_line(case.texts.rules[rule.rule].title),
            text=rule_text(case, rule),
        )
        for rule in case.advice.second_look
    )


def rule_text(case: Case, rule: RuleAdvice) -> str:
    """What a rule says, its template filled with the items that it is about."""
    about = join_words(item_inline(case, item) for item in rule.about)
    return fill_template(case.texts.rules[rule.rule].text, about=about)


def _lines(case: Case, steps: Iterable[Step], first: int) -> Iterable[StepLine]:
    departments = {advice.department: advice for advice in case.advice.departments}
    rules = {advice.rule: advice for advice in case.advice.setup}
    for number, step in enumerate(steps, first):
        if step.kind == "rule":
            yield _rule_line(case, rules[step.id], number)
        else:
            yield _department_line(case, departments[step.id], number)


def _rule_line(case: Case, rule: RuleAdvice, number: int) -> StepLine:
    texts = case.texts.rules[rule.rule]
    return StepLine(
        subject=Subject("rule", rule.rule),
        number=number,
        title=one_line(texts.title),
        reason=one_line(texts.today or ""),
        who=_whom(case, rule.rule),
        say=one_line(texts.say or ""),
        text=rule_text(case, rule),
        evidence=evidence_lines(case, rule.evidence),
        effect=rule_effect(case, rule.rule),
    )


def _whom(case: Case, rule: str) -> str:
    """Whom to talk to about a rule; nobody where that department does not exist."""
    department = next(entry.who for entry in case.pack.file.rules if entry.id == rule)
    if department is None:
        return one_line(case.texts.rules[rule].who or "")
    exists = case.sheet.answer(case.pack.department_path(department)) != "na"
    return one_line(case.texts.departments[department].who) if exists else ""


def _department_line(case: Case, advice: DepartmentAdvice, number: int) -> StepLine:
    texts = case.texts.departments[advice.department]
    path = case.pack.department_path(advice.department)
    return StepLine(
        subject=Subject("department", advice.department),
        number=number,
        title=one_line(texts.find_out if advice.answer == "unknown" else texts.bring_in),
        reason=_reason(case, advice),
        who=one_line(texts.who),
        say=one_line(texts.say),
        text=department_text(case, advice),
        evidence=evidence_lines(case, advice.evidence, path),
        effect=department_effect(case, advice),
    )


def _reason(case: Case, advice: DepartmentAdvice) -> str:
    """Why a department is wanted, in one row."""
    could_lead, helps = _helps(case, advice)
    charge = advice.takes_charge or (() if helps else could_lead)
    needs = join_words(item_inline(case, item) for item in charge or helps)
    if not charge:
        return _("to help with {needs}").format(needs=needs)
    return _situation(case, advice) or _("to take charge of {needs}").format(needs=needs)


def step_situation(case: Case, step: StepLine) -> str:
    """Which goals and challenges a department is wanted for, as they stand today; in whole sentences."""
    if step.subject.kind != "department":
        return ""  # a rule's text says it
    advice = next(entry for entry in case.advice.departments if entry.department == step.subject.id)
    needs = case.result.needs.open
    open_ = [quote(item_label(case, item)) for item in advice.takes_charge if needs[item].covered == "no"]
    unsure = [quote(item_label(case, item)) for item in advice.takes_charge if needs[item].covered != "no"]
    missing = n_("{needs} is not covered yet.", "{needs} are not covered yet.", len(open_))
    not_known = n_(
        "Whether {needs} is covered is not known.", "Whether {needs} are covered is not known.", len(unsure)
    )
    return " ".join(
        text.format(needs=join_words(items))
        for text, items in ((missing, open_), (not_known, unsure))
        if items
    )


def _situation(case: Case, advice: DepartmentAdvice) -> str:
    """That nobody takes charge of the one thing that a department would, or that nobody knows."""
    charge = advice.takes_charge
    if not charge:
        return ""
    if advice.answer == "unknown":
        needs = join_words(item_inline(case, item) for item in charge)
        return _("for {needs}; whether it is involved, nobody knows").format(needs=needs)
    usual = case.texts.item(charge[0]).usual
    if len(charge) == 1 and usual and case.result.needs.open[charge[0]].covered == "no":
        return _("nobody who usually {usual} is involved").format(usual=one_line(usual))
    return ""


def department_text(case: Case, advice: DepartmentAdvice) -> str:
    """What a department would do, in full sentences."""
    usual = _needs_of(case, advice, usual=True)
    stand_in = _needs_of(case, advice, usual=False)
    could_lead, helps = _helps(case, advice)
    parts = [
        (
            _("{department} usually takes charge of {needs} and can help with {helps}.")
            if helps
            else _("{department} usually takes charge of {needs}."),
            usual,
        ),
        (_stand_in_text(_gone(case, stand_in), helps=bool(helps) and not usual), stand_in),
        (_("{department} can help with {needs}."), () if advice.takes_charge else helps),
        (_("{department} can take charge of {needs}, too."), could_lead),
    ]
    return " ".join(
        text.format(
            department=capital(department_subject(case, advice.department)),
            needs=join_words(item_inline(case, item) for item in items),
            helps=join_words(item_inline(case, item) for item in helps),
        )
        for text, items in parts
        if items
    )


def _helps(case: Case, advice: DepartmentAdvice) -> tuple[list[str], list[str]]:
    """Of the needs that a department helps with, those that it could take charge of as well; and the others.

    Of a need that is covered somebody else takes charge already.
    """
    open_ = case.result.needs.open
    could_lead = [
        item
        for item in advice.helps
        if open_[item].covered != "yes" and advice.department in open_[item].candidates
    ]
    return could_lead, [item for item in advice.helps if item not in could_lead]


def _stand_in_text(gone: int, *, helps: bool) -> str:
    """That a department can stand in for ``gone`` others, and what else it can help with."""
    if helps:
        return n_(
            "{department} can help with {helps} and take charge of {needs}, "
            "since the usual department does not exist here.",
            "{department} can help with {helps} and take charge of {needs}, "
            "since the usual departments do not exist here.",
            gone,
        )
    return n_(
        "{department} can take charge of {needs}, since the usual department does not exist here.",
        "{department} can take charge of {needs}, since the usual departments do not exist here.",
        gone,
    )


def _gone(case: Case, items: Iterable[str]) -> int:
    """How many departments are missing for these needs; of those of one need any would do."""
    return len({frozenset(need.lead) for need in case.pack.needs if need.item in items})


def _needs_of(case: Case, advice: DepartmentAdvice, *, usual: bool) -> list[str]:
    """The needs that a department would take charge of as the usual one, or as a stand-in."""
    return [
        need.item
        for need in case.pack.needs
        if need.item in advice.takes_charge and (advice.department in need.lead) is usual
    ]
