"""Templates from outside: what is looked at before any of it is used."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from jinja2 import TemplateError

from smcheck.files.reading import read_bytes
from smcheck.pack.checks.finding import Finding, error
from smcheck.words.fault import Fault, quote_short
from smcheck.words.language import _

MOST_BYTES = 20_000_000
"""The size of a template at most."""
_MOST_UNPACKED = 100_000_000
_MOST_PARTS = 2000
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HARMLESS = ("/hyperlink", "/attachedTemplate")
"""Kinds of relations to the outside that nothing follows by itself; the second is dropped."""
_DAMAGED = (BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError)
"""What reading an archive raises that is none, that is damaged, or that has a password."""
_STUMBLED = (LookupError, ValueError, AttributeError, TypeError, SyntaxError, OpcError, TemplateError)
"""What python-docx and docxtpl raise where a part is missing or is not what it should be."""
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def read_template(path: Path) -> bytes:
    """The bytes of a template that may be used.

    Raises:
        Fault: it cannot be read, is no Word document, or could do what a template must not do.
    """
    content = read_bytes(path, MOST_BYTES)
    for finding in guard_findings(content):
        raise fault_of(finding.within(str(path)))
    return content


@contextmanager
def damage_told(file: str) -> Iterator[None]:
    """Whatever the libraries stumble over in a template from outside is a fault of the template.

    Raises:
        Fault: in place of their errors.
    """
    try:
        yield
    except _STUMBLED as failure:
        reason = str(failure).partition("\n")[0] or type(failure).__name__
        raise Fault(_("cannot be filled: {reason}").format(reason=reason), file=file) from None


def fault_of(finding: Finding) -> Fault:
    """A finding as the fault that ends a command, with its remedy."""
    return Fault(
        f"{finding.message}. {finding.fix.removesuffix('.')}", file=finding.file, place=finding.place
    )


def guard_findings(content: bytes) -> Iterator[Finding]:
    """Why these bytes must not be used as a template."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
                yield error(
                    "",
                    "large-file",
                    _("unpacks to more than a template can be"),
                    _("Take pictures out, or make them smaller."),
                )
                return
            for part in parts:
                yield from _part_findings(part.filename, archive.read(part))
            if "[Content_Types].xml" not in archive.namelist():
                yield _no_word()
    except _DAMAGED:
        yield _no_word()


def _part_findings(name: str, content: bytes) -> Iterator[Finding]:
    if name == "[Content_Types].xml" and _DOCUMENT not in content:
        yield _no_word()
    if name.lower().endswith("vbaproject.bin"):
        yield error(
            name,
            "macros",
            _("contains macros"),
            _("Save it as a Word document (.docx), without macros."),
        )
    if not name.endswith((".xml", ".rels")):
        return
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
        yield error(
            name,
            "document-type",
            _("declares what no Word document declares"),
            _("Open it in Word and save it again."),
        )
        return
    try:
        root = parse_xml(content)
    except SyntaxError:  # of XML
        yield error(name, "damaged", _("is damaged"), _("Open it in Word and save it again."))
        return
    for relation in root.iter(_RELATIONS):
        outside = relation.get("TargetMode") == "External"
        if outside and not relation.get("Type", "").endswith(_HARMLESS):
            yield error(
                name,
                "outside",
                _("loads something from outside: {address}").format(
                    address=quote_short(relation.get("Target", ""))
                ),
                _("Put it into the document, or take it out."),
            )


def _no_word() -> Finding:
    return error(
        "",
        "not-word",
        _("not a Word document"),
        _("Open it in Word and save it as a Word document (.docx)."),
    )
