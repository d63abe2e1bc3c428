"""Comments line by line: on the whole or a part, in several lines, changed and removed."""

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
