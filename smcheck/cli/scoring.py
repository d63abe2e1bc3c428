"""``smcheck score``: results of sheet files and stored sheets."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from smcheck.cli.context import pack_of, read_input, store_of, talk
from smcheck.pack import FigureSet, Pack
from smcheck.report.output import write_file
from smcheck.sheet import Sheet, load_sheets
from smcheck.store import Store
from smcheck.words.fault import Fault
from smcheck.words.language import _


def run(options: argparse.Namespace) -> int:
    """Score every sheet; a fault in one is told and the others are still scored."""
    pack = pack_of(options)
    figures = pack.figures(options.figures)
    store = store_of(options)
    faults = 0

    def sheets() -> Iterator[Sheet]:
        nonlocal faults
        for name in options.sheets:
            for found in _found(name, pack, store):
                if isinstance(found, Fault):
                    faults += 1
                    talk(f"smcheck: {found}")
                else:
                    yield found

    results = _WRITERS[options.format](pack, figures, sheets())
    if options.output and options.output != "-":
        write_file(Path(options.output), "".join(results), force=options.force)
    elif options.format == "text":
        _show(pack, figures, sheets())
    else:
        sys.stdout.writelines(results)
    return 1 if faults else 0


def _found(name: str, pack: Pack, store: Store) -> Iterator[Sheet | Fault]:
    """The sheets behind a file's name or a stored sheet's id."""
    try:
        if name == "-" or Path(name).exists():
            yield from load_sheets(read_input(name), _("standard input") if name == "-" else name, pack)
        elif store.exists() and not Path(name).suffix:
            yield store.load(store.find(name), pack).sheet
        else:
            raise Fault(_("no such file and no such stored sheet"), file=name)
    except Fault as fault:
        yield fault if fault.file else fault.within(name)
    except OSError as error:  # a name that no file can have
        yield Fault(str(error.strerror), file=name)


def _data(pack: Pack, figures: FigureSet, sheet: Sheet, indent: int | None) -> str:
    from smcheck.advice import advise
    from smcheck.report.data import dump_result, result_json
    from smcheck.scoring import assess

    result = assess(pack, figures, sheet)
    return result_json(dump_result(pack, sheet, result, advise(pack, figures, sheet, result)), indent=indent)


def _jsonl(pack: Pack, figures: FigureSet, sheets: Iterator[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield _data(pack, figures, sheet, None) + "\n"


def _json(pack: Pack, figures: FigureSet, sheets: Iterator[Sheet]) -> Iterator[str]:
    """One object, or a list of them where there are several."""
    results = [_data(pack, figures, sheet, 2) for sheet in sheets]
    if len(results) == 1:
        yield results[0] + "\n"
    elif results:
        yield "[\n" + ",\n".join(results) + "\n]\n"


def _text(pack: Pack, figures: FigureSet, sheets: Iterator[Sheet]) -> Iterator[str]:
    from smcheck.report.case import open_case
    from smcheck.report.text import render_text

    for number, sheet in enumerate(sheets):
        yield ("\n\n" if number else "") + render_text(open_case(pack, sheet, figures.id))


def _markdown(pack: Pack, figures: FigureSet, sheets: Iterator[Sheet]) -> Iterator[str]:
    from smcheck.report.case import open_case
    from smcheck.report.markdown import render_markdown

    for number, sheet in enumerate(sheets):
        yield ("\n" if number else "") + render_markdown(open_case(pack, sheet, figures.id))


def _show(pack: Pack, figures: FigureSet, sheets: Iterator[Sheet]) -> None:
    from smcheck.report.case import open_case
    from smcheck.report.terminal import print_text

    for number, sheet in enumerate(sheets):
        if number:
            print("\n")
        print_text(open_case(pack, sheet, figures.id), sys.stdout)


_WRITERS: dict[str, Callable[[Pack, FigureSet, Iterator[Sheet]], Iterator[str]]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
}
