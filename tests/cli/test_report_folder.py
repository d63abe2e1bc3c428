"""``smcheck report`` into a folder: many at once, taken up again, and nobody's work replaced."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from smcheck.cli.output import write_output
from smcheck.cli.report import folder as report_folder
from smcheck.cli.report.ledger import FILE
from smcheck.sheet import parse_sheet
from smcheck.store import Store
from smcheck.words.language import use
from support.builders import EXAMPLE, PACK
from support.cli import Outcome
from support.runs import process
from support.terminal import Terminal

Run = Callable[..., Outcome]
ALL = ("report", "--all", "--format", "csv", "-o", "out")


@pytest.fixture
def ids(store_file: Path) -> list[str]:
    """Three stored sheets, two of which have the same name."""
    store = Store(store_file)
    names = ("Beispiel GmbH", "Muster AG", "beispiel gmbh")
    ids = [store.create(PACK, parse_sheet({**EXAMPLE, "organisation": name}, PACK)) for name in names]
    store.close()
    return ids


def reports(folder: Path) -> dict[str, bytes]:
    """The reports in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != FILE}


def change(store_file: Path, id_: str) -> None:
    """Another answer in a stored sheet."""
    store = Store(store_file)
    stored = store.load(id_, PACK)
    store.record(id_, stored.revision, [("answer", "departments.hr", "yes")], "")
    store.close()


def test_every_stored_sheet(run: Run, tmp_path: Path, ids: list[str]) -> None:
    """Each has its file, named by client, day and kind; names that are the same but for case get a number."""
    done = run(*ALL)
    assert (done.code, done.out, done.err) == (0, "", "3 reports saved in out.\n")
    names = sorted(name.lower() for name in reports(tmp_path / "out"))
    day = names[0].split()[2]
    assert names == [
        f"beispiel gmbh {day} items 2.csv",
        f"beispiel gmbh {day} items.csv",
        f"muster ag {day} items.csv",
    ]
    assert len(ids) == 3


def test_what_is_there_is_not_made_again(run: Run, tmp_path: Path, ids: list[str], store_file: Path) -> None:
    """Only the report of a sheet that has changed; that it is so is said."""
    run(*ALL)
    before = reports(tmp_path / "out")
    done = run(*ALL)
    assert (done.code, done.err) == (0, "3 reports were there already, their sheets unchanged.\n")
    assert reports(tmp_path / "out") == before
    change(store_file, ids[1])
    done = run(*ALL)
    changed = [name for name, content in reports(tmp_path / "out").items() if before[name] != content]
    assert len(changed) == 1
    assert changed[0].startswith("Muster AG")
    assert done.err.splitlines() == [
        f"Saved: out/{changed[0]}",
        "2 reports were there already, their sheets unchanged.",
    ]


def test_another_wish_is_another_report(run: Run, tmp_path: Path, ids: list[str]) -> None:
    """Another figure set or brand makes them anew, in place of those that nobody has touched."""
    run(*ALL)
    before = reports(tmp_path / "out")
    assert run(*ALL, "--figures", "ragan-2012").err == "3 reports saved in out.\n"
    assert reports(tmp_path / "out").keys() == before.keys()
    assert reports(tmp_path / "out") != before
    assert len(ids) == 3


@pytest.mark.parametrize("more", [(), ("--anonymous",)])
def test_one_sheet_after_the_other_of_the_same_name(
    run: Run, tmp_path: Path, ids: list[str], more: tuple[str, ...]
) -> None:
    """Each keeps its own file, whichever of them is made again."""
    one = ("report", "--format", "csv", "-o", "out/", *more)
    run(*one, ids[0])
    (first,) = reports(tmp_path / "out")
    assert run(*one, ids[2]).err == f"Saved: out/{beside(first)}\n"
    before = reports(tmp_path / "out")
    assert run(*one, ids[2], ids[0]).err == "2 reports were there already, their sheets unchanged.\n"
    assert run(*one, ids[2], "--figures", "ragan-2012").err == f"Saved: out/{beside(first)}\n"
    after = reports(tmp_path / "out")
    assert [name for name in after if after[name] != before.get(name)] == [beside(first)]


def test_the_ledger_names_nobody(run: Run, tmp_path: Path) -> None:
    """Not the client whom the name of a sheet's file tells."""
    (tmp_path / "Beispiel.json").write_text(json.dumps(EXAMPLE), encoding="utf-8")
    run("report", "Beispiel.json", "--anonymous", "--format", "csv", "-o", "out/")
    assert "Beispiel" not in (tmp_path / "out" / FILE).read_text("utf-8")


def test_a_sheet_that_has_moved_keeps_its_report(run: Run, tmp_path: Path) -> None:
    """A file in another folder holds the same sheet."""
    (tmp_path / "a.json").write_text(json.dumps(EXAMPLE), encoding="utf-8")
    run("report", "a.json", "--format", "csv", "-o", "out/")
    (tmp_path / "a.json").rename(tmp_path / "b.json")
    done = run("report", "b.json", "--format", "csv", "-o", "out/")
    assert done.err == "1 report was there already, its sheet unchanged.\n"
    assert len(reports(tmp_path / "out")) == 1


def beside(name: str) -> str:
    """The name of the second report that would have this name."""
    return f"{Path(name).stem} 2.csv".replace("Beispiel GmbH", "beispiel gmbh")


def test_a_name_that_another_sheet_would_get_as_its_second(
    run: Run, tmp_path: Path, store_file: Path
) -> None:
    """A company whose name ends with a number, beside two of the same name."""
    store = Store(store_file)
    for name in ("Muster 2", "Muster", "Muster"):
        store.create(PACK, parse_sheet({**EXAMPLE, "organisation": name}, PACK))
    store.close()
    done = run(*ALL, "--name", "{client}")
    assert done.err == "3 reports saved in out.\n"
    assert sorted(reports(tmp_path / "out")) == ["Muster 2.csv", "Muster 3.csv", "Muster.csv"]
    assert run(*ALL, "--name", "{client}").err.startswith("3 reports were there already")


def test_what_somebody_has_edited_stays(run: Run, tmp_path: Path, ids: list[str], store_file: Path) -> None:
    """It is not replaced when its sheet changes, and that is told; --force replaces it."""
    run(*ALL)
    (edited,) = (tmp_path / "out").glob("Muster AG*")
    edited.write_bytes(edited.read_bytes() + b"mine")
    mine = edited.read_bytes()
    assert run(*ALL).code == 0
    change(store_file, ids[1])
    for _time in range(2):  # and is told again as long as it is so
        done = run(*ALL)
        assert (done.code, edited.read_bytes()) == (1, mine)
        said, failed, fault = done.err.splitlines()
        assert (said, failed) == (
            "2 reports were there already, their sheets unchanged.",
            "1 report was not made:",
        )
        assert fault == (
            f"smcheck: out/{edited.name}: was edited since it was made, and is not what it would be now;"
            " expected: another name for the edited one, or --force"
        )
    assert run(*ALL, "--force").err == "3 reports saved in out.\n"
    assert edited.read_bytes() != mine


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_interruption(
    run: Run, tmp_path: Path, ids: list[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """What was made stays and is whole; the same command makes the rest."""
    written: list[Path] = []

    def write(path: Path, content: bytes, *, force: bool = False) -> None:
        if len(written) == 1:
            raise KeyboardInterrupt
        written.append(path)
        write_output(path, content, force=force)

    monkeypatch.setattr(report_folder, "write_output", write)
    done = run("--lang", language, *ALL)
    assert done.code == 130
    first, second = done.err.splitlines()
    assert str(written[0]) in first
    assert (
        second
        == {
            "en": "Interrupted; the same command goes on from here.",
            "de": "Unterbrochen; derselbe Befehl macht hier weiter.",
        }[language]
    )
    monkeypatch.setattr(report_folder, "write_output", write_output)
    before = reports(tmp_path / "out")
    done = run("--lang", language, *ALL)
    assert (done.code, len(done.err.splitlines())) == (0, 2)
    assert reports(tmp_path / "out").items() > before.items()
    assert len(reports(tmp_path / "out")) == len(ids)


def test_one_fault_stops_no_other(run: Run, tmp_path: Path, ids: list[str]) -> None:
    """It is named at the end, with what was made; exit code 1."""
    (tmp_path / "bad.json").write_text('{"format": 1}', encoding="utf-8")
    done = run("report", ids[0], "bad.json", "nowhere.json", ids[1], "--format", "text", "-o", "out/")
    assert (done.code, len(reports(tmp_path / "out"))) == (1, 2)
    lines = done.err.splitlines()
    assert lines[:2] == ["2 reports saved in out.", "2 reports were not made:"]
    assert [line.split(": ")[1] for line in lines[2:]] == ["bad.json", "nowhere.json"]


@pytest.mark.parametrize("name", ["word", "powerpoint"])
def test_a_template_that_does_not_fit(run: Run, tmp_path: Path, ids: list[str], name: str) -> None:
    """Is told once, not for each sheet."""
    (tmp_path / "master").write_bytes(b"nothing of the kind")
    for template in ("master", "nowhere"):
        done = run("report", *ids, "--format", name, "--template", template, "-o", "out/")
        assert (done.code, len(done.err.splitlines())) == (1, 1), done.err
        assert done.err.startswith(f"smcheck: {template}: ")
    assert reports(tmp_path / "out") == {}


def test_no_sheet_at_all(run: Run, tmp_path: Path) -> None:
    """There is nothing to make, and nothing is made."""
    done = run(*ALL)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("No sheet is stored in ")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{client}", "Muster AG"),
        ("{client} {kind} {language} {figures}", "Muster AG report en documented"),
        ("../{client}/{kind}", "Muster AG-report"),
        ("{{{client}}}", "Muster AG"),
        ("", "report"),
        ("con", "con_"),
        ("-{kind}", "report"),
    ],
)
def test_names_by_a_pattern(run: Run, tmp_path: Path, ids: list[str], pattern: str, expected: str) -> None:
    """Fields are filled in; the name leads nowhere else, whatever the pattern holds."""
    assert run("report", ids[1], "--format", "text", "-o", "out/", f"--name={pattern}").code == 0
    assert list(reports(tmp_path / "out")) == [f"{expected}.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "store"]


def test_a_file_where_the_folder_should_be(run: Run, tmp_path: Path, ids: list[str]) -> None:
    """Is told; so is a folder within a folder that there is not."""
    (tmp_path / "out").write_bytes(b"mine")
    done = run(*ALL)
    assert (done.code, (tmp_path / "out").read_bytes()) == (2, b"mine")
    done = run("report", *ids, "--format", "csv", "-o", "not/there/")
    assert (done.code, "not/there: cannot be made (No such file or directory)" in done.err) == (1, True)


def test_a_ledger_that_was_cut_off(run: Run, tmp_path: Path, ids: list[str]) -> None:
    """A report that has no line is taken for somebody's own; the others are known."""
    run(*ALL)
    ledger = tmp_path / "out" / FILE
    lines = [line for line in ledger.read_text(encoding="utf-8").splitlines() if line]
    ledger.write_text("\n".join([*lines[:2], lines[2][:20], "[]", "null", "[" * 100_000]), encoding="utf-8")
    done = run(*ALL)
    assert (done.code, "2 reports were there already" in done.err) == (1, True)
    assert "the file exists; expected: another name, or --force" in done.err
    assert run(*ALL, "--force").code == 0
    assert run(*ALL).err == "3 reports were there already, their sheets unchanged.\n"
    assert len(ids) == 3


def test_a_ledger_that_is_a_link(run: Run, tmp_path: Path, ids: list[str]) -> None:
    """Nothing is written through it."""
    (tmp_path / "out").mkdir()
    (tmp_path / "other").write_bytes(b"")
    (tmp_path / "out" / FILE).symlink_to(tmp_path / "other")
    done = run(*ALL)
    assert (done.code, (tmp_path / "other").read_bytes()) == (1, b"")
    assert FILE in done.err
    assert len(ids) == 3


def test_what_cannot_be_read(tmp_path: Path, store_file: Path, ids: list[str]) -> None:
    """A report or a folder that is shut is told by its name, and nothing is replaced."""
    command = (*ALL, "--store", str(store_file))
    assert process(tmp_path, *command).code == 0
    (shut,) = (tmp_path / "out").glob("Muster AG*")
    shut.chmod(0)
    ran = process(tmp_path, *command, launch=("--bound",))
    assert (ran.code, f"out/{shut.name}: cannot be read (Permission denied)" in ran.err) == (1, True)
    assert "2 reports were there already" in ran.err
    (tmp_path / "out").chmod(0)
    ran = process(tmp_path, *command, launch=("--bound",))
    (tmp_path / "out").chmod(0o700)
    assert (ran.code, "Permission denied" in ran.err, "standard output" in ran.err) == (1, True, False)
    assert len(ids) == 3


def test_the_reports_are_private(run: Run, tmp_path: Path, ids: list[str]) -> None:
    """Only their owner may read them, and what says which there are."""
    run(*ALL)
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()} == {0o600}
    assert (tmp_path / "out" / FILE).exists()
    assert len(ids) == 3


def test_how_far_it_is(tmp_path: Path) -> None:
    """On a terminal a line says so while it takes its time, and is gone at the end."""
    lines = "".join(
        f"{json.dumps({**EXAMPLE, 'organisation': f'Beispiel {number}'})}\n" for number in range(300)
    )
    (tmp_path / "many.jsonl").write_text(lines, encoding="utf-8")
    command = ("report", "many.jsonl", "--format", "text", "-o", "out/")
    with Terminal(tmp_path, *command, size=(60, 10)) as terminal:
        terminal.wait_for(" of 300 sheets")
        terminal.wait_for("300 reports saved in out.")
        assert terminal.wait_end() == 0
    assert len(reports(tmp_path / "out")) == 300
    use("en")
