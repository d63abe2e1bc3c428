"""Sheets found by their names, however these are written."""

import unicodedata
from datetime import UTC, datetime

import pytest

from smcheck.store import SheetSummary
from smcheck.tui.sheet_index import Order, SheetIndex

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


def summary(organisation: str, respondent: str = "") -> SheetSummary:
    """A sheet of this name."""
    return SheetSummary(
        id="x",
        pack="social-media",
        organisation=organisation,
        respondent=respondent,
        created=NOW,
        modified=NOW,
        finished=False,
    )


@pytest.mark.parametrize("search", ["istanbul", "İstanbul", "ISTANBUL", "müller", "MÜLLER", "mu\u0308ller"])
def test_names_are_found_however_they_are_written(search: str) -> None:
    """Organisation and respondent, in any case and any encoding of their accents."""
    index = SheetIndex(
        [
            summary("İstanbul A.Ş.", "Müller"),
            summary(unicodedata.normalize("NFD", "Müller, İstanbul")),
            summary("Beispiel GmbH"),
        ]
    )
    assert len(index.find(search, Order())) == 2
