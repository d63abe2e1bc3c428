"""What a terminal sends: keys are keys, a paste is text, and of what it says of itself nothing comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from smcheck.tui.textual_fixes.terminal_parser import TerminalParser

REPORTS = {
    "background colour, BEL": "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "background colour, ST": "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "palette": "\x1b]4;1;rgb:bfbf/0000/0000\x1b\\",
    "clipboard": "\x1b]52;c;" + "MTIzNDU2Nzg5MA==" * 20 + "\x07",
    "title": "\x1b]l1 2 3 q\x1b\\",
    "keyboard": "\x1b[?1u",
    "attributes": "\x1b[?62;4;6;22c",
    "secondary attributes": "\x1b[>41;354;0c",
    "tertiary attributes": "\x1bP!|00000000\x1b\\",
    "version": "\x1bP>|XTerm(354)\x1b\\",
    "capability": "\x1bP1+r524742=31\x1b\\",
    "setting": "\x1bP1$r0 q\x1b\\",
    "status": "\x1b[0n",
    "size of the text area": "\x1b[8;24;80t",
    "pixels of the window": "\x1b[4;600;800t",
    "unknown mode": "\x1b[?9999;0$y",
    "kitty graphics": "\x1b_Gi=31;OK\x1b\\",
    "privacy message": "\x1b^1 2 3\x1b\\",
    "start of string": "\x1bX1 2 3\x1b\\",
    "unknown sequence": "\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15x",
    "a key let go": "\x1b[49;1:3u",
    "no character": "\x1b[99999999999;1u",
    "half a second of text": "\x1b[49;;49:99999999u",
    "old mouse": "\x1b[M !!",
    "mouse of urxvt": "\x1b[32;10;10M",
}


def read(parser: XTermParser, *reads: str) -> list[Message]:
    """What comes out of these reads, and of the silence after them."""
    found = [message for text in reads if text for message in parser.feed(text)]
    for _look in range(2):
        if parser._timeout_time is not None:
            parser._timeout_time = 0
        found += parser.tick()
    return found


def keys(found: list[Message]) -> list[str]:
    """The keys among what was read."""
    return [message.key for message in found if isinstance(message, events.Key)]


def pastes(found: list[Message]) -> list[str]:
    """The pastes among what was read."""
    return [message.text for message in found if isinstance(message, events.Paste)]


# ── reports ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_report_is_no_key(report: str) -> None:
    """In one read, in single characters, and cut in two at any place: the keys around it come out alone."""
    for cut in range(len(report) + 1):
        assert keys(read(TerminalParser(), "1", report[:cut], report[cut:] + "2")) == ["1", "2"], cut
    assert keys(read(TerminalParser(), *("1" + report + "2"))) == ["1", "2"]


@given(st.lists(st.sampled_from([*REPORTS.values(), "1", "q", "\x1b[A", "\r", "ü"]), max_size=12))
def test_any_order_of_reports_and_keys(pieces: list[str]) -> None:
    """The keys come out in their order, whatever is said between them."""
    names = {"1": "1", "q": "q", "\x1b[A": "up", "\r": "enter", "ü": "ü"}
    assert keys(read(TerminalParser(), "".join(pieces))) == [
        names[piece] for piece in pieces if piece in names
    ]


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_anything_can_be_read(text: str) -> None:
    """No text ends the parser with an error."""
    read(TerminalParser(), *text.replace("\x1b", "\x1b[") or " ")


@given(st.text("\x1b[]?;:0123456789uMmRtcny~ABP_\\\x07<>$ !", max_size=40))
def test_any_sequence_can_be_read(text: str) -> None:
    """Nor do sequences of any form, and keys are read again after the silence that ends them."""
    parser = TerminalParser()
    read(parser, text or " ")
    if "\x1b[200~" not in text:
        assert keys(read(parser, "x"))[-1:] == ["x"]


def test_plain_textual_takes_reports_for_keys() -> None:
    """What this is for; once Textual has mended it, ``terminal_parser.py`` can go."""
    assert "1" in keys(read(XTermParser(), REPORTS["background colour, BEL"]))
    with pytest.raises(ValueError, match="invalid literal"):
        read(XTermParser(), REPORTS["a key let go"])


# ── keys ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("\x1b", ["escape"]),
        ("\x1b\x1b", ["escape", "escape"]),
        ("\x1b\x1b[A", ["escape", "up"]),
        ("\x1bx", ["alt+x"]),
        ("\x1b[A", ["up"]),
        ("\x1bOA", ["up"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[[A", ["f1"]),
        ("\x1b[21~", ["f10"]),
        ("\x1b[1;5C", ["ctrl+right"]),
        ("\x1b[49u", ["1"]),
        ("\x1b[49;1:1u", ["1"]),
        ("\x1b[49:33;2:2;33u", ["exclamation_mark"]),
        ("\x1b[27u", ["escape"]),
        ("\x1b[13u", ["enter"]),
        ("\x9b", []),
    ],
)
def test_keys_are_keys(sent: str, expected: list[str]) -> None:
    """Of every kind of terminal, the kitty protocol among them."""
    assert keys(read(TerminalParser(), sent)) == expected


def test_a_key_that_is_not_whole_is_none() -> None:
    """A sequence that breaks off is dropped; what comes after a silence is read as ever."""
    parser = TerminalParser()
    assert keys(read(parser, "\x1b[1;")) == []
    assert keys(read(parser, "2")) == ["2"]


# ── pastes ────────────────────────────────────────────────────────────────────────────────────


@given(st.text(st.characters(codec="utf-8"), max_size=200).filter(lambda text: "\x1b[201~" not in text))
def test_a_paste_is_text(text: str) -> None:
    """Whatever is in it, escape sequences too; only NUL is left out."""
    found = read(TerminalParser(), f"a\x1b[200~{text}\x1b[201~b")
    assert (pastes(found), keys(found)) == ([text.replace("\x00", "")], ["a", "b"])


def test_a_paste_in_pieces() -> None:
    """Cut anywhere, also within the sequence that ends it."""
    sent = "\x1b[200~one\x1b[0m two\x1b[201\x1b[201~1"
    for cut in range(len(sent)):
        found = read(TerminalParser(), sent[:cut], sent[cut:])
        assert (pastes(found), keys(found)) == (["one\x1b[0m two\x1b[201"], ["1"]), cut


# ── the mouse and the window ──────────────────────────────────────────────────────────────────


def test_a_window_without_pixels() -> None:
    """A terminal that says 0×0 pixels has a mouse that points at cells."""
    found = read(TerminalParser(), "\x1b[48;24;80;0;0t", "\x1b[<0;11;6M")
    resize, press = found
    assert isinstance(resize, events.Resize)
    assert isinstance(press, events.MouseDown)
    assert (resize.size, press.x, press.y) == ((80, 24), 10, 5)


def test_a_window_with_pixels() -> None:
    """One that knows them has a mouse that points at pixels."""
    found = read(TerminalParser(), "\x1b[48;24;80;480;800t", "\x1b[<0;101;101M")
    press = found[1]
    assert isinstance(press, events.MouseDown)
    assert (press.x, press.y) == (10, 5)


def test_a_window_without_cells_is_none() -> None:
    """Nothing is laid out for it."""
    assert read(TerminalParser(), "\x1b[48;0;0;0;0t") == []
