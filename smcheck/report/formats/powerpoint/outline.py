"""The order of slides, with the title, sentence, source line and notes of each."""

from dataclasses import dataclass, replace

from smcheck.report.brand import Brand
from smcheck.report.document.model import (
    Bands,
    Differences,
    Document,
    DocumentPart,
    Matrix,
    Needs,
    Recommendations,
    Section,
    Shares,
    Steps,
)
from smcheck.report.formats.powerpoint.drawings import Figure, Words, block_grid, label_width
from smcheck.report.formats.powerpoint.drawings.matrix import legend
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
_WITH_FIGURES = frozenset({"summary", "where", "described"})
_MEASURED = (Bands, Differences, Shares, Needs)
"""Blocks below which it stands what they rest on."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide, or several with the same head where its grids or its text need them."""

    head: Head
    grids: tuple[Grid, ...] = ()
    text: str = ""


def outline(document: Document, brand: Brand) -> list[Sheet]:
    """All slides of a document in their order; the first has the headline, whatever else is missing."""
    sheets: list[Sheet] = []
    for part in document.parts:
        for sections in _groups(part):
            sheet = _sheet(document, part, sections, {sheet.head.title for sheet in sheets})
            if sheet.grids or not sheets:
                sheets.append(sheet)
            else:
                sheets[-1] = _with_notes(sheets[-1], sheet.head.notes)
            if len(sheets) == 1 and document.summary:
                sheets.append(_summary(document, part))
    if brand.contact and sheets:
        head = sheets[-1].head
        sheets[-1] = replace(sheets[-1], head=replace(head, source=(*head.source, brand.contact)))
    return sheets


def _groups(part: DocumentPart) -> list[tuple[Section, ...]]:
    if part.id in _TOGETHER:
        return [part.sections] if part.sections else []
    return [(section,) for section in part.sections]


def _sheet(document: Document, part: DocumentPart, sections: tuple[Section, ...], titles: set[str]) -> Sheet:
    """The slide of these sections; ``titles`` are taken already, and empty for the first slide."""
    notes = [line for section in sections for line in section_lines(section)]
    drawn, silent = _draw(part, sections)
    legends = [*_legends(sections), _more() if silent else ""]
    last = "   ".join(part for part in legends if part)
    if not titles:
        situation = " ".join(document.situation)
        head = Head(
            SUMMARY,
            without_stop(document.headline),
            document.second,
            (situation, document.sources_note, last),
            (
                f"{document.organisation} – {document.title}",
                document.headline,
                document.second,
                *document.situation,
                *notes,
            ),
        )
        return Sheet(head, drawn)
    title, sentence = _title(document, part, sections, titles)
    measured = any(isinstance(block, _MEASURED) for section in sections for block in section.blocks)
    source = (document.sources_short if measured else "", last)
    if sections[0] is part.sections[0]:
        notes = [f"{part.title}: {part.message}" if part.message else part.title, *notes]
    signs = [block for section in sections for block in section.blocks if isinstance(block, Matrix)]
    head = Head(SLIDE, title, sentence, source, tuple(notes), legend(signs[0]) if signs else ())
    return Sheet(head, drawn)


def _draw(part: DocumentPart, sections: tuple[Section, ...]) -> tuple[tuple[Grid, ...], bool]:
    """The grids of the sections, and whether something of them is in the notes only.

    Sentences are shown where a section that should have a figure has none; beside one they are the speaker's.
    """
    shown: list[Grid] = []
    silent = False
    labels = label_width(sections)
    for section in sections:
        figures = [block for block in section.blocks if isinstance(block, Figure)]
        words = [block for block in section.blocks if isinstance(block, Words)]
        quiet = len(figures) + len(words) < len(section.blocks)
        blocks = figures or (words if part.id in _WITH_FIGURES and not quiet else [])
        silent = silent or quiet or bool(figures and words) or any(map(_says_more, figures))
        shown += [block_grid(section, block, labels) for block in blocks]
    return tuple(shown), silent


def _says_more(block: Figure) -> bool:
    """Whether a table is short for what the notes say in full: evidence, or a comment."""
    return isinstance(block, Recommendations) or (
        isinstance(block, Steps) and any(step.comment for step in block.rows)
    )


def _title(
    document: Document, part: DocumentPart, sections: tuple[Section, ...], titles: set[str]
) -> tuple[str, str]:
    """The message as title where it is a sentence that fits, and what the sentence below says then.

    No two slides have the same title, but for those that go on: people find a slide by it.
    """
    section = sections[0]
    first, *others = sentences(section.message)
    choices = [(without_stop(first), " ".join(others)), (section.name, section.message or part.message)]
    advice = any(isinstance(block, Recommendations) for block in section.blocks)
    if part.claim and not advice and section is part.sections[0]:
        choices.insert(0, (without_stop(part.claim), part.message))
    elif any(isinstance(block, Needs) for block in section.blocks):
        choices.insert(0, (without_stop(sentences(document.second)[0]), section.message))
    choices = [(title, _without_start(sentence, title)) for title, sentence in choices]
    fitting = (
        choice for choice in choices if 0 < len(choice[0]) <= _LONGEST_TITLE and choice[0] not in titles
    )
    return next(fitting, (section.name, section.message))


def _without_start(sentence: str, title: str) -> str:
    """What a sentence says beyond the title."""
    rest = sentence.removeprefix(title)
    return sentence if rest == sentence or rest[:1] not in (".", "") else rest.removeprefix(".").lstrip()


def _summary(document: Document, part: DocumentPart) -> Sheet:
    """The consultant's summary, which gets a slide of its own after the first."""
    comment = document.summary
    assert comment is not None  # noqa: S101 - the caller has looked
    head = Head(SLIDE, part.title, comment.author, (), tuple(comment_lines(comment)))
    return Sheet(head, text=comment.text)


def _more() -> str:
    return _("More about this in the speaker notes.")


def _with_notes(sheet: Sheet, lines: tuple[str, ...]) -> Sheet:
    """The slide with more lines in its notes, and on it that there are some."""
    head = sheet.head
    last = head.source[-1] if head.source else ""
    if not last.endswith(_more()):
        last = f"{last}   {_more()}" if last else _more()
    return replace(sheet, head=replace(head, source=(*head.source[:-1], last), notes=(*head.notes, *lines)))


def _legends(sections: tuple[Section, ...]) -> list[str]:
    """What hatching means, where it occurs."""
    blocks = [block for section in sections for block in section.blocks]
    rows = [item for block in blocks if isinstance(block, Differences) for item in block.rows]
    hatched = [_("Hatched: not known.")] if any(item.gap and not item.gap.exact for item in rows) else []
    bands = [block.legend for block in blocks if isinstance(block, Bands) and block.legend]
    return [*hatched, *bands]
