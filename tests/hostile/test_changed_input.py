"""Sheets, packs, figures, texts, stores and command lines changed by chance.

The long form tries a hundred thousand. Whatever comes in: an exit code of ours, no traceback, in time, and a
store that a failed command has not changed.
"""

import json
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from smcheck.pack import Pack, load_pack
from smcheck.sheet import parse_sheet
from smcheck.store import Store
from support.builders import EXAMPLE, PACK
from support.mutation import TOKENS, VALUES, mutate, mutate_json, mutate_lines
from support.runs import Ran, check, inside, process, run
from support.stores import rows

REFUSED = re.compile(r"(standard input: line|Standardeingabe: Zeile) \d+: ")
"""What a sitting says that ended with a line that cannot be done."""
PARTS = range(4)
"""The long form is shared among several workers."""
ONCE = cache(load_pack)
FULL = {
    **EXAMPLE,
    "profile": {"role": "Leitung", **EXAMPLE["profile"]},
    "id": "beisp2",
    "created": "2026-11-22T14:02:00+00:00",
    "modified": "2026-11-22T14:02:00+01:00",
    "pack_version": "1.0.0",
    "pack_hash": "0" * 64,
    "notes": {"team": "A note", "goals": "Another"},
    "changed_after_result": ["team.dedicated"],
}
"""A sheet with every key that a sheet can have."""

Rows = dict[str, list[tuple[object, ...]]]
Input = Callable[[random.Random, Path], tuple[Sequence[str], bytes]]
"""Lays out the files of one hostile input in a folder; gives the command line and what is typed."""


def known_pack(folder: Path | str | None = None) -> Pack:
    """The shipped pack is read once, so that there is time for more inputs; others are read each time."""
    return load_pack(folder) if folder is not None else ONCE()


def check_store(ran: Ran, before: Rows, after: Rows) -> None:
    """A command that failed has changed nothing; a sitting, only added what came before the refused line."""
    if ran.code and REFUSED.search(ran.err):
        assert {*before["entries"]} <= {*after["entries"]}
    elif ran.code:
        assert before == after


def throw(chance: random.Random, folder: Path, make: Input, count: int) -> None:
    """Run ``count`` hostile inputs and check each of them."""
    with inside(folder) as store, patch("smcheck.pack.load_pack", known_pack):
        shelf = folder / "shelf.db"
        fill(shelf)
        kept: Rows | None = None
        for number in range(count):
            if kept is None:
                for left in folder.glob("sheets.db*"):
                    left.unlink()
                shutil.copy(shelf, store)
                kept = rows(store)
            arguments, typed = make(chance, folder)
            try:
                ran = run(arguments, typed)
                check(ran)
                now = rows(store)
                check_store(ran, kept, now)
                kept = kept if kept == now else None
            except BaseException:
                print(f"input {number}: {list(arguments)!r}, typed {typed!r}")
                raise


def fill(path: Path) -> None:
    """Keep three sheets: one of every answer, one whose result was seen, one that was deleted."""
    store = Store(path)
    store.create(PACK, parse_sheet({**FULL, "id": "voll22"}, PACK), "goals")
    store.create(PACK, parse_sheet({**EXAMPLE, "id": "seen33"}, PACK), finished=True)
    store.create(PACK, parse_sheet({**EXAMPLE, "id": "weg234"}, PACK))
    store.delete("weg234")
    store.close()


# ── sheets ────────────────────────────────────────────────────────────────────────────────────


def hostile_sheet(chance: random.Random, folder: Path) -> tuple[Sequence[str], bytes]:
    """A sheet file that is scored or imported."""
    data = mutate_json(chance, chance.choice((FULL, FULL, EXAMPLE)))
    content = json.dumps(data, indent=chance.choice((None, 1)), ensure_ascii=chance.random() < 0.5)
    raw = content.encode("utf-8", "surrogatepass")
    if chance.random() < 0.4:
        raw = mutate(chance, raw, json.dumps(EXAMPLE).encode())
    if chance.random() < 0.2:
        raw = b"\n".join(mutate(chance, raw) if chance.random() < 0.5 else raw for _line in range(3))
    name = chance.choice(("x.json", "x.jsonl", "x"))
    (folder / name).write_bytes(raw)
    lang = ("--lang", chance.choice(("de", "en")))
    if chance.random() < 0.2:
        return ("import", name, *lang), b""
    if chance.random() < 0.1:
        return ("score", "-", *lang), raw
    formats = ("--format", chance.choice(("json", "json", "jsonl", "text", "markdown")))
    return ("score", name, *formats, "--figures", chance.choice(PACK.figure_sets), *lang), b""


# ── packs ─────────────────────────────────────────────────────────────────────────────────────

FILES = tuple(PACK.contents)


def hostile_pack(chance: random.Random, folder: Path) -> tuple[Sequence[str], bytes]:
    """A pack, one or two of whose files are changed, and something that is done with it."""
    root = folder / "pack"
    if not root.exists():
        shutil.copytree(PACK.folder, root)
    for name, content in PACK.contents.items():
        if (root / name).read_bytes() != content:
            (root / name).write_bytes(content)
    weights = [8 if name == "pack.toml" else 3 if "/" not in name else 1 for name in FILES]
    for name in chance.choices(FILES, weights, k=chance.choice((1, 1, 2))):
        change = chance.choice((mutate, mutate_lines, mutate_lines))
        (root / name).write_bytes(change(chance, PACK.contents[name]))
    done = chance.choice(
        [
            ("lint", "pack"),
            ("lint", "pack"),
            ("score", "--pack", "pack", "pack/example.json"),
            ("score", "--pack", "pack", "--format", "json", "pack/example.json", "--figures", "bitkom-2012"),
            ("score", "--pack", "pack", "--format", "markdown", "voll22"),
            ("score", "--pack", "pack", "seen33", "--current"),
            ("show", "--pack", "pack", "voll22", "--history"),
            ("import", "--pack", "pack", "pack/example.json"),
            ("schema", "sheet", "--pack", "pack"),
            ("example", "--pack", "pack"),
            ("ask", "--pack", "pack"),
        ]
    )
    typed = (
        b"Beispiel GmbH\n" + b"\n" * 5 + b"1\n?\n0\nh\n-1\ns\nr\n" + b"\n" * 12 if done[0] == "ask" else b""
    )
    return (*done, "--lang", chance.choice(("de", "en"))), typed


# ── stores ────────────────────────────────────────────────────────────────────────────────────

TABLES = {
    "sheets": (
        *("id", "pack", "pack_version", "pack_hash", "organisation", "respondent", "created", "modified"),
        *("position", "result_seen", "deleted", "revision"),
    ),
    "entries": ("sheet", "revision", "kind", "key", "value", "at", "by", "after_result"),
    "packs": ("hash", "contents"),
}


def hostile_store(chance: random.Random, folder: Path) -> tuple[Sequence[str], bytes]:
    """A store with values that nobody wrote, or with other bytes, and a command that reads it."""
    path = folder / "other.db"
    for left in folder.glob("other.db*"):
        left.unlink()
    shutil.copy(folder / "shelf.db", path)
    if chance.random() < 0.7:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for _change in range(chance.choice((1, 1, 3))):
            table = chance.choice(list(TABLES))
            column = chance.choice(TABLES[table])
            value = chance.choice((*VALUES, *TOKENS))
            if not isinstance(value, str | bytes | float | None):
                value = str(value) if chance.random() < 0.5 else 7
            with suppress(sqlite3.Error, UnicodeEncodeError, OverflowError):
                connection.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - our own names
        connection.close()
    if chance.random() < 0.4:
        path.write_bytes(mutate(chance, path.read_bytes()))
    done = chance.choice(
        [
            ("list",),
            ("show", "voll22", "--history"),
            ("show", "seen33"),
            ("export", "voll22", "seen33"),
            ("score", "voll22"),
            ("score", "seen33", "--format", "json", "--current"),
            ("ask", "voll22"),
            ("delete", "--yes", "seen33"),
            ("import", "x.json"),
        ]
    )
    (folder / "x.json").write_text(json.dumps(EXAMPLE), encoding="utf-8")
    return (*done, "--store", "other.db"), b"1\n?\nn x\nu\nr\nq\n"


# ── command lines ─────────────────────────────────────────────────────────────────────────────

WORDS = (
    "new", "ask", "example", "list", "show", "delete", "export", "import", "score", "report", "lint",
    "schema", "--all", "--anonymous", "--brand", "--table", "plan", "--name", "{client}", "csv", "excel",
    "completion", "--lang", "de", "en", "--lang=de", "--format", "text", "json", "jsonl", "markdown",
    "--figures", "documented", "bitkom-2012", "-o", "out.txt", "--output=out.md", "--force", "--yes",
    "--history", "--current", "-", "--", "-h", "--help", "--version", "--pack", "--store", "sheets.db", ".",
    "..", "", "~", "~nobody-here-7", "/dev/null", "/dev/zero", "/dev/full", "sheet", "result", "pack",
    "bash", "zsh", "fish", "voll22", "seen33", "v", "x.json", "loop", "pipe", "folder", "-x.json",
    "--nowhere", str(PACK.folder), str(PACK.folder / "example.json"),
)  # fmt: skip


def hostile_arguments(chance: random.Random, folder: Path) -> tuple[Sequence[str], bytes]:
    """Words of the command line in any order, among them names of things that are no files."""
    if not (folder / "x.json").exists():
        (folder / "x.json").write_text(json.dumps(FULL), encoding="utf-8")
        (folder / "-x.json").write_text(json.dumps(EXAMPLE), encoding="utf-8")
        (folder / "loop").symlink_to("loop")
        (folder / "folder").mkdir()
        (folder / "folder" / "pack.toml").symlink_to("pack.toml")
    (folder / "out.txt").unlink(missing_ok=True)
    arguments = [chance.choice(WORDS) for _word in range(chance.randrange(7))]
    if chance.random() < 0.4:
        arguments.insert(0, chance.choice(WORDS[:12]))
    if chance.random() < 0.5:
        word = chance.choice(
            (*map(str, VALUES), *(token.decode("utf-8", "surrogateescape") for token in TOKENS))
        )
        arguments.insert(
            chance.randrange(len(arguments) + 1), chance.choice(("", "", "--", "-", "--store=")) + word
        )
    lines = [chance.choice((*TOKENS, b"1", b"2 3", b"?", b"b", b"n x", b"r", b"")) for _line in range(12)]
    return arguments, b"\n".join(lines)


# ── the tests ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("part", PARTS)
def test_changed_sheets(part: int, chance: random.Random, tmp_path: Path, *, long: bool) -> None:
    """Sheet files as nobody would write them."""
    throw(chance, tmp_path, hostile_sheet, 12_500 if long else 60)


@pytest.mark.parametrize("part", PARTS)
def test_changed_packs(part: int, chance: random.Random, tmp_path: Path, *, long: bool) -> None:
    """Packs with files that were changed."""
    throw(chance, tmp_path, hostile_pack, 3_500 if long else 25)


@pytest.mark.parametrize("part", PARTS)
def test_changed_stores(part: int, chance: random.Random, tmp_path: Path, *, long: bool) -> None:
    """Stores with absurd values or other bytes."""
    throw(chance, tmp_path, hostile_store, 2_000 if long else 25)


@pytest.mark.parametrize("part", PARTS)
def test_changed_command_lines(part: int, chance: random.Random, tmp_path: Path, *, long: bool) -> None:
    """Command lines of any words."""
    throw(chance, tmp_path, hostile_arguments, 7_000 if long else 60)


@pytest.mark.parametrize("make", [hostile_sheet, hostile_pack, hostile_store, hostile_arguments])
def test_the_same_in_real_processes(
    make: Input, chance: random.Random, tmp_path: Path, *, long: bool
) -> None:
    """A sample of each, through the real program: in time and in memory."""
    fill(tmp_path / "shelf.db")
    store = tmp_path / "sheets.db"
    shutil.copy(tmp_path / "shelf.db", store)
    for _input in range(100 if long else 3):
        arguments, typed = make(chance, tmp_path)
        arguments = [
            word for word in arguments if "\0" not in word and "\ud800" not in word
        ]  # none can hold it
        kept = rows(store)
        ran = process(tmp_path, *(word.encode("utf-8", "surrogateescape") for word in arguments), stdin=typed)
        check(ran)
        check_store(ran, kept, rows(store))
