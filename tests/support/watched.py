"""smcheck with every network shut, writing down what it does to files.

``watched.py LOG ARGUMENT…`` runs the command line. Each line of LOG is something that was done, as JSON: its
name and what it was done to. Whatever would reach a network or start another program is written down as well,
and fails.
"""

import json
import os
import sys
from typing import Any

SHUT = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib.")
STARTS = (
    *("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile"),
    *("pty.", "webbrowser.", "ctypes.dlopen"),
)
FILES = {"os.link", "os.rename", "os.remove", "os.symlink", "os.mkdir", "os.chmod", "tempfile.mkstemp"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
INSIDE = 1  # AF_UNIX: the pair of sockets by which asyncio wakes itself


def shut(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether this would leave the program."""
    if event == "socket.__new__":
        return bool(arguments[1] != INSIDE)
    if event == "ctypes.dlopen" and arguments[0] is None:  # the program itself, by importing ctypes
        return False
    return event.startswith((*SHUT, *STARTS))


def watch(log: int) -> None:
    """From now on write down and forbid."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        forbidden = shut(event, arguments)
        written = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES
        if forbidden or written or event in FILES:
            # The file's number, the mode and the flags say nothing that is asked for later.
            line = [event, *(str(argument) for argument in arguments)]
            os.write(log, json.dumps(line).encode() + b"\n")
        if forbidden:
            raise PermissionError(f"{event} is shut")

    sys.addaudithook(hook)


if __name__ == "__main__":
    sys.path.pop(0)  # the folder of this file
    watch(os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    if sys.argv[1:2] == ["-c"]:
        exec(sys.argv[2])  # noqa: S102 - what a test gives
    else:
        from smcheck.cli import main

        sys.exit(main())
