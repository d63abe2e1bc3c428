"""The store in an SQLite file: each method is one transaction over the tables beside this module.

The history is the only record; a sheet's answers are the last entry of each key.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from smcheck.store import entries, sheet_list, sheets
from smcheck.store.file import Absent, Busy, StoreFile
from smcheck.store.packs import PackCache, insert_pack
from smcheck.store.records import Change, HistoryEntry, ListedSheet, SheetSummary, StoredSheet
from smcheck.words.fault import Fault, nearest
from smcheck.words.language import _

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Sheet

KEPT_DELETED = timedelta(days=1)
"""How long a deleted sheet can be brought back where nobody removes it for good before."""


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """The sheets in one SQLite file, and the history of every entry made in them.

    Nothing is created before something is to be kept; what was written is durable when the call returns.
    Threads may share a store; one of them uses it at a time.

    Every method raises :class:`smcheck.words.fault.Fault` where the store cannot be read or written, is
    damaged, is another program's, or was written by a newer smcheck, and where a text cannot be stored
    (half a character); :class:`smcheck.store.Busy` where another program holds it,
    :class:`smcheck.store.ReadOnly` where it can only be read; and
    :class:`smcheck.store.Absent` where there is no such sheet, or none any more.

    Args:
        path: the file.
        clock: gives the time of an entry.
        timeout: seconds to wait for the lock of another process that is writing.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime] = _now, timeout: float = 5.0) -> None:
        self.path = path
        self._file = StoreFile(path, timeout)
        self._clock = clock
        self._packs = PackCache()

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        self._file.close()

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    def exists(self) -> bool:
        """Whether anything was ever kept here."""
        return self._file.exists()

    def find(self, name: str) -> str:
        """The id of the sheet that ``name`` begins or is.

        Raises:
            Absent: there is none.
            Fault: there is more than one.
        """
        ids: list[str] = []
        if self.exists():
            with self._file.read_transaction() as connection:
                ids = sheet_list.ids_from(connection, name)
        if name in ids:
            return name
        matches = [id_ for id_ in ids if name and id_.startswith(name)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise Fault(_("“{id}” begins several ids").format(id=name), expected=", ".join(matches))
        raise Absent(
            _("no stored sheet “{id}”").format(id=name),
            expected=_("an id from “smcheck list”"),
            nearest=nearest(name, [sheet.id for sheet in self.list_sheets(limit=1000)]),
        )

    def list_sheets(self, limit: int = -1) -> list[SheetSummary]:
        """The stored sheets, last changed first; so many at most, all with −1."""
        if not self.exists():
            return []
        with self._file.read_transaction() as connection:
            return sheet_list.read_summaries(connection, limit)

    def list_answers(self, current: "Pack", ids: Sequence[str]) -> list[ListedSheet]:
        """Some of them with their answers and the pack that these were given under.

        A damaged sheet is there without answers, one that was deleted is not there; for ``current`` see
        :meth:`pack_of_sheet`.
        """
        if not self.exists():
            return []
        with self._file.read_transaction() as connection:
            summaries = sheet_list.read_these(connection, ids)
        listed = []
        for summary in summaries:
            try:
                pack = self.pack_of_sheet(summary.id, current) or current
                listed.append(ListedSheet(summary, pack, self.load(summary.id, pack).sheet.answers))
            except Busy:
                raise
            except Absent:  # deleted since
                continue
            except Fault:  # a damaged sheet, or another questionnaire's
                listed.append(ListedSheet(summary))
        return listed

    def load(self, id_: str, pack: "Pack") -> StoredSheet:
        """A stored sheet; answers to what the pack does not ask stay in the store and are no answers here.

        Raises:
            Fault: it belongs to another pack.
        """
        if not self.exists():
            raise self._absent(id_)
        with self._file.read_transaction() as connection:
            row = self._row(connection, id_)
            if row["pack"] != pack.id:
                from smcheck.sheet.parse import other_pack_remedy

                raise Fault(
                    _("sheet “{id}” was answered with the pack “{pack}”").format(id=id_, pack=row["pack"]),
                    file=str(self.path),
                    expected=other_pack_remedy(pack),
                )
            return sheets.read_sheet(connection, row, pack)

    def pack_of_sheet(self, id_: str, current: "Pack") -> "Pack | None":
        """The pack that a sheet was answered under, where it asks or scores other than the current one.

        The current one where there is no difference but in texts; none where the old one was not kept, or is
        of a format that is not read any more.
        """
        if not self.exists():
            raise self._absent(id_)
        with self._file.read_transaction() as connection:
            row = self._row(connection, id_)
            if row["pack"] != current.id:
                return current
            return self._packs.find(connection, str(row["pack_hash"]), current)

    def find_pack(self, pack_hash: str, current: "Pack") -> "Pack | None":
        """The pack with this hash, kept with some sheet; for ``current`` see :meth:`pack_of_sheet`."""
        if not self.exists():
            return None
        with self._file.read_transaction() as connection:
            return self._packs.find(connection, pack_hash, current)

    def history(self, id_: str) -> list[HistoryEntry]:
        """Every entry ever made in a sheet, oldest first; none where there is no such sheet."""
        if not self.exists():
            return []
        with self._file.read_transaction() as connection:
            return entries.read_history(connection, id_)

    def data_version(self) -> int:
        """A number that changes whenever another process has written."""
        if not self.exists():
            return 0
        with self._file.read_transaction() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    # ── writing ───────────────────────────────────────────────────────────────────────────────

    def transaction(self) -> AbstractContextManager[object]:
        """What is written inside is kept all of it, or nothing of it."""
        return self._file.write_transaction()

    def create(self, pack: "Pack", sheet: "Sheet", position: str = "", *, finished: bool = False) -> str:
        """Keep a new sheet, with what it already holds and where its sitting stands; gives its id.

        The sheet's own id and dates are kept where it has them and the id is free.
        """
        now = self._clock()
        with self._file.write_transaction() as connection:
            return sheets.insert_sheet(connection, pack, sheet, position, now, finished=finished)

    def record(self, id_: str, revision: int, changes: Sequence[Change], by: str) -> Mapping[str, str | None]:
        """Make entries in a sheet that was read at ``revision``.

        Another window may have made entries since. Where they concern other keys, both stand; where
        they gave one of these the same value, theirs stands; where another value, that is a conflict and
        nothing is written. Gives the keys in conflict, with the values that the other window gave.
        """
        with self._change(id_) as connection:
            row = self._row(connection, id_)
            return entries.record_changes(connection, row, revision, changes, by, self._clock())

    def rename(self, id_: str, names: tuple[str, str], was: tuple[str, str]) -> Mapping[str, str]:
        """Give a sheet other names, ``organisation`` and ``respondent``, where no other window has.

        Args:
            id_: the sheet.
            names: the names to give.
            was: the names as they were read before; one that is still the same is not written.

        Returns:
            The names that another window has given since they were read, as they are now.
        """
        with self._change(id_) as connection:
            return sheets.rename_sheet(connection, self._row(connection, id_), names, was)

    def move(self, id_: str, position: str) -> None:
        """Remember where the sitting stands."""
        with self._change(id_) as connection:
            connection.execute("UPDATE sheets SET position = ? WHERE id = ?", (position, id_))

    def see_result(self, id_: str) -> None:
        """Remember when the result was first seen."""
        with self._change(id_) as connection:
            statement = "UPDATE sheets SET result_seen = ? WHERE id = ? AND result_seen IS NULL"
            connection.execute(statement, (self._clock().isoformat(), id_))

    def change_pack(self, id_: str, pack: "Pack") -> None:
        """From now on the sheet is asked and scored with this pack; what it was answered under stays kept."""
        statement = "UPDATE sheets SET pack_version = ?, pack_hash = ? WHERE id = ? AND deleted IS NULL"
        with self._change(id_) as connection:
            insert_pack(connection, pack)
            self._check_changed(id_, connection.execute(statement, (pack.version, pack.hash, id_)))

    # ── deletion ──────────────────────────────────────────────────────────────────────────────

    def delete(self, id_: str) -> None:
        """Take a sheet out of every list; :meth:`restore` brings it back until :meth:`purge`."""
        statement = "UPDATE sheets SET deleted = ? WHERE id = ? AND deleted IS NULL"
        with self._change(id_) as connection:
            self._check_changed(id_, connection.execute(statement, (self._clock().isoformat(), id_)))

    def restore(self, id_: str) -> None:
        """Bring a deleted sheet back."""
        statement = "UPDATE sheets SET deleted = NULL WHERE id = ?"
        with self._change(id_) as connection:
            self._check_changed(id_, connection.execute(statement, (id_,)))

    def purge(self, *ids: str) -> int:
        """Remove deleted sheets and their history for good, without a trace; gives how many.

        Removed are those of ``ids`` that are deleted, and whatever was deleted more than a day ago: a younger
        one may be brought back by the window that has deleted it, unless that window was killed.
        """
        if not self.exists():
            return 0
        before = (self._clock() - KEPT_DELETED).isoformat()
        with self._file.read_transaction() as connection:
            rows = connection.execute("SELECT id FROM sheets WHERE deleted < ?", (before,)).fetchall()
        wanted = [*ids, *(row["id"] for row in rows)]
        if not wanted:
            return 0
        statement = "DELETE FROM sheets WHERE deleted IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
        with self._file.write_transaction() as connection:
            removed = connection.execute(statement, (json.dumps(wanted),)).rowcount
        if removed:
            self._file.vacuum()
        return removed

    # ── sheets that must be there ─────────────────────────────────────────────────────────────

    def _change(self, id_: str) -> AbstractContextManager[sqlite3.Connection]:
        """A write transaction for a sheet that must be there already: no empty store is made for it."""
        if not self.exists():
            raise self._absent(id_)
        return self._file.write_transaction()

    def _row(self, connection: sqlite3.Connection, id_: str) -> sqlite3.Row:
        row = connection.execute("SELECT * FROM sheets WHERE id = ? AND deleted IS NULL", (id_,)).fetchone()
        if not isinstance(row, sqlite3.Row):
            raise self._absent(id_)
        return row

    def _check_changed(self, id_: str, done: sqlite3.Cursor) -> None:
        if done.rowcount == 0:
            raise self._absent(id_)

    def _absent(self, id_: str) -> Absent:
        return Absent(_("no stored sheet “{id}”").format(id=id_), file=str(self.path))
