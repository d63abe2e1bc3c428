"""Whether a language has every text that the structure asks for, with placeholders that can be filled."""

from collections.abc import Collection, Iterable, Iterator
from string import Formatter

from smcheck.pack.models import PackFile, Rule
from smcheck.pack.texts import Texts
from smcheck.words.fault import Fault, unknown_word
from smcheck.words.language import _

SECTION_KEYS = {"judged": ("count", "more", "few_exist", "none_exist"), "described": ("count", "alike")}
"""The sentences of a section, by its kind."""
ADVICE_KEYS = ("today", "who", "say")
"""What the text of advice may have beside that of a second look."""
PLACEHOLDERS = {
    "count": ("count", "of", "mean"),
    "more": ("range",),
    "few_exist": ("of", "items"),
    "none_exist": ("of",),
    "alike": ("alike",),
}
"""What stands in a section's sentences."""


def text_faults(pack: PackFile, texts: Texts) -> Iterator[Fault]:
    """Every text that the structure asks for and the language does not have."""
    yield from _section_faults(pack, texts)
    yield from _question_faults(pack, texts)
    departments = next((q.items for q in pack.questions if q.id == pack.departments), ())
    yield from _missing("departments", (item.id for item in departments), texts.departments)
    yield from _rule_faults(pack, texts)
    yield from _missing("arguments", (argument.id for argument in pack.arguments), texts.arguments)
    for field in ("sector", "country", "size"):
        choice = texts.profile.get(field)
        if choice is None:
            yield _text_missing(f"profile.{field}")
        else:
            yield from _missing(f"profile.{field}.options", getattr(pack.profile, field), choice.options)
            if choice.within:
                yield from _missing(f"profile.{field}.within", getattr(pack.profile, field), choice.within)


def _section_faults(pack: PackFile, texts: Texts) -> Iterator[Fault]:
    yield from _missing("sections", (section.id for section in pack.sections), texts.sections)
    for section in pack.sections:
        text = texts.sections.get(section.id)
        if text is None:
            continue
        for key in SECTION_KEYS[section.kind]:
            sentence = getattr(text, key)
            if sentence is None:
                yield _text_missing(f"sections.{section.id}.{key}")
            else:
                yield from _placeholder_faults(f"sections.{section.id}.{key}", sentence, PLACEHOLDERS[key])


def _question_faults(pack: PackFile, texts: Texts) -> Iterator[Fault]:
    yield from _missing("questions", (question.id for question in pack.questions), texts.questions)
    needs = {need.item for need in pack.needs}
    for question in pack.questions:
        items = texts.items.get(question.id, {})
        if question.items:
            yield from _missing(f"items.{question.id}", (item.id for item in question.items), items)
        for id_, item in items.items():
            if f"{question.id}.{id_}" in needs and not item.usual:
                yield _text_missing(f"items.{question.id}.{id_}.usual")
        spoken = texts.questions.get(question.id)
        if spoken is not None:
            yield from _missing(f"questions.{question.id}.options", question.options, spoken.options)
            if question.none and not spoken.none:
                yield _text_missing(f"questions.{question.id}.none")


def _rule_faults(pack: PackFile, texts: Texts) -> Iterator[Fault]:
    yield from _missing("rules", (rule.id for rule in pack.rules), texts.rules)
    for rule in pack.rules:
        text = texts.rules.get(rule.id)
        if text is None:
            continue
        yield from _placeholder_faults(f"rules.{rule.id}.text", text.text, {"about"})
        for key in advice_keys(rule):
            if not getattr(text, key):
                yield _text_missing(f"rules.{rule.id}.{key}")


def advice_keys(rule: Rule) -> tuple[str, ...]:
    """Which of these texts a rule has; whom to talk to is said once where it is a department."""
    if rule.kind == "second_look":
        return ()
    return tuple(key for key in ADVICE_KEYS if key != "who" or not rule.who)


def _missing(place: str, wanted: Iterable[str], present: Iterable[str]) -> Iterator[Fault]:
    there = set(present)
    for id_ in wanted:
        if id_ not in there:
            yield _text_missing(f"{place}.{id_}")


def _text_missing(place: str) -> Fault:
    return Fault(_("text missing"), place=place, rule="missing-text")


def _placeholder_faults(place: str, text: str, allowed: Collection[str]) -> Iterator[Fault]:
    try:
        fields = [parsed for parsed in Formatter().parse(text) if parsed[1] is not None]
    except ValueError as error:
        found = _("braces that do not match ({reason})").format(reason=error)
        yield Fault(found, place=place, rule="placeholder")
        return
    for name in sorted({str(field[1]) for field in fields} - set(allowed)):
        yield unknown_word(_("placeholder"), name, sorted(allowed), place=place, rule="placeholder")
    if any(specification or conversion for _text, _name, specification, conversion in fields):
        yield Fault(
            _("a placeholder with a format of its own"), place=place, expected="{…}", rule="placeholder"
        )
