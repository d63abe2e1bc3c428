"""The program reads a terminal's bytes: cut anywhere, pasted, clicked."""

from pathlib import Path

from smcheck.sheet import Sheet
from support.builders import PACK
from support.mirror import only
from support.stores import reading
from support.terminal import Terminal
from support.terminal_input import DOWN, ESCAPE, F2, F10, RIGHT, byte_by_byte, click, paste, position, wheel


def test_keys_in_single_bytes(tmp_path: Path) -> None:
    """Escape sequences and letters that come in pieces are read as the keys that they are."""
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("start a new sheet")
        terminal.write(*byte_by_byte("nMüller" + F2))
        terminal.wait_for("Müller", "1 [ ]")
        terminal.write(*byte_by_byte(DOWN + "?" + RIGHT + "3" + F10))
        assert (terminal.wait_end(), terminal.is_restored()) == (0, True)
    state = only(tmp_path / "sheets.db")
    assert state.organisation == "Müller"
    assert state.answers == {"team.cross_departmental": "unknown", "daily": "sales"}


def test_pastes(tmp_path: Path) -> None:
    """A name and a note are pasted, with all their lines; what looks like keys in them is text."""
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("start a new sheet")
        terminal.press("n", paste("Söhne\r[GmbH] q 1"), F2)
        terminal.wait_for("Söhne [GmbH] q 1", "1 [ ]")
        terminal.press("n")
        terminal.wait_for("Esc keep")
        terminal.press(paste("1 2 3 q ? 漢\rzweite Zeile\r\ndritte"), "!", ESCAPE)
        terminal.wait_until(lambda text: "Esc keep" not in text and "saved " in text)
    state = only(tmp_path / "sheets.db")
    assert (state.organisation, state.notes) == (
        "Söhne [GmbH] q 1",
        {"team": "1 2 3 q ? 漢\nzweite Zeile\ndritte!"},
    )
    assert state.answers == {}


def test_the_mouse(tmp_path: Path) -> None:
    """The wheel brings a sheet into view, a double click opens it, and a click on a row answers."""
    with reading(tmp_path / "sheets.db") as store:
        for number in range(40):
            store.create(PACK, Sheet(PACK.id, id=f"sheet{number}", organisation=f"Firma {number:02}"))
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("Firma 39")
        terminal.press(wheel(10, 10, 40))
        terminal.wait_for("Firma 00")
        terminal.settle()
        terminal.press(click(*position(terminal.text, "Firma 00")) * 2)
        terminal.wait_for("Firma 00", "2 [ ]")
        terminal.press(click(*position(terminal.text, "2 [ ]")))
        terminal.wait_for("2 [x]", "saved ")
    with reading(tmp_path / "sheets.db") as store:
        assert dict(store.load("sheet0", PACK).sheet.answers) == {"team.cross_departmental": "yes"}
