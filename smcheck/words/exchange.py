"""JSON as text: the same data whoever reads it, and nothing in it that is alive in a terminal."""

import json
import re
import unicodedata

from smcheck.words.visible import ALIVE, SUSPECT

# Of the controls below a space JSON has but the line feeds between its parts.
_SUSPECT = re.compile(f"[{SUSPECT}]")


def json_text(data: object, *, indent: int | None = None) -> str:
    """``data`` as JSON, in plain letters; what could steer a terminal is written as JSON's code for it.

    ``data`` holds no circle: it is made afresh, and looking for one takes a fifth of the time.
    """
    text = json.dumps(data, ensure_ascii=False, check_circular=False, indent=indent)
    return _SUSPECT.sub(lambda match: _code(match[0]), text) if _SUSPECT.search(text) else text


def _code(character: str) -> str:
    if unicodedata.category(character) not in ALIVE:
        return character
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
