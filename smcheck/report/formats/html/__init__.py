"""The report as a web page: one file, no script, nothing from outside, for any screen and for paper."""

from smcheck.report.formats.html.render import render
from smcheck.report.formats.html.verify import verify

__all__ = ["render", "verify"]
