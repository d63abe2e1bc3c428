"""All that an author should mend in a pack, at once."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from smcheck.files.toml import parse_toml
from smcheck.pack.checks.finding import Finding, around, error, format_finding, order
from smcheck.pack.checks.remedies import finding_of
from smcheck.pack.checks.structure import scale_findings, structure_findings
from smcheck.pack.checks.survey import figure_findings
from smcheck.pack.checks.translations import missing_texts, orphans, translation_gaps
from smcheck.pack.checks.wording import wording_findings
from smcheck.pack.files import is_folder, read_pack
from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.pack.models import FigureSet, PackFile
from smcheck.pack.shapes import AnyModel, shape_faults
from smcheck.pack.texts import Texts
from smcheck.words.fault import Fault
from smcheck.words.language import LANGUAGES, _

__all__ = ["Finding", "format_finding", "lint"]

_STRUCTURE = "pack.toml"
_DEFAULT = f"figures/{DEFAULT_FIGURES}.toml"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]+)?\.toml")


def lint(folder: Path) -> list[Finding]:
    """Everything wrong or doubtful in the pack in ``folder``, sorted by file and place; never an exception.

    Of a file in which keys, types or limits are wrong all of these are found; what it refers to and how it is
    worded is looked at once they are mended. A pack without a finding of severity ``error`` can be loaded,
    and a sitting with it works in every language and with every figure set.
    """
    if not is_folder(folder):
        fix = _("Name a folder that holds a pack.toml.")
        return [error("", "no-folder", _("not a folder"), fix).within(str(folder))]
    try:
        contents = read_pack(folder)
    except Fault as fault:  # too much in all of the files together
        return [finding_of(fault)]
    files = _Files(folder, contents)
    findings = [*_name_findings(folder, contents)]
    pack = files.read(PackFile, _STRUCTURE) if _STRUCTURE in contents else None
    sets = {Path(name).stem: files.read(FigureSet, name) for name in contents if "/" in name}
    texts = {name: files.read(Texts, name) for name in contents if _LANGUAGE.fullmatch(name)}
    if pack is not None:
        findings += _structure_findings(pack, sets, folder)
    findings += _text_findings(
        pack, sets, {str(folder / name): language for name, language in texts.items() if language}
    )
    return sorted({*findings, *map(finding_of, files.faults)}, key=order)


class _Files:
    """The files of a pack, read one by one; ``faults`` is what has kept some of them from being read."""

    def __init__(self, folder: Path, contents: Mapping[str, bytes | Fault]) -> None:
        self._folder = folder
        self._contents = contents
        self.faults: list[Fault] = []

    def read(self, model: type[AnyModel], name: str) -> AnyModel | None:
        """A file as a model, or nothing where it has faults."""
        content, file = self._contents[name], str(self._folder / name)
        try:
            if isinstance(content, Fault):
                raise content
            return model.model_validate(parse_toml(content, file))
        except Fault as fault:
            self.faults.append(fault)
        except ValidationError as failure:
            self.faults.extend(shape_faults(failure, model, file))
        return None


def _name_findings(folder: Path, names: Collection[str]) -> Iterator[Finding]:
    """Files that no pack has, and files that every pack has and this one has not."""
    for name in names:
        if "/" not in name and name != _STRUCTURE and not _LANGUAGE.fullmatch(name):
            yield error(
                "",
                "stray-file",
                _("neither pack.toml nor named after a language"),
                _("Name it after its language, as de.toml is, or take it out."),
            ).within(str(folder / name))
    for name in (_STRUCTURE, *(f"{code}.toml" for code in LANGUAGES), _DEFAULT):
        if name not in names:
            missing = error("", "missing-file", _("no such file"), _("Every pack has it: add it."))
            yield missing.within(str(folder / name))


def _structure_findings(
    pack: PackFile, sets: Mapping[str, FigureSet | None], folder: Path
) -> Iterator[Finding]:
    """What is wrong inside ``pack.toml``, and between it and the figure sets."""
    found = [*structure_findings(pack)]
    default = sets.get(DEFAULT_FIGURES)
    if default is not None:
        found += scale_findings(pack, default)
    yield from (finding.within(str(folder / _STRUCTURE)) for finding in found)
    for name, figures in sets.items():
        if figures is not None:
            file = str(folder / "figures" / f"{name}.toml")
            yield from (finding.within(file) for finding in figure_findings(pack, figures, name))


def _text_findings(
    pack: PackFile | None, sets: Mapping[str, FigureSet | None], texts: Mapping[str, Texts]
) -> Iterator[Finding]:
    """What is wrong in the languages' files, and between them; ``texts`` are by file."""
    found: list[Finding] = []
    for file, language in texts.items():
        findings = [*wording_findings(pack, language)]
        if pack is not None:
            findings += missing_texts(pack, sets, language)
            findings += orphans(pack, sets, language)
        found += (finding.within(file) for finding in findings)
    # What belongs to nothing in one language is not missing in another.
    needless = {finding.place for finding in found if finding.rule == "orphan-text"}
    tables = {file: language.model_dump(exclude_none=True) for file, language in texts.items()}
    gaps = {
        (gap.file, gap.place): gap
        for gap in translation_gaps(tables)
        if needless.isdisjoint(around(gap.place))
    }
    yield from _with_translations(found, gaps)


def _with_translations(found: list[Finding], gaps: Mapping[tuple[str, str], Finding]) -> Iterator[Finding]:
    """The findings, with what another language has said in place of “missing”.

    Args:
        found: the findings on all languages.
        gaps: what one language has and another has not, by file and place.
    """
    used: set[Finding] = set()
    for finding in found:
        outer = (gaps.get((finding.file, place)) for place in around(finding.place))
        gap = next(filter(None, outer), None) if finding.rule == "missing-text" else None
        if gap is not None:
            used.add(gap)
            yield replace(gap, place=finding.place)
        else:
            yield finding
    yield from (gap for gap in gaps.values() if gap not in used)
