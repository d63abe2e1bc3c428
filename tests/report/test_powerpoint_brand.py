"""A brand in the default template: its colours, font, logo and foot, and nothing else."""

import re
from pathlib import Path

from pptx.util import Mm

from smcheck.report.brand import INK, Brand, Logo
from smcheck.report.formats.powerpoint import render, verify
from smcheck.report.formats.powerpoint.template import DEFAULT
from support.logo import png
from support.reports import document_named
from support.slides import all_text, parts, read

BRAND = Brand(
    name="Muster & Söhne <Beratung>",
    colour="#FFCC00",
    readable="#7A6200",
    tint="#FFF0B3",
    font='Muster "Sans"',
    footer="Vertraulich",
    contact="beratung@example.com",
)


def test_colours_and_font_are_the_themes() -> None:
    """The readable colour draws, the untouched one is for the bar at the edge; ink stays."""
    theme = parts(render(document_named("example", "de"), BRAND))["ppt/theme/theme1.xml"].decode()

    colours = dict(re.findall(r'<a:(\w+)><a:srgbClr val="(\w+)"', theme))
    assert (colours["accent1"], colours["accent2"], colours["accent3"]) == ("7A6200", "FFCC00", "FFF0B3")
    assert colours["hlink"] == colours["folHlink"] == "7A6200"
    assert INK.lstrip("#") == colours["dk1"]
    assert 'typeface="Muster &quot;Sans&quot;"' in theme


def test_name_foot_and_contact_stand_on_the_slides() -> None:
    """As text, whatever signs they hold."""
    document = document_named("example", "de")
    content = render(document, BRAND)

    verify(content, document)
    text = all_text(content)
    for expected in (BRAND.name, BRAND.footer, BRAND.contact):
        assert expected in text


def test_a_logo_fits_into_its_place() -> None:
    """At most 32 × 9 mm at the right margin, its proportions kept."""
    for width, height in ((640, 90), (100, 400)):
        brand = Brand(name="Muster", logo=Logo(png(width, height), "png"))
        master = read(render(document_named("example", "de"), brand)).slide_master

        (logo,) = [shape for shape in master.shapes if shape.name == "Logo"]

        assert logo.width <= Mm(32.01)
        assert logo.height <= Mm(9.01)
        assert abs(logo.width / logo.height - width / height) < 0.05
        assert abs(logo.left + logo.width - Mm(314.67)) < 36000


def test_a_logo_in_svg_is_left_to_the_name() -> None:
    """PowerPoint takes one only beside a picture of the same."""
    brand = Brand(name="Muster", logo=Logo(b"<svg/>", "svg"))
    content = render(document_named("example", "de"), brand)

    assert not [name for name in parts(content) if "media" in name]
    assert "Muster" in all_text(content)


def test_in_a_template_of_ones_own_the_theme_is_its_own(tmp_path: Path) -> None:
    """The brand's name stands in the foot, its colours do not."""
    file = tmp_path / "master.pptx"
    file.write_bytes(DEFAULT.read_bytes())

    content = render(document_named("example", "de"), BRAND, file)

    assert parts(DEFAULT.read_bytes())["ppt/theme/theme1.xml"] == parts(content)["ppt/theme/theme1.xml"]
    assert BRAND.name in all_text(content)
