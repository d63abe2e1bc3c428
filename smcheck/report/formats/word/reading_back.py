"""A written Word report read back."""

from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from smcheck.report.document.model import Document
from smcheck.report.formats.readable import readable
from smcheck.words.fault import Fault
from smcheck.words.language import _


def verify(content: bytes, document: Document) -> None:
    """Reads a report back: it opens, and its headline stands in it.

    Raises:
        Fault: it does not.
    """
    try:
        written = docx.Document(BytesIO(content))
    except (BadZipFile, KeyError, ValueError, SyntaxError, OpcError):  # the last of them is of XML
        raise Fault(_("the Word file that was written cannot be read back")) from None
    headline = " ".join(readable(document.headline).split())
    if not any(headline in " ".join(text.split()) for text in body_texts(written)):
        raise Fault(_("the headline is missing in the Word file that was written"))


def body_texts(written: Any) -> list[str]:
    """The text of each paragraph of the body, those in tables included."""
    return [Paragraph(element, written).text for element in written.element.body.iter(qn("w:p"))]
