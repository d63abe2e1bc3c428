"""Sheet files that were answered under an older version of their questionnaire, through the real program."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from smcheck.pack import default_folder
from support.builders import PACK
from support.cli import EXAMPLE_FILE, program

FIGURE = ("figures/documented.toml", "percent = 90", "percent = 70")
VERSION = ("pack.toml", 'version = "2.0.0"', 'version = "2.1.0"')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped pack, to be edited."""
    target = tmp_path / "pack"
    shutil.copytree(default_folder(), target)
    return target


def edit(folder: Path, *changes: tuple[str, str, str]) -> None:
    """Put one text in place of another in files of a pack."""
    for name, old, new in changes:
        file = folder / name
        content = file.read_text(encoding="utf-8")
        assert old in content, (name, old)
        file.write_text(content.replace(old, new, 1), encoding="utf-8")


def remove_agency(folder: Path) -> None:
    """A pack without the item ``team.agency``, as another version would be."""
    edit(
        folder,
        ("pack.toml", '  { id = "agency" },\n', ""),
        ("pack.toml", '    { answer = "team.agency", is = ["yes"] },\n', ""),
    )
    for language in ("de", "en"):
        texts = folder / f"{language}.toml"
        content = texts.read_text(encoding="utf-8")
        texts.write_text(re.sub(r"\[items\.team\.agency\][^\[]*", "", content), encoding="utf-8")
    (folder / "example.json").unlink()


def exported(tmp_path: Path, folder: Path, store: str = "sheets.db") -> Path:
    """A sheet file as the pack in ``folder`` exports it; its store keeps that pack."""
    common = ("--pack", str(folder), "--store", str(tmp_path / store))
    id_ = program(tmp_path, "import", str(EXAMPLE_FILE), *common).out.strip()
    file = tmp_path / "old.json"
    file.write_text(program(tmp_path, "export", id_, *common).out, encoding="utf-8")
    return file


@pytest.mark.parametrize("version", [(VERSION,), ()], ids=["newer", "same number"])
def test_a_file_is_measured_with_the_pack_that_it_was_answered_under(
    tmp_path: Path, folder: Path, version: tuple[tuple[str, str, str], ...]
) -> None:
    """The store has it: the same bytes as before, and it is told; ``--current`` measures with the newer."""
    file = exported(tmp_path, folder)
    score = ("score", str(file), "--format", "json", "--pack", str(folder))
    before = program(tmp_path, *score)
    assert (before.code, before.err) == (0, "")
    edit(folder, FIGURE, *version)
    after = program(tmp_path, *score)
    assert (0, before.out) == (after.code, after.out)
    assert "--current measures with the newer one" in after.err
    assert f"{file}: Answered under version 2.0.0" in after.err
    current = program(tmp_path, *score, "--current")
    assert (current.code, current.out == before.out) == (0, False)


def test_a_file_whose_pack_is_not_kept_is_told_of(tmp_path: Path, folder: Path) -> None:
    """Another store has no such pack: it is measured with the current one, and both versions are named."""
    file = exported(tmp_path, folder, "other.db")
    edit(folder, FIGURE, VERSION)
    done = program(tmp_path, "score", str(file), "--pack", str(folder))
    assert done.code == 0
    assert done.err == (
        f"smcheck: {file}: Answered under version 2.0.0 of the questionnaire, which is not kept,"
        " and measured with version 2.1.0.\n"
    )
    assert not (tmp_path / "sheets.db").exists()
    imported = program(tmp_path, "import", str(file), "--pack", str(folder))
    assert (imported.code, imported.err) == (0, done.err)


def test_two_packs_of_the_same_number_are_told_apart(tmp_path: Path, folder: Path) -> None:
    """An author who forgot to raise the number: the hashes say which is which."""
    file = exported(tmp_path, folder, "other.db")
    edit(folder, FIGURE)
    done = program(tmp_path, "score", str(file), "--pack", str(folder))
    old, new = re.findall(r"version 2\.0\.0 \(([0-9a-f]{8})\)", done.err)
    assert (old, done.code) == (json.loads(file.read_text("utf-8"))["pack_hash"][:8], 0)
    assert old != new


@pytest.mark.parametrize("command", ["score", "import"])
@pytest.mark.parametrize(
    "named", [{"pack_version": "1.9.0"}, {"pack_version": "1.9.0", "pack_hash": PACK.hash}]
)
def test_a_file_that_names_another_version_and_has_nothing_unknown(
    tmp_path: Path, command: str, named: dict[str, Any]
) -> None:
    """It is told every time, once for each sheet."""
    sheet = {**json.loads(EXAMPLE_FILE.read_text("utf-8")), **named}
    file = tmp_path / "sheets.jsonl"
    file.write_text(f"{json.dumps(sheet)}\n{json.dumps(sheet)}\n", encoding="utf-8")
    done = program(tmp_path, command, str(file))
    told = f"version 1.9.0 of the questionnaire, which is not kept, and measured with version {PACK.version}."
    assert (done.code, done.err.count(told)) == (0, 2)


def test_an_item_that_is_gone(tmp_path: Path, folder: Path) -> None:
    """With its pack in the store the item is read; without, it is kept and told, and comes back whole."""
    file = exported(tmp_path, folder)
    sheet = json.loads(file.read_text("utf-8"))
    remove_agency(folder)
    for pack_version in ("2.0.0", "2.1.0"):
        if pack_version == "2.1.0":
            edit(folder, VERSION)
        common = ("--pack", str(folder))
        known = program(tmp_path, "score", str(file), *common)
        assert (known.code, "agency" in known.err) == (0, False), known.err
        elsewhere = ("--store", str(tmp_path / "empty.db"))
        unknown = program(tmp_path, "score", str(file), *common, *elsewhere)
        assert unknown.code == 0
        assert re.search(rf"2\.0\.0.*{re.escape(pack_version)}.*: answers\.team\.agency", unknown.err)
        id_ = program(tmp_path, "import", str(file), *common, *elsewhere).out.strip()
        shown = program(tmp_path, "show", id_, *common, *elsewhere)
        assert (shown.code, "answers.team.agency" in shown.err) == (0, True)
        again = json.loads(program(tmp_path, "export", id_, *common, *elsewhere).out)
        assert {**sheet, "id": id_} == again


def test_an_import_keeps_the_pack_that_was_answered(tmp_path: Path, folder: Path) -> None:
    """The store has the pack: an imported sheet is asked and scored with it, as its twin is."""
    file = exported(tmp_path, folder)
    id_ = json.loads(file.read_text("utf-8"))["id"]
    edit(folder, FIGURE, VERSION)
    imported = program(tmp_path, "import", str(file), "--pack", str(folder))
    assert "Answered under version 2.0.0 of the questionnaire and measured with it" in imported.err
    both = [
        json.loads(program(tmp_path, "score", name, "--format", "json", "--pack", str(folder)).out)
        for name in (id_, imported.out.strip())
    ]
    assert both[0]["benchmark"] == both[1]["benchmark"]
    assert both[1]["pack"]["version"] == "2.0.0"
