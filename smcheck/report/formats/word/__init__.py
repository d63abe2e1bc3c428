"""The report as a Word file that stays editable: headings, named styles, tables; nothing formatted by hand.

What is imported here is light; python-docx and docxtpl come with the first report.
"""

from pathlib import Path

from smcheck.pack.checks.finding import Finding
from smcheck.report.brand import PLAIN, Brand
from smcheck.report.document.model import Document


def render(document: Document, brand: Brand = PLAIN, template: Path | None = None) -> bytes:
    """The bytes of a ``.docx``, drawn in our template or in the consultant's own.

    Raises:
        Fault: the template cannot be used; it names file, place and remedy.
    """
    from smcheck.report.formats.word.filling import render

    return render(document, brand, template)


def verify(content: bytes, document: Document) -> None:
    """Reads a written report back: it opens, has its headline, and no placeholder is left.

    Raises:
        Fault: it is not what was meant.
    """
    from smcheck.report.formats.word.reading_back import verify

    verify(content, document)


def lint_template(path: Path) -> list[Finding]:
    """Everything wrong or doubtful in a template, never an exception."""
    from smcheck.report.formats.word.lint import lint_template

    return lint_template(path)
