"""What is named as a file and is none: pipes, devices, folders, circles of links, and names that mislead."""

import errno
import os
import shutil
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from support.builders import PACK
from support.cli import EXAMPLE_FILE
from support.runs import check, inside, process, run

KINDS = ("pipe", "endless", "empty", "folder", "circle", "nowhere", "socket", "below a file", "long", "shut")


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Something of this kind where a file is expected."""
    path = tmp_path / "place"
    match request.param:
        case "pipe":
            os.mkfifo(path)
        case "endless":
            path.symlink_to("/dev/zero")
        case "empty":
            path.symlink_to("/dev/null")
        case "folder":
            path.mkdir()
        case "circle":
            path.symlink_to(path.name)
        case "nowhere":
            path.symlink_to("not here")
        case "socket":
            with socket.socket(socket.AF_UNIX) as here:
                here.bind(str(path))
        case "below a file":
            path.touch()
            path /= "name"
        case "long":
            path = tmp_path / ("n" * 300)
        case "shut":
            path.symlink_to("/proc/self/mem")
    return path


def names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("place", KINDS, indirect=True)
@pytest.mark.parametrize("command", ["score", "import"])
def test_as_a_sheet(tmp_path: Path, place: Path, command: str) -> None:
    """Is told with its name; nothing waits for it and nothing is stored."""
    before = names(tmp_path)
    with inside(tmp_path):
        ran = run((command, str(place)))
    check(ran)
    assert (ran.code, ran.out) == (1, "")
    assert f"smcheck: {place}: " in ran.err
    assert before == names(tmp_path)


@pytest.mark.parametrize("place", [kind for kind in KINDS if kind != "folder"], indirect=True)
@pytest.mark.parametrize("command", [("lint",), ("score", str(EXAMPLE_FILE), "--pack")])
def test_as_a_pack(tmp_path: Path, place: Path, command: tuple[str, ...]) -> None:
    """Is told to be no folder."""
    with inside(tmp_path):
        ran = run((*command, str(place)))
    check(ran)
    assert (ran.code, f"{place}: " in ran.err + ran.out) == (1, True)


@pytest.mark.parametrize("place", KINDS, indirect=True)
@pytest.mark.parametrize("name", ["pack.toml", "de.toml", "figures/documented.toml", "figures/stray.toml"])
def test_inside_a_pack(tmp_path: Path, place: Path, name: str) -> None:
    """In place of one of a pack's files it is told by ``lint`` and by every command that needs the pack."""
    root = tmp_path / "pack"
    shutil.copytree(PACK.folder, root)
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(place)
    with inside(tmp_path):
        for command in (("lint", "pack"), ("score", "pack/example.json", "--pack", "pack")):
            ran = run(command)
            check(ran)
            assert (ran.code, name in ran.out + ran.err) == (1, True)


@pytest.mark.parametrize("place", KINDS, indirect=True)
def test_as_an_example(tmp_path: Path, place: Path) -> None:
    """In place of a pack's example it is told."""
    shutil.copytree(PACK.folder, tmp_path / "pack", ignore=shutil.ignore_patterns("example.json"))
    (tmp_path / "pack" / "example.json").symlink_to(place)
    with inside(tmp_path):
        ran = run(("example", "--pack", "pack"))
    check(ran)
    assert (ran.code, ran.out, "example.json: cannot be read" in ran.err) == (1, "", True)


@pytest.mark.parametrize("place", KINDS, indirect=True)
@pytest.mark.parametrize("ending", ["docx", "pptx"])
def test_as_a_template(tmp_path: Path, place: Path, ending: str) -> None:
    """It is told by ``lint`` and where a report is to be made of it, and none is."""
    (tmp_path / f"t.{ending}").symlink_to(place)
    with inside(tmp_path):
        for command in (
            ("lint", f"t.{ending}"),
            ("report", str(EXAMPLE_FILE), "--template", f"t.{ending}", "-o", f"report.{ending}"),
        ):
            ran = run(command)
            check(ran)
            assert (ran.code, f"t.{ending}" in ran.out + ran.err) == (1, True)
    assert not (tmp_path / f"report.{ending}").exists()


@pytest.mark.parametrize("place", [kind for kind in KINDS if kind != "nowhere"], indirect=True)
@pytest.mark.parametrize("command", [("list",), ("import", str(EXAMPLE_FILE)), ("show", "x")])
def test_as_a_store(tmp_path: Path, place: Path, command: tuple[str, ...]) -> None:
    """Is told to be none, and nothing is put beside it."""
    before = names(tmp_path), names(Path("/dev"))
    with inside(tmp_path):
        ran = run((*command, "--store", str(place)))
    check(ran)
    assert (ran.code, ran.out) == (1, "") or command == ("list",)
    assert before == (names(tmp_path), names(Path("/dev")))


@pytest.mark.parametrize(
    "place", [kind for kind in KINDS if kind not in {"nowhere", "circle"}], indirect=True
)
def test_as_an_output(tmp_path: Path, place: Path) -> None:
    """Nothing is written to it or in its place, and no temporary file stays."""
    before = names(tmp_path)
    with inside(tmp_path):
        ran = run(("score", str(EXAMPLE_FILE), "--format", "json", "-o", str(place)))
    check(ran)
    assert (1, "", before) == (ran.code, ran.out, names(tmp_path))


def test_a_circle_of_folders(tmp_path: Path) -> None:
    """A pack that holds itself is read as any other."""
    root = tmp_path / "pack"
    shutil.copytree(PACK.folder, root)
    (root / "again").symlink_to(root)
    (root / "figures" / "again").symlink_to(root / "figures")
    (root / "figures" / "figures").symlink_to(root)
    ran = process(tmp_path, "lint", str(root / "again" / "again"))
    assert (ran.code, ran.out) == (0, "")


# ── standard input ────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize("source", ["/dev/zero", "/dev/urandom", "/dev/null"])
@pytest.mark.parametrize("command", [("score", "-"), ("import", "-"), ("ask",)])
def test_as_standard_input(tmp_path: Path, source: str, command: tuple[str, ...]) -> None:
    """What never ends is read up to a limit; what cannot be read is told."""
    handle = os.open(source, os.O_RDONLY)
    try:
        ran = process(tmp_path, *command, stdin=handle)
    finally:
        os.close(handle)
    check(ran)
    # Among lines of chance one may be “q”, which leaves.
    codes: dict[tuple[str, tuple[str, ...]], set[int]] = {
        ("/dev/null", ("ask",)): {0},
        ("/dev/urandom", ("ask",)): {0, 1},
    }
    assert ran.code in codes.get((source, command), {1})
    assert not (tmp_path / "sheets.db").exists() or command == ("ask",)


def test_lines_without_end(tmp_path: Path) -> None:
    """A program that types the same for ever is left at the first line that says nothing."""
    reading, writing = os.pipe()
    child = os.posix_spawn("/bin/sh", ["sh", "-c", "yes 2>&-"], os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading),
    ])  # fmt: skip
    os.close(writing)
    ran = process(tmp_path, "ask", stdin=reading)
    os.close(reading)
    os.waitpid(child, 0)
    check(ran)
    assert (ran.code, ran.out.count("\n") < 100) == (1, True)


@pytest.mark.parametrize("place", ["pipe", "endless"], indirect=True)
@pytest.mark.parametrize("command", [("score",), ("list", "--store"), ("lint",)])
def test_as_files_of_a_real_process(tmp_path: Path, place: Path, command: tuple[str, ...]) -> None:
    """The same through the real program, for those that would be waited for longest."""
    ran = process(tmp_path, *command, str(place))
    check(ran)
    assert ran.code == 1


# ── names ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["-x.json", "--force", "--lang=de", "-o", "--", "-", "--help"])
def test_files_named_like_options(tmp_path: Path, name: str) -> None:
    """Behind ``--``, or with its folder, such a name is a file's; ``-`` alone is standard input."""
    shutil.copy(EXAMPLE_FILE, tmp_path / name)
    with inside(tmp_path):
        ways = [("score", f"./{name}"), *([] if name in {"-", "--"} else [("score", "--", name)])]
        for way in ways:
            ran = run((*way[:1], "--format", "json", *way[1:]))
            assert (ran.code, ran.err, '"organisation": "Beispiel GmbH"' in ran.out) == (0, "", True)


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    "name",
    [
        b"\xff\xfe.json",
        b"\x1b[31m.json",
        b"a\nb.json",
        b" ",
        b"\xc2\x9b31m.json",
        b"n" * 255,
        b"%s{0}[x].json",
    ],
)
@pytest.mark.parametrize("command", ["score", "import"])
def test_files_with_any_name(tmp_path: Path, name: bytes, command: str) -> None:
    """Such a file is read like any other; in a fault its name is on one line, with nothing alive in it."""
    path = os.fsencode(tmp_path) + b"/" + name
    shutil.copy(os.fsencode(EXAMPLE_FILE), path)
    assert process(tmp_path, command, path).code == 0
    Path(os.fsdecode(path)).write_text("{}", encoding="utf-8")
    ran = process(tmp_path, command, path)
    assert (1, {"import": 2, "score": 1}[command]) == (ran.code, ran.err.count("\n"))
    assert not set(ran.err) & {"\x1b", "\x9b", "\udcff"}


@pytest.mark.parametrize(
    "command",
    [
        ("score", "a\0b"),
        ("import", "a\0b"),
        ("lint", "a\0b"),
        ("show", "a\0b"),
        ("score", str(EXAMPLE_FILE), "--pack", "a\0b"),
        ("score", str(EXAMPLE_FILE), "-o", "a\0b"),
        ("score", str(EXAMPLE_FILE), "--figures", "a\0b"),
        ("import", str(EXAMPLE_FILE), "--store", "a\0b"),
        ("list", "--store", "a\0b"),
    ],
)
def test_names_with_nul(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A name that no file can have is told like one that is not there."""
    with inside(tmp_path):
        ran = run(command)
    check(ran)
    assert (1, True, set()) == (ran.code, "a␀b" in ran.err + ran.out, names(tmp_path))


def test_a_pack_with_names_that_are_no_text(tmp_path: Path) -> None:
    """A stray file whose name is not UTF-8 harms nothing; ``lint`` names it."""
    root = tmp_path / "pack"
    shutil.copytree(PACK.folder, root)
    Path(os.fsdecode(os.fsencode(root) + b"/\xff.toml")).touch()
    Path(os.fsdecode(os.fsencode(root) + b"/fr.toml")).write_bytes(b"title = '\xff'")
    for command in (
        ("import", str(EXAMPLE_FILE)),
        ("list",),
        ("score", str(EXAMPLE_FILE), "--format", "json"),
    ):
        ran = process(tmp_path, *command, "--pack", str(root))
        check(ran)
        assert (ran.code, ran.err) == (0, "")
    id_ = process(tmp_path, "list").out[:6]
    (root / "figures" / "ragan-2012.toml").unlink()
    assert process(tmp_path, "score", id_, "--format", "json", "--pack", str(root)).code == 0
    ran = process(tmp_path, "lint", str(root))
    assert (ran.code, "<U+DCFF>.toml: [stray-file]" in ran.out) == (1, True)


def test_a_closed_folder_of_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That it cannot be looked into is told, not that its files are missing."""

    def iterdir(_folder: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    shutil.copytree(PACK.folder, tmp_path / "pack")
    monkeypatch.setattr(Path, "iterdir", iterdir)
    with inside(tmp_path):
        for command in (("lint", "pack"), ("score", str(EXAMPLE_FILE), "--pack", "pack")):
            ran = run(command)
            check(ran)
            assert (ran.code, "cannot be read (Permission denied)" in ran.out + ran.err) == (1, True)
            assert "missing" not in ran.out + ran.err
