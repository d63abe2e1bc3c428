"""The plain mode as a program: in a real terminal, where lines wrap, and through pipes, where they do not."""

import json
import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest
from rich.cells import cell_len

from support.builders import PACK, sheet_of
from support.cli import command, environment, program
from support.plain import ANSWERS, GIVEN, WHO
from support.stores import reading
from support.terminal import Terminal
from support.terminal_input import CTRL_C, ENTER

DUMB = {"TERM": "dumb"}
PROMPT = re.compile(
    rb"(?:Organisation|Respondent|Role or department|Sector|Country|Employees|Answer): |(?:next|format)\? "
)


def stored(path: Path) -> dict[str, str]:
    """The answers of the one sheet in a store."""
    with reading(path) as store:
        (entry,) = store.list_sheets()
        return dict(store.load(entry.id, PACK).sheet.answers)


def type_lines(terminal: Terminal, lines: list[str]) -> None:
    """Type each line once it is asked for."""
    for number, line in enumerate(lines, 1):
        terminal.wait_until(partial(has_asked, terminal, number))
        terminal.press(line, ENTER)


def has_asked(terminal: Terminal, times: int, _text: str) -> bool:
    """Whether so many lines have been asked for."""
    return len(PROMPT.findall(terminal.output)) >= times


@pytest.mark.parametrize("width", [40, 80])
def test_whole_sitting_in_a_terminal(tmp_path: Path, width: int) -> None:
    """From who answers to a file that is handed out; no line is longer than the window, no word is cut."""
    with Terminal(tmp_path, "ask", size=(width, 60), variables=DUMB) as terminal:
        type_lines(terminal, [*WHO, *ANSWERS, "", "2", "8", "10"])
        terminal.wait_for("Saved:")
        terminal.press("q", ENTER)
        assert terminal.wait_end() == 0
    assert b"\x1b" not in terminal.output
    lines = terminal.output.decode().replace("\r", "").split("\n")
    assert [line for line in lines if cell_len(line) > width and "/" not in line] == []
    heard = " ".join(" ".join(lines).split())
    assert "whether it gets done when everyone is busy." in heard
    assert "2. Comparison: each answer beside the surveyed companies." in heard
    assert stored(tmp_path / "sheets.db") == dict(sheet_of(GIVEN).answers)
    result = json.loads((tmp_path / "smcheck-beispiel-gmbh.result.json").read_text("utf-8"))
    assert result["answers"]["daily"] == "support"


def test_continued_lines_stand_under_their_text(tmp_path: Path) -> None:
    """What is numbered goes on under its own words, not under the number."""
    with Terminal(tmp_path, "example", size=(40, 60), variables=DUMB) as terminal:
        shown = terminal.wait_for("What next?")
        terminal.press("q", ENTER)
        assert terminal.wait_end() == 0
    rows = shown.splitlines()
    start = rows.index("3. Who does what: which department for")
    assert rows[start + 1] == "   which goal and challenge."
    assert not (tmp_path / "sheets.db").exists()


def test_lines_are_whole_in_a_pipe(tmp_path: Path) -> None:
    """What goes into a pipe is one line for each sentence, whatever width the environment tells of."""
    typed = "\n".join([*WHO, *ANSWERS, "", "2", "q", ""]).encode()
    outcomes = [
        program(tmp_path, "ask", stdin=typed, variables={"COLUMNS": width}).out for width in ("40", "80")
    ]
    narrow, wide = (outcome.partition("To go on")[0] for outcome in outcomes)
    assert narrow == wide
    assert max(map(len, wide.splitlines())) > 120


def test_end_of_input_in_the_menu(tmp_path: Path) -> None:
    """Where the input ends in the menu all is stored, it is said how to go on, and the next begins there."""
    first = program(tmp_path, "ask", stdin="\n".join([*WHO, *ANSWERS, "", "what if", "+"]).encode())
    assert first.code == 0
    command_line = first.out.splitlines()[-1].partition("To go on: smcheck ")[2].split()
    again = program(tmp_path, *command_line, stdin=b"")
    assert (again.code, again.out.splitlines()[1]) == (0, "Beispiel GmbH: complete, 1 don't know.")
    assert stored(tmp_path / "sheets.db") == dict(sheet_of(GIVEN).answers)


def test_interrupted_in_the_menu(tmp_path: Path) -> None:
    """Ctrl-C in the menu: exit code 130, and how to go on with what is stored."""
    with Terminal(tmp_path, "ask", variables=DUMB) as terminal:
        type_lines(terminal, [*WHO, *ANSWERS, ""])
        terminal.wait_for("What next?")
        terminal.press(CTRL_C)
        assert terminal.wait_end() == 130
    assert b"Everything is stored. To go on: smcheck ask " in terminal.output
    assert stored(tmp_path / "sheets.db") == dict(sheet_of(GIVEN).answers)


def test_reader_that_has_heard_enough(tmp_path: Path) -> None:
    """A pipe that closes in the middle of the result: exit code 0, nothing said, all answers stored."""
    typed = "\n".join([*WHO, *ANSWERS, "", *["2"] * 300, ""]).encode()
    with subprocess.Popen(
        command("ask"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        cwd=tmp_path,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(typed)
        process.stdin.close()
        while b"What next?" not in process.stdout.readline():
            pass
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(timeout=60), said) == (0, b"")
    assert stored(tmp_path / "sheets.db") == dict(sheet_of(GIVEN).answers)


def test_newer_questionnaire_is_gone_over_to(tmp_path: Path) -> None:
    """A sheet of an older version is told so; from the menu it goes over to the newer one for good."""
    older = shutil.copytree(PACK.folder, tmp_path / "older")
    for name, before, after in (
        ("pack.toml", 'version = "2.0.0"', 'version = "1.9.0"'),
        ("figures/documented.toml", "percent = 51", "percent = 52"),
    ):
        text = (older / name).read_text("utf-8")
        assert before in text
        (older / name).write_text(text.replace(before, after), "utf-8")
    typed = "\n".join([*WHO, *ANSWERS, ""]).encode()
    program(tmp_path, "ask", "--pack", "older", stdin=typed)
    id_ = program(tmp_path, "list").out.split()[0]
    outcome = program(tmp_path, "ask", id_, stdin=b"\nnewer\ngo over\n")
    assert "by now it is 2.0.0" in outcome.err
    assert "11. Newer questionnaire: what it asks otherwise, and go over to it." in outcome.out
    assert "changed: figure A dedicated team that specialises in social media." in outcome.out
    assert "From now on the newer questionnaire holds." in outcome.out
    again = program(tmp_path, "ask", id_)
    assert (again.err, "Newer questionnaire" in again.out) == ("", False)
    assert stored(tmp_path / "sheets.db") == dict(sheet_of(GIVEN).answers)
