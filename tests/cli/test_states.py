"""How far a sheet is: the same words in ``show`` and in the app, and in ``list`` what needs no pack."""

from pathlib import Path
from typing import Any

import pytest

from smcheck.sheet import Sheet, parse_sheet
from smcheck.sheet.example import example_sheet
from smcheck.store import MemoryJournal, StoredJournal
from smcheck.tui.widgets.sheet_row import state_of
from smcheck.words.language import use
from support.builders import EXAMPLE, PACK, all_items, pack_of, several
from support.cli import program
from support.stores import reading

ONE_ANSWERED = {"team": all_items("team", "no", dedicated="yes")}
STATES = {
    "new": ({}, {"en": "answering 0 of 7", "de": "0 von 7 beantwortet"}),
    "begun": (ONE_ANSWERED, {"en": "answering 1 of 7", "de": "1 von 7 beantwortet"}),
    "whole": (None, {"en": "answered, not seen", "de": "beantwortet, ungesehen"}),
}


def sheet_with(answers: dict[str, Any] | None) -> Sheet:
    """A sheet with these answers, or with all."""
    return example_sheet(PACK) if answers is None else parse_sheet({**EXAMPLE, "answers": answers}, PACK)


@pytest.mark.sample(2)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", STATES)
def test_list_show_and_app_agree(tmp_path: Path, name: str, language: str) -> None:
    """Before the result is seen they say how many questions are answered; afterwards, that it was."""
    answers, words = STATES[name]
    with reading(tmp_path / "sheets.db") as store:
        id_ = store.create(PACK, sheet_with(answers))
        use(language)
        (listed,) = store.list_answers(PACK, [id_])
        assert state_of(listed, PACK).text == words[language]
        use("en")
        assert words[language] in program(tmp_path, "show", id_, "--lang", language).out
        unseen = {"en": "result not seen", "de": "Ergebnis ungesehen"}[language]
        assert unseen in program(tmp_path, "list", "--lang", language).out
        store.see_result(id_)
    seen = {"en": "result seen", "de": "Ergebnis gesehen"}[language]
    for command in (("list",), ("show", id_)):
        assert seen in program(tmp_path, *command, "--lang", language).out


def test_sheets_of_other_packs_and_damaged_ones_are_listed(tmp_path: Path) -> None:
    """One of them keeps nothing from being listed; each is one line."""
    path = tmp_path / "sheets.db"
    with reading(path) as store:
        other = pack_of(questions=[several("departments", ["pr"])])
        store.create(other, Sheet(other.id, organisation="Anderswo"))
        journal = StoredJournal(store, PACK, Sheet(PACK.id, organisation="Hier"))
        journal.answer(MemoryJournal(sheet_with(ONE_ANSWERED)).sheet.answers)
    lines = program(tmp_path, "list").out.splitlines()
    assert [line.split("  ")[2].strip() for line in lines] == ["result not seen"] * 2
