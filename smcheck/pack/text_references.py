"""Whether a language has every text that the structure asks for, with placeholders that can be filled."""

from collections.abc import Collection, Iterator
from string import Formatter
from typing import NamedTuple

from smcheck.pack.models import PackFile, Rule
from smcheck.pack.texts import Texts
from smcheck.words.fault import Fault, unknown_word
from smcheck.words.language import _

_SECTION_KEYS = {"judged": ("count", "more", "few_exist", "none_exist"), "described": ("count", "alike")}
"""The sentences of a section, by its kind."""
_ADVICE_KEYS = ("today", "who", "say")
"""What the text of advice may have beside that of a second look."""
PLACEHOLDERS = {
    "count": ("count", "of", "mean"),
    "more": ("range",),
    "few_exist": ("of", "items"),
    "none_exist": ("of",),
    "alike": ("alike",),
}
"""What stands in a section's sentences."""


class Table(NamedTuple):
    """A table of a language's file: its place, the ids that have to have a text, and those that have one."""

    place: str
    wanted: Collection[str]
    given: Collection[str]


def missing_text_faults(tables: Iterator[Table]) -> Iterator[Fault]:
    """Every text that is asked for and not there."""
    for place, wanted, given in tables:
        for id_ in wanted:
            if id_ not in given:
                yield Fault(_("text missing"), place=f"{place}.{id_}", rule="missing-text")


def text_faults(pack: PackFile, texts: Texts) -> Iterator[Fault]:
    """Every text that the structure asks for and the language does not have, and every wrong placeholder."""
    yield from missing_text_faults(text_tables(pack, texts))
    for section in pack.sections:
        text = texts.sections.get(section.id)
        for key in _SECTION_KEYS[section.kind]:
            sentence = getattr(text, key, None)
            if sentence is not None:
                yield from _placeholder_faults(f"sections.{section.id}.{key}", sentence, PLACEHOLDERS[key])
    for rule in pack.rules:
        if rule.id in texts.rules:
            yield from _placeholder_faults(f"rules.{rule.id}.text", texts.rules[rule.id].text, {"about"})


def text_tables(pack: PackFile, texts: Texts) -> Iterator[Table]:
    """The tables of a language's file whose ids the structure gives."""
    yield from _section_tables(pack, texts)
    yield Table("questions", [question.id for question in pack.questions], texts.questions)
    yield from _question_tables(pack, texts)
    for question in pack.questions:
        if question.id == pack.departments:
            yield Table("departments", [item.id for item in question.items], texts.departments)
    yield from _rule_tables(pack, texts)
    yield Table("arguments", [argument.id for argument in pack.arguments], texts.arguments)
    yield Table("profile", pack.profile.choices, texts.profile)
    for field, choices in pack.profile.choices.items():
        spoken = texts.profile.get(field)
        if spoken is not None:
            yield Table(f"profile.{field}.options", choices, spoken.options)
            if spoken.within:
                yield Table(f"profile.{field}.within", choices, spoken.within)


def _section_tables(pack: PackFile, texts: Texts) -> Iterator[Table]:
    yield Table("sections", [section.id for section in pack.sections], texts.sections)
    keys = dict.fromkeys(key for keys in _SECTION_KEYS.values() for key in keys)
    for section in pack.sections:
        text = texts.sections.get(section.id)
        if text is not None:
            given = [key for key in keys if getattr(text, key)]
            yield Table(f"sections.{section.id}", _SECTION_KEYS[section.kind], given)


def _question_tables(pack: PackFile, texts: Texts) -> Iterator[Table]:
    needs = {need.item for need in pack.needs}
    # A need of an item that there is not may be meant for any item.
    astray = needs - {f"{question.id}.{item.id}" for question in pack.questions for item in question.items}
    for question in {question.id: question for question in pack.questions}.values():  # each id once
        items = texts.items.get(question.id, {})
        if question.items:
            yield Table(f"items.{question.id}", [item.id for item in question.items], items)
        for item in question.items:
            if item.id not in items:
                continue
            path = f"{question.id}.{item.id}"
            given = ["usual"] if items[item.id].usual else []
            if path in needs:
                yield Table(f"items.{path}", ["usual"], given)
            elif not astray:
                yield Table(f"items.{path}", [], given)
        spoken = texts.questions.get(question.id)
        if spoken is not None:
            yield Table(f"questions.{question.id}.options", question.options, spoken.options)
            wanted = ["none"] if question.none else []
            yield Table(f"questions.{question.id}", wanted, ["none"] if spoken.none else [])


def _rule_tables(pack: PackFile, texts: Texts) -> Iterator[Table]:
    yield Table("rules", [rule.id for rule in pack.rules], texts.rules)
    for rule in pack.rules:
        text = texts.rules.get(rule.id)
        if text is not None:
            given = [key for key in _ADVICE_KEYS if getattr(text, key)]
            yield Table(f"rules.{rule.id}", _advice_keys(rule), given)


def _advice_keys(rule: Rule) -> tuple[str, ...]:
    """Which of these texts a rule has; whom to talk to is said once where it is a department."""
    if rule.kind == "second_look":
        return ()
    return tuple(key for key in _ADVICE_KEYS if key != "who" or not rule.who)


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
