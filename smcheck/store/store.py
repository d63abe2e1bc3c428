"""The store: stored sheets, and the history of every entry made in them.

An entry is durable when the call that makes it returns (write-ahead log, full synchronisation). The
history is the only record; a sheet's answers are the last entry of each key.
"""

import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store import schema
from smcheck.store.places import make_private
from smcheck.words.fault import Fault, nearest
from smcheck.words.language import _

_PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is mistaken for another when read aloud


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored sheet in a list."""

    id: str
    pack: str
    organisation: str
    respondent: str
    created: datetime
    modified: datetime
    finished: bool
    """Whether its result was seen."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry: what was given, when, by whom, before or after the result was first seen.

    ``value`` is none where an answer was taken back.
    """

    kind: str
    key: str
    value: str | None
    at: datetime
    by: str
    after_result: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """A sheet with its revision (the number of entries ever made in it) and where its sitting stands."""

    sheet: Sheet
    revision: int
    position: str
    finished: bool


Change = tuple[str, str, str | None]
"""Kind, key and value of an entry to be made."""


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """The sheets in one SQLite file; nothing is created before something is to be kept.

    Args:
        path: the file.
        clock: gives the time of an entry.

    Every method raises :class:`Fault` where the file cannot be read or written, is damaged, is another
    program's, or was written by a newer smcheck.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime] = _now) -> None:
        self.path = path
        self._clock = clock
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    def exists(self) -> bool:
        """Whether anything was ever kept here."""
        return self._connection is not None or self.path.exists()

    def entries(self, limit: int = -1, offset: int = 0, search: str = "") -> list[Entry]:
        """The stored sheets, last changed first; with ``search`` those whose names contain it."""
        if not self.exists():
            return []
        pattern = "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT id, pack, organisation, respondent, created, modified, result_seen FROM sheets"
                " WHERE deleted IS NULL AND (?1 = '%%' OR organisation LIKE ?1 ESCAPE '\\'"
                " OR respondent LIKE ?1 ESCAPE '\\')"
                " ORDER BY modified DESC, id LIMIT ?2 OFFSET ?3",
                (pattern, limit, offset),
            ).fetchall()
        return [
            Entry(
                id=id_,
                pack=pack,
                organisation=organisation,
                respondent=respondent,
                created=datetime.fromisoformat(created),
                modified=datetime.fromisoformat(modified),
                finished=seen is not None,
            )
            for id_, pack, organisation, respondent, created, modified, seen in rows
        ]

    def count(self) -> int:
        """How many sheets are stored."""
        if not self.exists():
            return 0
        with self._reading() as connection:
            return int(connection.execute("SELECT count(*) FROM sheets WHERE deleted IS NULL").fetchone()[0])

    def find(self, name: str) -> str:
        """The id of the sheet that ``name`` begins or is.

        Raises:
            Fault: there is none, or more than one.
        """
        ids = [entry.id for entry in self.entries()]
        if name in ids:
            return name
        matches = [id_ for id_ in ids if name and id_.startswith(name)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise Fault(_("“{id}” begins several ids").format(id=name), expected=", ".join(matches[:8]))
        raise Fault(
            _("no stored sheet “{id}”").format(id=name),
            expected=_("an id from “smcheck list”"),
            nearest=nearest(name, ids),
        )

    def load(self, id_: str, pack: Pack) -> Stored:
        """A stored sheet; answers to what the pack no longer asks stay in the store and are left out here.

        Raises:
            Fault: there is no such sheet, or it belongs to another pack.
        """
        with self._reading() as connection:
            row = connection.execute(
                "SELECT pack, pack_version, pack_hash, organisation, respondent, created, modified,"
                " position, result_seen, revision FROM sheets WHERE id = ? AND deleted IS NULL",
                (id_,),
            ).fetchone()
            entries = connection.execute(
                "SELECT kind, key, value, after_result FROM entries WHERE sheet = ? ORDER BY revision", (id_,)
            ).fetchall()
        if row is None:
            raise Fault(_("no stored sheet “{id}”").format(id=id_), file=str(self.path))
        if row[0] != pack.id:
            raise Fault(
                _("sheet “{id}” was answered with the pack “{pack}”").format(id=id_, pack=row[0]),
                file=str(self.path),
                expected=pack.id,
            )
        kept: dict[str, dict[str, str]] = {"answer": {}, "note": {}, "profile": {}}
        after_result: set[str] = set()
        for kind, key, value, after in entries:
            kept[kind].pop(key, None)
            if value is not None:
                kept[kind][key] = value
            if kind == "answer" and after:
                after_result.add(key)
        sheet = Sheet(
            pack=pack.id,
            organisation=row[3],
            respondent=row[4],
            profile=MappingProxyType(_valid_profile(kept["profile"], pack)),
            answers=MappingProxyType(_valid_answers(kept["answer"], pack)),
            notes=MappingProxyType({k: v for k, v in kept["note"].items() if k in pack.question_by_id}),
            id=id_,
            created=datetime.fromisoformat(row[5]),
            modified=datetime.fromisoformat(row[6]),
            pack_version=row[1],
            pack_hash=row[2],
            after_result=tuple(sorted(after_result & _valid_answers(kept["answer"], pack).keys())),
        )
        return Stored(sheet, row[9], row[7], row[8] is not None)

    def history(self, id_: str) -> list[HistoryEntry]:
        """Every entry ever made in a sheet, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT kind, key, value, at, by, after_result FROM entries WHERE sheet = ? ORDER BY revision",
                (id_,),
            ).fetchall()
        return [
            HistoryEntry(kind, key, value, datetime.fromisoformat(at), by, bool(after))
            for kind, key, value, at, by, after in rows
        ]

    def version(self) -> int:
        """A number that changes whenever another process has written."""
        if not self.exists():
            return 0
        with self._reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    # ── writing ───────────────────────────────────────────────────────────────────────────────

    def create(self, pack: Pack, sheet: Sheet) -> str:
        """Keep a new sheet, with what it already holds; gives its id.

        The sheet's own id and dates are kept where it has them and the id is free.
        """
        now = self._clock()
        created = (sheet.created or now).isoformat()
        with self._writing() as connection:
            taken = (
                sheet.id and connection.execute("SELECT 1 FROM sheets WHERE id = ?", (sheet.id,)).fetchone()
            )
            id_ = sheet.id if sheet.id and not taken else _new_id(connection)
            connection.execute(
                "INSERT INTO sheets (id, pack, pack_version, pack_hash, organisation, respondent, created, modified)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    id_,
                    pack.id,
                    sheet.pack_version or pack.version,
                    sheet.pack_hash or pack.hash,
                    sheet.organisation,
                    sheet.respondent,
                    created,
                    (sheet.modified or now).isoformat(),
                ),
            )
            changes: list[Change] = [("profile", key, value) for key, value in sheet.profile.items()]
            changes += [("answer", key, value) for key, value in sheet.answers.items()]
            changes += [("note", key, value) for key, value in sheet.notes.items()]
            _append(connection, id_, 0, changes, created, sheet.respondent, after=set(sheet.after_result))
        return id_

    def record(
        self, id_: str, revision: int, changes: Sequence[Change], by: str
    ) -> tuple[int, dict[str, str | None]]:
        """Make entries in a sheet that was read at ``revision``.

        Another window may have made entries since. Where they concern other keys, both stand; where
        they concern one of these, nothing is written.

        Returns:
            The sheet's revision now, and the keys that collide with the values they were given
            elsewhere; nothing was written where there are any.
        """
        with self._writing() as connection:
            row = connection.execute(
                "SELECT revision, result_seen FROM sheets WHERE id = ? AND deleted IS NULL", (id_,)
            ).fetchone()
            if row is None:
                raise Fault(_("no stored sheet “{id}”").format(id=id_), file=str(self.path))
            current, seen = row
            since = connection.execute(
                "SELECT kind, key, value FROM entries WHERE sheet = ? AND revision > ? ORDER BY revision",
                (id_, revision),
            ).fetchall()
            mine = {(kind, key): value for kind, key, value in changes}
            theirs = {
                key: value for kind, key, value in since if (kind, key) in mine and mine[kind, key] != value
            }
            if theirs:
                return current, theirs
            now = self._clock().isoformat()
            after = {key for _kind, key, _value in changes} if seen is not None else set()
            last = _append(connection, id_, current, changes, now, by, after=after)
        return last, {}

    def rename(self, id_: str, organisation: str, respondent: str) -> None:
        """Give a sheet other names."""
        with self._writing() as connection:
            _must_change(
                connection.execute(
                    "UPDATE sheets SET organisation = ?, respondent = ? WHERE id = ? AND deleted IS NULL",
                    (organisation, respondent, id_),
                ),
                id_,
            )

    def move(self, id_: str, position: str) -> None:
        """Remember where the sitting stands."""
        with self._writing() as connection:
            connection.execute("UPDATE sheets SET position = ? WHERE id = ?", (position, id_))

    def see_result(self, id_: str) -> None:
        """Remember when the result was first seen."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE sheets SET result_seen = ? WHERE id = ? AND result_seen IS NULL",
                (self._clock().isoformat(), id_),
            )

    def delete(self, id_: str) -> None:
        """Take a sheet out of every list; :meth:`restore` brings it back until :meth:`purge`."""
        with self._writing() as connection:
            _must_change(
                connection.execute(
                    "UPDATE sheets SET deleted = ? WHERE id = ? AND deleted IS NULL",
                    (self._clock().isoformat(), id_),
                ),
                id_,
            )

    def restore(self, id_: str) -> None:
        """Bring a deleted sheet back."""
        with self._writing() as connection:
            _must_change(connection.execute("UPDATE sheets SET deleted = NULL WHERE id = ?", (id_,)), id_)

    def purge(self) -> int:
        """Remove deleted sheets and their history for good; gives how many."""
        if not self.exists():
            return 0
        with self._reading() as connection:
            if (
                connection.execute("SELECT 1 FROM sheets WHERE deleted IS NOT NULL LIMIT 1").fetchone()
                is None
            ):
                return 0
        with self._writing() as connection:
            removed = connection.execute("DELETE FROM sheets WHERE deleted IS NOT NULL").rowcount
        with self._reading() as connection:
            # The write-ahead log must not keep what was deleted.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(removed)

    # ── the file ──────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            yield self._open()
        except sqlite3.Error as error:
            raise self._fault(error) from None
        except OSError as error:
            raise Fault(str(error.strerror), file=str(self.path)) from None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk may have rolled back by itself
                    connection.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            make_private(self.path)
            connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            try:
                schema.checked_version(connection, str(self.path))
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA secure_delete = ON")
                schema.prepare(connection, str(self.path))
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _fault(self, error: sqlite3.Error) -> Fault:
        reason = str(error)
        if "not a database" in reason:
            return Fault(_("not a store of smcheck"), file=str(self.path))
        if "malformed" in reason:
            return Fault(_("the store is damaged ({reason})").format(reason=reason), file=str(self.path))
        return Fault(_("the store does not answer ({reason})").format(reason=reason), file=str(self.path))


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


def _must_change(cursor: sqlite3.Cursor, id_: str) -> None:
    if cursor.rowcount != 1:
        raise Fault(_("no stored sheet “{id}”").format(id=id_))


def _new_id(connection: sqlite3.Connection) -> str:
    while True:
        id_ = "".join(secrets.choice(_ALPHABET) for _position in range(6))
        if connection.execute("SELECT 1 FROM sheets WHERE id = ?", (id_,)).fetchone() is None:
            return id_


def _valid_answers(answers: Mapping[str, str], pack: Pack) -> dict[str, str]:
    """The answers that the pack, which may be another version by now, can read."""
    return {path: value for path, value in answers.items() if value in pack.answers_to(path)}


def _valid_profile(profile: Mapping[str, str], pack: Pack) -> dict[str, str]:
    choices = pack.file.profile
    return {
        key: value for key, value in profile.items() if key == "role" or value in getattr(choices, key, ())
    }
