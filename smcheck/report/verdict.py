"""The verdict in one word; apart, because a list of sheets needs nothing else of the report."""

from smcheck.words.language import _


def verdict_word(verdict: str) -> str:
    """The verdict in capitals."""
    words = {"ahead": _("AHEAD"), "behind": _("BEHIND"), "level": _("LEVEL")}
    return words.get(verdict) or _("OPEN")
