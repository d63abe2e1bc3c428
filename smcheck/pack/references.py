"""Whether everything that a pack's files refer to exists.

What is found here would break a sitting, so a pack with such a fault is not loaded; `lint` lists
all of them and what else an author should mend.
"""

from collections.abc import Iterable, Iterator

from smcheck.pack.models import Condition, FigureSet, Item, PackFile, Question, Rule
from smcheck.pack.texts import Texts
from smcheck.words.fault import Fault, quoted, unknown_word
from smcheck.words.language import _

_RESERVED = {"review"}
"""Ids that a sitting gives to places of its own."""
MOST_ITEMS = 5_000
"""Items that all questions may ask for together."""
MOST_SHARING = 16
"""Departments that may share leads: the smallest team is looked for among all sets of these."""


def check(pack: PackFile, file: str) -> None:
    """Raise the first fault inside ``pack.toml``."""
    _raise_first(faults(pack), file)


def check_texts(pack: PackFile, texts: Texts, file: str) -> None:
    """Raise the first text that is missing."""
    _raise_first(text_faults(pack, texts), file)


def check_figures(pack: PackFile, figures: FigureSet, name: str, file: str) -> None:
    """Raise the first fault inside a figure set's file."""
    _raise_first(figure_faults(pack, figures, name), file)


def _raise_first(found: Iterator[Fault], file: str) -> None:
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
        yield unknown_word(_("question"), pack.departments, questions, place="departments")
        return
    if not any(section.weight for section in pack.sections):
        yield Fault(_("every section has weight 0"), place="sections", expected=_("at least one above 0"))
    first = pack.questions[0]
    if first.only_if or first.each_of:
        yield Fault(_("the first question depends on another"), place="questions[0]")
    if (
        sum(
            len(questions[question.each_of or question.id].items)
            for question in pack.questions
            if (question.each_of or question.id) in questions
        )
        > MOST_ITEMS
    ):
        yield Fault(_("too many items"), place="questions", expected=_("at most {n}").format(n=MOST_ITEMS))
        return
    for index, question in enumerate(pack.questions):
        if question.id in _RESERVED:
            yield Fault(_("an id that smcheck needs itself"), place=f"questions[{index}].id")
        yield from _question_faults(question, f"questions[{index}]", sections, questions)
    yield from _need_faults(pack, questions)
    yield from rule_faults(pack, questions)
    yield from _twice("arguments", [argument.id for argument in pack.arguments])


def _twice(place: str, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            yield Fault(_("id “{id}” given twice").format(id=id_), place=f"{place}[{index}].id")
        seen.add(id_)


def _question_faults(
    question: Question, place: str, sections: list[str], questions: dict[str, Question]
) -> Iterator[Fault]:
    if question.section not in sections:
        yield unknown_word(_("section"), question.section, sections, place=f"{place}.section")
    yield from _twice(f"{place}.items", [item.id for item in question.items])
    yield from _twice(f"{place}.options", question.options)
    for key in ("options_of", "each_of", "only_if"):
        target = getattr(question, key)
        holders = [id_ for id_, other in questions.items() if other.items and id_ != question.id]
        if target is not None and target not in holders:
            yield unknown_word(_("question"), target, holders, place=f"{place}.{key}")
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
        yield Fault(_("a question nobody can answer"), place=place, expected=expected)


def _need_faults(pack: PackFile, questions: dict[str, Question]) -> Iterator[Fault]:
    departments = [item.id for item in questions[pack.departments].items]
    items = list(_paths(questions))
    arguments = [argument.id for argument in pack.arguments]
    yield from _twice("needs", [need.item for need in pack.needs])
    sharing = {department for need in pack.needs if len(need.lead) > 1 for department in need.lead}
    if len(sharing) > MOST_SHARING:
        expected = _("at most {n}").format(n=MOST_SHARING)
        yield Fault(_("too many departments that share a lead"), place="needs", expected=expected)
    for index, need in enumerate(pack.needs):
        place = f"needs[{index}]"
        if need.item not in items:
            yield unknown_word(_("item"), need.item, items, place=f"{place}.item")
        if not need.lead:
            yield Fault(
                _("a need without lead"), place=f"{place}.lead", expected=_("at least one department")
            )
        yield from _twice(f"{place}.departments", need.departments)
        for department in (*need.departments, *need.arguments):
            if department not in departments:
                yield unknown_word(_("department"), department, departments, place=place)
        for argument in need.arguments.values():
            if argument not in arguments:
                yield unknown_word(_("argument"), argument, arguments, place=f"{place}.arguments")


def _paths(questions: dict[str, Question]) -> dict[str, Item]:
    return {f"{question.id}.{item.id}": item for question in questions.values() for item in question.items}


def rule_faults(pack: PackFile, questions: dict[str, Question]) -> Iterator[Fault]:
    """Every reference of a rule that leads nowhere, among these questions by their ids."""
    arguments = [argument.id for argument in pack.arguments]
    yield from _twice("rules", [rule.id for rule in pack.rules])
    for index, rule in enumerate(pack.rules):
        yield from _evidence_faults(rule, f"rules[{index}]", arguments)
        for number, condition in enumerate(rule.when):
            yield from _condition_faults(condition, f"rules[{index}].when[{number}]", questions)


def _evidence_faults(rule: Rule, place: str, arguments: list[str]) -> Iterator[Fault]:
    if not rule.when:
        yield Fault(_("a rule without condition"), place=f"{place}.when")
    if rule.kind == "setup" and not rule.evidence:
        yield Fault(_("advice without evidence"), place=f"{place}.evidence", expected=", ".join(arguments))
    for argument in rule.evidence:
        if argument not in (*arguments, "judgement"):
            yield unknown_word(_("argument"), argument, [*arguments, "judgement"], place=f"{place}.evidence")


def _condition_faults(condition: Condition, place: str, questions: dict[str, Question]) -> Iterator[Fault]:
    form = condition.form
    if not form:
        yield Fault(
            _("not one condition"),
            place=place,
            expected="answer, count_of, none_of, open_of, lead_missing_of",
        )
        return
    if form == "answer":
        yield from _answer_faults(condition, place, questions)
        return
    target = getattr(condition, form)
    holders = [id_ for id_, question in questions.items() if question.items]
    if target not in holders:
        yield unknown_word(_("question"), target, holders, place=f"{place}.{form}")
    if form == "count_of" and condition.min is None and condition.max is None:
        yield Fault(_("a count without limit"), place=place, expected="min, max")
    if form == "open_of":
        followers = [id_ for id_, question in questions.items() if question.each_of == target]
        if condition.in_hand not in followers:
            yield unknown_word(_("question"), condition.in_hand, followers, place=f"{place}.in_hand")


def _answer_faults(condition: Condition, place: str, questions: dict[str, Question]) -> Iterator[Fault]:
    items = _paths(questions)
    singles = {id_: question for id_, question in questions.items() if question.kind == "one"}
    path = str(condition.answer)
    if path in items:
        valid = ["yes", "no", "unknown", *(["na"] if items[path].na else [])]
    elif path in singles:
        single = singles[path]
        shared = questions[single.options_of].items if single.options_of in questions else ()
        valid = [*(item.id for item in shared), *single.options, "unknown"]
    else:
        yield unknown_word(_("item or question"), path, [*items, *singles], place=f"{place}.answer")
        return
    if bool(condition.is_) == bool(condition.is_not):
        yield Fault(_("an answer compared with nothing"), place=place, expected="is, is_not")
    for value in (*condition.is_, *condition.is_not):
        if value not in valid:
            yield unknown_word(_("answer"), value, valid, place=place)


def text_faults(pack: PackFile, texts: Texts) -> Iterator[Fault]:
    """Every text that the structure asks for and the language does not have."""
    yield from _missing("sections", (section.id for section in pack.sections), texts.sections)
    yield from _missing("questions", (question.id for question in pack.questions), texts.questions)
    for question in pack.questions:
        if question.items:
            yield from _missing(
                f"items.{question.id}", (item.id for item in question.items), texts.items.get(question.id, {})
            )
        spoken = texts.questions.get(question.id)
        if spoken is not None:
            yield from _missing(f"questions.{question.id}.options", question.options, spoken.options)
            if question.none and not spoken.none:
                yield Fault(_("text missing"), place=f"questions.{question.id}.none")
    yield from _missing("rules", (rule.id for rule in pack.rules), texts.rules)
    yield from _missing("arguments", (argument.id for argument in pack.arguments), texts.arguments)
    for field in ("sector", "country", "size"):
        choice = texts.profile.get(field)
        if choice is None:
            yield Fault(_("text missing"), place=f"profile.{field}")
        else:
            yield from _missing(f"profile.{field}.options", getattr(pack.profile, field), choice.options)
    for id_, section in texts.sections.items():
        yield from _placeholder_faults(f"sections.{id_}.count", section.count, {"count", "of", "mean"})
        yield from _placeholder_faults(f"sections.{id_}.more", section.more, {"range"})
    for id_, rule in texts.rules.items():
        yield from _placeholder_faults(f"rules.{id_}.text", rule.text, {"about"})


def _missing(place: str, wanted: Iterable[str], present: Iterable[str]) -> Iterator[Fault]:
    there = set(present)
    for id_ in wanted:
        if id_ not in there:
            yield Fault(_("text missing"), place=f"{place}.{id_}")


def _placeholder_faults(place: str, text: str, allowed: set[str]) -> Iterator[Fault]:
    from string import Formatter

    try:
        fields = [parsed for parsed in Formatter().parse(text) if parsed[1] is not None]
    except ValueError as error:
        yield Fault(_("braces that do not match ({reason})").format(reason=error), place=place)
        return
    for name in sorted({str(field[1]) for field in fields} - allowed):
        yield unknown_word(_("placeholder"), name, sorted(allowed), place=place)
    if any(specification or conversion for _text, _name, specification, conversion in fields):
        yield Fault(_("a placeholder with a format of its own"), place=place, expected="{…}")


def figure_faults(pack: PackFile, figures: FigureSet, name: str) -> Iterator[Fault]:
    """Every figure without item or source, and every id given twice, in a figure set's file."""
    if figures.id != name:
        yield Fault(_("found {value}").format(value=quoted(figures.id)), place="id", expected=name)
    items = list(_paths({question.id: question for question in pack.questions}))
    sources = [source.id for source in figures.sources]
    yield from _twice("sources", sources)
    yield from _twice("figures", [figure.item for figure in figures.figures])
    yield from _twice("others", [other.id for other in figures.others])
    for index, figure in enumerate(figures.figures):
        if figure.item not in items:
            yield unknown_word(_("item"), figure.item, items, place=f"figures[{index}].item")
    named = [(f"figures[{index}]", figure.source) for index, figure in enumerate(figures.figures)]
    named += [(f"others[{index}]", other.source) for index, other in enumerate(figures.others)]
    for place, source in named:
        if source not in sources:
            yield unknown_word(_("source"), source, sources, place=f"{place}.source")
