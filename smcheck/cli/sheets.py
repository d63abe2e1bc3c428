"""``smcheck show``, ``delete``, ``export`` and ``import``: the stored sheets."""

import argparse
import sys
from pathlib import Path

from smcheck.cli.context import pack_from, read_input, store_from, warn_of_sharing
from smcheck.cli.kept_packs import KeptPacks
from smcheck.cli.output import write_output
from smcheck.cli.streams import print_at_once, print_stderr
from smcheck.pack import Pack
from smcheck.report.versions import opened_notice
from smcheck.session import Session
from smcheck.session.session import REVIEW
from smcheck.sheet import Sheet, dump_sheet, load_sheets
from smcheck.sheet.anonymous import anonymise
from smcheck.store import MemoryJournal, Store, open_sheet
from smcheck.words.controls import clip, escape_controls
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_


def run(options: argparse.Namespace) -> int:
    """Run one of the commands."""
    commands = {"show": _show, "delete": _delete, "export": _export, "import": _import}
    return commands[options.command](options)


def _show(options: argparse.Namespace) -> int:
    from smcheck.cli.show import render_answers, render_history

    pack = pack_from(options)
    store = store_from(options)
    id_ = store.find(options.id)
    opened = open_sheet(store, pack, id_)
    notice = opened_notice(opened, pack)
    if notice:
        print_stderr(notice)
    pack = opened.pack
    sys.stdout.write(render_answers(pack, opened.journal.sheet))
    if options.history:
        sys.stdout.write("\n" + render_history(pack, store.history(id_)))
    return 0


def _delete(options: argparse.Namespace) -> int:
    store = store_from(options)
    ids = list(dict.fromkeys(store.find(name) for name in options.ids))
    names = {sheet.id: sheet.organisation for sheet in store.list_sheets()}
    for id_ in ids:
        print_stderr(f"{escape_controls(id_)}  {clip(names.get(id_, ''), 60) or '–'}")
    if not options.yes and not _confirm(len(ids)):
        print_stderr(_("Nothing was deleted."))
        return 1
    _delete_for_good(ids, store)
    print_stderr(n_("{n} sheet deleted.", "{n} sheets deleted.", len(ids)).format(n=len(ids)))
    return 0


def _delete_for_good(ids: list[str], store: Store) -> None:
    with store.transaction():
        for id_ in ids:
            store.delete(id_)
    try:
        store.purge(*ids)
    except Fault as fault:
        text = _("The text can stay in the file until something is deleted again: {reason}")
        print_stderr(text.format(reason=fault))


def _confirm(number: int) -> bool:
    """Ask whether to delete so many sheets."""
    if not sys.stdin.isatty():
        raise Fault(_("nobody to ask whether to delete"), expected="--yes")
    question = n_("Delete this sheet for good? [y/N] ", "Delete these {n} sheets for good? [y/N] ", number)
    print(question.format(n=number), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"y", "yes", "j", "ja"}


def _export(options: argparse.Namespace) -> int:
    pack = pack_from(options)
    store = store_from(options)
    opened = [open_sheet(store, pack, store.find(name)) for name in options.ids]
    sheets = [found.journal.sheet for found in opened]
    if options.anonymous:
        sheets = [anonymise(sheet) for sheet in sheets]
    data = [dump_sheet(sheet, found.pack) for sheet, found in zip(sheets, opened, strict=True)]
    if len(data) == 1:
        text = json_text(data[0], indent=2) + "\n"
    else:
        text = "".join(json_text(entry) + "\n" for entry in data)
    if options.output and options.output != "-":
        write_output(Path(options.output), text, force=options.force)
    else:
        sys.stdout.write(text)
    return 0


def _import(options: argparse.Namespace) -> int:
    """All sheets or none: a fault in one leaves the store as it was."""
    pack = pack_from(options)
    store = store_from(options)
    warn_of_sharing(store)
    kept = KeptPacks(pack, lambda: store)
    sheets: list[Sheet] = []
    faults = 0
    for name in options.files:
        file = _("standard input") if name == "-" else name
        try:
            found = list(load_sheets(read_input(name), file, pack, kept.find))
        except Fault as fault:
            found = [fault]
        for entry in found:
            if isinstance(entry, Fault):
                faults += 1
                print_stderr(f"smcheck: {entry}")
            else:
                sheets.append(entry)
                _tell_version(entry, kept, file)
    if faults:
        print_stderr(_("Nothing was imported."))
        return 1
    _store_all(sheets, kept, store)
    return 0


def _tell_version(sheet: Sheet, kept: KeptPacks, file: str) -> None:
    """Say which version a sheet from a file was answered under, where it is not the current one."""
    notice = kept.notice(sheet)
    if notice:
        print_stderr(f"smcheck: {escape_controls(file)}: {notice}")


def _store_all(sheets: list[Sheet], kept: KeptPacks, store: Store) -> None:
    """Store sheets and print their ids, both or neither: what cannot be told is not stored."""
    ids = []
    with store.transaction():
        for sheet in sheets:
            pack = kept.pack_of(sheet)
            ids.append(store.create(pack, sheet, _position(pack, sheet)))
    try:
        print_at_once("".join(f"{escape_controls(id_)}\n" for id_ in ids))
    except BaseException:
        _delete_for_good(ids, store)
        raise
    for sheet, id_ in zip(sheets, ids, strict=True):
        if sheet.id and id_ != sheet.id:
            print_stderr(
                _("“{id}” is stored already; this one is kept beside it.").format(
                    id=escape_controls(sheet.id)
                )
            )


def _position(pack: Pack, sheet: Sheet) -> str:
    """Where the sitting of a sheet from a file goes on: at the first open question, else at the result."""
    still_open = Session(pack, MemoryJournal(sheet)).open_questions
    return REVIEW if sheet.result_seen or not still_open else still_open[0].id
