"""Input that is small on the disk and endless in memory or time, or simply huge: told, in time and memory.

Each of them goes through the real program, whose time and memory are measured.
"""

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from smcheck.pack import restore_pack
from smcheck.pack.files import LARGEST
from smcheck.sheet import parse_sheet
from smcheck.sheet.file import MAX_STORED_SHEET_BYTES
from smcheck.store import Store
from support.builders import EXAMPLE, PACK, all_items
from support.packs import Table, numbered_ids, several, write_pack
from support.runs import MOST_MEGABYTES, MOST_SECONDS, check, process
from support.stores import rows

MEGA = 1_000_000

# ── sheets ────────────────────────────────────────────────────────────────────────────────────


def sheet(**more: Any) -> bytes:
    """The example with other keys."""
    return json.dumps({**EXAMPLE, **more}).encode()


SHEETS: dict[str, Callable[[], bytes]] = {
    "a tiny number": lambda: b'{"format": 1e-2000000, "pack": "social-media", "answers": {}}',
    "a vast number": lambda: b'{"format": 1e2000000, "pack": "social-media", "answers": {}}',
    "a long number": lambda: b'{"format": ' + b"9" * MEGA + b"}",
    "a long fraction": lambda: b'{"format": 0.' + b"9" * MEGA + b"}",
    "a number that is too large": lambda: b'{"format": 0.' + b"9" * 10 * MEGA + b"}",
    "deep lists": lambda: b"[" * MEGA,
    "deep objects": lambda: b'{"a":' * (MEGA // 5),
    "deep objects that are too large": lambda: b'{"a":' * MEGA,
    "deep answers": lambda: (
        b'{"format": 1, "pack": "social-media", "answers": ' + b'{"team":' * 3000 + b"}" * 3001
    ),
    "a long key": lambda: sheet(**{"k" * MEGA: 1}),
    "a long answer": lambda: sheet(answers={"team": {"dedicated": "y" * MEGA}}),
    "a long item": lambda: sheet(answers={"team": {"d" * MEGA: "yes"}}),
    "a long question": lambda: sheet(answers={"t" * MEGA: {}}),
    "many keys": lambda: sheet(**{f"k{number}": 1 for number in range(75_000)}),
    "too many keys": lambda: sheet(**{f"k{number}": 1 for number in range(300_000)}),
    "many lists": lambda: b"[" + b"[]," * (MEGA // 3) + b"[]]",
    "many empty objects": lambda: b"[" + b"{}," * (MEGA // 3) + b"{}]",
    "many objects": lambda: b"[" + b'{"":0},' * (MEGA // 7) + b"{}]",
    "too many objects": lambda: b"[" + b'{"":0},' * (9 * MEGA) + b"{}]",
    "many short texts": lambda: b"[" + b'"ab",' * (MEGA // 5) + b'""]',
    "many answers": lambda: sheet(changed_after_result=["daily"] * (MEGA // 9) + ["x"]),
    "lines of many objects": lambda: b"\n".join([b"[" + b'{"":0},' * (MEGA // 7) + b"{}]"] * 30) + b"\n{}",
    "one vast text": lambda: b'{"format": 1, "pack": "' + b"x" * (60 * MEGA) + b'"}',
    "one long text of wide characters": lambda: (
        b'{"format": 1, "pack": "' + "🙂".encode() + b"x" * MEGA + b'"}'
    ),
    "texts of wide characters": lambda: sheet(
        id="weit22", notes={question.id: "🙂" + "x" * 1_500_000 for question in PACK.questions}
    ),
    "escaped quotes": lambda: b'"' + b'\\"' * (MEGA // 2),
    "open texts": lambda: b'"\\' * (MEGA // 2),
    "empty lines": lambda: b"\n" * (60 * MEGA),
    "lines of a digit": lambda: b"1\n" * (20 * MEGA),
    "lines of an object": lambda: b"{}\n" * (15 * MEGA),
    "lines of half an object": lambda: b"{a}\n" * (15 * MEGA),
    "too large": lambda: b" " * (70 * MEGA),
}


STORED_MEGABYTES = 2.5 * MOST_MEGABYTES
"""Megabytes for a sheet over 1 MB that says it was stored before."""
IMPORTED = {"many objects", "too many objects", "lines of an object", "a long answer"}
"""What is imported first; all others are scored first, because both read alike."""


@pytest.mark.sample(6)
@pytest.mark.rounds(short=1, long=2)
@pytest.mark.parametrize("kind", SHEETS)
def test_sheets(round_: int, tmp_path: Path, kind: str) -> None:
    """A sheet file that is too much is told; only texts that are merely long are taken."""
    command = ("import",) if (kind in IMPORTED) != bool(round_) else ("score", "--format", "text")
    content = SHEETS[kind]()
    (tmp_path / "x").write_bytes(content)
    ran = process(tmp_path, *command, "x")
    stored_before = kind == "texts of wide characters"  # larger than a new sheet may be, and taken
    check(ran, STORED_MEGABYTES if stored_before else MOST_MEGABYTES)
    assert (0 if stored_before else 1) == ran.code
    assert len(ran.err) < 300_000
    assert ran.code == 0 or ran.out == ""


FORGED = {
    "lists": b"[],",
    "objects": b'{"":0},',
    "texts": b'"ab",',
}


@pytest.mark.parametrize("kind", FORGED)
def test_sheets_that_say_they_were_stored(tmp_path: Path, kind: str) -> None:
    """One that has an id may be larger, and takes more memory where it is none: bounded all the same."""
    unit = FORGED[kind]
    content = b'{"id": "abc234", "answers": [' + unit * ((MAX_STORED_SHEET_BYTES - 40) // len(unit)) + b"0]}"
    (tmp_path / "x").write_bytes(content)
    ran = process(tmp_path, "import", "x")
    assert (ran.code, ran.out, "Traceback" in ran.err) == (1, "", False)
    assert ran.seconds < MOST_SECONDS
    assert ran.megabytes < STORED_MEGABYTES


def test_long_texts_are_kept(tmp_path: Path) -> None:
    """A megabyte in every text of a sheet is scored, stored, listed, shown and given back as it was."""
    texts = {key: f"{key} " + "x" * MEGA for key in ("organisation", "respondent")}
    notes = {question.id: "n" * MEGA for question in PACK.questions}
    given = {**EXAMPLE, **texts, "notes": notes, "profile": {"role": "r" * MEGA}, "id": "lang22"}
    (tmp_path / "x.json").write_text(json.dumps(given), encoding="utf-8")
    for command in (
        *(("score", "x.json", "--format", format_) for format_ in ("text", "markdown", "jsonl")),
        ("import", "x.json"),
        ("list",),
        ("show", "lang22", "--history"),
        ("score", "lang22"),
    ):
        ran = process(tmp_path, *command)
        check(ran)
        assert (ran.code, ran.err) == (0, "")
    exported = process(tmp_path, "export", "lang22")
    check(exported)
    assert given == {key: json.loads(exported.out)[key] for key in given}


# ── packs ─────────────────────────────────────────────────────────────────────────────────────

LINE = 9_990
"""Characters of a line that is as long as a line may be, with room for a key."""


def many(unit: bytes | Callable[[int], bytes], old: bytes) -> bytes:
    """The file with as many of these lines behind it as it may have bytes."""
    lines = (unit if isinstance(unit, bytes) else unit(number) for number in count())
    content = bytearray(old)
    for line in lines:
        if len(content) + len(line) > LARGEST:
            return bytes(content)
        content += line
    raise AssertionError


FILES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a key of many parts": ("pack.toml", lambda old: old + b"a" + b".a" * 4_990 + b" = 1\n"),
    "keys of many parts": (
        "pack.toml",
        lambda old: many(lambda number: b"a%d" % number + b".a" * 4_990 + b" = 1\n", old),
    ),
    "keys of quoted parts": ("pack.toml", lambda old: many(b'"a"' + b' . "a"' * 1_600 + b" = 1\n", old)),
    "keys of escaped parts": (
        "pack.toml",
        lambda old: many(rb'"\""' + rb'."\""' * 1_990 + b" = 1\n", old),
    ),
    "keys of literal parts": ("pack.toml", lambda old: many(b"'a'" + b".'a'" * 2_490 + b" = 1\n", old)),
    "tables of many parts": (
        "de.toml",
        lambda old: many(lambda number: b"[a%d" % number + b".a" * 4_990 + b"]\n", old),
    ),
    "keys below a deep table": (
        "pack.toml",
        lambda old: many(lambda number: b"b%d = 1\n" % number, old + b"[a" + b".a" * 4_990 + b"]\n"),
    ),
    "keys of some parts": (
        "pack.toml",
        lambda old: many(lambda number: b"a%d" % number + b".a" * 18 + b" = 1\n", old),
    ),
    "many tables": ("pack.toml", lambda old: many(lambda number: b"[a%d]\n" % number, old)),
    "many strange keys": (
        "de.toml",
        lambda _old: many(lambda number: b"a%d = 1\n" % number, b""),
    ),
    "many texts": (
        "de.toml",
        lambda old: many(lambda number: b'[sections.s%d]\nlabel = "x"\n' % number, old),
    ),
    "many texts of nothing": (
        "de.toml",
        lambda old: many(
            lambda number: b'[rules.r%d]\ntitle = "x"\ntext = "x"\n' % number,
            old.replace(b"[rules.owner]", b"[rules.owners]"),
        ),
    ),
    "many rules": ("pack.toml", lambda old: many(b"[[rules]]\n", old)),
    "many right rules": (
        "pack.toml",
        lambda old: many(lambda number: b'[[rules]]\nid="r%d"\nkind="setup"\n' % number, old),
    ),
    "the same rules": ("pack.toml", lambda old: many(b'[[rules]]\nid="r"\nkind="setup"\n', old)),
    "many empty sources": (
        "figures/ragan-2012.toml",
        lambda _old: many(b"{},\n", b"sources = [\n")[:-4] + b"]\n",
    ),
    "the same key": ("pack.toml", lambda old: many(b"minutes = 3\n", old)),
    "deep lists": ("pack.toml", lambda old: old + b"a = " + b"[" * LINE),
    "not so deep lists": ("pack.toml", lambda old: old + b"a = " + b"[" * 5000),
    "deep lists of many lines": ("pack.toml", lambda old: many(b"[" * LINE + b"\n", old + b"a = ")),
    "deep tables": ("en.toml", lambda old: old + b"a = " + b"{a = " * 1990),
    "a tiny number": (
        "figures/documented.toml",
        lambda old: old.replace(b"percent = 51", b"percent = 1e-2000000"),
    ),
    "a tiny urgency": ("pack.toml", lambda old: old.replace(b"urgency = 1", b"urgency = 1e-2000000")),
    "a vast number": ("pack.toml", lambda old: old.replace(b"minutes = 3", b"minutes = 1e2000000")),
    "a number past all numbers": (
        "pack.toml",
        lambda old: old.replace(b"minutes = 3", b"minutes = 1e" + b"9" * 9_000),
    ),
    "a long number": ("pack.toml", lambda old: old.replace(b"minutes = 3", b"minutes = " + b"9" * 9_000)),
    "a long fraction": ("pack.toml", lambda old: old.replace(b"minutes = 3", b"minutes = 1." + b"9" * 9_000)),
    "a long code": ("pack.toml", lambda old: old.replace(b"format = 2", b"format = 0x" + b"f" * 9_000)),
    "long codes": (
        "pack.toml",
        lambda _old: many(lambda number: b"a%d = 0x" % number + b"f" * 9_900 + b"\n", b""),
    ),
    "a number of companies": (
        "figures/bitkom-2012.toml",
        lambda old: old.replace(b"n = 723", b"n = 0x" + b"f" * 9_900),
    ),
    "a long key": ("pack.toml", lambda old: old + b"k" * LINE + b" = 1\n"),
    "a long text": ("de.toml", lambda old: old.replace(b'title = "', b'title = "' + b"x" * 9_000)),
    "a long line": ("de.toml", lambda old: old + b"#" * 10_001 + b"\n"),
    "open texts": ("en.toml", lambda old: many(b'"\\' * 4_000 + b"\n", old)),
    "quotes": ("en.toml", lambda old: many(b'"' * LINE + b"\n", old)),
    "open long texts": ("en.toml", lambda old: many(b"'''a" * 2_400 + b"\n", old + b"x = ")),
    "comments": ("pack.toml", lambda old: many(b"#\n", old + b"x = 1\n")),
    "too large": ("pack.toml", lambda old: old + b"#\n" * (LARGEST // 2)),
}


@pytest.mark.sample(6)
@pytest.mark.parametrize("kind", FILES)
def test_pack_files(tmp_path: Path, kind: str, *, long: bool) -> None:
    """A pack with a file that is too much is told, by ``lint`` and by every command that needs the pack."""
    name, change = FILES[kind]
    shutil.copytree(PACK.folder, tmp_path / "pack")
    file = tmp_path / "pack" / name
    before = file.read_bytes()
    file.write_bytes(change(before))
    assert before != file.read_bytes()
    ran = process(tmp_path, "lint", "pack")
    check(ran)
    assert ran.code == 1
    if long or kind in {"keys of many parts", "deep lists", "many texts", "too large"}:
        check(process(tmp_path, "score", "pack/example.json", "--pack", "pack"))


@pytest.mark.parametrize(("count", "size"), [(20_000, 0), (150, 1_900_000)], ids=["empty", "large"])
def test_packs_of_many_files(tmp_path: Path, count: int, size: int) -> None:
    """A folder full of files is no pack."""
    shutil.copytree(PACK.folder, tmp_path / "pack")
    for number in range(count):
        file = tmp_path / "pack" / "figures" / f"x{number}.toml"
        file.touch()
        if size:
            with file.open("wb") as sparse:
                sparse.truncate(size)
    for command in (("lint", "pack"), ("score", "pack/example.json", "--pack", "pack")):
        ran = process(tmp_path, *command)
        check(ran)
        assert (ran.code, "too many files" in ran.out + ran.err or "too large" in ran.out + ran.err) == (
            1,
            True,
        )


def needs_of(leads: Callable[[int], list[str]], count: int, **more: Any) -> list[dict[str, Any]]:
    """A need for each of so many goals."""
    return [{"item": f"goals.g{number}", "lead": leads(number), **more} for number in range(count)]


def any_yes(number: int) -> Table:
    """A condition on any of the twelve items of a question."""
    return {"any_of": [{"answer": f"c{number}.{item}", "is": ["yes"]} for item in numbered_ids("g", 12)]}


def deep(levels: int) -> Table:
    """A rule whose condition stands inside so many others."""
    condition: Table = {"answer": "d.a", "is": ["yes"]}
    for _level in range(levels):
        condition = {"any_of": [condition]}
    return {"id": "r", "kind": "second_look", "when": [condition]}


STRUCTURES: dict[str, tuple[int, Callable[[Path], Path]]] = {
    "many questions": (
        0,
        lambda folder: write_pack(
            folder, [several("d", ["a"]), *(several(id_, ["a"], none=True) for id_ in numbered_ids("q", 400))]
        ),
    ),
    "questions behind questions": (
        0,
        lambda folder: write_pack(
            folder,
            [
                several("q0", ["a"]),
                *(several(f"q{number}", ["a"], only_if=f"q{number - 1}") for number in range(1, 400)),
            ],
        ),
    ),
    "many items": (
        0,
        lambda folder: write_pack(
            folder,
            [several("d", numbered_ids("i", 600))],
            figures=[f"d.{item}" for item in numbered_ids("i", 600)],
        ),
    ),
    "each of many": (
        1,
        lambda folder: write_pack(
            folder,
            [
                several("d", numbered_ids("i", 700)),
                *(
                    {"id": id_, "section": "all", "kind": "several", "each_of": "d"}
                    for id_ in numbered_ids("q", 200)
                ),
            ],
        ),
    ),
    "many sections": (
        0,
        lambda folder: write_pack(
            folder,
            [{**several(f"q{number}", ["a"]), "section": f"s{number}"} for number in range(250)],
            sections=[{"id": f"s{number}", "kind": "judged"} for number in range(250)],
            figures=[f"q{number}.a" for number in range(250)],
        ),
    ),
    "many needs": (
        0,
        lambda folder: write_pack(
            folder,
            [several("d", numbered_ids("d", 60)), several("goals", numbered_ids("g", 300))],
            needs=needs_of(lambda _number: ["d0"], 300, support=numbered_ids("d", 20)[1:]),
        ),
    ),
    "shared leads": (
        0,
        lambda folder: write_pack(
            folder,
            [several("d", numbered_ids("d", 16)), several("goals", numbered_ids("g", 120))],
            needs=needs_of(lambda number: [f"d{number % 16}", f"d{(number * 7 + 1) % 16}"], 8),
        ),
    ),
    "leads that nobody shares": (
        0,
        lambda folder: write_pack(
            folder,
            [several("d", numbered_ids("d", 40)), several("goals", numbered_ids("g", 20))],
            needs=needs_of(lambda number: [f"d{2 * number}", f"d{2 * number + 1}"], 20),
        ),
    ),
    "rules of many choices": (
        0,
        lambda folder: write_pack(
            folder,
            [
                several("d", ["a", "b"]),
                *(several(f"c{number}", numbered_ids("g", 12)) for number in range(12)),
            ],
            needs=[
                {"item": f"c{number}.{item}", "lead": ["a" if number == 11 else "b"]}
                for number in range(12)
                for item in numbered_ids("g", 12)
            ],
            rules=[
                {
                    "id": f"r{rule}",
                    "kind": "second_look",
                    "when": [{"answer": "d.a", "is": ["yes"]}, *map(any_yes, range(12)), {"none_of": "c0"}],
                    "unless": [{"needs": "nobody_here"}, {"solo": True}],
                }
                for rule in range(20)
            ],
        ),
    ),
    "a rule of many conditions": (
        0,
        lambda folder: write_pack(
            folder,
            [
                several("d", numbered_ids("i", 500)),
                {"id": "o", "section": "all", "kind": "one", "options_of": "d"},
            ],
            rules=[
                {"id": "r", "kind": "second_look", "when": [{"chosen": "o", "is": ["yes", "no"]}] * 300},
                {"id": "s", "kind": "second_look", "when": [{"count_of": "d", "min": 400, "max": 3}]},
            ],
        ),
    ),
    "a condition of conditions": (
        0,
        lambda folder: write_pack(folder, [several("d", ["a"])], rules=[deep(30)]),
    ),
    "many rules": (
        0,
        lambda folder: write_pack(
            folder,
            [several("d", ["a"])],
            rules=[
                {"id": f"r{number}", "kind": "second_look", "when": [{"answer": "d.a", "is": ["yes"]}]}
                for number in range(900)
            ],
        ),
    ),
    "many options": (
        0,
        lambda folder: write_pack(
            folder,
            [
                several("d", ["a"]),
                {"id": "o", "section": "all", "kind": "one", "options": numbered_ids("o", 4000)},
            ],
        ),
    ),
}


@pytest.mark.sample(3)
@pytest.mark.parametrize("kind", STRUCTURES)
def test_pack_structures(tmp_path: Path, kind: str) -> None:
    """A pack of much of one kind is scored in time, everything answered, or told to be too much."""
    expected, make = STRUCTURES[kind]
    example = make(tmp_path / "pack")
    assert expected == process(tmp_path, "score", str(example), "--pack", "pack").code
    if expected == 0:
        from smcheck.pack import load_pack

        pack = load_pack(tmp_path / "pack")
        answers = {
            question.id: all_items(question.id, "yes", pack=pack)
            for question in pack.questions
            if question.items
        }
        answers[pack.file.departments] = all_items(pack.file.departments, "no", pack=pack)
        data = {"format": 1, "pack": "small", "answers": answers}
        example.write_text(json.dumps(data), encoding="utf-8")
    for command in (("score", str(example), "--pack", "pack"), ("lint", "pack")):
        ran = process(tmp_path, *command)
        check(ran)
        assert ran.code in {expected, 1 if command[0] == "lint" else expected}


def test_many_sheets_of_a_large_pack(tmp_path: Path) -> None:
    """Memory does not grow with the number of sheets, however large each of them is."""
    items = numbered_ids("i", 400)
    write_pack(tmp_path / "pack", [several("d", items)], figures=[f"d.{item}" for item in items])
    lines = [
        json.dumps({"format": 1, "pack": "small", "answers": {"d": dict.fromkeys(items[number:], "no")}})
        for number in range(16)
    ]
    (tmp_path / "one.jsonl").write_text(lines[0], encoding="utf-8")
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    one, many = (
        process(tmp_path, "score", f"{name}.jsonl", "--pack", "pack", "--format", "jsonl")
        for name in ("one", "many")
    )
    for ran in (one, many):
        check(ran)
        assert (ran.code, ran.err) == (0, "")
    assert many.megabytes < one.megabytes + 10


def test_a_stored_pack_that_is_larger(tmp_path: Path) -> None:
    """A pack that is larger than a folder's may be, but stored already, still opens and travels."""
    contents = {**PACK.contents}
    contents["pack.toml"] += b"#" * 1_900_000
    pack = restore_pack(tmp_path, contents)
    store = Store(tmp_path / "sheets.db")
    store.create(pack, parse_sheet({**EXAMPLE, "id": "voll22"}, pack))
    store.close()
    for command in (("score", "voll22"), ("show", "voll22"), ("export", "voll22")):
        ran = process(tmp_path, *command)
        check(ran)
        assert (ran.code, ran.err) == (0, "")


# ── stores ────────────────────────────────────────────────────────────────────────────────────

HARM: dict[str, str] = {
    "an endless view": (
        "ALTER TABLE sheets RENAME TO old; CREATE VIEW sheets AS WITH RECURSIVE n(x) AS"
        " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, * FROM n, old"
    ),
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON sheets BEGIN DELETE FROM entries; END",
    "a computed column": "ALTER TABLE sheets ADD COLUMN x INTEGER AS (length(zeroblob(999999999)))",
    "an index that computes": "CREATE INDEX i ON sheets (hex(id))",
    "another table": "CREATE TABLE x (y)",
    "a virtual table": "DROP TABLE packs; CREATE VIRTUAL TABLE packs USING fts5 (hash, contents)",
}


def stored(path: Path) -> None:
    """Keep the example as ``voll22``."""
    store = Store(path)
    store.create(PACK, parse_sheet({**EXAMPLE, "id": "voll22"}, PACK))
    store.close()


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", HARM)
def test_stores_that_compute(tmp_path: Path, kind: str) -> None:
    """A store with tables, views or triggers that smcheck does not make is told and left as it is."""
    path = tmp_path / "sheets.db"
    stored(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(HARM[kind])
    connection.close()
    before = path.read_bytes()
    for command in (("list",), ("score", "voll22")):
        ran = process(tmp_path, *command)
        check(ran)
        assert (ran.code, ran.out, "the store is damaged (malformed tables)" in ran.err) == (1, "", True)
    assert before == path.read_bytes()


def bomb(content: bytes) -> bytes:
    """A pack's files as they are stored, grown in the same way."""
    return zlib.compress(content)


BOMBS: dict[str, Callable[[], bytes]] = {
    "a vast text": lambda: bomb(b'{"pack.toml": "' + b"x" * (300 * MEGA) + b'"}'),
    "a wide text": lambda: bomb(b'{"pack.toml": "' + "🙂".encode() + b"x" * (11 * MEGA) + b'"}'),
    "many files": lambda: bomb(b'{"pack.toml": ""' + b',"":""' * MEGA + b"}"),
    "deep": lambda: bomb(b"[" * 11 * MEGA),
    "many objects": lambda: bomb(b'{"pack.toml": "", "a": [' + b'{"":0},' * 590_000 + b"{}]}"),
    "a key of many parts": lambda: bomb(b'{"pack.toml": "a' + b".a" * 400_000 + b' = 1"}'),
    "keys of some parts": lambda: bomb(
        b'{"pack.toml": "' + b"".join(b"a%d%s = 1\\n" % (n, b".a" * 18) for n in range(40_000)) + b'"}'
    ),
    "many tables": lambda: bomb(
        b'{"pack.toml": "' + b"".join(b"[a%d]\\n" % n for n in range(200_000)) + b'"}'
    ),
    "many empty questions": lambda: bomb(b'{"pack.toml": "questions=[' + b"{}," * 600_000 + b']"}'),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", BOMBS)
def test_packs_that_burst(tmp_path: Path, kind: str) -> None:
    """A stored pack that would be vast once it is unpacked is told."""
    path = tmp_path / "sheets.db"
    stored(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE sheets SET pack_hash = 'x'")
    connection.execute("UPDATE packs SET hash = 'x', contents = ?", (BOMBS[kind](),))
    connection.close()
    before = rows(path)
    for command in (("score", "voll22"), ("show", "voll22")):
        ran = process(tmp_path, *command)
        check(ran)
        assert (ran.code, ran.out) == (1, "")
    assert before == rows(path)


def test_a_vast_text_in_a_store(tmp_path: Path, *, long: bool) -> None:
    """A text that is longer than any that is accepted is not read from a store either."""
    path = tmp_path / "sheets.db"
    stored(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE sheets SET organisation = printf('%.*c', 300000000, 'x')")
    connection.close()
    for command in (("list",), ("show", "voll22"), ("export", "voll22"))[: None if long else 1]:
        ran = process(tmp_path, *command)
        check(ran)
        assert (ran.code, ran.out, "the store does not answer" in ran.err) == (1, "", True)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_the_calendar(tmp_path: Path, at: str) -> None:
    """The first and the last moment that there is can be stored, listed, shown, measured and given back."""
    given = {**EXAMPLE, "id": "ende22", "created": at, "modified": at}
    (tmp_path / "x.json").write_text(json.dumps(given), encoding="utf-8")
    for command in (
        ("import", "x.json"),
        ("list",),
        ("show", "ende22", "--history"),
        ("score", "ende22"),
        ("score", "ende22", "--format", "markdown"),
    ):
        ran = process(tmp_path, *command)
        check(ran)
        assert (ran.code, ran.err) == (0, "")
    assert at == json.loads(process(tmp_path, "export", "ende22").out)["created"]


# ── command lines ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    "arguments",
    [
        ("x" * 120_000,),
        ("score", "x" * 120_000),
        ("score", "--figures", "x" * 120_000, "-"),
        ("show", "x" * 120_000),
        ("list", "--store", "x" * 120_000),
        ("list", "--store", "/".join("x" * 60_000)),
        ("lint", "--pack", "x" * 120_000),
        ("lint", *["x"] * 5000),
        ("score", *["x"] * 5000),
        ("import", *["x"] * 5000),
        ("delete", *["x"] * 5000),
        ("new", "x" * 120_000),
    ],
    ids=lambda arguments: f"{arguments[0][:8]}-{len(arguments)}",
)
def test_long_command_lines(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Words as long, or as many, as a command line can hold."""
    check(process(tmp_path, *arguments, stdin=b"q\n"))
