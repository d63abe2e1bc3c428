"""JSON as text: the same data whoever reads it, and no control character that reaches a terminal."""

import json
import re
import unicodedata

from smcheck.words.controls import CANDIDATES, CONTROL_CATEGORIES

# Of the C0 controls JSON has but the line feeds between its parts, which stay.
_CANDIDATES = re.compile(f"[{CANDIDATES}]")


def json_text(data: object, *, indent: int | None = None) -> str:
    """``data`` as JSON, letters beyond ASCII as they are, control characters escaped as JSON escapes them."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _CANDIDATES.sub(lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    if unicodedata.category(character) not in CONTROL_CATEGORIES:
        return character
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
