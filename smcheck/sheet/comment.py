"""The consultant's own words on a sheet: a summary of the whole, and comments on parts of its result."""

import re
from dataclasses import dataclass
from datetime import datetime

from smcheck.pack import Pack

SUMMARY = "summary"
"""The key of the comment on the whole."""
COMMENT_KEY = r"(sections|rules|departments)\.[a-z0-9][a-z0-9_+-]{0,59}"
"""The form of the other keys, as a regular expression."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says about a result: the text, which may have several lines, by whom and when."""

    text: str
    by: str = ""
    at: datetime | None = None


def comment_keys(pack: Pack) -> tuple[str, ...]:
    """The parts of a result that can be commented on, in the pack's order."""
    return (
        *(f"sections.{section.id}" for section in pack.file.sections),
        *(f"rules.{rule.id}" for rule in pack.file.rules),
        *(f"departments.{department}" for department in pack.departments),
    )


def is_comment_key(key: str) -> bool:
    """Whether some version of the pack may have what is commented on."""
    return re.fullmatch(COMMENT_KEY, key) is not None
