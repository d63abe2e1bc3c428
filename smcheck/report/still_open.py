"""What is not known yet, so that no sentence takes “not known” for “no”."""

from collections.abc import Iterable, Iterator

from smcheck.pack import Question
from smcheck.pack.models import Condition
from smcheck.report.case import Case
from smcheck.report.labels import department_label, item_inline, join_words, section_label
from smcheck.sheet.sheet import applies, paths_of
from smcheck.words.language import _


def open_needs(case: Case, department: str = "") -> list[str]:
    """What is not known to call for a department, or for the one given: items, or whole sections."""
    possible = {
        item: need
        for item, need in case.result.fit.possible.items()
        if not department or department in need.leads + need.supports
    }
    names: list[str] = []
    for question in case.pack.questions:
        items = [need.item for need in case.pack.needs if need.item.partition(".")[0] == question.id]
        unknown = [item for item in items if item in possible]
        # A question of which nothing is known is named as a whole; its items would fill the screen.
        if len(unknown) > 1 and len(unknown) == len(items):
            names.append(section_label(case, question.section))
        else:
            names += [item_inline(case, item) for item in unknown]
    return list(dict.fromkeys(names))


def open_departments(case: Case) -> list[str]:
    """The departments not answered that a need calls for; all of them by their section's name."""
    needs = case.result.fit.needs.values()
    wanted = {department for need in needs for department in (*need.leads, *need.supports)}
    answers = {name: case.sheet.answer(case.pack.department_path(name)) for name in case.pack.departments}
    unanswered = [name for name, answer in answers.items() if answer is None]
    if unanswered and len(unanswered) == len(answers):
        question = case.pack.question_by_id[case.pack.file.departments]
        return [section_label(case, question.section)] if wanted else []
    return [department_label(case, name) for name in unanswered if name in wanted]


def open_calls(case: Case) -> list[str]:
    """What has to be answered before it is certain that no department is missing."""
    return [*open_needs(case), *open_departments(case)]


def open_setup(case: Case) -> list[str]:
    """The sections in which an answer is not known that advice on the set-up rests on."""
    rules = [rule for rule in case.pack.file.rules if rule.kind == "setup"]
    named = {name for rule in rules for condition in rule.when for name in _questions(condition)}
    sections = [
        section_label(case, question.section)
        for question in case.pack.questions
        if question.id in named and _is_open(case, question)
    ]
    return list(dict.fromkeys(sections))


def _questions(condition: Condition) -> Iterator[str]:
    """The questions that a condition asks about."""
    places = (condition.answer, condition.count_of, condition.none_of, condition.open_of, condition.in_hand)
    for place in (*places, condition.lead_missing_of):
        if place is not None:
            yield place.partition(".")[0]


def _is_open(case: Case, question: Question) -> bool:
    if not applies(case.pack, case.sheet, question):
        return False
    answers = map(case.sheet.answer, paths_of(case.pack, case.sheet, question))
    return any(answer in {None, "unknown"} for answer in answers)


def still_open_sentence(names: Iterable[str]) -> str:
    """That these are open, and that it depends on them who is missing; nothing where there are none."""
    names = list(names)
    if not names:
        return ""
    text = _("Still open: {items}; the answers will show who else is called for.")
    return text.format(items=join_words(names))


def nobody_sentence(case: Case) -> str:
    """Why no department is to be brought in: what is known, and what is still open."""
    needs = case.result.fit.needs.values()
    open_ = open_calls(case)
    if not needs:
        known = (
            _("Nothing is known yet that calls for a department.")
            if open_
            else _("There is nothing that calls for a department.")
        )
    elif open_departments(case):
        known = _("No department is known to be missing.")
    elif any(need.absent for need in needs):
        known = (
            _("All departments that your known goals and challenges call for, and that exist, are involved.")
            if open_
            else _("All departments called for that exist here are involved.")
        )
    else:
        known = (
            _("All departments that your known goals and challenges call for are involved.")
            if open_
            else _("All departments called for are involved.")
        )
    return " ".join(filter(None, (known, still_open_sentence(open_))))


def setup_sentence(case: Case) -> str:
    """Why there is no advice on the set-up: nothing to say, or answers that it rests on are open."""
    open_ = open_setup(case)
    if not open_:
        return _("Nothing to say about the set-up.")
    text = _("Nothing to say about the set-up as far as it is known. Still open: {items}.")
    return text.format(items=join_words(open_))
