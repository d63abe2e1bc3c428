"""Where reports go and in which format, as the options say it together."""

import argparse
import os
import sys
from pathlib import Path

from smcheck.report.formats.registry import NAMES, Format, endings, format_named, format_of
from smcheck.report.names import check_pattern
from smcheck.words.fault import Fault, unknown_word
from smcheck.words.language import _


def check_options(options: argparse.Namespace) -> None:
    """End the command where options do not go together: exit code 2.

    Raises:
        SystemExit: they do not; it has been said.
    """
    if options.all and options.sheets:
        options.refuse(_("--all means every stored sheet; name sheets or say --all"))
    if not options.all and not options.sheets:
        options.refuse(_("which sheet? An id from “smcheck list”, a file, or --all"))
    if options.all and not is_folder(options):
        options.refuse(_("several sheets need a folder: -o {folder}").format(folder=_("FOLDER/")))
    if options.name is not None and not is_folder(options):
        options.refuse(_("--name is for names in a folder; here -o says the name"))
    format_ = report_format(options)
    if options.template and not format_.takes_template:
        options.refuse(_("--template is for Word and PowerPoint"))
    if options.table and format_.name != "csv":
        options.refuse(_("--table is for csv"))
    try:
        check_pattern(options.name or "")
    except Fault as fault:
        options.refuse(str(fault.within("--name")))
    if options.output == "-" and format_.module and sys.stdout.isatty():
        options.refuse(_("this format is nothing for a terminal to show: -o {file}").format(file=_("FILE")))


def is_folder(options: argparse.Namespace) -> bool:
    """Whether the reports go into a folder, which may not be there yet."""
    output = options.output
    if output == "-":
        return False
    try:
        return output.endswith(("/", os.sep)) or Path(output).is_dir() or _names_folder(options)
    except OSError:  # no file can have this name; writing says so
        return False


def _names_folder(options: argparse.Namespace) -> bool:
    """Whether what is not there is meant as a folder: several sheets, and no ending of a file."""
    several = options.all or len(options.sheets) > 1
    return several and not Path(options.output).exists() and format_of(options.output) is None


def report_format(options: argparse.Namespace) -> Format:
    """The format that --format names, else the ending; ends the command where neither does."""
    by_ending = None if is_folder(options) else format_of(options.output)
    if options.format:
        wanted = format_named(options.format)
        if by_ending and by_ending != wanted:
            text = _("--format says {format}, the ending of {file} says {other}")
            options.refuse(
                text.format(format=wanted.name, file=Path(options.output).name, other=by_ending.name)
            )
        return wanted
    if by_ending is None:
        ending = Path(options.output).suffix
        if ending and not is_folder(options):
            options.refuse(str(unknown_word(_("ending"), ending, endings(), limit=20)))
        options.refuse(_("which format? --format {names}").format(names="|".join(NAMES)))
    assert by_ending is not None  # noqa: S101 - refused above
    return by_ending
