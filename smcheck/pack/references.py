"""Whether everything that a pack's files refer to exists.

What is found here would break a sitting, so a pack with such a fault is not loaded; `lint` lists
all of them and what else an author should mend.
"""

from collections.abc import Iterable, Iterator

from smcheck.pack.models import FORMS, Condition, FigureSet, PackFile, Question, Rule
from smcheck.words.fault import Fault, quote, unknown_word
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
        yield _dangling(_("question"), pack.departments, questions, "departments")
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


def _dangling(what: str, word: str | None, valid: Iterable[str], place: str) -> Fault:
    """An id that leads nowhere."""
    return unknown_word(what, word, valid, place=place, rule="dangling-id")


def _twice(place: str, ids: Iterable[str], key: str = ".id") -> Iterator[Fault]:
    """The ids in a list that were given before; ``key`` is where each one stands in its entry."""
    seen: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            found = _("id “{id}” given twice").format(id=id_)
            yield Fault(found, place=f"{place}[{index}]{key}", rule="duplicate-id")
        seen.add(id_)


def _question_faults(
    question: Question, place: str, sections: list[str], questions: dict[str, Question]
) -> Iterator[Fault]:
    if question.section not in sections:
        yield _dangling(_("section"), question.section, sections, f"{place}.section")
    yield from _twice(f"{place}.items", [item.id for item in question.items])
    yield from _twice(f"{place}.options", question.options, key="")
    for key in ("options_of", "each_of", "only_if"):
        target = getattr(question, key)
        holders = [id_ for id_, other in questions.items() if other.items and id_ != question.id]
        if target is not None and target not in holders:
            yield _dangling(_("question"), target, holders, f"{place}.{key}")
    has_options = bool(question.options or question.options_of)
    if question.kind == "one":
        answerable = has_options and not (question.items or question.each_of)
        expected = _("options or options_of, and no items")
    else:
        answerable = bool(question.items) != bool(question.each_of) and not has_options
        expected = _("either items or each_of, and no options")
    if not answerable:
        yield Fault(_("a question nobody can answer"), place=place, expected=expected, rule="unanswerable")


def _need_faults(pack: PackFile, questions: dict[str, Question]) -> Iterator[Fault]:
    departments = [item.id for item in questions[pack.departments].items]
    items = _item_paths(pack)
    arguments = [*(argument.id for argument in pack.arguments), "judgement"]
    yield from _twice("needs", [need.item for need in pack.needs], key=".item")
    for index, need in enumerate(pack.needs):
        place = f"needs[{index}]"
        if need.item not in items:
            yield _dangling(_("item"), need.item, items, f"{place}.item")
        if not need.lead:
            expected = _("at least one department")
            yield Fault(
                _("a need without lead"),
                place=f"{place}.lead",
                expected=expected,
                rule="need-without-lead",
            )
        for key in ("lead", "stand_in", "support", "evidence"):
            yield from _twice(f"{place}.{key}", getattr(need, key), key="")
            for department in getattr(need, key):
                if department not in departments:
                    yield _dangling(_("department"), department, departments, f"{place}.{key}")
        for department, found in need.evidence.items():
            for argument in found:
                if argument not in arguments:
                    yield _dangling(_("argument"), argument, arguments, f"{place}.evidence.{department}")


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
    yield from _twice("figures", [figure.item for figure in figures.figures], key=".item")
    yield from _twice("others", [other.id for other in figures.others])
    for index, figure in enumerate(figures.figures):
        if figure.item not in items:
            yield _dangling(_("item"), figure.item, items, f"figures[{index}].item")
    named = [(f"figures[{index}]", figure.source) for index, figure in enumerate(figures.figures)]
    named += [(f"others[{index}]", other.source) for index, other in enumerate(figures.others)]
    for place, source in named:
        if source not in sources:
            yield _dangling(_("source"), source, sources, f"{place}.source")


# ── rules ─────────────────────────────────────────────────────────────────────────────────────


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
        yield _dangling(_("department"), rule.who, departments, f"{place}.who")
    for argument in rule.evidence:
        if argument not in evidence:
            yield _dangling(_("argument"), argument, evidence, f"{place}.evidence")


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
            yield _dangling(_("question"), condition.chosen, singles, f"{place}.chosen")
        yield from _value_faults(condition.is_, ("yes", "no", "unknown", "na"), _("answer"), f"{place}.is")
    elif form in {"count_of", "known_of", "none_of"}:
        holders = [question.id for question in pack.questions if question.items]
        if getattr(condition, form) not in holders:
            yield _dangling(_("question"), getattr(condition, form), holders, f"{place}.{form}")
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
        yield _dangling(_("item or question"), path, valid, place)
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
