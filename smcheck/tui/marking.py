"""Texts that are translated where they are shown, not where they stand."""


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Mark a text for translation."""
    return message
