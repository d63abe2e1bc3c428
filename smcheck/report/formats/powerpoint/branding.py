"""The brand in the default template: colour and font in its theme, logo on its master."""

import re
from io import BytesIO

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Mm

from smcheck.report.brand import Brand
from smcheck.words.controls import escape_controls

_LOGO_WIDTH, _LOGO_HEIGHT = 32, 9
_RIGHT, _TOP = 314.67, 6.5


def apply_brand(deck: Deck, brand: Brand) -> None:
    """Put colour, font and logo into the presentation's master and theme.

    The readable colour is for charts and numbers, the untouched one for the bar at the edge. A logo in SVG
    is left to the name in the foot: PowerPoint takes one only beside a picture of the same in PNG.
    """
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode()
    colours = {"accent2": brand.colour, "accent3": brand.tint}
    colours |= dict.fromkeys(("accent1", "hlink", "folHlink"), brand.readable)
    for name, colour in colours.items():
        text = re.sub(f'(<a:{name}><a:srgbClr val=")[^"]*', rf"\g<1>{colour.lstrip('#')}", text)
    if brand.font:
        font = _attribute(brand.font)
        text = re.sub(r'<a:latin typeface="[^"+]*"', lambda _match: f'<a:latin typeface="{font}"', text)
    theme._blob = text.encode()
    if brand.logo and brand.logo.kind == "png":
        _add_logo(deck, brand)


def _attribute(text: str) -> str:
    escaped = escape_controls(text).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return escaped[:100]


def _add_logo(deck: Deck, brand: Brand) -> None:
    assert brand.logo is not None  # noqa: S101 - the caller has looked
    master = deck.slide_master
    image, relation = master.part.get_or_add_image_part(BytesIO(brand.logo.content))
    wide, tall = image.image.size
    scale = min(_LOGO_WIDTH / wide, _LOGO_HEIGHT / tall)
    size = Mm(wide * scale), Mm(tall * scale)
    # A master has no method that adds a picture.
    tree = master.shapes._spTree
    number = max(int(shape.get("id")) for shape in tree.iter(qn("p:cNvPr"))) + 1
    tree.add_pic(number, "Logo", escape_controls(brand.name), relation, Mm(_RIGHT) - size[0], Mm(_TOP), *size)
