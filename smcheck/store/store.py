"""The store: stored sheets, and the history of every entry made in them.

An entry is durable when the call that makes it returns (write-ahead log, full synchronisation). The
history is the only record; a sheet's answers are the last entry of each key.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from smcheck.pack import Pack, differences, restore_pack
from smcheck.sheet import Sheet
from smcheck.sheet.parse import other_pack_remedy
from smcheck.store import cells
from smcheck.store.file import StoreFile
from smcheck.store.stored import Change, Entry, HistoryEntry, Stored, stored
from smcheck.words.fault import Fault, nearest
from smcheck.words.language import _

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is mistaken for another when read aloud


class Absent(Fault):
    """There is no such sheet, or none any more."""


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """The sheets in one SQLite file; nothing is created before something is to be kept.

    Args:
        path: the file.
        clock: gives the time of an entry.
        patience: seconds to wait for another process that is writing.

    Every method raises :class:`Fault` where the file cannot be read or written, is damaged, is another
    program's, or was written by a newer smcheck, and where a text cannot be stored (half a character).
    """

    def __init__(self, path: Path, clock: Callable[[], datetime] = _now, patience: float = 5.0) -> None:
        self.path = path
        self._file = StoreFile(path, patience)
        self._clock = clock
        self._packs: dict[tuple[str, str], Pack] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    def exists(self) -> bool:
        """Whether anything was ever kept here."""
        return self._file.exists()

    def entries(self, limit: int = -1, offset: int = 0, search: str = "") -> list[Entry]:
        """The stored sheets, last changed first; with ``search`` those whose names contain it in any case."""
        if not self.exists():
            return []
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT id, pack, organisation, respondent, created, modified, result_seen FROM sheets"
                " WHERE deleted IS NULL"
                " AND (:search = '' OR contains(organisation, :search) OR contains(respondent, :search))"
                " ORDER BY modified DESC, id LIMIT :limit OFFSET :offset",
                {"search": search.casefold(), "limit": limit, "offset": offset},
            )
            return [
                Entry(
                    id=cells.text(id_),
                    pack=cells.text(pack),
                    organisation=cells.text(organisation),
                    respondent=cells.text(respondent),
                    created=cells.moment(created),
                    modified=cells.moment(modified),
                    finished=seen is not None,
                )
                for id_, pack, organisation, respondent, created, modified, seen in rows
            ]

    def count(self) -> int:
        """How many sheets are stored."""
        if not self.exists():
            return 0
        with self._file.reading() as connection:
            # All of them are counted without a look at each, and the deleted ones are few.
            kept = connection.execute(
                "SELECT (SELECT count(*) FROM sheets)"
                " - (SELECT count(*) FROM sheets WHERE deleted IS NOT NULL)"
            )
            return int(kept.fetchone()[0])

    def find(self, name: str) -> str:
        """The id of the sheet that ``name`` begins or is.

        Raises:
            Fault: there is none, or more than one.
        """
        ids = self._ids_from(name)
        if name in ids:
            return name
        matches = [id_ for id_ in ids if name and id_.startswith(name)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise Fault(_("“{id}” begins several ids").format(id=name), expected=", ".join(matches))
        raise Fault(
            _("no stored sheet “{id}”").format(id=name),
            expected=_("an id from “smcheck list”"),
            nearest=nearest(name, [entry.id for entry in self.entries(limit=1000)]),
        )

    def _ids_from(self, name: str, limit: int = 8) -> list[str]:
        """The first ids in alphabetical order from ``name`` on: itself and what it begins are among them."""
        if not self.exists():
            return []
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT id FROM sheets WHERE +deleted IS NULL AND id >= ? ORDER BY id LIMIT ?", (name, limit)
            )
            return [cells.text(id_) for (id_,) in rows]

    def load(self, id_: str, pack: Pack) -> Stored:
        """A stored sheet; answers to what the pack no longer asks stay in the store and are left out here.

        Raises:
            Fault: there is no such sheet, or it belongs to another pack.
        """
        if not self.exists():
            raise self._absent(id_)
        with self._file.snapshot() as connection:
            row = connection.execute(
                "SELECT pack, pack_version, pack_hash, organisation, respondent, created, modified,"
                " position, result_seen, revision FROM sheets WHERE id = ? AND deleted IS NULL",
                (id_,),
            ).fetchone()
            entries = connection.execute(
                "SELECT kind, key, value, after_result FROM entries WHERE sheet = ? ORDER BY revision", (id_,)
            ).fetchall()
            if row is None:
                raise self._absent(id_)
            if row[0] != pack.id:
                raise Fault(
                    _("sheet “{id}” was answered with the pack “{pack}”").format(id=id_, pack=row[0]),
                    file=str(self.path),
                    expected=other_pack_remedy(pack),
                )
            return stored(id_, row, entries, pack)

    def pack_of(self, id_: str, current: Pack) -> Pack:
        """The pack that a sheet was answered under, where it asks or scores other than the current one.

        The current one where there is no difference but in texts, and where the old one was not kept.

        Raises:
            Fault: there is no such sheet, or what was kept is damaged.
        """
        if not self.exists():
            raise self._absent(id_)
        with self._file.snapshot() as connection:
            row = connection.execute(
                "SELECT sheets.pack, pack_hash, contents FROM sheets LEFT JOIN packs ON hash = pack_hash"
                " WHERE id = ? AND deleted IS NULL",
                (id_,),
            ).fetchone()
            if row is None:
                raise self._absent(id_)
            if row[0] != current.id or row[1] == current.hash or row[2] is None:
                return current
            known = (cells.text(row[1]), current.hash)
            if known not in self._packs:  # a list of sheets asks for the same few again and again
                old = restore_pack(current.folder, cells.files(row[2]))
                self._packs[known] = old if differences(old, current) else current
        return self._packs[known]

    def adopt(self, id_: str, pack: Pack) -> None:
        """From now on the sheet is asked and scored with this pack; what it was answered under stays kept."""
        with self._changing(id_) as connection:
            _keep_pack(connection, pack)
            changed = connection.execute(
                "UPDATE sheets SET pack_version = ?, pack_hash = ? WHERE id = ? AND deleted IS NULL",
                (pack.version, pack.hash, id_),
            )
            if changed.rowcount != 1:
                raise self._absent(id_)

    def history(self, id_: str) -> list[HistoryEntry]:
        """Every entry ever made in a sheet, oldest first."""
        if not self.exists():
            return []
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT kind, key, value, at, by, after_result FROM entries"
                " WHERE sheet = ? ORDER BY revision",
                (id_,),
            )
            return [
                HistoryEntry(
                    kind=cells.text(kind),
                    key=cells.text(key),
                    value=None if value is None else cells.text(value),
                    at=cells.moment(at),
                    by=cells.text(by),
                    after_result=bool(after),
                )
                for kind, key, value, at, by, after in rows
            ]

    def version(self) -> int:
        """A number that changes whenever another process has written."""
        if not self.exists():
            return 0
        with self._file.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    # ── writing ───────────────────────────────────────────────────────────────────────────────

    def create(self, pack: Pack, sheet: Sheet, position: str = "", *, finished: bool = False) -> str:
        """Keep a new sheet, with what it already holds and where its sitting stands; gives its id.

        The sheet's own id and dates are kept where it has them and the id is free.
        """
        now = self._clock()
        at = cells.stamp(sheet.created or now)
        with self._file.writing() as connection:
            taken = (
                sheet.id and connection.execute("SELECT 1 FROM sheets WHERE id = ?", (sheet.id,)).fetchone()
            )
            id_ = sheet.id if sheet.id and not taken else _new_id(connection)
            connection.execute(
                "INSERT INTO sheets"
                " (id, pack, pack_version, pack_hash, organisation, respondent, created, modified,"
                " position, result_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    id_,
                    pack.id,
                    sheet.pack_version or pack.version,
                    sheet.pack_hash or pack.hash,
                    sheet.organisation,
                    sheet.respondent,
                    (sheet.created or now).isoformat(),
                    cells.stamp(sheet.modified or now),
                    position,
                    now.isoformat() if finished else None,
                ),
            )
            _keep_pack(connection, pack)
            changes: list[Change] = [("profile", key, value) for key, value in sheet.profile.items()]
            changes += [("answer", key, value) for key, value in sheet.answers.items()]
            changes += [("note", key, value) for key, value in sheet.notes.items()]
            _append(connection, id_, 0, changes, at, sheet.respondent, after=set(sheet.after_result))
        return id_

    def record(
        self, id_: str, revision: int, changes: Sequence[Change], by: str
    ) -> tuple[int, dict[str, str | None]]:
        """Make entries in a sheet that was read at ``revision``.

        Another window may have made entries since. Where they concern other keys, both stand; where
        they gave one of these the same value, theirs stands; where another value, nothing is written.

        Returns:
            The sheet's revision now, and the keys that collide with the values they were given
            elsewhere; nothing was written where there are any.
        """
        with self._changing(id_) as connection:
            row = connection.execute(
                "SELECT revision, result_seen FROM sheets WHERE id = ? AND deleted IS NULL", (id_,)
            ).fetchone()
            if row is None:
                raise self._absent(id_)
            current, seen = cells.number(row[0]), row[1]
            rows = connection.execute(
                "SELECT kind, key, value FROM entries WHERE sheet = ? AND revision > ? ORDER BY revision",
                (id_, revision),
            )
            since = {(kind, key): value for kind, key, value in rows}  # the last one of each key
            theirs = {
                key: since[kind, key]
                for kind, key, value in changes
                if (kind, key) in since and since[kind, key] != value
            }
            if theirs:
                return current, theirs
            new = [change for change in changes if change[:2] not in since]
            if not new:
                return current, {}
            after = {key for _kind, key, _value in new} if seen is not None else set()
            last = _append(connection, id_, current, new, cells.stamp(self._clock()), by, after=after)
        return last, {}

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written inside is kept all of it, or nothing of it."""
        with self._file.writing():
            yield

    def rename(
        self, id_: str, organisation: str, respondent: str, was: tuple[str, str] | None = None
    ) -> dict[str, str]:
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
        with self._changing(id_) as connection:
            row = connection.execute(
                "SELECT organisation, respondent FROM sheets WHERE id = ? AND deleted IS NULL", (id_,)
            ).fetchone()
            if row is None:
                raise self._absent(id_)
            now = (cells.text(row[0]), cells.text(row[1]))
            names, theirs = [], {}
            for key, new, old, current in zip(
                ("organisation", "respondent"), (organisation, respondent), was or now, now, strict=True
            ):
                wanted = was is None or new != old
                if wanted and current not in {old, new}:
                    theirs[key] = current
                names.append(new if wanted and key not in theirs else current)
            connection.execute(
                "UPDATE sheets SET organisation = ?, respondent = ? WHERE id = ?", (*names, id_)
            )
        return theirs

    def move(self, id_: str, position: str) -> None:
        """Remember where the sitting stands."""
        with self._changing(id_) as connection:
            connection.execute("UPDATE sheets SET position = ? WHERE id = ?", (position, id_))

    def see_result(self, id_: str) -> None:
        """Remember when the result was first seen."""
        with self._changing(id_) as connection:
            connection.execute(
                "UPDATE sheets SET result_seen = ? WHERE id = ? AND result_seen IS NULL",
                (self._clock().isoformat(), id_),
            )

    def delete(self, id_: str) -> None:
        """Take a sheet out of every list; :meth:`restore` brings it back until :meth:`purge`."""
        with self._changing(id_) as connection:
            changed = connection.execute(
                "UPDATE sheets SET deleted = ? WHERE id = ? AND deleted IS NULL",
                (self._clock().isoformat(), id_),
            )
            if not changed.rowcount:
                raise self._absent(id_)

    def restore(self, id_: str) -> None:
        """Bring a deleted sheet back."""
        with self._changing(id_) as connection:
            changed = connection.execute("UPDATE sheets SET deleted = NULL WHERE id = ?", (id_,))
            if not changed.rowcount:
                raise self._absent(id_)

    def purge(self) -> int:
        """Remove deleted sheets and their history for good; gives how many."""
        if not self.exists():
            return 0
        with self._file.reading() as connection:
            if (
                connection.execute("SELECT 1 FROM sheets WHERE deleted IS NOT NULL LIMIT 1").fetchone()
                is None
            ):
                return 0
        with self._file.writing() as connection:
            removed = connection.execute("DELETE FROM sheets WHERE deleted IS NOT NULL").rowcount
        with self._file.reading() as connection:
            # Deleted text can outlive secure_delete where pages were rebalanced, and in the log.
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(removed)

    def _changing(self, id_: str) -> AbstractContextManager[sqlite3.Connection]:
        """Writing to a sheet that must be there already, so that no empty store is made for it."""
        if not self.exists():
            raise self._absent(id_)
        return self._file.writing()

    def _absent(self, id_: str) -> Absent:
        return Absent(_("no stored sheet “{id}”").format(id=id_), file=str(self.path))


def _append(
    connection: sqlite3.Connection,
    id_: str,
    revision: int,
    changes: Sequence[Change],
    at: str,
    by: str,
    *,
    after: set[str],
) -> int:
    rows = [
        (id_, revision + number, kind, key, value, at, by, int(kind == "answer" and key in after))
        for number, (kind, key, value) in enumerate(changes, 1)
    ]
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    last = revision + len(rows)
    connection.execute(
        "UPDATE sheets SET revision = ?, modified = max(modified, ?) WHERE id = ?", (last, at, id_)
    )
    return last


def _keep_pack(connection: sqlite3.Connection, pack: Pack) -> None:
    """Keep a pack's files, once for all sheets that are answered under it."""
    if connection.execute("SELECT 1 FROM packs WHERE hash = ?", (pack.hash,)).fetchone() is None:
        connection.execute("INSERT INTO packs VALUES (?, ?)", (pack.hash, cells.packed(pack.contents)))


def _new_id(connection: sqlite3.Connection) -> str:
    from secrets import choice  # a first question needs no id

    while True:
        id_ = "".join(choice(_ALPHABET) for _position in range(6))
        if connection.execute("SELECT 1 FROM sheets WHERE id = ?", (id_,)).fetchone() is None:
            return id_
