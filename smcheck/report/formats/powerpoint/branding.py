"""The brand in the default template: colour and font in its theme, logo on its master."""

from io import BytesIO

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Mm

from smcheck.report.brand import Brand
from smcheck.report.formats.theme import theme_in_brand
from smcheck.words.controls import escape_controls

_LOGO_WIDTH, _LOGO_HEIGHT = 32, 9
_RIGHT, _TOP = 314.67, 6.5


def apply_brand(deck: Deck, brand: Brand) -> None:
    """Put colour, font and logo into the presentation's master and theme.

    A logo in SVG is left to the name in the foot: PowerPoint takes one only beside the same picture in PNG.
    """
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme_in_brand(theme.blob, brand)
    if brand.logo and brand.logo.kind == "png":
        _add_logo(deck, brand)


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
