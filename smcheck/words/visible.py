"""The one door for text from people and files: shown as typed, never alive.

The data keep every character; what is shown has control characters made visible, so that no
text can move the cursor, colour the screen, reverse the reading direction or end a line.
"""

import re
import unicodedata

SUSPECT = (
    "\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000110bd\U000110cd\U00013430-\U000e0fff"
)
"""What may be alive beyond the controls below a space, as a regular expression's set: controls, format
characters (reading direction among them), separators and lone surrogates; cheap to rule out."""
_SUSPECT = re.compile(f"[\x00-\x1f{SUSPECT}]")
ALIVE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""The categories of characters that do something instead of being seen."""


def visible(text: str, *, lines: bool = False) -> str:
    """``text`` with control characters replaced by signs that show them.

    C0 controls become their control pictures (``␛``), others their code point (``<U+202E>``).
    With ``lines`` line feeds are kept. Joiners, which several scripts and emoji need, are kept.
    """
    if not _SUSPECT.search(text):
        return text
    return _SUSPECT.sub(lambda match: _shown(match[0], lines=lines), text)


def _shown(character: str, *, lines: bool) -> str:
    code = ord(character)
    if character == "\n" and lines:
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if unicodedata.category(character) in ALIVE:
        return f"<U+{code:04X}>"
    return character


def clip(text: str, width: int) -> str:
    """``text`` made visible and cut to ``width`` characters, an ellipsis showing the cut."""
    # Cut before looking at every character: a name may be megabytes long.
    shown = visible(text[: width + 1])
    return shown if len(shown) <= width else shown[: max(width - 1, 0)] + "…"
