"""Many reports in a folder: what is there and still true is not made again, and one fault stops no other."""

import argparse
from collections.abc import Iterable
from hashlib import sha256
from itertools import count
from pathlib import Path

from smcheck.cli.jobs import Job
from smcheck.cli.output import write_output
from smcheck.cli.progress import Progress
from smcheck.cli.report.ledger import Ledger, fingerprint
from smcheck.cli.report.maker import Maker
from smcheck.cli.streams import print_stderr
from smcheck.report.case import Case
from smcheck.report.make import MissingLibrary
from smcheck.words.controls import escape_controls
from smcheck.words.fault import Fault
from smcheck.words.language import _, n_
from smcheck.words.system_error import system_reason


class ReportFolder:
    """Writes reports into a folder, and says at the end what became of them."""

    def __init__(self, maker: Maker, options: argparse.Namespace) -> None:
        self._maker = maker
        self._folder = Path(options.output)
        self._force = options.force
        self._ledger = Ledger(self._folder)
        self._taken: set[str] = set()
        self._saved: list[Path] = []
        self._unchanged = 0
        self._faults: list[Fault] = []

    def write(self, jobs: Iterable[Job], total: int) -> int:
        """Write a report of each job; gives the exit code.

        Raises:
            KeyboardInterrupt: somebody ended it; what was made is said, and the same command goes on.
        """
        _make_folder(self._folder)
        progress = Progress(total, shown=total > 1)
        try:
            for job in jobs:
                try:
                    self._write(job, progress)
                except Fault as fault:
                    if self._concerns_all(fault):
                        raise
                    self._faults.append(fault)
                progress.advance()
        except KeyboardInterrupt:
            progress.clear()
            self._report()
            print_stderr(_("Interrupted; the same command goes on from here."))
            raise
        finally:
            progress.clear()
        self._report()
        return 1 if self._faults else 0

    def _concerns_all(self, fault: Fault) -> bool:
        """Whether no other report can be made either: a library is missing, or the template does not fit."""
        template = self._maker.style.template
        return isinstance(fault, MissingLibrary) or (template is not None and fault.file == str(template))

    def _write(self, job: Job, progress: Progress) -> None:
        case, notice = self._maker.case_of(job)
        if notice:
            progress.say(notice)
        sheet = _identity(job, case)
        made_from = fingerprint(case, self._maker.format, self._maker.style)
        path = self._free_path(case, sheet, made_from)
        if not self._force and self._ledger.is_current(path, made_from):
            self._unchanged += 1
            return
        force = self._force or self._ledger.is_ours(path)
        if not force and self._ledger.holds(path):
            found = _("was edited since it was made, and is not what it would be now")
            raise Fault(found, file=str(path), expected=_("another name for the edited one, or --force"))
        content = self._maker.make(case)
        self._ledger.add(path, sheet, made_from, content)
        write_output(path, content, force=force)
        self._saved.append(path)

    def _free_path(self, case: Case, sheet: str, made_from: str) -> Path:
        """Where the report goes, with a number where a report of that name is another sheet's."""
        name = self._maker.name(case)
        paths = (
            self._folder / f"{name if number == 1 else f'{name} {number}'}.{self._maker.format.ending}"
            for number in count(1)
        )
        path = next(
            path
            for path in paths
            if path.name.casefold() not in self._taken and self._ledger.may_hold(path, sheet, made_from)
        )
        self._taken.add(path.name.casefold())
        return path

    def _report(self) -> None:
        saved = len(self._saved)
        if saved == 1:
            print_stderr(_("Saved: {file}").format(file=escape_controls(str(self._saved[0]))))
        elif saved:
            text = n_("{n} report saved in {folder}.", "{n} reports saved in {folder}.", saved)
            print_stderr(text.format(n=saved, folder=escape_controls(str(self._folder))))
        if self._unchanged:
            text = n_(
                "{n} report was there already, its sheet unchanged.",
                "{n} reports were there already, their sheets unchanged.",
                self._unchanged,
            )
            print_stderr(text.format(n=self._unchanged))
        if self._faults:
            failed = len(self._faults)
            text = n_("{n} report was not made:", "{n} reports were not made:", failed)
            print_stderr(text.format(n=failed))
            for fault in self._faults:
                print_stderr(f"smcheck: {fault}")


def _identity(job: Job, case: Case) -> str:
    """Which sheet a report is of, as a hash: a folder of anonymous reports names nobody."""
    stored = job.content is None
    name = job.name if stored else case.sheet.id or str(Path(job.name).absolute())
    return sha256(name.encode("utf-8", errors="surrogatepass")).hexdigest()


def _make_folder(folder: Path) -> None:
    """Make the folder where it is not there; one that it lies in must be."""
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        raise Fault(
            _("cannot be made ({reason})").format(reason=system_reason(error)), file=str(folder)
        ) from None
