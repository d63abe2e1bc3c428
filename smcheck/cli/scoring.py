"""``smcheck score``: results of sheet files and stored sheets."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from smcheck.cli.context import pack_from, read_input, store_from
from smcheck.cli.streams import print_stderr
from smcheck.files.writing import write_file
from smcheck.pack import Pack
from smcheck.report.case import Case, open_case
from smcheck.report.data import dump_result
from smcheck.sheet import load_sheets
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from smcheck.words.language import _

if TYPE_CHECKING:
    from smcheck.store import Store


def run(options: argparse.Namespace) -> int:
    """Score every sheet; a fault in one is reported and the others are still scored."""
    pack = pack_from(options)
    pack.figures(options.figures)  # an unknown set is one fault, not one for each sheet
    faults: list[Fault] = []

    def cases() -> Iterator[Case]:
        for entry in _read_all(options, pack):
            if isinstance(entry, Fault):
                faults.append(entry)
                print_stderr(f"smcheck: {entry}")
            else:
                yield entry

    results = _results(options.format, cases(), faults)
    if options.output and options.output != "-":
        text = "".join(results)
        if text:
            write_file(Path(options.output), text, force=options.force)
    elif options.format == "text":
        _print(cases())
    else:
        sys.stdout.writelines(results)
    return 1 if faults else 0


def _read_all(options: argparse.Namespace, pack: Pack) -> Iterator[Case | Fault]:
    """The cases of all files and stored sheets that are named on the command line."""
    store = cache(lambda: store_from(options))  # opened once, and only where a stored sheet is named
    for name in options.sheets:
        try:
            yield from _read(name, pack, store, options)
        except Fault as fault:
            yield fault if fault.file else fault.within(name)
        except OSError as error:  # a name that no file can have
            yield Fault(str(error.strerror), file=name)


def _read(
    name: str, pack: Pack, store: "Callable[[], Store]", options: argparse.Namespace
) -> Iterator[Case | Fault]:
    """The cases behind a file's name or a stored sheet's id."""
    if name == "-" or Path(name).exists():
        file = _("standard input") if name == "-" else name
        for sheet in load_sheets(read_input(name), file, pack):
            yield sheet if isinstance(sheet, Fault) else open_case(pack, sheet, options.figures)
    elif not Path(name).suffix and store().exists():
        yield _open_stored(name, pack, store(), options)
    else:
        yield Fault(_("no such file and no such stored sheet"), file=name)


def _open_stored(name: str, current: Pack, store: "Store", options: argparse.Namespace) -> Case:
    """A stored sheet's case, with the pack that it was answered under unless --current says otherwise."""
    from smcheck.store import open_sheet

    id_ = store.find(name)
    if options.current:
        return open_case(current, store.load(id_, current).sheet, options.figures)
    opened = open_sheet(store, current, id_)
    if opened.differences:
        from smcheck.report.versions import version_notice

        print_stderr(version_notice(opened.pack, current) + " " + _("--current measures with the newer one."))
    return open_case(opened.pack, opened.journal.sheet, options.figures)


def _results(format_: str, cases: Iterator[Case], faults: Sequence[Fault]) -> Iterator[str]:
    """The results' text, piece by piece.

    JSON is one object, or a list where more than one sheet was given; ``faults`` are those that cannot be
    scored, complete once ``cases`` is at its end.
    """
    write, separator = _FORMATS[format_]
    if format_ != "json":
        for number, case in enumerate(cases):
            yield (separator if number else "") + write(case)
        return
    texts = [write(case) for case in cases]
    if len(texts) + len(faults) == 1:
        yield from (f"{text}\n" for text in texts)
    elif texts:
        yield "[\n" + ",\n".join(texts) + "\n]\n"


def _line(case: Case) -> str:
    return json_text(dump_result(case)) + "\n"


def _json(case: Case) -> str:
    return json_text(dump_result(case), indent=2)


def _text(case: Case) -> str:
    from smcheck.report.text import render_text

    return render_text(case)


def _markdown(case: Case) -> str:
    from smcheck.report.markdown import render_markdown

    return render_markdown(case)


def _print(cases: Iterator[Case]) -> None:
    """Print the results as text; headings stand out in a terminal."""
    from smcheck.report.terminal import print_text

    for number, case in enumerate(cases):
        if number:
            print("\n")
        print_text(case, sys.stdout)


_FORMATS: dict[str, tuple[Callable[[Case], str], str]] = {
    "text": (_text, "\n\n"),
    "json": (_json, ""),
    "jsonl": (_line, ""),
    "markdown": (_markdown, "\n"),
}
"""How each format writes a result, and the separator between two of them."""
