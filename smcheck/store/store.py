"""The store in an SQLite file: each method is one transaction over the tables beside this module.

The history is the only record; a sheet's answers are the last entry of each key.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from smcheck.store import deletion, entries, sheet_list, sheets
from smcheck.store.file import Busy, StoreFile
from smcheck.store.packs import read_pack
from smcheck.store.protocol import SheetStore
from smcheck.store.records import (
    Change,
    HistoryEntry,
    ListedSheet,
    RecordResult,
    SheetSummary,
    StoredSheet,
)
from smcheck.words.fault import Fault, nearest
from smcheck.words.language import _

if TYPE_CHECKING:
    from smcheck.pack import Pack
    from smcheck.sheet import Sheet

_MOST_PACKS = 16
"""Packs that a store's cache holds."""
KEPT_DELETED = timedelta(days=1)
"""How long a deleted sheet can be brought back where nobody removes it for good before."""


class Absent(Fault):
    """There is no such sheet, or none any more."""


def _now() -> datetime:
    return datetime.now(UTC)


class Store(SheetStore):
    """The sheets in one SQLite file; nothing is created before something is to be kept.

    What each method means stands in :class:`SheetStore`.

    Args:
        path: the file.
        clock: gives the time of an entry.
        timeout: seconds to wait for the lock of another process that is writing.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime] = _now, timeout: float = 5.0) -> None:
        self.path = path
        self._file = StoreFile(path, timeout)
        self._clock = clock
        self._pack_cache: dict[tuple[str, str], Pack | None] = {}
        """Packs that were kept with sheets, or were not, by their hash and that of the current pack."""

    def close(self) -> None:
        self._file.close()

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    def exists(self) -> bool:
        return self._file.exists()

    def count(self) -> int:
        if not self.exists():
            return 0
        with self._file.read_transaction() as connection:
            return sheet_list.count_sheets(connection)

    def find(self, name: str) -> str:
        ids = self._ids_from(name)
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

    def _ids_from(self, name: str) -> list[str]:
        if not self.exists():
            return []
        with self._file.read_transaction() as connection:
            return sheet_list.ids_from(connection, name)

    def list_sheets(self, limit: int = -1) -> list[SheetSummary]:
        if not self.exists():
            return []
        with self._file.read_transaction() as connection:
            return sheet_list.read_summaries(connection, limit)

    def list_answers(self, current: "Pack", ids: Sequence[str]) -> list[ListedSheet]:
        if not self.exists():
            return []
        with self._file.read_transaction() as connection:
            summaries = sheet_list.read_these(connection, ids)
        found = []
        for summary in summaries:
            with suppress(Absent):  # deleted since
                found.append(self._load_listed(summary, current))
        return found

    def _load_listed(self, summary: SheetSummary, current: "Pack") -> ListedSheet:
        try:
            pack = self.pack_of_sheet(summary.id, current) or current
            return ListedSheet(summary, pack, self.load(summary.id, pack).sheet.answers)
        except (Absent, Busy):
            raise
        except Fault:  # a damaged sheet, or another questionnaire's
            return ListedSheet(summary)

    def load(self, id_: str, pack: "Pack") -> StoredSheet:
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
        if not self.exists():
            raise self._absent(id_)
        with self._file.read_transaction() as connection:
            row = self._row(connection, id_)
            if row["pack"] != current.id:
                return current
            return self._find_pack(connection, str(row["pack_hash"]), current)

    def find_pack(self, pack_hash: str, current: "Pack") -> "Pack | None":
        if not self.exists():
            return None
        with self._file.read_transaction() as connection:
            return self._find_pack(connection, pack_hash, current)

    def _find_pack(self, connection: sqlite3.Connection, pack_hash: str, current: "Pack") -> "Pack | None":
        """The pack with this hash, or ``current``, or none: see :meth:`SheetStore.pack_of_sheet`."""
        if pack_hash == current.hash:
            return current
        known = (pack_hash, current.hash)
        if known not in self._pack_cache:
            kept = read_pack(connection, pack_hash, current)
            if len(self._pack_cache) == _MOST_PACKS:
                self._pack_cache.clear()
            self._pack_cache[known] = kept
        return self._pack_cache[known]

    def history(self, id_: str) -> list[HistoryEntry]:
        if not self.exists():
            return []
        with self._file.read_transaction() as connection:
            return entries.read_history(connection, id_)

    def data_version(self) -> int:
        if not self.exists():
            return 0
        with self._file.read_transaction() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    # ── writing ───────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._file.write_transaction():
            yield

    def create(self, pack: "Pack", sheet: "Sheet", position: str = "", *, finished: bool = False) -> str:
        now = self._clock()
        with self._file.write_transaction() as connection:
            return sheets.insert_sheet(connection, pack, sheet, position, now, finished=finished)

    def record(self, id_: str, revision: int, changes: Sequence[Change], by: str) -> RecordResult:
        with self._change(id_) as connection:
            row = self._row(connection, id_)
            return entries.record_changes(connection, row, revision, changes, by, self._clock())

    def rename(
        self, id_: str, organisation: str, respondent: str, was: tuple[str, str] | None = None
    ) -> Mapping[str, str]:
        with self._change(id_) as connection:
            row = self._row(connection, id_)
            return sheets.rename_sheet(connection, row, (organisation, respondent), was)

    def move(self, id_: str, position: str) -> None:
        with self._change(id_) as connection:
            sheets.set_position(connection, id_, position)

    def see_result(self, id_: str) -> None:
        with self._change(id_) as connection:
            sheets.set_result_seen(connection, id_, self._clock())

    def change_pack(self, id_: str, pack: "Pack") -> None:
        with self._change(id_) as connection:
            if not sheets.set_pack(connection, id_, pack):
                raise self._absent(id_)

    # ── deletion ──────────────────────────────────────────────────────────────────────────────

    def delete(self, id_: str) -> None:
        with self._change(id_) as connection:
            if not deletion.mark_deleted(connection, id_, self._clock()):
                raise self._absent(id_)

    def restore(self, id_: str) -> None:
        with self._change(id_) as connection:
            if not deletion.unmark_deleted(connection, id_):
                raise self._absent(id_)

    def purge(self, *ids: str) -> int:
        if not self.exists():
            return 0
        with self._file.read_transaction() as connection:
            forgotten = deletion.ids_deleted_before(connection, self._clock() - KEPT_DELETED)
        if not ids and not forgotten:
            return 0
        with self._file.write_transaction() as connection:
            removed = deletion.remove_deleted(connection, [*ids, *forgotten])
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
        row = sheets.read_row(connection, id_)
        if row is None:
            raise self._absent(id_)
        return row

    def _absent(self, id_: str) -> Absent:
        return Absent(_("no stored sheet “{id}”").format(id=id_), file=str(self.path))
