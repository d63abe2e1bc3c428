"""The store's SQLite file: opened, and read and written in transactions.

It has a write-ahead log and is synchronised to the disk with every transaction, so that what was written
is safe and nobody who reads waits for one who writes.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from time import monotonic, sleep
from weakref import finalize

from smcheck.store import migrations
from smcheck.store.places import make_private
from smcheck.store.snapshot import copy_store, is_folder_open, is_out_of_reach
from smcheck.words.fault import Fault
from smcheck.words.language import _
from smcheck.words.system_error import system_reason

_PRIMARY = 0xFF
"""The part of an error's code that tells the kind of error; the rest tells it more exactly."""
_LONGEST = 32 * 1024 * 1024
"""Bytes that one row may have; more than texts of any length that is accepted."""


class Busy(Fault):
    """Another program is writing, for longer than one wanted to wait; nothing was read or written."""


class ReadOnly(Fault):
    """The store can be read, and nothing can be written to it."""


class Absent(Fault):
    """There is no such sheet, or none any more."""


class StoreFile:
    """One SQLite file, opened when it is first needed and made where there is none.

    Args:
        path: the file.
        timeout: seconds to wait for the lock of another process that is writing.

    Threads may share it: a transaction of one waits for that of another.

    Every method raises :class:`Fault` where the file cannot be read or written, is damaged, is another
    program's, or was written by a newer smcheck, and where a text cannot be stored (half a character).
    A store that nothing can be written to, or beside, is read from a copy, made when it is opened.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self.path = path
        self._timeout = timeout
        self._connection: sqlite3.Connection | None = None
        self._files: dict[Path, tuple[int, int]] = {}
        self._copy: TemporaryDirectory[str] | None = None
        self._lock = RLock()

    def close(self) -> None:
        """Close the connection, where there is one."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            if self._copy is not None:
                self._copy.cleanup()
                self._copy = None

    def exists(self) -> bool:
        """Whether anything was ever kept here."""
        try:
            return self._connection is not None or self.path.exists()
        except OSError as error:
            raise self._access_fault(error) from None

    def read_transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """All that is read inside is of the same moment, whatever others write meanwhile."""
        return self._transaction("DEFERRED")

    def write_transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """All that is written inside is kept, or nothing of it; nobody else writes meanwhile."""
        return self._transaction("IMMEDIATE")

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[sqlite3.Connection]:
        with self._lock, self._errors_as_faults():
            connection = self.connection()
            if kind == "IMMEDIATE" and self._copy is not None:
                raise self._read_only_fault()
            inside = connection.in_transaction
            if inside:  # this is a part of a larger one
                yield connection
                return
            connection.execute(f"BEGIN {kind}")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk may have rolled back by itself
                    connection.execute("ROLLBACK")
                raise

    def vacuum(self) -> None:
        """Write the file anew without what was deleted, and empty the write-ahead log.

        Deleted text can outlive ``secure_delete`` where pages were rebalanced, and in the log.
        """
        with self._lock, self._errors_as_faults():
            connection = self.connection()
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _errors_as_faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._fault(error) from None
        except UnicodeDecodeError:  # SQLite's own message quotes what it found in a damaged file
            raise self._damage_fault("malformed text") from None
        except UnicodeEncodeError:
            raise Fault(_("a text with half a character cannot be stored"), file=str(self.path)) from None
        except OSError as error:
            raise self._access_fault(error) from None

    def connection(self) -> sqlite3.Connection:
        """The open file, which is still the one that was opened first."""
        if self._connection is not None:
            self._check_files()
        else:
            self._connection = self._open()
            finalize(self, self._connection.close)  # a store that nobody closes is closed with the command
        return self._connection

    def _open(self) -> sqlite3.Connection:
        if is_out_of_reach(self.path):
            self._copy = copy_store(self.path)
            finalize(self, self._copy.cleanup)
            path = Path(self._copy.name, Path(os.path.realpath(self.path)).name)
        else:
            make_private(self.path)
            path = self.path
        if not path.is_file():
            raise Fault(_("not a regular file"), file=str(self.path))
        # An absolute path, because SQLite gives some relative names a meaning (“:memory:”).
        # One thread uses it; whichever thread collects garbage closes it, where nobody has.
        connection = sqlite3.connect(
            path.absolute(), timeout=self._timeout, isolation_level=None, check_same_thread=False
        )
        try:
            connection.row_factory = sqlite3.Row
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            migrations.read_version(connection, str(self.path))
            self._use_write_ahead_log(connection)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            migrations.migrate(connection, str(self.path))
        except BaseException:
            connection.close()
            raise
        log = Path(os.path.realpath(path) + "-wal")
        self._files = {file: _identity(file) for file in (path, log) if file.exists()}
        return connection

    def _check_files(self) -> None:
        # What is written to a file without a name is lost with the last program that has it open.
        for path, identity in self._files.items():
            try:
                now = _identity(path)
            except FileNotFoundError:
                raise Fault(_("the store was removed while it was in use"), file=str(path)) from None
            if now != identity:
                raise Fault(_("the store was replaced while it was in use"), file=str(path))

    def _use_write_ahead_log(self, connection: sqlite3.Connection) -> None:
        """Set the journal mode, with retries: while others open the store too, SQLite refuses at once."""
        end = monotonic() + self._timeout
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > end:
                    raise
                sleep(0.01)
            else:
                return

    def _damage_fault(self, reason: str) -> Fault:
        return Fault(_("the store is damaged ({reason})").format(reason=reason), file=str(self.path))

    def _access_fault(self, error: OSError) -> Fault:
        if isinstance(error, PermissionError):
            return Fault(_("permission denied"), file=str(self.path))
        return Fault(system_reason(error), file=str(self.path))

    def _read_only_fault(self) -> ReadOnly:
        if is_folder_open(self.path):
            return ReadOnly(_("the store is read-only"), file=str(self.path))
        return ReadOnly(
            _("the store is read-only: nothing can be written in its folder"),
            file=str(self.path),
            expected=_("a folder that can be written to; --store FILE names a copy elsewhere"),
        )

    def _fault(self, error: sqlite3.Error) -> Fault:
        reason = str(error)
        if "not a database" in reason:
            return Fault(_("not a store of smcheck"), file=str(self.path))
        if "malformed" in reason:
            return self._damage_fault(reason)
        code = getattr(error, "sqlite_errorcode", 0)  # not every error comes from SQLite itself
        if code & _PRIMARY == sqlite3.SQLITE_BUSY:
            return Busy(_("the store is busy: another program is writing to it"), file=str(self.path))
        if code == sqlite3.SQLITE_READONLY_DBMOVED:
            return Fault(_("the store was removed while it was in use"), file=str(self.path))
        if code & _PRIMARY == sqlite3.SQLITE_FULL:
            return Fault(_("the disk is full"), file=str(self.path))
        if code & _PRIMARY == sqlite3.SQLITE_READONLY:
            return self._read_only_fault()
        if code & _PRIMARY == sqlite3.SQLITE_CANTOPEN and not os.access(self.path, os.R_OK):
            return Fault(_("permission denied"), file=str(self.path))
        return Fault(_("the store does not answer ({reason})").format(reason=reason), file=str(self.path))


def _identity(path: Path) -> tuple[int, int]:
    """What tells a file from another one of the same name."""
    status = path.stat()
    return status.st_dev, status.st_ino
