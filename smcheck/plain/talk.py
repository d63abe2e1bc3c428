"""Saying lines and asking for one; whoever asks hears of it when the sitting is left."""

from collections.abc import Callable

from smcheck.words.controls import escape_controls

Read = Callable[[str], str]
"""Reads a line after a prompt, as ``input`` does; :class:`EOFError` leaves the sitting."""
Write = Callable[[str], None]
"""Writes one line."""

_QUIT = {"q", "quit", "ende"}
_HELP = {"h", "help", "hilfe"}


class Quit(Exception):  # noqa: N818 - not an error: somebody leaves
    """The sitting is left, by command or at the end of the input."""


class Refusal(Exception):  # noqa: N818 - the input is at fault, not the program
    """A line of input that nobody types cannot be done, so that the next ones would answer something else.

    Args:
        line: its number, from 1.
        reason: why, in words.
    """

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class Talk:
    """A sitting's two ways: lines out, a line in.

    Args:
        read: reads a line.
        write: writes one.
        typed: whether somebody types the lines, who can type another where one is refused.
    """

    def __init__(self, read: Read, write: Write, *, typed: bool = True) -> None:
        self._read = read
        self._write = write
        self._typed = typed
        self._lines = 0

    def say(self, *lines: str) -> None:
        """Write lines, control characters escaped."""
        for line in lines:
            self._write(escape_controls(line))

    def refuse(self, *lines: str) -> None:
        """Say why the last line cannot be done.

        Raises:
            Refusal: nobody types, so nobody can answer.
        """
        if not self._typed:
            raise Refusal(self._lines, " ".join(lines))
        self.say(*lines)

    def ask(self, prompt: str) -> str:
        """The line that is typed after a prompt.

        Raises:
            Quit: it says to leave, or there is none any more.
        """
        try:
            line = self._read(prompt)
        except EOFError:
            raise Quit from None
        self._lines += 1
        if line.strip().casefold() in _QUIT:
            raise Quit
        return line


def is_help(line: str) -> bool:
    """Whether a line asks what can be typed."""
    return line.strip().casefold() in _HELP
