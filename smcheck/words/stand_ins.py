"""Plain stand-ins for signs and letters that a terminal's encoding or font does not have."""

import codecs
import unicodedata

ERRORS = "smcheck.stand-ins"
"""The name of the error handler that :func:`register` makes known to streams."""
SIGNS = {
    **dict.fromkeys("━╾╺╸", "="),
    **dict.fromkeys("╍", "~"),
    **dict.fromkeys("─–—−‐‑", "-"),
    **dict.fromkeys("│┃▌", "|"),
    **dict.fromkeys("╂╋╭╮╰╯┌┐└┘", "+"),
    **dict.fromkeys("●•◐", "*"),
    "○": "o",
    **dict.fromkeys("▼▾", "v"),
    **dict.fromkeys("▲▴", "^"),
    "↕": "±",
    **{sign: str(height) for height, sign in enumerate("▁▂▃▄▅▆▇█", 1)},
    **dict.fromkeys("→▸", ">"),
    **dict.fromkeys("←⌫", "<"),
    "↑": "^",
    "↓": "v",
}
"""What is drawn with; one cell for one cell."""
_TYPOGRAPHY = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚‹›", "'"),
    "…": "...",
    "×": "x",
    "÷": "/",
    "·": "-",
    "±": "+-",
    "€": "EUR",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2060": "",
}
_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "æ": "ae", "ø": "oe"}
_ALL = {**SIGNS, **_TYPOGRAPHY, **_LETTERS}


def register() -> None:
    """Make the error handler known: a stand-in, else the letter without its accent, else a code."""
    codecs.register_error(ERRORS, _replace)


def can_draw(encoding: str) -> bool:
    """Whether an encoding has the signs that the app draws with."""
    try:
        "".join(SIGNS).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(map(_stand_in, missing)), error.end


def _stand_in(character: str) -> str:
    """The first that is of ASCII: the stand-in, that of the stand-in, the letter without accents; a code."""
    sign = _ALL.get(character, "")
    letter = "".join(
        part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)
    )
    code = character.encode("ascii", "backslashreplace").decode()
    if character in _ALL and not sign:
        return ""
    return next(text for text in (sign, _ALL.get(sign, ""), letter, code) if text and text.isascii())
