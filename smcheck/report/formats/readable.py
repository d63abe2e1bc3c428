"""Texts of a document as they are shown: control characters escaped, ranges that no line break parts."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from smcheck.words.visible import visible

Anything = TypeVar("Anything")

_JOINER = "\u2060"
_RANGE = re.compile("(?<=\\d)\u2013(?=\\d)")
_PERCENT = re.compile("(?<=\\d)[ \u00a0]%")
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that are no characters, and that no XML file may hold."""


def readable(text: str) -> str:
    """A text as it is shown; its line feeds stay; ``2–3`` and ``90 %`` hold together."""
    lines = text.replace("\r\n", "\n").replace(_JOINER, "")
    shown = _NO_CHARACTERS.sub(lambda found: f"<U+{ord(found[0]):04X}>", visible(lines, lines=True))
    shown = _PERCENT.sub("\u202f%", shown)
    return _RANGE.sub(f"{_JOINER}\u2013{_JOINER}", shown)


def readable_all(value: Anything) -> Anything:
    """A document, or a part of one, with each of its texts readable."""
    each: Anything = _each(value)
    return each


def _each(value: Any) -> Any:
    if isinstance(value, str):
        return readable(value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _each(getattr(value, field.name)) for field in fields(value)})
    if isinstance(value, frozenset):
        return frozenset(_each(part) for part in value)
    if isinstance(value, tuple):
        parts = [_each(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value
