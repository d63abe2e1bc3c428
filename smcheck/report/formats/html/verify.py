"""Reads a written web page back."""

from html.parser import HTMLParser

from smcheck.report.document.model import Document
from smcheck.report.formats.readable import readable, together
from smcheck.words.fault import Fault
from smcheck.words.language import _


class _Reader(HTMLParser):
    """What of a page matters: its language, its texts by the element they stand in, and whether it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.texts: dict[str, str] = {}
        self.tags: set[str] = set()
        self.ended = False
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._open = tag
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""

    def handle_endtag(self, tag: str) -> None:
        self._open = ""
        self.ended = tag == "html"

    def handle_data(self, data: str) -> None:
        self.texts[self._open] = self.texts.get(self._open, "") + data


def verify(content: bytes, document: Document) -> None:
    """Read the page back: it is whole, speaks the document's language, has its headline, and no script.

    Raises:
        Fault: it is not what was to be written.
    """
    reader = _Reader()
    try:
        reader.feed(content.decode())
    except UnicodeDecodeError as error:
        raise Fault(_("what was written could not be read back")) from error
    whole = (
        reader.ended
        and reader.language == document.language
        and reader.texts.get("h1") == together(readable(document.headline))
        and bool(reader.texts.get("title"))
        and "script" not in reader.tags
    )
    if not whole:
        raise Fault(_("what was written could not be read back"))
