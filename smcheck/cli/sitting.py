"""``smcheck``, ``new``, ``ask`` and ``example``: a sitting, in the app or line by line in plain mode."""

import argparse
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from smcheck.cli.context import brand_file_from, pack_from, store_from, warn_of_sharing
from smcheck.cli.streams import LineReader, ignore_closed_terminal, print_stderr
from smcheck.pack import Pack
from smcheck.sheet import Sheet, example_sheet
from smcheck.store import Journal, MemoryJournal, Opened, Store, StoredJournal, open_sheet
from smcheck.words.controls import escape_controls
from smcheck.words.fault import Fault
from smcheck.words.language import _, language
from smcheck.words.stand_ins import can_draw

if TYPE_CHECKING:
    from smcheck.plain import Newer
    from smcheck.tui.app import SmcheckApp

_APP_TIMEOUT = 0.25
"""Seconds that a key of the app waits for another program that is writing; then a window does."""


def run(options: argparse.Namespace) -> int:
    """Run one of the commands; line by line where there is no terminal to draw on."""
    if options.command != "ask" and _has_terminal():
        # Until the app minds Ctrl-C itself there is nothing to keep: it ends the program without a word.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    pack = pack_from(options)
    if options.command == "example":
        return _run_example(pack, options)
    if options.command == "ask" or not _has_terminal():
        store = store_from(options)
        warn_of_sharing(store)
        if options.command != "ask":
            _say_why_plain()
        return _run_plain(pack, store, options)
    app = _app(pack, options)
    if options.command == "new":
        app.start_new(_organisation(options))
    return _run_app(app)


def _app(pack: Pack, options: argparse.Namespace) -> "SmcheckApp":
    """The app, with what was chosen in it before."""
    from smcheck.settings import settings_path
    from smcheck.tui.app import SmcheckApp

    store = store_from(options, _APP_TIMEOUT)
    if options.command != "example":
        warn_of_sharing(store)
    return SmcheckApp(pack, store, settings_path(os.environ))


def _run_app(app: "SmcheckApp") -> int:
    """Run the app; gives the exit code."""
    ignore_closed_terminal()
    app.run()
    # There is nothing left that Ctrl-C could break off, but Python would say at length where it did.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTSTP", "SIGCONT"):  # nor anything to put to sleep and wake
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if app.failure:
        print_stderr(f"smcheck: {app.failure}")
    return app.return_code or 0


def _has_terminal() -> bool:
    """Whether there is a terminal that the app can draw on."""
    return (
        sys.stdin.isatty()
        and sys.stdout.isatty()
        and os.environ.get("TERM", "") not in {"dumb", "unknown"}
        and can_draw(sys.stdout.encoding)
    )


def _say_why_plain() -> None:
    """Say why it goes line by line where only the terminal's encoding stands against the app."""
    if sys.stdin.isatty() and sys.stdout.isatty() and not can_draw(sys.stdout.encoding):
        text = _(
            "This terminal's encoding ({encoding}) lacks signs that the app draws; so it goes line by line."
        )
        print_stderr(text.format(encoding=sys.stdout.encoding))


def _organisation(options: argparse.Namespace) -> str:
    """The name given with ``new``, blanks around it left out.

    Told before the first question where it cannot be stored.
    """
    name = str(options.organisation).strip()
    try:
        name.encode()
    except UnicodeEncodeError:
        raise Fault(_("a text with half a character cannot be stored")) from None
    return name


def _run_example(pack: Pack, options: argparse.Namespace) -> int:
    sheet = example_sheet(pack)
    if _has_terminal():
        app = _app(pack, options)
        app.start_example()
        return _run_app(app)
    if sys.stdin.isatty() and sys.stdout.isatty():
        return _hold_plain(pack, MemoryJournal(sheet), options, at_result=True)
    from smcheck.report.case import open_case
    from smcheck.report.terminal import print_text

    print_text(open_case(pack, sheet), sys.stdout)
    return 0


def _resume_command(options: argparse.Namespace) -> str:
    """The command that goes on with a sheet, but for its id: with the store and pack that this one named."""
    import shlex  # not for the app, which is to start quickly

    named = [("store", options.store), ("pack", options.pack)]
    return " ".join(["smcheck ask", *(f"--{name} {shlex.quote(value)}" for name, value in named if value)])


def _run_plain(pack: Pack, store: Store, options: argparse.Namespace) -> int:
    id_ = store.find(options.id) if options.id else ""
    if not id_:
        sheet = Sheet(pack=pack.id, organisation=_organisation(options))
        return _hold_plain(pack, StoredJournal(store, pack, sheet), options)
    from smcheck.report.versions import opened_notice  # wanted for a stored sheet only

    opened = open_sheet(store, pack, id_)
    notice = opened_notice(opened, pack)
    if notice:
        print_stderr(notice)
    newer = _newer(opened, pack, store) if opened.differences else None
    return _hold_plain(opened.pack, opened.journal, options, newer)


def _newer(opened: Opened, pack: Pack, store: Store) -> "Newer":
    """What the questionnaire of today asks otherwise than the one of a stored sheet."""
    from smcheck.plain import Newer
    from smcheck.report.versions import difference_lines, version_notice
    from smcheck.session import Session

    id_ = opened.journal.sheet.id

    def go_over() -> Session:
        store.change_pack(id_, pack)
        return Session(pack, StoredJournal(store, pack, Sheet(pack=pack.id, id=id_)))

    lines = difference_lines(opened.pack, pack, opened.differences, language())
    return Newer(version_notice(opened.pack, pack), tuple(lines), go_over)


def _hold_plain(
    pack: Pack,
    journal: Journal,
    options: argparse.Namespace,
    newer: "Newer | None" = None,
    *,
    at_result: bool = False,
) -> int:
    """Hold a sitting line by line; gives the exit code."""
    from smcheck import plain
    from smcheck.report.terminal import print_line
    from smcheck.session import Session

    reader = LineReader()
    talk = plain.Talk(reader.read, lambda line: print_line(line, sys.stdout), typed=sys.stdin.isatty())
    again = _resume_command(options)
    sitting = plain.Sitting(Session(pack, journal), talk, newer)
    with suppress(Fault):  # of the settings, which was told when the language was looked for
        sitting.brand_file = brand_file_from(options)
    try:
        plain.run(sitting, at_result=at_result, command=again)
    except KeyboardInterrupt:
        print_stderr("")
        _say_how_to_go_on(journal, again, _("Everything is stored. To go on: {command}"))
        raise
    except plain.Refusal as refusal:
        place = _("line {n}").format(n=refusal.line)
        fault = Fault(refusal.reason.removesuffix("."), file=_("standard input"), place=place)
        print_stderr(f"smcheck: {fault}")
        _say_how_to_go_on(journal, again, _("What was answered before is stored. To go on: {command}"))
        return 1
    return 0


def _say_how_to_go_on(journal: Journal, command: str, text: str) -> None:
    """Say that what was answered is stored, where anything is and nobody has deleted it since."""
    from smcheck.plain import command_with_id

    if journal.sheet.id:
        with suppress(Fault):
            journal.refresh()
            command = escape_controls(command_with_id(command, journal.sheet.id))
            print_stderr(text.format(command=command))
