"""``smcheck score``: results of sheet files and stored sheets."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from smcheck.cli.context import pack_of, read_input, store_of
from smcheck.cli.streams import talk
from smcheck.pack import FigureSet, Pack
from smcheck.report.output import write_file
from smcheck.sheet import Sheet, load_sheets
from smcheck.words.fault import Fault
from smcheck.words.language import _

if TYPE_CHECKING:
    from smcheck.advice import Advice
    from smcheck.report.case import Case
    from smcheck.scoring import Result
    from smcheck.store import Store


@dataclass(frozen=True, slots=True)
class Measured:
    """A sheet with what it is measured with."""

    pack: Pack
    figures: FigureSet
    sheet: Sheet


def run(options: argparse.Namespace) -> int:
    """Score every sheet; a fault in one is told and the others are still scored."""
    pack = pack_of(options)
    pack.figures(options.figures)  # an unknown set is one fault, not one for each sheet
    store = cache(lambda: store_of(options))
    faults: list[Fault] = []

    def sheets() -> Iterator[Measured]:
        for name in options.sheets:
            for found in _found(name, pack, store, options):
                if isinstance(found, Fault):
                    faults.append(found)
                    talk(f"smcheck: {found}")
                else:
                    yield found

    results = _results(options.format, sheets(), faults)
    if options.output and options.output != "-":
        text = "".join(results)
        if text:
            write_file(Path(options.output), text, force=options.force)
    elif options.format == "text":
        _show(sheets())
    else:
        sys.stdout.writelines(results)
    return 1 if faults else 0


def _found(
    name: str, pack: Pack, store: "Callable[[], Store]", options: argparse.Namespace
) -> Iterator[Measured | Fault]:
    """The sheets behind a file's name or a stored sheet's id."""
    try:
        if name == "-" or Path(name).exists():
            file = _("standard input") if name == "-" else name
            figures = pack.figures(options.figures)
            for found in load_sheets(read_input(name), file, pack):
                yield found if isinstance(found, Fault) else Measured(pack, figures, found)
        elif not Path(name).suffix and store().exists():
            yield _stored(name, pack, store(), options)
        else:
            yield Fault(_("no such file and no such stored sheet"), file=name)
    except Fault as fault:
        yield fault if fault.file else fault.within(name)
    except OSError as error:  # a name that no file can have
        yield Fault(str(error.strerror), file=name)


def _stored(name: str, current: Pack, store: "Store", options: argparse.Namespace) -> Measured:
    """A stored sheet, measured with the pack that it was answered under unless --current says otherwise."""
    from smcheck.store import open_sheet

    id_ = store.find(name)
    if options.current:
        sheet = store.load(id_, current).sheet
        return Measured(current, current.figures(options.figures), sheet)
    opened = open_sheet(store, current, id_)
    if opened.differences:
        from smcheck.report.versions import version_notice

        talk(version_notice(opened.pack, current) + " " + _("--current measures with the newer one."))
    return Measured(opened.pack, opened.pack.figures(options.figures), opened.journal.sheet)


def _results(format_: str, sheets: Iterator[Measured], faults: Sequence[Fault]) -> Iterator[str]:
    """The results' text, piece by piece.

    JSON is one object, or a list where more than one sheet was given; ``faults`` are those that cannot be
    scored, complete once ``sheets`` is at its end.
    """
    write, between = _FORMATS[format_]
    if format_ != "json":
        for number, measured in enumerate(sheets):
            yield (between if number else "") + write(measured)
        return
    written = [write(measured) for measured in sheets]
    if len(written) + len(faults) == 1:
        yield from (f"{text}\n" for text in written)
    elif written:
        yield "[\n" + ",\n".join(written) + "\n]\n"


def _scored(measured: Measured) -> "tuple[Pack, Sheet, Result, Advice]":
    from smcheck.advice import advise
    from smcheck.scoring import assess

    pack, figures, sheet = measured.pack, measured.figures, measured.sheet
    result = assess(pack, figures, sheet)
    return pack, sheet, result, advise(pack, figures, sheet, result)


def _line(measured: Measured) -> str:
    from smcheck.report.data import result_line

    return result_line(*_scored(measured)) + "\n"


def _json(measured: Measured) -> str:
    from smcheck.report.data import dump_result, result_json

    return result_json(dump_result(*_scored(measured)))


def _case(measured: Measured) -> "Case":
    from smcheck.report.case import open_case

    return open_case(measured.pack, measured.sheet, measured.figures.id)


def _text(measured: Measured) -> str:
    from smcheck.report.text import render_text

    return render_text(_case(measured))


def _markdown(measured: Measured) -> str:
    from smcheck.report.markdown import render_markdown

    return render_markdown(_case(measured))


def _show(sheets: Iterator[Measured]) -> None:
    from smcheck.report.terminal import print_text

    for number, measured in enumerate(sheets):
        if number:
            print("\n")
        print_text(_case(measured), sys.stdout)


_FORMATS: dict[str, tuple[Callable[[Measured], str], str]] = {
    "text": (_text, "\n\n"),
    "json": (_json, ""),
    "jsonl": (_line, ""),
    "markdown": (_markdown, "\n"),
}
"""How each format writes a result, and what stands between two of them."""
