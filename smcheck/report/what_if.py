"""What if: the result now, and with some answers changed."""

from collections.abc import Mapping

from smcheck.report.case import Case, open_case
from smcheck.report.content import Subject
from smcheck.report.coverage import covered_goals_sentence, need_line
from smcheck.report.labels import answer_word, item_label, item_short, section_label
from smcheck.report.overview import overview
from smcheck.report.sections import count_states
from smcheck.report.tab_content import NowThen, Switch, WhatIf
from smcheck.scoring import Count
from smcheck.words.language import _, n_
from smcheck.words.numbers import count_column, number_word


def switches(case: Case) -> tuple[Switch, ...]:
    """What can be switched: departments that exist, then the other judged items with a figure."""
    pack = case.pack
    departments = [pack.department_path(name) for name in pack.departments]
    others = [
        item.path
        for section in case.result.benchmark.sections.values()
        for item in section.items
        if item.percent is not None and item.path not in departments
    ]
    advised = advised_changes(case)
    return tuple(
        Switch(
            path=path,
            label=item_label(case, path),
            short=item_short(case, path),
            state=case.sheet.answer(path) or "",
            answer=answer_word(case.sheet.answer(path)),
            advised=advised.get(path, ""),
        )
        for path in (*departments, *others)
        if case.sheet.answer(path) != "na"
    )


def switch_answers(switch: Switch, changes: Mapping[str, str]) -> dict[str, str]:
    """The supposed answers after a switch: on, off and, where nobody knows, as it was."""
    others = {path: answer for path, answer in changes.items() if path != switch.path}
    steps = ["yes", "no"] if switch.state in {"yes", "no"} else [switch.state, "yes", "no"]
    here = steps.index(changes.get(switch.path, switch.state))
    answer = steps[(here + 1) % len(steps)]
    return others if answer == switch.state else {**others, switch.path: answer}


def advised_changes(case: Case) -> dict[str, str]:
    """All that is advised as changes of answers, by path: departments, and rules that name their answer."""
    rules = {rule.id: rule for rule in case.pack.file.rules}
    changes: dict[str, str] = {}
    for step in (*case.advice.next_steps, *case.advice.also):
        if step.kind == "department":
            changes[case.pack.department_path(step.id)] = "yes"
        else:
            changes.update(rules[step.id].changes)
    return changes


def what_if(case: Case, changes: Mapping[str, str]) -> WhatIf:
    """The result with these answers instead of the real ones; those that change nothing are left out."""
    real = {path: answer for path, answer in changes.items() if case.sheet.answer(path) != answer}
    sheet = case.sheet.with_answers(dict(real))
    then = open_case(case.pack, sheet, case.figures.id, case.language)
    return WhatIf(
        sentence=_sentence(then, len(real)),
        changes=tuple(_change(case, path, answer) for path, answer in real.items()),
        changed=tuple(real),
        now=overview(case),
        then=overview(then),
        counts=_counts(case, then),
        needs=tuple(need_line(then, item) for item in _needs(then)),
        new=frozenset(
            Subject("need", item)
            for item, need in then.result.needs.open.items()
            if need.covered == "yes" and case.result.needs.open[item].covered != "yes"
        ),
    )


def _needs(case: Case) -> list[str]:
    """The goals that are pursued and the challenges that are not in hand, by item, in the pack's order."""
    needs = case.result.needs
    return [need.item for need in case.pack.needs if need.item in (*needs.open, *needs.nobody_here)]


def _counts(now: Case, then: Case) -> tuple[NowThen, ...]:
    found = [
        (_("Goals covered"), now.result.needs.goals_covered, then.result.needs.goals_covered),
        (_("In hand"), now.result.needs.challenges_in_hand, then.result.needs.challenges_in_hand),
    ]
    for id_, section in now.result.benchmark.sections.items():
        found.append((section_label(now, id_), section.count, then.result.benchmark.sections[id_].count))
    return tuple(
        NowThen(label, _column(before), count_states(before), _column(after), count_states(after))
        for label, before, after in found
        if before and before.of
    )


def _column(count: Count | None) -> str:
    return count_column(*count) if count else ""


def _change(case: Case, path: str, answer: str) -> str:
    return _("{item}: {answer}, was “{before}”").format(
        item=item_label(case, path), answer=answer_word(answer), before=answer_word(case.sheet.answer(path))
    )


def _sentence(then: Case, changed: int) -> str:
    """What to hand out: the goals, else the verdict, with what was changed."""
    sentence = covered_goals_sentence(then) or overview(then).headline.sentence
    if not changed:
        return sentence
    text = n_("With this one: {sentence}", "With these {number}: {sentence}", changed)
    return text.format(number=number_word(changed), sentence=sentence)
