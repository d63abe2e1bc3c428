"""Files that are written: never through a link, never over another unasked, whole or not at all, private."""

import ast
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import sleep

import pytest

from smcheck.sheet import parse_sheet
from smcheck.store import Store
from support.app import app, format_keys, notice_text, only_sheet
from support.builders import EXAMPLE, PACK
from support.cli import EXAMPLE_FILE, PACKAGES, environment
from support.runs import check, inside, process, run
from support.watch import WATCHED, events

MEGA = 1_000_000
WRITERS = {
    "score": ("score", str(EXAMPLE_FILE), "--format", "json", "-o", "out"),
    "export": ("export", "gross2", "-o", "out"),
}
"""The commands that write a file, here one that is called ``out``."""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An empty folder to write in, the store beside it."""
    keep(tmp_path, "Beispiel GmbH")
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def keep(folder: Path, organisation: str, notes: dict[str, str] | None = None) -> None:
    """Store a sheet as ``gross2``."""
    store = Store(folder / "sheets.db")
    given = {**EXAMPLE, "organisation": organisation, "id": "gross2", "notes": notes or {}}
    store.create(PACK, parse_sheet(given, PACK))
    store.close()


def command(here: Path, writer: str, *more: str) -> tuple[str, ...]:
    """A writer's command line in a folder whose store lies beside it."""
    return (*WRITERS[writer], "--store", str(here.parent / "sheets.db"), *more)


def content(folder: Path) -> dict[str, object]:
    """What lies in a folder: where links lead, what files hold, and which file it is."""
    return {
        str(path.relative_to(folder)): path.readlink()
        if path.is_symlink()
        else (path.read_bytes(), path.stat().st_ino)
        if path.is_file()
        else "folder"
        for path in sorted(folder.rglob("*"))
    }


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def is_whole(path: Path) -> bool:
    """Whether a file holds all of one result or sheet."""
    return bool(json.loads(path.read_text(encoding="utf-8")))


# ── what is there already ─────────────────────────────────────────────────────────────────────

REPLACED = ("a file", "a link to a file", "a link to nowhere", "a hard link", "a link to itself")
KEPT = ("a folder", "a full folder", "a link to a folder", "a pipe", "a link to a device")


def lay(folder: Path, kind: str, name: str = "out") -> None:
    """Something of this kind in the place of the file, and what it leads to."""
    other = folder / "other"
    place = folder / name
    match kind:
        case "a file":
            place.write_text("mine", encoding="utf-8")
        case "a link to a file":
            other.write_text("mine", encoding="utf-8")
            place.symlink_to(other)
        case "a link to nowhere":
            place.symlink_to(folder / "nowhere")
        case "a hard link":
            other.write_text("mine", encoding="utf-8")
            place.hardlink_to(other)
        case "a link to itself":
            place.symlink_to(name)
        case "a folder":
            place.mkdir()
        case "a full folder":
            place.mkdir()
            (place / "x").write_text("mine", encoding="utf-8")
        case "a link to a folder":
            other.mkdir()
            place.symlink_to(other)
        case "a pipe":
            os.mkfifo(place)
        case "a link to a device":
            place.symlink_to("/dev/null")


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", [*REPLACED, *KEPT])
def test_nothing_is_replaced_unasked(here: Path, writer: str, kind: str) -> None:
    """Without ``--force`` all stays as it is, whatever has the name."""
    lay(here, kind)
    before = content(here)
    with inside(here):
        ran = run(command(here, writer))
    check(ran)
    assert (ran.code, ran.out, "the file exists" in ran.err) == (1, "", True)
    assert before == content(here)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", REPLACED)
def test_force_replaces_the_name_only(here: Path, writer: str, kind: str) -> None:
    """With it the name leads to a file of ours; what it led to before is neither changed nor made."""
    lay(here, kind)
    before = content(here)
    with inside(here):
        ran = run(command(here, writer, "--force"))
    check(ran)
    out = here / "out"
    assert (ran.code, out.is_symlink(), mode(out), is_whole(out)) == (0, False, 0o600, True)
    after = content(here)
    assert before.pop("out") != after.pop("out")
    assert before == after


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", KEPT)
def test_force_replaces_files_only(here: Path, writer: str, kind: str) -> None:
    """Folders, devices and pipes stay even so, and nothing is written into them."""
    lay(here, kind)
    before = content(here)
    with inside(here):
        ran = run(command(here, writer, "--force"))
    check(ran)
    assert (ran.code, ran.out, "not a file that can be replaced" in ran.err) == (1, "", True)
    assert before == content(here)


ENDINGS = ("txt", "md", "result.json", "json")


async def export(folder: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a result from the app, in this folder; gives what it says of it."""
    monkeypatch.chdir(folder)
    shown = app(folder.parent, start="example")
    async with shown.run_test() as pilot:
        await pilot.press("e", *format_keys(ending), "enter")
        await pilot.pause()
        return notice_text(shown)


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("kind", "ending"),
    [(kind, ENDINGS[number % 4]) for number, kind in enumerate([*REPLACED, *KEPT])],
)
async def test_the_app_takes_another_name(
    here: Path, monkeypatch: pytest.MonkeyPatch, kind: str, ending: str
) -> None:
    """Whatever has the name stays as it is; the file is written beside it."""
    lay(here, kind, f"smcheck-beispiel-gmbh.{ending}")
    before = content(here)
    said = await export(here, ending, monkeypatch)
    assert said.startswith("Saved: ")
    assert said.endswith(f"here/smcheck-beispiel-gmbh.2.{ending}")
    out = here / f"smcheck-beispiel-gmbh.2.{ending}"
    assert (mode(out), out.stat().st_size > 100) == (0o600, True)
    assert before.keys() | {out.name} == content(here).keys()
    assert before == {name: found for name, found in content(here).items() if name in before}


async def test_the_app_gives_up_at_last(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every name is taken it says so."""
    for number in range(1, 1000):
        lay(here, "a file", f"smcheck-beispiel-gmbh.{f'{number}.' if number > 1 else ''}txt")
    before = content(here)
    assert "the file exists" in await export(here, "txt", monkeypatch)
    assert before == content(here)


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", ["../../out", "/etc/x", "..", "-x", "a\0b", "\u202egpj"])
async def test_the_app_makes_its_names_itself(here: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """An organisation's name leads to no other folder, and to no name that does something."""
    monkeypatch.chdir(here)
    shown = app(here.parent, start="new", organisation=name)
    before = set(here.parent.iterdir())
    async with shown.run_test() as pilot:
        await pilot.press("1", "r", "f2", "e", *format_keys("txt"), "enter")
        await pilot.pause()
        assert notice_text(shown).startswith("Saved: ")
        assert "here/smcheck" in notice_text(shown)
    (out,) = here.iterdir()
    shown.store.close()
    assert (out.name.isprintable(), out.name[:7], set(out.name) & set("/\\~ ")) == (True, "smcheck", set())
    assert before == set(here.parent.iterdir())


# ── whole or not at all ───────────────────────────────────────────────────────────────────────


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """The same with a store whose one sheet is some megabytes, and the file of another that was stored."""
    keep(tmp_path, "x" * MEGA, {question.id: "n" * MEGA for question in PACK.questions})
    stored = {**EXAMPLE, "id": "lang22", "organisation": "x" * 1_900_000}
    (tmp_path / "x.json").write_text(json.dumps(stored), encoding="utf-8")
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


LARGE = {"score": ("score", "../x.json", "--format", "json", "-o", "out"), "export": WRITERS["export"]}


# A command that opens the store for writing has some room: that is another fault.
@pytest.mark.parametrize(("writer", "room"), [("score", "500000"), ("score", "0"), ("export", "500000")])
@pytest.mark.parametrize("force", [False, True])
def test_no_room(large: Path, writer: str, room: str, *, force: bool) -> None:
    """A disk that is full in the middle, or at once: told, and all is as before."""
    if force:
        lay(large, "a file")
    before = content(large)
    arguments = (*LARGE[writer], *(["--force"] if force else []))
    if writer == "export":
        arguments = (*arguments, "--store", "../sheets.db")
    ran = process(large, *arguments, launch=("--largest", room))
    check(ran)
    assert (ran.code, ran.out, "out: cannot be written (File too large)" in ran.err) == (1, "", True)
    assert before == content(large)


MOMENTS = {
    "before it is written": "os.fdopen",
    "before it is on the disk": "os.fsync",
    "before it gets its name": "os.link",
    "before it takes another's name": "pathlib.Path.replace",
}


@pytest.mark.sample(6)
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_ended_at_a_moment(large: Path, moment: str, number: signal.Signals) -> None:
    """Ended at any step, there is no file, or the one that was there; at most a private one is left."""
    force = moment == "before it takes another's name"
    if force:
        lay(large, "a file")
    before = content(large)
    name = MOMENTS[moment]
    code = (
        "import os, pathlib, signal, sys; from smcheck.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"def end(*_): os.kill(os.getpid(), {int(number)})\n"
        f"{name} = end\nsys.exit(main(sys.argv[1:]))"
    )
    ran = process(large, *LARGE["score"], *(["--force"] if force else []), program=("-c", code))
    assert (130 if number == signal.SIGINT else 128 + number) == ran.code
    assert "Traceback" not in ran.err
    left = {path for path in large.iterdir() if path.name not in before}
    assert all(path.name.startswith(".smcheck-") and mode(path) == 0o600 for path in left)
    assert len(left) <= (0 if number == signal.SIGINT else 1)
    assert before == {name: found for name, found in content(large).items() if name in before}


@pytest.mark.rounds(short=3, long=60)
def test_killed_at_any_moment(round_: int, chance: Random, large: Path) -> None:
    """Killed while a large sheet is exported, its file is whole or is not there."""
    child = subprocess.Popen(
        [sys.executable, "-m", "smcheck", *LARGE["export"], "--store", "../sheets.db"],
        cwd=large,
        env=environment(large),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    sleep(chance.random())
    child.kill()
    child.wait()
    for path in large.iterdir():
        assert mode(path) == 0o600
        if path.name == "out":
            assert is_whole(path)
        else:
            assert path.name.startswith(".smcheck-")


@pytest.mark.parametrize("writer", WRITERS)
def test_a_folder_that_may_not_be_written(here: Path, writer: str) -> None:
    """Is told; with ``--force`` as well."""
    lay(here, "a file", "kept")
    here.chmod(0o500)
    try:
        for more in ((), ("--force",)):
            ran = process(here, *command(here, writer, *more), launch=("--bound",))
            check(ran)
            assert (ran.code, "out: cannot be written (Permission denied)" in ran.err) == (1, True)
    finally:
        here.chmod(0o700)
    assert [path.name for path in here.iterdir()] == ["kept"]


@pytest.mark.parametrize("failing", ["fsync", "open"])
async def test_the_app_says_what_failed(here: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    """Where a disk is full or a folder is shut, the app says so and goes on; nothing is left."""
    real: Callable[..., int] = getattr(os, failing)

    def fail(path: object, *others: object) -> int:
        if failing == "fsync" or ".smcheck-" in str(path):
            raise PermissionError(13, "No way")
        return real(path, *others)

    monkeypatch.setattr(os, failing, fail)
    text = await export(here, "md", monkeypatch)
    assert "smcheck-beispiel-gmbh.md: cannot be written (Permission denied)" in text
    assert list(here.iterdir()) == []


# ── whose it is ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
@pytest.mark.parametrize("writer", WRITERS)
def test_only_the_owner_may_read_it(here: Path, writer: str, umask: int) -> None:
    """Whatever new files are like otherwise."""
    assert process(here, *command(here, writer), umask=umask).code == 0
    assert (mode(here / "out"), [path.name for path in here.iterdir()]) == (0o600, ["out"])


@pytest.mark.parametrize("umask", [0o000, 0o077])
async def test_only_the_owner_may_read_what_the_app_writes(
    here: Path, monkeypatch: pytest.MonkeyPatch, umask: int
) -> None:
    """The same from the app."""
    before = os.umask(umask)
    try:
        await export(here, "json", monkeypatch)
    finally:
        os.umask(before)
    assert [mode(path) for path in here.iterdir()] == [0o600]


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_only_the_owner_may_read_the_store(tmp_path: Path, umask: int) -> None:
    """The store, its log and its folders, while it is open and after."""
    before = os.umask(umask)
    try:
        store = Store(tmp_path / "a" / "b" / "sheets.db")
        store.create(PACK, parse_sheet({**EXAMPLE, "id": "gross2"}, PACK))
        files = {path.name: mode(path) for path in (tmp_path / "a" / "b").iterdir()}
        store.delete("gross2")
        store.purge("gross2")
        assert {0o600} == {mode(path) for path in (tmp_path / "a" / "b").iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert files == dict.fromkeys(("sheets.db", "sheets.db-wal", "sheets.db-shm"), 0o600)
    assert {mode(tmp_path / "a"), mode(tmp_path / "a" / "b")} == {0o700}
    assert {mode(path) for path in (tmp_path / "a" / "b").iterdir()} == {0o600}


def test_only_the_owner_may_read_the_platforms_folder(tmp_path: Path) -> None:
    """The same where no place was named, for each command that makes the store."""
    for arguments, typed in ((("import", str(EXAMPLE_FILE)), b""), (("ask",), b"Beispiel GmbH\n\n\n1\n")):
        folder = tmp_path / arguments[0]
        folder.mkdir()
        code = (
            "import os, sys; del os.environ['SMCHECK_STORE']; from smcheck.cli import main\n"
            "sys.exit(main(sys.argv[1:]))"
        )
        assert process(folder, *arguments, stdin=typed, umask=0, program=("-c", code)).code == 0
        made = [path for path in folder.rglob("*") if path.is_file()]
        assert {path.name for path in made} >= {"sheets.db"}
        assert {mode(path) for path in made} == {0o600}
        assert {mode(path) for path in folder.rglob("*") if path.is_dir()} == {0o700}


def touched(log: Path) -> list[str]:
    """The names that were written to, and those that files were given."""
    found: list[str] = []
    for name, *arguments in events(log):
        if name == "open":
            found.append(arguments[0])
        elif name in {"os.link", "os.rename"}:
            found += arguments[:2]
    return found


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("more", [(), ("--force",)])
def test_temporary_files_lie_where_the_file_will(here: Path, writer: str, more: Sequence[str]) -> None:
    """Nothing is written anywhere else, not in a folder that others write in, and no name can be guessed."""
    names = set()
    for _time in range(2):
        (here / "out").unlink(missing_ok=True)
        log = here.parent / "log"
        log.unlink(missing_ok=True)
        ran = process(here, *command(here, writer, *more), program=(WATCHED, str(log)))
        assert (ran.code, [path.name for path in here.iterdir()]) == (0, ["out"])
        written = [here / name for name in touched(log)]
        store = here.parent / "sheets.db"
        assert {path.parent for path in written if path != store} == {here}
        opened = [Path(arguments[0]) for name, *arguments in events(log) if name == "open"]
        flags = [int(arguments[2]) for name, *arguments in events(log) if name == "open"]
        ours = [path.name for path in opened if path.name.startswith(".smcheck-")]
        assert len(ours) == 1
        assert all(
            flag & os.O_EXCL and flag & os.O_NOFOLLOW
            for path, flag in zip(opened, flags, strict=True)
            if path.name == ours[0]
        )
        names |= set(ours)
    assert len(names) == 2


# ── one door ──────────────────────────────────────────────────────────────────────────────────

DOORS = {
    "files/writing.py": "files that people asked for",
    "store/places.py": "the store's file",
    "store/snapshot.py": "a copy of a store that nothing can be written beside",
}
READS = {
    "cli/streams.py": "nothing",
    "files/reading.py": "what people name, within limits",
    "report/brand_logo.py": "a logo's bytes, which were read already",
    "words/language.py": "translations",
}
WRITING = {
    *("write_text", "write_bytes", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "mkfifo"),
    *("symlink_to", "hardlink_to", "symlink", "link", "touch", "copyfile", "copytree", "chmod"),
}


def writes(module: Path) -> list[str]:
    """The calls in a module by which files are written or opened."""
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in WRITING | {"open", "fdopen"}:
                found.append(name)
    return found


def test_files_are_written_in_few_places() -> None:
    """Files are written by the one function that these tests are about; the store makes its own."""
    found = {
        module.relative_to(PACKAGES / "smcheck").as_posix()
        for module in (PACKAGES / "smcheck").rglob("*.py")
        if writes(module)
    }
    assert DOORS.keys() <= found
    assert found <= DOORS.keys() | READS.keys(), found


async def test_nothing_is_written_beside_the_store(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sitting leaves the store and nothing else."""
    monkeypatch.chdir(here)
    shown = app(here, start="new", organisation="x")
    async with shown.run_test() as pilot:
        await pilot.press("1", "enter", "r", "f2")
    shown.store.close()
    assert [path.name for path in here.iterdir()] == ["sheets.db"]
    assert only_sheet(here).organisation == "x"
