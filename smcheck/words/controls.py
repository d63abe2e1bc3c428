"""Escape control characters: how text from people, packs and files is made safe to show.

The data keep every character. What is shown has its control characters escaped, so that no text can move the
cursor, colour the screen, reverse the reading direction or end a line.
"""

import re
import unicodedata

CONTROL_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""The Unicode categories that are escaped: controls, format characters (reading direction among them), lone
surrogates, and separators of lines and paragraphs."""
CANDIDATES = (
    "\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000110bd\U000110cd\U00013430-\U000e0fff"
)
"""The characters of those categories beyond C0, as a regular expression's set, and some that are of others:
looking for them is quick. Joiners, which several scripts and emoji need, are not among them and are kept."""
_CANDIDATES = re.compile(f"[\x00-\x1f{CANDIDATES}]")


def escape_controls(text: str, *, lines: bool = False) -> str:
    """``text`` with its control characters escaped.

    C0 controls become their control pictures (``␛``), others their code point (``<U+202E>``). With ``lines``
    line feeds are kept.
    """
    return _CANDIDATES.sub(lambda match: _escape(match[0], lines=lines), text)


def _escape(character: str, *, lines: bool) -> str:
    code = ord(character)
    if character == "\n" and lines:
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if unicodedata.category(character) in CONTROL_CATEGORIES:
        return f"<U+{code:04X}>"
    return character


def clip(text: str, width: int) -> str:
    """``text`` with its control characters escaped, truncated to ``width`` characters with an ellipsis."""
    # Truncated before every character is looked at: a name may be megabytes long.
    shown = escape_controls(text[: width + 1])
    return shown if len(shown) <= width else shown[: max(width - 1, 0)] + "…"
