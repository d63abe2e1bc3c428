"""``smcheck report``: what a client keeps, one sheet as a file or many in a folder."""

import argparse
import sys
from pathlib import Path

from smcheck.cli.context import store_from, tell_nothing_stored
from smcheck.cli.jobs import Job, Jobs
from smcheck.cli.output import write_output
from smcheck.cli.report.destination import check_options, is_folder, report_format
from smcheck.cli.report.folder import ReportFolder
from smcheck.cli.report.maker import Maker
from smcheck.cli.streams import print_stderr
from smcheck.store import Store
from smcheck.words.controls import escape_controls
from smcheck.words.language import _


def run(options: argparse.Namespace) -> int:
    """Make the reports; where there are several, a fault in one does not stop the others."""
    check_options(options)
    maker = Maker(options, report_format(options))
    if options.all:
        store = store_from(options)
        stored = _stored_jobs(store)
        if stored:
            return ReportFolder(maker, options).write(stored, len(stored))
        tell_nothing_stored(store)
        return 0
    jobs = Jobs(options.sheets, lambda: store_from(options))
    total = jobs.count()
    if is_folder(options):
        return ReportFolder(maker, options).write(jobs, total)
    if total > 1:
        options.refuse(_("several sheets need a folder: -o {folder}").format(folder=_("FOLDER/")))
    return _write_one(maker, next(iter(jobs)), options)


def _stored_jobs(store: Store) -> list[Job]:
    """Every stored sheet, the oldest first: new ones take no name from those that were there before."""
    sheets = store.list_sheets() if store.exists() else []
    sheets.sort(key=lambda sheet: (sheet.created, sheet.id))
    return [Job(number, sheet.id) for number, sheet in enumerate(sheets)]


def _write_one(maker: Maker, job: Job, options: argparse.Namespace) -> int:
    case, notice = maker.case_of(job)
    if notice:
        print_stderr(notice)
    content = maker.make(case)
    if options.output == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return 0
    path = Path(options.output)
    write_output(path, content, force=options.force)
    print_stderr(_("Saved: {file}").format(file=escape_controls(str(path))))
    return 0
