"""The Word report: real headings, named styles, tables that go on, and nothing left out."""

import re
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.report.brand import Brand, Logo
from smcheck.report.document.model import Document, Need, Needs
from smcheck.report.formats.readable import readable
from smcheck.report.formats.word import render, verify
from smcheck.report.formats.word.canvas import Canvas
from smcheck.words.fault import Fault
from smcheck.words.language import LANGUAGES
from support.facts import facts
from support.reports import document_named, sheets
from support.word import BODY, all_text, matrix, read, report, steps_of


def part_of(content: bytes, name: str) -> str:
    """A part of a Word file as text."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_every_text_of_the_report_stands_in_it() -> None:
    """Each kind of block shows all that it holds."""
    assert missing(report()) == []


@pytest.mark.sample(5)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sheets())
def test_every_fact_of_any_report_stands_in_it(name: str, language: str) -> None:
    """Nothing is left out in silence, whatever was answered and typed."""
    document = document_named(name, language)
    assert missing(document) == []
    verify(render(document), document)


def missing(document: Document) -> list[str]:
    """The facts of a report that its Word file does not show.

    What changes by a step may be left out on page one, where it begins with “then”; it stands behind each
    recommendation without that word.
    """
    shown = folded(all_text(render(document)))
    effects = {step.effect for step in steps_of(document)}
    return [fact for fact in facts(document) if folded(readable(fact)) not in shown and fact not in effects]


def folded(text: str) -> str:
    """A text with all kinds of spaces as one."""
    return " ".join(text.split())


def test_headings_are_headings() -> None:
    """The navigation pane shows parts and sections; the headline is the title."""
    styles = [(p.style.name, p.text) for p in read(render(report())).paragraphs if p.style]
    assert ("Title", "In set-up you are below the surveyed companies.") in styles
    assert ("Subtitle", "Goals are not set yet.") in styles
    headings = [text for name, text in styles if name == "Heading 1"]
    assert headings == ["Where you stand", "Who does what", "Plan", "Sources"]
    assert ("smcheck Minor Heading", "Described") in styles
    assert ("Heading 2", "Section team") in styles


def test_nothing_is_formatted_by_hand() -> None:
    """Runs name a style, paragraphs a style and whether they stay with the next one: a master takes over."""
    body = part_of(render(report()), BODY)
    assert {"w:rStyle"} == {tag for run in re.findall(r"<w:rPr>(.*?)</w:rPr>", body) for tag in _tags(run)}
    paragraphs = {tag for p in re.findall(r"<w:pPr>(.*?)</w:pPr>", body) for tag in _tags(p)}
    assert {"w:pStyle", "w:keepNext"} == paragraphs
    assert not re.search(r"<w:(shd|tblBorders|tcBorders|jc)\b", body)


def _tags(xml: str) -> list[str]:
    return re.findall(r"<(w:\w+)", xml)


def test_tables_go_on_with_their_heads_and_no_row_is_split() -> None:
    """Heads are repeated; rows stay whole, but for notes and comments, which may be longer than a page."""
    document = read(render(report()))
    heads = [table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in document.tables]
    assert sum(map(len, heads)) == 9
    rows = [row for table in document.tables for row in table.rows]
    split = [row for row in rows if not row._tr.xpath("./w:trPr/w:cantSplit")]
    assert {"Comment on step 1 as typed", "One person alone: no."} == {row.cells[-1].text for row in split}


def test_tables_and_pictures_are_described() -> None:
    """Whoever cannot see a table or a band is told what it shows."""
    body = part_of(render(report()), BODY)
    captions = re.findall(r'<w:tblCaption w:val="([^"]*)"', body)
    assert "Section team" in captions
    assert all(captions)
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', body)
    assert described == [
        "Band from 0 to 100, Overall: you 13 to 25, the surveyed companies 58.",
        "Band of cells, Set-up: you 1 to 2 of 3, the surveyed companies 1.7 on average.",
        "Band of cells, Goals: you 2 of 2, the surveyed companies 1.2 on average.",
        "Bar from −100 to +100, Dedicated team: −51 in points, as against the surveyed companies.",
        "Bar from −100 to +100, Team across: −51 to +49 in points, as against the surveyed companies.",
        "No bar, Sales: answer na",
        "Bar from 0 to 100, Awareness: 51\u202f% of the surveyed companies say yes.",
        "Bar from 0 to 100, Service: 51\u202f% of the surveyed companies say yes.",
    ]
    ids = re.findall(r'<wp:docPr [^>]*id="(\d+)"', body)
    assert len(ids) == len(set(ids))


def test_the_matrix_is_told_in_words() -> None:
    """Each symbol has its meaning in the table's description."""
    body = part_of(render(report()), BODY)
    assert (
        "Marketing – Need 0 in full: usually in charge, involved; Need 1 in full: helps, not known." in body
    )


def test_many_needs_stand_upright() -> None:
    """From six needs on their names are read from bottom to top."""
    lying, upright = (
        part_of(render(_with_matrix(needs)), BODY).count('<w:textDirection w:val="btLr"/>')
        for needs in (5, 6)
    )
    assert (lying, upright) == (0, 6)


def _with_matrix(needs: int) -> Document:
    document = report()
    who = document.parts[3]
    section = replace(who.sections[0], blocks=(matrix(needs),))
    return replace(document, parts=(replace(who, sections=(section,)),))


def test_more_than_six_needs_stand_in_two_columns() -> None:
    """Nine needs take five rows on page one, with their short names and what the symbols mean."""
    needs = tuple(
        Need(f"Need {n}", f"Short {n}", "missing", "Sales", "not involved", "Sales") for n in range(8)
    )
    not_known = Need("Need 8", "Short 8", "not_known", "", "in hand? not known", "")
    block = Needs(("Need", "Usually in charge", "Today"), (*needs, not_known), (("missing", "not involved"),))
    document = report()
    overview = document.parts[0]
    section = replace(overview.sections[2], blocks=(block,))
    written = read(render(replace(document, parts=(replace(overview, sections=(section,)),))))
    (table,) = written.tables
    assert [[c.text for c in table.rows[1].cells]] == [["Short 0", "○ Sales", "Short 5", "○ Sales"]]
    assert len(table.rows) == 6
    fourth = ["Short 3", "○ Sales", "Short 8", "in hand? not known"]
    assert [c.text for c in table.rows[4].cells] == fourth
    assert any(p.text.strip() == "○\u00a0not involved" for p in written.paragraphs)


def test_language_title_and_page_numbers() -> None:
    """Spelling is checked in the report's language; the file has a title; pages are numbered by fields."""
    content = render(replace(report(), language="de"))
    assert 'w:lang w:val="de-DE"' in part_of(content, "word/styles.xml")
    assert read(content).core_properties.title == "Example Ltd as typed: Social media in the whole company"
    footer = part_of(content, "word/footer2.xml")
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert "Compared with two surveys." in footer


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_any_text_is_shown_as_typed(text: str) -> None:
    """Whatever people type is neither markup nor a placeholder, and never breaks the file."""
    content = render(report(text))
    verify(content, report(text))
    shown = readable(f"Comment on step 1 {text}")
    assert shown in "\n".join(c.text for t in read(content).tables for r in t.rows for c in r.cells)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }}",
        "{_{ x }_}",
        "{%p if x %}",
        "<w:b/>&amp;",
        "\x00\x1b[31m",
        "\u202eabc",
        "\ufffe",
        "]]>",
        "=1+1",
    ],
)
def test_markup_in_texts_stays_text(text: str) -> None:
    """Markup of Word, Jinja and docxtpl in a name, a note and a comment is shown as it was typed."""
    shown = all_text(render(report(text)))
    for found in (
        f"Example Ltd {readable(text)}",
        f"second line {readable(text)}",
        f"A comment {readable(text)}",
    ):
        assert found in shown


def test_long_texts_are_whole() -> None:
    """A note of 20,000 characters and 300 lines has its place."""
    text = "\n".join(f"line {n} " + "x" * 60 for n in range(300))
    assert "line 299" in all_text(render(report(text)))


def test_the_brand_is_in_theme_styles_and_head() -> None:
    """Colour and font of the brand are the theme's, so that they can be changed in one place."""
    canvas = Canvas(20, 5)
    brand = Brand(
        name="Advisers & Co",
        logo=Logo(canvas.png(), "png"),
        colour="#FF8800",
        readable="#A85A00",
        font="Georgia",
        footer="Confidential",
        contact="hello@example.org",
    )
    content = render(report(), brand)
    theme = part_of(content, "word/theme/theme1.xml")
    assert '<a:accent1><a:srgbClr val="A85A00"/>' in theme
    assert '<a:accent2><a:srgbClr val="FF8800"/>' in theme
    assert theme.count('<a:latin typeface="Georgia"/>') == 2
    assert "00566B" not in part_of(content, "word/styles.xml")
    assert 'w:fill="FF8800"' in part_of(content, "word/header1.xml")
    assert "<pic:pic" in part_of(content, "word/header1.xml")
    assert "Confidential · hello@example.org" in part_of(content, "word/footer1.xml")
    assert read(content).core_properties.author == "Advisers & Co"


def test_an_svg_logo_is_the_brands_name() -> None:
    """Word shows no SVG by itself."""
    content = render(report(), Brand(name="Advisers", logo=Logo(b"<svg/>", "svg")))
    header = part_of(content, "word/header1.xml")
    assert "Advisers" in header
    assert "<pic:pic" not in header


def test_verify_wants_the_headline() -> None:
    """A file that is none, and one of another report, are not taken."""
    content = render(report())
    verify(content, report())
    with pytest.raises(Fault):
        verify(content[:-200], report())
    with pytest.raises(Fault):
        verify(content, replace(report(), headline="Another one."))


def test_one_report_after_the_other() -> None:
    """What the package offers is still there after the first."""
    for _time in range(2):
        word = import_module("smcheck.report.formats.word")
        word.verify(word.render(report()), report())
