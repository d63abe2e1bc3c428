"""``smcheck report`` of one sheet: every format, what goes together, places, libraries, no names."""

import builtins
import io
import json
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smcheck.report.formats.registry import FORMATS, NAMES, format_named
from smcheck.sheet import parse_sheet
from smcheck.store import Store
from support.builders import EXAMPLE, PACK
from support.cli import EXAMPLE_FILE, TRACEBACK, Outcome, command, environment, program
from support.live_text import LIVE
from support.logo import png
from support.runs import process

Run = Callable[..., Outcome]
BEGINS = {
    "word": b"PK\x03\x04",
    "powerpoint": b"PK\x03\x04",
    "pdf": b"%PDF-",
    "html": b"<!doctype html>",
    "excel": b"PK\x03\x04",
    "csv": b"\xef\xbb\xbf",
    "markdown": b"# Beispiel GmbH",
    "text": b"Beispiel GmbH",
    "json": b"{",
}
SECRETS = {
    "organisation": "Geheimwerk",
    "respondent": "Verborgenius",
    "role": "Obergeheimrat",
    "note": "Fluesterwort",
}
"""Words that stand nowhere else, where people type."""


@pytest.fixture
def secret_file(tmp_path: Path) -> Path:
    """A sheet with names and notes."""
    file = tmp_path / "sheet.json"
    sheet = {
        **EXAMPLE,
        "id": "geheim7",
        "organisation": f"{SECRETS['organisation']} AG",
        "respondent": SECRETS["respondent"],
        "profile": {**EXAMPLE["profile"], "role": SECRETS["role"]},
        "notes": {"team": f"Das {SECRETS['note']} bleibt hier."},
    }
    file.write_text(json.dumps(sheet), encoding="utf-8")
    return file


def everything_in(content: bytes) -> bytes:
    """The bytes of a file and of all that is packed into it: parts of a zip, streams of a PDF."""
    found = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found += [name.encode() for name in archive.namelist()]
            found += [everything_in(archive.read(name)) for name in archive.namelist()]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            found.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            found.append(stream)
    if content.startswith(b"%PDF"):
        import pypdf

        reader = pypdf.PdfReader(io.BytesIO(content))
        found += [page.extract_text().encode() for page in reader.pages]
        found.append(str(reader.metadata).encode())
    return b"\n".join(found)


# ── every format ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
def test_every_format_by_its_ending(run: Run, tmp_path: Path, name: str) -> None:
    """The file is there, is of the format, and the command says where it lies."""
    file = f"report.{format_named(name).ending}"
    done = run("report", str(EXAMPLE_FILE), "-o", file)
    assert (done.code, done.out, done.err) == (0, "", f"Saved: {file}\n")
    content = (tmp_path / file).read_bytes()
    assert content[:20].lower().startswith(BEGINS[name].lower())
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file]


@pytest.mark.sample(4)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_name_like_any_is_a_name(run: Run, tmp_path: Path, name: str, language: str) -> None:
    """Whatever was typed: the report is made, whole and readable, under a name that does nothing."""
    sheet = {**EXAMPLE, "organisation": "\n".join(LIVE.values()), "notes": {"team": "\n".join(LIVE.values())}}
    (tmp_path / "live.json").write_text(json.dumps(sheet), encoding="utf-8")
    done = run("--lang", language, "report", "live.json", "--format", name, "-o", "out/")
    assert (done.code, TRACEBACK in done.err) == (0, False), done.err
    (file,) = (
        path for path in (tmp_path / "out").iterdir() if path.suffix == f".{format_named(name).ending}"
    )
    assert file.name.isprintable()
    assert set(file.name).isdisjoint('/\\<>:"|?*\n')


@pytest.mark.parametrize("ending", ["csv", "md", "TXT", "json"])
def test_a_format_is_named_by_its_ending_too(run: Run, tmp_path: Path, ending: str) -> None:
    """``--format md`` is ``--format markdown``."""
    done = run("report", str(EXAMPLE_FILE), "--format", ending)
    assert done.code == 0, done.err
    assert [path.suffix for path in tmp_path.glob("Beispiel*")] == [f".{ending.lower()}"]


def test_every_format_has_one_ending_of_its_own() -> None:
    """No two formats share an ending."""
    endings = [ending for format_ in FORMATS for ending in format_.endings]
    assert len(endings) == len(set(endings))


def test_to_standard_output(tmp_path: Path) -> None:
    """``-`` writes the bytes and nothing else; nothing is kept."""
    done = program(tmp_path, "report", str(EXAMPLE_FILE), "--format", "csv", "-o", "-")
    assert (done.code, done.err, done.out[:1]) == (0, "", "\ufeff")
    assert list(tmp_path.iterdir()) == []


def test_a_stored_sheet_and_a_figure_set(run: Run, tmp_path: Path) -> None:
    """By its id, measured against another survey."""
    id_ = Store(tmp_path / "store" / "sheets.db").create(PACK, parse_sheet(EXAMPLE, PACK))
    assert run("report", id_[:4], "-o", "a.json", "--figures", "ragan-2012").code == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["figures"]["id"] == "ragan-2012"


def test_the_plan_as_a_table(run: Run, tmp_path: Path) -> None:
    """``--table plan`` is another table than the items."""
    for table in ("items", "plan"):
        assert run("report", str(EXAMPLE_FILE), "--table", table, "-o", f"{table}.csv").code == 0
    items, plan = ((tmp_path / f"{name}.csv").read_text("utf-8-sig") for name in ("items", "plan"))
    assert ("team.dedicated" in items, "team.dedicated" in plan) == (True, False)
    assert ("Name who is responsible" in items, "Name who is responsible" in plan) == (False, True)


def test_a_brand(run: Run, tmp_path: Path) -> None:
    """Name and colour of a ``_brand.yml`` are in the workbook; a fault in it is told, and nothing is made."""
    (tmp_path / "_brand.yml").write_text(
        "meta: {name: Muster}\ncolor: {primary: '#7A1F5C'}", encoding="utf-8"
    )
    assert run("report", str(EXAMPLE_FILE), "--brand", "_brand.yml", "-o", "a.xlsx").code == 0
    inside = everything_in((tmp_path / "a.xlsx").read_bytes())
    assert b"Muster" in inside
    assert b"7A1F5C" in inside
    (tmp_path / "_brand.yml").write_text("meta: {nme: Muster}", encoding="utf-8")
    done = run("report", str(EXAMPLE_FILE), "--brand", "_brand.yml", "-o", "b.xlsx")
    assert (done.code, (tmp_path / "b.xlsx").exists()) == (1, False)
    assert "_brand.yml: meta.nme" in done.err
    assert "Did you mean “name”?" in done.err


def test_the_brand_of_the_settings(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --brand the settings' one holds, told from where they lie; their fault stops the report."""
    (tmp_path / "config").mkdir()
    settings = tmp_path / "config" / "settings.toml"
    monkeypatch.setenv("SMCHECK_SETTINGS", str(settings))
    settings.write_text('brand = "own.toml"', encoding="utf-8")
    (tmp_path / "config" / "own.toml").write_text('meta.name = "Eigenmarke"', encoding="utf-8")
    (tmp_path / "other.toml").write_text('meta.name = "Fremdmarke"', encoding="utf-8")
    for file, more in (("a.xlsx", ()), ("b.xlsx", ("--brand", "other.toml"))):
        assert run("report", str(EXAMPLE_FILE), "-o", file, *more).code == 0
    assert b"Eigenmarke" in everything_in((tmp_path / "a.xlsx").read_bytes())
    assert b"Eigenmarke" not in everything_in((tmp_path / "b.xlsx").read_bytes())
    settings.write_text('brnd = "own.toml"', encoding="utf-8")
    done = run("report", str(EXAMPLE_FILE), "-o", "c.xlsx")
    assert (done.code, "Did you mean “brand”?" in done.err) == (1, True)
    assert run("report", str(EXAMPLE_FILE), "-o", "c.xlsx", "--brand", "other.toml").code == 0


@pytest.mark.parametrize("settings", ["brand = ", 'brand = "missing.yml"'])
def test_a_brand_that_is_not_shown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    """A fault in the settings or their brand stops no format that has no brand."""
    (tmp_path / "settings.toml").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("SMCHECK_SETTINGS", str(tmp_path / "settings.toml"))
    codes = {
        ending: run("report", str(EXAMPLE_FILE), "-o", f"a.{ending}").code
        for ending in ("md", "txt", "json", "xlsx")
    }
    assert codes == {"md": 0, "txt": 0, "json": 0, "xlsx": 1}


# ── no names ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
def test_anonymous(run: Run, tmp_path: Path, secret_file: Path, name: str) -> None:
    """None of the words that people typed is in the file or its name; without the option they are."""
    for folder, more in (("open", ()), ("anonymous", ("--anonymous",))):
        assert run("report", str(secret_file), "--format", name, "-o", f"{folder}/", *more).code == 0
    (shown,) = files_in(tmp_path / "open", name)
    (hidden,) = files_in(tmp_path / "anonymous", name)
    inside = everything_in(hidden.read_bytes()).decode("utf-8", "replace") + hidden.name
    assert [word for word in [*SECRETS.values(), "geheim7"] if word.lower() in inside.lower()] == []
    assert SECRETS["organisation"] in everything_in(shown.read_bytes()).decode("utf-8", "replace")
    kept = (tmp_path / "anonymous" / ".smcheck-reports").read_text(encoding="utf-8")
    assert [word for word in [*SECRETS.values(), "geheim7"] if word.lower() in kept.lower()] == []


@pytest.mark.parametrize("command", [("score", "--format", "json"), ("score",), ("export",)])
def test_anonymous_elsewhere(run: Run, tmp_path: Path, secret_file: Path, command: tuple[str, ...]) -> None:
    """A result and an exported sheet without names; what is exported can be read again."""
    assert run("import", str(secret_file)).code == 0
    told, hidden = run(*command, "geheim7"), run(*command, "geheim7", "--anonymous")
    assert (told.code, hidden.code) == (0, 0)
    assert SECRETS["organisation"] in told.out
    assert [word for word in [*SECRETS.values(), "geheim7"] if word.lower() in hidden.out.lower()] == []
    if command == ("export",):
        assert json.loads(told.out)["answers"] == json.loads(hidden.out)["answers"]
        (tmp_path / "again.json").write_text(hidden.out, encoding="utf-8")
        assert run("import", "again.json").code == 0


def files_in(folder: Path, name: str) -> list[Path]:
    """The reports of a format in a folder."""
    return [path for path in folder.iterdir() if path.suffix == f".{format_named(name).ending}"]


# ── what does not go together ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "which sheet?"),
        (("x",), "which format? --format word|powerpoint|pdf|html|excel|csv|markdown|text|json"),
        (("x", "--all", "-o", "y/"), "--all means every stored sheet"),
        (("--all", "--format", "pdf", "-o", "y.pdf"), "several sheets need a folder"),
        (("x", "-o", "y.dcx"), "Did you mean “.docx”?"),
        (("x", "-o", "y"), "which format?"),
        (("x", "-o", "y.pdf", "--format", "word"), "--format says word, the ending of y.pdf says pdf"),
        (("x", "-o", "y.pdf", "--template", "t.docx"), "--template is for Word and PowerPoint"),
        (("x", "-o", "y.pdf", "--table", "plan"), "--table is for csv"),
        (("x", "-o", "y.pdf", "--name", "{client}"), "--name is for names in a folder"),
        (("x", "--format", "pdf", "--name", "{clint}"), "Did you mean “client”?"),
        (("x", "--format", "pdf", "--name", "{client"), "braces that do not match"),
        (("x", "--format", "pdf", "--name", "{client!r:>9}"), "more than a field in braces"),
        (("x", "--format", "pdf", "--name", "{client.__class__}"), "unknown field “client.__class__”"),
        (("x", "--format", "exel"), "invalid choice"),
        ((str(EXAMPLE_FILE), str(EXAMPLE_FILE), "-o", "y.pdf"), "several sheets need a folder"),
    ],
)
def test_the_command_line_is_at_fault(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Told before anything is read; exit code 2."""
    done = run("report", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_several_lines_of_one_file_need_a_folder(run: Run, tmp_path: Path) -> None:
    """A file of two sheets is two reports."""
    (tmp_path / "two.jsonl").write_text(f"{json.dumps(EXAMPLE)}\n" * 2, encoding="utf-8")
    assert run("report", "two.jsonl", "-o", "a.txt").code == 2
    assert run("report", "two.jsonl", "--format", "text", "-o", "out/").code == 0
    assert len(files_in(tmp_path / "out", "text")) == 2
    (tmp_path / "none.jsonl").write_text("\n", encoding="utf-8")
    done = run("report", "none.jsonl", "-o", "b.txt")
    assert (done.code, done.err.startswith("smcheck: none.jsonl: ")) == (1, True)


# ── places ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["excel", "text"])
def test_never_over_another_file(run: Run, tmp_path: Path, name: str) -> None:
    """Without --force what is there stays, and the command says so; with it, it is replaced."""
    file = tmp_path / f"a.{format_named(name).ending}"
    file.write_bytes(b"mine")
    done = run("report", str(EXAMPLE_FILE), "-o", file.name)
    assert (done.code, file.read_bytes()) == (1, b"mine")
    assert done.err == f"smcheck: {file.name}: the file exists; expected: another name, or --force\n"
    assert run("report", str(EXAMPLE_FILE), "-o", file.name, "--force").code == 0
    assert file.read_bytes() != b"mine"


@pytest.mark.parametrize("place", ["missing/a.csv", "/dev/full/a.csv"])
def test_a_place_that_cannot_be_written(run: Run, tmp_path: Path, place: str) -> None:
    """The reason is told with the place; nothing is left."""
    done = run("report", str(EXAMPLE_FILE), "-o", place)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"smcheck: {place}: cannot be written (")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """The old file is untouched, and no half one lies beside it."""
    assert program(tmp_path, "report", str(EXAMPLE_FILE), "-o", "a.xlsx").code == 0
    before = (tmp_path / "a.xlsx").read_bytes()
    ran = process(
        tmp_path, "report", str(EXAMPLE_FILE), "--force", "-o", "a.xlsx", launch=("--largest", "2000")
    )
    assert (ran.code, (tmp_path / "a.xlsx").read_bytes()) == (1, before)
    assert "a.xlsx: cannot be written (File too large)" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_standard_output_that_is_full(tmp_path: Path) -> None:
    """It is told, and is a fault."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("report", str(EXAMPLE_FILE), "--format", "csv", "-o", "-"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
            cwd=tmp_path,
            check=False,
        )
    assert (done.returncode, b"standard output: No space left on device" in done.stderr) == (1, True)


def test_what_cannot_be_read_back_is_not_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays where the new one is not whole."""
    from smcheck.report.formats import excel

    (tmp_path / "a.xlsx").write_bytes(b"old")
    monkeypatch.setattr(excel, "tables", lambda _document: ())
    done = run("report", str(EXAMPLE_FILE), "-o", "a.xlsx", "--force")
    assert (done.code, (tmp_path / "a.xlsx").read_bytes()) == (1, b"old")
    assert done.err != ""


# ── without the libraries ─────────────────────────────────────────────────────────────────────

LIBRARIES = {
    "docxtpl",
    "docx",
    "pptx",
    "typst",
    "fontpkg_inter",
    "jinja2",
    "xlsxwriter",
    "openpyxl",
    "pypdf",
    "yaml",
    "PIL",
}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if smcheck had been installed without its extra."""
    real = builtins.__import__

    def import_(name: str, *arguments: Any, **named: Any) -> Any:
        if name.partition(".")[0] in LIBRARIES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *arguments, **named)

    modules = dict(sys.modules)
    for name in [name for name in modules if name.startswith("smcheck.report.formats.")]:
        package, _dot, module = name.rpartition(".")
        if module != "registry":
            # The attribute, too: else what is imported without its library stays in the package for good.
            monkeypatch.delattr(modules[package], module, raising=False)
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", import_)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", ["word", "powerpoint", "pdf", "html", "excel"])
def test_without_its_library(run: Run, tmp_path: Path, name: str) -> None:
    """The command says what to install, once, and makes nothing."""
    file = f"a.{format_named(name).ending}"
    for names in (
        (str(EXAMPLE_FILE), "-o", file),
        (*[str(EXAMPLE_FILE)] * 2, "--format", name, "-o", "out/"),
    ):
        done = run("report", *names)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith(f"smcheck: {name} needs the library ")
        assert done.err.endswith("expected: pip install 'smcheck[report]'\n")
        assert len(done.err.splitlines()) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", ["csv", "markdown", "text", "json"])
def test_what_needs_no_library(run: Run, tmp_path: Path, name: str) -> None:
    """The other formats are made as ever; a brand in YAML, or with a PNG, says what it needs."""
    assert run("report", str(EXAMPLE_FILE), "-o", f"a.{format_named(name).ending}").code == 0
    (tmp_path / "_brand.yml").write_text("meta: {name: Muster}", encoding="utf-8")
    done = run("report", str(EXAMPLE_FILE), "--brand", "_brand.yml", "-o", f"b.{format_named(name).ending}")
    assert (done.code, "pip install 'smcheck[report]'" in done.err) == (1, True)
    (tmp_path / "logo.png").write_bytes(png(4, 4))
    (tmp_path / "brand.toml").write_text('logo = "logo.png"', encoding="utf-8")
    done = run("report", str(EXAMPLE_FILE), "--brand", "brand.toml", "-o", f"c.{format_named(name).ending}")
    assert (done.code, "PNG needs the library PIL" in done.err) == (1, True)
