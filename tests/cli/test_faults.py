"""Broken, foreign, oversized and newer files: one line with file and place, exit 1, nothing changed."""

import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smcheck.store import Store
from support.builders import EXAMPLE
from support.cli import EXAMPLE_FILE, ROOT, Outcome

Run = Callable[..., Outcome]
SHIPPED = ROOT / "questions" / "social-media"


def one_line(outcome: Outcome, start: str) -> bool:
    """Whether it is one fault in one line that begins so, with exit code 1 and no result."""
    said = outcome.err.splitlines()
    told = [line for line in said if line != "Nothing was imported."]
    return (outcome.code, outcome.out, len(told)) == (1, "", 1) and told[0].startswith(f"smcheck: {start}")


# ── sheets ────────────────────────────────────────────────────────────────────────────────────

BROKEN_SHEETS = {
    "empty": (b"", "line 1, column 1: not JSON"),
    "no JSON": (b"team: yes", "line 1, column 1: not JSON"),
    "cut off": (EXAMPLE_FILE.read_bytes()[:200], "line 8, column "),
    "no UTF-8": (b'{"format": 1, "organisation": "\xff"}', "byte 31: not UTF-8"),
    "not an object": (b"[1]", "found [1]"),
    "null": (b"null", "found null"),
    "no answers": (b'{"format": 1, "pack": "social-media"}', "answers: missing"),
    "other pack": (b'{"format": 1, "pack": "x", "answers": {}}', "pack: unknown pack “x”"),
    "newer": (b'{"format": 2, "pack": "social-media", "answers": {}}', "format: written by a newer smcheck"),
    "unknown key": (
        b'{"format": 1, "pack": "social-media", "answers": {}, "answer": 1}',
        "answer: unknown key",
    ),
    "key twice": (b'{"format": 1, "format": 1}', "key “format” given twice"),
    "NaN": (b'{"format": NaN}', "not JSON (NaN)"),
    "too deep": (b"[" * 100_000, "not JSON (nested too deeply"),
    "long number": (b'{"format": ' + b"1" * 10_000 + b"}", "not JSON ("),
    "unknown question": (b'{"format": 1, "pack": "social-media", "answers": {"teem": {}}}', "answers.teem: "),
    "unknown answer": (
        b'{"format": 1, "pack": "social-media", "answers": {"team": {"dedicated": "ja"}}}',
        "answers.team.dedicated: unknown answer “ja”",
    ),
    "true": (
        b'{"format": 1, "pack": "social-media", "answers": {"team": {"dedicated": true}}}',
        "answers.team.dedicated: ",
    ),
}


@pytest.mark.parametrize("command", ["score", "import"])
@pytest.mark.parametrize("name", BROKEN_SHEETS)
def test_broken_sheet(run: Run, tmp_path: Path, store_file: Path, command: str, name: str) -> None:
    """The fault names file and place, and no store is made."""
    content, place = BROKEN_SHEETS[name]
    file = tmp_path / "sheet.json"
    file.write_bytes(content)
    outcome = run(command, str(file))
    assert one_line(outcome, f"{file}: {place}"), outcome.err
    assert not store_file.exists()


@pytest.mark.parametrize("command", ["score", "import"])
def test_oversized_sheet(run: Run, tmp_path: Path, command: str) -> None:
    """A file larger than any sheet is told, not read (it is sparse, so it takes no room)."""
    file = tmp_path / "sheet.json"
    with file.open("wb") as opened:
        opened.truncate(64 * 1024 * 1024 + 1)
    assert one_line(run(command, str(file)), f"{file}: too large; expected: at most 67108864 bytes")


def test_unreadable_sheet(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is told, and so is a disk that fails."""
    file = tmp_path / "sheet.json"
    file.touch()
    really = Path.open

    def forbidden(path: Path, *how: Any, **else_: Any) -> Any:
        if path == file:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really(path, *how, **else_)

    monkeypatch.setattr(Path, "open", forbidden)  # whatever the mode, root may read everything
    assert one_line(run("score", str(file)), f"{file}: cannot be read (Permission denied)")


def test_hostile_file_name(run: Run, tmp_path: Path) -> None:
    """A file's name cannot colour the screen or break the line."""
    file = tmp_path / "\x1b[31m\n.json"
    file.write_bytes(b"")
    assert "\x1b" not in run("score", str(file)).err
    assert one_line(run("score", str(file)), f"{tmp_path}/␛[31m␊.json: line 1")


# ── packs ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def own_pack(tmp_path: Path) -> Path:
    """A copy of the shipped pack to be damaged."""
    folder = tmp_path / "own"
    shutil.copytree(SHIPPED, folder)
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("pack.toml", "format = 2", "format = 3", "format: "),
        ("pack.toml", "format = 2", "format == 2", "line 3, column 9: not TOML"),
        ("pack.toml", "format = 2", "format = 2\nminuets = 3", "minuets: unknown key"),
        ("pack.toml", "minutes = 3", "minutes = -3", "minutes: "),
        ("pack.toml", 'section = "team"', 'section = "teem"', "questions[0].section: "),
        ("figures/documented.toml", "percent = 90", "percent = 900", "figures["),
        ("figures/documented.toml", "format = 2", "format = 2\n\0", "line "),
    ],
)
def test_broken_pack(run: Run, own_pack: Path, file: str, old: str, new: str, place: str) -> None:
    """The fault names the pack's file and place."""
    path = own_pack / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    outcome = run("--pack", str(own_pack), "score", str(EXAMPLE_FILE))
    assert one_line(outcome, f"{path}: {place}"), outcome.err


def test_broken_texts(run: Run, own_pack: Path) -> None:
    """A fault in the texts of the language in use is told; JSON, which needs no texts, is not held up."""
    file = own_pack / "en.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("title = ", "titel = ", 1), encoding="utf-8")
    assert one_line(run("--pack", str(own_pack), "score", str(EXAMPLE_FILE)), f"{file}: ")
    assert run("--pack", str(own_pack), "score", str(EXAMPLE_FILE), "--format", "json").code == 0


@pytest.mark.parametrize("command", [("score", str(EXAMPLE_FILE)), ("list",), ("example",), ("new",)])
def test_no_pack(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """A folder without a pack is told by its name, by every command that needs one."""
    outcome = run(*command, "--pack", str(tmp_path))
    if command == ("list",):  # needs none
        assert outcome.code == 0
    else:
        assert one_line(outcome, f"{tmp_path}: no pack.toml in this folder"), outcome.err


def test_a_pack_without_an_example(run: Run, own_pack: Path) -> None:
    """That a questionnaire has no example is said so, not as a file that cannot be read."""
    (own_pack / "example.json").unlink(missing_ok=True)
    outcome = run("--pack", str(own_pack), "example")
    assert one_line(outcome, f"{own_pack}: this questionnaire has no example"), outcome.err


def test_oversized_pack(run: Run, own_pack: Path) -> None:
    """A pack file larger than any questionnaire is told."""
    with (own_pack / "pack.toml").open("ab") as file:
        file.truncate(256 * 1024 + 1)
    outcome = run("--pack", str(own_pack), "score", str(EXAMPLE_FILE))
    assert one_line(outcome, f"{own_pack}/pack.toml: too large"), outcome.err


def test_a_pack_with_a_long_line(run: Run, own_pack: Path) -> None:
    """A line longer than any text is told by its number."""
    (own_pack / "en.toml").write_text("#" * 10_001, encoding="utf-8")
    outcome = run("--pack", str(own_pack), "score", str(EXAMPLE_FILE))
    expected = f"{own_pack}/en.toml: line 1: a line that is too long; expected: at most 10000 characters"
    assert one_line(outcome, expected), outcome.err


def test_lint_tells_of_a_broken_pack(run: Run, own_pack: Path) -> None:
    """The findings are the result, so they are on standard output; errors give exit code 1."""
    file = own_pack / "pack.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("minutes", "minuets"), encoding="utf-8")
    outcome = run("lint", str(own_pack))
    assert (outcome.code, "minuets" in outcome.out, "error" in outcome.err) == (1, True, True)


def test_lint_of_the_shipped_pack(run: Run) -> None:
    """The pack that comes with smcheck has neither errors nor warnings."""
    assert Outcome(0, "", "0 errors, 0 warnings.\n") == run("lint")


# ── stores ────────────────────────────────────────────────────────────────────────────────────


def foreign(path: Path) -> None:
    """Another program's database."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    """A store that a newer smcheck wrote."""
    store = Store(path)
    assert store.list_sheets() == []
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA application_id = 0x736D636B; PRAGMA user_version = 999")
    connection.close()


def text(path: Path) -> None:
    """No database at all."""
    path.write_text("dear diary\n" * 1000, encoding="utf-8")


STORES: dict[Callable[[Path], None], str] = {
    foreign: "a database, but not a store of smcheck",
    newer: "schema version 999: written by a newer smcheck",
    text: "not a store of smcheck",
}
COMMANDS = [
    ("list",),
    ("show", "abc"),
    ("delete", "abc", "--yes"),
    ("export", "abc"),
    ("import", str(EXAMPLE_FILE)),
    ("score", "abc"),
    ("ask", "abc"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("make", STORES, ids=lambda make: make.__name__)
def test_store_that_is_none(
    run: Run, tmp_path: Path, make: Callable[[Path], None], command: tuple[str, ...]
) -> None:
    """Every command tells what the file is, and leaves its bytes as they were."""
    file = tmp_path / "store.db"
    make(file)
    before = file.read_bytes()
    outcome = run(*command, "--store", str(file))
    assert one_line(outcome, f"{file}: {STORES[make]}"), outcome.err
    assert before == file.read_bytes()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_store_that_is_a_folder(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """A folder in the store's place is told."""
    outcome = run(*command, "--store", str(tmp_path))
    assert one_line(outcome, f"{tmp_path}: "), outcome.err


def test_store_below_a_file(run: Run, tmp_path: Path) -> None:
    """A store that cannot be made is told."""
    (tmp_path / "file").touch()
    outcome = run("import", str(EXAMPLE_FILE), "--store", str(tmp_path / "file" / "store.db"))
    assert one_line(outcome, f"{tmp_path}/file/store.db: "), outcome.err


def test_store_in_nobodys_home(run: Run) -> None:
    """A home folder that does not exist is told."""
    assert one_line(run("list", "--store", "~nobody-here-7/x.db"), "~nobody-here-7/x.db: no such home folder")


def test_sheet_of_another_pack(run: Run, tmp_path: Path, own_pack: Path) -> None:
    """A stored sheet of another pack is not read with this one."""
    own = own_pack / "pack.toml"
    own.write_text(own.read_text(encoding="utf-8").replace('id = "social-media"', 'id = "own"', 1))
    file = tmp_path / "sheet.json"
    file.write_text(json.dumps({**EXAMPLE, "pack": "own"}), encoding="utf-8")
    id_ = run("--pack", str(own_pack), "import", str(file)).out.strip()
    for command in ("show", "export", "score", "ask"):
        outcome = run(command, id_)
        assert one_line(outcome, ""), outcome.err
        assert "was answered with the pack “own”" in outcome.err
        assert "social-media; or name the sheet's own pack with --pack FOLDER" in outcome.err
    assert "--pack FOLDER" in run("score", str(file)).err


# ── the command line itself ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "arguments",
    [
        ("frob",),
        ("score",),
        ("score", str(EXAMPLE_FILE), "--format", "xml"),
        ("--lang", "fr"),
        ("list", "--frob"),
        ("list", "--lan", "de"),
        ("schema", "everything"),
        ("completion", "cmd"),
        ("export",),
        ("new", "a", "b"),
    ],
)
def test_command_line_at_fault(run: Run, arguments: tuple[str, ...]) -> None:
    """Exit code 2, usage and reason on standard error, nothing else."""
    outcome = run(*arguments)
    assert (outcome.code, outcome.out, outcome.err.startswith("usage: smcheck")) == (2, "", True)


@pytest.mark.parametrize(
    ("arguments", "end"),
    [
        (("scroe", "x"), "Did you mean “score”?"),
        (("score", "--format", "jsno", "x"), "Did you mean “json”?"),
        (("score", "--fromat=json", "x"), "unrecognized arguments: --fromat=json. Did you mean “--format”?"),
        (("completion", "fihs"), "Did you mean “fish”?"),
        (("list", "--frobnicate"), "smcheck list: error: unrecognized arguments: --frobnicate"),
        (("list", "100%s"), "smcheck list: error: unrecognized arguments: 100%s"),
    ],
)
def test_the_nearest_word_of_the_command_line(run: Run, arguments: tuple[str, ...], end: str) -> None:
    """A mistyped command, option or choice is told with what comes nearest; without where nothing does."""
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith(f"{end}\n")


@pytest.mark.parametrize(
    ("command", "choices"),
    [("schema", "{sheet,result,pack}"), ("completion", "{bash,zsh,fish}")],
)
def test_an_argument_is_called_as_help_calls_it(run: Run, command: str, choices: str) -> None:
    """What is told to be wrong has the name that stands in the help."""
    assert f"argument {choices}: invalid choice" in run(command, "frob").err
    assert f"required: {choices}" in run(command).err
    assert f"smcheck {command}" in run(command, "--help").out
    assert choices in run(command, "--help").out


def test_organisation_that_cannot_be_stored(run: Run) -> None:
    """A name that is not UTF-8 is told before the first question, not after the first answer."""
    assert one_line(run("new", "Beispiel \udcff GmbH"), "a text with half a character cannot be stored")
