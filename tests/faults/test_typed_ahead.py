"""Keys that come in faster than they are dealt with: each takes effect, in its turn."""

from pathlib import Path

import pytest

from support.builders import PACK
from support.mirror import only
from support.terminal import Terminal
from support.terminal_input import CTRL_C, ENTER, ESCAPE, F2, F10, LEFT, RIGHT

QUESTIONS = tuple(question.id for question in PACK.questions)


def test_a_note_is_whole_when_escape_comes_with_it(tmp_path: Path) -> None:
    """A note and its Escape that arrive together are kept to the last character, and the next keys count."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        window.press("nbis Jahresende [/] 🙂" + ESCAPE)
        window.wait_for("saved ")
        window.press("1" + ENTER)
        window.wait_for("Who answers")
    assert only(path).notes == {"team": "bis Jahresende [/] 🙂"}
    assert only(path).answers["team.dedicated"] == "yes"
    assert only(path).position == "daily"


def test_a_pasted_note_is_whole_when_escape_comes_with_it(tmp_path: Path) -> None:
    """A paste is kept before the Escape behind it closes the note."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        window.press("n\x1b[200~" + "lang " * 200 + "\x1b[201~" + ESCAPE)
        window.wait_for("saved ")
    assert only(path).notes == {"team": ("lang " * 200).rstrip()}


def test_arrows_do_not_overtake_digits(tmp_path: Path) -> None:
    """A digit before an arrow marks a row of the question in front, not of the one behind the arrow."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        window.press("1" + RIGHT + "2" + "3" + LEFT + LEFT + "2" + RIGHT + RIGHT + RIGHT + "4")
        window.wait_for("Which goals", "4 [x]")
    expected = {
        "team.dedicated": "yes",
        "daily": "pr",
        "departments.sales": "yes",
        "team.cross_departmental": "yes",
        "goals.customers": "yes",
    }
    assert expected == only(path).answers


@pytest.mark.parametrize("end", [F2, ENTER])
def test_a_name_is_whole_when_the_form_is_left(tmp_path: Path, end: str) -> None:
    """A name typed in one go with the key that leaves its field, or the form, is stored whole."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path) as window:
        window.wait_for("start a new sheet")
        window.press("nBeispiel GmbH" + end)
        window.wait_until(lambda text: "Beispiel GmbH" in text.split("\n")[0])
    assert only(path).organisation == "Beispiel GmbH"


@pytest.mark.parametrize(("end", "code"), [(CTRL_C, 130), (F10, 0)])
def test_leaving_comes_after_what_was_pressed_before(tmp_path: Path, end: str, code: int) -> None:
    """A whole sitting typed in one go, the program's end included, is stored to the last answer."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new", "Beispiel GmbH") as window:
        window.wait_for("1 [ ]")
        window.press(
            "1" + ENTER + "3" + ENTER + "13" + ENTER + "0" + ENTER + "12" + ENTER + "1" + ENTER + end
        )
        assert code == window.wait_end()
    state = only(path)
    assert (state.position, state.answers["in_hand.privacy"]) == ("review", "no")
    assert state.answers["departments.legal"] == "no"
    assert [id_ for id_ in QUESTIONS if id_ != "targets"] == [
        id_ for id_ in QUESTIONS if any(path.partition(".")[0] == id_ for path in state.answers)
    ]
