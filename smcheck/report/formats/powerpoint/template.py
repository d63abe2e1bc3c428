"""A template opened: its layouts and their placeholders, found by name."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout

from smcheck.files.reading import read_bytes
from smcheck.report.formats.powerpoint.names import LAYOUTS, PLACEHOLDERS
from smcheck.words.fault import Fault, nearest, quote
from smcheck.words.language import _

DEFAULT = Path(__file__).parent / "default.pptx"
_MOST_BYTES = 50_000_000
_MOST_UNPACKED = 200_000_000
_FOR_TEXT = {
    PP_PLACEHOLDER.TITLE,
    PP_PLACEHOLDER.CENTER_TITLE,
    PP_PLACEHOLDER.SUBTITLE,
    PP_PLACEHOLDER.BODY,
    PP_PLACEHOLDER.OBJECT,
}
_NO_DECK = (BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, AttributeError, OSError)
"""What python-pptx raises where a file is no presentation, by what is wrong with it."""


def open_template(path: Path | None) -> Deck:
    """The template's presentation, the default one without a path.

    Raises:
        Fault: it cannot be read, is no presentation, is too large, has macros, or loads something from
            elsewhere.
    """
    file = DEFAULT if path is None else path
    expected = _("a PowerPoint file (.pptx)")
    content = read_bytes(file, _MOST_BYTES)
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _MOST_UNPACKED:
            raise Fault(_("the file is larger than 200 MB when unpacked"), file=str(file), expected=expected)
        deck = Presentation(BytesIO(content))
    except _NO_DECK as error:
        raise Fault(_("this is no presentation"), file=str(file), expected=expected) from error
    _refuse_danger(deck, str(file), expected)
    return deck


def _refuse_danger(deck: Deck, file: str, expected: str) -> None:
    """Neither macros nor pictures from elsewhere go to a client unseen; links may stay.

    Raises:
        Fault: the presentation has one of them.
    """
    if "macro" in deck.part.content_type.lower():
        raise Fault(_("the presentation holds macros"), file=file, expected=expected)
    for part in deck.part.package.iter_parts():
        for relation in part.rels.values():
            if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
                raise Fault(
                    _("something is loaded from {address}").format(address=quote(relation.target_ref)),
                    file=file,
                    place=str(part.partname),
                    expected=_("pictures within the file"),
                )


def layout_of(deck: Deck, name: str) -> SlideLayout:
    """The layout of this name in any of the masters.

    Raises:
        Fault: there is none, naming the nearest that is there.
    """
    layouts: dict[str, SlideLayout] = {
        layout.name: layout for master in deck.slide_masters for layout in master.slide_layouts
    }
    if name in layouts:
        return layouts[name]
    raise Fault(
        _("the layout {name} is missing").format(name=quote(name)),
        place=_("slide master"),
        expected=_("layouts named {names}").format(names=" · ".join(LAYOUTS)),
        nearest=nearest(name, layouts),
    )


def placeholder_of(layout: SlideLayout, name: str) -> BaseShape:
    """The layout's placeholder of this name, which can hold text.

    Raises:
        Fault: there is none, naming the nearest that is there, or it is one for something else.
    """
    shapes: dict[str, BaseShape] = {shape.name: shape for shape in [*layout.placeholders]}
    if name not in shapes:
        raise Fault(
            _("the placeholder {name} is missing").format(name=quote(name)),
            place=layout.name,
            expected=_("placeholders named {names}").format(names=" · ".join(PLACEHOLDERS)),
            nearest=nearest(name, shapes),
        )
    if shapes[name].placeholder_format.type in _FOR_TEXT:
        return shapes[name]
    raise Fault(
        _("the placeholder {name} cannot hold text").format(name=quote(name)),
        place=layout.name,
        expected=_("a placeholder for text"),
    )
