"""The command line: names the commands, imports the rest when a command runs."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from smcheck.words.language import LANGUAGES, preferred, use

INTERRUPTED = 130

_HOMES = {
    "new": "sitting",
    "ask": "sitting",
    "example": "sitting",
    "list": "sheets",
    "show": "sheets",
    "delete": "sheets",
    "export": "sheets",
    "import": "sheets",
    "score": "scoring",
    "lint": "packs",
    "schema": "packs",
    "completion": "completion",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; gives the exit code: 0 done, 1 the input is at fault, 2 the command line is, 130 interrupted."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    use(preferred(_lang_option(arguments), os.environ))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a character gets its code instead of an error.
            stream.reconfigure(errors="backslashreplace")
    from smcheck.cli.parser import build_parser

    options = build_parser().parse_args(arguments)
    home = import_module(f"smcheck.cli.{_HOMES.get(options.command, 'sitting')}")
    return _guarded(home, options)


def _guarded(home: object, options: object) -> int:
    from smcheck.words.fault import Fault

    try:
        code = int(home.run(options))  # type: ignore[attr-defined]  # each command's module has run()
        sys.stdout.flush()
    except Fault as fault:
        print(f"smcheck: {fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading has read enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _lang_option(arguments: Sequence[str]) -> str | None:
    """The value of --lang, wanted before there is a parser, whose texts are in that language."""
    for position, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in LANGUAGES:
            return value
    return None
