"""Bytes of people's files as text: UTF-8, with or without a byte order mark."""

from smcheck.words.fault import Fault
from smcheck.words.language import _

_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""The byte order marks of UTF-16."""


def is_utf_16(content: bytes) -> bool:
    """Whether a text in UTF-16 begins so: with a byte order mark, or with one byte of two that is zero."""
    return content.startswith(_MARKS) or (len(content) > 1 and (content[0] == 0) != (content[1] == 0))


def decode(content: bytes, file: str = "") -> str:
    """The text of a file; a byte order mark at its beginning is none of it.

    Raises:
        Fault: it is not UTF-8.
    """
    if is_utf_16(content):
        raise utf_16_fault(file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _("byte {n}").format(n=error.start)
        raise Fault(_("not UTF-8"), file=file, place=place, rule="not-utf-8") from None


def utf_16_fault(file: str = "") -> Fault:
    """That a text is in UTF-16, as Windows PowerShell 5 writes it, and what helps."""
    return Fault(
        _("UTF-16, not UTF-8"),
        file=file,
        expected=_("UTF-8; PowerShell 5 writes it with “Out-File -Encoding utf8” in place of “>”"),
        rule="not-utf-8",
    )
