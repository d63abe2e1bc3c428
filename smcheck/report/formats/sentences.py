"""Sentences: where a text can be cut without cutting a thought."""

import re

_END = re.compile(r"(?<=[\w%)“”\"]{2}[.?!])\s+(?=[\w„“\"‘‚(])|(?<=[.?!][“”\"])\s+(?=[A-ZÄÖÜ„“\"])|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the spaces between them; an abbreviation such as “z. B.” ends none."""
    return [part for part in _END.split(text) if part.strip()]
