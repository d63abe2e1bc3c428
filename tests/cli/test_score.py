"""``smcheck score``: formats, several sheets, faults, figure sets, standard input."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.builders import EXAMPLE, PACK
from support.cli import EXAMPLE_FILE, Outcome

Run = Callable[..., Outcome]


def sheet_file(path: Path, **more: Any) -> str:
    """A file with the design's sheet, changed by ``more``."""
    path.write_text(json.dumps({**EXAMPLE, **more}), encoding="utf-8")
    return str(path)


def names_of(lines: str) -> list[str]:
    """The organisations of results in JSON Lines, in order."""
    return [json.loads(line)["sheet"]["organisation"] for line in lines.splitlines()]


# ── formats ───────────────────────────────────────────────────────────────────────────────────


def test_text_is_the_default(run: Run) -> None:
    """Without --format the result is text, its name first, and nothing is said beside it."""
    outcome = run("score", str(EXAMPLE_FILE))
    assert (outcome.code, outcome.out.splitlines()[0], outcome.err) == (0, "Beispiel GmbH", "")


def test_markdown(run: Run) -> None:
    """Markdown begins with a heading."""
    outcome = run("score", str(EXAMPLE_FILE), "--format", "markdown")
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, "# Beispiel GmbH")


def test_json_of_one_sheet_is_an_object(run: Run) -> None:
    """One sheet gives one object with the numbers of its sections."""
    outcome = run("score", str(EXAMPLE_FILE), "--format", "json")
    result = json.loads(outcome.out)
    assert (
        result["benchmark"]["sections"]["departments"]["score"],
        result["benchmark"]["sections"]["departments"]["surveyed"],
    ) == ({"low": 25, "high": 50}, 59.75)


def test_json_of_several_sheets_is_a_list(run: Run, tmp_path: Path) -> None:
    """Several sheets give a list, in the order in which they are named."""
    names = ["Muster AG", "Beispiel GmbH"]
    files = [sheet_file(tmp_path / f"{n}.json", organisation=name) for n, name in enumerate(names)]
    outcome = run("score", *files, "--format", "json")
    assert names == [result["sheet"]["organisation"] for result in json.loads(outcome.out)]


def test_json_stays_a_list_where_one_of_two_is_at_fault(run: Run) -> None:
    """What a program gets depends on what it asked for, not on how many sheets were right."""
    outcome = run("score", str(EXAMPLE_FILE), "nowhere.json", "--format", "json")
    results = json.loads(outcome.out)
    assert (outcome.code, [one["sheet"]["organisation"] for one in results]) == (1, ["Beispiel GmbH"])


def test_jsonl_is_one_line_a_sheet_in_order(run: Run, tmp_path: Path) -> None:
    """Results come in the order of the files, and inside a file in the order of its lines."""
    lines = [json.dumps({**EXAMPLE, "organisation": name}) for name in ("B", "A", "D")]
    several = tmp_path / "several.jsonl"
    several.write_text("\n".join(lines), encoding="utf-8")
    first = sheet_file(tmp_path / "first.json", organisation="Z")
    outcome = run("score", first, str(several), first, "--format", "jsonl")
    assert names_of(outcome.out) == ["Z", "B", "A", "D", "Z"]


def test_jsonl_and_json_hold_the_same(run: Run) -> None:
    """The two formats differ in line feeds only."""
    one = run("score", str(EXAMPLE_FILE), "--format", "json").out
    line = run("score", str(EXAMPLE_FILE), "--format", "jsonl").out
    assert (1, json.loads(one)) == (len(line.splitlines()), json.loads(line))


@pytest.mark.parametrize(("format_", "between"), [("text", "\n\n"), ("markdown", "\n")])
def test_several_for_people_are_set_apart(run: Run, format_: str, between: str) -> None:
    """Two results are the same text twice, set apart by empty lines."""
    one = run("score", str(EXAMPLE_FILE), "--format", format_).out
    two = run("score", str(EXAMPLE_FILE), str(EXAMPLE_FILE), "--format", format_).out
    assert one + between + one == two


# ── several, one at fault ─────────────────────────────────────────────────────────────────────


def test_one_at_fault_is_told_and_the_others_are_scored(run: Run, tmp_path: Path) -> None:
    """The fault names file, place and the nearest valid word; the exit code is 1; the others are there."""
    good = sheet_file(tmp_path / "good.json")
    bad = sheet_file(tmp_path / "bad.json", answers={"team": {"dedicatd": "yes"}})
    outcome = run("score", good, bad, good, "--format", "jsonl")
    assert (outcome.code, names_of(outcome.out)) == (1, ["Beispiel GmbH", "Beispiel GmbH"])
    assert outcome.err.startswith(f"smcheck: {bad}: answers.team.dedicatd: ")
    assert "Did you mean “dedicated”?" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_a_line_at_fault_is_told_by_its_number(run: Run, tmp_path: Path) -> None:
    """Of a file with a sheet on each line the others are scored too."""
    file = tmp_path / "several.jsonl"
    good = json.dumps(EXAMPLE)
    file.write_text(f"{good}\n{{\n{good}", encoding="utf-8")
    outcome = run("score", str(file), "--format", "jsonl")
    assert (outcome.code, len(outcome.out.splitlines())) == (1, 2)
    assert outcome.err.startswith(f"smcheck: {file}:2: ")


def test_no_file_and_no_id(run: Run, store_file: Path) -> None:
    """A name that is nothing is told, and looking for it creates nothing."""
    outcome = run("score", "nowhere")
    assert (
        outcome.code,
        outcome.out,
        outcome.err,
    ) == (1, "", "smcheck: nowhere: no such file and no such stored sheet\n")
    assert not store_file.parent.exists()


@pytest.mark.parametrize("name", ["nofile.txt", "nofile.json", "./nofile"])
def test_no_file_and_no_id_beside_a_store(run: Run, name: str) -> None:
    """The same is said where there are stored sheets."""
    assert run("import", str(EXAMPLE_FILE)).code == 0
    outcome = run("score", name)
    assert (outcome.code, outcome.err) == (1, f"smcheck: {name}: no such file and no such stored sheet\n")


def test_an_id_that_no_file_can_have(run: Run, tmp_path: Path) -> None:
    """An id longer than any file's name is that of a stored sheet all the same."""
    (tmp_path / "long.json").write_text(json.dumps({**EXAMPLE, "id": "x" * 300}), encoding="utf-8")
    assert run("import", str(tmp_path / "long.json")).code == 0
    assert run("score", "x" * 300).code == 0
    assert run("score", "y" * 300).err.startswith("smcheck: yyy")


def test_a_folder_is_no_sheet(run: Run, tmp_path: Path) -> None:
    """A folder is told by its name."""
    outcome = run("score", str(tmp_path))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"smcheck: {tmp_path}: ")


def test_a_name_longer_than_any_file(run: Run) -> None:
    """A name that no file system takes is a fault like another."""
    outcome = run("score", "x" * 5000)
    assert (outcome.code, outcome.out) == (1, "")


# ── stored sheets ─────────────────────────────────────────────────────────────────────────────


def test_a_stored_sheet_scores_as_its_file(run: Run, tmp_path: Path) -> None:
    """Of a stored sheet and the file that it came from, all numbers are the same."""
    id_ = run("import", str(EXAMPLE_FILE)).out.strip()
    stored = json.loads(run("score", id_, "--format", "json").out)
    file = json.loads(run("score", str(EXAMPLE_FILE), "--format", "json").out)
    assert stored["sheet"]["id"] == id_
    assert {**file, "sheet": stored["sheet"]} == stored


def test_a_stored_sheet_by_the_beginning_of_its_id(run: Run) -> None:
    """Four characters do where they begin one id only."""
    id_ = run("import", str(EXAMPLE_FILE)).out.strip()
    assert run("score", id_[:4]).code == 0


# ── figures ───────────────────────────────────────────────────────────────────────────────────


def test_another_figure_set(run: Run) -> None:
    """The result says which set it is measured against."""
    outcome = run("score", str(EXAMPLE_FILE), "--figures", "bitkom-2012", "--format", "json")
    assert json.loads(outcome.out)["figures"]["id"] == "bitkom-2012"


def test_an_unknown_figure_set_is_told_once(run: Run) -> None:
    """One fault with all names and the nearest, however many sheets there are; nothing is scored."""
    outcome = run("score", str(EXAMPLE_FILE), str(EXAMPLE_FILE), "--figures", "documentd")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("unknown figure set “documentd”") == 1
    assert outcome.err.endswith("Did you mean “documented”?\n")
    assert f"expected: {', '.join(PACK.figure_sets)}." in outcome.err


# ── standard input ────────────────────────────────────────────────────────────────────────────


def from_input(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Let ``content`` be what is on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


def test_a_hyphen_is_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet from standard input scores as the file."""
    expected = run("score", str(EXAMPLE_FILE), "--format", "json").out
    from_input(monkeypatch, EXAMPLE_FILE.read_bytes())
    assert expected == run("score", "-", "--format", "json").out


def test_several_on_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet on each line of standard input; a fault names it and the line."""
    good = json.dumps(EXAMPLE)
    from_input(monkeypatch, f"{good}\n\n[]\n{good}\n".encode())
    outcome = run("score", "-", "--format", "jsonl")
    assert (outcome.code, len(outcome.out.splitlines())) == (1, 2)
    assert outcome.err.startswith("smcheck: standard input:3: ")


def test_standard_input_larger_than_any_sheet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too large is told instead of read on and on."""
    monkeypatch.setattr("smcheck.sheet.file.MAX_FILE_BYTES", 100)
    from_input(monkeypatch, b" " * 200)
    outcome = run("score", "-")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("smcheck: standard input: too large")
