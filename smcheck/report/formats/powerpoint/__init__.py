"""The report as a presentation whose charts, tables and texts stay editable."""

from smcheck.report.formats.powerpoint.deck import render
from smcheck.report.formats.powerpoint.template_lint import lint_template
from smcheck.report.formats.powerpoint.verification import verify

__all__ = ["lint_template", "render", "verify"]
