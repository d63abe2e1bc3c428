"""The protocols of store and journal: all that the app, the commands and a sitting use of them, on one page.

:class:`smcheck.store.store.Store` keeps sheets in an SQLite file; a test may put anything in its place that
has these methods.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from smcheck.store.records import (
    Change,
    HistoryEntry,
    ListedSheet,
    RecordResult,
    SheetSummary,
    StoredSheet,
)

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Sheet


class SheetStore(Protocol):
    """Stored sheets, and the history of every entry made in them.

    Every method raises :class:`smcheck.words.fault.Fault` where the store cannot be read or written, is
    damaged, is another program's, or was written by a newer smcheck, and where a text cannot be stored
    (half a character); :class:`smcheck.store.Busy` where another program holds it,
    :class:`smcheck.store.ReadOnly` where it can only be read; and
    :class:`smcheck.store.Absent` where there is no such sheet, or none any more. Threads may share a store;
    one of them uses it at a time.
    What was written is durable when the call returns.
    """

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        ...

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    def exists(self) -> bool:
        """Whether anything was ever kept here."""
        ...

    def count(self) -> int:
        """How many sheets are stored."""
        ...

    def find(self, name: str) -> str:
        """The id of the sheet that ``name`` begins or is.

        Raises:
            Absent: there is none.
            Fault: there is more than one.
        """
        ...

    def list_sheets(self, limit: int = -1) -> list[SheetSummary]:
        """The stored sheets, last changed first; so many at most, all with −1."""
        ...

    def list_answers(self, current: "Pack", ids: Sequence[str]) -> list[ListedSheet]:
        """Some of them with their answers and the pack that these were given under.

        A damaged sheet is there without answers, one that was deleted is not there; for ``current`` see
        :meth:`pack_of_sheet`.
        """
        ...

    def load(self, id_: str, pack: "Pack") -> StoredSheet:
        """A stored sheet; answers to what the pack does not ask stay in the store and are no answers here.

        Raises:
            Fault: it belongs to another pack.
        """
        ...

    def pack_of_sheet(self, id_: str, current: "Pack") -> "Pack | None":
        """The pack that a sheet was answered under, where it asks or scores other than the current one.

        The current one where there is no difference but in texts; none where the old one was not kept, or is
        of a format that is not read any more.
        """
        ...

    def find_pack(self, pack_hash: str, current: "Pack") -> "Pack | None":
        """The pack with this hash, kept with some sheet; for ``current`` see :meth:`pack_of_sheet`."""
        ...

    def history(self, id_: str) -> list[HistoryEntry]:
        """Every entry ever made in a sheet, oldest first; none where there is no such sheet."""
        ...

    def data_version(self) -> int:
        """A number that changes whenever another process has written."""
        ...

    # ── writing ───────────────────────────────────────────────────────────────────────────────

    def transaction(self) -> AbstractContextManager[None]:
        """What is written inside is kept all of it, or nothing of it."""
        ...

    def create(self, pack: "Pack", sheet: "Sheet", position: str = "", *, finished: bool = False) -> str:
        """Keep a new sheet, with what it already holds and where its sitting stands; gives its id.

        The sheet's own id and dates are kept where it has them and the id is free.
        """
        ...

    def record(self, id_: str, revision: int, changes: Sequence[Change], by: str) -> RecordResult:
        """Make entries in a sheet that was read at ``revision``.

        Another window may have made entries since. Where they concern other keys, both stand; where
        they gave one of these the same value, theirs stands; where another value, that is a conflict and
        nothing is written.
        """
        ...

    def rename(
        self, id_: str, organisation: str, respondent: str, was: tuple[str, str] | None = None
    ) -> Mapping[str, str]:
        """Give a sheet other names.

        Args:
            id_: the sheet.
            organisation: its name now.
            respondent: likewise.
            was: the two names as they were read. A name that is still the same is not written then, and
                neither is one that another window has given since.

        Returns:
            The names, ``organisation`` or ``respondent``, that another window has given, as they are now.
        """
        ...

    def move(self, id_: str, position: str) -> None:
        """Remember where the sitting stands."""
        ...

    def see_result(self, id_: str) -> None:
        """Remember when the result was first seen."""
        ...

    def change_pack(self, id_: str, pack: "Pack") -> None:
        """From now on the sheet is asked and scored with this pack; what it was answered under stays kept."""
        ...

    # ── deletion ──────────────────────────────────────────────────────────────────────────────

    def delete(self, id_: str) -> None:
        """Take a sheet out of every list; :meth:`restore` brings it back until :meth:`purge`."""
        ...

    def restore(self, id_: str) -> None:
        """Bring a deleted sheet back."""
        ...

    def purge(self, *ids: str) -> int:
        """Remove deleted sheets and their history for good, without a trace; gives how many.

        Removed are those of ``ids`` that are deleted, and whatever was deleted more than a day ago: a younger
        one may be brought back by the window that has deleted it, unless that window was killed.
        """
        ...


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
