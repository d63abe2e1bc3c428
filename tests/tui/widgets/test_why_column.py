"""Why: everything that a derivation says, in a narrow and in a wide column."""

import pytest

from smcheck.report.content import Subject
from smcheck.report.tab_content import Why
from smcheck.report.why import why
from smcheck.tui.widgets.why_column import why_contents
from support.companies import example
from support.lines import missing, shown_rows

WHY = Why(
    title="Departments: 1 to 2 of 4",
    text="You involve 1 of them, or 2.",
    lines=(("counted", "Marketing yes"), ("", "hence the range"), ("could also take charge", "Sales")),
    sources=(
        (("Source", "Pivot 2010"), ("Age", "16 years"), ("Link", "https://example.org/a-long-address")),
    ),
)


def test_name_words_arithmetic_and_sources() -> None:
    """In this order; a head that is too long, and a link, have rows of their own."""
    assert shown_rows(why_contents(WHY, 30), 30) == [
        "Why? Departments: 1 to 2 of 4",
        "",
        "You involve 1 of them, or 2.",
        "",
        "counted  Marketing yes",
        "         hence the range",
        "could also take charge",
        "  Sales",
        "",
        "Source ───────────────────────",
        "Pivot 2010",
        "Age  16 years",
        "https://example.org/a-long-add",
        "ress",
    ]


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("width", [20, 33, 39, 60, 90])
@pytest.mark.parametrize(
    "subject",
    [
        Subject("benchmark"),
        Subject("section", "departments"),
        Subject("section", "goals"),
        Subject("item", "departments.support"),
        Subject("coverage", "goals"),
        Subject("need", "goals.applicants"),
        Subject("rule", "ad_hoc"),
        Subject("department", "support"),
        Subject("source", "pivot-2010"),
        Subject("completeness"),
    ],
)
def test_everything_is_told(subject: Subject, width: int, lang: str) -> None:
    """Every text of every kind of derivation is whole, each source once."""
    told = why(example(language=lang), subject)
    shown = shown_rows(why_contents(told, width), width)
    heads = [head for head, text in told.lines if not text.startswith("http")]
    texts = [text for _head, text in told.lines]
    assert missing([told.title, told.text, *heads, *texts], shown) == []
    sources = [text for source in told.sources for _head, text in source]
    assert missing(sources, shown) == []
    names = [source[0][1] for source in told.sources]
    assert len(names) == len(set(names))
