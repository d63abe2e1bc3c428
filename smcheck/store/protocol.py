"""The protocol of a journal: all that a sitting uses of the store."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from smcheck.sheet import Sheet


class Conflict(Exception):  # noqa: N818 - not an error: two people at work
    """Another window gave the same first: its value stands.

    Answers and notes that were to be written with it were not; for names and profile see
    :meth:`Journal.describe`.

    Args:
        sheet: the sheet as it is stored now.
        paths: what collided.
    """

    def __init__(self, sheet: "Sheet", paths: tuple[str, ...]) -> None:
        super().__init__(", ".join(paths))
        self.sheet = sheet
        self.paths = paths


class Journal(Protocol):
    """Keeps a sitting's entries; each is safe when the call returns, which gives the sheet as it is then."""

    @property
    def sheet(self) -> "Sheet":
        """The sheet as it was last read or written."""
        ...

    @property
    def position(self) -> str:
        """Where the sitting stands, as it was last read or written."""
        ...

    @property
    def finished(self) -> bool:
        """Whether the result was seen."""
        ...

    @property
    def stored(self) -> bool:
        """Whether anything is kept at all."""
        ...

    def answer(self, changes: Mapping[str, str | None]) -> "Sheet":
        """Give, change or take back answers. Raises :class:`Conflict`."""
        ...

    def note(self, question: str, text: str) -> "Sheet":
        """Put a note on a question; an empty one removes it. Raises :class:`Conflict`."""
        ...

    def comment(self, key: str, text: str, by: str) -> "Sheet":
        """Comment on the result or a part of it; an empty text removes the comment. Raises :class:`Conflict`.

        Args:
            key: ``summary`` for the whole, else one of :func:`smcheck.sheet.comment_keys`.
            text: may have several lines.
            by: who says it; may be empty.
        """
        ...

    def describe(self, fields: Mapping[str, str]) -> "Sheet":
        """Say who answers: ``organisation``, ``respondent``, the profile's fields; empty ones are removed.

        Raises :class:`Conflict` where a name or a field of the profile collides. The names that do not
        collide are given all the same, and so is the profile where none of its fields does.
        """
        ...

    def move(self, position: str) -> None:
        """Remember where the sitting stands."""
        ...

    def see_result(self) -> None:
        """Remember that the result was seen."""
        ...

    def refresh(self) -> bool:
        """Read what other windows wrote; whether the sheet has changed by it."""
        ...
