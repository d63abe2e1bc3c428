"""However the program is made to end: the terminal is as it was, and everything given is stored."""

import random
import signal
import subprocess
from pathlib import Path
from time import monotonic, sleep

import pytest

from support.cli import EXAMPLE_FILE, command, environment, program
from support.mirror import only, states_in
from support.stores import assert_whole
from support.terminal import TIMEOUT, Terminal
from support.terminal_input import CTRL_C, ENTER, F10


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("key", "number", "code"),
    [
        (CTRL_C, None, 130),
        (F10, None, 0),
        ("", signal.SIGINT, 128 + signal.SIGINT),
        ("", signal.SIGTERM, 128 + signal.SIGTERM),
        ("", signal.SIGHUP, 128 + signal.SIGHUP),
    ],
    ids=["Ctrl-C", "F10", "SIGINT", "SIGTERM", "SIGHUP"],
)
def test_the_end_restores_the_terminal(
    tmp_path: Path, key: str, number: signal.Signals | None, code: int
) -> None:
    """Each end has its exit code, restores the terminal, and the answer before it is stored."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        assert not window.is_restored()
        window.press("2")
        window.wait_for("2 [x]")
        if number is None:
            window.press(key)
        else:
            window.signal(number)
        assert code == window.wait_end()
        assert window.is_restored()
    assert only(path).answers == {"team.cross_departmental": "yes"}
    assert_whole(path)


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("key", "number"),
    [(CTRL_C, None), (F10, None), ("", signal.SIGTERM), ("", signal.SIGHUP)],
    ids=["Ctrl-C", "F10", "SIGTERM", "SIGHUP"],
)
def test_a_name_that_is_being_typed_is_kept(tmp_path: Path, key: str, number: signal.Signals | None) -> None:
    """The field of the form that is still being written on is stored when the program is made to end."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path) as window:
        window.wait_for("start a new sheet")
        window.press("nBeispiel GmbH")
        window.wait_until(lambda text: "Beispiel GmbH" in text)
        if number is None:
            window.press(key)
        else:
            window.signal(number)
        window.wait_end()
        assert window.is_restored()
    assert only(path).organisation == "Beispiel GmbH"


@pytest.mark.parametrize("key", [CTRL_C, "SIGTERM"])
def test_a_note_that_is_being_typed_is_kept(tmp_path: Path, key: str) -> None:
    """A note that was not closed yet is stored when the program is made to end."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        window.press("1nbis Jahresende")
        window.wait_for("bis Jahresende")
        if key == CTRL_C:
            window.press(key)
        else:
            window.signal(signal.SIGTERM)
        window.wait_end()
        assert window.is_restored()
    assert only(path).notes == {"team": "bis Jahresende"}


def test_a_closed_terminal_ends_the_program(tmp_path: Path) -> None:
    """When the window is closed the program ends by itself, and nothing is lost."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        window.press("2", ENTER)
        window.wait_for("Who answers")
        window.hang_up()
        assert window.process.wait(timeout=60) in {1, 128 + signal.SIGHUP, -signal.SIGHUP}
    assert (only(path).answers["team.cross_departmental"], only(path).position) == ("yes", "daily")
    assert_whole(path)


def test_told_to_go_on_while_it_starts(tmp_path: Path) -> None:
    """Woken all the time before its first page is there, though it never slept, it still ends by itself."""
    for _time in range(4):
        with Terminal(tmp_path, "new") as window:
            end = monotonic() + TIMEOUT
            while "1 [ ]" not in window.text:
                assert monotonic() < end, window.text
                window.signal(signal.SIGCONT)
                sleep(0.002)
            window.press(F10)
            assert window.wait_end() == 0


@pytest.mark.sample(1)
@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP])
def test_put_to_sleep_and_woken(tmp_path: Path, number: signal.Signals) -> None:
    """Stopped and told to go on, several times, the program takes every key as before."""
    with Terminal(tmp_path, "new") as window:
        window.wait_for("1 [ ]")
        for key in "123456":
            window.signal(number)
            window.wait_until(lambda _text: window.stopped)  # as a shell does before it says “fg”
            window.signal(signal.SIGCONT)
            window.settle()
            window.press(key)
            window.wait_for(f"{key} [x]")
        window.press(ENTER, "1", ENTER)
        window.wait_for("Which departments")
        threads = [
            Path(f"/proc/{window.process.pid}/task/{id_.name}/comm").read_text("ascii")
            for id_ in Path(f"/proc/{window.process.pid}/task").iterdir()
        ]
        assert len(threads) <= 3, threads
        window.press(F10)
        assert window.wait_end() == 0
        assert window.is_restored()


@pytest.mark.rounds(short=2, ci=6, long=200)
def test_an_end_at_any_moment_of_the_start(round_: int, chance: random.Random, tmp_path: Path) -> None:
    """Ended while it starts, the program says nothing of its inside and leaves the terminal as it was."""
    with Terminal(tmp_path, "new") as window:
        number = chance.choice([signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
        # Python itself says where it was interrupted, until the program is there to keep it from that.
        if number == signal.SIGINT or chance.random() < 0.5:
            window.wait_until(lambda _text: bool(window.output))
        sleep(chance.uniform(0, 0.3))
        window.signal(number)
        if chance.random() < 0.5:
            window.signal(number)
        code = window.wait_end()
        assert code in {-number, 128 + number}, window.text
        assert window.is_restored(), (number, window.output[-300:])
        assert "File " not in window.text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_line_mode_keeps_what_was_given(tmp_path: Path, number: signal.Signals) -> None:
    """The same without full screen: the answers before the end are stored, and no traceback is seen."""
    path = tmp_path / "sheets.db"
    with Terminal(tmp_path, "ask") as window:
        for _field in range(6):
            window.press(ENTER)
        window.wait_for("How is social media")
        window.press("2\r")
        window.wait_for("Who answers")
        if number == signal.SIGINT:
            window.press(CTRL_C)
        else:
            window.signal(number)
        code = window.wait_end()
        assert window.is_restored()
    if number == signal.SIGINT:
        assert (code, b"Everything is stored." in window.output) == (130, True)
    assert code in {128 + number, -number}
    assert only(path).answers["team.cross_departmental"] == "yes"


@pytest.mark.parametrize(
    "arguments", [("score", "--format", "jsonl"), ("score",), ("score", "--format", "json")]
)
def test_a_reader_that_has_read_enough(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """``| head -1`` gets its line; the program ends with 0 and says nothing."""
    process = subprocess.Popen(
        command(*arguments, *[str(EXAMPLE_FILE)] * 300),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().endswith(b"\n")
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_standard_output_is_told(tmp_path: Path) -> None:
    """Where the result cannot be written the program says so and ends with 1."""
    id_ = program(tmp_path, "import", str(EXAMPLE_FILE)).out.strip()
    for arguments in (("export", id_), ("score", id_), ("list",), ("show", id_, "--history")):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                command(*arguments),
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(tmp_path),
                check=False,
                timeout=60,
            )
        assert (done.returncode, done.stderr) == (1, b"smcheck: standard output: No space left on device\n")


def test_the_result_can_be_open_at_the_end(tmp_path: Path) -> None:
    """Killed with its result open, a sheet opens at its result again."""
    path = tmp_path / "sheets.db"
    id_ = program(tmp_path, "import", str(EXAMPLE_FILE)).out.strip()
    with Terminal(tmp_path) as window:
        window.wait_for("Beispiel GmbH")
        window.press("r")
        window.wait_for("Comparison", "Do next")
        window.kill()
    assert states_in(path)[id_].finished
    with Terminal(tmp_path) as window:
        window.wait_for("Beispiel GmbH")
        window.press(ENTER)
        window.wait_for("Comparison", "Do next")
        window.press("q")
        window.wait_for("State")
        window.press(F10)
        assert window.wait_end() == 0
