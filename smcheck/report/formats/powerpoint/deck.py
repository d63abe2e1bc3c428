"""The presentation: which slides there are, what stands on each, and what is left to the speaker's notes."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from smcheck.report.brand import PLAIN, Brand
from smcheck.report.document.model import Document
from smcheck.report.formats.powerpoint.branding import apply_brand
from smcheck.report.formats.powerpoint.grid import Grid
from smcheck.report.formats.powerpoint.names import CONTENT, SLIDE, SUMMARY
from smcheck.report.formats.powerpoint.outline import Sheet, outline
from smcheck.report.formats.powerpoint.page import Foot, Head, Page, room_of
from smcheck.report.formats.powerpoint.paragraphs import portions
from smcheck.report.formats.powerpoint.table import Rect
from smcheck.report.formats.powerpoint.template import layout_of, open_template, placeholder_of
from smcheck.words.controls import clip
from smcheck.words.fault import Fault

_FOOT_LENGTH = 160
_CLOSE_ROW = 7.7
"""The least height of a row of 14 points, in millimetres."""
_FEWEST = 2
"""Rows of a table that begin or end it on a slide."""
_GAP = 2.5
"""Millimetres between two grids on a slide."""


def render(document: Document, brand: Brand = PLAIN, template: Path | None = None) -> bytes:
    """The presentation's bytes; in a template of one's own the brand changes nothing but the foot.

    Raises:
        Fault: the template cannot be opened, or lacks a layout or placeholder.
    """
    deck = open_template(template)
    if template is None:
        apply_brand(deck, brand)
    try:
        _Slides(deck, document, brand).draw(outline(document, brand))
    except Fault as fault:
        raise fault.within(str(template or "")) from None
    _list_notes_master(deck)
    properties = deck.core_properties
    properties.title = clip(f"{document.organisation} – {document.title}", 250)
    properties.last_modified_by = "smcheck"
    if brand.name:
        properties.author = clip(brand.name, 250)
    properties.language = document.language
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _list_notes_master(deck: Deck) -> None:
    """Name the master of notes in the presentation, which python-pptx leaves out."""
    presentation = deck.part._element
    relations = deck.part.rels.items()
    for number in (number for number, to in relations if to.reltype == RELATIONSHIP_TYPE.NOTES_MASTER):
        if presentation.find(qn("p:notesMasterIdLst")) is None:
            listed = etree.Element(qn("p:notesMasterIdLst"))
            etree.SubElement(listed, qn("p:notesMasterId")).set(qn("r:id"), number)
            presentation.find(qn("p:sldMasterIdLst")).addnext(listed)


def _fit(grids: tuple[Grid, ...], room: Rect) -> tuple[Grid, ...]:
    """The grids with rows as tall as designed, or with closer ones where all fit on one slide then."""
    for least in (0, _CLOSE_ROW):
        fitted = tuple(grid.fit_width(room.width, least) for grid in grids)
        if _tall(fitted) <= room.height:
            return fitted
    return tuple(grid.fit_width(room.width) for grid in grids)


def _tall(grids: tuple[Grid, ...]) -> float:
    return sum(grid.tall(tuple(range(len(grid.rows)))) for grid in grids) + _GAP * (len(grids) - 1)


class _Slides:
    """Draws sheets one after the other."""

    def __init__(self, deck: Deck, document: Document, brand: Brand) -> None:
        self._deck = deck
        parts = (document.organisation, document.date_words, brand.name, brand.footer)
        text = clip("   ".join(part for part in parts if part), _FOOT_LENGTH)
        self._foot = Foot(text, document.locale)
        # All layouts are looked for first: a fault is better than half a presentation.
        self._layouts = {name: layout_of(deck, name) for name in (SUMMARY, SLIDE)}

    def draw(self, sheets: Iterable[Sheet]) -> None:
        for sheet in sheets:
            if sheet.text:
                self._draw_text(sheet)
            else:
                self._draw_grids(sheet)

    def _new(self, head: Head) -> Page:
        return Page(self._deck, self._layouts[head.layout], head, self._foot)

    def _draw_text(self, sheet: Sheet) -> None:
        content = placeholder_of(self._layouts[sheet.head.layout], CONTENT)
        head = sheet.head
        for lines in portions(sheet.text, content.width / 36000, content.height / 36000):
            page = self._new(head)
            page.write_content(lines)
            page.finish()
            head = replace(head, notes=())

    def _draw_grids(self, sheet: Sheet) -> None:
        head, grids = self._fit(sheet)
        page = self._new(head)
        for grid in grids:
            start = 0
            while start < len(grid.rows):
                numbers = self._choose(page, grid, start)
                if not numbers:
                    page.finish()
                    page = self._new(head)
                    continue
                grid.draw(page, numbers)
                page.take(_GAP)
                start += len(numbers)
        page.finish()

    def _fit(self, sheet: Sheet) -> tuple[Head, tuple[Grid, ...]]:
        """The head and the grids as wide as the slide.

        Where all fits without the sentence only, that is left to the speaker notes; the first slide's stays.
        """
        head, layout = sheet.head, self._layouts[sheet.head.layout]
        room = room_of(layout, whole=not head.sentence)
        grids = _fit(sheet.grids, room)
        if _tall(grids) > room.height and head.sentence and head.layout != SUMMARY:
            larger = room_of(layout, whole=True)
            closer = _fit(sheet.grids, larger)
            if _tall(closer) <= larger.height:
                return replace(head, sentence="", notes=(head.sentence, *head.notes)), closer
        return head, grids

    def _choose(self, page: Page, grid: Grid, start: int) -> tuple[int, ...]:
        """The next rows for this slide; none where they belong on another.

        Rows beside a chart stay together, and no row of others stands alone where it need not. A row that
        fits on no slide is drawn on one of its own.
        """
        rest = len(grid.rows) - start
        numbers = grid.fitting(start, page.left_over)
        if len(numbers) == rest:
            return numbers
        if len(numbers) == rest - 1 and len(numbers) > _FEWEST:  # the last row would stand alone
            numbers = numbers[:-1]
        if page.top == 0:
            return numbers or (start,)
        return () if grid.bars or len(numbers) < _FEWEST else numbers
