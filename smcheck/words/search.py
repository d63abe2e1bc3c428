"""Text as it is searched: the same letters whatever their case and however they are encoded."""

import unicodedata

_DOT_ABOVE = "\u0307"


def fold(text: str) -> str:
    """``text`` as it is compared in a search.

    Upper and lower case are the same, and so are a letter with its accent as one character (NFC) and as two
    (NFD). The Turkish İ is an i: in lower case it would be one with a dot more.
    """
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    return unicodedata.normalize("NFC", folded.replace(f"i{_DOT_ABOVE}", "i"))
