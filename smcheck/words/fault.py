"""What is said when the input is at fault: where, what was found, what was expected."""

import re
from collections.abc import Iterable
from copy import copy
from difflib import get_close_matches

from smcheck.words.controls import escape_controls
from smcheck.words.language import _

_PARTS = re.compile(r"[^\W_]+")
"""The parts of an id."""


class Fault(Exception):  # noqa: N818 - the field's word for input that is at fault
    """The input is at fault, not the program: shown to people as one line, without a traceback.

    Args:
        file: the file's name, or what else the input came from; empty where there is none.
        place: where in the file: a path of keys such as ``answers.team.dedicated``, or ``line 3``.
        found: what is wrong with it, as a sentence without a full stop.
        expected: what would be right; empty where ``found`` says it all.
        nearest: the valid word that comes nearest to what was found.
        rule: the permanent id of the rule that is broken, such as ``dangling-id``; empty where it has none.
    """

    def __init__(
        self,
        found: str,
        *,
        file: str = "",
        place: str = "",
        expected: str = "",
        nearest: str = "",
        rule: str = "",
    ) -> None:
        super().__init__(found)
        self.file = file
        self.place = place
        self.found = found
        self.expected = expected
        self.nearest = nearest
        self.rule = rule

    def __str__(self) -> str:
        where = ": ".join(escape_controls(part) for part in (self.file, self.place) if part)
        text = f"{where}: {escape_controls(self.found)}" if where else escape_controls(self.found)
        if self.expected:
            text += "; " + _("expected: {expected}").format(expected=escape_controls(self.expected))
        return text + suggestion(self.nearest)

    def within(self, file: str) -> "Fault":
        """The same fault with the name of the file that it was found in."""
        fault = copy(self)
        fault.file = file
        return fault


def suggestion(word: str) -> str:
    """What a message ends with where a valid word comes near; nothing where none does."""
    return ". " + _("Did you mean “{nearest}”?").format(nearest=escape_controls(word)) if word else ""


def nearest(word: str, valid: Iterable[str]) -> str:
    """The valid word that resembles ``word`` most, or nothing where none does.

    One with all of its parts comes first: ``bitkom-itk-2014`` for ``bitkom-2014``, although ``bitkom-2017``
    is nearer by letters.
    """
    lowered = {candidate.lower(): candidate for candidate in valid}
    # A word of any length may arrive from a file; likeness is quadratic in it.
    sought = word[:80].lower()
    parts = set(_PARTS.findall(sought))
    whole = [candidate for candidate in lowered if parts and parts < set(_PARTS.findall(candidate))]
    close = get_close_matches(sought, whole) or get_close_matches(sought, lowered)
    return lowered[close[0]] if close else ""


def unknown_word(
    what: str, word: object, valid: Iterable[str], *, place: str = "", limit: int = 12, rule: str = ""
) -> Fault:
    """The fault that ``word`` is none of the ``valid`` ones. ``what`` names its kind (“key”, “answer”)."""
    choices = list(valid)
    shown = ", ".join(choices[:limit]) + (", …" if len(choices) > limit else "")
    return Fault(
        _("unknown {what} {word}").format(what=what, word=quote_short(word)),
        place=place,
        expected=shown,
        nearest=nearest(word, choices) if isinstance(word, str) else "",
        rule=rule,
    )


def quote(text: str) -> str:
    """A text in the quotation marks of the language in use."""
    return _("“{text}”").format(text=text)


def quote_short(value: object, limit: int = 60) -> str:
    """A found value, quoted and short enough for one line."""
    try:
        text = quote(value) if isinstance(value, str) else _file_text(value)
    except (RecursionError, ValueError):  # nested too deeply, or a number too long, to be written down
        text = type(value).__name__
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _file_text(value: object) -> str:
    """A value as files write it."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)  # decimals and days would name their class otherwise
