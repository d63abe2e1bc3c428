"""Headings: bold words, then a thin line to the end of the column, perhaps a soft tail at its end."""

from textual.content import Content

from smcheck.tui.text import join, plain


def heading(text: str | Content, width: int, tail: str = "") -> Content:
    """A heading over a column of this width; ``tail`` is a source or a count.

    The tail, then the line, fall away where there is no room; words are never cut.
    """
    words = plain(text, "bold") if isinstance(text, str) else text
    end = plain(f" {tail}", "$soft") if tail else Content("")
    room = width - words.cell_length - 1
    if room - end.cell_length < 3:
        end = Content("")
    line = room - end.cell_length
    return join(words, " ", plain("─" * line, "$rule"), end) if line >= 3 else words


def rule(width: int) -> Content:
    """A thin line."""
    return plain("─" * width, "$rule")
