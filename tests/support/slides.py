"""What a presentation says, read back from its bytes."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from smcheck.report.document.model import Document
from smcheck.report.formats.powerpoint import render
from smcheck.report.formats.readable import readable
from support.reports import document_named

_TEXTS = ("t", "v")
"""The elements that hold text: runs of slides and notes, cached values of charts."""


@cache
def make_deck(name: str, language: str) -> tuple[Document, bytes]:
    """An invented company's document and its presentation, made once; its language is spoken from now on."""
    document = document_named(name, language)
    return document, render(document)


def read(content: bytes) -> Deck:
    """The presentation of these bytes."""
    return Presentation(BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of the package by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_on_slides(text: str) -> str:
    """A text as slides show it, whatever keeps its words together."""
    return " ".join(readable(text).split())


def all_text(content: bytes) -> str:
    """Every paragraph, alternative text and address in slides, notes and charts, each on a line."""
    lines: list[str] = []
    for name, part in parts(content).items():
        if not name.endswith((".xml", ".rels")) or "Layout" in name or "Master" in name:
            continue
        tree = etree.fromstring(part)
        for element in tree.iter():
            kind = etree.QName(element).localname
            if kind == "p":
                runs = (run.text or "" for run in element.iter() if etree.QName(run).localname == "t")
                lines.append(" ".join("".join(runs).split()))
            elif kind == "v":
                lines.append(element.text or "")
            lines += [value for key, value in element.attrib.items() if key in ("descr", "Target")]
    return "\n".join(" ".join(line.split()) for text in lines for line in text.split("\n"))
