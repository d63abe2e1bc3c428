"""A logo read from its file: a picture, and nothing that lives.

A PNG is taken by its first bytes. An SVG is a document that could run scripts, fetch from elsewhere or hold
another page: one that has anything of the kind is refused, whatever shows it later.
"""

import re
from io import BytesIO
from pathlib import Path
from warnings import catch_warnings, simplefilter
from xml.etree import ElementTree as ET

from smcheck.files.reading import read_bytes
from smcheck.report.brand import Logo
from smcheck.report.make import needing_libraries
from smcheck.words.fault import Fault, quote_short
from smcheck.words.language import _

MOST_BYTES = 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_DRAWING = re.compile(
    r"svg|g|defs|symbol|use|switch|title|desc|metadata|style|path|rect|circle|ellipse|line|polyline|polygon"
    r"|text|tspan|textPath|image|marker|clipPath|mask|pattern|linearGradient|radialGradient|stop"
    r"|filter|fe[A-Z]\w+"
)
"""The elements of SVG that draw or describe, and can do nothing else."""
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpeg);base64,)", re.IGNORECASE)
"""What a reference may begin with: a part of the same picture, or a picture that is in it."""
_OUTSIDE = re.compile(r"""url\(\s*['"]?(?!#)|@import|javascript:|\\|expression\s*\(""", re.IGNORECASE)
"""What in a style or an attribute would fetch or run something, backslashes that could hide it included."""


def load_logo(file: Path) -> Logo:
    """The logo in a file.

    Raises:
        Fault: it cannot be read, is neither PNG nor SVG, or is an SVG with more in it than a picture.
    """
    content = read_bytes(file, MOST_BYTES)
    if content.startswith(_PNG):
        _check_png(content, str(file))
        return Logo(content, "png")
    if file.suffix.lower() != ".svg":
        raise Fault(_("no picture that a report can show"), file=str(file), expected=_("a PNG or an SVG"))
    try:
        _check_svg(content)
    except Fault as fault:
        raise fault.within(str(file)) from None
    return Logo(content, "svg")


def _check_png(content: bytes, file: str) -> None:
    with needing_libraries("PNG"):
        from PIL import Image  # not for a brand without a logo
    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=["PNG"]) as picture:
                picture.load()
    except Exception:  # noqa: BLE001 - Pillow's decoders raise many kinds
        raise Fault(_("not a whole PNG"), file=file, expected=_("a PNG or an SVG")) from None


def _check_svg(content: bytes) -> None:
    try:
        text = content.decode("utf-8-sig")
        for sign in ("<!DOCTYPE", "<!ENTITY", "<?xml-stylesheet"):
            if sign.lower() in text.lower():
                raise _alive(sign)
        root = ET.fromstring(text)  # noqa: S314 - without a document type there are no entities
    except (UnicodeDecodeError, ET.ParseError, ValueError, RecursionError) as error:
        raise Fault(_("not SVG ({reason})").format(reason=error)) from None
    if root.tag != f"{_SVG}svg":
        raise Fault(_("not SVG ({reason})").format(reason=quote_short(root.tag)), expected="<svg xmlns=…>")
    for element in root.iter():
        _check_element(element)


def _check_element(element: ET.Element) -> None:
    tag = str(element.tag)
    if tag.startswith(_XHTML) or (tag.startswith(_SVG) and not _DRAWING.fullmatch(tag.removeprefix(_SVG))):
        raise _alive(f"<{tag.rpartition('}')[2]}>")
    for name, value in element.attrib.items():
        local = name.rpartition("}")[2].lower()
        is_reference = local in {"href", "src", "base"}
        if local.startswith("on") or (is_reference and not _INSIDE.match(value)) or _OUTSIDE.search(value):
            raise _alive(f"{local}={value}")
    if tag == f"{_SVG}style" and _OUTSIDE.search(element.text or ""):
        raise _alive("<style>")


def _alive(found: str) -> Fault:
    text = _("{found} in a logo, which could run or fetch something").format(found=quote_short(found))
    return Fault(text, expected=_("an SVG that only draws; most programs save one as “plain SVG”"))
