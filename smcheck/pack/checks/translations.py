"""Texts that are missing in a language, and texts that belong to nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from smcheck.pack.checks.finding import Finding, around, error, warning
from smcheck.pack.checks.remedies import finding_of
from smcheck.pack.models import FigureSet, PackFile
from smcheck.pack.text_references import Table, missing_text_faults, text_faults, text_tables
from smcheck.pack.texts import Texts
from smcheck.words.language import _

Sets = Mapping[str, FigureSet | None]
"""The figure sets by name; none for one whose file is past reading."""


def missing_texts(pack: PackFile, sets: Sets, texts: Texts) -> Iterator[Finding]:
    """Every text that structure or figures ask for and ``texts`` does not have."""
    for fault in (*text_faults(pack, texts), *missing_text_faults(_figure_tables(sets, texts))):
        yield finding_of(fault)


def orphans(pack: PackFile, sets: Sets, texts: Texts) -> Iterator[Finding]:
    """Every text whose id neither structure nor figures have."""
    held = [question.id for question in pack.questions if question.items]
    items = Table("items", held, texts.items)  # those that are missing are named one by one
    for place, wanted, given in (items, *text_tables(pack, texts), *_figure_tables(sets, texts)):
        for id_ in given:
            if id_ not in wanted:
                yield warning(
                    f"{place}.{id_}",
                    "orphan-text",
                    _("a text for something that the pack does not have"),
                    _("Take it out, or correct its id."),
                )


def _figure_tables(sets: Sets, texts: Texts) -> Iterator[Table]:
    """The tables of a language's file whose ids the figure sets give."""
    yield Table("figures", sets, texts.figures)
    known = [figures for figures in sets.values() if figures is not None]
    for name, figures in sets.items():
        spoken = texts.figures.get(name)
        if figures is not None and spoken is not None:
            yield Table(f"figures.{name}.sources", figures.by_source, spoken.sources)
            yield Table(f"figures.{name}.others", [other.id for other in figures.others], spoken.others)
    cautions = {figure.caution for figures in known for figure in figures.figures if figure.caution}
    # A set that is past reading may have any caution.
    given = texts.cautions if len(known) == len(sets) else cautions & texts.cautions.keys()
    yield Table("cautions", cautions, given)


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
                    place,
                    "missing-translation",
                    _("text missing; {file} has it").format(file=Path(other).name),
                    _("Translate it, or take it out there."),
                ).within(file)


def _gaps(model: Mapping[str, Any], table: Mapping[str, Any], outer: str) -> Iterator[str]:
    """The places in ``model`` that ``table`` lacks; a whole table that is lacking is one place."""
    for key, value in model.items():
        place = f"{outer}.{key}" if outer else key
        if key not in table:
            yield place
        elif isinstance(value, dict) and isinstance(table[key], dict):
            yield from _gaps(value, table[key], place)
