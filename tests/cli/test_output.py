"""Files that commands write: whole or not at all, private, never over another, never through a link."""

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from smcheck.files.writing import file_name, write_file
from smcheck.words.fault import Fault
from support.cli import EXAMPLE_FILE, Outcome

Run = Callable[..., Outcome]
SCORE = ("score", str(EXAMPLE_FILE), "--format", "json")


def test_written_as_printed(run: Run, tmp_path: Path) -> None:
    """The file holds the bytes that would be printed; nothing is printed."""
    expected = run(*SCORE).out.encode()
    outcome = run(*SCORE, "-o", "result.json")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert expected == (tmp_path / "result.json").read_bytes()


def test_readable_by_its_owner_only(run: Run, tmp_path: Path) -> None:
    """Whatever the umask, the mode is 0600."""
    before = os.umask(0)
    try:
        run(*SCORE, "-o", "result.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "result.json").stat().st_mode) == 0o600


def test_never_over_another_file(run: Run, tmp_path: Path) -> None:
    """A file that exists stays as it is; the fault says what to do."""
    file = tmp_path / "result.json"
    file.write_text("mine", encoding="utf-8")
    outcome = run(*SCORE, "-o", "result.json")
    assert (outcome.code, file.read_text(encoding="utf-8")) == (1, "mine")
    assert outcome.err == "smcheck: result.json: the file exists; expected: another name, or --force\n"


def test_force_replaces(run: Run, tmp_path: Path) -> None:
    """With --force the file is replaced, and private from then on."""
    file = tmp_path / "result.json"
    file.write_text("mine", encoding="utf-8")
    file.chmod(0o644)
    outcome = run(*SCORE, "-o", "result.json", "--force")
    assert (outcome.code, stat.S_IMODE(file.stat().st_mode)) == (0, 0o600)
    assert json.loads(file.read_text(encoding="utf-8"))["sheet"]["organisation"] == "Beispiel GmbH"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("target", ["other.json", "nowhere.json"])
def test_never_through_a_link(run: Run, tmp_path: Path, target: str, *, force: bool) -> None:
    """What a link leads to is neither changed nor made; with --force the link itself is replaced."""
    (tmp_path / "other.json").write_text("mine", encoding="utf-8")
    link = tmp_path / "result.json"
    link.symlink_to(tmp_path / target)
    outcome = run(*SCORE, "-o", "result.json", *(["--force"] if force else []))
    assert (0 if force else 1, not force) == (outcome.code, link.is_symlink())
    assert (
        (tmp_path / "other.json").read_text(encoding="utf-8"),
        (tmp_path / "nowhere.json").exists(),
    ) == ("mine", False)


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to a pipe"])
def test_only_files_are_replaced(run: Run, tmp_path: Path, kind: str) -> None:
    """Folders, pipes and devices stay, even with --force."""
    place = tmp_path / "place"
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        os.mkfifo(tmp_path / "pipe")
        place.symlink_to(tmp_path / "pipe")
    before = place.lstat()
    outcome = run(*SCORE, "-o", "place", "--force")
    assert (outcome.code, outcome.err) == (1, "smcheck: place: not a file that can be replaced\n")
    assert before.st_ino == place.lstat().st_ino


def test_no_such_folder(run: Run, tmp_path: Path) -> None:
    """A folder that is not there is told, not made."""
    outcome = run(*SCORE, "-o", "nowhere/result.json")
    assert (outcome.code, (tmp_path / "nowhere").exists()) == (1, False)
    assert outcome.err.startswith("smcheck: nowhere/result.json: cannot be written")


def test_a_name_longer_than_any_file(run: Run) -> None:
    """A name that no file system takes is told."""
    outcome = run(*SCORE, "-o", "x" * 300)
    assert (outcome.code, "cannot be written" in outcome.err) == (1, True)


@pytest.mark.parametrize("failing", ["fsync", "link"])
def test_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, failing: str) -> None:
    """Where the disk is full there is neither a part of the file nor a temporary one."""

    def full(*_anything: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, failing, full)
    if failing == "link":
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Fault, match="cannot be written") as caught:
        write_file(tmp_path / "result.json", "text")
    assert ([], str(tmp_path / "result.json")) == (list(tmp_path.iterdir()), caught.value.file)


def test_a_disk_that_fails_altogether(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where not even the temporary file can be removed it is told that the file cannot be written."""

    def fail(*_anything: object, **_more: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(Path, "unlink", fail)
    with pytest.raises(Fault, match="cannot be written"):
        write_file(tmp_path / "result.json", "text")


def test_interrupted_writing_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ctrl-C in the middle leaves neither a part of the file nor a temporary one."""

    def interrupt(_file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "result.json", "text")
    assert list(tmp_path.iterdir()) == []


def test_where_there_are_no_links(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A memory stick knows no links: the file is written all the same, and never over another."""

    def unknown(*_names: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", unknown)
    file = tmp_path / "result.json"
    write_file(file, "text")
    assert (file.read_text(encoding="utf-8"), stat.S_IMODE(file.stat().st_mode)) == ("text", 0o600)
    with pytest.raises(Fault, match="the file exists"):
        write_file(file, "other")
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


def test_taken_at_the_last_moment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that somebody else makes while ours is being written stays."""
    file = tmp_path / "result.json"
    synchronise = os.fsync

    def slow(handle: int) -> None:
        file.write_text("theirs", encoding="utf-8")
        synchronise(handle)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(Fault, match="the file exists"):
        write_file(file, "ours")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["theirs"]


def test_nothing_is_written_where_nothing_was_scored(run: Run, tmp_path: Path) -> None:
    """Where every sheet is at fault there is no empty file to be taken for a result."""
    outcome = run("score", "nowhere.json", "-o", "result.json")
    assert (outcome.code, list(tmp_path.iterdir())) == (1, [])


def test_the_others_are_written_where_one_is_at_fault(run: Run, tmp_path: Path) -> None:
    """The exit code still says that something is at fault."""
    outcome = run("score", "nowhere.json", str(EXAMPLE_FILE), "--format", "jsonl", "-o", "results.jsonl")
    assert (outcome.code, len((tmp_path / "results.jsonl").read_text().splitlines())) == (1, 1)


def test_a_hyphen_is_standard_output(run: Run, tmp_path: Path) -> None:
    """``-o -`` prints."""
    assert run(*SCORE).out == run(*SCORE, "-o", "-").out
    assert not (tmp_path / "-").exists()


def test_half_a_character_is_written_as_json_has_it(tmp_path: Path) -> None:
    """A lone surrogate, which UTF-8 cannot hold, becomes the code that JSON reads back."""
    file = tmp_path / "x.json"
    write_file(file, json.dumps("a\ud800", ensure_ascii=False))
    assert json.loads(file.read_bytes()) == "a\ud800"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Beispiel GmbH", "smcheck-beispiel-gmbh.md"),
        ("Übel & Söhne", "smcheck-übel-söhne.md"),
        ("../../etc/passwd", "smcheck-etc-passwd.md"),
        ("", "smcheck.md"),
        ("…/\\\0", "smcheck.md"),
        ("x" * 500, f"smcheck-{'x' * 60}.md"),
    ],
)
def test_file_names(name: str, expected: str) -> None:
    """A file's name is made of letters, digits and hyphens, whatever an organisation is called."""
    assert expected == file_name(name, "md")
