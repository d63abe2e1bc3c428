"""What is wrong with ``pack.toml`` beyond references that lead nowhere."""

from collections.abc import Iterable, Iterator

from smcheck.pack import references
from smcheck.pack.checks.finding import Finding, error, stray, warning
from smcheck.pack.checks.remedies import finding_of
from smcheck.pack.checks.rules import conflict_findings, rule_findings
from smcheck.pack.models import FEWEST_ITEMS, FigureSet, Item, PackFile, Question
from smcheck.words.fault import nearest
from smcheck.words.language import _


def structure_findings(pack: PackFile) -> Iterator[Finding]:
    """Every finding that ``pack.toml`` gives by itself."""
    guess = _with_departments(pack)
    faults = [*references.faults(pack)]
    # That check stops at once where the departments are not found.
    if guess is not pack and guess.departments:
        faults += references.faults(guess)
    # Both checks begin with the same ids given twice.
    found = dict.fromkeys(finding_of(fault) for fault in faults)
    yield from found
    yield from _choice_findings(pack)
    yield from _question_findings(pack)
    yield from _section_findings(pack)
    yield from _need_findings(pack)
    yield from _argument_findings(pack)
    yield from rule_findings(pack)
    if guess.departments:
        yield from conflict_findings(guess)


def _with_departments(pack: PackFile) -> PackFile:
    """The pack with a question that holds its departments, guessed (or none) where the author's is none."""
    holders = [question.id for question in pack.questions if question.items]
    if pack.departments in holders:
        return pack
    return pack.model_copy(update={"departments": nearest(pack.departments, holders)})


def _choice_findings(pack: PackFile) -> Iterator[Finding]:
    for field, choices in pack.profile.choices.items():
        for index, choice in enumerate(choices):
            if choice in choices[:index]:
                yield error(
                    f"profile.{field}[{index}]",
                    "duplicate-id",
                    _("id “{id}” given twice").format(id=choice),
                    _("Give each its own id, or take one of them out."),
                )


def _question_findings(pack: PackFile) -> Iterator[Finding]:
    order = [question.id for question in pack.questions]
    reachable = _reachable(pack.questions)
    for index, question in enumerate(pack.questions):
        gates = {
            key: gate
            for key in ("only_if", "each_of")
            if (gate := getattr(question, key)) is not None and gate in order
        }
        for key, gate in gates.items():
            place = f"questions[{index}].{key}"
            if question.id not in reachable:
                yield error(
                    place,
                    "unanswerable",
                    _("question “{id}” waits for itself, so nobody can answer its items").format(
                        id=question.id
                    ),
                    _("Let one question of the circle be asked in any case."),
                )
            elif order.index(gate) > index:
                yield warning(
                    place,
                    "late-gate",
                    _("asked before question “{id}”, which decides whether it is asked").format(id=gate),
                    _("Move it behind “{id}”.").format(id=gate),
                )
        if question.kind == "one" and question.none:
            yield stray(f"questions[{index}].none", "none", 'kind = "one"')


def _reachable(questions: Iterable[Question]) -> set[str]:
    """The questions that can come up: those without a gate, and those behind gates that can."""
    waiting = {question.id: {question.only_if, question.each_of} - {None} for question in questions}
    known = set(waiting)
    reachable: set[str] = set()
    while True:
        # A gate that does not exist is a finding of its own.
        opened = {id_ for id_, gates in waiting.items() if not (gates & known) - reachable} - reachable
        if not opened:
            return reachable
        reachable |= opened


def _section_findings(pack: PackFile) -> Iterator[Finding]:
    """Judged sections without anything to judge, and items to judge in described ones."""
    kinds = {section.id: section.kind for section in pack.sections}
    judging = {section for _place, section, item in _items(pack) if item.favourable}
    for place, section, item in _items(pack):
        if item.favourable and kinds.get(section) == "described":
            yield stray(f"{place}.favourable", "favourable", 'kind = "described"')
    for index, judged in enumerate(pack.sections):
        if judged.kind == "judged" and judged.id not in judging:
            yield error(
                f"sections[{index}]",
                "nothing-judged",
                _("section “{id}” is judged, but none of its items is").format(id=judged.id),
                _("Give an item of it a favourable answer, or describe the section only."),
            )


def _items(pack: PackFile) -> Iterator[tuple[str, str, Item]]:
    """The items that questions hold themselves: place, section, and the item."""
    for number, question in enumerate(pack.questions):
        for index, item in enumerate(question.items):
            yield f"questions[{number}].items[{index}]", question.section, item


def _need_findings(pack: PackFile) -> Iterator[Finding]:
    for index, need in enumerate(pack.needs):
        for number, department in enumerate(need.stand_in):
            if department in need.lead:
                yield error(
                    f"needs[{index}].stand_in[{number}]",
                    "stand-in-is-lead",
                    _("“{department}” takes charge already, and cannot stand in for itself").format(
                        department=department
                    ),
                    _("Take it out of stand_in, or out of lead."),
                )
        for department in need.evidence:
            if department not in need.departments:
                yield warning(
                    f"needs[{index}].evidence.{department}",
                    "evidence-without-part",
                    _("evidence for a department that has no part in this need"),
                    _("Name “{department}” in lead, stand_in or support, or take the evidence out.").format(
                        department=department
                    ),
                )


def _argument_findings(pack: PackFile) -> Iterator[Finding]:
    used = {evidence for rule in pack.rules for evidence in rule.evidence}
    used |= {evidence for need in pack.needs for found in need.evidence.values() for evidence in found}
    for index, argument in enumerate(pack.arguments):
        if argument.id not in used:
            yield warning(
                f"arguments[{index}].id",
                "unused-argument",
                _("argument “{id}” is evidence for nothing").format(id=argument.id),
                _("Name it in the evidence of a rule or a need, or take it out."),
            )


def scale_findings(pack: PackFile, figures: FigureSet) -> Iterator[Finding]:
    """Every section that cannot be compared with the default figures, whatever is answered."""
    documented = figures.by_item
    for index, section in enumerate(pack.sections):
        compared = [
            f"{question.id}.{item.id}"
            for question in pack.questions
            if question.section == section.id
            for item in question.items
            if f"{question.id}.{item.id}" in documented and (item.favourable or section.kind == "described")
        ]
        if len(compared) < FEWEST_ITEMS:
            yield warning(
                f"sections[{index}]",
                "section-without-figures",
                _("section “{id}” has figures for fewer than {n} items that can be compared").format(
                    id=section.id, n=FEWEST_ITEMS
                ),
                _("Add figures to the default set, or merge the section with another."),
            )
