"""The result as plain text: everything is there, aligned, within its width, and harmless."""

import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from smcheck.report.blocks import Heading, Listing, Paragraph
from smcheck.report.case import Case, open_case
from smcheck.report.columns import pad, wrap
from smcheck.report.overview import overview
from smcheck.report.page import page_blocks
from smcheck.report.terminal import print_text
from smcheck.report.text import lines, render_text
from smcheck.sheet import Sheet, parse_sheet
from smcheck.words.language import _, use
from support import companies
from support.builders import EXAMPLE, PACK, all_items, sheet_of, sheets
from support.reports import case_named

PEOPLE = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


def example(**more: Any) -> Case:
    """The case of the example sheet, in English."""
    return open_case(PACK, parse_sheet({**EXAMPLE, **more}, PACK))


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        """Whether people look at it."""
        return True


# ── what is there ─────────────────────────────────────────────────────────────────────────────


def test_parts_in_order() -> None:
    """Page one first, then its proof: item by item, who does what, the plan, sources and method."""
    headings = [
        block.text
        for block in page_blocks(case_named("full"))
        if isinstance(block, Heading) and block.level < 3
    ]
    assert headings == [
        "Beispiel GmbH",
        "In set-up and departments you are below the surveyed companies.",
        "The next steps (six more under “Recommendations”)",
        "Where you stand",
        "Who takes charge",
        "Where you stand, item by item",
        "Described, not judged",
        "Who does what",
        "Plan",
        "Sources and method",
    ]


def test_the_example_first() -> None:
    """Name, headline, what to do and the sections beside the surveyed companies, as one would say them."""
    expected = """\
Beispiel GmbH

  Social media across the company

In set-up and departments you are below the surveyed companies.

  For 2 to 3 of your 4 goals the department that usually takes charge is
  involved.

  Self-assessment: Industry, Germany, 50 to 249 employees.

  All 28 answers are given. One of them is “don't know”.

The next steps (six more under “Recommendations”)

  1. Name who is responsible
     “Whoever feels like it” means that nobody has to. Name people, give them
       time for it, and say who stands in.
     Then: score 29 to 42, now 13 to 25.
"""
    text = render_text(companies.example())
    assert text.startswith(expected)
    assert (
        """\
Where you stand

  Your score is 13 to 25 of 100, average of both surveys 58. You are lower by 33
  to 46 points of 100.

                                            You  Surveyed
  Overall score (average of both)  13–25 of 100        58
  Set-up                                 0 of 3       1.7
  Departments                          1–2 of 4       2.4
"""
        in text
    )


def test_comparison_of_a_section() -> None:
    """Each item has answer, percentage and gap; what has no figure is named below."""
    answers = {"departments": {**all_items("departments", "no"), "marketing": "yes"}}
    expected = """\
  Departments (Pivot Conference 2010)

  Of the 4 departments with a figure you involve 1, surveyed companies 2.4 on
  average. At least about 54 of 100 surveyed companies involve more of these.

                    You    Surveyed: yes  gap
  Marketing         ● yes           90 %  +10
  Public relations  ○ no            64 %  −64
  Sales             ○ no            46 %  −46
  Customer support  ○ no            39 %  −39

  No figure to compare  Product development: no; Human resources: no;
                        Management: no; IT and data: no; Legal and data
                        protection: no.
"""
    assert expected in render_text(example(answers=answers))


def test_answers_without_figures_are_there() -> None:
    """What is compared with nothing is still in the report, under the question's name."""
    text = render_text(example(), 200)
    assert re.search(r"Answers day to day +Marketing\.", text)
    assert re.search(r"Measurable targets +Some of them\.", text)
    assert re.search(r"In hand +Data protection: no\.", text)


def test_steps_are_numbered_through() -> None:
    """Three steps first, then all that is advised in full, then the plan: the numbers are the same."""
    text = render_text(companies.example())
    numbered = [line[2:] for line in text.splitlines() if re.match(r"  \d\. ", line)]
    titles = [
        line.rstrip()
        for line in numbered[: numbered.index("1. Only what a survey has a percentage for is compared.")]
    ]
    first, all_ = titles[:3], titles[3:12]
    assert first == [
        "1. Name who is responsible",
        "2. First find out whether customer support is involved",
        "3. Bring in human resources",
    ]
    assert all_[:3] == first
    assert [all_[3], all_[-1]] == ["4. Bring in legal", "9. Bring in IT"]
    assert titles[12:] == all_  # the plan


def test_a_step_says_who_and_what_to_say_first() -> None:
    """Whom to talk to, the sentence to begin with in quotation marks, and what changes."""
    text = render_text(companies.example(), 200)
    assert "\n     Who: head of HR\n     Say: “Where did our last applicants hear of us?”\n" in text
    assert "\n     Then: 3 to 4 of 4 goals, now 2 to 3.\n" in text
    assert "\n     What changes: 3 to 4 of 4 goals, now 2 to 3\n" in text


@pytest.mark.parametrize("language", ["de", "en"])
@given(sheet=sheets())
@settings(max_examples=40)
def test_only_page_one_is_said_again(language: str, sheet: Sheet) -> None:
    """Whatever was answered: what is not on page one, and no evidence of several steps, is said once."""
    use(language)
    case = open_case(PACK, sheet)
    blocks = list(page_blocks(case))
    proof = blocks[blocks.index(Heading(2, _("Where you stand, item by item"))) :]
    content = overview(case)
    shared = {line for step in (*content.steps, *content.also) for line in (*step.evidence, step.effect)}
    paragraphs = [block.text for block in proof if isinstance(block, Paragraph)]
    listed = [
        text
        for block in proof
        if isinstance(block, Listing)
        for entry in block.entries
        for text in (entry.text, *entry.details)
    ]
    told = [
        sentence
        for text in (*paragraphs, *listed)
        if text.partition(": ")[2] not in shared
        for sentence in re.split(r"(?<=[.?]) ", text)
        if len(sentence) > 60
    ]
    assert [sentence for sentence in set(told) if told.count(sentence) > 1] == []


def test_changes_after_the_result_are_marked() -> None:
    """An answer changed after the result was seen is marked, and their number is told."""
    text = render_text(example(changed_after_result=["departments.marketing", "daily"]), 200)
    assert "Marketing         ● yes (changed after the result)" in text
    assert "2 answers were changed after the result had been seen." in text


def test_notes_stand_under_their_questions() -> None:
    """A note keeps its lines, and nothing in it is alive."""
    text = render_text(example(notes={"daily": "First\x1b[1m line\nsecond line"}))
    expected = """\
  Notes and comments

  Who answers comments and messages from day to day?

  First␛[1m line
  second line
"""
    assert expected in text


def test_sources_have_passports_and_links_in_one_piece() -> None:
    """Every link of every survey and argument stands on one line, however narrow the text is."""
    case = example()
    text = render_text(case, 40)
    used = [link for source in case.figures.sources for link in source.links]
    assert [link for link in used if link not in text] == []
    assert "not to be read as one sample" in text.replace("\n ", "")


def test_empty_sheet() -> None:
    """Nothing answered is a result too: open, 0 answered, no advice."""
    text = render_text(open_case(PACK, sheet_of({})))
    assert text.startswith("Anonymous\n")
    assert "\nStill open: 25 answers are missing.\n" in text
    assert "\n  0 of 25 answers are given.\n" in text
    assert "\n  From your answers so far nothing is advised.\n" in text


def test_another_survey() -> None:
    """Measured against a set without one figure for an item nothing is compared, and that is said."""
    text = render_text(open_case(PACK, parse_sheet(EXAMPLE, PACK), "bitkom-social-business-2013"), 120)
    assert "No verdict with this survey: only Bitkom 2015 and Pivot 2010 allow one." in text
    assert "So there is no score. No figure to compare with." in text
    assert "This survey has no figures for it." in text


def test_nobody_said_who_answers() -> None:
    """What was not said is not listed."""
    assert "Answered by" not in render_text(open_case(PACK, sheet_of({})))


def test_the_matrix_where_it_fits() -> None:
    """Columns on a wide page, with their legend; lines in words on a narrow one."""
    wide, narrow = render_text(companies.example(), 140), render_text(companies.example(), 60)
    assert re.search(r"\n  Covered +yes +no +yes +\? +no\n", wide)
    assert "● usually in charge · " in wide
    assert "○!" not in narrow
    assert "Serve customers on social media: Marketing – helps;" in narrow
    assert "Covered: not known." in narrow


# ── how it looks ──────────────────────────────────────────────────────────────────────────────


@given(sheets(), st.integers(30, 120), st.sampled_from(["de", "en"]), PEOPLE, PEOPLE)
def test_no_line_is_too_wide(sheet: Sheet, width: int, language: str, name: str, role: str) -> None:
    """Whatever was answered and typed, only links are wider than asked, and nothing in it is alive."""
    described = sheet_of({}, organisation=name, respondent=name, profile={"role": role})
    use(language)
    text = render_text(open_case(PACK, described.with_answers(sheet.answers)), width)
    assert [line for line in text.split("\n") if cell_len(line) > width and "http" not in line] == []
    assert [line for line in text.split("\n") if line != line.rstrip(" ")] == []
    assert [character for character in text if character < " " and character != "\n"] == []


def test_narrow_tables_are_spoken() -> None:
    """A table that does not fit says each value with its title, and leaves out what is not there."""
    text = render_text(example(answers={"departments": {"marketing": "yes"}}), 40)
    assert "  Marketing: You ● yes, Surveyed: yes\n    90 %, gap +10\n" in text


def test_headings_are_known() -> None:
    """Each line knows whether it is a heading, for whoever makes headings stand out."""
    levels = [(line, level) for line, level in lines(example()) if level]
    assert levels[0] == ("Beispiel GmbH", 1)
    assert ("Who does what", 2) in levels
    assert ("  Departments (Pivot Conference 2010)", 3) in levels
    assert ("  Pivot Conference 2010", 4) in levels


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("at 90 % of", 7, ["at 90 %", "of"]),
        ("is 90 % of", 5, ["is", "90 %", "of"]),
        ("数数数数", 5, ["数数", "数数"]),
        ("", 5, [""]),
    ],
)
def test_wrapping(text: str, width: int, expected: list[str]) -> None:
    """Words stay whole where they can, a number keeps its percent sign, wide signs count two."""
    assert wrap(text, width) == expected


@pytest.mark.parametrize(
    "text", ["\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2764\ufe0f", "नमस्ते", "e\u0301", "数", "ü"]
)
def test_widths_are_those_of_the_app(text: str) -> None:
    """A family, a heart, Devanagari: padded, wrapped and cut by the columns that Rich and the app count."""
    width = cell_len(text)
    assert [cell_len(pad(text, 6)), pad(text, 6, right=True)] == [6, " " * (6 - width) + text]
    assert wrap(f"{text} {text} {text}", 2 * width + 1) == [f"{text} {text}", text]
    assert wrap(text * 5, 2 * width) == [text * 2, text * 2, text]


# ── in a terminal ─────────────────────────────────────────────────────────────────────────────


def test_file_gets_plain_text() -> None:
    """What is no terminal gets the very text."""
    file = io.StringIO()
    print_text(example(), file)
    assert file.getvalue() == render_text(example())


def test_no_color_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under NO_COLOR a terminal gets the very text too."""
    monkeypatch.setenv("NO_COLOR", "1")
    file = Terminal()
    print_text(example(), file)
    assert file.getvalue() == render_text(example())


def test_terminal_gets_bold_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal headings are bold, and a name like markup is shown as typed."""
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "90", "NO_COLOR": ""}.items():
        monkeypatch.setenv(name, value)
    file = Terminal()
    print_text(example(organisation="[bold]Beispiel[/] GmbH"), file)
    shown = file.getvalue()
    assert "\x1b[1mWho does what\x1b[0m" in shown
    assert "[bold]Beispiel[/] GmbH" in shown
