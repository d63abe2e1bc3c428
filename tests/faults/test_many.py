"""Many programs at one store, two windows at one sheet: all is kept, and nobody is overruled in silence."""

import shutil
import subprocess
from pathlib import Path

import pytest

from smcheck.sheet import Sheet
from smcheck.store.migrations import VERSION
from support.builders import PACK
from support.cli import TRACEBACK, command, environment
from support.mirror import only, states_in
from support.stores import assert_whole, reading
from support.terminal import Terminal
from support.terminal_input import ENTER, F2, F10, RIGHT

STORES = Path(__file__).resolve().parents[1] / "store" / "stores"
PROCESSES = 50
FEW = 12
"""As many as two cores start in a few seconds."""
LINES = ("",) * 6 + ("n seen by {name}", "2", "1", "-3", "n again {name}", "q")
"""What each process is given: the profile skipped, then five entries and the end."""


def together(path: Path, *commands: tuple[str, ...], given: list[str], told: str = "") -> list[str]:
    """Run programs at the same time, each with its input; what each said, besides what all are ``told``."""
    processes = [
        subprocess.Popen(
            command(*arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(path.parent),
        )
        for arguments in commands
    ]
    # All of them have started before the first gets its first line.
    for process, text in zip(processes, given, strict=True):
        assert process.stdin is not None
        process.stdin.write(text.encode())
        process.stdin.close()
        process.stdin = None
    said = []
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert TRACEBACK.encode() not in err, err.decode()
        assert (process.returncode, err) == (0, told.encode()), (out, err)
        said.append(out.decode())
    return said


def test_fifty_processes_lose_nothing(tmp_path: Path, whole: bool) -> None:
    """50 sittings at once make the store and five entries each, in a sheet each: all 250 are there."""
    path = tmp_path / "sheets.db"
    wanted = PROCESSES if whole else FEW
    kept: list[str] = []
    # On a busy machine some have to wait for longer than they do; they say so, and as many others try again.
    for turn in range(wanted):
        names = [f"name{turn}.{number}" for number in range(wanted - len(kept))]
        given = ["\n".join(line.format(name=name) for line in LINES) + "\n" for name in names]
        said = together(path, *[("ask",)] * len(names), given=given)
        kept += [name for name, text in zip(names, said, strict=True) if "locked" not in text]
        if len(kept) == wanted:
            break
    assert len(kept) == wanted
    answers = {
        "team.cross_departmental": "yes",
        **dict.fromkeys([f"team.{name}" for name in ("dedicated", "ad_hoc", "one_person")], "no"),
        **dict.fromkeys([f"team.{name}" for name in ("one_department", "agency")], "no"),
        "daily": "marketing",
        "departments.sales": "na",
    }
    by_note = {state.notes.get("team", ""): state for state in states_in(path).values()}
    states = [by_note[f"seen by {name}"] for name in kept]
    assert [answers] * len(kept) == [state.answers for state in states]
    assert [f"again {name}" for name in kept] == [state.notes["departments"] for state in states]
    assert_whole(path)


def test_an_older_store_opened_by_many_at_once(tmp_path: Path, whole: bool) -> None:
    """Fifty programs that all find a store of the first schema: one brings it up to date, all read it."""
    path = tmp_path / "sheets.db"
    shutil.copyfile(STORES / "schema-1.db", path)
    told = (
        "Answered under version 1.0.0 of the questionnaire, which is not kept, and measured with version"
        f" {PACK.version}.\n"
    )
    programs = PROCESSES if whole else FEW
    said = together(path, *[("show", "beisp2", "--history")] * programs, given=[""] * programs, told=told)
    assert {said[0]} == set(said)
    assert "bis Jahresende [/]" in said[0]
    with reading(path) as store:
        assert len(store.list_sheets()) == 2
        assert tuple(store._file.connection().execute("PRAGMA user_version").fetchone()) == (VERSION,)
    assert_whole(path)


# ── two windows ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one sheet, at its first question."""
    file = tmp_path / "sheets.db"
    with reading(file) as store:
        store.create(PACK, Sheet(PACK.id, organisation="Beispiel GmbH", respondent="A. B."))
    return file


def opened(window: Terminal) -> Terminal:
    """The window at the first question of the sheet."""
    window.wait_for("Beispiel GmbH", "State")
    window.press(ENTER)
    window.wait_for("1 [ ]")
    return window


def test_two_windows_on_different_answers(path: Path) -> None:
    """What one answers the other shows within seconds and says so; what both give stands."""
    with Terminal(path.parent) as first, Terminal(path.parent) as second:
        opened(first)
        opened(second)
        first.press("1")
        first.wait_for("1 [x]", "saved ")
        second.wait_for("1 [x]", "This sheet was changed in another window; shown as it is now.")
        first.press("2")
        second.press("3")
        second.wait_for("2 [x]", "3 [x]")
        first.wait_for("2 [x]", "3 [x]")
    expected = {"team.dedicated": "yes", "team.cross_departmental": "yes", "team.ad_hoc": "yes"}
    assert expected == only(path).answers


def test_two_windows_on_one_answer(path: Path) -> None:
    """Who comes second is told, sees the first one's answer, and overrules it only by pressing again."""
    with Terminal(path.parent) as first, Terminal(path.parent) as second:
        opened(first)
        opened(second)
        # The second window must not have looked between two answers, as it does every two seconds.
        for _time in range(10):
            first.settle(2.5)  # by now each has seen what the other did
            if "1 [x]" not in first.text:
                first.press("1")
                first.wait_for("1 [x]", "saved ")
            second.wait_for("1 [x]")
            before = len(only(path).entries)
            first.press("?")
            second.press("1")
            first.wait_until(lambda text: "1 [?]" in text or "1 [ ]" in text)
            second.settle(0.3)
            if "Another window has just answered this." in second.text:
                break
        assert "1 [?]" in second.text
        assert [entry[2] for entry in only(path).entries[before:]] == ["unknown"]
        second.press("1")
        second.wait_for("1 [x]", "saved ")
    assert [entry[2] for entry in only(path).entries[before:]] == ["unknown", "yes"]


def test_two_windows_on_names(path: Path) -> None:
    """One names the respondent while the other renames the organisation: both names stand."""
    with Terminal(path.parent) as first, Terminal(path.parent) as second:
        opened(first)
        opened(second)
        for window in (first, second):
            window.press("r")
            window.wait_for("Answers")
            window.press("p")
            window.wait_for("Profile", "Organisation")
        first.press("\x1b[F", " & Co.", ENTER)
        first.wait_until(lambda text: "Beispiel GmbH & Co." in text.split("\n")[0])
        second.press(ENTER, "\x1b[F", " und C. D.", ENTER)
        second.wait_until(lambda text: text.count("Beispiel GmbH & Co.") == 2)
        second.press("Marketing", ENTER, F2)
        second.wait_for("Answers")
    assert only(path).entries == (("profile", "role", "Marketing", False),)
    assert (only(path).organisation, only(path).respondent) == ("Beispiel GmbH & Co.", "A. B. und C. D.")


def test_two_windows_on_one_name(path: Path) -> None:
    """Both rename the organisation: the second is told the first one's name, and can still store its own."""
    with Terminal(path.parent) as first, Terminal(path.parent) as second:
        opened(first)
        opened(second)
        for window in (first, second):
            window.press("r")
            window.wait_for("Answers")
            window.press("p")
            window.wait_for("Profile", "Organisation")
        first.press("\x1b[F", " & Co.", ENTER)
        first.wait_until(lambda text: "Beispiel GmbH & Co." in text.split("\n")[0])
        second.press("\x1b[F", " AG", ENTER)
        second.wait_for("Another window has just entered “Beispiel GmbH & Co.” here.", "Beispiel GmbH AG")
        assert only(path).organisation == "Beispiel GmbH & Co."
        second.press(ENTER)
        second.wait_until(lambda text: "Beispiel GmbH AG" in text.split("\n")[0])
        assert only(path).organisation == "Beispiel GmbH AG"


def test_two_windows_rename_from_the_list(path: Path) -> None:
    """From lists read earlier, one changes the organisation, the other the respondent: both names stand."""
    with Terminal(path.parent) as first, Terminal(path.parent) as second:
        for window in (first, second):
            window.wait_for("Beispiel GmbH", "State")
            window.press("m")
            window.wait_for("Rename")
        first.press("\x1b[F", " & Co.", ENTER)
        first.wait_until(lambda text: "Enter keep" not in text and "Beispiel GmbH & Co." in text)
        second.press("\t", "\x1b[F", " und C. D.", ENTER)
        second.wait_until(lambda text: "Enter keep" not in text and "Beispiel GmbH & Co." in text)
    assert (only(path).organisation, only(path).respondent) == ("Beispiel GmbH & Co.", "A. B. und C. D.")


def test_a_sheet_deleted_in_another_window(path: Path) -> None:
    """An answer to a sheet that is no more is told as not stored; brought back, the sheet takes it."""
    with Terminal(path.parent) as first, Terminal(path.parent) as second:
        opened(second)
        second.press("1")
        second.wait_for("1 [x]")
        first.wait_for("Beispiel GmbH", "State")
        first.press("d")
        first.wait_for("deleted.")
        second.press("2")
        second.wait_for("Not stored: this sheet was deleted in another window.")
        assert "2 [ ]" in second.text
        first.press("u")
        first.wait_for("is back.")
        second.press("2")
        second.wait_for("2 [x]", "saved ")
        second.press(F10)
        assert second.wait_end() == 0
    assert {"team.dedicated", "team.cross_departmental"} == set(only(path).answers)


def test_the_result_seen_in_another_window(path: Path) -> None:
    """An answer given after the result was seen anywhere is marked so, whichever window gives it."""
    with Terminal(path.parent) as first, Terminal(path.parent) as second:
        opened(first)
        opened(second)
        first.press("r")
        first.wait_for("Answers")
        first.press(F2)
        first.wait_for("Comparison")
        second.press("1", RIGHT)
        second.wait_for("Who answers")
    assert only(path).entries == (("answer", "team.dedicated", "yes", True),)
