"""A double click is one act, whatever the first half of it has opened."""

from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from support.builders import PACK
from support.mirror import only
from support.stores import reading
from support.terminal import Terminal
from support.terminal_input import F10, click, position

NAMES = ("Beispiel GmbH", "Muster AG", "Probe e. V.")


def store_sheets(folder: Path) -> None:
    """Three sheets, of which nothing is answered."""
    with reading(folder / "sheets.db") as store:
        for name in NAMES:
            store.create(PACK, Sheet(PACK.id, organisation=name))


def click_often(terminal: Terminal, text: str, times: int = 2) -> None:
    """Click where a text stands, all in one write: whatever the machine does, they come together."""
    shown = terminal.wait_for(text)  # a page may come in two pieces
    terminal.press(click(*position(shown, text)) * times)


@pytest.mark.parametrize("times", [2, 3])
def test_in_the_list_of_sheets(tmp_path: Path, times: int) -> None:
    """A double click opens the sheet, and neither it nor a third click answers anything there."""
    store_sheets(tmp_path)
    with Terminal(tmp_path) as terminal:
        for name in NAMES:  # in the rows where the answers will be
            terminal.wait_for(name)
            click_often(terminal, name, times)
            terminal.wait_for("1 [ ]")
            terminal.settle()
            terminal.press("q")
            terminal.wait_for("3 sheets")
        terminal.press(F10)
        assert terminal.wait_end() == 0
    with reading(tmp_path / "sheets.db") as store:
        assert all(not store.load(entry.id, PACK).sheet.answers for entry in store.list_sheets())


def test_on_delete(tmp_path: Path) -> None:
    """A double click on a key of the bottom line presses it once: one sheet goes."""
    store_sheets(tmp_path)
    with Terminal(tmp_path, size=(160, 24)) as terminal:
        terminal.wait_for("3 sheets", "delete")
        click_often(terminal, "delete")
        terminal.wait_for("2 sheets")
        terminal.settle()
        assert "2 sheets" in terminal.text
        terminal.press(F10)
        assert terminal.wait_end() == 0


def test_on_answers(tmp_path: Path) -> None:
    """On boxes, on a single choice that leads on, in the answers at a glance: each time one act."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        click_often(terminal, "2 [ ]")
        terminal.wait_for("2 [x]")
        click_often(terminal, "Enter next")
        terminal.wait_for("Question 2 of 7")
        click_often(terminal, "3 ( )")
        terminal.wait_for("Question 3 of 7")
        terminal.settle()
        terminal.press("r")
        terminal.wait_for("Who answers", "Chosen")
        click_often(terminal, "Who answers")
        terminal.wait_for("3 (•)")
        terminal.settle()
        terminal.press(F10)
        assert terminal.wait_end() == 0
    given = {path: answer for path, answer in only(tmp_path / "sheets.db").answers.items() if answer != "no"}
    assert given == {"team.cross_departmental": "yes", "daily": "sales"}


def test_a_hand_that_moves_a_cell(tmp_path: Path) -> None:
    """The second half of a double click may be a cell beside the first one."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        column, row = position(terminal.text, "2 [ ]")
        terminal.press(click(column, row), click(column + 1, row))
        terminal.wait_for("2 [x]")
        terminal.settle()
        terminal.press(F10)
        assert terminal.wait_end() == 0
    assert only(tmp_path / "sheets.db").answers == {"team.cross_departmental": "yes"}
