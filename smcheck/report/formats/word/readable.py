"""Texts of a document that a Word file can hold: what XML forbids is shown as an escape."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from smcheck.words.visible import visible

Anything = TypeVar("Anything")

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""Code points that are no characters, and that no XML file may hold."""


def readable(text: str) -> str:
    """A text as it is shown; its line feeds stay."""
    return _NO_CHARACTERS.sub(lambda found: f"<U+{ord(found[0]):04X}>", visible(text, lines=True))


def readable_all(value: Anything) -> Anything:
    """A document, or a part of one, with each of its texts readable."""
    each: Anything = _each(value)
    return each


def _each(value: Any) -> Any:
    if isinstance(value, str):
        return readable(value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _each(getattr(value, field.name)) for field in fields(value)})
    if isinstance(value, tuple):
        parts = [_each(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value
