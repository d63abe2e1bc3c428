"""smcheck uses no network and starts no other program: every socket is shut while it runs."""

import ast
import shutil
import sys
from pathlib import Path

import pytest

from smcheck.cli import COMMAND_MODULES
from smcheck.report.formats.registry import NAMES
from smcheck.sheet import parse_sheet
from smcheck.store import Store
from support.app import format_keys
from support.builders import EXAMPLE, PACK
from support.cli import EXAMPLE_FILE, PACKAGES
from support.runs import process
from support.terminal import Terminal
from support.terminal_input import DOWN, ENTER, ESCAPE, F2, F10
from support.watch import WATCHED, events

NETWORK = {
    *("socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "poplib", "imaplib"),
    *(
        "nntplib",
        "telnetlib",
        "socketserver",
        "xmlrpc",
        "webbrowser",
        "requests",
        "httpx",
        "aiohttp",
        "urllib3",
    ),
    *("websockets", "textual_serve", "multiprocessing.connection", "subprocess"),
}
"""What nobody loads who stays at home."""
LOADED = {"socket"}
"""What pydantic loads when it is imported; that it opens nothing is held by the sockets being shut."""
LOCAL = {"multiprocessing.connection"}
"""What the processes that score many sheets hear of each other by: pipes of this computer."""


def reached(log: Path) -> list[list[str]]:
    """What would have left the program."""
    files = {
        "open",
        "os.link",
        "os.rename",
        "os.remove",
        "os.symlink",
        "os.mkdir",
        "os.chmod",
        "tempfile.mkstemp",
    }
    return [event for event in events(log) if event[0] not in files]


COMMANDS: dict[str, tuple[str, ...]] = {
    "new": ("new", "Beispiel GmbH"),
    "ask": ("ask",),
    "ask again": ("ask", "netz22"),
    "example": ("example",),
    "list": ("list",),
    "show": ("show", "netz22", "--history", "--lang", "de"),
    "delete": ("delete", "--yes", "netz22"),
    "export": ("export", "netz22", "-o", "sheet.json"),
    "import": ("import", str(EXAMPLE_FILE)),
    "score text": ("score", "netz22", "--format", "text"),
    "score json": ("score", str(EXAMPLE_FILE), "--format", "json", "-o", "result.json"),
    "score jsonl": ("score", "netz22", "netz22", "--format", "jsonl"),
    "score markdown": ("score", "netz22", "--format", "markdown"),
    **{
        f"report {name}": ("report", "netz22", "--format", name, "-o", "out/", "--brand", "_brand.yml")
        for name in NAMES
    },
    "report all": ("report", "--all", "--format", "csv", "-o", "out/"),
    "lint": ("lint",),
    "lint a pack": ("lint", "pack"),
    "schema sheet": ("schema", "sheet"),
    "schema result": ("schema", "result"),
    "schema pack": ("schema", "pack"),
    "completion": ("completion", "bash"),
    "help": ("--help",),
    "version": ("--version",),
    "another pack": ("score", "pack/example.json", "--pack", "pack"),
}


def test_every_command_is_here() -> None:
    """The list above leaves out none."""
    assert set(COMMAND_MODULES) == {arguments[0] for arguments in COMMANDS.values()} & set(COMMAND_MODULES)


@pytest.mark.sample(6)
@pytest.mark.parametrize("command", COMMANDS)
def test_commands(tmp_path: Path, command: str) -> None:
    """Each command does its work without reaching for a network."""
    store = Store(tmp_path / "sheets.db")
    store.create(PACK, parse_sheet({**EXAMPLE, "id": "netz22"}, PACK))
    store.close()
    shutil.copytree(PACK.folder, tmp_path / "pack")
    (tmp_path / "_brand.yml").write_text("meta: {name: Muster}", encoding="utf-8")
    # A line that cannot be done would end a sitting: one that goes on asks no names any more.
    typed = (
        b"h\n1\nq\n"
        if command == "ask again"
        else b"\n" * (5 if command == "new" else 6) + b"1\n" * 3 + b"q\n"
    )
    ran = process(tmp_path, *COMMANDS[command], stdin=typed, program=(WATCHED, "log"))
    assert (ran.code, reached(tmp_path / "log")) == (0, [])


def test_a_sitting_in_the_app(tmp_path: Path) -> None:
    """Nor does the app: started, answered, asked for its reasons, exported and left."""
    with Terminal(
        tmp_path, size=(80, 30), instead=(sys.executable, WATCHED, "log", "new", "Netz")
    ) as terminal:
        terminal.wait_for("1 [ ]")
        terminal.press("1", ENTER)
        terminal.wait_for("2 of 7")
        terminal.press("r")
        terminal.wait_for("F1")
        terminal.press(F2)
        terminal.wait_for("Overview")
        terminal.press(ENTER)
        terminal.wait_for("Why? ")
        terminal.press(ESCAPE)
        terminal.wait_until(lambda text: "Why? " not in text)
        terminal.press("2", "3", "4", "5", "6", "e")
        terminal.wait_for("Markdown")
        terminal.press(*[DOWN] * len(format_keys("txt")), ENTER)
        terminal.wait_for("smcheck-netz.txt")
        terminal.wait_for("Saved:")
        terminal.press("q")
        terminal.wait_for("Netz")
        terminal.press("\x10")  # Ctrl+P
        terminal.wait_for("Search")
        terminal.press(F10)
        assert terminal.wait_end() == 0
    assert (tmp_path / "smcheck-netz.txt").exists()
    assert reached(tmp_path / "log") == []


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    "harm",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.gethostbyname('localhost')",
        "import socket; socket.socketpair()[0].connect('/nowhere')",
        "import socket; socket.socket(socket.AF_UNIX).bind('here')",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import asyncio; asyncio.run(asyncio.open_connection('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
    ],
)
def test_what_is_shut(tmp_path: Path, harm: str) -> None:
    """The watch bites: whoever does reach out fails, is written down, and cannot hide it by catching it."""
    ran = process(tmp_path, "-c", harm, program=(WATCHED, "log"))
    assert "is shut" in ran.err or ran.code == 0
    assert reached(tmp_path / "log") != []
    caught = f"try:\n exec({harm!r})\nexcept Exception:\n pass"
    assert process(tmp_path, "-c", caught, program=(WATCHED, "log2")).code == 0
    assert reached(tmp_path / "log2") != []


def test_what_is_open(tmp_path: Path) -> None:
    """The pair of sockets by which an event loop wakes itself is no network."""
    code = "import asyncio, socket; asyncio.run(asyncio.sleep(0)); a, b = socket.socketpair(); a.send(b'x')"
    assert process(tmp_path, "-c", code, program=(WATCHED, "log")).code == 0
    assert reached(tmp_path / "log") == []


def imported(module: Path) -> set[str]:
    """The modules that a module imports, wherever in it, with all that they are part of."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            parts = name.split(".")
            found |= {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
    return found


def test_no_module_of_ours_imports_a_network() -> None:
    """No line of smcheck names a module that reaches out or starts programs."""
    modules = list((PACKAGES / "smcheck").rglob("*.py"))
    assert len(modules) > 80
    assert {str(module): names for module in modules if (names := imported(module) & NETWORK - LOCAL)} == {}


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "command", ["list", "export", "import", "score json", "score markdown", "lint", "ask"]
)
def test_no_network_is_loaded(tmp_path: Path, command: str) -> None:
    """Without the app, nothing that reaches out is loaded, by whichever library."""
    store = Store(tmp_path / "sheets.db")
    store.create(PACK, parse_sheet({**EXAMPLE, "id": "netz22"}, PACK))
    store.close()
    unwanted = sorted(NETWORK - LOADED)
    code = (
        "import sys; from smcheck.cli import main; code = main(sys.argv[1:]);"
        f"print(*sorted(set({unwanted!r}) & sys.modules.keys()), file=sys.stderr); sys.exit(code)"
    )
    shutil.copytree(PACK.folder, tmp_path / "pack")
    # In English: in German a clone translates with Babel, which knows mail, which knows sockets.
    ran = process(tmp_path, *COMMANDS[command], stdin=b"\n" * 6 + b"s\n" * 5, program=("-c", code))
    assert (ran.code, ran.err.splitlines()[-1:]) == (0, [""])


def test_the_app_loads_no_more_than_its_event_loop(tmp_path: Path) -> None:
    """The app loads asyncio, which loads sockets for itself, and nothing that speaks over a network."""
    code = (
        "import asyncio, sys; before = set(sys.modules)\n"
        "from smcheck.tui.app import SmcheckApp\nfrom smcheck.tui.screens import result, home, export, ask\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    ran = process(tmp_path, program=("-c", code))
    loaded = set(ran.out.split())
    assert (ran.code, loaded & (NETWORK - {"subprocess"})) == (0, set())
    assert "smcheck.tui.app" in loaded
