"""What is wrong with ``pack.toml`` beyond references that lead nowhere."""

from collections.abc import Iterable, Iterator

from smcheck.pack import references
from smcheck.pack.checks.conflict import conflict
from smcheck.pack.checks.finding import Finding, around, error, warning
from smcheck.pack.checks.remedies import finding_of
from smcheck.pack.models import Condition, FigureSet, PackFile, Question
from smcheck.words.fault import nearest
from smcheck.words.language import _

_KEYS_OF_FORM = {
    "answer": {"is_", "is_not"},
    "count_of": {"min", "max"},
    "none_of": set[str](),
    "open_of": {"in_hand"},
    "lead_missing_of": set[str](),
}
_KEYS_BESIDE_FORM = ("is_", "is_not", "min", "max", "in_hand")


def structure_findings(pack: PackFile, file: str) -> Iterator[Finding]:
    """Every finding that ``pack.toml`` gives by itself."""
    guess = _with_departments(pack)
    faults = [*references.faults(pack)]
    # That check stops at once where the departments are not found.
    if guess is not pack and guess.departments:
        faults += references.faults(guess)
    # Both checks begin with the same ids given twice.
    found = dict.fromkeys(finding_of(fault.within(file)) for fault in faults)
    yield from found
    yield from _choice_findings(pack, file)
    yield from _question_findings(pack, file)
    yield from _argument_findings(pack, file)
    yield from _condition_findings(pack, file)
    yield from _conflict_findings(guess, file)


def _with_departments(pack: PackFile) -> PackFile:
    """The pack with a question that holds its departments, guessed (or none) where the author's is none."""
    holders = [question.id for question in pack.questions if question.items]
    if pack.departments in holders:
        return pack
    return pack.model_copy(update={"departments": nearest(pack.departments, holders)})


def _choice_findings(pack: PackFile, file: str) -> Iterator[Finding]:
    for field in ("sector", "country", "size"):
        choices = getattr(pack.profile, field)
        for index, choice in enumerate(choices):
            if choice in choices[:index]:
                yield error(
                    file,
                    f"profile.{field}[{index}]",
                    "duplicate-id",
                    _("id “{id}” given twice").format(id=choice),
                    _("Give each its own id, or take one of them out."),
                )


def _question_findings(pack: PackFile, file: str) -> Iterator[Finding]:
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
                    file,
                    place,
                    "unanswerable",
                    _("question “{id}” waits for itself, so nobody can answer its items").format(
                        id=question.id
                    ),
                    _("Let one question of the circle be asked in any case."),
                )
            elif order.index(gate) > index:
                yield warning(
                    file,
                    place,
                    "late-gate",
                    _("asked before question “{id}”, which decides whether it is asked").format(id=gate),
                    _("Move it behind “{id}”.").format(id=gate),
                )
        if question.kind == "one" and question.none:
            yield _stray(file, f"questions[{index}].none", "none", 'kind = "one"')


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


def _argument_findings(pack: PackFile, file: str) -> Iterator[Finding]:
    used = {argument for rule in pack.rules for argument in rule.evidence}
    for index, need in enumerate(pack.needs):
        used.update(need.arguments.values())
        for department in need.arguments:
            if department not in need.departments:
                yield warning(
                    file,
                    f"needs[{index}].arguments.{department}",
                    "argument-without-part",
                    _("an argument for a department that has no part in this need"),
                    _("Name “{department}” in lead or support, or take the argument out.").format(
                        department=department
                    ),
                )
    for index, argument in enumerate(pack.arguments):
        if argument.id not in used:
            yield warning(
                file,
                f"arguments[{index}].id",
                "unused-argument",
                _("argument “{id}” is evidence for nothing").format(id=argument.id),
                _("Name it in a rule's evidence or a need's arguments, or take it out."),
            )


def _condition_findings(pack: PackFile, file: str) -> Iterator[Finding]:
    for index, rule in enumerate(pack.rules):
        for number, condition in enumerate(rule.when):
            for key in _stray_keys(condition):
                name = key.rstrip("_")
                yield _stray(file, f"rules[{index}].when[{number}].{name}", name, condition.form)


def _stray_keys(condition: Condition) -> list[str]:
    """The keys that a condition's form does not look at."""
    if not condition.form:
        return []
    given = [key for key in _KEYS_BESIDE_FORM if getattr(condition, key) not in {None, ()}]
    return [key for key in given if key not in _KEYS_OF_FORM[condition.form]]


def _stray(file: str, place: str, key: str, beside: str) -> Finding:
    return error(
        file,
        place,
        "stray-key",
        _("“{key}” means nothing beside {form}").format(key=key, form=beside),
        _("Take it out."),
    )


def _conflict_findings(pack: PackFile, file: str) -> Iterator[Finding]:
    # Asked anew: what is wrong before the rules can keep them from being looked at.
    faulty = references.rule_faults(pack, {question.id: question for question in pack.questions})
    broken = {place for fault in faulty for place in around(fault.place)}
    for index, rule in enumerate(pack.rules):
        place = f"rules[{index}]"
        number = None if place in broken else conflict(pack, rule)
        if number is not None:
            yield error(
                file,
                f"{place}.when[{number}]",
                "rule-never-holds",
                _("rule “{id}” can never hold: no answers meet this and what stands before it").format(
                    id=rule.id
                ),
                _("Change or take out this condition, or one that it contradicts."),
            )


def scale_findings(pack: PackFile, figures: FigureSet, file: str) -> Iterator[Finding]:
    """Every section that the default figures say nothing about."""
    documented = figures.by_item
    for index, section in enumerate(pack.sections):
        scored = (
            f"{question.id}.{item.id}"
            for question in pack.questions
            if question.section == section.id
            for item in question.items
            if item.favourable
        )
        if not any(path in documented for path in scored):
            yield warning(
                file,
                f"sections[{index}]",
                "section-without-figure",
                _("section “{id}” has no scored item with a figure in the default set").format(id=section.id),
                _("Give an item of it a favourable answer and a figure, or merge the section."),
            )
