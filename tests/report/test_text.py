"""The result as plain text: everything is there, aligned, within its width, and harmless."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from smcheck.report.blocks import Heading
from smcheck.report.case import Case, open_case
from smcheck.report.columns import pad, wrap
from smcheck.report.page import page
from smcheck.report.terminal import print_text
from smcheck.report.text import lines, render_text
from smcheck.sheet import Sheet, parse_sheet
from support.builders import EXAMPLE, PACK, all_items, sheet_of, sheets

PEOPLE = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


def example(**more: Any) -> Case:
    """The case of the example sheet, in English."""
    return open_case(PACK, parse_sheet({**EXAMPLE, **more}, PACK), language="en")


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        """Whether people look at it."""
        return True


# ── what is there ─────────────────────────────────────────────────────────────────────────────


def test_parts_in_order() -> None:
    """The page goes from the overview to the sources."""
    headings = [block.text for block in page(example()) if isinstance(block, Heading) and block.level < 3]
    assert headings == [
        "Beispiel GmbH",
        "Overview",
        "Comparison with the surveyed companies",
        "Who is called for",
        "Bring in",
        "Smallest team",
        "Set-up",
        "A second look",
        "To bear in mind",
        "Sources",
    ]


def test_overview() -> None:
    """Numbers first, all calculated by hand; a score without survey figure is compared with nothing."""
    case = example(
        answers={
            "team": all_items("team", "no"),
            "departments": all_items("departments", "no", marketing="yes"),
            "goals": all_items("goals", "no", awareness="yes", service="yes"),
            "challenges": all_items("challenges", "no"),
        }
    )
    expected = """\
Overview

               you  surveyed  lead  verdict
  Benchmark     48        57    −9  LEVEL
  Fit           25         –     –
  Team          33        56   −23
  Departments   25        60   −35
  Goals         33        51   −18
  Challenges   100        60   +40

  Ahead or behind, depending on how the sections are weighted (−21 … +12).

  Your goals and challenges have a quarter of the departments they call for.
"""
    assert expected in render_text(case)


def test_comparison_of_a_section() -> None:
    """Each item has answer, lead in words and signed numbers, percentage and source; no item is missing."""
    text = render_text(
        example(answers={"departments": {**all_items("departments", "no"), "marketing": "yes"}})
    )
    expected = """\
  Departments

  25, surveyed companies 60. You involve 1 of 4, surveyed companies 2.4 on
  average. 54–100 % of surveyed companies involve more.

                you  lead  surveyed  source
  Marketing     yes   +10      90 %  [2]
  PR            no    −64      64 %  [2]
  Sales         no    −46      46 %  [2]
  Support       no    −39      39 %  [2]
  Product dev.  no      –         –  –
  HR            no      –         –  –
  Management    no      –         –  –
  IT            no      –         –  –
  Legal         no      –         –  –
"""
    assert expected in text


def test_answers_without_figures_are_there() -> None:
    """What is compared with nothing is still in the report, with the question that it answers."""
    text = render_text(example(), 200)
    assert "Who answers comments and messages from day to day? Marketing." in text
    assert "How many of these goals are written down with a measurable target? Some of them." in text
    assert "Which of these challenges have an owner and a measure in place? Data protection: no." in text


def test_advice_is_numbered_and_apart_from_what_is_common() -> None:
    """Advised departments stand in one list, what only the survey speaks for in another."""
    case = example(
        answers={
            "departments": all_items("departments", "no"),
            "goals": all_items("goals", "no", service="yes"),
            "challenges": all_items("challenges", "no"),
        }
    )
    text = render_text(case)
    advised = text[text.index("\nBring in\n") : text.index("\nNot called for\n")]
    common = text[text.index("\nNot called for\n") : text.index("\nSmallest team\n")]
    assert [line.strip() for line in advised.splitlines() if line.endswith(": advised")] == [
        "1. Customer support: advised",
        "2. Product development: advised",
    ]
    assert "- Marketing: common" in common
    assert "advised" not in common


def test_unknown_department_is_said_to_be_unknown() -> None:
    """A department that may be involved already is not called missing."""
    text = render_text(example(answers={"departments": {"support": "unknown"}, "goals": {"service": "yes"}}))
    assert "It is not known whether it is involved already." in text


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            {"departments": all_items("departments", "no"), "goals": {"service": "yes"}},
            "To give every goal and challenge its lead, bring in: Customer support.",
        ),
        (
            {"departments": all_items("departments", "yes"), "goals": {"service": "yes"}},
            "Every goal and challenge that can have its lead has it.",
        ),
        (
            {"departments": all_items("departments", "na"), "goals": {"service": "yes"}},
            "No department that could lead exists here for: Serve customers.",
        ),
        ({}, "Nothing is known yet that calls for a department."),
        (
            {"goals": all_items("goals", "no"), "challenges": all_items("challenges", "no")},
            "There is nothing that calls for a department.",
        ),
    ],
)
def test_smallest_team(answers: dict[str, Any], expected: str) -> None:
    """Whom to add, or why nobody."""
    assert expected in render_text(example(answers=answers))


def test_changes_after_the_result_are_marked() -> None:
    """An answer changed after the result was seen is named as such."""
    text = render_text(example(changed_after_result=["departments.marketing", "daily"]), 200)
    assert (
        "Changed after the result was seen: Who answers comments and messages from day to day?, Marketing."
    ) in text


def test_sources_have_passports_and_links_in_one_piece() -> None:
    """Every link of every survey and argument stands on one line, however narrow the text is."""
    case = example()
    text = render_text(case, 40)
    used = [link for source in case.figures.sources for link in source.links]
    assert [link for link in used if link not in text] == []
    assert "never one sample" in text.replace("\n ", "")


def test_empty_sheet() -> None:
    """Nothing answered is a result too: open, 0 answered, no advice."""
    text = render_text(open_case(PACK, sheet_of({}), language="en"))
    assert text.startswith("Sheet without a name\n\n  0 of 25 answered\n\nOverview\n")
    assert "Open: not every section has an answer yet." in text
    assert "Nothing is known yet that calls for a department. Still open: Goals and" in text


def test_figures_that_compare_with_nothing() -> None:
    """Measured against a set without one figure for an item, every score but the fit is absent, not 0."""
    case = open_case(PACK, parse_sheet(EXAMPLE, PACK), "bitkom-social-business-2013", "en")
    text = render_text(case)
    assert "\n  Benchmark        –         –     –  OPEN\n" in text
    assert "\n  Departments      –         –     –\n" in text
    assert "Open: no section can be compared with these figures." in text


def test_no_need() -> None:
    """Without goal and challenge nobody is called for, and that is said once where they would stand."""
    none = {"goals": all_items("goals", "no"), "challenges": all_items("challenges", "no")}
    text = render_text(example(answers=none))
    part = text[text.index("\nWho is called for\n") : text.index("\nBring in\n")]
    assert part.split("\n")[3:-1] == [
        "  No goal is pursued and no open challenge is faced, so there is nothing to fit.",
    ]


def test_nobody_said_who_answers() -> None:
    """What was not said is not listed."""
    assert "Answered by" not in render_text(open_case(PACK, sheet_of({}), language="en"))


def test_no_department_exists() -> None:
    """A section that drops out says so and still shows what was answered."""
    text = render_text(example(answers={"departments": all_items("departments", "na")}))
    assert "Nothing in it can be compared with these figures." in text
    assert "  Marketing     we have none     –         –  –\n" in text


# ── how it looks ──────────────────────────────────────────────────────────────────────────────


@given(sheets(), st.integers(30, 120), st.sampled_from(["de", "en"]), PEOPLE, PEOPLE)
def test_no_line_is_too_wide(sheet: Sheet, width: int, language: str, name: str, role: str) -> None:
    """Whatever was answered and typed, only links are wider than asked, and nothing in it is alive."""
    described = sheet_of({}, organisation=name, respondent=name, profile={"role": role})
    case = open_case(PACK, described.with_answers(sheet.answers), language=language)
    text = render_text(case, width)
    assert [line for line in text.split("\n") if cell_len(line) > width and "http" not in line] == []
    assert [line for line in text.split("\n") if line != line.rstrip(" ")] == []
    assert [character for character in text if character < " " and character != "\n"] == []


def test_narrow_tables_are_spoken() -> None:
    """A table that does not fit says each value with its title, and leaves out what is not there."""
    text = render_text(example(answers={"departments": {"marketing": "yes"}}), 40)
    assert "  Marketing. you: yes, lead: +10,\n    surveyed: 90 %, source: [2]\n" in text


def test_headings_are_known() -> None:
    """Each line knows whether it is a heading, for whoever makes headings stand out."""
    levels = [(line, level) for line, level in lines(example()) if level]
    assert levels[:4] == [
        ("Beispiel GmbH", 1),
        ("Overview", 2),
        ("Comparison with the surveyed companies", 2),
        ("  Team", 3),
    ]


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
    assert "\x1b[1mOverview\x1b[0m" in shown
    assert "[bold]Beispiel[/] GmbH" in shown
