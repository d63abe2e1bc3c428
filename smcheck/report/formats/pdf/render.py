"""Sets a document with typst: what it reads are these templates, the data as JSON, and one font from PyPI."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from smcheck.report.brand import PLAIN, Brand
from smcheck.report.document.model import Document
from smcheck.report.formats.pdf.data import document_data

_UA = "ua-1"
"""PDF/UA-1 (ISO 14289-1): what screen readers need."""


def render(document: Document, brand: Brand = PLAIN) -> bytes:
    """The report as a PDF; the same document and brand always give the same bytes.

    Only where a text has characters that the report's font lacks, such as Chinese ones, fonts of the computer
    help out. Where none has them either, boxes stand for them, and as PDF/UA forbids those the file does not
    claim to be PDF/UA.
    """
    import typst

    sources = _sources(document, brand)
    for ignore_system_fonts, standards in ((True, [_UA]), (False, [_UA])):
        try:
            return _set(sources, document, ignore_system_fonts=ignore_system_fonts, standards=standards)
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return _set(sources, document, ignore_system_fonts=False, standards=[])


def _sources(document: Document, brand: Brand) -> dict[str, bytes]:
    templates = files("smcheck.report.formats.pdf") / "templates"
    sources = {file.name: file.read_bytes() for file in templates.iterdir() if file.name.endswith(".typ")}
    sources["main.typ"] = sources.pop("report.typ")
    sources["data.json"] = json.dumps(document_data(document, brand)).encode()
    if brand.logo:
        sources[f"logo.{brand.logo.kind}"] = brand.logo.content
    return sources


def _set(
    sources: dict[str, bytes], document: Document, *, ignore_system_fonts: bool, standards: list[str]
) -> bytes:
    import fontpkg_inter
    import typst

    day = document.date
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its types lack the dictionary of its README
        sources,
        font_paths=[Path(fontpkg_inter.__file__).parent / "files"],
        ignore_system_fonts=ignore_system_fonts,
        pdf_standards=standards,
        timestamp=int(midnight.timestamp()) if midnight else 0,
    )
    return pdf
