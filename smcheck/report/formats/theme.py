"""A brand in the theme of an Office file: its colours and its font."""

import re
from xml.sax.saxutils import escape

from smcheck.report.brand import Brand
from smcheck.report.formats.readable import readable


def theme_in_brand(theme: bytes, brand: Brand) -> bytes:
    """The theme's XML with the brand's colours, and with its font where it has one.

    The readable colour is for text, charts and numbers, the untouched one for the bar at the edge.
    """
    text = theme.decode()
    colours = {"accent2": brand.colour, "accent3": brand.tint}
    colours |= dict.fromkeys(("accent1", "hlink", "folHlink"), brand.readable)
    for name, colour in colours.items():
        text = re.sub(f'(<a:{name}><a:srgbClr val=")[^"]*', rf"\g<1>{colour.lstrip('#')}", text)
    if brand.font:
        font = escape(readable(brand.font), {'"': "&quot;"})
        text = re.sub('(<a:latin typeface=")[^"]*', lambda found: found[1] + font, text)
    return text.encode()
