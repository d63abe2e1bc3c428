"""A brand in the template that smcheck brings along: colours and font of the theme, and the logo."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import InlineImage

from smcheck.report.brand import OWN_COLOUR, Brand
from smcheck.report.brand_colour import readable_on, tint_of
from smcheck.report.formats.theme import theme_in_brand
from smcheck.report.formats.word.canvas import PAPER

_LOGO_WIDTH, _LOGO_HEIGHT = 32, 9
"""Millimetres that a logo has at most."""


def apply_brand(document: Any, brand: Brand) -> None:
    """Puts a brand's colours and font into theme and styles; texts and places stay as they are."""
    theme = next(part for part in document.part.package.iter_parts() if part.partname.endswith("theme1.xml"))
    theme._blob = theme_in_brand(theme.blob, brand)
    # Programs that do not ask the theme read the colours beside its names.
    for element in document.styles.element.iter(qn("w:color")):
        if element.get(qn("w:val")) == OWN_COLOUR[1:]:
            element.set(qn("w:val"), brand.readable[1:])
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.HEADER:
            for bar in relation.target_part.element.iter(qn("w:shd")):
                bar.set(qn("w:fill"), brand.colour[1:])


def colour_of_theme(document: Any, brand: Brand) -> Brand:
    """The brand in the first accent of a template's theme, where it has no colour of its own."""
    themes = [part for part in document.part.package.iter_parts() if part.content_type.endswith("theme+xml")]
    accent = (
        re.search(rb'<a:accent1>\s*<a:srgbClr val="([0-9A-Fa-f]{6})"', themes[0].blob) if themes else None
    )
    if accent is None or brand.colour != OWN_COLOUR:
        return brand
    readable = readable_on(f"#{accent[1].decode().upper()}", PAPER)
    return replace(brand, readable=readable, tint=tint_of(readable, PAPER))


def logo_picture(template: Any, brand: Brand) -> object:
    """The logo for a line of text, at most 32 × 9 mm; nothing where there is none that Word can show.

    Word shows an SVG only beside a picture of another kind; the brand's name stands for it.
    """
    if brand.logo is None or brand.logo.kind != "png":
        return ""
    image = Image.from_blob(brand.logo.content)
    high = image.px_height / image.px_width > _LOGO_HEIGHT / _LOGO_WIDTH
    size = {"height": Mm(_LOGO_HEIGHT)} if high else {"width": Mm(_LOGO_WIDTH)}
    return InlineImage(template, BytesIO(brand.logo.content), **size)
