"""Whether everything that a pack's files refer to exists.

What is found here would break a sitting, so a pack with such a fault is not loaded; `lint` lists
all of them and what else an author should mend.
"""

from collections.abc import Iterable, Iterator

from smcheck.pack.models import FigureSet, PackFile, Question
from smcheck.pack.rule_references import dangling_fault, rule_faults
from smcheck.words.fault import Fault, quote
from smcheck.words.language import _

_RESERVED = {"review"}
"""Ids that a sitting gives to places of its own."""
MOST_ITEMS = 5_000
"""Items that all questions may ask for together."""


def raise_first(found: Iterator[Fault], file: str) -> None:
    """Raise the first of the faults of a file, if there is one."""
    first = next(found, None)
    if first is not None:
        raise first.within(file)


def faults(pack: PackFile) -> Iterator[Fault]:
    """Every reference inside ``pack.toml`` that leads nowhere, and every id given twice."""
    sections = [section.id for section in pack.sections]
    questions = {question.id: question for question in pack.questions}
    yield from _twice("sections", sections)
    yield from _twice("questions", [question.id for question in pack.questions])
    if pack.departments not in questions or not questions[pack.departments].items:
        yield dangling_fault(_("question"), pack.departments, questions, "departments")
        return
    first = pack.questions[0]
    if first.only_if or first.each_of:
        yield Fault(_("the first question depends on another"), place="questions[0]", rule="late-gate")
    if (
        sum(
            len(questions[question.each_of or question.id].items)
            for question in pack.questions
            if (question.each_of or question.id) in questions
        )
        > MOST_ITEMS
    ):
        expected = _("at most {n}").format(n=MOST_ITEMS)
        yield Fault(_("too many items"), place="questions", expected=expected, rule="large-pack")
        return
    for index, question in enumerate(pack.questions):
        if question.id in _RESERVED:
            place = f"questions[{index}].id"
            yield Fault(_("an id that smcheck needs itself"), place=place, rule="reserved-id")
        yield from _question_faults(question, f"questions[{index}]", sections, questions)
    yield from _need_faults(pack, questions)
    yield from _twice("rules", [rule.id for rule in pack.rules])
    yield from rule_faults(pack)
    yield from _twice("arguments", [argument.id for argument in pack.arguments])


def _twice(place: str, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            found = _("id “{id}” given twice").format(id=id_)
            yield Fault(found, place=f"{place}[{index}].id", rule="duplicate-id")
        seen.add(id_)


def _question_faults(
    question: Question, place: str, sections: list[str], questions: dict[str, Question]
) -> Iterator[Fault]:
    if question.section not in sections:
        yield dangling_fault(_("section"), question.section, sections, f"{place}.section")
    yield from _twice(f"{place}.items", [item.id for item in question.items])
    yield from _twice(f"{place}.options", question.options)
    for key in ("options_of", "each_of", "only_if"):
        target = getattr(question, key)
        holders = [id_ for id_, other in questions.items() if other.items and id_ != question.id]
        if target is not None and target not in holders:
            yield dangling_fault(_("question"), target, holders, f"{place}.{key}")
    answerable = (
        bool(question.options or question.options_of) and not (question.items or question.each_of)
        if question.kind == "one"
        else bool(question.items) != bool(question.each_of) and not (question.options or question.options_of)
    )
    if not answerable:
        expected = (
            _("options or options_of, and no items")
            if question.kind == "one"
            else _("either items or each_of, and no options")
        )
        yield Fault(_("a question nobody can answer"), place=place, expected=expected, rule="unanswerable")


def _need_faults(pack: PackFile, questions: dict[str, Question]) -> Iterator[Fault]:
    departments = [item.id for item in questions[pack.departments].items]
    items = _item_paths(pack)
    arguments = [*(argument.id for argument in pack.arguments), "judgement"]
    yield from _twice("needs", [need.item for need in pack.needs])
    for index, need in enumerate(pack.needs):
        place = f"needs[{index}]"
        if need.item not in items:
            yield dangling_fault(_("item"), need.item, items, f"{place}.item")
        if not need.lead:
            expected = _("at least one department")
            yield Fault(
                _("a need without lead"),
                place=f"{place}.lead",
                expected=expected,
                rule="need-without-lead",
            )
        for key in ("lead", "stand_in", "support", "evidence"):
            yield from _twice(f"{place}.{key}", getattr(need, key))
            for department in getattr(need, key):
                if department not in departments:
                    yield dangling_fault(_("department"), department, departments, f"{place}.{key}")
        for department, found in need.evidence.items():
            for argument in found:
                if argument not in arguments:
                    yield dangling_fault(_("argument"), argument, arguments, f"{place}.evidence.{department}")


def _item_paths(pack: PackFile) -> list[str]:
    questions = {question.id: question for question in pack.questions}  # of the same id the last
    return [f"{id_}.{item.id}" for id_, question in questions.items() for item in question.items]


def figure_faults(pack: PackFile, figures: FigureSet, name: str) -> Iterator[Fault]:
    """Every figure without item or source, and every id given twice, in a figure set's file."""
    if figures.id != name:
        found = _("found {value}").format(value=quote(figures.id))
        yield Fault(found, place="id", expected=name, rule="set-id")
    items = _item_paths(pack)
    sources = [source.id for source in figures.sources]
    yield from _twice("sources", sources)
    yield from _twice("figures", [figure.item for figure in figures.figures])
    yield from _twice("others", [other.id for other in figures.others])
    for index, figure in enumerate(figures.figures):
        if figure.item not in items:
            yield dangling_fault(_("item"), figure.item, items, f"figures[{index}].item")
    named = [(f"figures[{index}]", figure.source) for index, figure in enumerate(figures.figures)]
    named += [(f"others[{index}]", other.source) for index, other in enumerate(figures.others)]
    for place, source in named:
        if source not in sources:
            yield dangling_fault(_("source"), source, sources, f"{place}.source")
