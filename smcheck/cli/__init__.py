"""The command line: knows the commands by name, imports the module of one when it runs."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from smcheck.cli import streams
from smcheck.words.language import LANGUAGES, _, language, preferred_language, use
from smcheck.words.system_error import system_reason

INTERRUPTED = 130

COMMAND_MODULES = {
    "new": "sitting",
    "ask": "sitting",
    "example": "sitting",
    "list": "listing",
    "show": "sheets",
    "delete": "sheets",
    "export": "sheets",
    "import": "sheets",
    "score": "scoring",
    "report": "report",
    "lint": "lint",
    "schema": "schema",
    "completion": "completion",
}
"""The registry of the commands: which module of this package runs which."""

ALLOCATIONS = 100_000
"""Objects made, less those thrown away, after which Python looks for garbage; 700 of itself."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code.

    0 is done, 1 the input is at fault, 2 the command line is, 130 interrupted.
    """
    # Starting makes much and throws away little. To look for garbage less often, and not at all in what is
    # left at the end, saves a tenth of the time until the first question and a seventh of a score.
    gc.set_threshold(ALLOCATIONS)
    try:
        return _run_guarded(list(sys.argv[1:] if argv is None else argv))
    finally:
        streams.flush_streams()
        gc.freeze()


def _run_guarded(arguments: list[str]) -> int:
    """Set language and streams up, run the command, and turn what ends it early into an exit code."""
    option = _lang_option(arguments)
    use(preferred_language(option, os.environ))
    streams.configure_streams()
    if option is None:
        _check_language(os.environ.get("SMCHECK_LANG", ""))
        _use_chosen_language()
    try:
        code = _run_command(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading has read enough.
        streams.discard_output()
        return 0
    except OSError as error:
        # What concerns a single file is told where it is read or written; this is standard output.
        streams.discard_output()
        streams.print_stderr("smcheck: " + _("standard output") + f": {system_reason(error)}")
        return 1
    return code


def _check_language(named: str) -> None:
    """Say which languages there are where the variable names another one; it stops nobody."""
    if named and named not in LANGUAGES:
        from smcheck.words.fault import unknown_word

        fault = unknown_word(_("language"), named, LANGUAGES)
        streams.print_stderr(f"smcheck: {fault.within('SMCHECK_LANG')}")


def _use_chosen_language() -> None:
    """Speak the language that was chosen in the app, where no variable names one."""
    if os.environ.get("SMCHECK_LANG") in LANGUAGES:
        return
    from smcheck.settings import read_settings, settings_path
    from smcheck.words.fault import Fault

    try:
        chosen = read_settings(settings_path(os.environ)).language
    except Fault as fault:
        text = _("The language that was chosen in the app cannot be read: {reason}").format(reason=fault)
        streams.print_stderr(f"smcheck: {text}")
    else:
        use(chosen or language())


def _run_command(arguments: Sequence[str]) -> int:
    from smcheck.cli.parser import parse

    try:
        options = parse(arguments)
    except SystemExit as end:  # argparse has said what there is to say
        return int(end.code or 0)
    from smcheck.words.fault import Fault

    module = import_module(f"smcheck.cli.{COMMAND_MODULES.get(options.command, 'sitting')}")
    try:
        return int(module.run(options))
    except SystemExit as end:  # options that do not go together; it has been said
        return int(end.code or 0)
    except Fault as fault:
        streams.print_stderr(f"smcheck: {fault}")
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
