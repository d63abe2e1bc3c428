"""Texts of a document as they are shown: control characters escaped, no number torn from its sign."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from smcheck.report.brand import Brand
from smcheck.report.document.model import Comment, Notes
from smcheck.words.controls import escape_controls

Anything = TypeVar("Anything")

_JOINER = "\u2060"
_RANGE = re.compile("(?<=\\d)\u2013(?=\\d)")
_PERCENT = re.compile("(?<=\\d)[ \u00a0]%")
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


def readable(text: str) -> str:
    """A text as it is shown; its line feeds stay."""
    lines = text.replace("\r\n", "\n").replace(_JOINER, "")
    return escape_noncharacters(escape_controls(lines, lines=True))


def escape_noncharacters(text: str) -> str:
    """A text in which code points that are no characters, which XML cannot hold, are written out."""
    return _NO_CHARACTERS.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def together(text: str, *, joiners: bool = True) -> str:
    """A text in which ``90 %`` stays on one line; ``2–3``, too, by joiners that not every program draws."""
    text = _PERCENT.sub("\u202f%", text)
    return _RANGE.sub(f"{_JOINER}\u2013{_JOINER}", text) if joiners else text


def readable_all(value: Anything, *, joiners: bool = True) -> Anything:
    """A document, or a part of one, with each of its texts readable.

    In our own texts what belongs ``together`` stays on one line; what people typed is left as it is.
    """

    def ours(text: str) -> str:
        return together(readable(text), joiners=joiners)

    each: Anything = _each(value, ours)
    return each


def _each(value: Any, shown: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return shown(value)
    if is_dataclass(value) and not isinstance(value, type):
        theirs = isinstance(value, Comment | Notes | Brand)
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(
            value,
            **{
                name: _each(part, readable if theirs or name == "organisation" else shown)
                for name, part in parts.items()
            },
        )
    if isinstance(value, frozenset):
        return frozenset(_each(part, shown) for part in value)
    if isinstance(value, tuple):
        items = [_each(part, shown) for part in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    return value
