"""Whole sittings as they are held, line by line in both languages, compared with files.

A change of the pack, its texts or the report's words changes them on purpose: look at the difference that
``pytest tests/plain/test_transcripts.py --golden-update`` makes before keeping it.
"""

from pathlib import Path

import pytest

from smcheck.store import Store, StoredJournal
from smcheck.words.language import use
from support.builders import PACK
from support.plain import Held, expected_sheet, nothing, stored_sheet

FOLDER = Path(__file__).with_name("transcripts")
ENGLISH = (
    "Beispiel GmbH|A. B.||it|germ|50|h|1-2|4|1 4 ?2 -3|1 6|2|2|h|0||comparison|who|steps|what if|sales|+|0||"
    "surveys|?ragan|ragan|surveys|1|why|score|marketing|support|4||answers||nope||q"
)
GERMAN = (
    "Beispiel GmbH|A. B.||it|de|50|hilfe|1-2|4|1 4 ?2 -3|1 6|2|2|hilfe|0||vergleich|wer|schritte|was|pr|+|0||"
    "umfragen|?ragan|ragan|umfragen|1|warum|gesamt|marketing|kundens|4||antworten||nein||ende"
)
SITTINGS = {"en": ENGLISH.split("|"), "de": GERMAN.split("|")}
"""The lines that are typed."""


@pytest.mark.parametrize("language", SITTINGS)
def test_transcript(store: Store, request: pytest.FixtureRequest, language: str) -> None:
    """From who answers to leaving the menu; what was typed is stored, and the result remembered as seen."""
    use(language)
    sitting = Held(StoredJournal(store, PACK, nothing()), SITTINGS[language])
    (entry,) = store.list_sheets()
    sheet = stored_sheet(store)
    assert entry.finished
    assert expected_sheet().answers == sheet.answers
    assert (sheet.organisation, sheet.respondent) == ("Beispiel GmbH", "A. B.")
    assert dict(sheet.profile) == {"sector": "itk", "country": "de", "size": "50-249"}
    assert (sheet.changed_after_result, sheet.answered_after_result) == ((), ())
    transcript = "".join(f"{line}\n" for line in sitting.said).replace(sheet.id, "abc234")
    file = FOLDER / f"{language}.txt"
    if request.config.getoption("--golden-update"):
        file.write_text(transcript, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == transcript


@pytest.mark.parametrize("language", SITTINGS)
def test_no_figure_while_answering(store: Store, language: str) -> None:
    """Up to the result nothing is said of the surveyed companies: no percentage, no survey."""
    use(language)
    lines = SITTINGS[language]
    sitting = Held(StoredJournal(store, PACK, nothing()), lines[: lines.index("0") + 1])
    assert not sitting.saw_result
    said = "\n".join(sitting.said)
    assert [word for word in ("%", "100", "Bitkom", "Pivot", "survey", "befragt") if word in said] == []


@pytest.mark.parametrize("language", SITTINGS)
def test_nothing_is_drawn(store: Store, language: str) -> None:
    """No control character, no box, no sign: a screen reader can say all of it, one line at a time."""
    use(language)
    sitting = Held(StoredJournal(store, PACK, nothing()), SITTINGS[language])
    drawn = [
        line
        for line in sitting.said
        for character in line
        if character < " " or "\u2500" <= character <= "\u25ff" or character in "·→"
    ]
    assert drawn == []
