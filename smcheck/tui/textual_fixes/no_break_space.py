"""A no-break space keeps what is beside it on one line.

Fault: ``Content.wrap`` breaks lines at no-break spaces, too.

Upstream: none found.

Remove when: ``Content.wrap`` breaks at the spaces only that Unicode lets it.
"""

from textual.content import Content

NO_BREAK_SPACE = "\u00a0"
_STAND_IN = "\ud800"
"""One column wide, no space to Textual, and never in a text whose control characters were escaped."""


def wrap(text: Content, width: int) -> list[Content]:
    """The text in lines of at most so many columns; no-break spaces become spaces that did not break."""
    held = Content(text.plain.replace(NO_BREAK_SPACE, _STAND_IN), spans=list(text.spans))
    return [Content(line.plain.replace(_STAND_IN, " "), spans=list(line.spans)) for line in held.wrap(width)]
