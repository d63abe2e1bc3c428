"""One report made as the options say: from what a name stands for to the bytes of a file."""

import argparse
from pathlib import Path

from smcheck.cli.context import brand_file_from
from smcheck.cli.jobs import Job
from smcheck.cli.scorer import Scorer
from smcheck.report.brand import PLAIN
from smcheck.report.case import Case
from smcheck.report.formats.registry import Format
from smcheck.report.make import Style, make_report
from smcheck.report.names import PATTERN, kind_words, report_name


class Maker:
    """Makes reports in one format and one brand.

    Args:
        options: of the command line.
        format_: of all reports.

    Raises:
        Fault: the pack, the figure set or the brand cannot be read.
    """

    def __init__(self, options: argparse.Namespace, format_: Format) -> None:
        self._options = options
        self.format = format_
        self._scorer = Scorer(options, terminal=False)
        brand = PLAIN
        # The settings' brand stops no format that shows none; one that is named is read whatever the format.
        brand_file = brand_file_from(options) if format_.module or options.brand else None
        if brand_file:
            from smcheck.report.brand_file import load_brand  # not for reports without one

            brand = load_brand(brand_file)
        template = Path(options.template) if options.template else None
        self.style = Style(brand, template, options.table or "items")

    def case_of(self, job: Job) -> tuple[Case, str]:
        """The case of a sheet, and what is to be said of the versions of its pack; raises its fault."""
        return self._scorer.case_of(job)

    def make(self, case: Case) -> bytes:
        """The bytes of a report."""
        return make_report(case, self.format, self.style)

    def name(self, case: Case) -> str:
        """The name of a report in a folder, without its ending."""
        table = self.style.table if self.format.name == "csv" else ""
        return report_name(
            case, PATTERN if self._options.name is None else self._options.name, kind_words(table)
        )
