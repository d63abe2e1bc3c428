"""Lazy translation: texts that are translated where they are shown, not where they stand in a table."""


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Mark a text for extraction; it is translated later, with ``_``."""
    return message
