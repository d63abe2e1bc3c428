"""The result as Markdown: the same page, and nothing that is markup by accident."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from smcheck.report.blocks import Heading
from smcheck.report.case import Case, open_case
from smcheck.report.markdown import escape, inline, render_markdown
from smcheck.report.page import page_blocks
from smcheck.sheet import Sheet, parse_sheet
from smcheck.words.language import use
from support.builders import EXAMPLE, PACK, sheet_of, sheets

_ESCAPED = re.compile(r"\\(.)")


def example(**more: Any) -> Case:
    """The case of the example sheet, in English."""
    return open_case(PACK, parse_sheet({**EXAMPLE, **more}, PACK), language="en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beispiel GmbH", "Beispiel GmbH"),
        ("a|b", r"a\|b"),
        ("<script>", r"\<script\>"),
        ("[x](y)", r"\[x\](y)"),
        ("`*_~", r"\`\*\_\~"),
        ("# x #", r"\# x \#"),
        ("![x](y)", r"!\[x\](y)"),
        ("a\\", "a\\\\"),
        ("&amp;", r"\&amp;"),
        ("$x$", r"\$x\$"),
        ("- x", r"\- x"),
        ("+ x", r"\+ x"),
        ("===", r"\==="),
        ("1. x", r"1\. x"),
        ("12) x", r"12\) x"),
        ("1.5 x", r"1\.5 x"),
        ("    x  ", "x"),
        ("a\nb", "a␊b"),
        ("https://example.org", r"https\:\//example\.org"),
        ("www.example.org", r"www\.example\.org"),
        (":---", r"\:---"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    """Signs that Markdown reads are escaped, at the beginning of a line those that matter there."""
    assert escape(text) == expected


def test_inline_leaves_signs_that_begin_no_line() -> None:
    """Inside a table a lead keeps its plus."""
    assert inline("+10") == "+10"


@given(st.text())
def test_escape_loses_nothing(text: str) -> None:
    """Reading the escapes back gives the text as it is shown, and no live sign is left without one."""
    shown = escape(text)
    assert "\n" not in shown
    live = _ESCAPED.sub("", shown)
    assert re.findall(r"[\\`*_\[\]<>#|~&$]", live) == []


def test_headings_are_those_of_the_page() -> None:
    """Every heading of the page is one of the Markdown, on its level."""
    case = example()
    found = [line for line in render_markdown(case).split("\n") if line.startswith("#")]
    assert found == [
        f"{'#' * block.level} {inline(block.text)}"
        for block in page_blocks(case)
        if isinstance(block, Heading)
    ]


def test_table_is_aligned() -> None:
    """Columns of numbers are right-aligned, and the rows line up in the source too."""
    text = render_markdown(example(answers={"challenges": {"privacy": "yes", "resources": "no"}}))
    expected = """\
|                                | You          | Surveyed: yes |
| ------------------------------ | ------------ | ------------: |
| Resources: time, staff, budget | ○ no         |          49 % |
| Data protection                | ● yes        |          38 % |
| Big data                       | not answered |          32 % |
"""
    assert expected in text


def test_links_are_links() -> None:
    """The links of the surveys can be followed; that is the only thing between angle brackets."""
    text = render_markdown(example())
    links = re.findall(r"(?<!\\)<([^>]*)>", text)
    assert links
    assert [link for link in links if not link.startswith(("http://", "https://"))] == []


def test_people_cannot_write_markup() -> None:
    """A name full of markup is shown as typed, in the heading and in the list."""
    name = "# <b>[x](http://y)</b> | `z` www.x.example"
    text = render_markdown(example(organisation=name, respondent=name))
    shown = r"\# \<b\>\[x\](http\:\//y)\</b\> \| \`z\` www\.x\.example"
    assert text.startswith(f"# {shown}\n")
    assert f"\nAnswered by {shown}" in text


def test_people_cannot_write_links() -> None:
    """An address that somebody typed is text, not a link."""
    text = render_markdown(example(respondent="https://example.org/x"))
    assert r"Answered by https\:\//example\.org/x" in text


@given(sheets(), st.text(max_size=40), st.sampled_from(["de", "en"]))
def test_structure_is_sound(sheet: Sheet, name: str, language: str) -> None:
    """Whatever was answered and typed, every row of a table has as many cells as the others, equally wide."""
    described = sheet_of({}, organisation=_utf8(name), profile={"role": _utf8(name)})
    use(language)
    text = render_markdown(open_case(PACK, described.with_answers(sheet.answers)))
    assert text.endswith("\n")
    for block in text.split("\n\n"):
        rows = [line for line in block.split("\n") if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1
        assert len({cell_len(row) for row in rows}) <= 1


def _utf8(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
