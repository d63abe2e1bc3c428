"""A sheet answered under an older version of its questionnaire, through the real program."""

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smcheck.pack import Pack, default_folder, restore_pack
from smcheck.report.case import open_case
from smcheck.report.data import dump_result
from smcheck.sheet import Sheet
from smcheck.store import Store, open_sheet
from smcheck.words.exchange import json_text
from support.builders import PACK, sheets
from support.cli import EXAMPLE_FILE, program

CHANGES = {
    "figure": ("figures/documented.toml", "percent = 90", "percent = 80"),
    "kind": ("pack.toml", 'kind = "judged"', 'kind = "described"'),
    "item removed": ("pack.toml", '  { id = "it", favourable = "yes", na = true },\n', ""),
    "option added": ("pack.toml", '"agency", "nobody"]', '"agency", "robot", "nobody"]'),
    "favourable": ("pack.toml", '{ id = "dedicated", favourable = "yes" }', '{ id = "dedicated" }'),
    "need": ("pack.toml", 'support = ["marketing", "support"]', 'support = ["support"]'),
    "rule": ("pack.toml", "max = 1 },", "max = 3 },"),
    "urgency": ("pack.toml", "urgency = 3", "urgency = 1"),
}
"""Edits of a pack that ask or score otherwise: file, what is there, what comes in its place."""
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


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", ["figure", "kind", "favourable", "need", "urgency"])
def test_a_newer_pack_changes_no_result_in_silence(tmp_path: Path, folder: Path, name: str) -> None:
    """``score`` prints the same bytes as before and tells of the newer version; ``--current`` uses that."""
    pack = ("--pack", str(folder))
    id_ = program(tmp_path, "import", str(EXAMPLE_FILE), *pack).out.strip()
    command = ("score", id_, "--format", "json", *pack)
    before = program(tmp_path, *command)
    assert (before.code, before.err) == (0, "")
    edit(folder, CHANGES[name], VERSION)
    after = program(tmp_path, *command)
    assert (0, before.out) == (after.code, after.out)
    assert re.search(r"2\.0\.0.*2\.1\.0", after.err)
    assert after.err.count("\n") == 1
    current = program(tmp_path, *command, "--current")
    assert (current.code, json.loads(current.out)["pack"]["version"]) == (0, "2.1.0")
    assert before.out != current.out
    again = program(tmp_path, *command)
    assert before.out == again.out, "--current looks, and changes nothing"


def test_the_older_questions_are_exported_and_shown(tmp_path: Path, folder: Path) -> None:
    """What the newer version no longer asks is still in ``show`` and ``export``, byte for byte."""
    pack = ("--pack", str(folder))
    id_ = program(tmp_path, "import", str(EXAMPLE_FILE), *pack).out.strip()
    commands = (("show", id_, "--history", *pack), ("export", id_, *pack))
    before = [program(tmp_path, *command).out for command in commands]
    edit(
        folder,
        ("pack.toml", '  { id = "agency" },\n', ""),
        ("pack.toml", '    { answer = "team.agency", is = ["yes"] },\n', ""),
        VERSION,
    )
    for language in ("de", "en"):
        texts = folder / f"{language}.toml"
        content = texts.read_text(encoding="utf-8")
        texts.write_text(re.sub(r"\[items\.team\.agency\][^\[]*", "", content), encoding="utf-8")
    shown = [program(tmp_path, *command) for command in commands]
    assert [done.code for done in shown] == [0, 0], shown
    assert before == [done.out for done in shown]


def test_only_texts_changed(tmp_path: Path, folder: Path) -> None:
    """Other words for the same questions are used at once, and nobody is told of a newer version."""
    pack = ("--pack", str(folder))
    id_ = program(tmp_path, "import", str(EXAMPLE_FILE), *pack).out.strip()
    edit(folder, ("en.toml", "Whoever feels like it", "Anybody who likes"))
    done = program(tmp_path, "show", id_, *pack)
    assert (done.code, done.err) == (0, "")
    assert "Anybody who likes: yes" in done.out


def edited(*names: str) -> Pack:
    """The shipped pack with some changes, and another version."""
    contents = {name: content.decode() for name, content in PACK.contents.items()}
    for file, old, new in (*(CHANGES[name] for name in names), VERSION):
        contents[file] = contents[file].replace(old, new, 1)
    if "item removed" in names:  # nothing may speak of what is not there
        contents["pack.toml"] = re.sub(r'"it"(, )?', "", contents["pack.toml"])
        contents["pack.toml"] = contents["pack.toml"].replace("lead = []", 'lead = ["management"]')
    return restore_pack(PACK.folder, {name: content.encode() for name, content in contents.items()})


def result_of(store: Store, current: Pack, id_: str) -> str:
    """The result of a stored sheet as it is shown under a current pack."""
    opened = open_sheet(store, current, id_)
    return json_text(dump_result(open_case(opened.pack, opened.journal.sheet)))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheet=sheets(), names=st.sets(st.sampled_from(sorted(CHANGES)), min_size=1))
def test_a_result_stays_until_it_is_adopted(tmp_path: Path, sheet: Sheet, names: set[str]) -> None:
    """Whatever was answered, whatever has changed: the same bytes until it goes over, then as if new."""
    newer = edited(*names)
    store = Store(tmp_path / "sheets.db")
    id_ = store.create(PACK, sheet)
    before = result_of(store, PACK, id_)
    assert before == result_of(store, newer, id_)
    assert PACK.hash == open_sheet(store, newer, id_).pack.hash
    store.change_pack(id_, newer)
    anew = store.create(newer, store.load(id_, newer).sheet)
    adopted = result_of(store, newer, id_)
    assert json.loads(adopted)["pack"]["version"] == "2.1.0"
    assert json.loads(result_of(store, newer, anew))["benchmark"] == json.loads(adopted)["benchmark"]
    store.close()
