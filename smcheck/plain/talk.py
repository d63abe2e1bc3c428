"""Saying lines and asking for one; whoever asks hears of it when the sitting is left."""

from collections.abc import Callable

from smcheck.words.visible import visible

Read = Callable[[str], str]
"""Reads a line after a prompt, as ``input`` does; :class:`EOFError` leaves the sitting."""
Write = Callable[[str], None]
"""Writes one line."""

_QUIT = {"q", "quit", "ende"}
_HELP = {"h", "help", "hilfe"}


class Quit(Exception):  # noqa: N818 - not an error: somebody leaves
    """The sitting is left, by command or at the end of the input."""


class Talk:
    """A sitting's two ways: lines out, a line in."""

    def __init__(self, read: Read, write: Write) -> None:
        self._read = read
        self._write = write

    def say(self, *lines: str) -> None:
        """Write lines, control characters escaped."""
        for line in lines:
            self._write(visible(line))

    def ask(self, prompt: str) -> str:
        """The line that is typed after a prompt.

        Raises:
            Quit: it says to leave, or there is none any more.
        """
        try:
            line = self._read(prompt)
        except EOFError:
            raise Quit from None
        if line.strip().casefold() in _QUIT:
            raise Quit
        return line


def is_help(line: str) -> bool:
    """Whether a line asks what can be typed."""
    return line.strip().casefold() in _HELP
