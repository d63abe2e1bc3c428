"""What a terminal says by itself, and what is pasted where nothing can be written: nobody meant it."""

import sqlite3
from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from support.builders import PACK
from support.mirror import only
from support.stores import reading
from support.terminal import Terminal
from support.terminal_input import ENTER, ESCAPE, F2, F10, RIGHT, byte_by_byte, paste

REPORTS = (
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "\x1b[?1u",
    "\x1b[?62;1;2;3c",
    "\x1bP>|1 2 3 xterm\x1b\\",
    "\x1b_1 2 3\x1b\\",
    "\x1b[8;24;80t",
)
LOG = "1 error\r2 warnings \x1b[0m\r3 q\r?-0\r"


@pytest.mark.sample(2)
@pytest.mark.parametrize("report", REPORTS, ids=[repr(report)[1:12] for report in REPORTS])
def test_reports_answer_nothing(tmp_path: Path, report: str) -> None:
    """On a question, in one write and byte by byte: the answer that was meant is the only one."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press(report)
        terminal.write(*byte_by_byte(report))
        terminal.press(report + "2" + report)
        terminal.wait_for("2 [x]", "saved ")
        terminal.press(F10)
        assert terminal.wait_end() == 0
    state = only(tmp_path / "sheets.db")
    assert state.answers == {"team.cross_departmental": "yes"}
    assert state.notes == {}


def test_reports_on_the_list_open_nothing(tmp_path: Path) -> None:
    """On the start page nothing is opened, and no result is marked as seen; also what waits from before."""
    with reading(tmp_path / "sheets.db") as store:
        store.create(PACK, Sheet(PACK.id, id="sheet1", organisation="Beispiel GmbH"))
    with Terminal(tmp_path) as terminal:
        terminal.press(*REPORTS)  # typed ahead: before the program reads
        terminal.wait_for("Beispiel GmbH")
        terminal.press(*REPORTS)
        assert "Beispiel GmbH" in terminal.settle()
        terminal.press(F10)
        assert terminal.wait_end() == 0
    with reading(tmp_path / "sheets.db") as store:
        assert not store.load("sheet1", PACK).finished


def test_reports_are_not_in_a_note(tmp_path: Path) -> None:
    """A reply that comes while a note is being written is no part of it."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press("n")
        terminal.wait_for("Esc")
        terminal.press("one ", *REPORTS, "two")
        terminal.wait_for("one two")
        terminal.press(F10)
        assert terminal.wait_end() == 0
    assert only(tmp_path / "sheets.db").notes == {"team": "one two"}


def test_a_paste_on_a_question_does_nothing(tmp_path: Path) -> None:
    """A paste where nothing can be written is no series of keys, whatever is in it."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press(paste(LOG * 4), "1")
        terminal.wait_for("1 [x]", "saved ")
        terminal.press(F10)
        assert terminal.wait_end() == 0
    assert only(tmp_path / "sheets.db").answers == {"team.dedicated": "yes"}


def test_a_paste_on_the_list_does_nothing(tmp_path: Path) -> None:
    """Nor on the start page: no sheet is begun."""
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("start a new sheet")
        terminal.press(paste("nnn\rx\rd\r"))
        terminal.settle()
        terminal.wait_for("start a new sheet")
        terminal.press(F10)
        assert terminal.wait_end() == 0
    assert not (tmp_path / "sheets.db").exists()


def test_a_byte_that_is_no_utf8(tmp_path: Path) -> None:
    """It ends nothing: in a note it is a sign, on a question it is no key, and the app goes on."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.write(b"\xff", b"\xc3", b"n")
        terminal.wait_for("Esc")
        terminal.write(b"B\xfcro")
        terminal.wait_for("B\ufffdro")
        terminal.press(F10)
        assert (terminal.wait_end(), terminal.is_restored()) == (0, True)
    assert only(tmp_path / "sheets.db").notes == {"team": "B\ufffdro"}


def test_a_window_without_pixels(tmp_path: Path) -> None:
    """A terminal that says that its window has 0×0 pixels can be clicked in."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press("\x1b[?2048;1$y", "\x1b[48;24;80;0;0t", "\x1b[<35;10;10M", "1")
        terminal.wait_for("1 [x]")
        terminal.press(F10)
        assert terminal.wait_end() == 0


def test_keys_act_on_the_page_they_were_given_to(tmp_path: Path) -> None:
    """Space and an arrow in one write: the mark is this question's, and nothing is marked on the next one."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press(" " + RIGHT)
        terminal.wait_for("Who answers")
        terminal.settle()
        terminal.press(F10)
        assert terminal.wait_end() == 0
    assert only(tmp_path / "sheets.db").answers == {"team.dedicated": "yes"}


def test_a_slow_line(tmp_path: Path) -> None:
    """Bytes that come one by one are the same keys, and the note is kept with Esc."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.write(*byte_by_byte("3" + RIGHT))
        terminal.wait_for("Who answers")
        terminal.write(*byte_by_byte("nfrag mal\x1b"))
        terminal.wait_until(lambda text: "Who answers" in text and "saved " in text and "Esc" not in text)
        terminal.press(F2, F10)
        assert terminal.wait_end() == 0
    state = only(tmp_path / "sheets.db")
    assert (state.answers, state.notes) == ({"team.ad_hoc": "yes"}, {"daily": "frag mal"})


# ── encodings ─────────────────────────────────────────────────────────────────────────────────


def test_an_encoding_without_the_signs(tmp_path: Path) -> None:
    """In Latin-1 it goes line by line, which is said; umlauts can be typed and read, signs have stand-ins."""
    variables = {"PYTHONIOENCODING": "iso-8859-1", "SMCHECK_LANG": "de"}
    with Terminal(tmp_path, "new", variables=variables) as terminal:
        terminal.wait_for("Unternehmen:")
        terminal.write("Büro & Söhne\r".encode("latin-1"))
        terminal.wait_for("Ausgefüllt von".encode("latin-1").decode("utf-8", "replace"))
        terminal.press("q\r")
        assert terminal.wait_end() == 0
    assert "Der Zeichensatz dieses Terminals (iso8859-1)".encode("latin-1") in terminal.output
    assert b"\\u" not in terminal.output


@pytest.mark.parametrize("term", ["linux", "xterm-256color"])
def test_consoles(tmp_path: Path, term: str) -> None:
    """A console of UTF-8 with few signs gets plain ones; another one all of them."""
    with Terminal(tmp_path, "new", "Beispiel GmbH", variables={"TERM": term}) as terminal:
        shown = terminal.wait_for("1 [ ]", ">Set-up" if term == "linux" else "▸Set-up")
        assert ("○" in shown) == (term != "linux")
        terminal.press(ESCAPE, F10)
        assert terminal.wait_end() == 0


def test_nothing_was_lost(tmp_path: Path) -> None:
    """After all that the store is whole."""
    with Terminal(tmp_path, "new", "Beispiel GmbH") as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press("1", *REPORTS, ENTER, paste(LOG), F10)
        assert terminal.wait_end() == 0
    with sqlite3.connect(tmp_path / "sheets.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
