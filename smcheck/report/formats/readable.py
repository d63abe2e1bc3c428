"""Texts of a document as they are shown: control characters escaped, no number torn from its sign."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from smcheck.report.document.model import Comment, Notes
from smcheck.words.visible import visible

Anything = TypeVar("Anything")

_JOINER = "\u2060"
_RANGE = re.compile("(?<=\\d)\u2013(?=\\d)")
_PERCENT = re.compile("(?<=\\d)[ \u00a0]%")
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that are no characters, and that no XML file may hold."""


def readable(text: str) -> str:
    """A text as it is shown; its line feeds stay."""
    lines = text.replace("\r\n", "\n").replace(_JOINER, "")
    return _NO_CHARACTERS.sub(lambda found: f"<U+{ord(found[0]):04X}>", visible(lines, lines=True))


def together(text: str) -> str:
    """A text in which ``2–3`` and ``90 %`` stay on one line."""
    return _RANGE.sub(f"{_JOINER}\u2013{_JOINER}", _PERCENT.sub("\u202f%", text))


def readable_all(value: Anything) -> Anything:
    """A document, or a part of one, with each of its texts readable.

    In our own texts what belongs together stays on one line; what people typed is left as it is.
    """
    each: Anything = _each(value, ours=True)
    return each


def _each(value: Any, *, ours: bool) -> Any:
    if isinstance(value, str):
        return together(readable(value)) if ours else readable(value)
    if is_dataclass(value) and not isinstance(value, type):
        ours = ours and not isinstance(value, Comment | Notes)
        texts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(
            value, **{name: _each(text, ours=ours and name != "organisation") for name, text in texts.items()}
        )
    if isinstance(value, frozenset):
        return frozenset(_each(part, ours=ours) for part in value)
    if isinstance(value, tuple):
        parts = [_each(part, ours=ours) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value
