"""Whether everything that a pack's rules refer to exists, and each condition can be held against a sheet."""

from collections.abc import Iterable, Iterator

from smcheck.pack.models import FORMS, Condition, PackFile, Rule
from smcheck.words.fault import Fault, unknown_word
from smcheck.words.language import _


def rule_faults(pack: PackFile) -> Iterator[Fault]:
    """Every reference of a rule that leads nowhere, and every condition that is none."""
    for index, rule in enumerate(pack.rules):
        place = f"rules[{index}]"
        yield from _rule_faults(pack, rule, place)
        for key, conditions in (("when", rule.when), ("unless", rule.unless)):
            for number, condition in enumerate(conditions):
                yield from _condition_faults(pack, condition, f"{place}.{key}[{number}]")
        for path, answer in rule.changes.items():
            yield from _answer_faults(pack, path, (answer,), f"{place}.changes", f"{place}.changes")


def _rule_faults(pack: PackFile, rule: Rule, place: str) -> Iterator[Fault]:
    if not rule.when:
        yield Fault(_("a rule without condition"), place=f"{place}.when", rule="rule-without-condition")
    evidence = [*(argument.id for argument in pack.arguments), "judgement"]
    if rule.kind == "setup" and not rule.evidence:
        yield Fault(
            _("advice without evidence"),
            place=f"{place}.evidence",
            expected=", ".join(evidence),
            rule="advice-without-evidence",
        )
    if rule.kind == "setup" and rule.urgency is None:
        found = _("advice without urgency")
        yield Fault(found, place=f"{place}.urgency", expected="1, 2, 3", rule="no-urgency")
    departments = [item.id for q in pack.questions if q.id == pack.departments for item in q.items]
    if rule.who and rule.who not in departments:
        yield dangling_fault(_("department"), rule.who, departments, f"{place}.who")
    for argument in rule.evidence:
        if argument not in evidence:
            yield dangling_fault(_("argument"), argument, evidence, f"{place}.evidence")


def _condition_faults(pack: PackFile, condition: Condition, place: str) -> Iterator[Fault]:
    form = condition.form
    if not form:
        yield Fault(_("not one condition"), place=place, expected=", ".join(FORMS), rule="condition-form")
    elif form == "answer":
        yield from _answer_faults(
            pack, str(condition.answer), condition.is_, f"{place}.answer", f"{place}.is"
        )
    elif form == "profile":
        choices = pack.profile.choices[str(condition.profile)]
        yield from _value_faults(condition.is_, choices, _("choice"), f"{place}.is")
    elif form == "chosen":
        singles = [question.id for question in pack.questions if question.options_of]
        if condition.chosen not in singles:
            yield dangling_fault(_("question"), condition.chosen, singles, f"{place}.chosen")
        yield from _value_faults(condition.is_, ("yes", "no", "unknown", "na"), _("answer"), f"{place}.is")
    elif form in {"count_of", "known_of", "none_of"}:
        holders = [question.id for question in pack.questions if question.items]
        if getattr(condition, form) not in holders:
            yield dangling_fault(_("question"), getattr(condition, form), holders, f"{place}.{form}")
    elif form == "any_of":
        for number, inner in enumerate(condition.any_of):
            yield from _condition_faults(pack, inner, f"{place}.any_of[{number}]")
    if form == "count_of" and condition.min is None and condition.max is None:
        yield Fault(_("a count without limit"), place=place, expected="min, max", rule="condition-form")


def _answer_faults(
    pack: PackFile, path: str, answers: Iterable[str], place: str, answers_place: str
) -> Iterator[Fault]:
    """Whether an item or a question with one answer exists and can be answered so."""
    valid = _answers(pack)
    if path not in valid:
        yield dangling_fault(_("item or question"), path, valid, place)
    else:
        yield from _value_faults(answers, valid[path], _("answer"), answers_place)


def _answers(pack: PackFile) -> dict[str, list[str]]:
    """What each item, and each question with one answer, can be answered with."""
    questions = {question.id: question for question in pack.questions}
    valid: dict[str, list[str]] = {}
    for question in pack.questions:
        for item in question.items:
            valid[f"{question.id}.{item.id}"] = ["yes", "no", "unknown", *(["na"] if item.na else [])]
        if question.kind == "one":
            shared = questions[question.options_of].items if question.options_of in questions else ()
            valid[question.id] = [*(item.id for item in shared), *question.options, "unknown"]
    return valid


def _value_faults(values: Iterable[str], valid: Iterable[str], what: str, place: str) -> Iterator[Fault]:
    given, choices = list(values), list(valid)
    if not given:
        yield Fault(_("an answer compared with nothing"), place=place, expected="is", rule="condition-form")
    for value in given:
        if value not in choices:
            yield unknown_word(what, value, choices, place=place, rule="unknown-answer")


def dangling_fault(what: str, word: str | None, valid: Iterable[str], place: str) -> Fault:
    """An id that leads nowhere."""
    return unknown_word(what, word, valid, place=place, rule="dangling-id")
