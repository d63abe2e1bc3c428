"""Why something is advised, and why something is asked again."""

from collections.abc import Iterable

from smcheck.pack.models import Condition
from smcheck.report.case import Case
from smcheck.report.effects import department_effect, rule_effect
from smcheck.report.evidence import argument_line, figure_words
from smcheck.report.labels import (
    answer_label,
    answer_word,
    item_inline,
    item_label,
    join_words,
    label_word,
    one_line,
)
from smcheck.report.steps import department_text, rule_text
from smcheck.report.tab_content import Lines, Why
from smcheck.words.language import _


def why_rule(case: Case, id_: str) -> Why:
    """A rule of the set-up, or a second look: what it says, which answers it comes from, what it rests on."""
    rule = next(entry for entry in case.pack.file.rules if entry.id == id_)
    found = next(entry for entry in (*case.advice.setup, *case.advice.second_look) if entry.rule == id_)
    lines = list(_answer_lines(case, (*rule.when, *rule.unless)))
    if rule.urgency:
        text = _("{n} of 3, 1 is the most urgent")
        lines.append((_("urgency"), text.format(n=rule.urgency)))
    lines += _rests_on(case, rule.evidence)
    effect = rule_effect(case, id_)
    return Why(
        title=one_line(case.texts.rules[id_].title),
        text=rule_text(case, found),
        lines=(*lines, *([(_("then"), effect)] if effect else [])),
    )


def _answer_lines(case: Case, conditions: Iterable[Condition]) -> Lines:
    """The answers that conditions ask for, each once."""
    seen: dict[str, str] = {}
    for condition in conditions:
        for path in _paths(case, condition):
            seen[path] = answer_label(case.pack, case.texts, path, case.sheet.answer(path))
    for number, (path, answer) in enumerate(seen.items()):
        yield _("from") if not number else "", f"{item_label(case, path)}: {answer}"


def _paths(case: Case, condition: Condition) -> Iterable[str]:
    if condition.answer:
        yield condition.answer
    if condition.chosen:
        yield condition.chosen
    for question in {condition.count_of, condition.none_of} - {None}:
        items = case.pack.items_of(case.pack.question_by_id[str(question)])
        yield from (path for item in items if case.sheet.answer(path := f"{question}.{item.id}") == "yes")
    for inner in condition.any_of:
        yield from _paths(case, inner)


def why_department(case: Case, department: str) -> Why:
    """A department: whether it is involved, what it would do, what speaks for it, what it changes."""
    path = case.pack.department_path(department)
    answer = case.sheet.answer(path)
    advice = next((entry for entry in case.advice.departments if entry.department == department), None)
    lines = [(_("involved"), answer_word(answer))]
    figure = figure_words(case, path)
    if figure:
        lines.append((_("surveyed"), figure))
    lines += _part_lines(case, department)
    if advice is None:
        return Why(item_label(case, path), "", tuple(lines))
    lines.append((_("advice"), label_word(advice.label)))
    lines += _rests_on(case, tuple(basis for basis in advice.evidence if basis != "figure"))
    effect = department_effect(case, advice)
    return Why(
        title=item_label(case, path),
        text=department_text(case, advice),
        lines=(*lines, *([(_("then"), effect)] if effect else [])),
    )


def _part_lines(case: Case, department: str) -> Lines:
    """Which of the company's needs a department covers and helps with, or could if it were involved."""
    needs = case.result.needs.open.values()
    charge = [need.item for need in needs if department in need.candidates]
    helps = [need.item for need in needs if department in need.supports and need.item not in charge]
    heads = (_("could take charge"), _("could help"))
    if case.sheet.answer(case.pack.department_path(department)) == "yes":
        heads = (_("covers"), _("helps"))
    for head, items in zip(heads, (charge, helps), strict=True):
        if items:
            yield head, join_words(item_inline(case, item) for item in items)


def _rests_on(case: Case, evidence: Iterable[str]) -> Lines:
    for number, basis in enumerate(evidence):
        line = _("smcheck's judgement") if basis == "judgement" else argument_line(case, basis)
        yield _("rests on") if not number else "", line
