"""The store's file and its place go wrong while the program runs: it says so, and what it shows is stored."""

import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from smcheck.store import Store
from support.builders import PACK
from support.cli import EXAMPLE_FILE, command, program
from support.mirror import State, only, state_in, states_in
from support.sight import marks, sight
from support.stores import assert_whole, reading
from support.terminal import Terminal
from support.terminal_input import ENTER, ESCAPE, F1, F2, F10, RIGHT

ROOM = Path("/mnt")


def _can_mount() -> bool:
    """Whether a file system of our own can be had here, as root has it in most places."""
    if os.name == "nt" or os.geteuid() != 0 or not ROOM.is_dir():
        return False
    tried = subprocess.run(
        command("--version", launch=["--room", str(ROOM), "64k"]), capture_output=True, check=False
    )
    return tried.returncode == 0


def shown_is_stored(text: str, state: State) -> bool:
    """Whether the boxes on a screen are those of the stored sheet, and no window is before them."""
    shown = sight(text)
    return bool("Help" not in text and shown.page == "ask" and shown.marks == marks(state, shown.question))


def example_in(path: Path) -> str:
    """The id of the example, imported."""
    done = program(path.parent, "import", str(EXAMPLE_FILE))
    assert done.code == 0, done.err
    return done.out.strip()


# ── a full disk ───────────────────────────────────────────────────────────────────────────────


class Limit:
    """A disk that is full for one program, because its files may not grow: no rights needed."""

    launch: tuple[str, ...] = ()
    reason = "not answer"
    """Part of what is said of it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "sheets.db"

    def fill(self, window: Terminal) -> None:
        """From now on nothing can be written."""
        resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))

    def clear(self, window: Terminal) -> None:
        """Now it can again."""
        unlimited = resource.RLIM_INFINITY
        resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))

    def state(self, window: Terminal) -> State:  # noqa: ARG002 - another disk is seen by one program only
        """What is stored."""
        return only(self.path)


class Room(Limit):
    """A file system that is full, because it is small: its own, seen by one program only."""

    launch = ("--room", str(ROOM), "512k")
    reason = "the disk is full"

    def __init__(self, folder: Path) -> None:
        self.path = ROOM / "sheets.db"
        self.rest = folder / "copy"

    def _inside(self, window: Terminal) -> Path:
        return Path(f"/proc/{window.process.pid}/root{ROOM}")

    def fill(self, window: Terminal) -> None:
        """Take all the room there is."""
        with (self._inside(window) / "filler").open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                return

    def clear(self, window: Terminal) -> None:
        """Give it back."""
        (self._inside(window) / "filler").unlink()

    def state(self, window: Terminal) -> State:
        """What is stored: a copy of it, because nobody else can open it there."""
        shutil.rmtree(self.rest, ignore_errors=True)
        shutil.copytree(self._inside(window), self.rest)
        return only(self.rest / "sheets.db")


@pytest.mark.parametrize("disk", [Limit, *([Room] if _can_mount() else [])])
def test_a_full_disk_is_told_and_survived(tmp_path: Path, disk: type[Limit]) -> None:
    """What does not fit is told and not shown as given; what was given stays; with room again all goes on."""
    full = disk(tmp_path)
    with Terminal(tmp_path, "new", "Beispiel GmbH", store=full.path, launch=full.launch) as window:
        window.wait_for("1 [ ]")
        window.press("1")
        window.wait_for("1 [x]", "saved ")
        full.fill(window)
        for key in ("2", "3", "?", ENTER, RIGHT, "u", "1"):
            window.press(key)
            window.wait_for("Not stored:", full.reason)
            window.press(F1)  # once that is there and gone, the key before it has had its effect
            window.wait_for("Help")
            window.press(ESCAPE)
            # Waited for: the page may come in two pieces, and the first is seen alone for a moment.
            window.wait_until(partial(shown_is_stored, state=full.state(window)))
        window.press("nbis Jahresende")
        window.wait_for("bis Jahresende")
        window.press(ESCAPE)
        window.wait_until(lambda text: "Not stored:" in text and "Jahresende" not in text)
        before = full.state(window)
        assert (before.answers, before.notes) == ({"team.dedicated": "yes"}, {})
        full.clear(window)
        window.press("n", ESCAPE)
        window.wait_for("saved ")
        window.press("2")
        window.wait_for("2 [x]", "saved ")
        window.press(ENTER)
        window.wait_for("Who answers")
        after = full.state(window)
        window.press(F10)
        assert window.wait_end() == 0
    assert after.notes == {"team": "bis Jahresende"}, "what was typed is offered again"
    assert (after.answers["team.cross_departmental"], after.position) == ("yes", "daily")


def test_a_full_disk_keeps_pages_working(tmp_path: Path) -> None:
    """With a full disk every page still opens or says why not, and the program ends in order."""
    full = Limit(tmp_path)
    example_in(full.path)
    with Terminal(tmp_path) as window:
        window.wait_for("Beispiel GmbH")
        full.fill(window)
        window.press("r")
        window.settle()
        assert "Comparison" not in window.text, "shown, though that it was seen is not stored"
        window.press("d")
        window.settle()
        window.press("a")
        window.wait_for("Answers")
        window.press("p")
        window.wait_for("Profile")
        window.press(" & Co.", ENTER)
        window.wait_for("Not stored:")
        window.press(F2)
        window.settle()
        window.press("\x1b")
        window.settle()
        window.press(F10)
        assert window.wait_end() == 0
    assert only(full.path).organisation == "Beispiel GmbH"
    assert_whole(full.path)


@pytest.mark.sample(1)
@pytest.mark.parametrize("largest", [1, 4096, 16384, 40960])
def test_commands_on_a_full_disk(tmp_path: Path, largest: int) -> None:
    """A command that cannot store ends with 1 and a reason, and leaves the store as it was."""
    path = tmp_path / "sheets.db"
    id_ = example_in(path)
    before = states_in(path)
    limit = ("--largest", str(largest))
    for arguments in (("import", *[str(EXAMPLE_FILE)] * 30), ("delete", "--yes", id_)):
        done = program(tmp_path, *arguments, launch=limit)
        if largest == 1 or arguments[0] == "import":
            assert (done.code, done.out) == (1, ""), done
            assert done.err.count("smcheck: ") == 1
    assert_whole(path)
    states = states_in(path)
    assert {id_: states[id_] for id_ in before if id_ in states}.items() <= before.items()
    for arguments in (("list",), ("show", id_), ("export", id_)):
        done = program(tmp_path, *arguments, launch=limit)
        assert done.code in {0, 1}


def test_a_first_sheet_on_a_full_disk(tmp_path: Path) -> None:
    """Where no store can be made, that is told, and no half of one keeps the next start from making it."""
    path = tmp_path / "sheets.db"
    for largest in ("1", "4096", "20000"):
        done = program(tmp_path, "import", str(EXAMPLE_FILE), launch=("--largest", largest))
        assert (done.code, done.err.startswith("smcheck: ")) == (1, True)
    assert example_in(path)


# ── removed, replaced, forbidden ──────────────────────────────────────────────────────────────


def _remove(path: Path) -> None:
    path.unlink()


def _remove_log(path: Path) -> None:
    Path(f"{path}-wal").unlink()


def _remove_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def _replace(path: Path) -> None:
    other = Store(path.with_name("other.db"))
    other.create(PACK, Sheet(PACK.id, organisation="Andere GmbH"))
    other.close()
    path.with_name("other.db").replace(path)


def _exchange_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))
    path.parent.mkdir()
    shutil.copy(path.parent.with_name("moved") / path.name, path)


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("act", "said"),
    [
        (_remove, "removed"),
        (_remove_log, "removed"),
        (_remove_folder, "removed"),
        (_replace, "replaced"),
        (_exchange_folder, "replaced"),
    ],
)
def test_a_store_that_is_taken_away(tmp_path: Path, act: Callable[[Path], None], said: str) -> None:
    """An answer that nobody would find again is told as not stored, on every page, and leaving works."""
    path = tmp_path / "data" / "sheets.db"
    with Terminal(tmp_path, "new", "Beispiel GmbH", store=path) as window:
        window.wait_for("1 [ ]")
        window.press("1")
        window.wait_for("1 [x]", "saved ")
        act(path)
        window.press("2")
        window.wait_for("Not stored:", said)
        assert "2 [ ]" in window.text
        window.press("r")
        window.wait_for("Answers")
        window.press(F2)
        window.wait_for("Not stored:")
        window.press("q")
        window.wait_for(said)
        window.press(F10)
        assert window.wait_end() == 0


def test_rights_taken_away_while_it_runs(tmp_path: Path) -> None:
    """Without rights on file and folder an answer is stored, or it is told and not shown as given."""
    path = tmp_path / "data" / "sheets.db"
    with Terminal(tmp_path, "new", store=path, launch=["--bound"]) as window:
        window.wait_for("1 [ ]")
        window.press("1")
        window.wait_for("1 [x]", "saved ")
        for file in path.parent.iterdir():
            file.chmod(0)
        path.parent.chmod(0o555)
        window.press("2")
        window.wait_until(lambda text: "2 [x]" in text or "Not stored:" in text)
        path.parent.chmod(0)
        window.press("3")
        window.wait_until(lambda text: "3 [x]" in text or "Not stored:" in text)
        window.press(F10)
        assert window.wait_end() == 0
        path.parent.chmod(0o755)
        for file in path.parent.iterdir():
            file.chmod(0o600)
        state = only(path)
        text = window.text
    for key, name in (("1", "dedicated"), ("2", "cross_departmental"), ("3", "ad_hoc")):
        assert (f"{key} [x]" in text) == (state.answers.get(f"team.{name}") == "yes")


def _read_only_file(path: Path) -> None:
    path.chmod(0o444)


def _read_only_folder(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


def _closed_folder(path: Path) -> None:
    path.parent.chmod(0)


def _unreadable(path: Path) -> None:
    path.chmod(0)


@pytest.mark.sample(1)
@pytest.mark.parametrize("act", [_read_only_file, _read_only_folder, _closed_folder, _unreadable])
def test_a_store_that_must_not_be_touched(tmp_path: Path, act: Callable[[Path], None]) -> None:
    """Commands end with 1 and name the file; the app opens, says why, and shows nothing as given."""
    path = tmp_path / "data" / "sheets.db"
    path.parent.mkdir()
    id_ = example_in(path)
    before = path.read_bytes()
    act(path)
    bound = ("--bound",)
    for arguments in (("import", str(EXAMPLE_FILE)), ("delete", "--yes", id_), ("score", id_), ("list",)):
        done = program(tmp_path, *arguments, store=path, launch=bound)
        if arguments[0] in {"import", "delete"} or done.code:
            assert (done.code, str(path) in done.err) == (1, True), done
    with Terminal(tmp_path, store=path, launch=bound) as window:
        window.wait_for("F1 help")
        window.settle()
        window.press("n")
        window.wait_for("Profile")
        window.press(F2)
        window.wait_for("1 [ ]")
        window.press("1")
        window.wait_for("Not stored:")
        assert "1 [ ]" in window.text
        window.press(F10)
        assert window.wait_end() == 0
    path.parent.chmod(0o755)
    path.chmod(0o600)
    assert before == path.read_bytes()


def test_a_store_that_another_program_holds(tmp_path: Path) -> None:
    """Held for longer than patience lasts: it is said, and the answer is stored once the store is free."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        window.press("1")
        window.wait_for("1 [x]", "saved ")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        window.press("2")
        window.wait_for("The store is busy")
        with reading(path) as store:
            held = state_in(store, store.list_sheets()[0].id)
        other.execute("ROLLBACK")
        other.close()
        window.wait_for("2 [x]", "saved ")
        window.press("3")
        window.wait_for("3 [x]", "saved ")
        with reading(path) as store:
            state = state_in(store, store.list_sheets()[0].id)
    assert set(held.answers) == {"team.dedicated"}
    assert set(state.answers) == {f"team.{name}" for name in ("dedicated", "cross_departmental", "ad_hoc")}
