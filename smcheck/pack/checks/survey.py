"""What is wrong with a figure set beyond references that lead nowhere."""

from collections.abc import Iterator

from smcheck.pack import references
from smcheck.pack.checks.finding import Finding, error, warning
from smcheck.pack.checks.remedies import finding_of
from smcheck.pack.models import FigureSet, PackFile
from smcheck.words.language import _

RESERVED_CAUTIONS = frozenset(
    {
        *("old", "historical", "sector", "country", "size"),
        *("n_unknown", "n_unconfirmed", "self_selected", "users_only"),
    }
)
"""Cautions that smcheck gives by itself; a pack's own needs another name."""


def figure_findings(pack: PackFile, figures: FigureSet, name: str) -> Iterator[Finding]:
    """Every finding that the file of the figure set ``name`` gives."""
    for fault in references.figure_faults(pack, figures, name):
        yield finding_of(fault)
    yield from _source_findings(pack, figures)
    yield from _value_findings(figures)


def _source_findings(pack: PackFile, figures: FigureSet) -> Iterator[Finding]:
    used = {figure.source for figure in figures.figures} | {other.source for other in figures.others}
    for index, source in enumerate(figures.sources):
        place = f"sources[{index}]"
        for field, choices in pack.profile.choices.items():
            yield from _population_findings(choices, getattr(source, field), f"{place}.{field}")
        if source.year > figures.dated.year:
            yield error(
                f"{place}.year",
                "late-year",
                _("a survey of {year} in a set of {dated}").format(
                    year=source.year, dated=figures.dated.isoformat()
                ),
                _("Correct the year, or “dated”."),
            )
        if source.id not in used:
            yield warning(
                f"{place}.id",
                "unused-source",
                _("no figure comes from source “{id}”").format(id=source.id),
                _("Take it out, or name it where it belongs."),
            )


def _population_findings(choices: tuple[str, ...], asked: tuple[str, ...], place: str) -> Iterator[Finding]:
    """What a survey's population may include and no company can say of itself."""
    for number, choice in enumerate(asked):
        if choice not in choices:
            yield error(
                f"{place}[{number}]",
                "unknown-choice",
                _("“{choice}” is no choice of the profile, so no company's own can be compared").format(
                    choice=choice
                ),
                _("Write one of: {expected}; or leave it out.").format(expected=", ".join(choices)),
            )


def _value_findings(figures: FigureSet) -> Iterator[Finding]:
    years = {source.id: source.year for source in figures.sources}
    for index, figure in enumerate(figures.figures):
        for number, earlier in enumerate(figure.earlier):
            if earlier.year >= years.get(figure.source, earlier.year + 1):
                yield error(
                    f"figures[{index}].earlier[{number}].year",
                    "late-year",
                    _("{year} is not earlier than the survey itself").format(year=earlier.year),
                    _("Give the year of the earlier edition."),
                )
        if figure.caution in RESERVED_CAUTIONS:
            yield error(
                f"figures[{index}].caution",
                "reserved-caution",
                _("“{id}” is a caution that smcheck gives by itself").format(id=figure.caution),
                _("Give the caution another id."),
            )
