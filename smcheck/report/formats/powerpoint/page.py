"""One slide: its placeholders filled by name, its foot, and the room for what is drawn."""

from copy import deepcopy
from dataclasses import dataclass, replace

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame
from pptx.util import Pt

from smcheck.report.formats.powerpoint.measure import count_lines, height
from smcheck.report.formats.powerpoint.names import CONTENT, SENTENCE, SLIDE, SOURCE, SUMMARY, TITLE
from smcheck.report.formats.powerpoint.table import Rect
from smcheck.report.formats.powerpoint.template import placeholder_of
from smcheck.report.formats.powerpoint.text import Run, write_lines, write_runs

_EMU = 36000
_TITLE_POINTS = (28, 24, 20)
_SENTENCE_POINTS = {SUMMARY: (18, 16, 14, 12), SLIDE: (14, 12, 10)}
"""From the size that the layout has, down to the least; what stands below has room for two lines above it."""
_SOURCE_POINTS = (11, 10, 9, 8)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on a slide around its content; a slide that goes on has the same.

    ``notes`` are the lines that the speaker sees. ``legend`` explains signs, in their own looks.
    """

    layout: str
    title: str
    sentence: str
    source: tuple[str, ...]
    notes: tuple[str, ...]
    legend: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Foot:
    """The line at the foot of every slide, and the language of all text (``de-DE``)."""

    text: str
    language: str


def room_of(layout: SlideLayout, *, whole: bool) -> Rect:
    """The content's place, with ``whole`` from where the sentence would begin."""
    content = placeholder_of(layout, CONTENT)
    top = min(content.top, placeholder_of(layout, SENTENCE).top) if whole else content.top
    lengths = content.left, top, content.width, content.top + content.height - top
    return Rect(*(length / _EMU for length in lengths))


def _bind_last_words(title: str) -> str:
    """A title whose last two words stay together."""
    start, space, last = title.rpartition(" ")
    return f"{start}\u00a0{last}" if space and len(last) < 20 else title


class Page:
    """A slide under way."""

    def __init__(self, deck: Deck, layout: SlideLayout, head: Head, foot: Foot) -> None:
        self.slide: Slide = deck.slides.add_slide(layout)
        self.language = foot.language
        self.top = 0.0
        """Millimetres below the upper edge of the content."""
        self._shapes = {
            name: self._placeholder(placeholder_of(layout, name))
            for name in (TITLE, SENTENCE, CONTENT, SOURCE)
        }
        self.room = room_of(layout, whole=not head.sentence)
        self._write(TITLE, [_bind_last_words(head.title)])
        self._fit(TITLE, head.title, _TITLE_POINTS)
        self._write(SENTENCE, [head.sentence])
        self._fit(SENTENCE, head.sentence, _SENTENCE_POINTS[head.layout])
        self._write_source(head)
        self._add_foot(layout, foot)
        if head.notes:
            frame = self.slide.notes_slide.notes_text_frame
            if frame is not None:
                write_lines(frame, list(head.notes), self.language)

    @property
    def left_over(self) -> float:
        """The height that is still free, in millimetres."""
        return self.room.height - self.top

    def take(self, tall: float) -> Rect:
        """The next ``tall`` millimetres of the content."""
        place = Rect(self.room.left, self.room.top + self.top, self.room.width, tall)
        self.top += tall
        return place

    def write_content(self, lines: list[str]) -> None:
        """Fill the content's placeholder with text."""
        self._write(CONTENT, lines)

    def finish(self) -> None:
        """Put what was drawn where the content's placeholder was, which is also the order of reading."""
        content = self._shapes[CONTENT]
        if isinstance(frame := getattr(content, "text_frame", None), TextFrame) and frame.text:
            return
        tree = self.slide.shapes._spTree
        place = content._element
        for drawn in tree.findall(qn("p:graphicFrame")):
            place.addprevious(drawn)
        tree.remove(place)

    def _placeholder(self, of_layout: BaseShape) -> BaseShape:
        shape: BaseShape = self.slide.placeholders[of_layout.placeholder_format.idx]
        return shape

    def _write(self, name: str, lines: list[str]) -> None:
        shape = self._shapes[name]
        shape.name = name
        if lines := [line for line in lines if line]:
            write_lines(shape.text_frame, lines, self.language)  # type: ignore[attr-defined]
        elif name != CONTENT:
            shape._element.getparent().remove(shape._element)

    def _fit(self, name: str, text: str, sizes: tuple[int, ...]) -> None:
        """A text of more than two lines is set smaller, and its type is the layout's otherwise."""
        frame = self._shapes[name]
        for points in sizes:
            if count_lines((Run(text, points, bold=name == TITLE),), frame.width / _EMU) <= 2:
                break
        if points != sizes[0]:
            for run in frame.text_frame.paragraphs[0].runs:  # type: ignore[attr-defined]
                run.font.size = Pt(points)

    def _write_source(self, head: Head) -> None:
        """Legend and source, a paragraph each; where they are too high, all are set smaller."""
        legend = "".join(run.text for run in head.legend)
        self._write(SOURCE, [legend, *head.source])
        frame = self._shapes[SOURCE]
        lines = tuple(line for line in head.source if line)
        for points in _SOURCE_POINTS:
            # A sign, which has a font of its own, is a point larger than the words beside it.
            signs = tuple(
                replace(run, points=min(run.points, points + bool(run.font))) for run in head.legend
            )
            paragraphs = (*((signs,) if signs else ()), *((Run(line, points),) for line in lines))
            if sum(height(runs, frame.width / _EMU) for runs in paragraphs) <= frame.height / _EMU:
                break
        for number, paragraph in enumerate(frame.text_frame.paragraphs):  # type: ignore[attr-defined]
            if signs and number == 0:
                paragraph.clear()
                write_runs(paragraph, signs, self.language)
            elif points != _SOURCE_POINTS[0]:
                for run in paragraph.runs:
                    run.font.size = Pt(points)

    def _add_foot(self, layout: SlideLayout, foot: Foot) -> None:
        """Footer and slide number: python-pptx leaves both out when it makes a slide of a layout."""
        tree = self.slide.shapes._spTree
        for shape in [*layout.placeholders]:
            kind = shape.placeholder_format.type
            if kind not in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                continue
            element = deepcopy(shape._element)
            element.nvSpPr.cNvPr.set(
                "id", str(max(int(number) for number in tree.xpath("//@id[number(.)=.]")) + 1)
            )
            properties = element.find(qn("p:spPr"))
            for child in (*properties, *element.find(qn("p:txBody")).find(qn("a:lstStyle"))):
                child.getparent().remove(child)
            tree.append(element)
            added = self.slide.placeholders[shape.placeholder_format.idx]
            if kind == PP_PLACEHOLDER.FOOTER:
                write_lines(added.text_frame, [foot.text], foot.language)
            for run in element.iter(qn("a:rPr")):
                run.set("lang", foot.language)
