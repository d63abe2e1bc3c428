"""Answers changed, and answers first given, after the result was seen."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store import MemoryJournal, Store, StoredJournal


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    store = Store(tmp_path / "sheets.db")
    yield store
    store.close()


def late_in(store: Store, id_: str, pack: Pack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The answers of a stored sheet that were changed, and first given, after the result was seen."""
    sheet = store.load(id_, pack).sheet
    return sheet.changed_after_result, sheet.answered_after_result


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], ["yes"], "answered"),
        ([], ["yes", "no"], "answered"),
        ([], ["yes", None], ""),
        ([], ["yes", None, "no"], "answered"),
        (["yes"], [], ""),
        (["yes"], ["no"], "changed"),
        (["yes"], ["unknown"], "changed"),
        (["unknown"], ["yes"], "changed"),
        (["yes"], [None], ""),
        (["yes"], [None, "no"], "changed"),
        (["yes"], ["no", "yes"], ""),
        (["yes"], [None, "yes"], ""),
        (["no", "yes"], ["no"], "changed"),
        (["yes", None], ["no"], "answered"),
        (["yes", None], ["yes"], "answered"),
    ],
)
def test_what_counts_as_changed(
    store: Store, pack: Pack, before: list[str | None], after: list[str | None], expected: str
) -> None:
    """Another answer stood when the result was seen: changed. None did: answered. The same does: neither.

    A journal in memory says the same as the store.
    """
    stored = StoredJournal(store, pack, Sheet(pack.id))
    stored.note("team", "–")
    for journal in (stored, MemoryJournal(Sheet(pack.id))):
        for value in before:
            journal.answer({"team.agency": value})
        journal.see_result()
        for value in after:
            journal.answer({"team.agency": value})
            journal.see_result()
        found = {
            "changed": journal.sheet.changed_after_result,
            "answered": journal.sheet.answered_after_result,
        }
        assert {key: ("team.agency",) if key == expected else () for key in found} == found


def test_late_changes_come_with_a_sheet(store: Store, pack: Pack) -> None:
    """What a sheet says of itself stands, and is not taken for what happens here."""
    sheet = Sheet(
        pack.id,
        answers=MappingProxyType({"daily": "pr", "team.agency": "no", "team.ad_hoc": "no"}),
        changed_after_result=("daily",),
        answered_after_result=("team.agency",),
    )
    id_ = store.create(pack, sheet)
    assert late_in(store, id_, pack) == (("daily",), ("team.agency",))
    store.see_result(id_)
    changes: list[tuple[str, str, str | None]] = [
        ("answer", "team.ad_hoc", "yes"),
        ("answer", "daily", "hr"),
        ("answer", "team.agency", "yes"),
    ]
    store.record(id_, 3, changes, "")
    assert late_in(store, id_, pack) == (("daily", "team.ad_hoc"), ("team.agency",))
    journal = MemoryJournal(sheet)
    journal.see_result()
    journal.answer({"team.ad_hoc": "yes", "daily": "hr", "team.agency": "yes"})
    assert journal.sheet.changed_after_result == ("daily", "team.ad_hoc")
    assert journal.sheet.answered_after_result == ("team.agency",)
