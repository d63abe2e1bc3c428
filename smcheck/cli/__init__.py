"""The command line: names the commands, imports the rest when a command runs."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from smcheck.cli import streams
from smcheck.words.language import LANGUAGES, _, preferred, use

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
    """Run a command line and give its exit code.

    0 is done, 1 the input is at fault, 2 the command line is, 130 interrupted.
    """
    # Starting makes much and throws away little: looking for rubbish would be a quarter of the wait.
    gc.disable()
    try:
        return _guarded(list(sys.argv[1:] if argv is None else argv))
    finally:
        streams.let_go()
        gc.enable()


def _guarded(arguments: list[str]) -> int:
    option = _lang_option(arguments)
    use(preferred(option, os.environ))
    streams.make_ready()
    if option is None:
        _check_wish(os.environ.get("SMCHECK_LANG", ""))
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading has read enough.
        streams.forget_output()
        return 0
    except OSError as error:
        # What concerns a single file is told where it is read or written; this is standard output.
        streams.forget_output()
        streams.talk("smcheck: " + _("standard output") + f": {error.strerror or error}")
        return 1
    return code


def _check_wish(language: str) -> None:
    """Say which languages there are where the variable names another one; it stops nobody."""
    if language and language not in LANGUAGES:
        from smcheck.words.fault import unknown_word

        fault = unknown_word(_("language"), language, LANGUAGES)
        streams.talk(f"smcheck: {fault.within('SMCHECK_LANG')}")


def _run(arguments: Sequence[str]) -> int:
    from smcheck.cli.parser import build_parser

    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as end:  # argparse has said what there is to say
        return int(end.code or 0)
    from smcheck.words.fault import Fault

    home = import_module(f"smcheck.cli.{_HOMES.get(options.command, 'sitting')}")
    try:
        return int(home.run(options))
    except Fault as fault:
        streams.talk(f"smcheck: {fault}")
        return 1


def _lang_option(arguments: Sequence[str]) -> str | None:
    """The value of --lang, wanted before there is a parser, whose texts are in that language."""
    for position, argument in enumerate(arguments):
        if argument == "--":
            return None
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in LANGUAGES:
            return value
    return None
