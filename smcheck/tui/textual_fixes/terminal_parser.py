"""What the terminal says of itself is no key, and a paste is text.

Fault: an escape sequence that Textual does not know, such as a late reply to a query about colours
(``ESC ] 11 ; rgb:… BEL``) or about the keyboard (``ESC [ ? 1 u``), is given out again as single keys; an
escape sequence within a paste ends the paste, and the rest of it comes as keys. Some keys of the kitty
protocol (``ESC [ 49 ; 1 : 3 u``, a release) and a window of 0×0 pixels end the app with an error.

Upstream: as meant since https://github.com/Textualize/textual/pull/570; no issue on it found.

Remove when: ``XTermParser`` drops every sequence that it does not know, to its end, and reads a paste as text
up to its closing sequence.
"""

import re
from collections.abc import Callable, Generator

from textual import constants, events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._parser import ParseEOF, ParseTimeout, Peek1, Read1
from textual._xterm_parser import FOCUSIN, FOCUSOUT, IS_ITERM, XTermParser
from textual.keys import Keys
from textual.message import Message

ESC = "\x1b"
PASTE_START, PASTE_END = f"{ESC}[200~", f"{ESC}[201~"
_STRINGS = frozenset("]P_^X")
"""After ESC they begin a string (OSC, DCS, APC, PM, SOS), which BEL or ``ESC \\`` ends."""
_SILENCE = 0.3
"""Seconds without a further character after which a string does not go on; slow lines send one in 20 ms."""
_SGR_MOUSE = re.compile(r"\x1b\[<\d+;-?\d+;-?\d+[Mm]")
_RESIZE = re.compile(r"\x1b\[48;(\d+)(?::\d*)*;(\d+)(?::\d*)*;(\d+)(?::\d*)*;(\d+)(?::\d*)*t")
_MODE_REPORT = re.compile(r"\x1b\[\?(\d+);(\d)\$y")
_EXTENDED_KEY = re.compile(r"\x1b\[(\d*)(?::\d*)*(?:;(\d*)(?::(\d*))?)?(?:;([\d:]*))?([u~A-HPQS])")
"""A key of the kitty protocol, or one with modifiers: codepoint, modifiers, event, text."""
_RELEASED = "3"
_LAST_CODEPOINT = 0x10FFFF

Emit = Callable[[Message], None]
Reading = Generator[Read1 | Peek1, str, None]
ReadingText = Generator[Read1 | Peek1, str, str]


class TerminalParser(XTermParser):
    """Reads what a terminal sends; of what it does not know nothing comes out."""

    def parse(self, token_callback: Emit) -> Reading:
        """Keys, pastes, the mouse, focus and sizes, one after the other."""
        while not self.is_eof:
            try:
                character = yield self.read1()
                if character == ESC:
                    yield from self._escape(token_callback)
                else:
                    self._key(character, token_callback)
            except ParseEOF:
                return

    def _key(self, character: str, emit: Emit, *, alt: bool = False) -> None:
        """A key of one character; control characters of the second set are none."""
        if not "\x80" <= character <= "\x9f":
            self._keys(character, emit, alt=alt)

    def _keys(self, sequence: str, emit: Emit, *, alt: bool = False) -> None:
        for key in self._sequence_to_key_events(sequence, alt):
            if key.key != Keys.Ignore:
                emit(key)

    # ── escape sequences ──────────────────────────────────────────────────────────────────────

    def _escape(self, emit: Emit) -> Reading:
        """What begins with ESC; an ESC that nothing follows is the key."""
        character = ESC
        while character == ESC:
            try:
                character = yield self.read1(constants.ESCAPE_DELAY)
            except (ParseTimeout, ParseEOF) as end:
                emit(events.Key("escape", ESC))
                if isinstance(end, ParseEOF):
                    raise
                return
            if character == ESC:  # the first one was the key
                emit(events.Key("escape", ESC))
                continue
            try:
                character = yield from self._sequence(character, emit)
            except ParseTimeout:
                return

    def _sequence(self, character: str, emit: Emit) -> ReadingText:
        """What follows ESC; gives ESC where another sequence has begun in it, else nothing."""
        if character in _STRINGS:
            return (yield from self._string())
        if character == "[":
            return (yield from self._control_sequence(emit))
        if character == "O":
            last = yield self.read1(constants.ESCAPE_DELAY)
            if last == ESC:
                return ESC
            if f"{ESC}O{last}" in ANSI_SEQUENCES_KEYS:
                self._keys(f"{ESC}O{last}", emit)
            return ""
        self._key(character, emit, alt=True)
        return ""

    def _string(self) -> ReadingText:
        """Pass over a string to its end."""
        character = ""
        while character not in {"\x07", "\x9c"}:
            character = yield self.read1(_SILENCE)
            if character == ESC:
                character = yield self.read1(_SILENCE)
                return "" if character == "\\" else ESC
        return ""

    def _control_sequence(self, emit: Emit) -> ReadingText:
        """A sequence that begins with ``ESC [``, to its final character."""
        sequence = f"{ESC}["
        while True:
            character = yield self.read1(_SILENCE)
            if character == ESC:
                return ESC
            sequence += character
            if sequence == f"{ESC}[M":  # the mouse as of old: three more characters say where
                for _number in range(3):
                    yield self.read1(_SILENCE)
                return ""
            if sequence == f"{ESC}[[":  # function keys of the Linux console
                continue
            if "@" <= character <= "~":
                break
            if not " " <= character <= "?":  # no part of any sequence
                self._key(character, emit)
                return ""
        if sequence == PASTE_START:
            yield from self._paste(emit)
        else:
            self._dispatch(sequence, emit)
        return ""

    def _paste(self, emit: Emit) -> Reading:
        """Text up to the sequence that ends it, whatever is in it."""
        text = ""
        while not text.endswith(PASTE_END):
            text += yield self.read1()
        emit(events.Paste(text.removesuffix(PASTE_END).replace("\x00", "")))

    # ── what a sequence means ─────────────────────────────────────────────────────────────────

    def _dispatch(self, sequence: str, emit: Emit) -> None:
        """Give out what a whole sequence means; nothing where that is not known, or a report."""
        if sequence in {FOCUSIN, FOCUSOUT}:
            emit(events.AppFocus() if sequence == FOCUSIN else events.AppBlur())
        elif sequence in ANSI_SEQUENCES_KEYS:
            self._keys(sequence, emit)
        elif _SGR_MOUSE.fullmatch(sequence):
            mouse = self.parse_mouse_code(sequence)
            if mouse is not None:
                emit(mouse)
        elif size := _RESIZE.fullmatch(sequence):
            height, width, pixel_height, pixel_width = map(int, size.groups())
            self._resize((width, height), (pixel_width, pixel_height), emit)
        elif report := _MODE_REPORT.fullmatch(sequence):
            self._mode(report[1], int(report[2]), emit)
        elif key := _EXTENDED_KEY.fullmatch(sequence):
            self._extended_key(key, emit)

    def _resize(self, cells: tuple[int, int], pixels: tuple[int, int], emit: Emit) -> None:
        """The window's size; a terminal that does not know it in pixels says 0."""
        if not all(cells):
            return
        resize = events.Resize.from_dimensions(cells, pixels)
        self.terminal_size = resize.size
        self.terminal_pixel_size = resize.pixel_size if all(pixels) else None
        self.mouse_pixels = True
        emit(resize)

    @staticmethod
    def _mode(mode: str, setting: int, emit: Emit) -> None:
        """Whether the terminal can do what it was asked for."""
        if mode == "2026" and setting:
            emit(messages.TerminalSupportsSynchronizedOutput())
        elif mode == "2048" and constants.SMOOTH_SCROLL and not IS_ITERM:
            emit(messages.InBandWindowResize.from_setting_parameter(setting))

    def _extended_key(self, key: re.Match[str], emit: Emit) -> None:
        """A key with modifiers; to let one go is none, and neither is what no character has."""
        code, modifiers, event, text, final = key.groups(default="")
        numbers = [int(number or 0) for number in (code, modifiers, *text.split(":"))]
        if event == _RELEASED or max(numbers) > _LAST_CODEPOINT:
            return
        fields = f"{code};{modifiers};{text}".rstrip(";")
        self._keys(f"{ESC}[{fields}{final}", emit)
