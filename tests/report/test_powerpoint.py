"""Reports as presentations: everything stands in them, natively, and any text is safe in them."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from smcheck.report.document.model import Recommendations
from smcheck.report.formats.powerpoint import render, verify
from smcheck.report.formats.powerpoint.names import SENTENCE, SOURCE, TITLE
from smcheck.words.fault import Fault
from support.facts import facts
from support.reports import HOSTILE, document_named, sheets
from support.slides import all_text, as_on_slides, make_deck, read

NAMES = sorted(sheets())


@pytest.mark.sample(5)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_fact_stands_in_it(name: str, language: str) -> None:
    """Notes, comments, steps, numbers, sources and sentences: on a slide or in its notes."""
    document, content = make_deck(name, language)

    text = all_text(content)
    assert [fact for fact in facts(document) if as_on_slides(fact) not in text] == []
    verify(content, document)


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_title_of_its_own(name: str) -> None:
    """Two lines at most, without a full stop; slides that go on follow each other."""
    deck = read(make_deck(name, "de")[1])

    titles = [slide.shapes.title for slide in deck.slides if slide.shapes.title is not None]

    assert len(deck.slides) == len(titles)
    texts = [title.text_frame.text for title in titles]
    assert [text for text in texts if not text or text.endswith(".")] == []
    changes = [second for first, second in pairwise(["", *texts]) if first != second]
    assert len(set(changes)) == len(changes)
    assert {PP_PLACEHOLDER.TITLE} == {title.placeholder_format.type for title in titles}
    assert {TITLE} == {title.name for title in titles}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_outside_the_slide_or_over_the_source(name: str) -> None:
    """Tables end above the foot, whatever their rows hold."""
    deck = read(make_deck(name, "de")[1])

    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= (deck.slide_width or 0)
            if shape.has_table:
                assert shape.top + shape.height <= 154.5 * 36000, shape.name


@pytest.mark.parametrize(("words", "points"), [(14, None), (16, 16), (20, 14), (22, 12)])
def test_a_long_sentence_on_the_first_slide_is_set_smaller(words: int, points: int | None) -> None:
    """Two lines are left for it: of seven such words with 18 points, as the layout has it, eight with 16."""
    second = " ".join(["Abteilungen"] * words)
    deck = read(render(replace(document_named("example", "de"), second=second)))

    (sentence,) = (shape for shape in deck.slides[0].shapes if shape.name == SENTENCE)

    (run,) = sentence.text_frame.paragraphs[0].runs
    assert (second, points and Pt(points)) == (run.text, run.font.size)


@pytest.mark.parametrize(("words", "points"), [(26, None), (28, 10), (30, 9), (40, 8)])
def test_a_long_foot_is_set_smaller(words: int, points: int | None) -> None:
    """It stands above the slide's lower edge and would grow over the last step: three lines of 11 points."""
    note = " ".join(["Abteilungen"] * words)
    document = replace(document_named("example", "de"), situation=("Selbsteinschätzung.",), sources_note=note)
    deck = read(render(document))

    (foot,) = (shape for shape in deck.slides[0].shapes if shape.name == SOURCE)

    sizes = {run.font.size for paragraph in foot.text_frame.paragraphs for run in paragraph.runs}
    assert sizes == {points and Pt(points)}
    assert note in foot.text_frame.text


def test_charts_and_tables_are_native_and_described() -> None:
    """No picture of a chart; each has an alternative text with its numbers."""
    deck = read(make_deck("example", "de")[1])

    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart or shape.has_table]

    assert not [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert sum(frame.has_chart for frame in frames) >= 5
    described = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames]
    assert all(described)
    assert any(
        "Marketing: Sie ja; Befragte: ja 90 %; Abstand +10" in as_on_slides(text) for text in described
    )


def test_a_chart_holds_the_numbers_that_it_shows() -> None:
    """Gaps of a judged section in the workbook: the certain, and both ends of what is not known."""
    deck = read(make_deck("example", "de")[1])
    chart = next(
        shape.chart
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart and shape.name == "Diagramm: Abteilungen"
    )

    values = [list(series.values) for series in chart.plots[0].series]

    assert values == [[10, -64, -46, None], [None, None, None, -39], [None, None, None, 61]]


def test_the_mark_stands_at_the_surveyed_mean() -> None:
    """A second series on the same scale, exact."""
    deck = read(make_deck("example", "de")[1])
    chart = next(
        shape.chart
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart and shape.name == "Diagramm: Wo Sie stehen"
    )

    mean, edge, stroke = chart.plots[1].series
    expected = [58.0417, 100 * 1.69 / 3, 59.75]
    assert [pytest.approx(value, abs=0.001) for value in expected] == list(mean.values)
    assert set(edge.values) == set(stroke.values) == {0.01}
    assert (edge.format.line.width, stroke.format.line.width) == (Pt(4.5), Pt(2))


def test_recommendations_have_their_own_title() -> None:
    """Also where there is no matrix before them, whose message the part's claim is."""
    titles = [slide.shapes.title.text_frame.text for slide in read(make_deck("nothing", "de")[1]).slides]

    assert "3 Dinge werden empfohlen" in [" ".join(title.split()) for title in titles]


def test_many_recommendations_leave_no_row_alone_where_they_need_not() -> None:
    """Three steps and a tall row of what else is advised: two rows a slide."""
    document = document_named("nine needs", "de")
    parts = [*document.parts]
    place = next(place for place, part in enumerate(parts) if part.id == "who")
    sections = [*parts[place].sections]
    (block,) = sections[-1].blocks
    assert isinstance(block, Recommendations)
    reason = "Ein langer Satz darüber, wie es heute ist, der mehrere Zeilen braucht. " * 2
    rows = tuple(replace(row, situation=reason) for row in block.rows)
    many = replace(block, rows=rows, also=block.also * 2)
    sections[-1] = replace(sections[-1], blocks=(many,))
    parts[place] = replace(parts[place], sections=tuple(sections))

    deck = read(render(replace(document, parts=tuple(parts))))

    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    counts = [len(table.rows) - 1 for table in tables if table.cell(0, 1).text == sections[-1].name]
    assert counts == [2, 2]


def test_what_only_the_notes_say_is_pointed_to() -> None:
    """On every slide with comments, evidence or words that have no room."""
    pointer = "Mehr dazu in den Notizen unter der Folie."
    deck = read(make_deck("full", "de")[1])

    pointed = {
        slide.shapes.title.text_frame.text.split()[0]
        for slide in deck.slides
        if any(pointer in shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)
    }

    commented = {
        slide.shapes.title.text_frame.text.split()[0]
        for slide in deck.slides
        if slide.has_notes_slide and "Comment on" in slide.notes_slide.notes_text_frame.text
    }
    assert commented
    assert commented <= pointed


def test_the_language_stands_at_every_run() -> None:
    """So that a speller and a screen reader know it."""
    for language, tag in (("de", "de-DE"), ("en", "en-GB")):
        deck = read(make_deck("full", language)[1])
        runs = [run for slide in deck.slides for run in slide._element.iter("{*}rPr")]
        assert runs
        assert {tag} == {run.get("lang") for run in runs}


def test_hostile_text_stays_text() -> None:
    """Markup, formulas, control characters and marks of the reading direction are shown as typed."""
    _document, content = make_deck("hostile", "de")

    text = all_text(content)

    for typed in HOSTILE:
        for line in typed.split("\n"):
            assert as_on_slides(line) in text
    assert "x" * 20_000 in text


def test_a_long_summary_goes_on_on_further_slides() -> None:
    """Cut between words, with the same title, and complete."""
    document = document_named("full", "de")
    assert document.summary is not None
    long = " ".join(f"Wort{number}" for number in range(1500))
    deck = read(render(replace(document, summary=replace(document.summary, text=long))))

    slides = [slide for slide in deck.slides if slide.shapes.title.text_frame.text == "Zusammenfassung"]
    shown = " ".join(
        shape.text_frame.text for slide in slides for shape in slide.placeholders if shape.name == "Content"
    )
    assert len(slides) > 1
    assert long == " ".join(shown.split())


def test_bytes_that_are_no_presentation_are_not_handed_over() -> None:
    """Neither broken ones, nor a presentation about another company."""
    document = document_named("example", "de")
    with pytest.raises(Fault):
        verify(b"PK", document)
    with pytest.raises(Fault):
        verify(render(document_named("everything", "de")), document)


def test_the_library_is_imported_where_it_is_used() -> None:
    """Naming the format costs nothing."""
    code = "import smcheck.report.make, sys; sys.exit('pptx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
