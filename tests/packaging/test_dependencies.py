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
DEVELOPMENT = table("For the tests and the build")


def closure(names: Iterable[str]) -> dict[str, set[str]]:
    """What is installed because of these: each package, and which others ask for it."""
    asked: dict[str, set[str]] = {}
    waiting = [(name, frozenset[str](), "") for name in names]
    seen = set()
    while waiting:
        name, extras, because = waiting.pop()
        asked.setdefault(name, set()).add(because)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        for text in distribution(name).requires or ():
            required = Requirement(text)
            marker = required.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras | {""}):
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
    """The requirements in pyproject.toml: those of smcheck, and ``dev``."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"": read["dependencies"], **read["optional-dependencies"]}


def test_the_list_is_complete() -> None:
    """All that comes with smcheck is in the list, and nothing else; so is what each comes with."""
    found = closure(["smcheck"])
    del found["smcheck"]
    assert found.keys() == RUN_TIME.keys()
    told = {
        name: set() if row["comes with"] == "–" else set(row["comes with"].split(", "))
        for name, row in RUN_TIME.items()
    }
    direct = {name for name, because in found.items() if "smcheck" in because}
    assert direct == {name for name, because in told.items() if not because}
    assert [name for name, because in told.items() if not because <= found[name]] == []


def test_the_ranges_are_those_that_are_required() -> None:
    """The four that smcheck asks for by name, with the versions that it takes."""
    required = {canonicalize_name(Requirement(line).name): line for line in project()[""]}
    told = {name: name + row["range"].strip("`") for name, row in RUN_TIME.items() if row["range"]}
    assert required == told


@pytest.mark.parametrize("name", RUN_TIME)
def test_what_is_installed_was_looked_at(name: str) -> None:
    """Its major version is the one that was tested, its licence the one that was read, and a free one."""
    found, row = distribution(name), RUN_TIME[name]
    assert found.version.split(".")[0] == row["tested with"].split(".")[0]
    assert licence(found) != ""
    assert row["licence"].startswith(licence(found))
    assert row["licence"].startswith(FREE)


def test_what_the_tests_need_is_listed() -> None:
    """Each requirement of ``dev`` is in the other list, with its licence."""
    required = {canonicalize_name(Requirement(line).name) for line in project()["dev"]}
    assert required == DEVELOPMENT.keys()
    assert [
        (name, row["licence"])
        for name, row in DEVELOPMENT.items()
        if not licence(distribution(name)) or not row["licence"].startswith(licence(distribution(name)))
    ] == []


def test_every_entry_says_what_it_is_for() -> None:
    """No cell is empty but the range of what nobody asked for by name."""
    for name, row in {**DEVELOPMENT, **RUN_TIME}.items():
        assert [column for column, cell in row.items() if not cell and column != "range"] == [], name
