"""The report as a web page: one file, no script, nothing from outside, for screens of any width and for print."""

from smcheck.report.formats.html.render import render
from smcheck.report.formats.html.verify import verify

__all__ = ["render", "verify"]
