"""Comments line by line: on the whole or a part, in several lines, changed and removed."""

import pytest

from smcheck.sheet import example_sheet
from smcheck.store import MemoryJournal
from support.builders import PACK
from support.plain import Held


def held(*lines: str) -> Held:
    """A sitting over the example, from its result on."""
    return Held(MemoryJournal(example_sheet(PACK)), ["result", *lines, "quit"])


def test_a_comment_of_two_lines() -> None:
    """What is said is kept with the name, under what was chosen."""
    sitting = held("comment", "Set-up", "one", "two", "", "C. D.")
    comment = sitting.session.sheet.comments["sections.team"]
    assert (comment.text, comment.by) == ("one\ntwo", "C. D.")
    assert "The comment is kept." in sitting.said


def test_the_summary_is_changed_and_removed() -> None:
    """The whole comes first; what is there is said before it is changed; a hyphen removes it."""
    sitting = held("comment", "1", "one", "", "", "comment", "1", "two", "", "")
    assert sitting.session.sheet.summary is not None
    assert sitting.session.sheet.summary.text == "two"
    assert any(line.startswith("one") for line in sitting.said)
    removed = held("comment", "1", "one", "", "", "comment", "1", "-")
    assert removed.session.sheet.summary is None
    assert "The comment is removed." in removed.said


def test_nothing_leaves_it() -> None:
    """An empty line at once writes nothing."""
    assert held("comment", "1", "").session.sheet.summary is None


@pytest.mark.parametrize("ending", [[], ["Q"], ["ende"], ["", "q"], [""]])
def test_who_leaves_keeps_what_was_typed(ending: list[str]) -> None:
    """A comment that is broken off, by a word or the end of the input, is kept as far as it was said."""
    lines = ["result", "comment", "1", "one", "two", *ending]
    sitting = Held(MemoryJournal(example_sheet(PACK)), lines)
    summary = sitting.session.sheet.summary
    assert summary is not None
    assert (summary.text, summary.by) == ("one\ntwo", "")
    assert "The comment is kept." in sitting.said


def test_a_hyphen_within_is_a_line() -> None:
    """Only a hyphen at the beginning removes a comment."""
    summary = held("comment", "1", "Two points:", "-", "more", "", "Me").session.sheet.summary
    assert summary is not None
    assert (summary.text, summary.by) == ("Two points:\n-\nmore", "Me")
