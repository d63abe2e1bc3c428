"""The order of slides, with the title, sentence, source line and notes of each."""

from dataclasses import dataclass

from smcheck.report.brand import Brand
from smcheck.report.document.model import (
    Bands,
    Block,
    Comments,
    Differences,
    Document,
    DocumentPart,
    Item,
    Matrix,
    Notes,
    Numbered,
    Pairs,
    Questions,
    Section,
    Shares,
    Sources,
    Text,
)
from smcheck.report.formats.powerpoint.drawings import grids
from smcheck.report.formats.powerpoint.drawings.matrix import legend_line
from smcheck.report.formats.powerpoint.grid import Grid
from smcheck.report.formats.powerpoint.names import SLIDE, SUMMARY
from smcheck.report.formats.powerpoint.page import Head
from smcheck.report.formats.powerpoint.spoken import comment_lines, section_lines
from smcheck.report.formats.powerpoint.text import sentences, without_stop
from smcheck.words.language import _

_LONGEST_TITLE = 120
"""Characters that fill about two lines of 28 points."""
_TOGETHER = frozenset({"where", "described"})
"""Parts whose sections share a slide."""
_FOR_THE_SPEAKER = (Notes, Comments, Questions, Numbered)
_WORDS = (Text, Pairs)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide, or several with the same head where its grids or its text need them."""

    head: Head
    grids: tuple[Grid, ...] = ()
    text: str = ""


def outline(document: Document, brand: Brand) -> list[Sheet]:
    """All slides of a document in their order."""
    sheets: list[Sheet] = []
    for part in document.parts:
        for sections in _groups(part):
            sheet = _sheet(document, part, sections, first=not sheets)
            if sheet.grids:
                sheets.append(sheet)
            else:
                _leave_to_speaker(sheets, sheet.head.notes)
            if len(sheets) == 1 and document.summary and not any(other.text for other in sheets):
                sheets.append(_summary(document, part))
    if brand.contact and sheets:
        sheets[-1] = _with_source(sheets[-1], brand.contact)
    return sheets


def _groups(part: DocumentPart) -> list[tuple[Section, ...]]:
    if part.id in _TOGETHER:
        return [part.sections] if part.sections else []
    return [(section,) for section in part.sections]


def _sheet(document: Document, part: DocumentPart, sections: tuple[Section, ...], *, first: bool) -> Sheet:
    title, sentence = _title(part, sections)
    notes = [line for section in sections for line in section_lines(section)]
    source = _sources(document, sections)
    layout = SLIDE
    if first:
        layout = SUMMARY
        title, sentence = without_stop(document.headline), document.second
        notes = [*document.situation, *notes]
        source = [*document.situation, document.sources_note]
    elif part.message and part.message not in (sentence, *notes):
        notes = [part.message, *notes]
    drawn, silent = _drawn(sections)
    if silent:
        source.append(_("More about this in the speaker notes."))
    head = Head(layout, title, sentence, tuple(source), tuple(notes))
    return Sheet(head, drawn)


def _drawn(sections: tuple[Section, ...]) -> tuple[tuple[Grid, ...], bool]:
    """The grids of the sections, and whether something of them is in the notes only.

    Sentences are shown where a section has nothing else to show; beside a figure they are the speaker's.
    """
    shown: list[Grid] = []
    silent = False
    for section in sections:
        figures = [block for block in section.blocks if not isinstance(block, (*_FOR_THE_SPEAKER, *_WORDS))]
        words = [block for block in section.blocks if isinstance(block, _WORDS)]
        spoken = any(isinstance(block, _FOR_THE_SPEAKER) for block in section.blocks)
        blocks: list[Block] = figures or ([] if spoken else words)
        silent = silent or spoken or bool(figures and words)
        shown += [grid for block in blocks for grid in grids(section, block)]
    return tuple(shown), silent


def _title(part: DocumentPart, sections: tuple[Section, ...]) -> tuple[str, str]:
    """The message as title where it is a sentence that fits, and what the sentence below says then."""
    if len(sections) > 1 or not sections[0].message:
        return part.title if len(sections) > 1 else sections[0].name or part.title, part.message
    first, *others = sentences(sections[0].message)
    if len(first) > _LONGEST_TITLE:
        return sections[0].name, sections[0].message
    return without_stop(first), " ".join(others)


def _summary(document: Document, part: DocumentPart) -> Sheet:
    """The consultant's summary, which gets a slide of its own after the first."""
    comment = document.summary
    assert comment is not None  # noqa: S101 - the caller has looked
    head = Head(SLIDE, part.title, comment.author, (), tuple(comment_lines(comment)))
    return Sheet(head, text=comment.text)


def _leave_to_speaker(sheets: list[Sheet], lines: tuple[str, ...]) -> None:
    """Add lines to the notes of the last slide, and say on it that there are some."""
    if not sheets:
        return
    head = sheets[-1].head
    more = _("More about this in the speaker notes.")
    source = head.source if more in head.source else (*head.source, more)
    head = Head(head.layout, head.title, head.sentence, source, (*head.notes, *lines))
    sheets[-1] = Sheet(head, sheets[-1].grids, sheets[-1].text)


def _with_source(sheet: Sheet, line: str) -> Sheet:
    head = sheet.head
    return Sheet(
        Head(head.layout, head.title, head.sentence, (*head.source, line), head.notes), sheet.grids, sheet.text
    )


def _sources(document: Document, sections: tuple[Section, ...]) -> list[str]:
    """The sources that the sections' items name, and what hatching or signs mean."""
    blocks = [block for section in sections for block in section.blocks]
    items: list[Item] = [item for block in blocks if isinstance(block, Differences | Shares) for item in block.rows]
    markers = dict.fromkeys(item.source for item in items if item.source)
    line = "   ".join(f"{marker} {name}" for marker, name in _source_names(document).items() if marker in markers)
    lines = [line] if line else []
    if any(isinstance(block, Differences) for block in blocks) and any(item.state == "unknown" for item in items):
        lines.append(_("Hatched: not known."))
    lines += [block.legend for block in blocks if isinstance(block, Bands) and block.legend]
    lines += [legend_line(block) for block in blocks if isinstance(block, Matrix)]
    return lines


def _source_names(document: Document) -> dict[str, str]:
    return {
        source.marker: source.name
        for part in document.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Sources)
        for source in block.rows
    }
