"""Standard input, output and error, whatever may be at their other ends: terminals, pipes, nothing."""

import os
import select
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Any, TextIO, cast

from smcheck.words.stand_ins import ERRORS, register

LONGEST_LINE = 1_000_000
"""Characters that are read as one line where nobody types."""
MOST_LINES = 2_000
"""Lines that are read of one sitting where nobody types."""
_POLL_INTERVAL = 0.2
"""Seconds between two looks for an interruption (Ctrl-C) while a line is typed."""


def configure_streams() -> None:
    """Open the streams that are closed, and let no character be an encoding error.

    Results for files and pipes are UTF-8 with line feeds whatever the locale, so that the same answers
    give the same bytes everywhere; a terminal gets its own encoding, and stand-ins for what that cannot show.
    """
    register()
    # A program may be started with its streams closed.
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - as long as the program
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout.isatty():
        # A shell that exports these tells how wide its window was; how wide it is now the terminal tells.
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)
    if hasattr(sys.stdin, "reconfigure"):
        # What is not in the encoding is told where it is to be stored, not where it is read.
        encoding = None if sys.stdin.isatty() else "utf-8-sig"
        sys.stdin.reconfigure(encoding=encoding, errors="surrogateescape")
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream is sys.stdout and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            stream.reconfigure(errors=ERRORS)


class LineReader:
    """Standard input line by line, without an end of the line; for input that has one at last."""

    def __init__(self) -> None:
        self._left = MOST_LINES

    def read(self, prompt: str) -> str:
        """The next line after a prompt.

        Raises:
            EOFError: there is none.
            Fault: the line is too long, or there were too many; the first is UTF-16; or it cannot be read.
        """
        print(prompt, end="", flush=True)
        if sys.stdin.isatty():
            _wait_for_line()
            return input()
        from smcheck.files.encoding import is_utf_16, utf_16_fault
        from smcheck.files.reading import unreadable
        from smcheck.words.fault import Fault
        from smcheck.words.language import _
        from smcheck.words.system_error import system_reason

        try:
            line = sys.stdin.readline(LONGEST_LINE + 1)
        except OSError as error:
            raise unreadable(system_reason(error), _("standard input")) from None
        self._left -= 1
        if not line:
            raise EOFError
        first = self._left == MOST_LINES - 1
        if first and is_utf_16(line[:2].encode("utf-8", "surrogateescape")):
            raise utf_16_fault(_("standard input"))
        if len(line) > LONGEST_LINE or self._left < 0:
            raise Fault(
                _("more than anybody types"),
                file=_("standard input"),
                expected=_("at most {n} lines of {m} characters").format(n=MOST_LINES, m=LONGEST_LINE),
            )
        return line.removesuffix("\n")


def _is_line_buffered() -> bool:
    """Whether the terminal hands over one line at a time, so that no other line waits out of sight."""
    if os.name != "posix":
        return False
    import termios

    try:
        return bool(termios.tcgetattr(sys.stdin.fileno())[3] & termios.ICANON)
    except termios.error:
        return False


def _wait_for_line() -> None:
    """Return once somebody has typed a line.

    Python looks for signals and then waits in the system, so an interruption in between would not be
    noticed before the next line; here it is noticed at the latest at the next look.
    """
    if _is_line_buffered():
        while not select.select([sys.stdin], [], [], _POLL_INTERVAL)[0]:
            pass


class TerminalStream:
    """A stream to a terminal that may be closed: what is written to it from then on goes nowhere.

    A failure would end the thread that draws, and those that have something to draw would wait for it.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, or nothing."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Let what was written be seen, if anybody can."""
        with suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def print_stderr(text: str) -> None:
    """Print a message that is not a result to standard error; where that is closed, work goes on."""
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def print_at_once(text: str) -> None:
    """Write to standard output what must be written before anything else is done; not where nobody reads on.

    Raises:
        Fault: it cannot be written.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as error:
        from smcheck.words.fault import Fault
        from smcheck.words.language import _
        from smcheck.words.system_error import system_reason

        discard_output()
        raise Fault(system_reason(error), file=_("standard output")) from None


def ignore_closed_terminal() -> None:
    """Let writing to a terminal that closes be no error for Textual, which draws on this stream."""
    if sys.__stderr__ is not None:
        sys.__stderr__ = cast(TextIOWrapper, TerminalStream(sys.__stderr__))  # type: ignore[misc]  # final in its stub


def discard_output() -> None:
    """Discard what could not be written to standard output, so that it is not tried again at the end."""
    _discard(sys.stdout)


def flush_streams() -> None:
    """Flush standard output and error; where the terminal is gone, discard, so that ending is no error."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _discard(stream)


def _discard(stream: TextIO) -> None:
    """Lead a stream, with what is still in its buffer, to the null device."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
