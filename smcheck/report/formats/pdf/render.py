"""Typesets a document: typst reads our templates, the data as JSON, and one typeface from PyPI."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from smcheck.report.brand import PLAIN, Brand
from smcheck.report.document.model import Document
from smcheck.report.formats.pdf.data import document_data, in_the_typeface
from smcheck.words.fault import Fault
from smcheck.words.language import _


def render(document: Document, brand: Brand = PLAIN) -> bytes:
    """The report as a PDF; the same document and brand always give the same bytes.

    Only where a text has characters that the report's typeface lacks, such as Chinese ones, the computer's
    fonts help out; where none of them can draw each of these, all of them are written as code points.

    Raises:
        Fault: the logo cannot be drawn.
    """
    import typst

    data = document_data(document, brand)
    for system_fonts in (False, True):
        try:
            return _typeset(data, document, system_fonts=system_fonts)
        except typst.TypstError as error:
            if brand.logo and "failed to" in str(error):  # its picture, such as one without a size
                text = _("the logo cannot be drawn ({reason})").format(reason=error)
                raise Fault(text) from None
            if "could not be displayed" not in str(error):
                raise
    return _typeset(in_the_typeface(data), document, system_fonts=False)


def _typeset(data: dict[str, Any], document: Document, *, system_fonts: bool) -> bytes:
    """Typeset the data.

    Raises:
        TypstError: a text cannot be displayed.
    """
    import fontpkg_inter
    import typst

    templates = files("smcheck.report.formats.pdf") / "templates"
    sources = {file.name: file.read_bytes() for file in templates.iterdir() if file.name.endswith(".typ")}
    sources["main.typ"] = sources.pop("report.typ")
    sources["data.json"] = json.dumps(data).encode()
    day = document.date
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its types lack the dictionary of its README
        sources,
        font_paths=[Path(fontpkg_inter.__file__).parent / "files"],
        ignore_system_fonts=not system_fonts,
        pdf_standards=["ua-1"],  # PDF/UA-1, ISO 14289-1: what screen readers need
        timestamp=int(midnight.timestamp()) if midnight else 0,
    )
    return pdf
