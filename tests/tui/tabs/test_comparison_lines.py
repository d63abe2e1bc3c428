"""Comparison: every text is there, whole, at every width; bars, numbers and answers never meet."""

from dataclasses import replace

import pytest

from smcheck.report.comparison import comparison
from smcheck.report.content import Subject
from smcheck.sheet import example_sheet
from smcheck.tui.tabs.comparison import comparison_lines
from smcheck.words.numbers import percent, with_sign
from support.builders import PACK
from support.companies import HOSPITAL, case_of, example
from support.lines import missing, rows_of
from support.result import NAMES
from support.result import case_of as result_of

WIDTHS = (17, 37, 54, 60, 70, 74, 90)


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_everything_is_told(name: str, lang: str, width: int) -> None:
    """Each section with count, sentence and survey, each item with its numbers or without a figure."""
    tables = comparison(result_of(name, lang))
    shown = rows_of(comparison_lines(tables, width), width)
    texts = []
    for table in tables:
        line = table.line
        texts += [line.label, line.count, table.surveys, line.possible]
        texts.append(line.likeness or line.sentence)
        for row in table.rows:
            texts += [row.short, percent(row.percent or 0), row.note, row.changed]
            texts += [with_sign(end) for end in row.gap or ()]
        texts += [text for row in table.without_figure for text in (row.short, row.answer, row.changed)]
    assert missing(texts, shown) == []


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("width", [60, 70, 74, 90])
def test_each_item_is_a_row_in_which_nothing_meets(lang: str, width: int) -> None:
    """Name, answer, numbers and theirs with blanks between, also where nobody knows the most common one."""
    nobody_knows = {"marketing": "unknown", "pr": "unknown", "sales": "na", "support": "no"}
    tables = comparison(case_of({"departments": nobody_knows}, language=lang))
    shown = rows_of(comparison_lines(tables, width), width)
    for table in tables:
        for row in table.rows:
            texts = [
                row.short,
                row.answer,
                *map(with_sign, dict.fromkeys(row.gap or ())),
                percent(row.percent or 0),
            ]
            found = next(line for line in shown if line.startswith(row.short))
            for text in texts:
                assert f" {text} " in f" {found} ", (text, found)


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("width", range(60, 91))
def test_the_scale_has_both_ends_or_none(lang: str, width: int) -> None:
    """Where one of them has no room beside its word, the other does not stand alone."""
    shown = rows_of(comparison_lines(comparison(example(language=lang)), width), width)
    scales = [row for row in shown if " │ " in row and "100" in row]
    assert all("−100" in row and "+100" in row for row in scales)


def test_judged_items_lie_about_a_zero_line() -> None:
    """Below to its left, above to its right, what nobody knows to both sides with both numbers."""
    shown = rows_of(comparison_lines(comparison(example()), 77), 77)
    start = shown.index(next(row for row in shown if row.startswith("Departments")))
    assert shown[start : start + 7] == [
        "Departments  1–2 of 4, theirs 2.4  ▼ below ──────────── Pivot Conference 2010",
        "At least about 19 of 100 surveyed companies involve more of these.",
        "                 you               −100     below │ above     +100     theirs",
        "Marketing        ● yes                            │━╸ +10                90 %",
        "PR               ○ no               −64 ╺━━━━━━━━━│                      64 %",
        "Sales            ○ no                  −46 ━━━━━━━│                      46 %",
        "Support          ? don't know           −39 ╍╍╍╍╍╍│╍╍╍╍╍╍╍╍╍╍ +61        39 %",
    ]


def test_described_items_are_shares_without_better_or_worse() -> None:
    """Theirs and as you, a range where nobody knows; no sign and no colour of a verdict."""
    case = case_of({"goals": {"awareness": "yes", "expert": "no", "service": "unknown"}})
    goals = next(table for table in comparison(case) if not table.line.judged)
    lines = comparison_lines([goals], 74)
    shown = rows_of(lines, 74)
    assert shown[3].split() == ["Awareness", "●", "yes", "━" * 18 + "╾" + "─" * 5, "77", "%", "77", "%"]
    assert shown[4].endswith("68 %    32 %")
    assert shown[-1].endswith("20 % 20–80 %")
    colours = {str(span.style) for line in lines for span in line.content.spans}
    assert not {style for style in colours if "below" in style or "above" in style}


def test_no_comparison_says_why_and_lists_its_items() -> None:
    """A hospital with only PR of the four departments, and a survey without figures for the set-up."""
    shown = rows_of(comparison_lines(comparison(case_of(HOSPITAL)), 74), 74)
    assert "you only have public relations: too little to compare." in " ".join(shown)
    assert any(row.startswith("Sales            – does not exist here") for row in shown)
    shown = rows_of(comparison_lines(comparison(example("bitkom-2025")), 74), 74)
    assert shown[:2] == ["Set-up  – no comparison " + "─" * 50, "This survey has no figures for it."]
    assert "○ Dedicated team no" in shown[3]


def test_answers_after_the_result_are_said_in_words() -> None:
    """Below an item with a figure, beside one without."""
    sheet = replace(
        example_sheet(PACK),
        changed_after_result=("departments.marketing", "departments.hr"),
        answered_after_result=("goals.service",),
    )
    case = example()
    shown = rows_of(comparison_lines(comparison(replace(case, sheet=sheet)), 74), 74)
    marketing = next(place for place, row in enumerate(shown) if row.startswith("Marketing"))
    assert shown[marketing + 1] == "  changed after the result"
    service = next(place for place, row in enumerate(shown) if row.startswith("Service"))
    assert shown[service + 1] == "  answered after the result"
    assert any("HR no, changed after the result" in row for row in shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_can_be_asked_about(width: int) -> None:
    """The cursor stops at sections and items; columns' heads and blank rows are passed over."""
    lines = comparison_lines(comparison(example()), width)
    assert all(line.stop == (line.subject is not None) for line in lines)
    asked = [line.subject for line in lines if line.subject]
    assert Subject("section", "team") in asked
    assert Subject("item", "goals.service") in asked
