"""A brand read from its file, in the keys of brand.yml: YAML, or the same as TOML.

The keys that a report uses are few; the others that brand.yml knows may stand in the file.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from smcheck.files.reading import read_bytes
from smcheck.files.toml import parse_toml
from smcheck.pack.models import Model
from smcheck.pack.shapes import build
from smcheck.report.brand import OWN_COLOUR, Brand
from smcheck.report.brand_colour import DARK_PAPER, PAPER, readable_on, tint_of
from smcheck.report.brand_logo import load_logo
from smcheck.words.fault import Fault, nearest, quote_short
from smcheck.words.language import _

MOST_BYTES = 64 * 1024
_HEX = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?")

_Line = Annotated[str, StringConstraints(max_length=200)]
_Lines = Annotated[str, StringConstraints(max_length=1000)]
_Unused = object
"""What brand.yml knows and a report does not use."""


class _Meta(Model):
    name: _Line = ""
    link: _Unused = None


class _Colours(Model):
    primary: str = ""
    palette: dict[str, str] = Field(default_factory=dict)
    foreground: _Unused = None
    background: _Unused = None
    secondary: _Unused = None
    tertiary: _Unused = None
    success: _Unused = None
    info: _Unused = None
    warning: _Unused = None
    danger: _Unused = None
    light: _Unused = None
    dark: _Unused = None
    link: _Unused = None


class _Typography(Model):
    base: _Line = ""
    fonts: _Unused = None
    headings: _Unused = None
    monospace: _Unused = None
    monospace_inline: _Unused = Field(None, alias="monospace-inline")
    monospace_block: _Unused = Field(None, alias="monospace-block")
    link: _Unused = None


class _BrandFile(Model):
    meta: _Meta = _Meta()
    logo: str = ""
    color: _Colours = _Colours()
    typography: _Typography = _Typography()
    footer: _Lines = ""
    contact: _Lines = ""
    defaults: _Unused = None


def load_brand(file: Path) -> Brand:
    """The brand in a file; a logo's place is told from that of the file.

    Raises:
        Fault: it cannot be read or does not fit; it names file, place and the nearest key.
    """
    content = read_bytes(file, MOST_BYTES)
    if file.suffix.lower() == ".toml":
        data: object = parse_toml(content, str(file))
    else:
        from smcheck.report.yaml import parse_yaml

        data = parse_yaml(content, str(file))
    found = build(_BrandFile, _simplify(data), str(file))
    brand = Brand(
        name=found.meta.name.strip(),
        logo=load_logo(file.parent / found.logo) if found.logo else None,
        font=found.typography.base.strip(),
        footer=found.footer.strip(),
        contact=found.contact.strip(),
    )
    colour = _colour(found.color, str(file))
    return brand if colour == OWN_COLOUR else _in_colour(brand, colour)


def _in_colour(brand: Brand, colour: str) -> Brand:
    """The brand in a colour, with what is made of it."""
    readable, on_dark = readable_on(colour, PAPER), readable_on(colour, DARK_PAPER)
    return replace(
        brand,
        colour=colour,
        readable=readable,
        readable_dark=on_dark,
        tint=tint_of(readable, PAPER),
        tint_dark=tint_of(on_dark, DARK_PAPER),
    )


def _simplify(data: object) -> object:
    """The file's tables with one text where brand.yml may have a table: full name, logo, font family."""
    if not isinstance(data, Mapping):
        return data
    simple = dict(data)
    for table, key, names in (
        ("meta", "name", ("full", "short")),
        ("typography", "base", ("family",)),
    ):
        if isinstance(simple.get(table), Mapping) and key in simple[table]:
            simple[table] = {**simple[table], key: _first(simple[table][key], names)}
    if "logo" in simple:
        simple["logo"] = _first(_first(simple["logo"], ("medium", "large", "small")), ("light", "path"))
    return simple


def _first(value: Any, names: tuple[str, ...]) -> Any:
    """A table's first entry of these names; anything else as it is."""
    if not isinstance(value, Mapping):
        return value
    return next((value[name] for name in names if name in value), value)


def _colour(colours: _Colours, file: str) -> str:
    """The one colour, as ``#RRGGBB``: as written, or by its name in the palette."""
    if not colours.primary:
        return OWN_COLOUR
    written = colours.palette.get(colours.primary, colours.primary).strip()
    if not _HEX.fullmatch(written):
        near = nearest(written, colours.palette)
        expected = _("a colour such as #00566B, or a name from color.palette")
        text = _("found {value}").format(value=quote_short(written))
        raise Fault(text, file=file, place="color.primary", expected=expected, nearest=near)
    digits = written[1:].upper()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
