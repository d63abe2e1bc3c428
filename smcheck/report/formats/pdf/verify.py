"""Reads a written PDF back."""

import io
import re

from smcheck.report.document.model import Document
from smcheck.words.fault import Fault
from smcheck.words.language import _

_NO_LETTER = re.compile(r"[\s\u200b\u2060]+")
"""Where lines break, spaces come and go."""


def verify(content: bytes, document: Document) -> None:
    """Read the PDF back with another library: pages, title, language, tags, and the headline on page one.

    Raises:
        Fault: it is not what was to be written.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        catalogue, first = reader.root_object, reader.pages[0].extract_text()
        whole = (
            len(reader.pages) >= sum(part.id != "described" for part in document.parts)
            and _letters(document.headline) in _letters(first)
            and str(catalogue["/Lang"]) == document.language
            and "/StructTreeRoot" in catalogue
            and reader.metadata is not None
            and bool(reader.metadata.title)
        )
    except (PyPdfError, KeyError, IndexError, ValueError) as error:
        raise Fault(_("what was written could not be read back")) from error
    if not whole:
        raise Fault(_("what was written could not be read back"))


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)
