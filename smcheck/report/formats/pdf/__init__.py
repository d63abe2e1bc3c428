"""The report as a PDF: A4 pages for print and screen, tagged for screen readers (PDF/UA-1)."""

from smcheck.report.formats.pdf.render import render
from smcheck.report.formats.pdf.verify import verify

__all__ = ["render", "verify"]
