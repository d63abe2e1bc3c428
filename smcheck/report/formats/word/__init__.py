"""The report as a Word file that stays editable: headings, named styles and tables, no look set by hand."""

from smcheck.report.formats.word.filling import render
from smcheck.report.formats.word.lint import lint_template
from smcheck.report.formats.word.reading_back import verify

__all__ = ["lint_template", "render", "verify"]
