"""The bytes of a presentation read back before anybody is told that it is done."""

from io import BytesIO

from pptx import Presentation

from smcheck.report.document.model import Document
from smcheck.report.formats.powerpoint.text import without_stop
from smcheck.report.formats.readable import readable
from smcheck.words.fault import Fault
from smcheck.words.language import _


def verify(content: bytes, document: Document) -> None:
    """Read the bytes back.

    Raises:
        Fault: they are no presentation, or no slide has the headline as its title.
    """
    try:
        deck = Presentation(BytesIO(content))
        titles = [
            slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title is not None
        ]
    except Exception as error:
        raise Fault(_("the presentation cannot be read back")) from error
    # Words of a title are kept together by other spaces than those of the headline.
    headline = readable(without_stop(document.headline)).split()
    if headline not in [title.split() for title in titles]:
        raise Fault(_("the headline is missing in the presentation"))
