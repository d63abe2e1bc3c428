"""Whatever is wrong with the file, people get a fault with its name and never a traceback."""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from time import monotonic
from types import MappingProxyType

import pytest

from smcheck.pack import Pack
from smcheck.sheet import Sheet
from smcheck.store import Busy, Store, migrations
from smcheck.words.fault import Fault
from support.cli import environment
from support.neighbour import Neighbour

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "sheets.db"


@pytest.fixture
def filled(path: Path, pack: Pack) -> Path:
    """A closed store of many pages: 12 sheets with notes, the first of which is called “first”."""
    store = Store(path)
    for number in range(12):
        sheet = Sheet(
            pack.id,
            id="first" if number == 0 else f"sheet{number}",
            organisation=f"Beispiel {number} GmbH",
            answers=MappingProxyType({"team.agency": "yes", "daily": "team"}),
            notes=MappingProxyType({"team": "note " * 100 * number}),
        )
        store.create(pack, sheet)
    store.see_result("first")
    store.delete("sheet1")
    store.close()
    return path


@pytest.fixture
def opened(path: Path) -> Iterator[Store]:
    """A store that does not wait long for others."""
    store = Store(path, timeout=0.2)
    yield store
    store.close()


def uses(store: Store, pack: Pack) -> list[Callable[[], object]]:
    """Everything that can be done with a store."""
    return [
        store.list_sheets,
        store.data_version,
        lambda: store.list_answers(pack, ["first", "sheet11"]),
        lambda: store.find("fir"),
        lambda: store.load("first", pack),
        lambda: store.history("first"),
        lambda: store.load("sheet11", pack),
        lambda: store.record("first", 0, [("note", "goals", "x" * 5000)], "A. B."),
        lambda: store.rename("first", ("Beispiel AG", "A. B."), ("Beispiel 0 GmbH", "")),
        lambda: store.move("first", "goals"),
        lambda: store.see_result("sheet11"),
        lambda: store.create(pack, Sheet(pack.id, notes=MappingProxyType({"team": "x" * 9000}))),
        lambda: store.restore("sheet1"),
        lambda: store.delete("sheet2"),
        lambda: store.purge("sheet2"),
    ]


def faults(store: Store, pack: Pack) -> list[str]:
    """What each use says; nothing but faults may come out of any of them."""
    said = []
    for use in uses(store, pack):
        try:
            use()
        except Fault as fault:
            said.append(str(fault))
    return said


def all_fail(store: Store, pack: Pack, reason: str) -> bool:
    """Whether every use fails for this reason and names the file."""
    said = faults(store, pack)
    assert len(uses(store, pack)) == len(said)
    return all(reason in text and text.startswith(str(store.path)) for text in said)


# ── files of others ───────────────────────────────────────────────────────────────────────────


def test_a_newer_store_is_left_alone(filled: Path, opened: Store, pack: Pack) -> None:
    """A store with a newer schema is refused, in words that say what to do, and not touched."""
    connection = sqlite3.connect(filled)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = filled.read_bytes()
    assert all_fail(opened, pack, "written by a newer smcheck")
    with pytest.raises(Fault) as caught:
        opened.list_sheets()
    assert (caught.value.place, "update smcheck" in caught.value.expected) == ("schema version 99", True)
    assert before == filled.read_bytes()


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE sheets (id TEXT)", "PRAGMA user_version = 1", "CREATE VIEW entries AS SELECT 1"],
)
def test_another_programs_database_is_left_alone(
    path: Path, opened: Store, pack: Pack, statement: str
) -> None:
    """A database that is no store is refused and not touched, nor is anything put beside it."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.close()
    before = path.read_bytes()
    assert all_fail(opened, pack, "a database, but not a store of smcheck")
    assert (before, [path]) == (path.read_bytes(), list(path.parent.iterdir()))


@pytest.mark.parametrize(
    "content",
    [
        b"xy",
        b"hello\n" * 300,
        b"SQLite format 3\0",
        b'{"format": 1}',
        bytes(PAGE),
        b"PK\3\4" + b"\xff" * 9000,
    ],
    ids=["short", "text", "header only", "json", "zeros", "archive"],
)
def test_what_is_no_database_is_left_alone(path: Path, opened: Store, pack: Pack, content: bytes) -> None:
    """Any other file is refused and not touched."""
    path.write_bytes(content)
    assert all_fail(opened, pack, "not a store of smcheck")
    assert content == path.read_bytes()


def test_an_empty_file_is_an_empty_store(path: Path, opened: Store, pack: Pack) -> None:
    """A file of no bytes, as an interrupted start leaves it, becomes a store."""
    path.touch()
    assert len(opened.list_sheets()) == 0
    opened.create(pack, Sheet(pack.id))
    assert len(opened.list_sheets()) == 1


# ── damage ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("length", [1, 99, 100, 511, 512, PAGE - 1, PAGE, 2 * PAGE + 7, -PAGE - 1, -PAGE])
def test_a_truncated_store_is_a_fault(filled: Path, opened: Store, pack: Pack, length: int) -> None:
    """A store whose end is missing gives faults where it matters, and never anything else."""
    filled.write_bytes(filled.read_bytes()[:length])
    assert faults(opened, pack)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_store_never_gives_a_traceback(filled: Path, opened: Store, pack: Pack, seed: int) -> None:
    """A page of noise, or single wrong bytes, give faults or go unnoticed, whatever is done next."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    content = bytearray(filled.read_bytes())
    pages = len(content) // PAGE
    if seed % 2:
        start = PAGE * chance.randrange(1, pages)
        content[start : start + PAGE] = chance.randbytes(PAGE)
    else:
        for _byte in range(chance.choice([1, 20, 400])):
            content[chance.randrange(100, len(content))] = chance.randrange(256)
    filled.write_bytes(content)
    for text in faults(opened, pack):
        assert "sheet" in text, text


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sheets SET modified = 'yesterday'",
        "UPDATE sheets SET created = '2026-11-22T12:00:00'",
        "UPDATE sheets SET organisation = CAST(x'ff' AS TEXT)",
        "UPDATE sheets SET revision = -1",
        "UPDATE entries SET kind = 'wish'",
        "UPDATE entries SET at = ''",
        "DROP TABLE entries",
    ],
)
def test_values_that_nobody_wrote_are_a_fault(
    filled: Path, opened: Store, pack: Pack, statement: str
) -> None:
    """A value that no smcheck writes is told as damage, not read as something else."""
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(statement)
    connection.close()
    said = faults(opened, pack)
    assert any("damaged" in text or "does not answer" in text for text in said)


@pytest.mark.parametrize(("column", "place"), [("key", 3), ("organisation", 5)])
def test_a_number_in_place_of_a_text_is_a_fault(
    path: Path, opened: Store, pack: Pack, column: str, place: int
) -> None:
    """A column of another type than smcheck's is told as damage."""
    opened.create(pack, Sheet(pack.id, id="first", answers=MappingProxyType({"daily": "team"})))
    opened.close()
    connection = sqlite3.connect(path, isolation_level=None)
    table = "entries" if column == "key" else "sheets"
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = ?", (table,)
    )
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?",
        (f"{column} TEXT", f"{column} BLOB", table),
    )
    connection.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"UPDATE {table} SET {column} = {place}")  # noqa: S608 - this test's own names
    connection.close()
    with pytest.raises(Fault, match=r"damaged \(malformed tables\)"):
        opened.load("first", pack)


def test_a_store_that_is_removed_while_open_is_a_fault(opened: Store, path: Path, pack: Pack) -> None:
    """What would be written to a removed file is refused instead of lost."""
    opened.create(pack, Sheet(pack.id, id="first"))
    path.unlink()
    assert all_fail(opened, pack, "removed while it was in use")


# ── places that cannot be used ────────────────────────────────────────────────────────────────


def test_places_below_a_file(tmp_path: Path, pack: Pack) -> None:
    """A store cannot be made below a file."""
    (tmp_path / "file").write_text("x")
    for place in ("file/sheets.db", "file/folder/sheets.db"):
        with pytest.raises(Fault, match="file") as caught:
            Store(tmp_path / place).create(pack, Sheet(pack.id))
        assert str(tmp_path / place) == caught.value.file


def test_a_folder_is_no_store(tmp_path: Path, pack: Pack) -> None:
    """A folder in the store's place is a fault for every use."""
    assert all_fail(Store(tmp_path), pack, "")


def test_a_name_too_long(tmp_path: Path, pack: Pack) -> None:
    """A name that the file system refuses is a fault for every use."""
    assert all_fail(Store(tmp_path / ("x" * 5000)), pack, "")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_file_system_without_room_for_files(pack: Pack) -> None:
    """Where nobody can create anything a new sheet is a fault."""
    with pytest.raises(Fault, match="/proc"):
        Store(Path("/proc/smcheck/sheets.db")).create(pack, Sheet(pack.id))


# A child gives up being root, because root is denied nothing.
_DENIED = """
import os, sys
from pathlib import Path
from smcheck.pack import load_pack
from smcheck.sheet import Sheet
from smcheck.store import Store
from smcheck.words.fault import Fault
pack = load_pack()
pack.hash
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
store = Store(Path(sys.argv[1]))
acts = [store.list_sheets, lambda: store.create(pack, Sheet(pack.id)), lambda: store.move("first", "team")]
for act in acts:
    try:
        act()
    except Fault as fault:
        print("Fault", fault)
    else:
        print("fine")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists instead of modes")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "expected"),
    [
        (0o555, None, ["fine", "Fault", "Fault"]),
        (0o555, 0o444, ["fine", "Fault", "Fault"]),
        (0o755, 0o000, ["Fault", "Fault", "Fault"]),
        (0o000, 0o644, ["Fault", "Fault", "Fault"]),
    ],
    ids=["nothing there", "read-only file and folder", "unreadable file", "closed folder"],
)
def test_what_the_user_must_not_touch(
    filled: Path, folder_mode: int, file_mode: int | None, expected: list[str]
) -> None:
    """A file or folder without the right to read or write is a fault; without a store the list is empty."""
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top, "data")
        folder.mkdir()
        target = folder / "sheets.db"
        if file_mode is not None:
            target.write_bytes(filled.read_bytes())
            target.chmod(file_mode)
        Path(top).chmod(0o755)
        folder.chmod(folder_mode)
        done = subprocess.run(
            [sys.executable, "-c", _DENIED, str(target)],
            capture_output=True,
            text=True,
            check=False,
            env=environment(folder),
        )
        folder.chmod(0o755)
    assert ("", expected) == (done.stderr, [line.split()[0] for line in done.stdout.splitlines()])


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists instead of modes")
@pytest.mark.parametrize(
    ("folder_mode", "open_elsewhere", "expected"),
    [
        (0o777, False, ["fine", "the store is read-only"]),
        (0o555, True, ["fine", "the store is read-only"]),
        (
            0o555,
            False,
            ["fine", "the store is read-only: nothing can be written in its folder; expected: a folder"],
        ),
    ],
    ids=["file", "file and folder, while somebody has it open", "file and folder"],
)
def test_read_only(filled: Path, folder_mode: int, open_elsewhere: bool, expected: list[str]) -> None:
    """A store that must not be written to can be read, and whoever writes is told that it is read-only."""
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top, "data")
        folder.mkdir()
        target = folder / "sheets.db"
        target.write_bytes(filled.read_bytes())
        other = Store(target)
        if open_elsewhere:
            assert len(other.list_sheets()) > 0
        for file in folder.iterdir():
            file.chmod(0o444)
        Path(top).chmod(0o755)
        folder.chmod(folder_mode)
        done = subprocess.run(
            [sys.executable, "-c", f"import secrets\n{_DENIED}", str(target)],
            capture_output=True,
            text=True,
            check=False,
            env=environment(folder),
        )
        folder.chmod(0o755)
        other.close()
    said = [line.partition("sheets.db: ")[2] or line for line in done.stdout.splitlines()]
    assert done.stderr == ""
    assert [given.startswith(wanted) for given, wanted in zip(said, expected, strict=False)] == [True] * 2


# ── full disks and busy neighbours ────────────────────────────────────────────────────────────


def test_a_full_disk_keeps_what_was_there(filled: Path, opened: Store, pack: Pack) -> None:
    """An entry for which there is no room is a fault; what was kept stays, and later there is room again."""
    before = (opened.load("first", pack), opened.history("first"))
    connection = opened._file.connection()
    connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size, if that is more
    big = "x" * 100_000
    for act in (
        lambda: opened.record("first", 3, [("note", "goals", big)], ""),
        lambda: opened.create(pack, Sheet(pack.id, notes=MappingProxyType({"team": big}))),
        lambda: opened.rename("first", (big, ""), ("Beispiel 0 GmbH", "")),
    ):
        with pytest.raises(Fault, match="full"):
            act()
    assert before == (opened.load("first", pack), opened.history("first"))
    connection.execute("PRAGMA max_page_count = 1000000")
    assert opened.record("first", 3, [("note", "goals", big)], "") == {}
    assert big == opened.load("first", pack).sheet.notes["goals"]


def test_a_busy_neighbour_is_waited_for_and_then_told(filled: Path, opened: Store, pack: Pack) -> None:
    """Writing waits as long as the timeout lasts; reading does not wait; afterwards all goes on."""
    assert len(opened.list_sheets()) == 11
    with Neighbour(filled) as other:
        assert other.hear() == "ready"
        other.tell("lock")
        assert other.hear() == "locked"
        start = monotonic()
        with pytest.raises(Busy, match="another program is writing"):
            opened.record("first", 3, [("note", "goals", "x")], "")
        assert monotonic() - start >= 0.2
        assert opened.load("first", pack).revision == 3
        other.tell("go on")
        assert other.hear() == "free"
    assert opened.record("first", 3, [("note", "goals", "x")], "") == {}


@pytest.mark.parametrize("lock", ["EXCLUSIVE", "DEFERRED"])
def test_a_store_that_nobody_else_lets_open_is_told(path: Path, opened: Store, pack: Pack, lock: str) -> None:
    """A new file that another program is writing, or only reading, is a fault once the timeout is over."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("CREATE TABLE t (x)")
    other.execute("DROP TABLE t")
    other.execute(f"BEGIN {lock}")
    other.execute("SELECT * FROM sqlite_master").fetchall()
    start = monotonic()
    with pytest.raises(Busy, match="another program is writing"):
        opened.create(pack, Sheet(pack.id))
    assert monotonic() - start >= 0.2
    other.execute("ROLLBACK")
    other.close()
    opened.create(pack, Sheet(pack.id))
    assert len(opened.list_sheets()) == 1


def test_a_store_that_is_soon_free_is_waited_for(path: Path, pack: Pack) -> None:
    """A reader of a new file holds others up, but not for longer than it reads."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE t (x)")
    other.execute("DROP TABLE t")
    other.execute("BEGIN")
    other.execute("SELECT * FROM sqlite_master").fetchall()
    release = Timer(0.1, lambda: other.execute("ROLLBACK"))
    release.start()
    store = Store(path, timeout=60)
    store.create(pack, Sheet(pack.id))
    assert len(store.list_sheets()) == 1
    store.close()
    release.join()
    other.close()


def test_a_failing_migration_leaves_nothing(
    path: Path, opened: Store, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables are made all together or not at all, so that the next start can make them."""
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", ("CREATE TABLE sheets (id TEXT); nonsense",))
        with pytest.raises(Fault, match="does not answer"):
            opened.create(pack, Sheet(pack.id))
    opened.create(pack, Sheet(pack.id))
    assert len(opened.list_sheets()) == 1
