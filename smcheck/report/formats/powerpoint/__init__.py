"""The report as a presentation whose charts, tables and texts stay editable."""

from pathlib import Path

from smcheck.pack.checks.finding import Finding
from smcheck.report.brand import PLAIN, Brand
from smcheck.report.document.model import Document

__all__ = ["lint_template", "render", "verify"]

# python-pptx is imported where it is used: reading it takes longer than all of smcheck.


def render(document: Document, brand: Brand = PLAIN, template: Path | None = None) -> bytes:
    """The presentation's bytes; in a template of one's own the brand changes nothing but the foot.

    Raises:
        Fault: the template cannot be opened, or lacks a layout or placeholder.
    """
    from smcheck.report.formats.powerpoint.deck import render as render_deck

    return render_deck(document, brand, template)


def verify(content: bytes, document: Document) -> None:
    """Read the bytes back.

    Raises:
        Fault: they are no presentation, or no slide has the headline as its title.
    """
    from smcheck.report.formats.powerpoint.verification import verify as verify_deck

    verify_deck(content, document)


def lint_template(path: Path) -> list[Finding]:
    """All that is wrong or doubtful in a template for presentations; never an exception."""
    from smcheck.report.formats.powerpoint.template_lint import lint_template as lint

    return lint(path)
