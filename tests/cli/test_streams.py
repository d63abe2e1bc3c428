"""What is at the other ends of the streams: pipes, closed readers, full disks, foreign encodings, signals."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.builders import EXAMPLE
from support.cli import EXAMPLE_FILE, environment, program

COMMAND = [sys.executable, "-m", "smcheck"]


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line in bash, where ``$SMCHECK`` is the program; the exit code is that of its first part."""
    return subprocess.run(
        ["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"],
        env=environment(folder, SMCHECK=" ".join(COMMAND), FILE=str(EXAMPLE_FILE)),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "line",
    [
        "$SMCHECK score $FILE --format jsonl | head -n 0",
        "$SMCHECK --help | head -n 0",
        "$SMCHECK schema result | head -n 1",
        "$SMCHECK completion bash | head -n 1",
        "$SMCHECK example | head -n 1",
    ],
)
def test_a_reader_that_has_read_enough(tmp_path: Path, line: str) -> None:
    """Whoever reads may stop at any line: exit code 0, no traceback."""
    done = shell(tmp_path, line)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_was_never_there(tmp_path: Path) -> None:
    """The same where nobody has read anything when the first of many results is written."""
    reading, writing = os.pipe()
    os.close(reading)
    lines = json.dumps(EXAMPLE) + "\n"
    done = subprocess.run(
        [*COMMAND, "score", "-", "--format", "jsonl"],
        input=lines.encode() * 50,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk(tmp_path: Path) -> None:
    """A result that cannot be written is told in one line, with exit code 1."""
    done = shell(tmp_path, "$SMCHECK score $FILE > /dev/full")
    assert (done.returncode, done.stderr) == (1, f"smcheck: standard output: {os.strerror(28)}\n")


@pytest.mark.skipif(os.name == "nt", reason="a stream of another kind")
def test_an_input_that_cannot_be_read(tmp_path: Path) -> None:
    """It is the input that is named."""
    done = shell(tmp_path, "$SMCHECK ask 0> written")
    assert done.returncode == 1
    assert done.stderr == f"smcheck: standard input: cannot be read ({os.strerror(9)})\n"


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("$SMCHECK import $FILE --store sheets.db", "sheets.db"),
        ("echo A | $SMCHECK ask --store sheets.db", "standard input: line 1: sheets.db"),
        (
            "printf 'result\\nhand out\\n1\\n' | $SMCHECK ask $($SMCHECK import $FILE)",
            "standard input: line 3: the folder that smcheck was started in",
        ),
    ],
)
def test_a_folder_that_was_removed(tmp_path: Path, command: str, named: str) -> None:
    """What cannot be found from there is named, and not the output."""
    done = shell(tmp_path, f"mkdir gone; cd gone; rmdir ../gone; {command}")
    assert f"smcheck: {named}: {os.strerror(2)}" in done.stderr
    assert "standard output" not in done.stderr


@pytest.mark.parametrize("closing", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(tmp_path: Path, closing: str) -> None:
    """A program that is started without its streams runs all the same."""
    done = shell(tmp_path, f"$SMCHECK score $FILE --format json {closing}")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


def test_a_fault_that_nobody_hears(tmp_path: Path) -> None:
    """With standard error closed the exit code still tells."""
    assert shell(tmp_path, "$SMCHECK score nowhere.json 2>&-").returncode == 1


def test_lines_without_anybody(tmp_path: Path) -> None:
    """``ask`` with an empty or closed standard input leaves, and stores nothing."""
    for line in ("$SMCHECK ask < /dev/null", "$SMCHECK ask <&-", "$SMCHECK < /dev/null"):
        assert shell(tmp_path, line).returncode == 0
    assert not (tmp_path / "sheets.db").exists()


@pytest.mark.parametrize(
    "variables",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}],
)
def test_results_are_utf8_whatever_the_locale(tmp_path: Path, variables: dict[str, str]) -> None:
    """The same answers give the same bytes where the locale knows ASCII only."""
    (tmp_path / "x.json").write_text(json.dumps({**EXAMPLE, "organisation": "Ü 漢 🙂"}), encoding="utf-8")
    plain = program(tmp_path, "score", "x.json", "--format", "json")
    other = program(tmp_path, "score", "x.json", "--format", "json", variables=variables)
    assert (plain.out, "Ü 漢 🙂") == (other.out, json.loads(other.out)["sheet"]["organisation"])


def test_talk_in_a_terminal_that_knows_ascii_only(tmp_path: Path) -> None:
    """What standard error cannot show is shown by a stand-in instead of failing."""
    outcome = program(tmp_path, "score", "nowhere-ü.json", variables={"PYTHONIOENCODING": "ascii"})
    assert outcome.code == 1
    assert outcome.err.startswith("smcheck: nowhere-ue.json: ")


def test_hash_seed_and_order_change_no_byte(tmp_path: Path) -> None:
    """The same answers give the same bytes of JSON, in whatever order and however Python hashes."""
    answers = {
        question: dict(reversed(given.items())) if isinstance(given, dict) else given
        for question, given in reversed(EXAMPLE["answers"].items())
    }
    turned = {**dict(reversed(EXAMPLE.items())), "answers": answers}
    results = set()
    for seed, sheet in (("0", EXAMPLE), ("1", turned), ("4294967295", turned)):
        (tmp_path / "x.json").write_text(json.dumps(sheet), encoding="utf-8")
        for format_ in ("json", "jsonl"):
            outcome = program(
                tmp_path, "score", "x.json", "--format", format_, variables={"PYTHONHASHSEED": seed}
            )
            results.add((format_, outcome.code, outcome.out))
    assert len(results) == 2
    assert {code for _format, code, _out in results} == {0}


# ── signals ───────────────────────────────────────────────────────────────────────────────────


def test_interrupted_while_reading(tmp_path: Path) -> None:
    """Ctrl-C while a sheet is awaited: exit code 130, nothing said."""
    with subprocess.Popen(
        [*COMMAND, "score", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b" " * 1_000_000)  # more than a pipe holds, so somebody reads by now
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_left_with_another_store_and_pack(tmp_path: Path) -> None:
    """How to go on names the store and the pack that were named, as a shell takes them."""
    (tmp_path / "my packs").mkdir()
    own = shutil.copytree(EXAMPLE_FILE.parent, tmp_path / "my packs" / "own")
    named = ("--store", "my sheets.db", "--pack", str(own))
    lines = b"Beispiel GmbH\n" + b"\n" * 5 + b"1\nq\n"
    last = program(tmp_path, "ask", *named, stdin=lines).out.splitlines()[-1]
    id_ = program(tmp_path, "list", *named).out[:6]
    assert last.endswith(f"To go on: smcheck ask --store 'my sheets.db' --pack '{own}' {id_}")
    command = shlex.split(last.partition("To go on: smcheck ")[2])
    assert "Question 2" in program(tmp_path, *command, stdin=b"q\n").out


def asking(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    """``smcheck ask`` between pipes, which says each line at once."""
    return subprocess.Popen(
        [*COMMAND, "ask", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(folder, PYTHONUNBUFFERED="1"),
        bufsize=0,
    )


def test_a_line_about_a_sheet_that_was_deleted(tmp_path: Path) -> None:
    """What is gone is not said to be stored."""
    (id_,) = program(tmp_path, "import", str(EXAMPLE_FILE)).out.split()
    with asking(tmp_path, id_) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"j 1\n")
        heard = b""
        while b"Question 1" not in heard:
            heard += process.stdout.read(1)
        assert program(tmp_path, "delete", "--yes", id_).code == 0
        _out, err = process.communicate(b"1\n", timeout=60)
    assert (process.returncode, "stored. To go on" in err.decode()) == (1, False)
    assert f"no stored sheet “{id_}”" in err.decode()


def test_interrupted_at_a_question(tmp_path: Path) -> None:
    """Ctrl-C at a question: exit code 130, and how to go on with what is stored."""
    with asking(tmp_path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"Beispiel GmbH\n" + b"\n" * 5 + b"1\n")
        heard = b""
        while b"Question 2" not in heard:
            heard += process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    id_ = program(tmp_path, "list").out[:6]
    assert f"Everything is stored. To go on: smcheck ask {id_}\n" in err.decode()
    assert "A dedicated team that specialises in social media: yes" in program(tmp_path, "show", id_).out
