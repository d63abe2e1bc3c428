"""A brand's file: YAML or TOML, the keys of brand.yml, a logo that only draws, faults that help."""

from pathlib import Path

import pytest

from smcheck.report.brand import PLAIN
from smcheck.report.brand_colour import PAPER, contrast
from smcheck.report.brand_file import load_brand
from smcheck.words.fault import Fault
from support.logo import png

PNG = png(40, 10)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
YAML = """\
meta:
  name: Muster & Beispiel Beratung
logo: logo.svg
color:
  palette: {sun: "#FC0"}
  primary: sun
  secondary: "#123456"
typography:
  base: {family: Lato, weight: [400, 700]}
  fonts: [{family: Lato, source: file}]
footer: Vertraulich
contact: |
  Beispielstraße 1
  12345 Musterstadt
defaults: {bootstrap: {}}
"""
TOML = """\
logo = "logo.svg"
footer = "Vertraulich"
contact = "Beispielstraße 1\\n12345 Musterstadt\\n"
meta.name = "Muster & Beispiel Beratung"
color.primary = "#ffcc00"
typography.base = "Lato"
"""


def brand_file(folder: Path, text: str, name: str = "_brand.yml") -> Path:
    """A brand's file with this text, a logo beside it."""
    (folder / "logo.svg").write_text(SVG.format('<path d="M0 0h9v9z" fill="url(#g)"/>'), encoding="utf-8")
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def refused(file: Path) -> str:
    """What is said of a brand that is refused."""
    with pytest.raises(Fault) as caught:
        load_brand(file)
    return str(caught.value)


def test_yaml_and_toml_say_the_same(tmp_path: Path) -> None:
    """Every key, as brand.yml writes it; what a report does not use may stand in the file."""
    brand = load_brand(brand_file(tmp_path, YAML))
    assert brand == load_brand(brand_file(tmp_path, TOML, "brand.toml"))
    assert (brand.name, brand.font, brand.footer) == ("Muster & Beispiel Beratung", "Lato", "Vertraulich")
    assert brand.contact == "Beispielstraße 1\n12345 Musterstadt"
    assert brand.logo is not None
    assert (brand.logo.kind, brand.logo.content) == ("svg", (tmp_path / "logo.svg").read_bytes())
    assert brand.colour == "#FFCC00"
    assert brand.readable != brand.colour
    assert contrast(brand.readable, PAPER) >= 4.5
    assert brand.readable_dark == brand.colour


def test_an_empty_file_is_no_brand(tmp_path: Path) -> None:
    """All is as in reports without one."""
    assert load_brand(brand_file(tmp_path, "")) == PLAIN
    assert load_brand(brand_file(tmp_path, "", "brand.toml")) == PLAIN


@pytest.mark.parametrize("word", ["No", "on", "null", "1e3", "007", "2026-11-22"])
def test_yaml_takes_a_name_for_a_name(tmp_path: Path, word: str) -> None:
    """What YAML would read as false, nothing, a number or a day is the text that stands there."""
    assert load_brand(brand_file(tmp_path, f"meta: {{name: {word}}}")).name == word


@pytest.mark.parametrize(
    ("text", "place", "near"),
    [
        ("colour: {primary: '#fff'}", "_brand.yml: colour", "color"),
        ("color: {primry: '#fff'}", "color.primry", "primary"),
        ("meta: {nam: x}", "meta.nam", "name"),
        ("color: {palette: {forest: '#050'}, primary: forrest}", "color.primary", "forest"),
        ("typography: {base: {famly: Lato}}", "typography.base", ""),
        ("color: {primary: '#12345'}", "color.primary", ""),
        ("color: {primary: red}", "color.primary", ""),
        ("color: [1]", "color", ""),
        ("- meta", "_brand.yml", ""),
        ("meta: {name: a, name: b}", "line 1, column 17", ""),
        ("meta: &a {name: x}\ndefaults: *a", "_brand.yml", ""),
        ("meta: {name: [}", "line 1", ""),
        ("\x00", "_brand.yml", ""),
        ("[" * 30_000, "_brand.yml", ""),
        ("meta: {name: " + "x" * 201 + "}", "meta.name", ""),
    ],
)
def test_a_fault_names_place_and_nearest_key(tmp_path: Path, text: str, place: str, near: str) -> None:
    """File, place, what was found, what would be right."""
    said = refused(brand_file(tmp_path, text))
    assert place in said
    assert str(tmp_path) in said
    assert (f"Did you mean “{near}”?" in said) == bool(near)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onclick="alert(1)"/>',
        '<a href="#x"><path/></a>',
        '<image href="https://example.invalid/x.png"/>',
        '<image xlink:href="//example.invalid/x.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<use href="other.svg#part"/>',
        '<path fill="url(https://example.invalid/)"/>',
        "<path style=\"fill: url( 'http://example.invalid/')\"/>",
        "<style>@import 'https://example.invalid/x.css';</style>",
        r"<style>path { fill: u\72l(//example.invalid) }</style>",
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="href" to="x"/>',
        "<foreignObject/>",
        '<html:iframe xmlns:html="http://www.w3.org/1999/xhtml" src="x"/>',
        "<svg:path",
        "<?xml-stylesheet href='x'?>",
    ],
)
def test_a_logo_that_does_more_than_draw_is_refused(tmp_path: Path, inside: str) -> None:
    """Scripts, events, references to elsewhere, other documents, animations."""
    file = brand_file(tmp_path, "logo: logo.svg")
    (tmp_path / "logo.svg").write_text(SVG.format(inside), encoding="utf-8")
    assert str(tmp_path / "logo.svg") in refused(file)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    """Entities could make much of little."""
    file = brand_file(tmp_path, "logo: logo.svg")
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;")
    (tmp_path / "logo.svg").write_text(bomb, encoding="utf-8")
    assert "<!DOCTYPE" in refused(file)


def test_what_drawing_programs_write_is_taken(tmp_path: Path) -> None:
    """A picture within the picture, parts used again, gradients, marks of the program."""
    inside = (
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><use xlink:href="#g"/>'
        '<style>.a { fill: url(#g) }</style><image href="data:image/png;base64,AAAA"/>'
        '<view xmlns="http://www.inkscape.org/namespaces/inkscape" zoom="1"/><title>Beispiel</title>'
    )
    file = brand_file(tmp_path, "logo: {medium: {light: logo.svg}}")
    (tmp_path / "logo.svg").write_text(SVG.format(inside), encoding="utf-8")
    logo = load_brand(file).logo
    assert logo is not None
    assert logo.kind == "svg"


def test_a_png_is_taken_by_its_bytes(tmp_path: Path) -> None:
    """Whatever its name; what is neither is refused, and so is a missing file, each by its name."""
    file = brand_file(tmp_path, "logo: logo.dat")
    assert "logo.dat" in refused(file)
    (tmp_path / "logo.dat").write_bytes(PNG)
    logo = load_brand(file).logo
    assert logo is not None
    assert (logo.kind, logo.content) == ("png", PNG)
    (tmp_path / "logo.dat").write_bytes(b"GIF89a")
    assert "expected: a PNG or an SVG" in refused(file)


@pytest.mark.parametrize(
    "content",
    [PNG[:-26], PNG[:8] + b" and a picture", png(10_000, 10_000, "1")],
    ids=["cut off", "something else", "vast"],
)
def test_a_png_that_is_no_whole_picture(tmp_path: Path, content: bytes) -> None:
    """Cut off, something else behind its first bytes, or one that would fill the memory: refused by name."""
    (tmp_path / "logo.png").write_bytes(content)
    assert "logo.png: not a whole PNG" in refused(brand_file(tmp_path, "logo: logo.png"))
