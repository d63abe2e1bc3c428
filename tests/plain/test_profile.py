"""Who answers: six prompts, each skipped, typed, or chosen by number or first letters."""

from types import MappingProxyType

import pytest

from smcheck.sheet import Sheet
from smcheck.store import MemoryJournal
from support.builders import PACK
from support.plain import Held, nothing, sheet_with_answers

LABELS = ["Organisation", "Respondent", "Role or department", "Sector", "Country", "Employees"]


def described(*lines: str) -> Held:
    """A sitting that begins with these lines about who answers."""
    return Held(MemoryJournal(nothing()), lines)


def test_everything_can_be_skipped() -> None:
    """Six empty lines lead to the first question, and nothing is kept of them."""
    sitting = described(*[""] * 6)
    asked = [line.removesuffix(": ") for line in sitting.said if line.endswith(": ")]
    assert asked == LABELS
    assert nothing() == sitting.sheet
    assert "Question 1 of 7, Set-up." in sitting.said


@pytest.mark.parametrize("asked", ["?", "h", " Help ", "hilfe"])
def test_help_is_no_name(asked: str) -> None:
    """Where a name is asked for, too, help says what can be typed, and the name is asked for again."""
    sitting = described(asked, "Muster AG", *[""] * 5)
    assert "Type any text. Enter skips it, q leaves." in sitting.said
    assert sitting.sheet.organisation == "Muster AG"


@pytest.mark.parametrize(
    ("sector", "country", "size", "expected"),
    [
        ("2", "2", "2", {"sector": "industry", "country": "at", "size": "10-49"}),
        ("ind", "germ", "50", {"sector": "industry", "country": "de", "size": "50-249"}),
        ("it", "AT", "1,000", {"sector": "itk", "country": "at", "size": "1000+"}),
        ("other", "", "", {"sector": "other"}),
        ("", "18", "", {"country": "other"}),
        ("", "", "1-9", {"size": "1-9"}),
    ],
)
def test_ways_to_choose(sector: str, country: str, size: str, expected: dict[str, str]) -> None:
    """A number, first letters, an id, or nothing."""
    assert expected == dict(described("", "", "", sector, country, size).sheet.profile)


def test_what_is_said_while_choosing() -> None:
    """A long list is read only when asked for; several matches are listed; the choice is said back."""
    sitting = described("", "", "", "?", "trade", "sw", "3", "99", "x", "")
    start = sitting.said.index("Sector.")
    end = sitting.said.index("Question 1 of 7, Set-up.")
    sectors = [
        f"{n}. {name}." for n, name in enumerate(PACK.texts("en").profile["sector"].options.values(), 1)
    ]
    assert sitting.said[start : end - 1] == [
        "Sector.",
        "Say the first letters, or a number; ? reads all 11.",
        "Sector: ?",
        *sectors,
        "Sector: trade",
        "Chosen: Retail and wholesale.",
        "Country.",
        "Say the first letters, or a number; ? reads all 18.",
        "Country: sw",
        "Which one?",
        "3. Switzerland.",
        "14. Sweden.",
        "Country: 3",
        "Chosen: Switzerland.",
        "Employees.",
        "1. 1 to 9.",
        "2. 10 to 49.",
        "3. 50 to 249.",
        "4. 250 to 999.",
        "5. 1,000 or more.",
        "Employees: 99",
        "There is no “99” here. Say a number from 1 to 5 or first letters; ? reads all of them.",
        "Employees: x",
        "There is no “x” here. Say a number from 1 to 5 or first letters; ? reads all of them.",
        "Employees: ",
    ]


def test_texts_are_kept_as_typed() -> None:
    """Names are free text; blanks around them are left out."""
    sheet = described(" [red]Beispiel GmbH ", "? y", "0", "", "", "").sheet
    assert (sheet.organisation, sheet.respondent, sheet.profile["role"]) == ("[red]Beispiel GmbH", "? y", "0")


def test_what_is_known_is_not_asked() -> None:
    """An organisation that was given on the command line is not asked for again."""
    profile = MappingProxyType({"sector": "itk"})
    sitting = Held(MemoryJournal(Sheet(PACK.id, organisation="Beispiel GmbH", profile=profile)), ["A. B."])
    assert [line for line in sitting.said if line.startswith(("Organisation", "Sector"))] == []
    assert sitting.sheet.respondent == "A. B."


def test_who_answers_is_asked_for_a_new_sheet_only() -> None:
    """A sheet with answers goes straight to the question."""
    assert "Organisation: " not in Held(MemoryJournal(sheet_with_answers()), []).said


@pytest.mark.parametrize(
    "lines", [["Beispiel GmbH", "q"], ["Beispiel GmbH", "", "", "x", "ende"], ["Beispiel GmbH"]]
)
def test_leaving_while_saying_who_answers(lines: list[str]) -> None:
    """Whoever leaves here, too, leaves what was typed before."""
    sitting = described(*lines)
    assert sitting.sheet.organisation == "Beispiel GmbH"
    assert dict(sitting.sheet.profile) == {}
    assert sitting.said[-1] == "Nothing of this is kept."
