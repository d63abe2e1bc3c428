"""The tables of the store, and the migrations that bring an older store to the current schema."""

import sqlite3

from smcheck.store.values import Damage
from smcheck.words.fault import Fault
from smcheck.words.language import _

APPLICATION_ID = 0x736D636B  # "smck", so that no other program's database is taken for a store

MIGRATIONS = (
    # 1: sheets, and every entry ever made in them
    """
    CREATE TABLE sheets (
        id TEXT PRIMARY KEY,
        pack TEXT NOT NULL,
        pack_version TEXT NOT NULL,
        pack_hash TEXT NOT NULL,
        organisation TEXT NOT NULL,
        respondent TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        position TEXT NOT NULL DEFAULT '',
        result_seen TEXT,
        deleted TEXT,
        revision INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX sheets_by_time ON sheets (deleted, modified);
    CREATE TABLE entries (
        sheet TEXT NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('answer', 'note', 'profile')),
        key TEXT NOT NULL,
        value TEXT,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        after_result INTEGER NOT NULL,
        PRIMARY KEY (sheet, revision)
    ) STRICT, WITHOUT ROWID;
    """,
    # 2: the packs that sheets were answered under, so that an old result stays what it was
    """
    CREATE TABLE packs (
        hash TEXT PRIMARY KEY,
        contents BLOB NOT NULL
    ) STRICT;
    """,
    # 3: what came with a sheet of another version of its pack; and of answers that came with their sheet and
    # were given after the result was seen it was only known that they were changed
    """
    ALTER TABLE sheets ADD COLUMN unread TEXT NOT NULL DEFAULT '';
    UPDATE entries SET after_result = 2
    WHERE after_result = 1
        AND at < coalesce((SELECT result_seen FROM sheets WHERE id = sheet), '9')
        AND NOT EXISTS (
            SELECT 1 FROM entries AS earlier
            WHERE earlier.sheet = entries.sheet AND earlier.kind = entries.kind AND earlier.key = entries.key
                AND earlier.revision < entries.revision
        )
    """,
    # 4: comments; the kinds that a table's check allows can only be changed with a new table
    """
    CREATE TABLE entries_with_comments (
        sheet TEXT NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('answer', 'note', 'profile', 'comment')),
        key TEXT NOT NULL,
        value TEXT,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        after_result INTEGER NOT NULL,
        PRIMARY KEY (sheet, revision)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO entries_with_comments SELECT * FROM entries;
    DROP TABLE entries;
    ALTER TABLE entries_with_comments RENAME TO entries
    """,
)
"""The statements that lead from each schema version to the next; version 0 is an empty file."""

VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, file: str) -> None:
    """Bring the store to the current schema, in one transaction.

    Raises:
        Fault: the file is another program's, or was written by a newer smcheck.
    """
    version = read_version(connection, file)
    if version == VERSION:
        return
    # Another process may be migrating too: look again once nobody else can write.
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in MIGRATIONS[read_version(connection, file) :]:
            for statement in statements.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have rolled back by itself
            connection.execute("ROLLBACK")
        raise


def read_version(connection: sqlite3.Connection, file: str) -> int:
    """The store's schema version; 0 for a file without tables.

    Raises:
        Fault: the file is another program's, or was written by a newer smcheck.
        Damage: its tables are not those that smcheck makes.
    """
    # One statement, so that another process that is making its tables is seen before or after, not amid.
    version, application, tables = connection.execute(
        "SELECT user_version, application_id, EXISTS (SELECT 1 FROM sqlite_master)"
        " FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if application != APPLICATION_ID:
        if version or tables:
            raise Fault(_("a database, but not a store of smcheck"), file=file)
        return 0
    if version > VERSION:
        raise Fault(
            _("written by a newer smcheck"),
            file=file,
            place=_("schema version {n}").format(n=version),
            expected=_("at most {n}; please update smcheck").format(n=VERSION),
        )
    if _tables(connection) != _tables_of(version):
        # Another process may have brought the store up to date between one look and the other.
        if connection.execute("PRAGMA user_version").fetchone()[0] != version:
            return read_version(connection, file)
        raise Damage("malformed tables")
    return int(version)


def _tables(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Kind, name and statement of everything in the file that was made on purpose.

    A view or a trigger of somebody else's, or a table that computes its values, could do anything.
    """
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {(kind, name, " ".join(str(sql).split())) for kind, name, sql in rows}


def _tables_of(version: int) -> set[tuple[str, str, str]]:
    """What :func:`_tables` gives for a store of this version."""
    connection = sqlite3.connect(":memory:")
    for statements in MIGRATIONS[:version]:
        connection.executescript(statements)
    tables = _tables(connection)
    connection.close()
    return tables
