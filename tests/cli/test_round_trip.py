"""What smcheck writes it reads, whatever the name: export, import and score through the real program."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from smcheck.sheet import Sheet
from smcheck.store import StoredJournal
from support.builders import EXAMPLE, PACK
from support.cli import EXAMPLE_FILE, environment, program
from support.stores import reading, rows

FULL: dict[str, Any] = {
    **EXAMPLE,
    "notes": {"team": "Zu zweit.\nOder zu dritt."},
    "summary": {"text": "Gut.\nWeiter so.", "by": "C. D.", "at": "2026-11-22T14:02:00+00:00"},
    "comments": {"rules.ad_hoc": {"text": "Zuerst.", "by": "", "at": "2026-11-22T14:03:00+00:00"}},
    "result_seen": "2026-11-22T14:00:00+00:00",
    "changed_after_result": ["daily"],
    "answered_after_result": ["in_hand.privacy"],
    "created": "2026-11-22T13:00:00+00:00",
    "modified": "2026-11-22T14:04:00+00:00",
}
NAMES = ["backup.json", "backup.jsonl", "backup", "backup.txt"]


def stored(tmp_path: Path, *sheets: dict[str, Any], store: str = "sheets.db") -> list[str]:
    """The ids of sheets that were imported."""
    lines = "".join(json.dumps(sheet) + "\n" for sheet in sheets)
    done = program(tmp_path, "import", "-", "--store", str(tmp_path / store), stdin=lines.encode())
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", [1, 2])
def test_an_export_is_read_under_any_name(tmp_path: Path, name: str, number: int) -> None:
    """One sheet or several: ``import`` and ``score`` read the file, and give the same sheets."""
    ids = stored(tmp_path, *[EXAMPLE, FULL][:number])
    file = tmp_path / name
    assert program(tmp_path, "export", *ids, "-o", str(file)).code == 0
    elsewhere = ("--store", str(tmp_path / "other.db"))
    assert program(tmp_path, "import", str(file), *elsewhere).out.split() == ids
    assert program(tmp_path, "export", *ids, *elsewhere).out.encode() == file.read_bytes()
    scored = program(tmp_path, "score", str(file), "--format", "jsonl")
    assert (scored.code, len(scored.out.splitlines())) == (0, number)


def test_all_that_the_store_knows_of_a_sheet_travels(tmp_path: Path) -> None:
    """Export, import, export: the same JSON, but for the history."""
    (id_,) = stored(tmp_path, FULL)
    exported = json.loads(program(tmp_path, "export", id_).out)
    added = {"id": id_, "pack_version": PACK.version, "pack_hash": PACK.hash}
    assert {**FULL, **added} == exported


def test_a_comment_without_a_date_gets_none(tmp_path: Path) -> None:
    """A date that nobody has given is not made up, in the sheet and in its history."""
    comments = {"rules.ad_hoc": {"text": "Zuerst.", "by": "C. D.", "at": None}}
    (id_,) = stored(tmp_path, {**FULL, "comments": comments})
    exported = json.loads(program(tmp_path, "export", id_).out)
    assert comments == exported["comments"]
    assert exported["modified"] == FULL["modified"]
    shown = program(tmp_path, "show", id_, "--history").out
    assert "–  Comment: Zuerst. · C. D.\n" in shown


def test_that_the_result_was_seen_travels(tmp_path: Path) -> None:
    """An answer changed after a round trip is marked as one changed after the result was seen."""
    path = tmp_path / "sheets.db"
    with reading(path) as store:
        journal = StoredJournal(store, PACK, Sheet(PACK.id))
        journal.answer({"daily": "marketing"})
        journal.see_result()
        id_ = journal.sheet.id
    exported = program(tmp_path, "export", id_).out
    with reading(tmp_path / "other.db") as other:
        there = ("--store", str(other.path))
        assert program(tmp_path, "import", "-", *there, stdin=exported.encode()).out.split() == [id_]
        assert "result" in program(tmp_path, "list", *there).out
        journal = StoredJournal(other, PACK, Sheet(PACK.id, id=id_))
        assert (journal.finished, journal.position) == (True, "review")
        journal.answer({"daily": "pr"})
    assert json.loads(program(tmp_path, "export", id_, *there).out)["changed_after_result"] == ["daily"]


@pytest.mark.parametrize(
    ("answers", "position"),
    [
        ({}, "team"),
        ({"team": {item.id: "no" for item in PACK.question_by_id["team"].items}}, "daily"),
        (json.loads(EXAMPLE_FILE.read_text("utf-8"))["answers"], "review"),
    ],
)
def test_a_sitting_goes_on_where_something_is_open(
    tmp_path: Path, answers: dict[str, Any], position: str
) -> None:
    """An imported sheet opens at its first open question, else at the result."""
    (id_,) = stored(tmp_path, {**EXAMPLE, "answers": answers})
    with reading(tmp_path / "sheets.db") as store:
        assert store.load(id_, PACK).position == position


@pytest.mark.sample(1)
@pytest.mark.parametrize("id_", ["k7.m2", "k7m2xq.json", "a/b", "..", "Müller 2026"])
def test_an_id_of_any_form_works_everywhere(tmp_path: Path, id_: str) -> None:
    """What ``show`` and ``export`` take, ``score`` takes."""
    assert stored(tmp_path, {**EXAMPLE, "id": id_}) == [id_]
    for command in ("show", "export", "score"):
        done = program(tmp_path, command, id_)
        assert (done.code, "Beispiel GmbH" in done.out) == (0, True), (command, done.err)


def test_a_file_named_like_an_id(tmp_path: Path) -> None:
    """The whole id is the stored sheet, a path the file; the beginning of an id gives way to a file."""
    stored(tmp_path, {**EXAMPLE, "id": "k7m2xq", "organisation": "Gespeichert"})
    for name in ("k7m2xq", "k7"):
        (tmp_path / name).write_text(json.dumps({**EXAMPLE, "organisation": "Datei"}), encoding="utf-8")
    expected = {"k7m2xq": "Gespeichert", "./k7m2xq": "Datei", "k7": "Datei", "k7m": "Gespeichert"}
    for name, organisation in expected.items():
        done = program(tmp_path, "score", name)
        assert (done.code, organisation in done.out) == (0, True), name
    assert "./NAME" in program(tmp_path, "score", "--help").out


def test_a_file_is_scored_beside_a_damaged_store(tmp_path: Path) -> None:
    """A store that cannot be read hides no file."""
    (tmp_path / "sheets.db").write_bytes(b"no store" * 1000)
    (tmp_path / "sheet").write_bytes(EXAMPLE_FILE.read_bytes())
    assert program(tmp_path, "score", "sheet").code == 0


# ── stored and told, or neither ───────────────────────────────────────────────────────────────


def import_into(tmp_path: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Import the example in bash, its standard output as ``line`` says."""
    return subprocess.run(
        ["bash", "-c", f"$SMCHECK import $FILE {line}; exit ${{PIPESTATUS[0]}}"],
        env=environment(tmp_path, SMCHECK=f"{sys.executable} -m smcheck", FILE=str(EXAMPLE_FILE)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_an_import_that_cannot_be_told_stores_nothing(tmp_path: Path) -> None:
    """The ids cannot be written: exit code 1, and the store is as it was."""
    (id_,) = stored(tmp_path, EXAMPLE)
    before = rows(tmp_path / "sheets.db")
    done = import_into(tmp_path, "> /dev/full")
    assert (done.returncode, done.stderr) == (1, f"smcheck: standard output: {os.strerror(28)}\n")
    assert before == rows(tmp_path / "sheets.db")
    assert id_ in program(tmp_path, "list").out


def test_an_import_that_does_not_fit_on_the_disk_is_not_told(tmp_path: Path) -> None:
    """No id of a sheet is printed before all of them are stored."""
    long = {**EXAMPLE, "notes": {"team": "x" * 200_000}}
    (tmp_path / "long.jsonl").write_text((json.dumps(long) + "\n") * 3, encoding="utf-8")
    done = program(tmp_path, "import", "long.jsonl", launch=("--largest", str(400 * 1024)))
    assert (done.code, done.out) == (1, "")
    assert program(tmp_path, "list").out == ""


@pytest.mark.parametrize("line", ["| head -n 0", ">&-"])
def test_an_import_whose_ids_nobody_reads(tmp_path: Path, line: str) -> None:
    """Whoever does not read the ids has the sheet stored all the same."""
    done = import_into(tmp_path, line)
    assert (done.returncode, done.stderr) == (0, "")
    with reading(tmp_path / "sheets.db") as store:
        assert len(store.list_sheets()) == 1


# ── encodings ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize("command", ["import", "score"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_a_sheet_in_utf_16(tmp_path: Path, command: str, encoding: str, ending: str) -> None:
    """It is named as such once, with what helps; nothing is stored."""
    file = tmp_path / f"sheet.{ending}"
    file.write_bytes((json.dumps(EXAMPLE) + "\n").encode(encoding) * 2)
    done = program(tmp_path, command, str(file))
    assert done.code == 1
    assert re.match(r"smcheck: \S+: UTF-16, not UTF-8; expected: UTF-8; PowerShell 5", done.err)
    assert done.err.count("UTF-16") == 1
    assert not (tmp_path / "sheets.db").exists()


@pytest.mark.parametrize("number", [1, 2])
def test_a_sheet_with_a_byte_order_mark(tmp_path: Path, number: int) -> None:
    """It is read as if the mark were not there, from a file and from standard input."""
    content = b"\xef\xbb\xbf" + (json.dumps(EXAMPLE) + "\n").encode() * number
    (tmp_path / "sheet.json").write_bytes(content)
    for done in (program(tmp_path, "import", "sheet.json"), program(tmp_path, "import", "-", stdin=content)):
        assert (done.code, done.err, len(done.out.split())) == (0, "", number)
