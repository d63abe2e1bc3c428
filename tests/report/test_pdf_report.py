"""The report as PDF: nothing left out, page one is one page, and screen readers can read it."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from smcheck.report.brand import PLAIN, Brand, Logo
from smcheck.report.document.model import (
    Comment,
    Document,
    DocumentPart,
    Notes,
    Recommendations,
    Section,
    Steps,
)
from smcheck.report.formats import pdf
from smcheck.report.formats.readable import readable
from smcheck.words.fault import Fault
from support.facts import facts
from support.live_text import LIVE
from support.logo import png
from support.reports import document_named, sheets

LANGUAGES = ["de", "en"]
NAMES = list(sheets())
PICTURES = re.compile("[\u2400-\u2421]")
EMPTY_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'


def packed(text: str) -> str:
    """A text without what depends on where lines end."""
    return re.sub("[\\s\u200b\u2060]", "", text)


def letters(text: str) -> str:
    """A text as a PDF has it. Signs for control characters are code points, as the typeface lacks them."""
    return packed(PICTURES.sub(lambda found: f"<U+{ord(found[0]) - 0x2400:04X}>", readable(text)))


def reader(document: Document, brand: Brand = PLAIN) -> PdfReader:
    """The PDF as another program reads it."""
    content = pdf.render(document, brand)
    pdf.verify(content, document)
    return PdfReader(io.BytesIO(content))


def page_texts(document: Document) -> list[str]:
    """The letters of each page without its foot, and after the first without its head."""
    title = document.title if len(document.organisation) <= 60 else ""
    head = letters(document.organisation + title + document.date_words)
    pages = [packed(page.extract_text()) for page in reader(document).pages]
    first, *others = [page.removesuffix(f"{number}/{len(pages)}") for number, page in enumerate(pages, 1)]
    return [first, *(page.removeprefix(head) for page in others)]


@cache
def pages_of(name: str, language: str) -> list[str]:
    """The letters of each page of one of the invented reports."""
    return page_texts(document_named(name, language))


def effects_elsewhere(document: Document, text: str) -> set[str]:
    """What changes by the next steps, where page one had no room for it: it stands among what is advised."""
    blocks = [block for part in document.parts for section in part.sections for block in section.blocks]
    advised = {row.id: row for block in blocks if isinstance(block, Recommendations) for row in block.rows}
    steps = [row for block in blocks if isinstance(block, Steps) for row in block.rows]
    return {step.effect for step in steps if letters(advised[step.id].effect) in text}


def structure(element: Any) -> Iterator[Any]:
    """Every element of the tree that screen readers follow, in reading order."""
    if isinstance(element, list):
        for child in element:
            yield from structure(child.get_object())
    elif hasattr(element, "keys") and "/S" in element:
        yield element
        if "/K" in element:
            yield from structure(element["/K"])


def tree_of(found: PdfReader) -> Any:
    """The roots of the tree that screen readers follow."""
    catalogue: Any = found.root_object
    return catalogue["/StructTreeRoot"]["/K"]


# ── nothing left out ──────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(5)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_on_the_pages(name: str, language: str) -> None:
    """Sentences, names, notes, comments, steps, numbers, addresses."""
    document = document_named(name, language)
    text = "".join(pages_of(name, language))
    left_out = {fact for fact in facts(document) if letters(fact) not in text}
    assert left_out - effects_elsewhere(document, text) == set()


def test_live_text_is_dead() -> None:
    """Markup of any language is shown as it was typed."""
    document = document_named("unanswered")
    notes = Section("live", "", "", (Notes(tuple(LIVE.items())),))
    part = DocumentPart("plan", "Live", "", (notes,))
    text = "".join(page_texts(replace(document, parts=(*document.parts, part))))
    assert [name for name, typed in LIVE.items() if letters(typed) not in text] == []


@settings(max_examples=5)
@given(st.text(st.characters(max_codepoint=0x17F), min_size=1, max_size=200).filter(str.strip))
def test_any_european_text_is_typeset(text: str) -> None:
    """Whatever is typed in Latin letters, the PDF is made, is PDF/UA and holds the text."""
    found = reader(replace(document_named("unanswered"), organisation=text))
    assert letters(text) in packed(found.pages[0].extract_text())
    assert is_accessible(found)


@pytest.mark.sample(5)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_heads_stand_on_every_page_of_recommendations(name: str, language: str) -> None:
    """However many there are, one sees which column says why, and which on what evidence."""
    blocks = [
        block
        for part in document_named(name, language).parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Recommendations)
    ]
    for block in blocks:
        pages = [
            page
            for page in pages_of(name, language)[1:]
            if any(letters(step.say) in page for step in (*block.rows, *block.also))
        ]
        assert pages
        assert all(letters("".join(block.heads)) in page for page in pages)


# ── page one ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(6)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_page_one_is_one_page(name: str, language: str) -> None:
    """Headline, every section of the summary and the note on the sources stand on it; the rest does not."""
    document = document_named(name, language)
    first, second, *_rest = pages_of(name, language)
    on_it = [document.headline, document.second, document.sources_note]
    on_it += [section.name for section in summary(document).sections]
    on_it += [section.message for section in summary(document).sections]
    assert [text for text in on_it if letters(text) not in first] == []
    assert letters(document.parts[1].title) in second


def summary(document: Document) -> DocumentPart:
    """The part for page one."""
    part = document.part("summary")
    assert part is not None
    return part


@pytest.mark.sample(1)
@pytest.mark.parametrize("sentence", ["A sentence of some length. ", "endless "])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_summary_goes_on_after_the_plan(language: str, sentence: str) -> None:
    """Page one has its beginning and says on which page the whole stands, and there it does."""
    text = (sentence * 400).strip() + " The end of it."
    document = replace(document_named("full", language), summary=Comment("", text, "C. D."))
    pages = page_texts(document)
    assert letters(document.sources_note) in pages[0]
    assert letters("The end of it.") not in pages[0]
    said = re.search(r"\((?:weiteraufSeite|continuesonpage)(\d+)\)", pages[0])
    assert said is not None
    assert letters(sentence) in pages[int(said[1]) - 1]
    assert letters(text) in "".join(pages[1:])


def test_a_long_summary_of_a_report_without_a_plan_is_there() -> None:
    """Where nothing is advised there is no plan after which the summary could go on."""
    text = "A sentence of some length. " * 100 + "The end of it."
    document = document_named("everything")
    parts = tuple(part for part in document.parts if part.id != "plan")
    pages = page_texts(replace(document, parts=parts, summary=Comment("", text, "C. D.")))
    assert letters(text) in "".join(pages[1:])


@pytest.mark.parametrize("name", ["Wort " * 1000, "x" * 5000])
def test_names_that_no_line_holds(name: str) -> None:
    """Page one has their beginning and stays one page; the whole of them stands further on."""
    document = document_named("full", "de")
    line = f"Ausgefüllt von {name}."
    document = replace(
        document,
        organisation=name,
        situation=(line,),
        summary=Comment("", "Kurz.", name),
    )
    first, second, *others = [
        packed(page.extract_text()) for page in PdfReader(io.BytesIO(pdf.render(document))).pages
    ]
    assert letters(document.sources_note) in first
    assert letters(document.parts[1].title) in second
    assert len(others) < 20
    assert sum(page.count(letters(name[:100])) for page in others) >= 3


def test_a_short_summary_stands_once() -> None:
    """Where page one has room for all of it there is nothing to go on with."""
    document = document_named("full")
    assert document.summary is not None
    assert sum(letters(document.summary.text) in page for page in page_texts(document)) == 1


# ── for screen readers ────────────────────────────────────────────────────────────────────────


def is_accessible(found: PdfReader) -> bool:
    """Whether the file says that it is PDF/UA-1."""
    catalogue: Any = found.root_object
    return b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_accessible(language: str) -> None:
    """PDF/UA, language, title, headings as bookmarks, and words for every drawing."""
    document = document_named("full", language)
    found = reader(document)
    assert is_accessible(found)
    assert str(found.root_object["/Lang"]) == language
    assert found.metadata is not None
    assert found.metadata.title == f"{document.organisation} – {document.title}"
    tree = list(structure(tree_of(found)))
    figures = [element for element in tree if element["/S"] == "/Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")) for figure in figures)
    levels = [int(str(element["/S"])[2:]) for element in tree if re.fullmatch("/H[1-6]", str(element["/S"]))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = [entry.title for entry in found.outline if not isinstance(entry, list)]
    titles = [document.headline, *(part.title for part in document.parts if part.id != "summary")]
    assert [letters(name or "") for name in names] == [letters(title) for title in titles]


def test_drawings_say_their_numbers() -> None:
    """A range is said as one, and so is what is not known."""
    found = reader(document_named("example"))
    tree = structure(tree_of(found))
    said = [str(element["/Alt"]) for element in tree if "/Alt" in element]
    assert "Band from 0 to 100, Overall score: you 13 to 25, the surveyed companies 58." in said
    assert "Band of cells, Departments: you 1 to 2 of 4, the surveyed companies 2.4 on average." in said
    assert "usually in charge, not known" in said


def test_scripts_that_the_typeface_lacks_do_not_stop_the_report() -> None:
    """A Chinese name is drawn where the computer has a font for it, and written in code points where not."""
    document = replace(document_named("unanswered"), organisation="\u682a\u5f0f Müller")
    found = reader(document)
    text = packed(found.pages[0].extract_text())
    assert "\u682a\u5f0fMüller" in text or "<U+682A><U+5F0F>Müller" in text
    assert is_accessible(found)


@settings(max_examples=5)
@given(st.text(min_size=1, max_size=60))
def test_no_text_at_all_stops_the_report(text: str) -> None:
    """Any characters there are: a PDF is made, and it is PDF/UA."""
    document = document_named("unanswered")
    assert is_accessible(reader(replace(document, organisation=text, summary=Comment("", text, text))))


# ── brand, bytes, faults ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("logo", [None, Logo(SVG, "svg"), Logo(png(40, 10), "png")])
def test_a_brand_is_on_every_page(logo: Logo | None) -> None:
    """Its name or logo in the head, its foot and contact at the bottom."""
    brand = Brand(name="Muster & Söhne", logo=logo, footer="Vertraulich", contact="example.com")
    for page in reader(document_named("example"), brand).pages:
        text = page.extract_text()
        assert "Vertraulich" in text
        assert "example.com" in text
        assert ("Muster & Söhne" in text) == (logo is None)


def test_a_logo_that_cannot_be_drawn_is_told() -> None:
    """Such as an SVG without a size, which browsers show as nothing."""
    brand = Brand(name="Muster & Söhne", logo=Logo(EMPTY_SVG, "svg"))
    with pytest.raises(Fault, match="logo cannot be drawn"):
        pdf.render(document_named("example"), brand)


def test_the_same_report_is_the_same_bytes() -> None:
    """No time of day, no chance."""
    document = document_named("full")
    assert pdf.render(document) == pdf.render(document)


def test_another_report_is_not_taken_for_this_one() -> None:
    """What is read back must be what was to be written."""
    document = document_named("example")
    content = pdf.render(document)
    with pytest.raises(Fault, match="read back"):
        pdf.verify(content, replace(document, headline="Something else."))
    with pytest.raises(Fault, match="read back"):
        pdf.verify(content[: len(content) // 2], document)
    with pytest.raises(Fault, match="read back"):
        pdf.verify(b"", document)
