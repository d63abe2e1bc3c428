"""All that an author should mend in a pack, at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from smcheck.pack.checks.finding import Finding, around, error, format_finding, order
from smcheck.pack.checks.remedies import finding_of
from smcheck.pack.checks.salvage import Salvage, salvage
from smcheck.pack.checks.structure import scale_findings, structure_findings
from smcheck.pack.checks.survey import figure_findings
from smcheck.pack.checks.translations import missing_texts, orphans, untranslated
from smcheck.pack.checks.wording import wording_findings
from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.pack.models import FigureSet, PackFile
from smcheck.pack.reading import is_folder, parse_toml, read_pack
from smcheck.pack.texts import Texts
from smcheck.pack.value import Model
from smcheck.words.fault import Fault
from smcheck.words.language import LANGUAGES, _

__all__ = ["Finding", "format_finding", "lint"]

_STRUCTURE = "pack.toml"
_DEFAULT = f"figures/{DEFAULT_FIGURES}.toml"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]+)?\.toml")
_DEEPEST = 20
"""How deep tables may be nested; no model has more than eight levels."""

Table = dict[str, Any]
Found = TypeVar("Found", bound=Model)


def lint(folder: Path) -> list[Finding]:
    """Everything wrong or doubtful in the pack in ``folder``, sorted by file and place; never an exception.

    A pack without a finding of severity ``error`` can be loaded, and a sitting with it works in every
    language and with every figure set.
    """
    if not is_folder(folder):
        return [
            error(str(folder), "", "no-folder", _("not a folder"), _("Name a folder that holds a pack.toml."))
        ]
    try:
        findings, tables = _read(folder)
    except Fault as fault:  # too much in all of the files together
        return [finding_of(fault)]
    pack = _salvaged(PackFile, tables, [_STRUCTURE], folder).get(_STRUCTURE)
    languages = [name for name in tables if _LANGUAGE.fullmatch(name)]
    sets = _salvaged(FigureSet, tables, [name for name in tables if "/" in name], folder)
    texts = _salvaged(Texts, tables, languages, folder)
    file = pack.model if pack is not None else None
    if pack is not None:
        findings += pack.findings
        if file is not None:
            findings += filter(pack.real, structure_findings(file, str(folder / _STRUCTURE)))
            default = sets.get(_DEFAULT)
            if default is not None and default.model is not None and not (pack.touched or default.touched):
                findings += scale_findings(file, default.model, str(folder / _STRUCTURE))
    findings += _of_sets(file, sets, folder)
    findings += _of_texts(file, tables, sets, texts, folder)
    return sorted(set(findings), key=order)


def _read(folder: Path) -> tuple[list[Finding], dict[str, Table | None]]:
    """What reading the files gives: findings, and the tables by name, none for what cannot be read."""
    unreadable: dict[str, Fault] = {}
    contents = read_pack(folder, unreadable)
    findings = [finding_of(fault) for fault in unreadable.values()]
    tables: dict[str, Table | None] = dict.fromkeys(unreadable)
    for name, content in contents.items():
        file = str(folder / name)
        table: Table | None = None
        try:
            table = parse_toml(content, file)
        except Fault as fault:
            findings.append(finding_of(fault))
        if table is not None and _is_deep(table):
            findings.append(
                error(file, "", "not-toml", _("nested too deeply"), _("Take out the inner tables."))
            )
            table = None
        tables[name] = table
    wanted = (_STRUCTURE, *(f"{code}.toml" for code in LANGUAGES), _DEFAULT)
    findings += [
        error(
            str(folder / name),
            "",
            "stray-file",
            _("neither pack.toml nor named after a language"),
            _("Name it after its language, as de.toml is, or take it out."),
        )
        for name in tables
        if "/" not in name and name != _STRUCTURE and not _LANGUAGE.fullmatch(name)
    ]
    findings += [
        error(str(folder / name), "", "missing-file", _("no such file"), _("Every pack has it: add it."))
        for name in wanted
        if name not in tables
    ]
    return findings, tables


def _is_deep(table: Table) -> bool:
    """Whether tables and lists are nested past any sense; asked without recursion, as they may be."""
    level: list[Any] = [table]
    for _level in range(_DEEPEST):
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
    return bool(level)


def _salvaged(
    model: type[Found], tables: Mapping[str, Table | None], names: Iterable[str], folder: Path
) -> dict[str, Salvage[Found]]:
    """The models of those files that are TOML, by the files' names."""
    found = {name: tables.get(name) for name in names}
    return {
        name: salvage(model, table, str(folder / name)) for name, table in found.items() if table is not None
    }


def _of_sets(
    pack: PackFile | None, sets: Mapping[str, Salvage[FigureSet]], folder: Path
) -> Iterator[Finding]:
    for name, found in sets.items():
        yield from found.findings
        if pack is not None and found.model is not None:
            checked = figure_findings(pack, found.model, Path(name).stem, str(folder / name))
            yield from filter(found.real, checked)


def _of_texts(
    pack: PackFile | None,
    tables: Mapping[str, Table | None],
    sets: Mapping[str, Salvage[FigureSet]],
    texts: Mapping[str, Salvage[Texts]],
    folder: Path,
) -> Iterator[Finding]:
    known = {Path(name).stem: sets[name].model if name in sets else None for name in tables if "/" in name}
    found: list[Finding] = []
    for name, language in texts.items():
        file = str(folder / name)
        found += language.findings
        if language.model is None:
            continue
        checked = [*wording_findings(pack, language.model, file)]
        if pack is not None:
            checked += missing_texts(pack, known, language.model, file)
            checked += orphans(pack, known, language.model, file)
        found += filter(language.real, checked)
    yield from _with_translations(found, {str(folder / name): tables[name] or {} for name in texts})


def _with_translations(found: list[Finding], tables: Mapping[str, Table]) -> Iterator[Finding]:
    """The findings, with what another language has said in place of “missing”."""
    # What belongs to nothing in one language is not missing in another.
    needless = {finding.place for finding in found if finding.rule in {"orphan-text", "unknown-key"}}
    gaps = [gap for gap in untranslated(tables) if needless.isdisjoint(around(gap.place))]
    by_place = {(gap.file, gap.place): gap for gap in gaps}
    told: set[Finding] = set()
    for finding in found:
        missing = finding.rule in {"missing-text", "missing-key"}
        outer = (by_place.get((finding.file, place)) for place in around(finding.place))
        gap = next(filter(None, outer), None) if missing else None
        if gap is not None:
            told.add(gap)
            yield replace(gap, place=finding.place)
        else:
            yield finding
    yield from (gap for gap in gaps if gap not in told)
