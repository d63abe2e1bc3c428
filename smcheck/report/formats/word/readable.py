"""Texts of a document that a Word file can hold: what XML forbids is shown as an escape."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from smcheck.report.brand import Brand
from smcheck.report.document.model import Comment, Notes
from smcheck.words.visible import visible

Anything = TypeVar("Anything")

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""Code points that are no characters, and that no XML file may hold."""

_PERCENT = re.compile(r"(?<=\d) (?=%)")
_NARROW = "\u202f"
"""A narrow space that breaks no line. Word draws no word joiner, so ranges have none."""


def readable(text: str) -> str:
    """A text as it is shown; its line feeds stay."""
    return _NO_CHARACTERS.sub(lambda found: f"<U+{ord(found[0]):04X}>", visible(text, lines=True))


def readable_all(value: Anything) -> Anything:
    """A document, or a part of one, with each of its texts readable.

    In our own texts a percentage stays on the line of its sign; what people typed is left as it is.
    """
    each: Anything = _each(value, ours=True)
    return each


def _each(value: Any, *, ours: bool) -> Any:
    if isinstance(value, str):
        return _PERCENT.sub(_NARROW, readable(value)) if ours else readable(value)
    if is_dataclass(value) and not isinstance(value, type):
        ours = ours and not isinstance(value, Comment | Notes | Brand)
        texts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(
            value,
            **{name: _each(text, ours=ours and name != "organisation") for name, text in texts.items()},
        )
    if isinstance(value, tuple):
        parts = [_each(part, ours=ours) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value
