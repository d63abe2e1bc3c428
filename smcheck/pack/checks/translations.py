"""Texts that are missing in a language, and texts that belong to nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from smcheck.pack.checks.finding import Finding, around, error, warning
from smcheck.pack.checks.remedies import finding_of
from smcheck.pack.models import FigureSet, PackFile
from smcheck.pack.text_references import ADVICE_KEYS, SECTION_KEYS, advice_keys, text_faults
from smcheck.pack.texts import Texts
from smcheck.words.language import _

Sets = Mapping[str, FigureSet | None]
"""The figure sets by name; none for one whose file is past reading."""


def missing_texts(pack: PackFile, sets: Sets, texts: Texts, file: str) -> Iterator[Finding]:
    """Every text that structure or figures ask for and ``texts`` does not have."""
    for fault in text_faults(pack, texts):
        yield finding_of(fault.within(file))
    for place in _figure_places(sets, texts):
        yield error(file, place, "missing-text", _("text missing"), _("Add the text."))


def _figure_places(sets: Sets, texts: Texts) -> Iterator[str]:
    for name, figures in sets.items():
        spoken = texts.figures.get(name)
        if spoken is None:
            yield f"figures.{name}"
        elif figures is not None:
            yield from _absent(f"figures.{name}.sources", figures.sources, spoken.sources)
            yield from _absent(f"figures.{name}.others", figures.others, spoken.others)
    yield from (f"cautions.{id_}" for id_ in _cautions(sets) if id_ not in texts.cautions)


def _absent(place: str, wanted: Any, present: Mapping[str, object]) -> Iterator[str]:
    # An id given twice is a finding of its own.
    yield from (f"{place}.{id_}" for id_ in dict.fromkeys(entry.id for entry in wanted) if id_ not in present)


def _cautions(sets: Sets) -> list[str]:
    figures = [figure for set_ in sets.values() if set_ is not None for figure in set_.figures]
    return [*dict.fromkeys(figure.caution for figure in figures if figure.caution)]


def orphans(pack: PackFile, sets: Sets, texts: Texts, file: str) -> Iterator[Finding]:
    """Every text whose id neither structure nor figures have."""
    for place in _orphan_places(pack, sets, texts):
        yield warning(
            file,
            place,
            "orphan-text",
            _("a text for something that the pack does not have"),
            _("Take it out, or correct its id."),
        )


def _orphan_places(pack: PackFile, sets: Sets, texts: Texts) -> Iterator[str]:
    questions = {question.id: question for question in pack.questions}
    fields = {field: getattr(pack.profile, field) for field in ("sector", "country", "size")}
    yield from _unknown("profile", texts.profile, fields)
    for field, choice in texts.profile.items():
        if field in fields:
            yield from _unknown(f"profile.{field}.options", choice.options, fields[field])
            yield from _unknown(f"profile.{field}.within", choice.within, fields[field])
    yield from _section_orphans(pack, texts)
    yield from _unknown("questions", texts.questions, questions)
    for id_, spoken in texts.questions.items():
        if id_ in questions:
            yield from _unknown(f"questions.{id_}.options", spoken.options, questions[id_].options)
            if spoken.none is not None and not questions[id_].none:
                yield f"questions.{id_}.none"
    yield from _item_orphans(pack, texts)
    if pack.departments in questions:
        departments = [item.id for item in questions[pack.departments].items]
        yield from _unknown("departments", texts.departments, departments)
    yield from _rule_orphans(pack, texts)
    yield from _unknown("arguments", texts.arguments, [argument.id for argument in pack.arguments])
    yield from _figure_orphans(sets, texts)


def _section_orphans(pack: PackFile, texts: Texts) -> Iterator[str]:
    kinds = {section.id: section.kind for section in pack.sections}
    yield from _unknown("sections", texts.sections, kinds)
    for id_, section in texts.sections.items():
        kind = kinds.get(id_)
        if kind is not None:
            spoken = [key for keys in SECTION_KEYS.values() for key in keys if getattr(section, key)]
            yield from _unknown(f"sections.{id_}", dict.fromkeys(spoken), SECTION_KEYS[kind])


def _item_orphans(pack: PackFile, texts: Texts) -> Iterator[str]:
    held = {question.id: question.items for question in pack.questions if question.items}
    needs = {need.item for need in pack.needs}
    paths = {f"{id_}.{item.id}" for id_, items in held.items() for item in items}
    strays = needs - paths  # one of them may be meant
    yield from _unknown("items", texts.items, held)
    for id_, items in texts.items.items():
        if id_ not in held:
            continue
        known = [item.id for item in held[id_]]
        yield from _unknown(f"items.{id_}", items, known)
        for item, spoken in items.items():
            if item in known and spoken.usual and f"{id_}.{item}" not in needs and not strays:
                yield f"items.{id_}.{item}.usual"


def _rule_orphans(pack: PackFile, texts: Texts) -> Iterator[str]:
    keys = {rule.id: advice_keys(rule) for rule in pack.rules}
    yield from _unknown("rules", texts.rules, keys)
    for id_, spoken in texts.rules.items():
        unused = set(ADVICE_KEYS) - set(keys.get(id_, ADVICE_KEYS))
        yield from (f"rules.{id_}.{key}" for key in ADVICE_KEYS if key in unused and getattr(spoken, key))


def _figure_orphans(sets: Sets, texts: Texts) -> Iterator[str]:
    if None not in sets.values():
        yield from _unknown("cautions", texts.cautions, _cautions(sets))
    yield from _unknown("figures", texts.figures, sets)
    for name, spoken in texts.figures.items():
        figures = sets.get(name)
        if figures is not None:
            place = f"figures.{name}"
            yield from _unknown(f"{place}.sources", spoken.sources, [source.id for source in figures.sources])
            yield from _unknown(f"{place}.others", spoken.others, [other.id for other in figures.others])


def _unknown(place: str, given: Any, known: Any) -> Iterator[str]:
    yield from (f"{place}.{id_}" for id_ in given if id_ not in known)


def translation_gaps(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    """Every key that one language's file has and another's does not; ``tables`` are by file."""
    for file, table in tables.items():
        gaps: dict[str, str] = {}
        for other, model in tables.items():
            for place in _gaps(model, table, ""):
                gaps.setdefault(place, other)
        for place, other in gaps.items():
            if not any(outer in gaps for outer in around(place) if outer != place):
                yield error(
                    file,
                    place,
                    "missing-translation",
                    _("text missing; {file} has it").format(file=Path(other).name),
                    _("Translate it, or take it out there."),
                )


def _gaps(model: Mapping[str, Any], table: Mapping[str, Any], outer: str) -> Iterator[str]:
    """The places in ``model`` that ``table`` lacks; a whole table that is lacking is one place."""
    for key, value in model.items():
        place = f"{outer}.{key}" if outer else key
        if key not in table:
            yield place
        elif isinstance(value, dict) and isinstance(table[key], dict):
            yield from _gaps(value, table[key], place)
