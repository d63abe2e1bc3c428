"""What surrounds the program: the home folder, the time zone, what the shell exports."""

import json
import os
import pwd
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smcheck.cli import main
from support.cli import EXAMPLE_FILE, program
from support.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="homes and time zones as POSIX has them")


@pytest.mark.parametrize(
    ("home", "arguments"),
    [(None, ["list"]), (None, ["show", "abc"]), (None, ["ask"]), ("", ["list"]), ("here/there", ["list"])],
)
def test_no_home_is_known(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    home: str | None,
    arguments: list[str],
) -> None:
    """Without a home, and as a user that the system does not know, a command names the option to use."""
    for name in ("HOME", "XDG_DATA_HOME", "SMCHECK_STORE"):
        monkeypatch.delenv(name, raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)

    def unknown(user: int) -> object:
        raise KeyError(user)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    assert main(["--lang", "en", *arguments]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (
        "",
        "smcheck: no home folder is known; expected: --store FILE, or SMCHECK_STORE\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_files_are_scored_without_a_home(tmp_path: Path) -> None:
    """What needs no store does not look for one."""
    outcome = program(
        tmp_path,
        "score",
        str(EXAMPLE_FILE),
        variables={"HOME": "", "SMCHECK_STORE": "", "SMCHECK_SETTINGS": ""},
    )
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize(
    ("zone", "list_day", "name_day"),
    [("UTC", "22 Nov 2026", "21 Nov 2026"), ("Pacific/Auckland", "23 Nov 2026", "22 Nov 2026")],
)
def test_days_are_local(tmp_path: Path, zone: str, list_day: str, name_day: str) -> None:
    """Late in the evening in London it is the next day in Auckland, wherever days are shown."""
    sheet = json.loads(EXAMPLE_FILE.read_text(encoding="utf-8")) | {
        "organisation": "",
        "respondent": "A. B.",
        "created": datetime(2026, 11, 21, 23, 30, tzinfo=UTC).isoformat(),
        "modified": datetime(2026, 11, 22, 23, 30, tzinfo=UTC).isoformat(),
    }
    (tmp_path / "sheet.json").write_text(json.dumps(sheet), encoding="utf-8")
    variables = {"TZ": zone}
    stored = program(tmp_path, "import", "sheet.json", variables=variables).out.strip()
    assert list_day in program(tmp_path, "list", variables=variables).out
    shown = program(tmp_path, "show", stored, variables=variables).out
    assert shown.startswith(f"Sheet of {name_day}\n{stored} · {list_day} · ")
    scored = program(tmp_path, "score", stored, variables=variables).out
    assert list_day.replace("Nov", "November") in scored
    assert f"Sheet of {name_day}" in scored


def test_the_window_is_as_wide_as_it_is(tmp_path: Path) -> None:
    """What a shell exported of a window of before does not hold for this one."""
    with Terminal(tmp_path, size=(100, 30), variables={"COLUMNS": "40", "LINES": "10"}) as window:
        window.wait_for("F1 help")
        assert "F1 help" in window.lines[29]
        window.press("\x1b[21~")
        assert window.wait_end() == 0


def test_results_in_files_are_as_wide_as_ever(tmp_path: Path) -> None:
    """The same sheet gives the same bytes, whatever the window."""
    texts = {
        program(tmp_path, "score", str(EXAMPLE_FILE), variables={"COLUMNS": width}).out
        for width in ("40", "200")
    }
    assert len(texts) == 1
    assert os.linesep in texts.pop()
