"""Page one is one page: what is left out of it where it does not fit, and where that stands instead.

How high texts become is estimated from how many letters go into a line of the template that smcheck brings
along. What is left out stands further back in full: effects and advice under the recommendations, the
summary in the part of the plan.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import ceil

from smcheck.report.document.model import (
    Bands,
    Comments,
    Document,
    Needs,
    Section,
    Step,
    Steps,
)
from smcheck.report.formats.sentences import sentences
from smcheck.words.language import _

_ROOM = 250.0
"""Millimetres that page one has between head and foot."""
_SECTION = 9.6
_SHORTEST_SUMMARY = 160
"""Letters of a summary that stay in any case."""


def fit(document: Document) -> Document:
    """The document with as much on page one as fits; the first of these that does, or else the last."""
    for candidate in _candidates(document):
        if page_one_height(candidate) <= _ROOM:
            return candidate
    return candidate


def _candidates(document: Document) -> Iterator[Document]:
    yield document
    without_effects = _with_steps(document, lambda step: replace(step, effect=""))
    yield without_effects
    shorter = _with_short_summary(without_effects)
    yield shorter
    yield _with_steps(
        shorter, lambda step: replace(step, situation="", text=next(iter(sentences(step.why)), ""))
    )


def _with_steps(document: Document, change: Callable[[Step], Step]) -> Document:
    """The document with each of the next steps on page one changed."""

    def changed(section: Section) -> Section:
        blocks = (
            replace(block, rows=tuple(map(change, block.rows))) if isinstance(block, Steps) else block
            for block in section.blocks
        )
        return replace(section, blocks=tuple(blocks))

    parts = (
        replace(part, sections=tuple(map(changed, part.sections))) if part.id == "summary" else part
        for part in document.parts
    )
    return replace(document, parts=tuple(parts))


def _with_short_summary(document: Document) -> Document:
    """The summary up to the end of a sentence, and in full in the part of the plan."""
    summary, last = document.summary, document.part("plan") or document.parts[-1]
    overview = document.part("summary")
    if summary is None or overview is None or len(summary.text) <= _SHORTEST_SUMMARY:
        return document
    start = ""
    for sentence in sentences(summary.text):
        if start and len(start) + len(sentence) > _SHORTEST_SUMMARY:
            break
        start = f"{start} {sentence}" if start else sentence
    going_on = _("Continued under “{part}”.").format(part=last.title)
    whole = Section("summary", overview.title, "", (Comments((replace(summary, about=""),)),))
    parts = tuple(
        replace(part, sections=(*part.sections, whole)) if part is last else part for part in document.parts
    )
    return replace(document, summary=replace(summary, text=f"{start} {going_on}"), parts=parts)


def page_one_height(document: Document) -> float:
    """Millimetres that page one takes in the template that smcheck brings along, estimated."""
    height = 4.6 + 7.6 * (_lines(document.headline, 50) + _lines(document.second, 54))
    height += 4.1 * sum(_lines(line, 108) for line in document.situation)
    if document.summary is not None:
        height += _SECTION + 1.4 + 4.1 * _lines(f"{document.summary.text} {document.summary.author}", 106)
    overview = document.part("summary")
    return height + sum(map(_section_height, overview.sections if overview else ()))


def _section_height(section: Section) -> float:
    height = _SECTION + (1.0 + 4.6 * _lines(section.message, 97) if section.message else 0)
    for block in section.blocks:
        if isinstance(block, Steps):
            height += 4.0 + sum(map(_step_height, block.rows))
        elif isinstance(block, Bands):
            height += 5.8 * len(block.rows) + (5.2 if block.caption else 4.0)
        elif isinstance(block, Needs):
            height += 4.0 + 5.0 * (ceil(len(block.rows) / 2) + 1 if len(block.rows) > 6 else len(block.rows))
        else:
            height += 4.8
    return height


def _step_height(step: Step) -> float:
    words = " ".join(part for part in (step.situation, step.text, step.effect) if part)
    return 2.2 + 4.7 * _lines(step.title, 50) + 4.1 * _lines(words, 61)


def _lines(text: str, letters: int) -> int:
    """Lines that a text takes where so many letters go into one."""
    return sum(max(ceil(len(line) / letters), 1) for line in text.split("\n")) if text else 0
