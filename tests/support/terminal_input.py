"""Input as a terminal sends it: the bytes of keys, pastes and the mouse, and how the app reads them."""

from codecs import getincrementaldecoder
from typing import Any

from textual.pilot import Pilot

from smcheck.tui.textual_fixes.terminal_parser import TerminalParser

ENTER, ESCAPE, TAB, LEFT, RIGHT, UP, DOWN = "\r", "\x1b", "\t", "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B"
HOME, END, F1, F2, F10, CTRL_C = "\x1b[H", "\x1b[F", "\x1bOP", "\x1bOQ", "\x1b[21~", "\x03"
_WHEEL_UP, _WHEEL_DOWN = 64, 65


def paste(text: str) -> str:
    """What a terminal sends when a text is pasted (bracketed paste)."""
    return f"\x1b[200~{text}\x1b[201~"


def click(column: int, row: int) -> str:
    """What a terminal sends when the left button is pressed and released (SGR); both count from 0."""
    return f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m"


def wheel(column: int, row: int, steps: int) -> str:
    """What a terminal sends when the wheel is turned (SGR): down, or up with negative ``steps``."""
    button = _WHEEL_DOWN if steps > 0 else _WHEEL_UP
    return f"\x1b[<{button};{column + 1};{row + 1}M" * abs(steps)


def position(screen: str, text: str) -> tuple[int, int]:
    """Column and row, from 0, where a text begins on a screen."""
    rows = enumerate(screen.split("\n"))
    return next((line.index(text), row) for row, line in rows if text in line)


async def send_bytes(pilot: Pilot[Any], *reads: bytes) -> None:
    """Let the app read bytes through its parser and driver, as from a terminal.

    Args:
        pilot: of the app.
        reads: what each read from the terminal gives; characters and escape sequences may be cut in two.
            After each the app comes to rest; after the last, an Escape that nothing follows is the key.
    """
    driver = pilot.app._driver
    assert driver is not None
    parser = TerminalParser()
    decoder = getincrementaldecoder("utf-8")(errors="replace")
    for read in reads:
        text = decoder.decode(read)
        for message in parser.feed(text) if text else ():  # none where a character is not whole yet
            driver.process_message(message)
        await pilot.pause()
    if parser._timeout_time is not None:
        parser._timeout_time = 0  # a terminal that sent nothing for a tenth of a second
        for message in parser.tick():
            driver.process_message(message)
        await pilot.pause()


async def double_click(pilot: Pilot[Any], text: str, times: int = 2) -> None:
    """Click so many times where a text stands, each click when the one before has had its effect.

    However long that takes, they belong together.
    """
    pilot.app.CLICK_CHAIN_TIME_THRESHOLD = 60.0  # type: ignore[misc]  # of this app alone
    strips = pilot.app.screen._compositor.render_strips()
    place = position("\n".join(strip.text for strip in strips), text)
    await send_bytes(pilot, *[click(*place).encode()] * times)


def byte_by_byte(data: str) -> list[bytes]:
    """A terminal's input cut into reads of a single byte."""
    return [bytes([byte]) for byte in data.encode()]
