"""All stored sheets: found by any characters of their names, sorted, and when they were changed."""

from datetime import UTC, datetime, timedelta

import pytest

from smcheck.store import SheetSummary
from smcheck.tui.sheet_index import Column, Order, SheetIndex
from smcheck.words.language import use
from support.app import NOW


def _sheet(id_: str, organisation: str, respondent: str = "", days: int = 0, **more: bool) -> SheetSummary:
    moment = NOW - timedelta(days=days)
    return SheetSummary(
        id_, "social-media", organisation, respondent, moment, moment, **{"finished": False, **more}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "0123456"),
        ("  ", "0123456"),
        ("%", "0"),
        ("_", "1"),
        ("\\", "2"),
        ("'", "3"),
        ('"', "3"),
        ("öl", "4"),
        (" ÖL ", "4"),
        ("strasse", "4"),
        ("behind", "5"),
        ("a. b.", "6"),
        ("gmbha", ""),
        ("%%", ""),
        ("nobody", ""),
    ],
)
def test_search_takes_every_character_as_it_is(text: str, expected: str) -> None:
    """Names of organisation and respondent are searched, case aside, without wildcards, each by itself."""
    names = ["100% GmbH", "a_b", "c\\d", '"O\'Neill"', "Öl an der Straße", "nul\0behind", "Beispiel GmbH"]
    sheets = [_sheet(str(place), name, "A. B." if place == 6 else "") for place, name in enumerate(names)]
    assert "".join(sheet.id for sheet in SheetIndex(sheets).find(text, Order())) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (Column.CHANGED, "abcd"),
        (Column.ORGANISATION, "cdab"),
        (Column.RESPONDENT, "bdac"),
        (Column.STATE, "acdb"),
    ],
)
def test_sorted(column: Column, expected: str) -> None:
    """In alphabetical order in any case, Ä beside A, no name last; what is to be done; the newest."""
    index = SheetIndex(
        [
            _sheet("a", "beta", "", 0),
            _sheet("b", "", "Kim", 1, finished=True),
            _sheet("c", "Alpha", " ", 2),
            _sheet("d", "Ärzte", "kim b", 3),
        ]
    )
    order = Order(column)
    assert "".join(sheet.id for sheet in index.find("", order)) == expected
    other = order.by(column)
    assert "".join(sheet.id for sheet in index.find("", other)) == expected[::-1]
    assert {order.sign, other.sign} == {"↑", "↓"}
    assert other.by(column) == order


@pytest.mark.parametrize("lang", ["en", "de"])
def test_the_width_of_the_time_of_change(lang: str) -> None:
    """No time needs more than the width that was told, whether year, time of day, or both are said."""
    use(lang)
    days = (0, 0, 1, 400, 400, 800)
    sheets = [_sheet(str(place), "", days=number) for place, number in enumerate(days)]
    index = SheetIndex(sheets)
    assert max(len(index.when(sheet)) for sheet in sheets) == index.when_width
    assert index.when(sheets[0]).endswith(", 14:02")
    assert "2026" in index.when(sheets[2])


def test_the_ends_of_the_calendar() -> None:
    """A sheet that a broken clock dated is in the list like any other."""
    ends = [datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)]
    sheets = [SheetSummary(str(end.year), "x", "", "", end, end, finished=False) for end in ends]
    index = SheetIndex(sheets)
    assert [bool(index.when(sheet)) for sheet in index.find("", Order())] == [True, True]
