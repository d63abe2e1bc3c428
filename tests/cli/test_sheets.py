"""``smcheck list``, ``show``, ``delete``, ``export`` and ``import``."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from smcheck.sheet import Sheet
from smcheck.store import Busy, Store
from smcheck.store.file import StoreFile
from smcheck.words.fault import Fault
from support.builders import EXAMPLE, PACK
from support.cli import EXAMPLE_FILE, Outcome

Run = Callable[..., Outcome]


def keep(run: Run, folder: Path, **more: Any) -> str:
    """Keep the design's sheet, changed by ``more``; gives its id."""
    file = folder / "to-keep.json"
    file.write_text(json.dumps({**EXAMPLE, **more}), encoding="utf-8")
    return run("import", str(file)).out.strip()


class Keyboard(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        """Whether somebody is there."""
        return True


# ── list ──────────────────────────────────────────────────────────────────────────────────────


def test_listing_nothing_creates_nothing(run: Run, store_file: Path) -> None:
    """Without a sheet the result is empty, what to do is said beside it, and no store is made."""
    outcome = run("list")
    assert (outcome.code, outcome.out, store_file.parent.exists()) == (0, "", False)
    assert "smcheck new" in outcome.err


def test_list(run: Run, tmp_path: Path) -> None:
    """A line for each sheet, last changed first: id, day, state, organisation, respondent."""
    march, april = (
        {"created": f"2026-0{month}-05T06:07:08+00:00", "modified": f"2026-0{month}-05T06:07:08+00:00"}
        for month in (3, 4)
    )
    first = keep(run, tmp_path, **march)
    second = keep(run, tmp_path, organisation="", respondent="", **april)
    assert [
        f"{second}   5 Apr 2026  result not seen     –",
        f"{first}   5 Mar 2026  result not seen     Beispiel GmbH · A. B.",
    ] == run("list").out.splitlines()


def test_list_says_whose_result_was_seen(run: Run, tmp_path: Path, store_file: Path) -> None:
    """From the moment that the result was seen, the list says so."""
    id_ = keep(run, tmp_path)
    store = Store(store_file)
    store.see_result(id_)
    store.close()
    assert "result seen" in run("list").out


def test_hostile_names_are_one_harmless_line(run: Run, tmp_path: Path) -> None:
    """Control characters in names are shown, not obeyed, and a long name is cut."""
    keep(run, tmp_path, organisation="\x1b[31mred\n\u202e" + "x" * 5000)
    line = run("list").out
    assert (len(line.splitlines()), line.rstrip("\n").isprintable()) == (1, True)
    assert "␛[31mred␊<U+202E>xxx" in line


# ── show ──────────────────────────────────────────────────────────────────────────────────────


def test_show(run: Run, tmp_path: Path) -> None:
    """The answers in words; no history unless asked for."""
    id_ = keep(run, tmp_path)
    outcome = run("show", id_[:3])
    assert (outcome.code, outcome.err) == (0, "")
    assert "    Customer support: does not exist here\n" in outcome.out
    assert "History" not in outcome.out


def test_show_history(run: Run, tmp_path: Path) -> None:
    """With --history every entry follows, one line each."""
    id_ = keep(run, tmp_path)
    answers, _, history = run("show", id_, "--history").out.partition("\nHistory\n")
    assert run("show", id_).out == answers
    assert (history.count("A. B.\n"), history.count("A. B. · before the result\n")) == (
        3,
        13,
    )  # profile, answers


@pytest.mark.parametrize("command", ["show", "export", "delete", "ask"])
def test_no_such_sheet(run: Run, command: str, store_file: Path) -> None:
    """An id that is not there is told, and looking for it creates nothing."""
    outcome = run(command, "abcdef")
    assert (outcome.code, outcome.out, store_file.parent.exists()) == (1, "", False)
    assert outcome.err.startswith("smcheck: no stored sheet “abcdef”")


def test_a_beginning_of_several_ids(run: Run, tmp_path: Path) -> None:
    """Where a beginning is not enough, the ids that it begins are told."""
    for id_ in ("aac", "aab"):
        keep(run, tmp_path, id=id_, created="2026-03-05T06:07:08+00:00")
    outcome = run("show", "aa")
    assert (outcome.code, outcome.err) == (1, "smcheck: “aa” begins several ids; expected: aab, aac\n")


# ── delete ────────────────────────────────────────────────────────────────────────────────────


def test_delete_asks(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal it names the sheet, asks, and deletes on yes; all of it is talk."""
    id_ = keep(run, tmp_path)
    monkeypatch.setattr("sys.stdin", Keyboard("y\n"))
    outcome = run("delete", id_)
    assert (outcome.code, outcome.out) == (0, "")
    assert (
        f"{id_}  Beispiel GmbH\nDelete this sheet for good? [y/N] 1 sheet deleted.\n",
        "",
    ) == (outcome.err, run("list").out)


@pytest.mark.parametrize("answer", ["n\n", "\n", "", "yess\n", "nein\n"])
def test_delete_takes_only_yes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """Anything but yes deletes nothing, the end of input included."""
    id_ = keep(run, tmp_path)
    monkeypatch.setattr("sys.stdin", Keyboard(answer))
    outcome = run("delete", id_)
    assert (outcome.code, outcome.err.endswith("Nothing was deleted.\n")) == (1, True)
    assert id_ in run("list").out


def test_delete_without_anybody_to_ask(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a script it deletes nothing and says what to add."""
    id_ = keep(run, tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    outcome = run("delete", id_)
    assert (outcome.code, outcome.err.endswith("expected: --yes\n")) == (1, True)
    assert id_ in run("list").out


def test_delete_yes(run: Run, tmp_path: Path, store_file: Path) -> None:
    """--yes asks nothing; several go at once; nothing of them is left in the file."""
    ids = [keep(run, tmp_path, organisation=f"Beispiel {n} GmbH") for n in range(3)]
    outcome = run("delete", ids[0], ids[2], ids[0], "--yes")
    assert (outcome.code, outcome.err.endswith("2 sheets deleted.\n")) == (0, True)
    left = b"".join(path.read_bytes() for path in store_file.parent.iterdir())
    assert [f"Beispiel {n} GmbH".encode() in left for n in range(3)] == [False, True, False]


def test_delete_all_or_nothing(run: Run, tmp_path: Path) -> None:
    """One wrong id among several, and none is deleted."""
    id_ = keep(run, tmp_path)
    assert run("delete", id_, "nope", "--yes").code == 1
    assert id_ in run("list").out


def test_delete_though_nobody_listens(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said meanwhile may be lost; the work is done."""
    id_ = keep(run, tmp_path)

    class Deaf(io.StringIO):
        def write(self, _text: str, /) -> int:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stderr", Deaf())
    assert run("delete", id_, "--yes").code == 0
    monkeypatch.undo()
    assert not Path("store").exists() or id_ not in Path("store/sheets.db").read_bytes().decode("latin-1")


# ── export and import ─────────────────────────────────────────────────────────────────────────


def full_sheet(**more: Any) -> dict[str, Any]:
    """A sheet with everything that a sheet can hold, as its JSON has it."""
    return {
        "format": 1,
        "pack": "social-media",
        "organisation": "Beispiel GmbH \u202e[/]",
        "respondent": "A. B.",
        "id": "k7m2xq",
        "pack_version": PACK.version,
        "pack_hash": PACK.hash,
        "created": "2026-11-20T09:00:00+00:00",
        "modified": "2026-11-21T10:30:00.123456+00:00",
        "profile": {"role": "PR\t", "sector": "itk", "country": "de", "size": "50-249"},
        "answers": EXAMPLE["answers"],
        "notes": {"goals": "two\nlines", "daily": "🙂"},
        "changed_after_result": ["daily", "goals.service"],
        **more,
    }


def test_export_gives_what_was_imported(run: Run, tmp_path: Path) -> None:
    """Everything that a sheet holds is there again, its id and dates included."""
    file = tmp_path / "sheet.json"
    file.write_text(json.dumps(full_sheet()), encoding="utf-8")
    assert run("import", str(file)).out == "k7m2xq\n"
    assert full_sheet() == json.loads(run("export", "k7m2xq").out)


def test_round_trip_into_another_store(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``export | import`` carries all sheets over: exported again they are the same bytes."""
    file = tmp_path / "sheets.jsonl"
    sheets = [full_sheet(), full_sheet(id="zz8k22", organisation="Muster AG", notes={}), EXAMPLE]
    file.write_text("\n".join(map(json.dumps, sheets)), encoding="utf-8")
    ids = run("import", str(file)).out.split()
    exported = run("export", *ids).out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(exported.encode())))
    monkeypatch.setenv("SMCHECK_STORE", str(tmp_path / "other.db"))
    assert ids == run("import", "-").out.split()
    assert exported == run("export", *ids).out


def test_exported_twice_imported_beside(run: Run, tmp_path: Path) -> None:
    """A sheet whose id is taken is kept beside it under a new one, and that is said."""
    id_ = keep(run, tmp_path)
    (tmp_path / "again.json").write_text(run("export", id_).out, encoding="utf-8")
    outcome = run("import", "again.json")
    assert (outcome.code, outcome.out.strip() != id_) == (0, True)
    assert f"“{id_}” is stored already; this one is kept beside it.\n" == outcome.err


def test_export_of_several_is_a_line_each(run: Run, tmp_path: Path) -> None:
    """Several sheets are JSON Lines, in the order in which they are named; one is spread over lines."""
    ids = [keep(run, tmp_path, organisation=name) for name in ("B", "A")]
    lines = run("export", *ids).out.splitlines()
    assert [json.loads(line)["organisation"] for line in lines] == ["B", "A"]
    assert run("export", ids[0]).out.startswith('{\n  "format": 1,\n')


def test_export_into_a_file(run: Run, tmp_path: Path) -> None:
    """``-o`` writes what would be printed."""
    id_ = keep(run, tmp_path)
    expected = run("export", id_).out
    assert (run("export", id_, "-o", "sheet.json").code, run("export", id_, "-o", "x.json").out) == (0, "")
    assert expected == (tmp_path / "sheet.json").read_text(encoding="utf-8")


def test_import_all_or_nothing(run: Run, tmp_path: Path, store_file: Path) -> None:
    """One sheet at fault, and none is kept; every fault is told."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text("\n".join([json.dumps(EXAMPLE), "[]", "{}"]), encoding="utf-8")
    outcome = run("import", str(EXAMPLE_FILE), str(bad), "nowhere.json")
    assert (outcome.code, outcome.out, store_file.exists()) == (1, "", False)
    assert [f"smcheck: {bad}:2", f"smcheck: {bad}:3", "smcheck: nowhere.json", "Nothing was imported."] == [
        line.partition(": ")[0] + (": " + line.split(": ")[1] if ": " in line else "")
        for line in outcome.err.splitlines()
    ]


def test_import_all_or_nothing_where_the_disk_is_full(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the second of two sheets cannot be stored, the first is not kept either."""
    before = keep(run, tmp_path)
    create = Store.create
    made: list[str] = []

    def full(store: Store, pack: Any, sheet: Sheet, *more: Any, **others: Any) -> str:
        if made:
            raise Fault("the disk is full")
        made.append(create(store, pack, sheet, *more, **others))
        return made[0]

    monkeypatch.setattr(Store, "create", full)
    outcome = run("import", str(EXAMPLE_FILE), str(EXAMPLE_FILE))
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "smcheck: the disk is full\n")
    assert [before] == [line[:6] for line in run("list").out.splitlines()]


@pytest.mark.parametrize("step", ["write_transaction", "vacuum"])
def test_delete_while_another_program_writes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Once the sheet is out of every list it is deleted; that its text may be left, and why, is told."""
    id_ = keep(run, tmp_path)
    purge = Store.purge

    def purge_beside_another(store: Store, *ids: str) -> int:
        with monkeypatch.context() as patch:
            patch.setattr(StoreFile, step, lambda *_: raise_busy())
            return purge(store, *ids)

    def raise_busy() -> NoReturn:
        raise Busy("the store is busy")

    monkeypatch.setattr(Store, "purge", purge_beside_another)
    outcome = run("delete", "--yes", id_)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.endswith("until something is deleted again: the store is busy\n1 sheet deleted.\n")
    assert run("list").out == ""


def test_import_under_another_store(run: Run, tmp_path: Path, store_file: Path) -> None:
    """--store wins over SMCHECK_STORE, before and after the command."""
    run("--store", "a.db", "import", str(EXAMPLE_FILE))
    run("import", "--store", "b.db", str(EXAMPLE_FILE))
    assert [
        len(run("list", *options).out.splitlines())
        for options in (("--store", "a.db"), ("--store", "b.db"), ())
    ] == [1, 1, 0]
