"""The document: everything is in it, in its place, and every format that has words only says all of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.report.case import open_case
from smcheck.report.document.build import build_document
from smcheck.report.document.model import (
    Comments,
    CountBand,
    Document,
    Matrix,
    Needs,
    Notes,
    Plan,
    Recommendations,
    ScoreBand,
    Steps,
)
from smcheck.report.markdown import render_markdown
from smcheck.report.text import render_text
from smcheck.sheet import Sheet
from smcheck.words.controls import escape_controls
from smcheck.words.language import LANGUAGES, use
from support.builders import PACK, span
from support.builders import sheets as random_sheets
from support.facts import facts
from support.reports import case_named, document_named, sheets

NAMES = list(sheets())


def blocks(document: Document, kind: type) -> list[object]:
    """All blocks of a kind."""
    return [
        block
        for part in document.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, kind)
    ]


def plain(text: str) -> str:
    """A text without its blanks and line ends, which layout changes."""
    return re.sub(r"\s+", "", text)


def unescaped(markdown: str) -> str:
    """What a reader shows of Markdown's escapes; a backslash before a line's end is a break."""
    return re.sub(r"\\(.|\n)", r"\1", markdown)


# ── nothing is left out ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_text_and_markdown_say_every_fact(name: str, language: str) -> None:
    """Every sentence, number, note, comment and source of the document stands in both."""
    case = case_named(name, language)
    expected = [escape_controls(fact) for fact in facts(build_document(case))]
    for rendered in (render_text(case, 100_000), unescaped(render_markdown(case))):
        found = plain(rendered)
        assert [fact for fact in expected if plain(fact) not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_comment_note_and_step_is_in_the_document(language: str) -> None:
    """What the consultant wrote stands under its section or recommendation, or under the notes."""
    case = case_named("full", language)
    document = build_document(case)
    told = facts(document)
    notes = [line for note in case.sheet.notes.values() for line in note.split("\n")]
    comments = [comment.text for comment in case.sheet.comments.values()]
    assert [text for text in (*notes, *comments) if text not in told] == []
    (recommendations,) = blocks(document, Recommendations)
    assert isinstance(recommendations, Recommendations)
    steps = (*recommendations.rows, *recommendations.also)
    assert [step.comment.text for step in steps if step.comment] == [
        f"Comment on {step.id}." for step in steps
    ]
    assert document.section("team") is not None
    left = [comment for block in blocks(document, Comments) for comment in getattr(block, "rows", ())]
    assert [comment.text for comment in left if not comment.about] == [
        f"Comment on sections.{section.id}." for section in PACK.sections
    ]
    assert [comment.about for comment in left if comment.about]


# ── what is there and what is not ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("example", {Notes, Comments}),
        ("full", set()),
        ("solo", {Notes, Comments}),
        ("nobody knows", {Steps, Recommendations, Plan, Needs, Matrix, Notes, Comments}),
        ("everything", {Steps, Recommendations, Plan, Notes, Comments}),
        ("nothing", {Needs, Matrix, Notes, Comments}),
        ("unanswered", {Steps, Recommendations, Plan, Needs, Matrix, Notes, Comments}),
    ],
)
def test_what_has_nothing_to_say_falls_away(name: str, absent: set[type]) -> None:
    """No empty section: what is not there has no heading either."""
    document = document_named(name)
    kinds = {Steps, Recommendations, Plan, Needs, Matrix, Notes, Comments}
    assert {kind for kind in kinds if not blocks(document, kind)} == absent
    assert [
        section.name for part in document.parts for section in part.sections if not _filled(section)
    ] == []


def _filled(section: object) -> bool:
    return bool(getattr(section, "blocks", ()) or getattr(section, "message", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_advised_is_said(language: str) -> None:
    """Where nothing is advised the steps' place says so."""
    section = document_named("everything", language).section("next_steps")
    assert section is not None
    expected = {
        "en": "From your answers nothing is advised.",
        "de": "Aus Ihren Angaben ergibt sich keine Empfehlung.",
    }
    assert [getattr(block, "text", "") for block in section.blocks] == [expected[language]]


def test_bands_of_the_example() -> None:
    """The numbers of the worked example, exact and in words."""
    section = document_named("example").section("standing")
    assert section is not None
    judged, described = section.blocks
    score, team, departments = judged.rows  # type: ignore[union-attr]
    assert isinstance(score, ScoreBand)
    assert (score.own, score.theirs, score.score) == ("13–25 of 100", "58", span("12.5", 25))
    assert isinstance(departments, CountBand)
    assert isinstance(team, CountBand)
    assert (team.own, departments.own, departments.states) == (
        "0 of 3",
        "1–2 of 4",
        ("yes", "unknown", "no", "no"),
    )
    assert [row.label for row in described.rows] == ["Goals", "Challenges"]  # type: ignore[union-attr]


# ── for any answers ───────────────────────────────────────────────────────────────────────────


@given(random_sheets(), st.sampled_from(LANGUAGES))
@settings(max_examples=60)
def test_any_answers_make_a_sound_document(sheet: Sheet, language: str) -> None:
    """Whatever was answered: steps are numbered through, bands hold their marks, rows have their cells."""
    use(language)
    document = build_document(open_case(PACK, sheet))
    steps = [row for block in blocks(document, Plan) for row in getattr(block, "rows", ())]
    assert [number for number, _title, _first in steps] == list(range(1, len(steps) + 1))
    for block in blocks(document, Matrix):
        assert isinstance(block, Matrix)
        assert {len(row.parts) for row in block.rows} == {len(block.needs)} == {len(block.covered)}
    section = document.section("standing")
    assert section is not None
    for bands in section.blocks:
        for row in getattr(bands, "rows", ()):
            if isinstance(row, CountBand) and row.mark is not None:
                assert 0 <= row.mark <= len(row.states)
    assert [part.claim for part in document.parts if len(part.claim) > 110 or part.claim.endswith(".")] == []
    assert [fact for fact in facts(document) if re.search(r"\.\.|  | \.|: \.|\(\)", fact)] == []
    assert [fact for fact in facts(document) if "{" in fact or "}" in fact] == []
