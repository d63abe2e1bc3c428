"""The list of dependencies in the docs is that of what is installed: names, licences and major versions."""

import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support.cli import ROOT

DOCUMENT = ROOT / "docs" / "dependencies.md"
LICENCES = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0",
    "Python Software Foundation License": "PSF",
}
"""How a licence in the older way of writing begins in the newer."""
FREE = ("MIT", "BSD", "PSF", "Apache", "ISC")
"""What may be installed with smcheck: licences that ask for no more than to be named."""
FREE_FOR_REPORTS = (*FREE, "LGPL-2.1", "OFL-1.1")
"""The same for reports; these two bind who passes on a changed docxtpl, or sells the typeface by itself."""


def table(heading: str) -> dict[str, dict[str, str]]:
    """The table below a heading of the document: for each package its cells by their columns."""
    section = DOCUMENT.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if line.startswith("|")
    ]
    return {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[2:]}


RUN_TIME = table("With smcheck")
REPORT = table("With smcheck[report]")
DEVELOPMENT = table("For the tests and the build")


def closure(names: Iterable[str], extras: Iterable[str] = ()) -> dict[str, set[str]]:
    """What is installed because of these with their extras: each package, and which others ask for it."""
    asked: dict[str, set[str]] = {}
    waiting = [(name, frozenset(extras), "") for name in names]
    seen = set()
    while waiting:
        name, wanted, because = waiting.pop()
        asked.setdefault(name, set()).add(because)
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        for text in distribution(name).requires or ():
            required = Requirement(text)
            marker = required.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in wanted | {""}):
                waiting.append((canonicalize_name(required.name), frozenset(required.extras), name))
    return asked


def licence(found: Distribution) -> str:
    """How a package's licence begins, as it says itself."""
    if "License-Expression" in found.metadata:
        return found.metadata["License-Expression"]
    classifiers = [line.split(" :: ")[-1] for line in found.metadata.get_all("Classifier") or ()]
    named = (LICENCES[line] for line in classifiers if line in LICENCES)
    plain = found.metadata.get_all("License") or [""]
    return next(named, plain[0].partition("\n")[0])


def project() -> dict[str, list[str]]:
    """The requirements in pyproject.toml: those of smcheck, and of each extra."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"": read["dependencies"], **read["optional-dependencies"]}


@pytest.mark.parametrize(("extra", "listed"), [("", RUN_TIME), ("report", REPORT)])
def test_the_list_is_complete(extra: str, listed: dict[str, dict[str, str]]) -> None:
    """All that comes with smcheck, or with it for reports, is listed, and nothing else; so is with what."""
    found = closure(["smcheck"], [extra])
    del found["smcheck"]
    if extra:
        found = {name: because for name, because in found.items() if name not in RUN_TIME}
    assert found.keys() == listed.keys()
    told = {
        name: set() if row["comes with"] == "–" else set(row["comes with"].split(", "))
        for name, row in listed.items()
    }
    direct = {name for name, because in found.items() if "smcheck" in because}
    assert direct == {name for name, because in told.items() if not because}
    assert [name for name, because in told.items() if not because <= found[name]] == []


@pytest.mark.parametrize(("extra", "listed"), [("", RUN_TIME), ("report", REPORT)])
def test_the_ranges_are_those_that_are_required(extra: str, listed: dict[str, dict[str, str]]) -> None:
    """What smcheck asks for by name, with the versions that it takes."""
    required = {canonicalize_name(Requirement(line).name): line for line in project()[extra]}
    told = {name: name + row["range"].strip("`") for name, row in listed.items() if row["range"]}
    assert required == told


@pytest.mark.parametrize("name", [*RUN_TIME, *REPORT])
def test_what_is_installed_was_looked_at(name: str) -> None:
    """Its major version is the one that was tested, its licence the one that was read, and a free one."""
    found, row = distribution(name), {**REPORT, **RUN_TIME}[name]
    assert found.version.split(".")[0] == row["tested with"].split(".")[0]
    assert licence(found) != ""
    assert row["licence"].startswith(licence(found).removesuffix("-only"))
    assert row["licence"].startswith(FREE if name in RUN_TIME else FREE_FOR_REPORTS)


def test_what_the_tests_need_is_listed() -> None:
    """Each requirement of ``dev`` but for smcheck itself is in the other list, with its licence."""
    required = {canonicalize_name(Requirement(line).name) for line in project()["dev"]} - {"smcheck"}
    assert required == DEVELOPMENT.keys()
    assert [
        (name, row["licence"])
        for name, row in DEVELOPMENT.items()
        if not licence(distribution(name)) or not row["licence"].startswith(licence(distribution(name)))
    ] == []


def test_every_entry_says_what_it_is_for() -> None:
    """No cell is empty but the range of what nobody asked for by name."""
    for name, row in {**DEVELOPMENT, **REPORT, **RUN_TIME}.items():
        assert [column for column, cell in row.items() if not cell and column != "range"] == [], name
