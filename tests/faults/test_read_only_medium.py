"""A store on a medium that cannot be written to: read by every command, changed by none."""

import os
from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from smcheck.store import Store
from support.builders import PACK
from support.cli import EXAMPLE_FILE, Outcome, program

STORES = Path(__file__).parents[1] / "store" / "stores"


def _can_mount(folder: Path) -> bool:
    """Whether a medium of our own can be had here, as root has it in most places."""
    if os.name == "nt" or os.geteuid() != 0:
        return False
    return program(folder, "--version", launch=["--fixed", str(folder)]).code == 0


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    """A folder on a medium that the programs below cannot write to, with a store in it."""
    folder = tmp_path / "medium"
    folder.mkdir()
    if not _can_mount(folder):
        pytest.skip("no medium of our own can be had here")
    assert program(folder, "import", str(EXAMPLE_FILE)).code == 0
    return folder


def on_medium(medium: Path, *arguments: str) -> Outcome:
    """A command that reads or writes the store on the medium, which nothing can be written to."""
    elsewhere = medium.parent
    return program(elsewhere, *arguments, store=medium / "sheets.db", launch=["--fixed", str(medium)])


def test_reading_is_as_ever(medium: Path) -> None:
    """List, show, score and export give what they give of a store that can be written to."""
    store = medium / "sheets.db"
    listed = program(medium.parent, "list", store=store)
    sheet = listed.out.split()[0]
    for arguments in (("list",), ("show", sheet, "--history"), ("score", sheet), ("export", sheet)):
        assert on_medium(medium, *arguments) == program(medium.parent, *arguments, store=store)
    assert sorted(file.name for file in medium.iterdir()) == ["sheets.db"]


@pytest.mark.parametrize("arguments", [("import", str(EXAMPLE_FILE)), ("delete", "ID", "--yes")])
def test_writing_is_refused_with_a_sentence(medium: Path, arguments: tuple[str, ...]) -> None:
    """Who would change something is told why not, and nothing is changed."""
    before = (medium / "sheets.db").read_bytes()
    sheet = program(medium.parent, "list", store=medium / "sheets.db").out.split()[0]
    outcome = on_medium(medium, *(sheet if argument == "ID" else argument for argument in arguments))
    assert outcome.code == 1
    assert outcome.err.rpartition("smcheck: ")[2] == (
        f"{medium / 'sheets.db'}: the store is read-only: nothing can be written in its folder; "
        "expected: a folder that can be written to; --store FILE names a copy elsewhere\n"
    )
    assert (medium / "sheets.db").read_bytes() == before


def test_what_is_in_the_log_is_read_too(medium: Path) -> None:
    """What a killed program left in its log is on the medium as well, and is not overlooked."""
    path = medium / "sheets.db"
    writer = Store(path)
    writer.create(PACK, Sheet(PACK.id, organisation="Beispiel Logbuch"))
    files = {file.name: file.read_bytes() for file in medium.iterdir()}
    writer.close()
    for name, content in files.items():  # as if the writer had never closed it
        (medium / name).write_bytes(content)
    assert files["sheets.db-wal"]
    assert "Beispiel Logbuch" in on_medium(medium, "list").out


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists instead of modes")
@pytest.mark.parametrize("schema", [1, 2, 3, 4])
def test_a_file_that_is_read_only(tmp_path: Path, schema: int) -> None:
    """A store of any age in a file of mode 0444 is read, and nothing is left beside it that hinders later."""
    store = tmp_path / "data" / "sheets.db"
    store.parent.mkdir()
    store.write_bytes((STORES / f"schema-{schema}.db").read_bytes())
    store.chmod(0o444)
    listed = program(tmp_path, "list", store=store, launch=["--bound"])
    assert (listed.code, listed.err) == (0, "")
    assert listed.out
    refused = program(tmp_path, "import", str(EXAMPLE_FILE), store=store, launch=["--bound"])
    assert (refused.code, refused.err) == (1, f"smcheck: {store}: the store is read-only\n")
    assert [file.name for file in store.parent.iterdir()] == ["sheets.db"]
    store.chmod(0o644)
    assert program(tmp_path, "import", str(EXAMPLE_FILE), store=store, launch=["--bound"]).code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists instead of modes")
def test_a_link_is_as_the_file_that_it_leads_to(tmp_path: Path) -> None:
    """What counts is where the store itself lies: a link elsewhere neither opens nor closes it."""
    folders = [tmp_path / name for name in ("open", "closed")]
    for folder, other in zip(folders, reversed(folders), strict=True):
        folder.mkdir()
        assert program(tmp_path, "import", str(EXAMPLE_FILE), store=folder / "sheets.db").code == 0
        (folder / "link.db").symlink_to(other / "sheets.db")
    folders[1].chmod(0o555)
    to_open, to_closed = folders[1] / "link.db", folders[0] / "link.db"
    for store, codes in ((to_open, (0, 0)), (to_closed, (0, 1))):
        ran = [
            program(tmp_path, *arguments, store=store, launch=["--bound"])
            for arguments in (("list",), ("import", str(EXAMPLE_FILE)))
        ]
        assert tuple(outcome.code for outcome in ran) == codes, ran
    folders[1].chmod(0o755)


def test_somebody_elses_store(tmp_path: Path) -> None:
    """A store that may not be read is called that, and not damaged or foreign."""
    assert program(tmp_path, "import", str(EXAMPLE_FILE)).code == 0
    store = tmp_path / "sheets.db"
    store.chmod(0o000)
    outcome = program(tmp_path, "list", launch=["--bound"])
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == f"smcheck: {store}: permission denied\n"
