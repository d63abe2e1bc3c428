"""Private names of Textual are used in ``tui/textual_fixes`` alone, and none is taken by chance."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import smcheck
import smcheck.tui

ROOM = Path(smcheck.__file__).parent
APART = {"textual_fixes", "powerpoint"}
"""Rooms with private names of their libraries: python-pptx gives the elements of a slide no public one."""
FILES = sorted(path for path in ROOM.rglob("*.py") if not APART & {*path.parts})
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(smcheck.tui.__path__, "smcheck.tui.")
    if ".textual_fixes" not in module.name
)


def private(name: str) -> bool:
    """Whether a name is private: one underscore, not two, and more than that."""
    return name.startswith("_") and not name.startswith("__") and len(name) > 1


def own_names(tree: ast.AST) -> Iterator[str]:
    """The names that a module itself gives to functions, classes, variables and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


PUBLIC = {"_asdict", "_replace", "_exit"}
"""Names of named tuples and of ``os`` that are public all the same."""


def foreign_names(tree: ast.AST, ours: Iterable[str] = ()) -> Iterator[str]:
    """The private names in a module that neither it nor ``ours`` has: attributes, and what is imported."""
    own = {*own_names(tree), *ours, *PUBLIC}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and private(node.attr) and node.attr not in own:
            yield f"{node.lineno}: {node.attr}"
        elif isinstance(node, ast.Import):
            yield from (
                f"{node.lineno}: {alias.name}"
                for alias in node.names
                if alias.name.startswith("textual.") and any(map(private, alias.name.split(".")))
            )
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "textual":
            names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from (f"{node.lineno}: {name}" for name in names if private(name))


OURS = {
    name for path in FILES for name in own_names(ast.parse(path.read_text(encoding="utf-8"))) if private(name)
}
"""The private names of smcheck; that none hides one of Textual's is held below."""


def test_the_check_finds_what_it_is_for() -> None:
    """Each form of use is found, and a module's own private names are not."""
    code = """
from textual.widgets._select import SelectOverlay
from textual.widgets import _input
import textual._context
class A:
    def _mine(self): self._also = self._mine() or self._also or self._theirs
"""
    assert sorted(foreign_names(ast.parse(code))) == [
        "2: _select",
        "3: _input",
        "4: textual._context",
        "6: _theirs",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOM).as_posix())
def test_no_private_name_is_used(path: Path) -> None:
    """A module uses no private name but smcheck's own, such as one of a base class in another module."""
    assert list(foreign_names(ast.parse(path.read_text(encoding="utf-8")), OURS)) == []


@cache
def class_names(class_: Any) -> frozenset[str]:
    """The private names that a class gives to its parts and its instances."""
    found = re.findall(r"\bself\.(_\w+)(?:\s*:[^=\n]+)?\s*=[^=]", inspect.getsource(class_))
    names = {name for name in (*vars(class_), *found) if private(name)}
    return frozenset(name for name in names if not name.startswith("_abc_"))


def inherited_names(class_: Any) -> set[str]:
    """The private names that Textual's classes above a class give to their parts and instances."""
    above = [owner for owner in class_.__mro__ if owner.__module__.partition(".")[0] == "textual"]
    return set().union(*map(class_names, above))


# What Textual keeps for each class, not by inheritance.
PER_CLASS = {
    "_computes", "_css_type_name", "_css_type_names", "_decorated_handlers",
    "_inherit_bindings", "_inherit_component_classes", "_inherit_css", "_merged_bindings", "_reactives",
}  # fmt: skip


@pytest.mark.parametrize("name", MODULES)
def test_no_private_name_is_taken(name: str) -> None:
    """A class over one of Textual's does not hide a private part of it behind a part of its own."""
    module = importlib.import_module(name)
    classes: list[Any] = [found for found in vars(module).values() if inspect.isclass(found)]
    for class_ in classes:
        if class_.__module__ == name:
            taken = class_names(class_) & inherited_names(class_) - PER_CLASS
            assert taken == set(), class_
