"""One sheet scored: from what a name stands for to the text of its result."""

import argparse
import io
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from smcheck.cli.context import pack_from, store_from
from smcheck.cli.jobs import Job
from smcheck.cli.kept_packs import KeptPacks
from smcheck.report.case import Case, open_case
from smcheck.report.data import dump_result
from smcheck.report.versions import opened_notice, unread_notice
from smcheck.sheet.anonymous import anonymise
from smcheck.sheet.file import read_document
from smcheck.words.controls import escape_controls
from smcheck.words.exchange import json_text
from smcheck.words.fault import Fault
from smcheck.words.language import _

if TYPE_CHECKING:
    from smcheck.store import Store


class Scored(NamedTuple):
    """What came of a job: the text of a result, or a fault in words; and what else is to be said."""

    job: Job
    text: str = ""
    fault: str = ""
    notice: str = ""


class Scorer:
    """Scores sheets as the options say.

    Args:
        options: of the command line.
        terminal: whether the text is for a terminal, where headings stand out.

    Raises:
        Fault: the pack or the figure set cannot be read.
    """

    def __init__(self, options: argparse.Namespace, *, terminal: bool) -> None:
        self._options = options
        self._pack = pack_from(options)
        self._pack.figures(options.figures)  # an unknown set is one fault, not one for each sheet
        self._terminal = terminal

    def score(self, job: Job) -> Scored:
        """The result of a sheet, or its fault; without the content that a job came with."""
        done = Scored(job._replace(content=None, fault=None))
        try:
            case, notice = self.case_of(job)
            return done._replace(text=self._write(case), notice=notice)
        except Fault as fault:
            return done._replace(fault=f"smcheck: {fault}")

    def case_of(self, job: Job) -> tuple[Case, str]:
        """The case of a sheet, anonymous where that is wanted, and what is to be said of its pack.

        It is measured with the pack that it was answered under, where that is kept, unless --current says
        otherwise.

        Raises:
            Fault: the sheet is at fault; it names it.
        """
        try:
            if job.fault is not None:
                raise job.fault
            case, notice = self._open(job)
            if self._options.anonymous:
                case = open_case(case.pack, anonymise(case.sheet), self._options.figures)
        except Fault as fault:
            raise fault if fault.file else fault.within(job.name) from None
        return case, notice

    def _open(self, job: Job) -> tuple[Case, str]:
        if job.content is None:
            return self._open_stored(job.name)
        kept = None if self._options.current else self._kept
        sheet = read_document(job.content, job.name, self._pack, kept.find if kept else None)
        if isinstance(sheet, Fault):
            raise sheet
        pack = kept.pack_of(sheet) if kept else self._pack
        notice = kept.notice(sheet) if kept else unread_notice(sheet, pack)
        if pack is not self._pack:
            notice += " " + _("--current measures with the newer one.")
        case = open_case(pack, sheet, self._options.figures)
        return case, f"smcheck: {escape_controls(job.name)}: {notice}" if notice else ""

    def _open_stored(self, name: str) -> tuple[Case, str]:
        from smcheck.store import open_sheet

        id_ = self._store.find(name)
        if self._options.current:
            sheet = self._store.load(id_, self._pack).sheet
            return open_case(self._pack, sheet, self._options.figures), unread_notice(sheet, self._pack)
        opened = open_sheet(self._store, self._pack, id_)
        notice = opened_notice(opened, self._pack)
        if opened.differences:
            notice += " " + _("--current measures with the newer one.")
        return open_case(opened.pack, opened.journal.sheet, self._options.figures), notice

    @cached_property
    def _kept(self) -> KeptPacks:
        return KeptPacks(self._pack, lambda: self._store)

    @cached_property
    def _store(self) -> "Store":
        """Opened once, and only where a stored sheet is named, or a file has one of another version."""
        return store_from(self._options)

    def _write(self, case: Case) -> str:
        format_ = self._options.format
        if format_ == "json":
            return json_text(dump_result(case), indent=2)
        if format_ == "jsonl":
            return json_text(dump_result(case)) + "\n"
        if format_ == "markdown":
            from smcheck.report.markdown import render_markdown

            return render_markdown(case)
        from smcheck.report.terminal import print_text

        page = _TerminalPage() if self._terminal else io.StringIO()
        print_text(case, page)
        return page.getvalue()


class _TerminalPage(io.StringIO):
    """A text that goes to a terminal later."""

    def isatty(self) -> bool:
        return True
