"""``smcheck score`` of many sheets: on all cores, in order, with the same bytes; how far it is; its end."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from time import sleep
from typing import Any, cast

import pytest

from smcheck.cli import pool, scoring
from smcheck.cli.progress import Progress
from smcheck.words.language import use
from support.builders import EXAMPLE
from support.cli import Outcome, command, environment
from support.terminal import Terminal
from support.terminal_input import CTRL_C

Run = Callable[..., Outcome]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Sheets in several files, some at fault, one of another version, a missing file, a stored sheet's id."""
    lines = []
    for number in range(60):
        more: dict[str, Any] = {"organisation": f"Beispiel {number} GmbH"}
        if number % 7 == 3:
            more = {"answers": {"team": {"dedicatd": "yes"}}}
        if number == 20:
            more |= {"pack_version": "9.1.0", "answers": {"team": {"robot": "yes"}}}
        lines.append(json.dumps({**EXAMPLE, **more}))
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, "", "{"]), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(EXAMPLE, indent=1), encoding="utf-8")
    (tmp_path / "c").write_text("\n".join(lines[:9]) + "\n", encoding="utf-8")
    return ["a.jsonl", "nowhere.json", "b.json", "nosuchid", "c", "a.jsonl", "b.json"]


@pytest.fixture(params=[1, 2])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many processes work, from the sixth sheet on."""
    monkeypatch.setattr(scoring, "MANY", 5)
    monkeypatch.setattr(pool, "cores", lambda: request.param)
    return int(request.param)


@pytest.mark.sample(2)
class _Endless:
    """Texts of results that never end."""

    faults = 0

    def __iter__(self) -> Iterator[str]:
        return map(str, count())


@pytest.mark.parametrize("format_", ["json", "jsonl", "text", "markdown"])
def test_results_are_written_as_they_come(format_: str) -> None:
    """However many sheets there are, only a few results are held in memory."""
    pieces = scoring._results(format_, cast("scoring._Texts", _Endless()))
    assert [str(number) in piece for number, piece in enumerate(islice(pieces, 3))] == [True] * 3


@pytest.mark.sample(3)
@pytest.mark.parametrize("format_", ["json", "jsonl", "text", "markdown"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_several_processes_write_the_same_bytes(
    run: Run, files: list[str], monkeypatch: pytest.MonkeyPatch, format_: str, language: str
) -> None:
    """Results in order, faults, notices and exit code are those of one process."""
    arguments = ("--lang", language, "score", "--format", format_, *files)
    one = run(*arguments)
    monkeypatch.setattr(scoring, "MANY", 5)
    monkeypatch.setattr(pool, "cores", lambda: 2)
    monkeypatch.setattr(pool, "_CHUNK", 3)
    assert one == run(*arguments)
    assert one.code == 1
    assert len(one.err.splitlines()) == 2 * (9 + 1 + 1) + 2 + 1


@pytest.mark.usefixtures("processes")
def test_a_file_with_too_many_faults(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read on, which is told once; the next file is scored, even where it is the same again."""
    for module in ("smcheck.cli.scoring", "smcheck.sheet.file"):
        monkeypatch.setattr(f"{module}.MAX_FAULTS", 10)
    good = json.dumps(EXAMPLE)
    (tmp_path / "a.jsonl").write_text("\n".join([good, *["{}"] * 500, good]), encoding="utf-8")
    (tmp_path / "b.json").write_text(good, encoding="utf-8")
    done = run("score", "--format", "jsonl", "a.jsonl", "b.json", "a.jsonl")
    assert (done.code, len(done.out.splitlines())) == (1, 3)
    said = done.err.splitlines()
    assert len(said) == 22
    assert [line for line in said if "{}" not in line and "missing" not in line] == [said[10], said[21]]
    assert said[10] == "smcheck: a.jsonl:12: too many faults; what follows is not read"


@pytest.mark.usefixtures("processes")
def test_an_unknown_figure_set_lists_those_that_there_are(run: Run, files: list[str]) -> None:
    """One fault for all sheets, with every name."""
    done = run("score", *files, "--figures", "nowhere")
    assert (done.code, done.out) == (1, "")
    assert "b2b-dach-2021" in done.err
    assert "tcs-2013" in done.err
    assert len(done.err.splitlines()) == 1


@pytest.fixture
def many(tmp_path: Path) -> str:
    """A file of more sheets than are scored in a minute, however long we are kept waiting."""
    line = json.dumps(EXAMPLE) + "\n"
    (tmp_path / "many.jsonl").write_text(line * 100_000, encoding="utf-8")
    return "many.jsonl"


def children_of(process: int) -> list[int]:
    """The processes that a process has started."""
    return [int(id_) for id_ in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def is_running(process: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def scored(tmp_path: Path, many: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The program in the middle of many sheets."""
    process = subprocess.Popen(
        command("score", "--format", "jsonl", many),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    assert process.stdout is not None
    assert process.stdout.readline().endswith(b"\n")
    yield process
    process.kill()
    process.communicate()


def test_an_interruption_ends_it_at_once(scored: "subprocess.Popen[bytes]") -> None:
    """The exit code is 130, nothing is said, and what was written ends with a whole line."""
    scored.send_signal(signal.SIGINT)
    out, err = scored.communicate(timeout=60)
    assert (scored.returncode, err) == (130, b"")
    assert out.count(b"\n") < 20_000


@pytest.mark.sample(1)
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left(scored: "subprocess.Popen[bytes]", number: signal.Signals) -> None:
    """However the program ends, the processes that it started end with it."""
    started = children_of(scored.pid)
    scored.send_signal(number)
    scored.communicate(timeout=60)
    for _moment in range(600):
        if not any(map(is_running, started)):
            break
        sleep(0.1)
    assert [process for process in started if is_running(process)] == []


def test_a_reader_that_has_read_enough(scored: "subprocess.Popen[bytes]") -> None:
    """``| head`` is no fault."""
    assert scored.stdout is not None
    assert scored.stderr is not None
    scored.stdout.close()
    assert scored.stderr.read() == b""
    assert scored.wait(timeout=60) == 0


def test_a_terminal_sees_how_far_it_is(tmp_path: Path, many: str) -> None:
    """One line tells how many are done; Ctrl-C, which goes to all processes, ends it without a word."""
    with Terminal(tmp_path, "score", "--format", "jsonl", "-o", "out.jsonl", many) as window:
        window.wait_for("of 100000 sheets", "left")
        before, *lines = window.output.split(b"\r\x1b[K")
        assert not before
        assert all(b" of 100000 sheets" in line for line in lines), "it stays: the results go elsewhere"
        window.press(CTRL_C)
        assert window.wait_end() == 130
        assert "sheets" not in window.text
        assert "Traceback" not in window.text
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("language", "done", "elapsed", "expected"),
    [
        ("en", 10, 0.5, "10 of 1000 sheets"),
        ("en", 0, 5, "0 of 1000 sheets"),
        ("en", 100, 2, "100 of 1000 sheets · about 18 seconds left"),
        ("en", 990, 10, "990 of 1000 sheets · about 1 second left"),
        ("en", 1000, 10, "1000 of 1000 sheets · about 1 second left"),
        ("en", 10, 10, "10 of 1000 sheets · about 17 minutes left"),
        ("en", 1200, 10, "1200 of 1200 sheets · about 1 second left"),
        ("de", 100, 2, "100 von 1000 Bögen · noch etwa 18 Sekunden"),
        ("de", 990, 10, "990 von 1000 Bögen · noch etwa 1 Sekunde"),
        ("de", 10, 10, "10 von 1000 Bögen · noch etwa 17 Minuten"),
    ],
)
def test_what_the_line_says(language: str, done: int, elapsed: float, expected: str) -> None:
    """How many of how many, and after a second how long it still takes, rounded up."""
    use(language)
    progress = Progress(1000)
    for _sheet in range(done):
        progress.advance()
    assert expected == progress.line(elapsed)


def test_no_line_where_nobody_looks(run: Run, files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error that is no terminal gets faults only."""
    monkeypatch.setattr(scoring, "MANY", 5)
    monkeypatch.setattr("smcheck.cli.progress._INTERVAL", 0)
    assert "\r" not in run("score", *files).err
