"""What each command loads: nothing heavy that it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

from smcheck.pack import load_pack
from smcheck.report.formats.registry import NAMES
from smcheck.sheet import load_sheet
from smcheck.store import Store
from support.cli import EXAMPLE_FILE, PACKAGES, environment

LIST = """
import sys
from smcheck.cli import main
code = main(sys.argv[1:])
sys.stdout.flush()
print("\\n" + " ".join(["loaded:", str(code), *sorted(sys.modules)]))
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command line has loaded when it is done, which it must be without a fault."""
    done = subprocess.run(
        [sys.executable, "-c", LIST, *arguments],
        input="q\n",
        capture_output=True,
        text=True,
        env=environment(folder),
        cwd=folder,
        timeout=60,
        check=True,
    )
    code, *names = done.stdout.rpartition("loaded: ")[2].split()
    assert code == "0", done.stderr
    return set(names)


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("completion", "bash"), ("score", "--help"), ("report", "--help")],
)
def test_help_loads_next_to_nothing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Help, version and completion wait for no library at all."""
    if arguments[0] == "completion" and not (PACKAGES / "smcheck" / "completions").exists():
        pytest.skip("completions are made while smcheck is installed")
    found = loaded(tmp_path, *arguments)
    assert found.isdisjoint({"pydantic", "textual", "rich", "sqlite3", "platformdirs", "tomllib"})


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("lint",),
        ("ask",),
        ("example",),
        ("schema", "result"),
        ("score", str(EXAMPLE_FILE)),
        ("score", str(EXAMPLE_FILE), "--format", "markdown"),
        ("score", str(EXAMPLE_FILE), "--format", "jsonl", "-o", "x.jsonl"),
    ],
    ids=" ".join,
)
def test_no_command_but_the_app_loads_textual(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Without a terminal to draw on nothing that draws is loaded; texts ask Rich how wide they are."""
    assert loaded(tmp_path, *arguments).isdisjoint({"textual", "rich.console"})


def test_a_list_loads_no_pack(tmp_path: Path) -> None:
    """Stored sheets are listed, and looked for in vain, without the pack and what reads one."""
    store = Store(tmp_path / "sheets.db")
    for filled in (False, True):
        if filled:
            pack = load_pack()
            store.create(pack, load_sheet(EXAMPLE_FILE, pack))
            store.close()
        found = loaded(tmp_path, "list")
        assert found.isdisjoint({"pydantic", "tomllib", "smcheck.pack", "smcheck.sheet", "smcheck.scoring"})


def test_sheets_load_no_textual(tmp_path: Path) -> None:
    """Nor is it for stored sheets."""
    pack = load_pack()
    store = Store(tmp_path / "sheets.db")
    id_ = store.create(pack, load_sheet(EXAMPLE_FILE, pack))
    store.close()
    for command in (("show", id_, "--history"), ("export", id_), ("score", id_), ("delete", id_, "--yes")):
        assert loaded(tmp_path, *command).isdisjoint({"textual", "rich.console"})


@pytest.mark.parametrize("format_", ["json", "jsonl", "text", "markdown"])
def test_scoring_files_loads_little(tmp_path: Path, format_: str) -> None:
    """Results of a file need neither store nor platform's folders."""
    found = loaded(tmp_path, "score", str(EXAMPLE_FILE), "--format", format_)
    assert found.isdisjoint({"sqlite3", "platformdirs", "textual", "rich.console"})
    assert format_ in {"text", "markdown"} or "rich" not in found


LIBRARIES = {
    "word": {"docx", "docxtpl", "jinja2", "lxml"},
    "powerpoint": {"pptx", "lxml", "PIL", "xlsxwriter"},
    "pdf": {"typst", "pypdf", "fontpkg_inter", "PIL"},
    "html": {"jinja2"},
    "excel": {"xlsxwriter", "openpyxl", "lxml", "PIL"},
}
"""What each format of reports may load, and others may not; some libraries take others where they are."""


@pytest.mark.sample(2)
@pytest.mark.parametrize("format_", NAMES)
def test_a_report_loads_the_libraries_of_its_format(tmp_path: Path, format_: str) -> None:
    """And no other: nobody waits for Word who wants a table."""
    found = {name.partition(".")[0] for name in loaded(tmp_path, *REPORT, "--format", format_)}
    heavy = set().union(*LIBRARIES.values()) | {"textual"}
    assert found & heavy <= LIBRARIES.get(format_, set())


REPORT = ("report", str(EXAMPLE_FILE), "-o", "out/")


def test_the_library_scores_without_a_screen(tmp_path: Path) -> None:
    """Scoring as a library loads neither Textual nor Rich."""
    script = (
        "import sys; from smcheck import advise, assess, load_pack, load_sheet\n"
        "pack = load_pack(); sheet = load_sheet(sys.argv[1], pack)\n"
        "result = assess(pack, pack.figures(), sheet); advise(pack, pack.figures(), sheet, result)\n"
        "print(sorted({'textual', 'rich'} & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(EXAMPLE_FILE)],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=60,
        check=True,
    )
    assert done.stdout == "[]\n"
