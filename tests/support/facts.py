"""The facts of a document: every text in it that no format may leave out."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from smcheck.report.document.model import Document

_WORDS_OF_THE_PROGRAM = {
    *("language", "id", "path", "state", "charge", "marker", "source", "states", "unpublished", "judged"),
    *("claim", "meaning", "legend", "left", "right", "heads", "own_head", "theirs_head", "also_head"),
    *("who_head", "when_head", "department_head", "involved_head", "covered_head", "review"),
    *("links_head", "not_published_head", "sources_short", "short", "short_who", "needs", "answers"),
}
"""Fields that are ids, heads and legends of a layout, or short for what is said in full elsewhere."""


def facts(document: Document) -> tuple[str, ...]:
    """Every sentence, name, note, comment, step, number and address, each once, in the document's order.

    A text of several lines is a fact for each line.
    """
    found = (line.strip() for text in _texts(document) for line in text.split("\n"))
    summary = document.part("summary")
    apart = {"–", summary.title if summary else ""}  # page one needs no title
    return tuple(dict.fromkeys(line for line in found if line and line not in apart))


def _texts(value: Any, name: str = "") -> Iterator[str]:
    if name in _WORDS_OF_THE_PROGRAM:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and hasattr(value, "_fields"):  # a named tuple; spans are numbers
        for key in value._fields:
            yield from _texts(getattr(value, key), key)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry, name)
    elif is_dataclass(value):
        for entry in fields(value):
            yield from _texts(getattr(value, entry.name), entry.name)
