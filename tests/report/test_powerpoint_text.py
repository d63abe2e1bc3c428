"""Text on slides: anything that people type is held, sentences are told apart, and lines are counted."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from smcheck.report.document.model import Comment, Notes, Section
from smcheck.report.formats.powerpoint import render, verify
from smcheck.report.formats.powerpoint.measure import count_lines, width
from smcheck.report.formats.powerpoint.paragraphs import portions
from smcheck.report.formats.powerpoint.text import Run, sentences
from smcheck.report.formats.readable import readable
from support.reports import document_named
from support.slides import all_text, as_on_slides

ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80)


@given(ANY_TEXT)
def test_any_text_is_held_by_xml(text: str) -> None:
    """Nothing but line feeds of what could move or reverse a line is left."""
    shown = readable(text)

    element = etree.Element("text")
    element.text = shown
    assert etree.fromstring(etree.tostring(element)).text == (shown or None)
    left = {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert left <= {"Cc"}
    assert not set(shown) & (set(map(chr, range(32))) - {"\n"})


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_stands_in_a_presentation(organisation: str, note: str, summary: str) -> None:
    """As organisation, note and summary, in a presentation that can be read back."""
    document = document_named("example", "de")
    notes = Section("notes", "Notizen", "", (Notes((("Frage", note),)),))
    plan = document.parts[-2]
    document = replace(
        document,
        organisation=organisation,
        summary=Comment("", summary, "A. B."),
        parts=(*document.parts[:-2], replace(plan, sections=(*plan.sections, notes)), document.parts[-1]),
    )

    content = render(document)

    verify(content, document)
    text = all_text(content)
    for typed in (organisation, note, summary):
        assert all(as_on_slides(line) in text for line in readable(typed).split("\n"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Eins ist so. Zwei ist anders.", ["Eins ist so.", "Zwei ist anders."]),
        ("Im Schnitt 1,7. Mindestens etwa 82 von 100.", ["Im Schnitt 1,7.", "Mindestens etwa 82 von 100."]),
        ("Presse u. a. Menschen fehlen. Und?", ["Presse u. a. Menschen fehlen.", "Und?"]),
        ("Was gilt? Beides.", ["Was gilt?", "Beides."]),
        ("Sie erfüllen 0 von 3. 33 bis 68 ist möglich.", ["Sie erfüllen 0 von 3.", "33 bis 68 ist möglich."]),
        ("“Yes” counts 1. “No” counts 0.", ["“Yes” counts 1.", "“No” counts 0."]),
        ("", [""]),
    ],
)
def test_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    """An abbreviation or a decimal ends none."""
    assert sentences(text) == parts


def test_lines_are_counted_between_words() -> None:
    """A word that is wider than the room takes several lines."""
    room = width("Marketing und", 14) + 0.1
    assert count_lines((Run("Marketing und Vertrieb"),), room) == 2
    assert count_lines((Run("Marketing"), Run(" und")), room) == 1
    assert count_lines((Run("Marketing" * 5),), room) > 2
    assert width("Marketing", 14, bold=True) > width("Marketing", 14)
    assert width("市場", 14) > width("ab", 14)
    assert width("a\u0301", 14) == width("a", 14)


@given(st.text("ab \n", max_size=4000))
def test_portions_lose_no_word(text: str) -> None:
    """However many slides a text takes."""
    slides = portions(text, 290, 40)

    assert " ".join(text.split()) == " ".join(" ".join(line for slide in slides for line in slide).split())
    assert all(slides)
